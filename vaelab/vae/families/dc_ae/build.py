"""diffusers' AutoencoderDC, from its arguments."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from vaelab.vae.families.tiling import strided_tiles
from vaelab.vae.network import Network
from vaelab.vae.recognized import RecognizedVAE

DEFAULT_TILE = 512


def build(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """AutoencoderDC, its weights still missing (on torch's meta device)."""
    from diffusers.models.autoencoders.autoencoder_dc import AutoencoderDC

    with torch.device("meta"):
        module = AutoencoderDC(**vae.arguments)

    def encode(x: Tensor) -> tuple[Tensor, Tensor | None]:
        return module.encode(x).latent, None

    def decode(z: Tensor) -> Tensor:
        sample: Tensor = module.decode(z).sample
        return sample

    return Network(module, encode, decode, low=-1.0, tile=strided_tiles(module, vae, DEFAULT_TILE))
