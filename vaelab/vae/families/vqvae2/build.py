"""VQ-VAE-2 with two codebooks (Razavi, van den Oord, Vinyals 2019, arXiv 1906.00446), in rosinality's form of it.

The bottom codes are chosen knowing the top ones: the top's quantized vectors are decoded to the bottom's resolution and
encoded with the bottom's features. Both latents together are one tensor here: the top's channels, then the bottom's, each
block of 2 × 2 positions as channels of one position, so that every value of both is in it once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from vaelab.vae.families.codebooks import entries_of, nearest
from vaelab.vae.families.vqvae2.recognize import StackLayer
from vaelab.vae.network import Network
from vaelab.vae.recognized import RecognizedVAE


class Residual(nn.Module):
    """x + conv(x)."""

    def __init__(self, layer: StackLayer) -> None:
        super().__init__()
        self.conv = nn.Sequential(
            nn.ReLU(),
            nn.Conv2d(layer.inputs, layer.hidden, 3, padding=1),
            nn.ReLU(),
            nn.Conv2d(layer.hidden, layer.outputs, 1),
        )

    def forward(self, x: Tensor) -> Tensor:
        """Same shape in and out."""
        result: Tensor = x + self.conv(x)
        return result


class Codebook(nn.Module):
    """Vectors (dim, entries), as the file has them."""

    embed: Tensor

    def __init__(self, entries: int, dim: int) -> None:
        super().__init__()
        self.register_buffer("embed", torch.empty(dim, entries))


class Stack(nn.Module):
    """A sequence under the name ``blocks``."""

    def __init__(self, layers: Sequence[StackLayer]) -> None:
        super().__init__()
        self.blocks = nn.Sequential(*map(_module, layers))

    def forward(self, x: Tensor) -> Tensor:
        """(N, C, h, w) to what the layers make of it."""
        result: Tensor = self.blocks(x)
        return result


class HierarchicalVQ(nn.Module):
    """The whole network; tensors are named as its author names them."""

    def __init__(
        self, stacks: Mapping[str, Sequence[StackLayer]], books: Mapping[str, tuple[int, int]]
    ) -> None:
        super().__init__()
        (_, top), (_, bottom) = books["t"], books["b"]
        self.enc_b, self.enc_t = Stack(stacks["enc_b"]), Stack(stacks["enc_t"])
        self.dec_t, self.dec = Stack(stacks["dec_t"]), Stack(stacks["dec"])
        fine, coarse = _width(stacks["enc_b"]), _width(stacks["enc_t"])
        self.quantize_conv_t = nn.Conv2d(coarse, top, 1)
        self.quantize_conv_b = nn.Conv2d(_width(stacks["dec_t"]) + fine, bottom, 1)
        self.upsample_t = nn.ConvTranspose2d(top, top, 4, stride=2, padding=1)
        self.quantize_t, self.quantize_b = Codebook(*books["t"]), Codebook(*books["b"])
        self.top = top

    def encode(self, x: Tensor) -> Tensor:
        """Images to the vectors that the codebooks replace, both levels in one tensor."""
        fine = self.enc_b(x)
        top = self.quantize_conv_t(self.enc_t(fine))
        bottom = self.quantize_conv_b(torch.cat([self.dec_t(self._quantized(top, self.quantize_t)), fine], 1))
        return torch.cat([top, F.pixel_unshuffle(bottom, 2)], 1)

    def decode(self, z: Tensor) -> Tensor:
        """Vectors of both levels to images."""
        top, bottom = self._levels(z)
        up = self.upsample_t(self._quantized(top, self.quantize_t))
        images: Tensor = self.dec(torch.cat([up, self._quantized(bottom, self.quantize_b)], 1))
        return images

    def codes(self, z: Tensor) -> tuple[tuple[Tensor, int], ...]:
        """Indices (N, h, w) and size of each codebook, the coarse one first."""
        pairs = zip(self._levels(z), (self.quantize_t.embed, self.quantize_b.embed), strict=True)
        return tuple((nearest(level, book.t()), book.shape[1]) for level, book in pairs)

    def _levels(self, z: Tensor) -> tuple[Tensor, Tensor]:
        return z[:, : self.top], F.pixel_shuffle(z[:, self.top :], 2)

    def _quantized(self, z: Tensor, book: Codebook) -> Tensor:
        return entries_of(nearest(z, book.embed.t()), book.embed.t())


def _module(layer: StackLayer) -> nn.Module:
    if layer.kind == "residual":
        return Residual(layer)
    if layer.kind == "relu":
        return nn.ReLU()
    if layer.kind == "transposed":
        return nn.ConvTranspose2d(layer.inputs, layer.outputs, 4, stride=2, padding=1)
    step = 2 if layer.kernel == 4 else 1
    return nn.Conv2d(
        layer.inputs, layer.outputs, layer.kernel, stride=step, padding=layer.kernel // 2 - (step == 2)
    )


def _width(layers: Sequence[StackLayer]) -> int:
    """Channels that a stack returns."""
    return next(layer.outputs for layer in reversed(layers) if layer.kind != "relu")


def build(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """The network, its weights still missing (on torch's meta device); the latent is what goes into the codebooks."""
    arguments: dict[str, Any] = dict(vae.arguments)
    with torch.device("meta"):
        module = HierarchicalVQ(arguments["stacks"], arguments["books"])

    def encode(x: Tensor) -> tuple[Tensor, Tensor | None]:
        return module.encode(x), None

    return Network(module, encode, module.decode, low=-1.0, codes=module.codes, packed=True)
