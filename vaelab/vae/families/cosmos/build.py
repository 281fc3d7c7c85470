"""NVIDIA's Cosmos image tokenizers as a network of our own, in the structure of their published code.

Residual blocks, attention and resampling are LDM's. Before the encoder, and after the decoder, stands a two-dimensional Haar
transform, repeated until a position is as large as a patch. In DI each channel of the latent is squashed and rounded to one of
a few values (finite scalar quantization, arXiv 2309.15505), which together are the index of a code.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from vaelab.vae.families.cosmos.recognize import Level, TokenizerPlan
from vaelab.vae.network import Network
from vaelab.vae.recognized import RecognizedVAE

_GROUPS = 32
_MARGIN = 1e-3
"""By how much the squashed range is wider than the outermost values, as published."""


def build(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """The tokenizer, its weights still missing; the latent is what the encoder returns, and decoding quantizes it."""
    plan = cast("TokenizerPlan", vae.arguments["plan"])
    with torch.device("meta"):
        module = Tokenizer(plan)

    def encode(x: Tensor) -> tuple[Tensor, Tensor | None]:
        made = module.quant_conv(module.encoder(x))
        if plan.moments == plan.latent:
            return made, None
        mean, logvar = made.chunk(2, 1)
        return mean, logvar

    def decode(z: Tensor) -> Tensor:
        codes = z if module.quantizer is None else module.quantizer(z)
        images: Tensor = module.decoder(module.post_quant_conv(codes))
        return images

    def codes(z: Tensor) -> tuple[tuple[Tensor, int]]:
        assert module.quantizer is not None
        return ((module.quantizer.indices(z), math.prod(plan.levels)),)

    return Network(module, encode, decode, low=-1.0, codes=codes if plan.levels else None)


class Tokenizer(nn.Module):
    """Encoder, decoder, and what lies between them."""

    def __init__(self, plan: TokenizerPlan) -> None:
        super().__init__()
        self.encoder = Encoder(plan)
        self.decoder = Decoder(plan)
        self.quant_conv = nn.Conv2d(plan.encoded, plan.moments, 1)
        self.post_quant_conv = nn.Conv2d(plan.latent, plan.decoded, 1)
        self.quantizer = ScalarQuantizer(len(plan.levels)) if plan.levels else None


class ScalarQuantizer(nn.Module):
    """Rounds each channel to one of a few values between -1 and 1."""

    _levels: Tensor

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.register_buffer("_levels", torch.zeros(channels, dtype=torch.int32))

    def digits(self, z: Tensor) -> Tensor:
        """What each channel of z (N, C, h, w) is rounded to, from 0, as float32; in float32 whatever the precision."""
        levels = self._levels.view(1, -1, 1, 1)
        reach = (levels - 1) * (1 + _MARGIN) / 2
        # An even number of levels has none in the middle.
        offset = torch.where(levels % 2 == 0, 0.5, 0.0)
        squashed = (z.float() + (offset / reach).atanh()).tanh() * reach - offset
        return squashed.round() + levels // 2

    def indices(self, z: Tensor) -> Tensor:
        """The code of each position: (N, h, w) int64."""
        levels = self._levels.long()
        places = torch.cat([levels.new_ones(1), levels[:-1].cumprod(0)]).view(1, -1, 1, 1)
        return (self.digits(z).long() * places).sum(1)

    def forward(self, z: Tensor) -> Tensor:
        """What the decoder gets in the place of z."""
        half = (self._levels // 2).view(1, -1, 1, 1)
        return ((self.digits(z) - half) / half).to(z.dtype)


class Patcher(nn.Module):
    """Pixels to channels: (N, 3, H, W) to (N, 3 p², H / p, W / p)."""

    wavelets: Tensor

    def __init__(self, plan: TokenizerPlan) -> None:
        super().__init__()
        self.register_buffer("wavelets", torch.zeros(2))
        self._patch, self._haar = plan.patch, plan.haar

    def forward(self, x: Tensor) -> Tensor:
        """Once for each time that the patch's side can be halved."""
        if not self._haar:
            return F.pixel_unshuffle(x, self._patch)
        for _ in range(self._patch.bit_length() - 1):
            low, high = _filters(self.wavelets, x)
            rows = [F.conv2d(x, side[:, :, None], stride=(1, 2), groups=x.shape[1]) for side in (low, high)]
            parts = [
                F.conv2d(row, side[..., None], stride=(2, 1), groups=x.shape[1])
                for row in rows
                for side in (low, high)
            ]
            x = torch.cat(parts, 1) / 2
        return x


class Unpatcher(nn.Module):
    """Channels to pixels: the way back."""

    wavelets: Tensor

    def __init__(self, plan: TokenizerPlan) -> None:
        super().__init__()
        self.register_buffer("wavelets", torch.zeros(2))
        self._patch, self._haar = plan.patch, plan.haar

    def forward(self, x: Tensor) -> Tensor:
        """Once for each time that the patch's side can be halved."""
        if not self._haar:
            return F.pixel_shuffle(x, self._patch)
        for _ in range(self._patch.bit_length() - 1):
            parts = x.chunk(4, 1)
            groups = parts[0].shape[1]
            low, high = _filters(self.wavelets, parts[0])
            rows = [
                F.conv_transpose2d(first, low[..., None], stride=(2, 1), groups=groups)
                + F.conv_transpose2d(second, high[..., None], stride=(2, 1), groups=groups)
                for first, second in (parts[:2], parts[2:])
            ]
            x = F.conv_transpose2d(rows[0], low[:, :, None], stride=(1, 2), groups=groups)
            x = (x + F.conv_transpose2d(rows[1], high[:, :, None], stride=(1, 2), groups=groups)) * 2
        return x


def _filters(wavelets: Tensor, x: Tensor) -> tuple[Tensor, Tensor]:
    """The sum and the difference of two neighbours, (C, 1, 2) each, one for every channel of x."""
    low = wavelets.flip(0)
    high = wavelets * wavelets.new_tensor([1.0, -1.0])
    first, second = (side.to(x.dtype).reshape(1, 1, -1).repeat(x.shape[1], 1, 1) for side in (low, high))
    return first, second


class Encoder(nn.Module):
    """Images to what becomes the latent."""

    def __init__(self, plan: TokenizerPlan) -> None:
        super().__init__()
        width = plan.down[-1].blocks[-1][1]
        self.patcher = Patcher(plan)
        self.conv_in = nn.Conv2d(3 * plan.patch**2, plan.stem, 3, padding=1)
        self.down = nn.ModuleList([Stage(level, down=True) for level in plan.down])
        self.mid = Middle(width)
        self.norm_out = _norm(width)
        self.conv_out = nn.Conv2d(width, plan.encoded, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        """From the finest level to the coarsest."""
        x = self.conv_in(self.patcher(x))
        for level in self.down:
            x = level(x)
        out: Tensor = self.conv_out(_swish(self.norm_out(self.mid(x))))
        return out


class Decoder(nn.Module):
    """Latents to images."""

    def __init__(self, plan: TokenizerPlan) -> None:
        super().__init__()
        width, last = plan.up[-1].blocks[0][0], plan.up[0].blocks[-1][1]
        self.unpatcher = Unpatcher(plan)
        self.conv_in = nn.Conv2d(plan.decoded, width, 3, padding=1)
        self.mid = Middle(width)
        self.up = nn.ModuleList([Stage(level, down=False) for level in plan.up])
        self.norm_out = _norm(last)
        self.conv_out = nn.Conv2d(last, 3 * plan.patch**2, 3, padding=1)

    def forward(self, z: Tensor) -> Tensor:
        """From the coarsest level to the finest."""
        z = self.mid(self.conv_in(z))
        for level in reversed(self.up):
            z = level(z)
        out: Tensor = self.unpatcher(self.conv_out(_swish(self.norm_out(z))))
        return out


class Stage(nn.Module):
    """One level: blocks, each with attention or none, and the change of size."""

    def __init__(self, level: Level, *, down: bool) -> None:
        """Make it without weights; ``down`` halves the size, else it is doubled."""
        super().__init__()
        self.block = nn.ModuleList([NormedBlock(taken, made) for taken, made in level.blocks])
        widths = [made for _, made in level.blocks] if level.attention else []
        self.attn = nn.ModuleList([Attention(width) for width in widths])
        if level.resampled:
            resample = Downsample if down else Upsample
            self.add_module("downsample" if down else "upsample", resample(level.blocks[-1][1]))

    def forward(self, x: Tensor) -> Tensor:
        """Blocks first."""
        for place, block in enumerate(self.block):
            x = block(x)
            if len(self.attn):
                x = self.attn[place](x)
        for name in ("downsample", "upsample"):
            if hasattr(self, name):
                x = getattr(self, name)(x)
        return x


class Middle(nn.Module):
    """A block, attention, a block."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.block_1 = NormedBlock(width, width)
        self.attn_1 = Attention(width)
        self.block_2 = NormedBlock(width, width)

    def forward(self, x: Tensor) -> Tensor:
        """One after the other."""
        out: Tensor = self.block_2(self.attn_1(self.block_1(x)))
        return out


class NormedBlock(nn.Module):
    """Two normed convolutions, added to what came in."""

    def __init__(self, taken: int, made: int) -> None:
        super().__init__()
        self.norm1 = _norm(taken)
        self.conv1 = nn.Conv2d(taken, made, 3, padding=1)
        self.norm2 = _norm(made)
        self.conv2 = nn.Conv2d(made, made, 3, padding=1)
        self.nin_shortcut = nn.Conv2d(taken, made, 1) if taken != made else nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        """What came in, plus what was found."""
        found = self.conv1(_swish(self.norm1(x)))
        found = self.conv2(_swish(self.norm2(found)))
        out: Tensor = self.nin_shortcut(x) + found
        return out


class Attention(nn.Module):
    """Every position looks at every other, with one head."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = _norm(width)
        self.q, self.k, self.v, self.proj_out = (nn.Conv2d(width, width, 1) for _ in range(4))

    def forward(self, x: Tensor) -> Tensor:
        """What came in, plus what was seen; without a table of all pairs, which large images have no room for."""
        normed = self.norm(x)
        rows = (part(normed).flatten(2).transpose(1, 2)[:, None] for part in (self.q, self.k, self.v))
        seen = F.scaled_dot_product_attention(*rows)
        out: Tensor = x + self.proj_out(seen[:, 0].transpose(1, 2).reshape(x.shape))
        return out


class Downsample(nn.Module):
    """Half the size; the missing edge at the right and bottom is zero."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(width, width, 3, stride=2)

    def forward(self, x: Tensor) -> Tensor:
        """A convolution with a stride of two."""
        out: Tensor = self.conv(F.pad(x, (0, 1, 0, 1)))
        return out


class Upsample(nn.Module):
    """Twice the size."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(width, width, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        """Every value four times, and a convolution."""
        out: Tensor = self.conv(x.repeat_interleave(2, dim=2).repeat_interleave(2, dim=3))
        return out


def _norm(width: int) -> nn.GroupNorm:
    return nn.GroupNorm(_GROUPS, width, eps=1e-6)


def _swish(x: Tensor) -> Tensor:
    return x * torch.sigmoid(x)
