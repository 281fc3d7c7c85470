"""Tiny random VAEs, and their files in every layout that VAELab reads."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from diffusers import AutoencoderKL
from torch import Tensor, nn

Images = npt.NDArray[np.uint8]


def random_kl(
    widths: tuple[int, ...] = (32, 64), *, attention: bool = False, seed: int = 0, **changes: Any
) -> AutoencoderKL:
    """An AutoencoderKL with random weights whose posterior and output are neither tiny nor saturated."""
    torch.manual_seed(seed)
    arguments: dict[str, Any] = {
        "block_out_channels": widths,
        "down_block_types": tuple(
            ["AttnDownEncoderBlock2D" if attention else "DownEncoderBlock2D"] * len(widths)
        ),
        "up_block_types": tuple(["AttnUpDecoderBlock2D" if attention else "UpDecoderBlock2D"] * len(widths)),
        "layers_per_block": 1,
        "latent_channels": 4,
        "sample_size": 64,
    }
    module = AutoencoderKL(**{**arguments, **changes}).eval().requires_grad_(False)
    module.encoder.conv_out.weight.mul_(3)
    return module


def to_ldm(state: dict[str, Tensor], levels: int) -> dict[str, Tensor]:
    """The names and shapes of the original (LDM) layout for a diffusers AutoencoderKL."""
    rules = (
        (r"\.mid_block\.resnets\.(\d)\.", lambda m: f".mid.block_{int(m[1]) + 1}."),
        (r"\.mid_block\.attentions\.0\.", lambda m: ".mid.attn_1."),
        (r"\.down_blocks\.(\d)\.resnets\.(\d)\.", lambda m: f".down.{m[1]}.block.{m[2]}."),
        (r"\.down_blocks\.(\d)\.attentions\.(\d)\.", lambda m: f".down.{m[1]}.attn.{m[2]}."),
        (r"\.down_blocks\.(\d)\.downsamplers\.0\.", lambda m: f".down.{m[1]}.downsample."),
        (r"\.up_blocks\.(\d)\.resnets\.(\d)\.", lambda m: f".up.{levels - 1 - int(m[1])}.block.{m[2]}."),
        (r"\.up_blocks\.(\d)\.attentions\.(\d)\.", lambda m: f".up.{levels - 1 - int(m[1])}.attn.{m[2]}."),
        (r"\.up_blocks\.(\d)\.upsamplers\.0\.", lambda m: f".up.{levels - 1 - int(m[1])}.upsample."),
        (r"\.conv_shortcut\.", lambda m: ".nin_shortcut."),
        (r"\.conv_norm_out\.", lambda m: ".norm_out."),
        (r"(attn\w*(?:\.\d+)?)\.group_norm\.", lambda m: f"{m[1]}.norm."),
        (r"(attn\w*(?:\.\d+)?)\.to_([qkv])\.", lambda m: f"{m[1]}.{m[2]}."),
        (r"(attn\w*(?:\.\d+)?)\.to_out\.0\.", lambda m: f"{m[1]}.proj_out."),
    )
    result = {}
    for name, tensor in state.items():
        matrix = tensor.ndim == 2
        for pattern, replacement in rules:
            name = re.sub(pattern, replacement, name)
        result[name] = tensor[:, :, None, None] if matrix else tensor
    return result


def to_old_attention(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """The attention names of diffusers before 0.18."""
    names = {"to_q": "query", "to_k": "key", "to_v": "value", "to_out.0": "proj_attn"}
    result = {}
    for name, tensor in state.items():
        for new, old in names.items():
            name = name.replace(f".{new}.", f".{old}.")
        result[name] = tensor
    return result


@torch.no_grad()
def reference(module: AutoencoderKL, images: Images) -> Images:
    """What the reference class itself makes of images: the mode, decoded, as diffusers' image processor rounds it.

    In the memory layout that VAELab runs in on a CPU; the order of additions depends on it.
    """
    module = module.to(memory_format=torch.channels_last)
    x = torch.from_numpy(images.copy()).permute(0, 3, 1, 2).float() / 255.0
    out = module.decode(module.encode(2.0 * x - 1.0).latent_dist.mode()).sample
    out = (out * 0.5 + 0.5).clamp(0, 1).permute(0, 2, 3, 1).numpy()
    return np.asarray((out * 255).round(), np.uint8)


def tiny_halves(
    latent_channels: int = 4, *, pool: bool = False, f32: bool = False, seed: int = 0
) -> tuple[nn.Sequential, nn.Sequential]:
    """Encoder and decoder of the taesd layout, written down layer by layer as its author's networks are laid out."""
    torch.manual_seed(seed)
    if f32:
        encoder = nn.Sequential(
            _conv(3, 32, stride=2), nn.ReLU(), _conv(32, 64, stride=2), nn.ReLU(), _Block(64),
            *[m for _ in range(3) for m in (_conv(64, 64, stride=2, bias=False), *(_Block(64) for _ in range(3)))],
            _conv(64, latent_channels),
        )  # fmt: skip
        widths = (256, 128, 64, 64, 64)
        nexts = (128, 64, 64, 64, 64)
        stages = [
            m
            for width, after in zip(widths, nexts, strict=True)
            for m in (
                *(_Block(width) for _ in range(3)),
                nn.Upsample(scale_factor=2),
                _conv(width, after, bias=False),
            )
        ]
        decoder = nn.Sequential(
            _Clamp(), _conv(latent_channels, 256), nn.ReLU(), *stages, _Block(64), _conv(64, 3)
        )
    else:
        encoder = nn.Sequential(
            _conv(3, 64), _Block(64),
            *[m for last in (False, False, pool)
              for m in (_conv(64, 64, stride=2, bias=False), *(_Block(64, last) for _ in range(3)))],
            _conv(64, latent_channels),
        )  # fmt: skip
        decoder = nn.Sequential(
            _Clamp(), _conv(latent_channels, 64), nn.ReLU(),
            *[m for first in (pool, False, False)
              for m in (*(_Block(64, first) for _ in range(3)), nn.Upsample(scale_factor=2), _conv(64, 64, bias=False))],
            _Block(64), _conv(64, 3),
        )  # fmt: skip
    decoder[-1].weight.data.mul_(20)
    decoder[-1].bias.data.fill_(0.5)
    return encoder.eval(), decoder.eval()


@torch.no_grad()
def tiny_reference(halves: tuple[nn.Sequential, nn.Sequential], images: Images) -> Images:
    """The round trip of the two sequences on [0, 1] images."""
    encoder, decoder = (half.to(memory_format=torch.channels_last) for half in halves)
    x = torch.from_numpy(images.copy()).permute(0, 3, 1, 2).float() / 255.0
    out = decoder(encoder(x)).clamp(0, 1).permute(0, 2, 3, 1).numpy()
    return np.asarray((out * 255).round(), np.uint8)


def save_pair(folder: Path, halves: tuple[nn.Sequential, nn.Sequential], stem: str = "taesd") -> Path:
    """Write both halves; return the encoder's path."""
    for half, name in zip(halves, ("encoder", "decoder"), strict=True):
        torch.save(half.state_dict(), folder / f"{stem}_{name}.pth")
    return folder / f"{stem}_encoder.pth"


def _conv(inputs: int, outputs: int, **changes: Any) -> nn.Conv2d:
    return nn.Conv2d(inputs, outputs, 3, padding=1, **changes)


class _Clamp(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return torch.tanh(x / 3) * 3


class _Block(nn.Module):
    def __init__(self, width: int, pool: bool = False) -> None:
        super().__init__()
        self.conv = nn.Sequential(
            _conv(width, width), nn.ReLU(), _conv(width, width), nn.ReLU(), _conv(width, width)
        )
        self.pool = (
            nn.Sequential(
                nn.Conv2d(width, 4 * width, 1, bias=False),
                nn.GroupNorm(4, 4 * width),
                nn.ReLU(),
                nn.Conv2d(4 * width, width, 1, bias=False),
            )
            if pool
            else None
        )

    def forward(self, x: Tensor) -> Tensor:
        if self.pool is not None:
            x = x + self.pool(x)
        return torch.relu(self.conv(x) + x)
