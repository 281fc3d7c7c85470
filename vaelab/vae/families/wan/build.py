"""diffusers' VAEs of Wan and Qwen-Image on still images, from its arguments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from vaelab.vae.families.tiling import strided_tiles
from vaelab.vae.network import Network, Tiles
from vaelab.vae.recognized import RecognizedVAE

DEFAULT_TILE = 256


def build(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """AutoencoderKLWan, its weights still missing (on torch's meta device)."""
    from diffusers.models.autoencoders.autoencoder_kl_wan import AutoencoderKLWan, unpatchify

    with torch.device("meta"):
        module = AutoencoderKLWan(**vae.arguments)
    return _network(module, vae, unpatchify)


def build_qwen_image_2(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """AutoencoderKLQwenImage21, its weights still missing (on torch's meta device)."""
    from diffusers.models.autoencoders import autoencoder_kl_qwenimage21 as source

    with torch.device("meta"):
        module = source.AutoencoderKLQwenImage21(**vae.arguments)
    return _network(module, vae, source._unpatchify)


def _network(module: Any, vae: RecognizedVAE, unpatchify: Any) -> Network:
    fold: int | None = module.config.patch_size
    channels = module.config.in_channels // (fold * fold if fold else 1)
    tiled = False

    def encode(x: Tensor) -> tuple[Tensor, Tensor | None]:
        if channels == 4:
            x = torch.cat([x, torch.ones_like(x[:, :1])], 1)
        distribution = module.encode(x.unsqueeze(2)).latent_dist
        return distribution.mean[:, :, 0], distribution.logvar[:, :, 0]

    def decode(z: Tensor) -> Tensor:
        still = z.unsqueeze(2)
        if tiled:
            out: Tensor = module.decode(still).sample
            return out[:, :3, 0]
        # As the class decodes its first frame, but without its clamp, for what lies outside the range is counted.
        out = module.decoder(module.post_quant_conv(still), first_chunk=True)
        if fold:
            out = unpatchify(out, patch_size=fold)
        return out[:, :3, 0]

    def tile(side: int | None) -> Tiles:
        nonlocal tiled
        tiles = strided_tiles(module, vae, DEFAULT_TILE)(side)
        tiled = True
        return replace(
            tiles, note=f"{tiles.note}, and clamped before values outside the range could be counted"
        )

    # With folded pixels diffusers counts the encoder's tiles in folded and their limit in plain pixels.
    return Network(module, encode, decode, low=-1.0, tile=None if fold else tile)
