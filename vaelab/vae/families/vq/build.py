"""diffusers' VQModel, with its own quantizer, LlamaGen's or taming's Gumbel quantizer, from its arguments."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from vaelab.vae.families.codebooks import entries_of, nearest
from vaelab.vae.network import Network
from vaelab.vae.recognized import RecognizedVAE


def build(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """VQModel, its weights still missing; the latent is what the encoder returns, and decoding quantizes it."""
    from diffusers.models.autoencoders.vq_model import VQModel

    with torch.device("meta"):
        module = VQModel(**vae.arguments)

    def encode(x: Tensor) -> tuple[Tensor, Tensor | None]:
        return module.encode(x).latents, None

    def decode(z: Tensor) -> Tensor:
        sample: Tensor = module.decode(z).sample
        return sample

    def codes(z: Tensor) -> tuple[tuple[Tensor, int]]:
        indices: Tensor = module.quantize(z)[2][2]
        return ((indices.view(len(z), *z.shape[2:]), module.quantize.n_e),)

    return Network(module, encode, decode, low=-1.0, codes=codes)


def build_unit(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """VQModel with LlamaGen's choice of entries: vectors and codebook are scaled to length 1 before they are compared."""
    from diffusers.models.autoencoders.vq_model import VQModel

    with torch.device("meta"):
        module = VQModel(**vae.arguments)

    def encode(x: Tensor) -> tuple[Tensor, Tensor | None]:
        return module.encode(x).latents, None

    def decode(z: Tensor) -> Tensor:
        book = module.quantize.embedding.weight
        chosen = entries_of(nearest(z, book, unit=True), book, unit=True)
        sample: Tensor = module.decode(chosen, force_not_quantize=True).sample
        return sample

    def codes(z: Tensor) -> tuple[tuple[Tensor, int]]:
        book = module.quantize.embedding.weight
        return ((nearest(z, book, unit=True), len(book)),)

    return Network(module, encode, decode, low=-1.0, codes=codes)


class GumbelQuantizer(nn.Module):
    """The book, and the convolution that scores its entries (Jang et al. 2017, arXiv 1611.01144)."""

    def __init__(self, entries: int, width: int) -> None:
        super().__init__()
        self.proj = nn.Conv2d(width, entries, 1)
        self.embed = nn.Embedding(entries, width)

    def indices(self, z: Tensor) -> Tensor:
        """The entry that scores best, for each vector of z (N, C, h, w): (N, h, w)."""
        scores: Tensor = self.proj(z)
        return scores.argmax(1)

    def forward(self, z: Tensor) -> Tensor:
        """What the decoder gets in the place of z."""
        return entries_of(self.indices(z), self.embed.weight)


def build_gumbel(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """VQModel with taming's Gumbel quantizer, its weights still missing; the latent is what goes into the scores."""
    from diffusers.models.autoencoders.vq_model import VQModel

    with torch.device("meta"):
        module: Any = VQModel(**vae.arguments)
        module.quantize = GumbelQuantizer(module.config.num_vq_embeddings, module.config.vq_embed_dim)

    def encode(x: Tensor) -> tuple[Tensor, Tensor | None]:
        return module.encode(x).latents, None

    def decode(z: Tensor) -> Tensor:
        sample: Tensor = module.decode(module.quantize(z), force_not_quantize=True).sample
        return sample

    def codes(z: Tensor) -> tuple[tuple[Tensor, int]]:
        return ((module.quantize.indices(z), module.quantize.embed.num_embeddings),)

    return Network(module, encode, decode, low=-1.0, codes=codes)
