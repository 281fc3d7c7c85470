"""diffusers' video autoencoders on still images, from its arguments: a video of one frame in, one frame out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from vaelab.errors import VAEError
from vaelab.vae.network import Network
from vaelab.vae.recognized import RecognizedVAE

DEFAULT_TILE = 256

_PLACES: Mapping[str, tuple[str, str]] = {
    "hunyuan_video": ("autoencoder_kl_hunyuan_video", "AutoencoderKLHunyuanVideo"),
    "hunyuan_video_15": ("autoencoder_kl_hunyuanvideo15", "AutoencoderKLHunyuanVideo15"),
    "hunyuan_refiner": ("autoencoder_kl_hunyuanimage_refiner", "AutoencoderKLHunyuanImageRefiner"),
    "cogvideox": ("autoencoder_kl_cogvideox", "AutoencoderKLCogVideoX"),
    "magvit": ("autoencoder_kl_magvit", "AutoencoderKLMagvit"),
    "kvae_video": ("autoencoder_kl_kvae_video", "AutoencoderKLKVAEVideo"),
    "mochi": ("autoencoder_kl_mochi", "AutoencoderKLMochi"),
    "cosmos": ("autoencoder_kl_cosmos", "AutoencoderKLCosmos"),
    "temporal_decoder": ("autoencoder_kl_temporal_decoder", "AutoencoderKLTemporalDecoder"),
    "ltx_video": ("autoencoder_kl_ltx", "AutoencoderKLLTXVideo"),
    "ltx2_video": ("autoencoder_kl_ltx2", "AutoencoderKLLTX2Video"),
}
"""Family to the module of diffusers and the class in it."""

_STRIDES = frozenset({"hunyuan_video", "magvit", "mochi", "ltx_video", "ltx2_video"})
"""Families whose class is told the size of its tiles and how far they lie apart; the others are not tiled."""


def build(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """The class, its weights still missing (on torch's meta device)."""
    module, name = _PLACES[vae.family]
    source = import_module(f"diffusers.models.autoencoders.{module}")
    with torch.device("meta"):
        made = getattr(source, name)(**vae.arguments)
    return _network(made, vae)


def build_single(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """HunyuanVideo 1.5, whose class mistakes the images of a batch for the heads of its attention: one after the other."""
    network = build(vae, files)

    def encode(x: Tensor) -> tuple[Tensor, Tensor | None]:
        means, logvars = zip(*(network.encode(image[None]) for image in x.unbind()), strict=True)
        return torch.cat(means), torch.cat(logvars)

    def decode(z: Tensor) -> Tensor:
        return torch.cat([network.decode(latent[None]) for latent in z.unbind()])

    return Network(network.module, encode, decode, low=network.low)


def build_cosmos(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """AutoencoderKLCosmos; its wavelets are constants of the class, in no file."""
    source = import_module("diffusers.models.autoencoders.autoencoder_kl_cosmos")
    network = build(vae, files)
    module: Any = network.module
    patch = vae.arguments["patch_size"], vae.arguments["patch_type"]
    module.encoder.patch_embed = source.CosmosPatchEmbed3d(*patch)
    module.decoder.unpatch_embed = source.CosmosUnpatcher3d(*patch)

    def encode(x: Tensor) -> tuple[Tensor, Tensor | None]:
        return _one(module.encode(x.unsqueeze(2)).latent_dist.mode()), None

    return Network(module, encode, network.decode, low=network.low)


def build_temporal_decoder(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """AutoencoderKLTemporalDecoder: encodes image by image; every image is decoded as a video of one frame."""
    network = build(vae, files)
    module: Any = network.module

    def encode(x: Tensor) -> tuple[Tensor, Tensor | None]:
        distribution = module.encode(x).latent_dist
        return distribution.mean, distribution.logvar

    def decode(z: Tensor) -> Tensor:
        sample: Tensor = module.decode(z, num_frames=1).sample
        return sample

    return Network(module, encode, decode, low=network.low)


def build_ltx(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """The VAEs of LTX; some decode at a time step, which is 0 here, and add noise of the decoder's own."""
    network = build(vae, files)
    module: Any = network.module

    def decode(z: Tensor) -> Tensor:
        steps = z.new_zeros(len(z)) if module.config.timestep_conditioning else None
        return _one(module.decode(z.unsqueeze(2), steps).sample)

    def decode_seeded(z: Tensor, seeds: Sequence[int]) -> Tensor:
        # The class takes no generator: the global one is seeded for each image and put back.
        devices = [z.device] if z.device.type == "cuda" else []
        results = []
        for latent, seed in zip(z.unbind(), seeds, strict=True):
            with torch.random.fork_rng(devices=devices):
                torch.manual_seed(seed)
                results.append(decode(latent[None]))
        return torch.cat(results)

    noisy = any(module.config.decoder_inject_noise)
    return Network(
        module,
        network.encode,
        decode,
        low=network.low,
        tile=network.tile,
        decode_seeded=decode_seeded if noisy else None,
    )


def _network(module: Any, vae: RecognizedVAE) -> Network:
    def encode(x: Tensor) -> tuple[Tensor, Tensor | None]:
        distribution = module.encode(x.unsqueeze(2)).latent_dist
        return _one(distribution.mean), _one(distribution.logvar)

    def decode(z: Tensor) -> Tensor:
        return _one(module.decode(z.unsqueeze(2)).sample)

    return Network(module, encode, decode, low=-1.0, tile=_tile(module, vae))


def _one(video: Tensor) -> Tensor:
    """The only frame of a video (N, C, 1, H, W).

    Raises:
        VAEError: it has another number of frames.
    """
    if video.shape[2] != 1:
        raise VAEError(
            f"Its class made {video.shape[2]} frames of one: it is no VAE through which a still image has a round trip."
        )
    return video[:, :, 0]


def _tile(module: Any, vae: RecognizedVAE) -> Callable[[int | None], str] | None:
    if vae.family not in _STRIDES:
        return None

    def tile(side: int | None) -> str:
        step = 4 * vae.factor
        side = max(DEFAULT_TILE // step * step, step) if side is None else side
        if side < step or side % step:
            raise VAEError(
                f"A tile of {side} px does not fit {vae.label}: its tiles are multiples of {step} px."
            )
        stride = side // 4 * 3
        module.enable_tiling(
            tile_sample_min_height=side,
            tile_sample_min_width=side,
            tile_sample_stride_height=stride,
            tile_sample_stride_width=stride,
        )
        return f"images larger than {side} px are encoded and decoded in tiles of {side} px that overlap by a quarter"

    return tile
