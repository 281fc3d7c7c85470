"""diffusers' AutoencoderKL (Stable Diffusion, SDXL, SD3, Flux.1, CogView4, LDM), built from a verdict's arguments."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from diffusers.models.autoencoders.autoencoder_kl import AutoencoderKL
from torch import Tensor

from vaelab.errors import VAEError
from vaelab.vae.torch_codec import Network
from vaelab.vae.verdict import Verdict

DEFAULT_TILE = 512


def build(verdict: Verdict, files: Sequence[Path]) -> Network:
    """The network, its weights still missing (on torch's meta device)."""
    with torch.device("meta"):
        module = AutoencoderKL(**verdict.arguments)

    def encode(x: Tensor) -> tuple[Tensor, Tensor | None]:
        distribution = module.encode(x).latent_dist
        return distribution.mean, distribution.logvar

    def decode(z: Tensor) -> Tensor:
        sample: Tensor = module.decode(z).sample
        return sample

    def tile(side: int | None) -> str:
        # diffusers blends a quarter of each tile, counted in latent positions.
        step = 4 * verdict.factor
        if side is None:
            side = max(verdict.sample_size or DEFAULT_TILE, 256) // step * step
        if side < step or side % step:
            raise VAEError(
                f"A tile of {side} px does not fit {verdict.label}: its tiles are multiples of {step} px."
            )
        module.tile_sample_min_size = side
        module.tile_latent_min_size = side // verdict.factor
        module.enable_tiling()
        return f"images larger than {side} px are encoded and decoded in tiles of {side} px that overlap by a quarter"

    return Network(module, encode, decode, low=-1.0, tile=tile)
