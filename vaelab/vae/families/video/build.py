"""diffusers' VAEs of CogVideoX, EasyAnimate, K-VAE, Mochi, Cosmos and Stable Video Diffusion on still images."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from torch import Tensor

from vaelab.vae.families.still_network import one_frame, still_network
from vaelab.vae.network import Network
from vaelab.vae.recognized import RecognizedVAE


def build_cogvideox(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """AutoencoderKLCogVideoX."""
    from diffusers.models.autoencoders.autoencoder_kl_cogvideox import AutoencoderKLCogVideoX

    return still_network(AutoencoderKLCogVideoX, vae)


def build_magvit(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """AutoencoderKLMagvit."""
    from diffusers.models.autoencoders.autoencoder_kl_magvit import AutoencoderKLMagvit

    return still_network(AutoencoderKLMagvit, vae, tiled=True)


def build_kvae(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """AutoencoderKLKVAEVideo."""
    from diffusers.models.autoencoders.autoencoder_kl_kvae_video import AutoencoderKLKVAEVideo

    return still_network(AutoencoderKLKVAEVideo, vae)


def build_mochi(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """AutoencoderKLMochi."""
    from diffusers.models.autoencoders.autoencoder_kl_mochi import AutoencoderKLMochi

    return still_network(AutoencoderKLMochi, vae, tiled=True)


def build_cosmos(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """AutoencoderKLCosmos; its wavelets are constants of the class, in no file."""
    from diffusers.models.autoencoders import autoencoder_kl_cosmos as source

    network = still_network(source.AutoencoderKLCosmos, vae)
    module: Any = network.module
    patch = vae.arguments["patch_size"], vae.arguments["patch_type"]
    module.encoder.patch_embed = source.CosmosPatchEmbed3d(*patch)
    module.decoder.unpatch_embed = source.CosmosUnpatcher3d(*patch)

    def encode(x: Tensor) -> tuple[Tensor, Tensor | None]:
        return one_frame(module.encode(x.unsqueeze(2)).latent_dist.mode()), None

    return Network(module, encode, network.decode, low=network.low)


def build_temporal_decoder(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """AutoencoderKLTemporalDecoder: encodes image by image; every image is decoded as a video of one frame."""
    from diffusers.models.autoencoders.autoencoder_kl_temporal_decoder import AutoencoderKLTemporalDecoder

    network = still_network(AutoencoderKLTemporalDecoder, vae)
    module: Any = network.module

    def encode(x: Tensor) -> tuple[Tensor, Tensor | None]:
        distribution = module.encode(x).latent_dist
        return distribution.mean, distribution.logvar

    def decode(z: Tensor) -> Tensor:
        sample: Tensor = module.decode(z, num_frames=1).sample
        return sample

    return Network(module, encode, decode, low=network.low)
