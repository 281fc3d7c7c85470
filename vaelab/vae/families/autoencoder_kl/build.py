"""diffusers' AutoencoderKL (Stable Diffusion, SDXL, SD3, Flux.1, CogView4, LDM) and its kin, from its arguments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from diffusers.models.autoencoders.autoencoder_kl import AutoencoderKL
from torch import Tensor

from vaelab.vae.families.tiling import check_side, quartered
from vaelab.vae.latent_units import Units
from vaelab.vae.network import Network, Tiles
from vaelab.vae.recognized import RecognizedVAE

DEFAULT_TILE = 512


def build(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """AutoencoderKL, its weights still missing (on torch's meta device)."""
    with torch.device("meta"):
        module = AutoencoderKL(**vae.arguments)
    return _network(module, vae, tiled=True)


def build_flux2(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """AutoencoderKLFlux2; the statistics by which its pipeline packs latents are loaded, and play no part here."""
    from diffusers.models.autoencoders.autoencoder_kl_flux2 import AutoencoderKLFlux2

    with torch.device("meta"):
        module: Any = AutoencoderKLFlux2(**vae.arguments)

    def units() -> Units | None:
        if module.bn is None:
            return None  # it encodes alone, or decodes alone
        shape = (-1, *module.config.patch_size)
        scale = torch.rsqrt(module.bn.running_var.double() + module.config.batch_norm_eps)
        statistics = (module.bn.running_mean.double(), scale)
        return Units(*(part.reshape(shape).cpu().numpy() for part in statistics))

    return replace(_network(module, vae, tiled=True), units=units)


def build_asymmetric(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """AsymmetricAutoencoderKL, decoding without a mask; diffusers cannot tile it."""
    from diffusers.models.autoencoders.autoencoder_asym_kl import AsymmetricAutoencoderKL

    with torch.device("meta"):
        module = AsymmetricAutoencoderKL(**vae.arguments)
    return _network(module, vae, tiled=False)


def build_hunyuan_image(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """AutoencoderKLHunyuanImage; the tiling of its class expects video and fails on images."""
    from diffusers.models.autoencoders.autoencoder_kl_hunyuanimage import AutoencoderKLHunyuanImage

    with torch.device("meta"):
        module = AutoencoderKLHunyuanImage(**vae.arguments)
    return _network(module, vae, tiled=False)


def build_kvae(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """AutoencoderKLKVAE."""
    from diffusers.models.autoencoders.autoencoder_kl_kvae import AutoencoderKLKVAE

    with torch.device("meta"):
        module = AutoencoderKLKVAE(**vae.arguments)
    return _network(module, vae, tiled=True)


def _network(module: Any, vae: RecognizedVAE, tiled: bool) -> Network:
    def encode(x: Tensor) -> tuple[Tensor, Tensor | None]:
        distribution = module.encode(x).latent_dist
        return distribution.mean, distribution.logvar

    def decode(z: Tensor) -> Tensor:
        sample: Tensor = module.decode(z).sample
        return sample

    def tile(side: int | None) -> Tiles:
        if side is None:
            step = 4 * vae.factor
            side = max(vae.sample_size or DEFAULT_TILE, 256) // step * step
        check_side(vae, side)
        module.tile_sample_min_size = side
        module.tile_latent_min_size = side // vae.factor
        module.enable_tiling()
        return quartered(side)

    return Network(module, encode, decode, low=-1.0, tile=tile if tiled else None)
