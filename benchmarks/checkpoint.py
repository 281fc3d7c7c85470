"""Is only the VAE of a large checkpoint read? Memory and time of loading it, against loading the whole file.

python benchmarks/checkpoint.py [--gigabytes 4] [--container safetensors zip]

The checkpoint is synthetic: a VAE of Stable Diffusion's size (83.65 M parameters, random, stored in fp32 under
``first_stage_model.``) behind a UNet's tensors that fill it up. The filling is a hole in a sparse file, so it costs no disk,
and reading it costs memory all the same. Each loader runs in a process of its own, which imports everything it needs first;
memory is what the peak rises by from there. VAELab's ends with a VAE that runs, and with the SHA-256 of the whole file, which is
most of its time; the alternatives end with tensors: ``safetensors.torch.load_file`` and ``torch.load(weights_only=True)``, and
both once more with the VAE's tensors copied out of the mapped file.
"""

from __future__ import annotations

import argparse
import json
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PREFIX = "first_stage_model."
VAE_MB = 334.6

_PEAK = """
import sys, time
def memory(what):
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith(what)) * 1024 / 1e6
path = sys.argv[1]
"""
_LOADERS = {
    "VAELab": """
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import open_codec
from vaelab.vae.spec.grammar import VAESpec
import vaelab.vae.runtime.load_weights, vaelab.vae.families.autoencoder_kl.build, diffusers.models.autoencoders.autoencoder_kl
def load():
    return open_codec(VAESpec("x", path), CodecOptions())
""",
    "safetensors.torch.load_file": """
from safetensors.torch import load_file
def load():
    return {name: tensor.clone() for name, tensor in load_file(path).items()}
""",
    "load_file, the VAE copied": """
from safetensors.torch import load_file
def load():
    return {name: tensor.clone() for name, tensor in load_file(path).items() if name.startswith("first_stage_model.")}
""",
    "torch.load": """
import torch
def load():
    return torch.load(path, weights_only=True)
""",
    "torch.load(mmap=True)": """
import torch
def load():
    state = torch.load(path, weights_only=True, mmap=True)["state_dict"]
    return {name: tensor.clone() for name, tensor in state.items() if name.startswith("first_stage_model.")}
""",
}
_MEASURE = """
import gc; gc.collect()
before = memory("VmRSS")
with open("/proc/self/clear_refs", "w") as file:
    file.write("5")  # forget the peak so far
start = time.perf_counter()
kept = load()
print(memory("VmHWM") - before, memory("VmRSS") - before, time.perf_counter() - start)
"""


def vae_state() -> dict[str, object]:
    import torch
    from diffusers import AutoencoderKL

    torch.manual_seed(0)
    module = AutoencoderKL(
        block_out_channels=(128, 256, 512, 512),
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        layers_per_block=2,
        latent_channels=4,
    )
    return {PREFIX + name: tensor for name, tensor in module.state_dict().items()}


def fillers(size: int) -> dict[str, tuple[int, int]]:
    """Shapes of a UNet's tensors, fp16, that fill so many bytes."""
    side = 5120
    return {
        f"model.diffusion_model.middle_block.{number}.weight": (side, side)
        for number in range(size // (2 * side * side))
    }


def write_safetensors(path: Path, size: int) -> None:
    state, header, place = vae_state(), {}, 0
    for name, shape in fillers(size).items():
        length = 2 * shape[0] * shape[1]
        header[name] = {"dtype": "F16", "shape": shape, "data_offsets": [place, place + length]}
        place += length
    hole = place
    for name, tensor in state.items():
        length = 4 * tensor.numel()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [place, place + length]}
        place += length
    text = json.dumps(header).encode()
    with path.open("wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        file.seek(hole, 1)
        for tensor in state.values():
            file.write(tensor.contiguous().numpy().tobytes())


def write_zip(path: Path, size: int) -> None:
    """What ``torch.save({"state_dict": …})`` writes, its filling a hole; torch finds the VAE's tensors in it again."""
    import torch

    from vaelab.vae.files.header import read_header

    state = vae_state()
    filling = {name: torch.empty(shape, dtype=torch.float16) for name, shape in fillers(size).items()}
    with torch.serialization.skip_data():
        torch.save({"state_dict": {**filling, **state}, "global_step": 470000}, path)
    places = read_header(path).tensors
    with path.open("r+b") as file:
        for name, tensor in state.items():
            file.seek(places[name].offset)
            file.write(tensor.contiguous().numpy().tobytes())
    found = torch.load(path, weights_only=True, mmap=True)["state_dict"]
    assert all(torch.equal(found[name], tensor) for name, tensor in state.items())


def measured(loader: str, path: Path) -> tuple[float, float, float]:
    """Rise of the peak and of what stays, MB, and seconds."""
    code = _PEAK + _LOADERS[loader] + _MEASURE
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=True, capture_output=True, text=True)
    peak, stays, seconds = map(float, done.stdout.split()[-3:])
    return peak, stays, seconds


def inspected(path: Path, *options: str) -> float:
    """Seconds for ``vaelab inspect``, from the start of its process."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "vaelab", "inspect", str(path), "--json", *options]
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


WRITERS = {
    "safetensors": (
        write_safetensors,
        ("VAELab", "safetensors.torch.load_file", "load_file, the VAE copied"),
    ),
    "zip": (write_zip, ("VAELab", "torch.load", "torch.load(mmap=True)")),
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gigabytes", type=float, default=4)
    parser.add_argument("--container", nargs="+", choices=WRITERS, default=list(WRITERS))
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        for container in chosen.container:
            write, loaders = WRITERS[container]
            path = Path(name) / ("model.safetensors" if container == "safetensors" else "model.ckpt")
            # In a process of its own, so that this one holds no weights.
            code = f"import checkpoint, pathlib; checkpoint.{write.__name__}(pathlib.Path({str(path)!r}), {int(chosen.gigabytes * 1e9)})"
            subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parent)
            print(f"{container}, {path.stat().st_size / 1e9:.2f} GB, of which the VAE {VAE_MB:.0f} MB")
            for loader in loaders:
                peak, stays, seconds = measured(loader, path)
                print(
                    f"  {loader:<30} peak {peak:>6.0f} MB ({peak / VAE_MB:>5.2f} × the VAE), stays {stays:>6.0f} MB, "
                    f"{seconds:>6.2f} s",
                    flush=True,
                )
            print(
                f"  vaelab inspect, whole process  {inspected(path):.2f} s, {inspected(path, '--no-hash'):.2f} s with --no-hash"
            )
            path.unlink()


if __name__ == "__main__":
    main()
