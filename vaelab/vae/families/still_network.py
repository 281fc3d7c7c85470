"""diffusers' video autoencoders on still images: a video of one frame in, one frame out."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from vaelab.errors import VAEError
from vaelab.vae.families.tiling import strided_tiles
from vaelab.vae.network import Network
from vaelab.vae.recognized import RecognizedVAE

DEFAULT_TILE = 256


def still_network(model: Any, vae: RecognizedVAE, *, tiled: bool = False) -> Network:
    """The class ``model``, its weights still missing (on torch's meta device); ``tiled``: whether it is told its tiles' stride."""
    with torch.device("meta"):
        module: Any = model(**vae.arguments)

    def encode(x: Tensor) -> tuple[Tensor, Tensor | None]:
        distribution = module.encode(x.unsqueeze(2)).latent_dist
        return one_frame(distribution.mean), one_frame(distribution.logvar)

    def decode(z: Tensor) -> Tensor:
        return one_frame(module.decode(z.unsqueeze(2)).sample)

    tile = strided_tiles(module, vae, DEFAULT_TILE) if tiled else None
    return Network(module, encode, decode, low=-1.0, tile=tile)


def one_frame(video: Tensor) -> Tensor:
    """The only frame of a video (N, C, 1, H, W).

    Raises:
        VAEError: it has another number of frames.
    """
    if video.shape[2] != 1:
        raise VAEError(
            f"Its class made {video.shape[2]} frames of one: it is no VAE through which a still image has a round trip."
        )
    return video[:, :, 0]
