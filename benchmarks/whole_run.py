"""What measuring costs: a whole run against the bare encode and decode of the same images by the same codec.

    python benchmarks/whole_run.py [--vae SPEC] [--images 24] [--size 512] [--repeats 3]

Both are timed in this process, in turn; the figure is the median of the ratios. The run is timed from the moment its VAE is loaded
to its end: reading and decoding files, the marker, all default metrics, rows, summary and report.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

import numpy as np
from skimage import data, io

from vaelab.engine.events import RunFinished, VAELoaded
from vaelab.engine.runner import run
from vaelab.images import Preparation, load_image
from vaelab.settings import RunSettings
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import open_codec
from vaelab.vae.spec.grammar import parse_spec


def write_photographs(folder: Path, count: int, size: int) -> list[Path]:
    """Cut different squares out of scikit-image's photographs, so that no two images are equal."""
    sources = [data.astronaut(), data.coffee(), data.chelsea(), data.rocket(), data.hubble_deep_field()]
    paths = []
    for number in range(count):
        photo = sources[number % len(sources)]
        photo = np.pad(
            photo, [(0, max(0, size - photo.shape[0])), (0, max(0, size - photo.shape[1])), (0, 0)], "reflect"
        )
        turned = np.rot90(photo[:size, :size], number // len(sources))
        paths.append(folder / f"{number:04d}.png")
        io.imsave(paths[-1], np.ascontiguousarray(turned), check_contrast=False)
    return paths


def bare(spec: str, paths: list[Path], size: int) -> float:
    """Seconds for encode and decode alone."""
    images = [load_image(path, Preparation(size)).rgb[None] for path in paths]
    codec = open_codec(parse_spec(spec), CodecOptions())
    codec.decode(codec.encode(images[0], [0]))
    start = time.perf_counter()
    for place, image in enumerate(images):
        codec.decode(codec.encode(image, [place]))
    seconds = time.perf_counter() - start
    codec.close()
    return seconds


def whole(spec: str, folder: Path, size: int) -> float:
    """Seconds for a run, from the loaded VAE to the end."""
    with tempfile.TemporaryDirectory() as out:
        settings = RunSettings(images=(str(folder),), vaes=(spec,), out=str(Path(out) / "run"), size=size)
        start = 0.0
        for event in run(settings):
            if isinstance(event, VAELoaded):
                start = time.perf_counter()
            elif isinstance(event, RunFinished):
                assert event.exit_code == 0, event.message
                return time.perf_counter() - start
    raise AssertionError("the run did not end")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--vae", default="mini")
    parser.add_argument("--images", type=int, default=24)
    parser.add_argument("--size", type=int, default=512)
    parser.add_argument("--repeats", type=int, default=3)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = write_photographs(folder, chosen.images, chosen.size)
        whole(chosen.vae, folder, chosen.size)  # warms caches, loads LPIPS
        ratios = []
        for repeat in range(chosen.repeats):
            alone = bare(chosen.vae, paths, chosen.size)
            together = whole(chosen.vae, folder, chosen.size)
            ratios.append(together / alone)
            per_image = 1000 / chosen.images
            print(
                f"{repeat + 1}: bare {alone * per_image:.0f} ms, run {together * per_image:.0f} ms an image: {ratios[-1]:.2f}×"
            )
    print(
        f"whole run / bare encode + decode, {chosen.vae}, {chosen.size} px: {statistics.median(ratios):.2f}×"
    )


if __name__ == "__main__":
    main()
