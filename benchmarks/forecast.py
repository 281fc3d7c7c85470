"""How far is the forecast off? Peak memory and time of whole runs on the CPU, against what was forecast before each.

python benchmarks/forecast.py [--sizes 256 512] [--images 4] [--vae FILE …]

Without --vae: the built-in VAEs and a randomly initialized AutoencoderKL of Stable Diffusion's size (83.65 M parameters), in
fp32 and bf16. The second figure of time is what the speeds of the first run forecast for a second.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from whole_run import write_photographs

from vaelab.engine.forecast.forecast import Forecast, ForecastVAE, forecast, speeds_of
from vaelab.memory import memory_state
from vaelab.run_folder.store import read_rows, read_summary
from vaelab.vae.catalog import describe
from vaelab.vae.spec.grammar import parse_spec

_CHILD = """
import resource, sys, time
from vaelab.settings import RunSettings
from vaelab.engine.runner import run
folder, out, vae, size = sys.argv[1:]
start = time.monotonic()
for event in run(RunSettings(images=(folder,), vaes=(vae,), out=out, size=int(size), device="cpu")):
    pass
assert event.exit_code == 0, event
unit = 1 if sys.platform == "darwin" else 1024
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6, time.monotonic() - start)
"""


def write_kl(path: Path) -> Path:
    """An AutoencoderKL of the size of Stable Diffusion's, its weights random."""
    import torch
    from diffusers import AutoencoderKL
    from safetensors.torch import save_file

    torch.manual_seed(0)
    module = AutoencoderKL(
        block_out_channels=(128, 256, 512, 512),
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        layers_per_block=2,
        latent_channels=4,
    )
    save_file(module.state_dict(), path)
    return path


def measured(folder: Path, out: Path, vae: str, size: int) -> tuple[float, float]:
    """Peak resident memory in MB, and seconds."""
    arguments = [str(folder), str(out), vae, str(size)]
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, *arguments], check=True, capture_output=True, text=True
    )
    peak, seconds = done.stdout.split()[-2:]
    return float(peak), float(seconds)


def forecasts(vae: str, images: int, size: int, speeds: dict[str, float]) -> Forecast:
    spec = parse_spec(vae)
    known = ForecastVAE("x", describe(spec.what, hash_files=False), spec.precision or "auto")
    return forecast([known], [(size, size)] * images, device="cpu", speeds=speeds, memory=memory_state("cpu"))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[256, 512])
    parser.add_argument("--images", type=int, default=4)
    parser.add_argument("--vae", nargs="+", default=[])
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        vaes = chosen.vae
        if not vaes:
            # In a process of its own, so that this one stays small.
            kl = place / "kl.safetensors"
            code = f"import forecast, pathlib; forecast.write_kl(pathlib.Path({str(kl)!r}))"
            subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parent)
            vaes = ["linear", "mini", f"kl={kl}", f"kl={kl}@bf16"]
        folder = place / "images"
        folder.mkdir()
        write_photographs(folder, chosen.images, max(chosen.sizes))
        print(f"{'VAE':<12}{'px':>6}{'memory':>10}{'forecast':>10}{'':>8}{'time':>9}{'rough':>9}{'known':>9}")
        for number, (vae, size) in enumerate((vae, size) for vae in vaes for size in chosen.sizes):
            before = forecasts(vae, chosen.images, size, {})
            out = place / f"run{number}"
            peak, seconds = measured(folder, out, vae, size)
            speeds = json.loads(json.dumps(speeds_of(read_summary(out), read_rows(out))))
            after = forecasts(vae, chosen.images, size, speeds)
            short = vae.partition("=")[0] + ("@" + vae.rpartition("@")[2] if "@" in vae else "")
            print(
                f"{short[-12:]:<12}{size:>6}{peak:>7.0f} MB{before.memory_mb:>7.0f} MB{before.memory_mb / peak - 1:>+8.0%}"
                f"{seconds:>7.1f} s{before.seconds:>7.1f} s{after.seconds:>7.1f} s",
                flush=True,
            )


if __name__ == "__main__":
    main()
