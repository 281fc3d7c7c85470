"""AutoencoderKL and TAESD-type VAEs at small sizes."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import torch
from diffusers import AutoencoderTiny
from family_cases import (
    Cases,
    file,
    folder,
    prepared,
    saved,
    under,
)
from vae_files import random_kl, save_pair, tiny_halves, tiny_reference, to_ldm


def taesd_pair(folder: Path) -> Any:
    halves = tiny_halves(4)
    return save_pair(folder, halves, "tiny"), lambda images: tiny_reference(halves, images)


def taesd_merged(folder: Path) -> Any:
    halves = tiny_halves(16)
    state = {
        f"taesd_{name}.{key}": tensor
        for name, half in zip(("encoder", "decoder"), halves, strict=True)
        for key, tensor in half.state_dict().items()
    }
    return saved(state, folder / "merged.safetensors"), lambda images: tiny_reference(halves, images)


def tiny() -> Any:
    torch.manual_seed(0)
    module = AutoencoderTiny()
    return prepared(module, module.decoder.layers[-1])


CASES: Cases = {
    ("AutoencoderKL", "diffusers"): folder(random_kl),
    ("AutoencoderKL", "LDM"): file(
        partial(random_kl, attention=True), under("first_stage_model.", to_ldm, levels=2)
    ),
    ("TAESD-type", "taesd pair"): taesd_pair,
    ("TAESD-type", "taesd merged"): taesd_merged,
    ("TAESD-type", "diffusers"): folder(tiny),
}
