"""diffusers' VAEs of LTX-Video and LTX-2 on still images."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from vaelab.vae.families.still_network import one_frame, still_network
from vaelab.vae.latent_units import Units
from vaelab.vae.network import Network
from vaelab.vae.noise import CPUNoise
from vaelab.vae.recognized import RecognizedVAE


def build(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """AutoencoderKLLTXVideo."""
    from diffusers.models.autoencoders.autoencoder_kl_ltx import AutoencoderKLLTXVideo

    return _network(AutoencoderKLLTXVideo, vae)


def build_2(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """AutoencoderKLLTX2Video."""
    from diffusers.models.autoencoders.autoencoder_kl_ltx2 import AutoencoderKLLTX2Video

    return _network(AutoencoderKLLTX2Video, vae)


def _network(model: Any, vae: RecognizedVAE) -> Network:
    """Some decode at a time step, which is 0 here, and add noise of the decoder's own."""
    network = still_network(model, vae, tiled=True)
    module: Any = network.module

    def decode(z: Tensor) -> Tensor:
        steps = z.new_zeros(len(z)) if module.config.timestep_conditioning else None
        return one_frame(module.decode(z.unsqueeze(2), steps).sample)

    def decode_seeded(z: Tensor, seeds: Sequence[int]) -> Tensor:
        # Image by image: the class draws one plane of noise for a whole batch.
        results = []
        for latent, seed in zip(z.unbind(), seeds, strict=True):
            with CPUNoise(seed):
                results.append(decode(latent[None]))
        return torch.cat(results)

    def units() -> Units | None:
        mean, std = (
            part.double().cpu().numpy().reshape(-1, 1, 1)
            for part in (module.latents_mean, module.latents_std)
        )
        return Units(mean, 1 / std) if (std > 0).all() else None

    noisy = any(module.config.decoder_inject_noise)
    return Network(
        module,
        network.encode,
        decode,
        low=network.low,
        tile=network.tile,
        decode_seeded=decode_seeded if noisy else None,
        units=units,
    )
