"""AutoencoderKL and TAESD-type VAEs at small sizes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from diffusers import AutoencoderTiny
from family_cases import Cases, by_class, prepared, saved
from vae_files import random_kl, save_pair, tiny_halves, tiny_reference, to_ldm


def kl_folder(folder: Path) -> Any:
    module = random_kl()
    module.save_pretrained(folder / "vae")
    return folder / "vae", by_class(module)


def kl_ldm(folder: Path) -> Any:
    module = random_kl(attention=True)
    state = {f"first_stage_model.{k}": v for k, v in to_ldm(module.state_dict(), 2).items()}
    return saved(state, folder / "a.safetensors"), by_class(module)


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


def taesd_diffusers(folder: Path) -> Any:
    torch.manual_seed(0)
    module = AutoencoderTiny()
    prepared(module, module.decoder.layers[-1])
    module.save_pretrained(folder / "vae")
    return folder / "vae", by_class(module)


CASES: Cases = {
    ("AutoencoderKL", "diffusers"): kl_folder,
    ("AutoencoderKL", "LDM"): kl_ldm,
    ("TAESD-type", "taesd pair"): taesd_pair,
    ("TAESD-type", "taesd merged"): taesd_merged,
    ("TAESD-type", "diffusers"): taesd_diffusers,
}
