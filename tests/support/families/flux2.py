"""The VAE of Flux.2 at a small size, in every layout."""

from __future__ import annotations

from functools import partial
from typing import Any

import torch
from diffusers.models.autoencoders.autoencoder_kl_flux2 import AutoencoderKLFlux2
from family_cases import (
    Cases,
    file,
    folder,
    prepared,
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


CASES: Cases = {
    ("AutoencoderKLFlux2", "diffusers"): folder(flux2),
    ("AutoencoderKLFlux2", "BFL"): file(small_decoder, to_bfl),
    ("AutoencoderKLFlux2", "LDM"): file(flux2, partial(to_ldm, levels=2)),
}
