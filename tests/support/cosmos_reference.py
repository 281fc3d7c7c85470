"""The Cosmos image tokenizers, stated a second time, from the paper and the published code: what ours is compared with.

Slices and sums where ours has convolutions, a table of all pairs where ours has none; the modules' names are the published
ones, so that a traced program has the published names.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F


@dataclass(frozen=True)
class Shape:
    """How a tokenizer is built; the defaults are small."""

    factor: int = 8
    patch: int = 4
    width: int = 32
    widths: tuple[int, ...] = (1, 2, 2)
    blocks: int = 2
    encoded: int = 16
    latent: int = 16
    posterior: bool = False
    levels: tuple[int, ...] = ()
    haar: bool = True
    attention: tuple[int, ...] = ()


def named(**modules: nn.Module) -> nn.Module:
    whole = nn.Module()
    for name, module in modules.items():
        whole.add_module(name, module)
    return whole


class Block(nn.Module):
    def __init__(self, taken: int, made: int) -> None:
        super().__init__()
        self.norm1, self.norm2 = nn.GroupNorm(32, taken, 1e-6), nn.GroupNorm(32, made, 1e-6)
        self.conv1, self.conv2 = nn.Conv2d(taken, made, 3, 1, 1), nn.Conv2d(made, made, 3, 1, 1)
        self.dropout = nn.Dropout(0.0)
        self.nin_shortcut = nn.Conv2d(taken, made, 1) if taken != made else nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        h = self.conv1(F.silu(self.norm1(x)))
        return self.nin_shortcut(x) + self.conv2(self.dropout(F.silu(self.norm2(h))))


class Attention(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = nn.GroupNorm(32, width, 1e-6)
        self.q, self.k, self.v, self.proj_out = (nn.Conv2d(width, width, 1) for _ in range(4))

    def forward(self, x: Tensor) -> Tensor:
        h = self.norm(x)
        q, k, v = self.q(h), self.k(h), self.v(h)
        table = torch.einsum("ncij,nckl->nijkl", q, k) / q.shape[1] ** 0.5
        weights = table.flatten(3).softmax(3).view_as(table)
        return x + self.proj_out(torch.einsum("nijkl,nckl->ncij", weights, v))


class Resize(nn.Module):
    def __init__(self, width: int, down: bool) -> None:
        super().__init__()
        self.down = down
        self.conv = nn.Conv2d(width, width, 3, 2 if down else 1, 0 if down else 1)

    def forward(self, x: Tensor) -> Tensor:
        if self.down:
            return self.conv(nn.ZeroPad2d((0, 1, 0, 1))(x))
        return self.conv(F.interpolate(x, scale_factor=2.0, mode="nearest"))


class Pixels(nn.Module):
    """Haar, or sorting: forth, and back."""

    def __init__(self, shape: Shape, back: bool) -> None:
        super().__init__()
        self.patch, self.haar, self.back = shape.patch, shape.haar, back
        self.register_buffer("wavelets", torch.full((2,), 0.5**0.5 if shape.haar else 1.0))
        self.register_buffer("_arange", torch.arange(2))

    def forward(self, x: Tensor) -> Tensor:
        if not self.haar:
            return F.pixel_shuffle(x, self.patch) if self.back else F.pixel_unshuffle(x, self.patch)
        c = self.wavelets[0]
        for _ in range(self.patch.bit_length() - 1):
            if self.back:
                ll, lh, hl, hh = x.chunk(4, 1)
                left = self.columns(c * (ll + lh), c * (ll - lh), 2)
                right = self.columns(c * (hl + hh), c * (hl - hh), 2)
                x = 2 * self.columns(c * (left + right), c * (left - right), 3)
            else:
                low, high = (c * (x[..., ::2] + s * x[..., 1::2]) for s in (1, -1))
                parts = [c * (p[..., ::2, :] + s * p[..., 1::2, :]) for p in (low, high) for s in (1, -1)]
                x = torch.cat(parts, 1) / 2
        return x

    @staticmethod
    def columns(even: Tensor, odd: Tensor, axis: int) -> Tensor:
        return torch.stack([even, odd], axis + 1).flatten(axis, axis + 1)


def stages(shape: Shape, down: bool) -> nn.ModuleList:
    made = nn.ModuleList()
    widths = [shape.width * times for times in (1, *shape.widths)]
    changes = (shape.factor // shape.patch).bit_length() - 1
    taken = widths[0] if down else widths[-1]
    for number in range(len(shape.widths)) if down else reversed(range(len(shape.widths))):
        out = widths[number + 1]
        stage = named(block=nn.ModuleList(), attn=nn.ModuleList())
        for _ in range(shape.blocks + (not down)):
            stage.block.append(Block(taken, out))
            taken = out
            if number in shape.attention:
                stage.attn.append(Attention(out))
        if down and number < changes:
            stage.downsample = Resize(out, True)
        if not down and number >= len(shape.widths) - changes:
            stage.upsample = Resize(out, False)
        made.insert(len(made) if down else 0, stage)
    return made


def run_stage(stage: nn.Module, x: Tensor) -> Tensor:
    for place, block in enumerate(stage.block):
        x = block(x)
        if len(stage.attn) > 0:
            x = stage.attn[place](x)
    for name in ("downsample", "upsample"):
        if hasattr(stage, name):
            x = getattr(stage, name)(x)
    return x


class Encoder(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.width * shape.widths[-1]
        self.patcher = Pixels(shape, back=False)
        self.conv_in = nn.Conv2d(3 * shape.patch**2, shape.width, 3, 1, 1)
        self.down = stages(shape, True)
        self.mid = named(block_1=Block(width, width), attn_1=Attention(width), block_2=Block(width, width))
        self.norm_out = nn.GroupNorm(32, width, 1e-6)
        self.conv_out = nn.Conv2d(width, shape.encoded * (1 + shape.posterior), 3, 1, 1)

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv_in(self.patcher(x))
        for stage in self.down:
            x = run_stage(stage, x)
        x = self.mid.block_2(self.mid.attn_1(self.mid.block_1(x)))
        return self.conv_out(F.silu(self.norm_out(x)))


class Decoder(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.width * shape.widths[-1]
        self.unpatcher = Pixels(shape, back=True)
        self.conv_in = nn.Conv2d(shape.encoded, width, 3, 1, 1)
        self.mid = named(block_1=Block(width, width), attn_1=Attention(width), block_2=Block(width, width))
        self.up = stages(shape, False)
        self.norm_out = nn.GroupNorm(32, shape.width * shape.widths[0], 1e-6)
        self.conv_out = nn.Conv2d(shape.width * shape.widths[0], 3 * shape.patch**2, 3, 1, 1)

    def forward(self, z: Tensor) -> Tensor:
        z = self.conv_in(z)
        z = self.mid.block_2(self.mid.attn_1(self.mid.block_1(z)))
        for stage in reversed(self.up):
            z = run_stage(stage, z)
        return self.unpatcher(self.conv_out(F.silu(self.norm_out(z))))


class Same(nn.Module):
    def forward(self, x: Tensor) -> tuple[Tensor, tuple[Tensor, Tensor]]:
        return x, (torch.zeros(1), torch.zeros(1))


class Mode(nn.Module):
    def forward(self, x: Tensor) -> tuple[Tensor, tuple[Tensor, Tensor]]:
        mean, logvar = x.chunk(2, 1)
        return mean, (mean, logvar.clamp(-30, 20))


class Rounded(nn.Module):
    """Finite scalar quantization: indices, vectors, a loss of zero."""

    def __init__(self, levels: tuple[int, ...]) -> None:
        super().__init__()
        basis = torch.tensor([1, *levels[:-1]]).cumprod(0).int()
        self.register_buffer("_levels", torch.tensor(levels, dtype=torch.int32))
        self.register_buffer("_basis", basis)
        book = torch.arange(int(self._levels.prod()))
        self.register_buffer("implicit_codebook", self.vectors(book))

    def vectors(self, indices: Tensor) -> Tensor:
        digits = (indices.unsqueeze(-1) // self._basis) % self._levels
        return (digits - self._levels // 2) / (self._levels // 2)

    def forward(self, z: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        rows = z.permute(0, 2, 3, 1)
        half = (self._levels - 1) * (1 + 1e-3) / 2
        offset = torch.where(self._levels % 2 == 0, 0.5, 0.0)
        rounded = ((rows + (offset / half).atanh()).tanh() * half - offset).round()
        indices = ((rounded + self._levels // 2) * self._basis).sum(-1).int()
        return indices, (rounded / (self._levels // 2)).permute(0, 3, 1, 2), torch.zeros(len(z))


class Unrounded(nn.Module):
    def __init__(self, quantizer: Rounded) -> None:
        super().__init__()
        self.quantizer = quantizer

    def forward(self, indices: Tensor) -> Tensor:
        return self.quantizer.vectors(indices).permute(0, 3, 1, 2)


class Whole(nn.Module):
    """Everything under the names of ``autoencoder.jit``."""

    def __init__(self, shape: Shape, seed: int = 0) -> None:
        super().__init__()
        torch.manual_seed(seed)
        self.encoder, self.decoder = Encoder(shape), Decoder(shape)
        times = 1 + shape.posterior
        self.quant_conv = nn.Conv2d(shape.encoded * times, shape.latent * times, 1)
        self.post_quant_conv = nn.Conv2d(shape.latent, shape.encoded, 1)
        self.eval().requires_grad_(False)
        if shape.levels:
            self.quantizer = Rounded(shape.levels)
        else:
            self.distribution = Mode() if shape.posterior else Same()
        self.quant_conv.weight.mul_(20 if shape.levels else 3)
        out = self(torch.rand(1, 3, 64, 64) * 2 - 1)[0]
        self.decoder.conv_out.weight.mul_(0.4 / float(out.std()))
        self.decoder.conv_out.bias.zero_()

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        found = self.quant_conv(self.encoder(x))
        if hasattr(self, "quantizer"):
            indices, z, _ = self.quantizer(found)
            return self.decoder(self.post_quant_conv(z)), indices
        z = self.distribution(found)[0]
        return self.decoder(self.post_quant_conv(z)), z

    def halves(self) -> tuple[nn.Sequential, nn.Sequential]:
        """As they are published: what lies between goes with the encoder, what undoes it with the decoder."""
        encoder, decoder = nn.Sequential(), nn.Sequential()
        encoder.add_module("encoder", self.encoder)
        encoder.add_module("quant_conv", self.quant_conv)
        if hasattr(self, "quantizer"):
            encoder.add_module("quantizer", self.quantizer)
            decoder.add_module("inv_quant", Unrounded(self.quantizer))
        else:
            encoder.add_module("distribution", self.distribution)
        decoder.add_module("post_quant_conv", self.post_quant_conv)
        decoder.add_module("decoder", self.decoder)
        return encoder, decoder


def save_program(module: nn.Module, example: Tensor, path: Path) -> Path:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.jit.save(torch.jit.trace(module, example, check_trace=False), str(path))
    return path


def save_pair(whole: Whole, folder: Path, dtype: torch.dtype = torch.float32) -> Path:
    encoder, decoder = (half.to(dtype) for half in whole.halves())
    image = torch.zeros(1, 3, 32, 32, dtype=dtype)
    save_program(decoder, encoder(image)[0], folder / "decoder.jit")
    return save_program(encoder, image, folder / "encoder.jit")
