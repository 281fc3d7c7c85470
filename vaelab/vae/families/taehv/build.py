"""Tiny video autoencoders in the layout of madebyollin's ``taehv`` (MIT) on still images: TAEHV, TAEW2.1, TAEW2.2, TAELTX.

Convolutions on single frames in [0, 1]; blocks that also see the frame before (zeros before the first); layers that merge
frames into one or make several of one. A still image is as many equal frames as make one latent; the frames that the
decoder makes of it are a beginning and one last frame, which is the image, as its author trims them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from vaelab.vae.families.layers import SoftClamp
from vaelab.vae.families.taehv.recognize import VideoLayer
from vaelab.vae.network import Network
from vaelab.vae.recognized import RecognizedVAE


class MemoryBlock(nn.Module):
    """act(conv([x, before]) + skip(x)), ``before`` being the features of the frame before."""

    def __init__(self, inputs: int, outputs: int, slope: float) -> None:
        super().__init__()
        self.conv = nn.Sequential(
            nn.Conv2d(2 * inputs, outputs, 3, padding=1),
            _activation(slope),
            nn.Conv2d(outputs, outputs, 3, padding=1),
            _activation(slope),
            nn.Conv2d(outputs, outputs, 3, padding=1),
        )
        self.act = _activation(slope)
        self.skip = nn.Conv2d(inputs, outputs, 1, bias=False) if inputs != outputs else nn.Identity()

    def forward(self, x: Tensor, before: Tensor) -> Tensor:
        """(frames, inputs, h, w) twice to (frames, outputs, h, w)."""
        result: Tensor = self.act(self.conv(torch.cat([x, before], 1)) + self.skip(x))
        return result


class SuperBlock(nn.Module):
    """x + project(relu(widen(k * [x, before]))), where k is a 7×7 kernel for each channel: the "super" decoder's memory."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        both = 2 * channels
        self.conv = nn.Sequential(
            nn.Conv2d(both, both, 7, padding=3, groups=both, bias=False),
            nn.Conv2d(both, 2 * both, 1),
            nn.ReLU(),
            nn.Conv2d(2 * both, channels, 1, bias=False),
        )

    def forward(self, x: Tensor, before: Tensor) -> Tensor:
        """(frames, channels, h, w) twice to the same."""
        result: Tensor = self.conv(torch.cat([x, before], 1)) + x
        return result


class Frames(nn.Module):
    """A 1×1 convolution that merges ``step`` frames into one, or makes ``step`` of one."""

    def __init__(self, channels: int, step: int, merges: bool) -> None:
        super().__init__()
        self.channels, self.step, self.merges = channels, step, merges
        sides = (channels * step, channels) if merges else (channels, channels * step)
        self.conv = nn.Conv2d(*sides, 1, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        """(frames, channels, h, w) to (frames / step or frames * step, channels, h, w)."""
        height, width = x.shape[2:]
        if self.merges:
            merged: Tensor = self.conv(x.reshape(-1, self.channels * self.step, height, width))
            return merged
        made: Tensor = self.conv(x)
        return made.reshape(-1, self.channels, height, width)


class VideoSequence(nn.Sequential):
    """The layers of one half, run on the frames of several images that follow one another."""

    def run(self, x: Tensor, images: int) -> Tensor:
        """(images * frames, channels, h, w) to the same of the output."""
        for layer in self:
            if isinstance(layer, MemoryBlock | SuperBlock):
                each = x.reshape(images, -1, *x.shape[1:])
                before = torch.cat([torch.zeros_like(each[:, :1]), each[:, :-1]], 1).flatten(0, 1)
                x = layer(x, before)
            else:
                x = layer(x)
        return x


class TinyVideoAutoencoder(nn.Module):
    """Encoder and decoder, each the sequence of layers that its plan lists; tensors are named by place."""

    def __init__(self, encoder: Sequence[VideoLayer], decoder: Sequence[VideoLayer], slope: float) -> None:
        """Build both halves; ``slope`` is that of the ReLUs below zero."""
        super().__init__()
        self.encoder = VideoSequence(*(_module(layer, slope) for layer in encoder))
        self.decoder = VideoSequence(*(_module(layer, slope) for layer in decoder))


def _activation(slope: float) -> nn.Module:
    return nn.LeakyReLU(slope) if slope else nn.ReLU()


def _module(layer: VideoLayer, slope: float) -> nn.Module:
    if layer.kind == "memory":
        return MemoryBlock(layer.inputs, layer.outputs, slope)
    if layer.kind == "super":
        return SuperBlock(layer.outputs)
    if layer.kind in ("pool", "grow"):
        return Frames(layer.inputs, layer.step, merges=layer.kind == "pool")
    if layer.kind == "conv":
        side = layer.kernel
        return nn.Conv2d(
            layer.inputs, layer.outputs, side, stride=layer.step, padding=side // 2, bias=layer.bias
        )
    if layer.kind == "upsample":
        return nn.Upsample(scale_factor=layer.step)
    if layer.kind == "shuffle":
        return nn.PixelShuffle(layer.step)
    return SoftClamp() if layer.kind == "clamp" else _activation(slope)


def build(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """The network, its weights still missing (on torch's meta device)."""
    plan: dict[str, Any] = dict(vae.arguments)
    fold, frames = int(plan["fold"]), int(plan["frames"])
    with torch.device("meta"):
        module = TinyVideoAutoencoder(plan["encoder"], plan["decoder"], plan["slope"])

    def encode(x: Tensor) -> tuple[Tensor, Tensor | None]:
        folded = F.pixel_unshuffle(x, fold)
        return module.encoder.run(folded.repeat_interleave(frames, 0), len(x)), None

    def decode(z: Tensor) -> Tensor:
        every = module.decoder.run(z, len(z))
        return F.pixel_shuffle(every[frames - 1 :: frames], fold)

    return Network(module, encode, decode, low=0.0)
