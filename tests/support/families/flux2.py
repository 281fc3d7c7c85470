"""The VAE of Flux.2 at a small size, in every layout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from diffusers.models.autoencoders.autoencoder_kl_flux2 import AutoencoderKLFlux2
from family_cases import (
    Cases,
    by_class,
    prepared,
    saved,
)
from torch import Tensor
from vae_files import to_ldm


def flux2(**changes: Any) -> Any:
    torch.manual_seed(0)
    arguments: dict[str, Any] = {
        "block_out_channels": (32, 64),
        "down_block_types": ("DownEncoderBlock2D",) * 2,
        "up_block_types": ("UpDecoderBlock2D",) * 2,
        "layers_per_block": 1,
        "latent_channels": 4,
    }
    module = AutoencoderKLFlux2(**{**arguments, **changes})
    return prepared(module, module.decoder.conv_out)


def small_decoder() -> Any:
    return flux2(decoder_block_out_channels=(32, 96))


def to_bfl(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """The names of Black Forest Labs' own file."""
    moved = {"quant_conv.": "encoder.quant_conv.", "post_quant_conv.": "decoder.post_quant_conv."}
    result = {}
    for name, tensor in to_ldm(state, 2).items():
        for old, new in moved.items():
            name = name.replace(old, new) if name.startswith(old) else name
        result[name] = tensor
    return result


def folder_case(folder: Path) -> Any:
    module = flux2()
    module.save_pretrained(folder / "vae")
    return folder / "vae", by_class(module)


def bfl_case(folder: Path) -> Any:
    module = small_decoder()
    return saved(to_bfl(module.state_dict()), folder / "ae.safetensors"), by_class(module)


def ldm_case(folder: Path) -> Any:
    module = flux2()
    return saved(to_ldm(module.state_dict(), 2), folder / "ae.safetensors"), by_class(module)


CASES: Cases = {
    ("AutoencoderKLFlux2", "diffusers"): folder_case,
    ("AutoencoderKLFlux2", "BFL"): bfl_case,
    ("AutoencoderKLFlux2", "LDM"): ldm_case,
}
