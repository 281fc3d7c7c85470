"""How much faster the default metrics are than the same columns by lpips, scikit-image, piq and NumPy, in one run.

    python benchmarks/metrics.py [--size 512] [--repeats 7] [--threads 2]

Both sides measure the same pairs, scikit-image's photographs and their JPEGs, in turn; the ratio is the median of the
ratios of the pairs, so that a machine that is busy now and then slows both. Values are compared as well.
"""

from __future__ import annotations

import argparse
import io
import statistics
import time
from collections.abc import Callable
from functools import partial

import numpy as np
import torch
from PIL import Image
from skimage import data

from vaelab.arrays import Pixels
from vaelab.metrics import reference
from vaelab.metrics.base import Undefined
from vaelab.metrics.evaluate import Meter
from vaelab.metrics.registry import select

Times = dict[str, float]


def milliseconds(function: Callable[[], object]) -> float:
    start = time.perf_counter()
    function()
    return 1000 * (time.perf_counter() - start)


def photographs(size: int) -> list[tuple[Pixels, Pixels]]:
    """(original, JPEG of quality 60), squares of ``size``."""
    pairs = []
    for name in ("astronaut", "coffee", "chelsea", "rocket"):
        image = Image.fromarray(getattr(data, name)()[..., :3])
        side = min(image.size)
        original = image.crop((0, 0, side, side)).resize((size, size), Image.Resampling.LANCZOS)
        file = io.BytesIO()
        original.save(file, "JPEG", quality=60)
        pairs.append((np.array(original), np.array(Image.open(file))))
    return pairs


class Bench:
    """Times every metric, and all of them together, on one pair at a time."""

    def __init__(self) -> None:
        self.specs = [spec for spec in select("default") if spec.function]
        self.meters = {spec.name: Meter([spec]) for spec in self.specs}
        self.whole = Meter(self.specs)

    def ours(self, meter: Meter, x: Pixels, y: Pixels, other: Pixels) -> Times:
        """Of an original that nothing is known of, and of one that another reconstruction has been measured on."""
        seen = meter.pictures([x])
        meter.measure(seen, meter.pictures([other]))
        return {
            "first": milliseconds(lambda: meter.measure(meter.pictures([x]), meter.pictures([y]))),
            "further": milliseconds(lambda: meter.measure(seen, meter.pictures([y]))),
        }

    def pair(self, x: Pixels, y: Pixels, other: Pixels) -> dict[str, Times]:
        took = {name: self.ours(meter, x, y, other) for name, meter in self.meters.items()}
        for name, times in took.items():
            times["reference"] = milliseconds(partial(reference.REFERENCES[name], x, y))
        took["all"] = self.ours(self.whole, x, y, other)
        took["all"]["reference"] = sum(took[name]["reference"] for name in self.meters)
        return took

    def deviation(self, x: Pixels, y: Pixels) -> tuple[float, str]:
        """The worst value's distance from its reference, in tolerances, and its column."""
        expected = {
            name: value for find in reference.REFERENCES.values() for name, value in find(x, y).items()
        }
        (values,) = self.whole.measure(self.whole.pictures([x]), self.whole.pictures([y]))
        numbers = {name: None if isinstance(value, Undefined) else value for name, value in values.items()}
        return max(
            (reference.deviation(name, number, expected[name]), name) for name, number in numbers.items()
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=512, help="side of the images, px (512)")
    parser.add_argument("--repeats", type=int, default=7, help="pairs that are timed (7)")
    parser.add_argument("--threads", type=int, default=2, help="PyTorch's threads, for both sides (2)")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    pairs = photographs(arguments.size)
    bench = Bench()
    worst = max(bench.deviation(x, y) for x, y in pairs)  # which also loads the networks
    results = []
    for repeat in range(arguments.repeats):
        x, y = pairs[repeat % len(pairs)]
        results.append(bench.pair(x, y, other=pairs[(repeat + 1) % len(pairs)][1]))
    report(results, arguments)
    print(f"Largest deviation of a value: {worst[0]:.3f} of its tolerance ({worst[1]}).")


def report(results: list[dict[str, Times]], arguments: argparse.Namespace) -> None:
    """Print the table."""
    print(
        f"{arguments.size} × {arguments.size} px, {arguments.threads} threads, median of {arguments.repeats} pairs, ms"
    )
    print(f"\n{'metric':20}{'first VAE':>11}{'further':>11}{'reference':>11}{'ratio':>9}{'further':>9}")
    for name in results[0]:
        medians = [
            statistics.median(took[name][side] for took in results)
            for side in ("first", "further", "reference")
        ]
        ratios = [
            statistics.median(took[name]["reference"] / took[name][side] for took in results)
            for side in ("first", "further")
        ]
        print(
            f"{name:20}{medians[0]:11.2f}{medians[1]:11.2f}{medians[2]:11.2f}{ratios[0]:8.1f}×{ratios[1]:8.1f}×"
        )
    print("\nfirst VAE: nothing of the original is known yet; further: another VAE has been measured on it.")


if __name__ == "__main__":
    main()
