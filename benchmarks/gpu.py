"""How fast a run is on a GPU against the VAE alone, and whether its numbers hold there: one table for docs/performance.md.

    python benchmarks/gpu.py [--device cuda:0] [--sizes 512 1024] [--precisions fp16 tf32 fp32] [--images 48] [--only NAME …]

It needs the repository alone: the pictures are cut from those that VAELab ships, the VAE has the size of Stable Diffusion's
(83.65 M parameters) and random weights. The same code runs with ``--device cpu``, with few and small images. Parts:

bare         encode and decode alone, on tensors that lie on the device, in batches of 1, 2, 4, 8
loop         what a user would write with diffusers: open a file, encode, decode, 8-bit pixels, one image at a time, no metrics
run          a run with all default metrics, the marker off; with every picture saved; with four VAEs
metrics      the default metrics alone, for a pair
parity       the same run on the CPU: the largest difference of a column, in tolerances
repeat       the same run twice: rows that differ
ladder       the run with so much memory held that a batch does not fit
"""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import AutoencoderKL
from forecast import write_kl
from PIL import Image
from safetensors.torch import load_file, save_file

from vaelab.arithmetic import float32_products, use_exact_arithmetic
from vaelab.device import device_name, torch_dtype
from vaelab.engine.events import RunFinished, StageChanged
from vaelab.engine.runner import run
from vaelab.metrics.batch_meter import BatchMeter
from vaelab.metrics.definitions import DEFINITIONS
from vaelab.metrics.registry import select
from vaelab.precisions import PRECISIONS
from vaelab.resources import assets_folder
from vaelab.run_folder.store import read_rows, read_summary
from vaelab.settings import RunSettings

BATCHES = (1, 2, 4, 8)


@dataclasses.dataclass(frozen=True)
class Bench:
    """What all parts share."""

    device: str
    folder: Path
    images: int
    weights: Path

    def synchronize(self) -> None:
        if self.device.startswith("cuda"):
            torch.cuda.synchronize(self.device)

    def seconds(self, work: Callable[[], object], repeats: int = 3) -> float:
        """The median of a few, after one that warms up."""
        work()
        took = []
        for _ in range(repeats):
            self.synchronize()
            start = time.perf_counter()
            work()
            self.synchronize()
            took.append(time.perf_counter() - start)
        return statistics.median(took)

    def pictures(self, size: int) -> Path:
        """A folder of different squares, cut from the shipped pictures."""
        place = self.folder / f"{size}px"
        if not place.is_dir():
            place.mkdir()
            sources = sorted(path for path in assets_folder().rglob("*.jpg")) or sorted(
                assets_folder().rglob("*.png")
            )
            for number in range(self.images):
                with Image.open(sources[number % len(sources)]) as photo:
                    photo = photo.convert("RGB").rotate(90 * (number // len(sources)))
                    side = min(photo.size)
                    shift = number % 7
                    square = photo.crop((shift, shift, side - 7 + shift, side - 7 + shift))
                    square.resize((size, size), Image.Resampling.LANCZOS).save(place / f"{number:04d}.png")
        return place

    def vae(self, precision: str) -> Any:
        module = AutoencoderKL(
            block_out_channels=(128, 256, 512, 512),
            down_block_types=("DownEncoderBlock2D",) * 4,
            up_block_types=("UpDecoderBlock2D",) * 4,
            layers_per_block=2,
            latent_channels=4,
        )
        module.load_state_dict(load_file(self.weights))
        module = module.to(self.device, torch_dtype(precision)).eval().requires_grad_(False)
        return module.to(memory_format=torch.channels_last) if self.device == "cpu" else module

    def four(self, precision: str) -> tuple[str, ...]:
        """Four files whose encoders differ, so that none is shared."""
        names = []
        for number in range(4):
            path = self.folder / f"v{number}.safetensors"
            if not path.is_file():
                tensors = load_file(self.weights)
                tensors["encoder.conv_in.bias"] += 1e-3 * number
                save_file(tensors, path)
            names.append(f"v{number}={path}@{precision}")
        return tuple(names)

    def settings(self, size: int, precision: str, out: Path, **changes: Any) -> RunSettings:
        plain: dict[str, Any] = {
            "images": (str(self.pictures(size)),),
            "vaes": (f"a={self.weights}@{precision}",),
            "out": str(out),
            "device": self.device,
            "marker": "off",
            "size": size,
        }
        return RunSettings(**plain | changes)


@contextlib.contextmanager
def arithmetic(precision: str) -> Iterator[None]:
    with torch.inference_mode(), float32_products(rounded=PRECISIONS[precision].rounds_products):
        yield


def bare(bench: Bench, size: int, precision: str) -> dict[int, float]:
    """Milliseconds an image, by batch; a batch that does not fit is left out."""
    vae, found = bench.vae(precision), {}
    for batch in BATCHES:
        x = torch.rand(batch, 3, size, size, device=bench.device, dtype=torch_dtype(precision)) * 2 - 1

        def work(x: torch.Tensor = x) -> None:
            vae.decode(vae.encode(x).latent_dist.mode())

        try:
            with arithmetic(precision):
                found[batch] = 1000 * bench.seconds(work) / batch
        except torch.OutOfMemoryError:
            break
    return found


def loop(bench: Bench, size: int, precision: str) -> float:
    """Milliseconds an image of the loop that a user would write."""
    vae, paths = bench.vae(precision), sorted(bench.pictures(size).iterdir())

    def work() -> None:
        for path in paths:
            with Image.open(path) as opened:
                x = torch.from_numpy(np.array(opened)).to(bench.device).permute(2, 0, 1)[None]
            x = (x.to(torch_dtype(precision)) / 127.5) - 1
            out = vae.decode(vae.encode(x).latent_dist.mode()).sample
            ((out[0].float() + 1) * 127.5).clamp(0, 255).round().byte().permute(1, 2, 0).cpu().numpy()

    with arithmetic(precision):
        return 1000 * bench.seconds(work, 1) / len(paths)


def timed_run(settings: RunSettings) -> tuple[float, dict[str, Any]]:
    """Seconds from the first batch to the end, and the summary."""
    start = None
    for event in run(settings):
        if start is None and isinstance(event, StageChanged) and event.stage == "encode, decode":
            start = time.perf_counter()
        if isinstance(event, RunFinished):
            assert event.exit_code == 0, event.message
            assert start is not None
            return time.perf_counter() - start, event.summary
    raise AssertionError("the run did not end")


def busy(work: Callable[[], Any]) -> tuple[Any, float | None]:
    """What ``work`` returns, and the share of samples in which the GPU was busy, by nvidia-smi, where that is there."""
    if shutil.which("nvidia-smi") is None:
        return work(), None
    command = ["nvidia-smi", "--query-gpu=utilization.gpu", "--format=csv,noheader,nounits", "--loop-ms=100"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as sampler:
        found = work()
        sampler.terminate()
        assert sampler.stdout is not None
        samples = [int(line) for line in sampler.stdout.read().split() if line.isdigit()]
    # What lies before the first and after the last work is not the run's.
    while samples and samples[0] == 0:
        samples.pop(0)
    while samples and samples[-1] == 0:
        samples.pop()
    return found, statistics.mean(samples) if samples else None


def speed(bench: Bench, sizes: Sequence[int], precisions: Sequence[str], wanted: set[str]) -> None:
    """The table of bare calls, the user's loop and runs."""
    print(
        f"\n| size, precision | {' | '.join(f'bare, batch {batch}' for batch in BATCHES)} | loop | run | run / best bare "
        "| run / loop | saved / best bare | four VAEs / bare | GPU busy | batch |"
    )
    print("|---|" + "--:|" * (len(BATCHES) + 8))
    for size in sizes:
        for precision in precisions:
            alone = bare(bench, size, precision)
            best = min(alone.values())
            users = loop(bench, size, precision) if "loop" in wanted else float("nan")
            (seconds, summary), share = busy(
                lambda size=size, precision=precision: timed_run(
                    bench.settings(size, precision, bench.folder / f"run {size} {precision}")
                )
            )
            took = 1000 * seconds / bench.images
            saved, _ = timed_run(
                bench.settings(size, precision, bench.folder / f"all {size} {precision}", save_images="all")
            )
            four, _ = timed_run(
                bench.settings(
                    size, precision, bench.folder / f"four {size} {precision}", vaes=bench.four(precision)
                )
            )
            cells = [f"{alone[batch]:.1f}" if batch in alone else "–" for batch in BATCHES]
            ratios = [
                took / best,
                took / users,
                1000 * saved / bench.images / best,
                250 * four / bench.images / best,
            ]
            cells += [f"{users:.1f}", f"{took:.1f}", *(f"{ratio:.2f}" for ratio in ratios)]
            cells += ["–" if share is None else f"{share:.0f} %", str(summary["vaes"]["a"]["batch_size"])]
            print(f"| {size} px {precision} | {' | '.join(cells)} |", flush=True)


def metrics(bench: Bench, size: int) -> None:
    """The default metrics, each and all, in milliseconds a pair: of an original that is new, and of one that is known."""
    paths = sorted(bench.pictures(size).iterdir())[:16]
    images = [np.array(Image.open(path)) for path in paths]
    others = [
        np.clip(image.astype(np.int16) + (index % 5) + 1, 0, 255).astype(np.uint8)
        for index, image in enumerate(images)
    ]
    specs = [spec for spec in select("default") if spec.function]
    print(f"\n| metric, {size} px, {len(images)} pairs | first VAE, ms | further VAE, ms |\n|---|--:|--:|")
    for chosen in [*([spec] for spec in specs), specs]:
        meter = BatchMeter(chosen, bench.device)
        meter.load()
        known = meter.originals(images)
        made = [torch.from_numpy(other).to(bench.device) for other in others]
        meter.measure(known, made)
        first = bench.seconds(lambda meter=meter, made=made: meter.measure(meter.originals(images), made))
        further = bench.seconds(lambda meter=meter, made=made, known=known: meter.measure(known, made))
        name = chosen[0].name if len(chosen) == 1 else "all"
        print(
            f"| {name} | {1000 * first / len(images):.2f} | {1000 * further / len(images):.2f} |", flush=True
        )


def parity(bench: Bench, size: int) -> None:
    """The metrics of the same pairs on the CPU."""
    images = [np.array(Image.open(path)) for path in sorted(bench.pictures(size).iterdir())[:8]]
    others = [np.roll(image, 1, 0) // 2 + image // 2 for image in images]
    specs = [spec for spec in select("default") if spec.function]
    there, here = BatchMeter(specs, bench.device), BatchMeter(specs)
    found, expected = (meter.measure(meter.originals(images), others) for meter in (there, here))
    worst = max(
        (deviation(name, value, one[name]), name)
        for one, other in zip(found, expected, strict=True)
        for name, value in other.items()
        if isinstance(value, float | int)
    )
    print(f"\nparity: the largest difference from the CPU is {worst[0]:.3f} of its tolerance ({worst[1]})")


def deviation(column: str, expected: float, found: Any) -> float:
    definition = DEFINITIONS[column]
    allowed = (
        definition.absolute if definition.absolute is not None else (definition.relative or 0) * abs(expected)
    )
    difference = abs(float(found) - expected)
    return difference / allowed if allowed else (0.0 if difference == 0 else float("inf"))


def repeat(bench: Bench, size: int, precision: str) -> None:
    """Two runs."""
    rows = []
    for number in range(2):
        out = bench.folder / f"repeat {number}"
        timed_run(bench.settings(size, precision, out, limit=min(16, bench.images), batch_size=4))
        rows.append(
            [
                {name: value for name, value in row.values.items() if not name.endswith("_ms")}
                for row in read_rows(out)
            ]
        )
    different = sum(one != other for one, other in zip(*rows, strict=True))
    print(f"repeat: {different} of {len(rows[0])} rows differ between two runs ({precision}, {size} px)")


def ladder(bench: Bench, size: int, free_gb: float) -> None:
    """A run in batches of 8 while all memory but a little is held."""
    if not bench.device.startswith("cuda"):
        print("ladder: left out, since only a GPU refuses memory with an error that can be caught")
        return
    torch.cuda.empty_cache()
    free, _ = torch.cuda.mem_get_info(bench.device)
    held = torch.empty(max(0, int(free - free_gb * 1e9)), dtype=torch.uint8, device=bench.device)
    out = bench.folder / "ladder"
    timed_run(bench.settings(size, "fp32", out, batch_size=8, tiling="auto", limit=min(16, bench.images)))
    rows, notes = read_rows(out), read_summary(out)["vaes"]["a"]["notes"]
    del held
    print(
        f"ladder: with {free_gb:g} GB free all {len(rows)} rows are there; {'; '.join(notes) or 'it fitted'}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--device", default="cuda:0" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--sizes", type=int, nargs="+", default=[512, 1024])
    parser.add_argument("--precisions", nargs="+", default=["fp16", "tf32", "fp32"])
    parser.add_argument("--images", type=int, default=48)
    parser.add_argument("--free", type=float, default=5.0, help="GB that the ladder leaves free (5)")
    parts = ("speed", "loop", "metrics", "parity", "repeat", "ladder")
    parser.add_argument("--only", nargs="+", choices=parts, default=list(parts))
    chosen = parser.parse_args()
    wanted = set(chosen.only)
    use_exact_arithmetic()
    print(
        f"{device_name(chosen.device)}, PyTorch {torch.__version__}, {torch.get_num_threads()} threads, ms an image"
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench = Bench(chosen.device, folder, chosen.images, write_kl(folder / "kl.safetensors"))
        if "speed" in wanted:
            speed(bench, chosen.sizes, chosen.precisions, wanted)
        for size in chosen.sizes:
            if "metrics" in wanted:
                metrics(bench, size)
        if "parity" in wanted:
            parity(bench, chosen.sizes[0])
        if "repeat" in wanted:
            repeat(bench, chosen.sizes[0], chosen.precisions[0])
        if "ladder" in wanted:
            ladder(bench, chosen.sizes[-1], chosen.free)


if __name__ == "__main__":
    main()
