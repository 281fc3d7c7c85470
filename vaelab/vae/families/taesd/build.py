"""Tiny autoencoders in the layout of madebyollin's ``taesd`` (MIT): TAESD, TAESDXL, TAESD3, TAEF1, TAEF2, TAESANA.

Plain convolutions, ReLUs and residual blocks on images in [0, 1]; latents are already scaled, and the decoder first
squashes them softly to [-3, 3]. There is no posterior: the encoder's output is the latent.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

import torch
from torch import Tensor, nn

from vaelab.vae.families.layers import SoftClamp
from vaelab.vae.families.taesd.recognize import Layer
from vaelab.vae.network import Network
from vaelab.vae.recognized import RecognizedVAE

POOL_GROUPS = 4


class Block(nn.Module):
    """relu(conv(x') + skip(x')) with x' = x + pool(x), where the pool branch (TAEF2) sees the whole image's statistics."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        inputs, outputs = layer.inputs, layer.outputs
        self.conv = nn.Sequential(
            nn.Conv2d(inputs, outputs, 3, padding=1),
            nn.ReLU(),
            nn.Conv2d(outputs, outputs, 3, padding=1),
            nn.ReLU(),
            nn.Conv2d(outputs, outputs, 3, padding=1),
        )
        self.skip = nn.Conv2d(inputs, outputs, 1, bias=False) if inputs != outputs else nn.Identity()
        self.pool: nn.Sequential | None = None
        if layer.pooled:
            self.pool = nn.Sequential(
                nn.Conv2d(inputs, layer.pooled, 1, bias=False),
                nn.GroupNorm(POOL_GROUPS, layer.pooled),
                nn.ReLU(),
                nn.Conv2d(layer.pooled, inputs, 1, bias=False),
            )

    def forward(self, x: Tensor) -> Tensor:
        """(N, inputs, h, w) to (N, outputs, h, w)."""
        if self.pool is not None:
            x = x + self.pool(x)
        return torch.relu(self.conv(x) + self.skip(x))


class TinyAutoencoder(nn.Module):
    """Encoder and decoder, each the sequence of layers that its plan lists; tensors are named by place."""

    def __init__(self, encoder: Sequence[Layer], decoder: Sequence[Layer]) -> None:
        super().__init__()
        self.encoder = nn.Sequential(*map(_module, encoder))
        self.decoder = nn.Sequential(*map(_module, decoder))


def _module(layer: Layer) -> nn.Module:
    if layer.kind == "block":
        return Block(layer)
    if layer.kind == "conv":
        return nn.Conv2d(layer.inputs, layer.outputs, 3, stride=layer.stride, padding=1, bias=layer.bias)
    if layer.kind == "upsample":
        return nn.Upsample(scale_factor=2)
    return SoftClamp() if layer.kind == "clamp" else nn.ReLU()


def build(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """The network, its weights still missing (on torch's meta device)."""
    plans = cast("dict[str, Sequence[Layer]]", vae.arguments)
    with torch.device("meta"):
        module = TinyAutoencoder(plans["encoder"], plans["decoder"])

    def encode(x: Tensor) -> tuple[Tensor, Tensor | None]:
        return module.encoder(x), None

    return Network(module, encode, module.decoder, low=0.0)
