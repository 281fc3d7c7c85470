"""The multi-scale VQ autoencoder of VAR (Tian et al. 2024, arXiv 2404.02905, algorithms 1 and 2).

Encoder and decoder are LDM's. What they exchange is a sum: at ten resolutions, from coarse to fine, what is left over is
shrunk, replaced by codebook entries, enlarged again, smoothed by one of a few convolutions, and taken off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers.models.autoencoders.vae import Decoder, Encoder
from torch import Tensor, nn
from torch.nn import functional as F

from vaelab.vae.families.codebooks import entries_of, nearest
from vaelab.vae.network import Network
from vaelab.vae.recognized import RecognizedVAE

_SIDES = (1, 2, 3, 4, 5, 6, 8, 10, 13, 16)
"""Of the published model at 256 px, whose latent has 16 × 16 positions."""
_SIDES_512 = (1, 2, 3, 4, 6, 9, 13, 18, 24, 32)
_SMOOTHED = 0.5
"""Share of the convolution in what is taken off; the rest is the enlarged entries themselves."""


class MultiScaleQuantizer(nn.Module):
    """The codebook and the convolutions that smooth its enlarged entries."""

    def __init__(self, entries: int, width: int, smoothings: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(entries, width)
        self.smooth = nn.ModuleList(nn.Conv2d(width, width, 3, padding=1) for _ in range(smoothings))

    def forward(self, z: Tensor) -> Tensor:
        """What the decoder gets in the place of z (N, C, h, w)."""
        total = torch.zeros_like(z, dtype=torch.float32)
        for _, part in self._scales(z):
            total = total + part
        return total.to(z.dtype)

    def indices(self, z: Tensor) -> Tensor:
        """The entries chosen at all scales, coarse to fine (N, number of positions of all scales)."""
        return torch.cat([chosen.flatten(1) for chosen, _ in self._scales(z)], 1)

    def _scales(self, z: Tensor) -> Iterator[tuple[Tensor, Tensor]]:
        size = z.shape[2:]
        left = z.float()
        for number, grid in enumerate(_grids(*size)):
            last = number == len(_SIDES) - 1
            small = left if last else F.interpolate(left, size=grid, mode="area")
            chosen = nearest(small, self.embedding.weight)
            large = entries_of(chosen, self.embedding.weight).to(z.dtype)
            if not last:
                large = F.interpolate(large, size=size, mode="bicubic")
            smooth = self.smooth[_nearest_tick(number / (len(_SIDES) - 1), len(self.smooth))]
            part = (large * (1 - _SMOOTHED) + smooth(large.contiguous()) * _SMOOTHED).float()
            left = left - part
            yield chosen, part


def _grids(height: int, width: int) -> list[tuple[int, int]]:
    """Rows and columns at each scale; the last is the latent's own."""
    if (height, width) == (_SIDES_512[-1],) * 2:
        return [(side, side) for side in _SIDES_512]
    full = _SIDES[-1]
    return [(max(round(side * height / full), 1), max(round(side * width / full), 1)) for side in _SIDES]


def _nearest_tick(place: float, number: int) -> int:
    """Which of the convolutions serves a scale at ``place`` in [0, 1]: their ticks are evenly spaced in it."""
    # Four, as published, lie a third of their share from the ends; any other number a half. The third scale of ten lies
    # exactly between two ticks: these very operations are what decides for it.
    end = 1 / (3 if number == 4 else 2) / number
    return int(np.argmin(np.abs(np.linspace(end, 1 - end, number) - place)))


class MultiScaleVQ(nn.Module):
    """The whole network; tensors are named as diffusers names them, the quantizer's as here."""

    def __init__(self, arguments: dict[str, Any]) -> None:
        super().__init__()
        width, kernel = arguments["latent_channels"], arguments["kernel"]
        shared = {
            key: arguments[key]
            for key in (
                "block_out_channels",
                "layers_per_block",
                "norm_num_groups",
                "act_fn",
                "mid_block_add_attention",
            )
        }
        self.encoder = Encoder(
            in_channels=3,
            out_channels=width,
            down_block_types=arguments["down_block_types"],
            double_z=False,
            **shared,
        )
        self.decoder = Decoder(
            in_channels=width, out_channels=3, up_block_types=arguments["up_block_types"], **shared
        )
        self.quant_conv = nn.Conv2d(width, width, kernel, padding=kernel // 2)
        self.post_quant_conv = nn.Conv2d(width, width, kernel, padding=kernel // 2)
        self.quantize = MultiScaleQuantizer(arguments["entries"], width, arguments["smoothings"])


def build(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """The network, its weights still missing (on torch's meta device); the latent is what goes into the codebook."""
    with torch.device("meta"):
        module = MultiScaleVQ(dict(vae.arguments))

    def encode(x: Tensor) -> tuple[Tensor, Tensor | None]:
        return module.quant_conv(module.encoder(x)), None

    def decode(z: Tensor) -> Tensor:
        images: Tensor = module.decoder(module.post_quant_conv(module.quantize(z)))
        return images

    def codes(z: Tensor) -> tuple[tuple[Tensor, int]]:
        return ((module.quantize.indices(z), module.quantize.embedding.num_embeddings),)

    return Network(module, encode, decode, low=-1.0, codes=codes)
