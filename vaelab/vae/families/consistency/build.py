"""diffusers' ConsistencyDecoderVAE, from its arguments: an encoder, and a decoder that draws noise."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from vaelab.vae.network import Network
from vaelab.vae.noise import CPUNoise, generator
from vaelab.vae.recognized import RecognizedVAE


def build(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """ConsistencyDecoderVAE, its weights still missing (on torch's meta device)."""
    from diffusers.models.autoencoders.consistency_decoder_vae import ConsistencyDecoderVAE

    with torch.device("meta"):
        module = ConsistencyDecoderVAE(**vae.arguments)
    # Its constants are no weights, so that no file fills them: they come from the smallest instance of the class.
    small = ConsistencyDecoderVAE(
        encoder_block_out_channels=(32,),
        encoder_down_block_types=("DownEncoderBlock2D",),
        decoder_block_out_channels=(32,),
        decoder_down_block_types=("ResnetDownsampleBlock2D",),
        decoder_up_block_types=("ResnetUpsampleBlock2D",),
    )
    module.means, module.stds = small.means, small.stds
    module.decoder_scheduler = small.decoder_scheduler

    def encode(x: Tensor) -> tuple[Tensor, Tensor | None]:
        distribution = module.encode(x).latent_dist
        return distribution.mean, distribution.logvar

    def decode(z: Tensor) -> Tensor:
        return seeded(z, range(len(z)))

    def seeded(z: Tensor, seeds: Sequence[int]) -> Tensor:
        module.means, module.stds = module.means.to(z), module.stds.to(z)
        # A generator for each image frees its noise from the batch; the context frees it from device and precision.
        with CPUNoise():
            sample: Tensor = module.decode(z, generator=[generator(seed) for seed in seeds]).sample
        return sample

    return Network(module, encode, decode, low=-1.0, decode_seeded=seeded)
