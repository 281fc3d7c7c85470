"""TAEHV, written down layer by layer as its author's networks are laid out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
from family_cases import (
    Cases,
    Further,
    Images,
)
from torch import Tensor, nn
from torch.nn import functional as F


class MemBlock(nn.Module):
    def __init__(self, inputs: int, outputs: int, act: nn.Module) -> None:
        super().__init__()
        self.conv = nn.Sequential(
            conv(2 * inputs, outputs), act, conv(outputs, outputs), act, conv(outputs, outputs)
        )
        self.act = act
        self.skip = nn.Conv2d(inputs, outputs, 1, bias=False) if inputs != outputs else nn.Identity()


class SuperBlock(nn.Module):
    """x + project(relu(widen(each channel of [x, before] by its own 7×7 kernel)))."""

    def __init__(self, width: int) -> None:
        super().__init__()
        each = nn.Conv2d(2 * width, 2 * width, 7, padding=3, groups=2 * width, bias=False)
        widen, project = nn.Conv2d(2 * width, 4 * width, 1), nn.Conv2d(4 * width, width, 1, bias=False)
        self.conv = nn.ModuleList([each, widen, nn.Identity(), project])


class Merge(nn.Module):
    def __init__(self, width: int, frames: int) -> None:
        super().__init__()
        self.frames, self.conv = frames, nn.Conv2d(width * frames, width, 1, bias=False)


class Make(nn.Module):
    def __init__(self, width: int, frames: int) -> None:
        super().__init__()
        self.frames, self.conv = frames, nn.Conv2d(width, width * frames, 1, bias=False)


class Clamp(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return torch.tanh(x / 3) * 3


def conv(inputs: int, outputs: int, **changes: Any) -> nn.Conv2d:
    return nn.Conv2d(inputs, outputs, 3, padding=1, **changes)


def taehv(latent: int = 16, fold: int = 1, *, leaky: bool = False) -> nn.ModuleDict:
    """The layers, in the order in which the author's network lists them; widths smaller than published."""
    torch.manual_seed(0)
    w, (a, b, c) = 16, (32, 24, 16)
    act = nn.LeakyReLU(0.2) if leaky else nn.ReLU()
    # LTX-2's also halves the frames where the others keep them.
    merged, made = ((2, 2, 2), (2, 2, 2)) if fold == 4 else ((2, 2, 1), (1, 2, 2))
    encoder = nn.Sequential(
        conv(3 * fold**2, w), act,
        *[layer for frames in merged for layer in
          (Merge(w, frames), conv(w, w, stride=2, bias=False), *(MemBlock(w, w, act) for _ in range(3)))],
        conv(w, latent),
    )  # fmt: skip
    decoder = nn.Sequential(
        Clamp(), conv(latent, a), act,
        *[layer for (width, after), frames in zip(((a, b), (b, c), (c, c)), made, strict=True) for layer in
          (*(MemBlock(width, width, act) for _ in range(3)), nn.Upsample(scale_factor=2), Make(width, frames),
           conv(width, after, bias=False))],
        act, conv(c, 3 * fold**2),
    )  # fmt: skip
    decoder[-1].weight.data.mul_(60)
    decoder[-1].bias.data.fill_(0.5)
    return nn.ModuleDict({"encoder": encoder, "decoder": decoder}).eval().requires_grad_(False)


def super_taehv(latent: int = 48, fold: int = 2) -> nn.ModuleDict:
    """The 'super' variant: another decoder, which shuffles channels into pixels instead of repeating pixels."""
    module = taehv(latent, fold)
    torch.manual_seed(1)
    widths, made = (32, 24, 16, 12), (1, 2, 2)
    decoder = nn.Sequential(
        nn.Conv2d(latent, widths[0], 1, bias=False),
        *[layer for width, after, frames in zip(widths[:-1], widths[1:], made, strict=True) for layer in
          (*(SuperBlock(width) for _ in range(3)), conv(width, 4 * after), nn.ReLU(), Shuffle(), Make(after, frames))],
        conv(widths[-1], 3 * fold**2),
    )  # fmt: skip
    assert "22.bias" in decoder.state_dict()
    decoder[-1].weight.data.mul_(40)
    decoder[-1].bias.data.fill_(0.5)
    module["decoder"] = decoder
    return module.eval().requires_grad_(False)


class Shuffle(nn.Module):
    """Four channels that follow each other are the four pixels of a square."""

    def forward(self, x: Tensor) -> Tensor:
        count, channels, height, width = x.shape
        square = x.reshape(count, channels // 4, 2, 2, height, width).permute(0, 1, 4, 2, 5, 3)
        return square.reshape(count, channels // 4, 2 * height, 2 * width)


def by_channel(x: Tensor, past: Tensor, block: SuperBlock) -> Tensor:
    """A super block without torch's grouped convolution: each channel on its own."""
    each, widen, _, project = block.conv
    both = F.pad(torch.cat([x, past], 1), (3, 3, 3, 3))
    height, width = x.shape[-2:]
    kernel = each.weight[:, 0]
    mixed = sum(
        both[..., i : i + height, j : j + width] * kernel[:, i, j, None, None]
        for i in range(7)
        for j in range(7)
    )
    return x + project(torch.relu(widen(mixed)))


def one_by_one(layers: nn.Sequential, frames: list[Tensor]) -> list[Tensor]:
    """Every layer over the frames in their order, a block remembering the frame before."""
    for layer in layers:
        if isinstance(layer, MemBlock):
            before = [torch.zeros_like(frames[0]), *frames[:-1]]
            frames = [
                layer.act(layer.conv(torch.cat([x, past], 1)) + layer.skip(x))
                for x, past in zip(frames, before, strict=True)
            ]
        elif isinstance(layer, SuperBlock):
            before = [torch.zeros_like(frames[0]), *frames[:-1]]
            frames = [by_channel(x, past, layer) for x, past in zip(frames, before, strict=True)]
        elif isinstance(layer, Merge):
            groups = [frames[i : i + layer.frames] for i in range(0, len(frames), layer.frames)]
            frames = [layer.conv(torch.cat(group, 1)) for group in groups]
        elif isinstance(layer, Make):
            frames = [part for x in frames for part in layer.conv(x).chunk(layer.frames, 1)]
        else:
            frames = [layer(x) for x in frames]
    return frames


def reference(module: nn.ModuleDict, fold: int) -> Any:
    @torch.no_grad()
    def run(images: Images) -> Images:
        halves = module.to(memory_format=torch.channels_last)
        x = torch.from_numpy(images.copy()).permute(0, 3, 1, 2).float() / 255.0
        results = []
        for image in x.split(1):
            frames = 8 if fold == 4 else 4
            (latent,) = one_by_one(halves["encoder"], [F.pixel_unshuffle(image, fold)] * frames)
            *start, last = one_by_one(halves["decoder"], [latent])
            assert len(start) == frames - 1
            results.append(F.pixel_shuffle(last, fold))
        out = torch.cat(results).clamp(0, 1).permute(0, 2, 3, 1).numpy()
        return np.asarray((out * 255).round(), np.uint8)

    return run


def case(latent: int, fold: int, name: str = "taew.pth") -> Any:
    def make(folder: Path) -> Any:
        module = (
            super_taehv(latent, fold)
            if "super" in name
            else taehv(latent, fold, leaky=name.startswith("light"))
        )
        torch.save(module.state_dict(), folder / name)
        return folder / name, reference(module, fold)

    return make


VARIANTS: dict[str, tuple[int, int, str]] = {
    "Wan 2.1": (16, 1, "taew2_1.pth"),
    "Wan 2.2": (48, 2, "taew2_2.pth"),
    "HunyuanVideo 1.5": (32, 2, "taehv1_5.pth"),
    "HunyuanVideo 1.5, LightX2V": (32, 2, "lighttaehy1_5.pth"),
    "MiniMax H3": (24, 2, "taeh3_taehv.pth"),
    "LTX-2": (128, 4, "anything.pth"),
    "Wan 2.2, super": (48, 2, "taew2_2_super.pth"),
    "HunyuanVideo 1.5, super": (32, 2, "any_super.pth"),
}
TAEHV = ("TAEHV", "taehv")
CASES: Cases = {TAEHV: case(16, 1)}
FURTHER: Further = {f"TAEHV of {name}": (TAEHV, case(*variant)) for name, variant in VARIANTS.items()}
