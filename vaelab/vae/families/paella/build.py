"""diffusers' PaellaVQModel, from its arguments."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from vaelab.vae.network import Network
from vaelab.vae.recognized import RecognizedVAE


def build(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """PaellaVQModel on images in [0, 1], its weights still missing; its codebook is loaded and plays no part."""
    try:
        from diffusers.pipelines.deprecated.wuerstchen.modeling_paella_vq_model import PaellaVQModel
    except ImportError:
        from diffusers.pipelines.wuerstchen.modeling_paella_vq_model import PaellaVQModel

    with torch.device("meta"):
        module = PaellaVQModel(**vae.arguments)

    def encode(x: Tensor) -> tuple[Tensor, Tensor | None]:
        return module.encode(x).latents, None

    def decode(z: Tensor) -> Tensor:
        sample: Tensor = module.decode(z).sample
        return sample

    return Network(module, encode, decode, low=0.0)
