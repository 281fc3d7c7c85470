"""Files of the VQ autoencoders that no installed library has."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import torch
from family_cases import (
    Cases,
    Further,
)
from published_vq import Run, Weights, llamagen, reference, var, vqvae2

GRIDS = [
    (2, 2), (4, 3), (6, 4), (8, 6), (10, 8), (12, 9), (16, 12), (20, 15), (26, 20), (32, 24),
]  # fmt: skip
"""1, 2, 3, 4, 5, 6, 8, 10, 13 and 16 sixteenths of the 32 × 24 positions of a photograph, rounded."""


def pickled(run: Run, last: str, nest: str = "", prefix: str = "") -> Any:
    def case(folder: Path) -> Any:
        weights = Weights()
        expected = reference(run, weights, last)
        state: Any = {f"{prefix}{name}": tensor for name, tensor in weights.items()}
        torch.save({nest: state, "optimizer": {}} if nest else state, folder / "vae.pt")
        return folder / "vae.pt", expected

    return case


CASES: Cases = {
    ("VQ-VAE-2", "rosinality"): pickled(vqvae2, "dec.blocks.6"),
    ("VQModel", "LlamaGen"): pickled(llamagen, "decoder.conv_out", "model"),
    ("VAR", "LDM"): pickled(partial(var, sides=GRIDS), "decoder.conv_out"),
}
DATA_PARALLEL = pickled(vqvae2, "dec.blocks.6", prefix="module.")
"""As it is saved from several GPUs."""
FURTHER: Further = {"VQ-VAE-2, from several GPUs": (("VQ-VAE-2", "rosinality"), DATA_PARALLEL)}
