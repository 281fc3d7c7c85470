"""diffusers' VAEs of HunyuanVideo, HunyuanVideo 1.5 and HunyuanImage's refiner on still images."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from vaelab.vae.families.still_network import still_network
from vaelab.vae.network import Network
from vaelab.vae.recognized import RecognizedVAE


def build(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """AutoencoderKLHunyuanVideo."""
    from diffusers.models.autoencoders.autoencoder_kl_hunyuan_video import AutoencoderKLHunyuanVideo

    return still_network(AutoencoderKLHunyuanVideo, vae, tiled=True)


def build_15(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """HunyuanVideo 1.5, whose class mistakes the images of a batch for the heads of its attention: one after the other."""
    from diffusers.models.autoencoders.autoencoder_kl_hunyuanvideo15 import AutoencoderKLHunyuanVideo15

    network = still_network(AutoencoderKLHunyuanVideo15, vae)

    def encode(x: Tensor) -> tuple[Tensor, Tensor | None]:
        means, logvars = zip(*(network.encode(image[None]) for image in x.unbind()), strict=True)
        return torch.cat(means), torch.cat(logvars)

    def decode(z: Tensor) -> Tensor:
        return torch.cat([network.decode(latent[None]) for latent in z.unbind()])

    return Network(network.module, encode, decode, low=network.low)


def build_refiner(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """AutoencoderKLHunyuanImageRefiner."""
    from diffusers.models.autoencoders.autoencoder_kl_hunyuanimage_refiner import (
        AutoencoderKLHunyuanImageRefiner,
    )

    return still_network(AutoencoderKLHunyuanImageRefiner, vae)
