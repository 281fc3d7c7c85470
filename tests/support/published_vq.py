"""VQ autoencoders that no installed library has, written down from their papers and published tensor names.

Each is a function from images in [-1, 1] to images. Its weights are drawn when they are first asked for, under the names that
the published files have, so that one run makes the file too.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from family_cases import Images, to_pixels
from torch import Tensor
from torch.nn import functional as F

Run = Callable[["Weights", Tensor], Tensor]


class Weights(dict[str, Tensor]):
    """The tensors of one file, drawn at random when first used."""

    def __init__(self, seed: int = 0) -> None:
        super().__init__()
        self.generator = torch.Generator().manual_seed(seed)

    def draw(self, name: str, shape: tuple[int, ...], size: float, middle: float = 0.0) -> Tensor:
        if name not in self:
            self[name] = middle + size * torch.randn(shape, generator=self.generator)
        assert self[name].shape == shape
        return self[name]

    def conv(self, name: str, x: Tensor, outputs: int, kernel: int, stride: int = 1) -> Tensor:
        inputs = x.shape[1]
        weight = self.draw(f"{name}.weight", (outputs, inputs, kernel, kernel), (inputs * kernel**2) ** -0.5)
        bias = self.draw(f"{name}.bias", (outputs,), 0.1)
        return F.conv2d(x, weight, bias, stride=stride, padding=(kernel - 1) // 2)

    def transposed(self, name: str, x: Tensor, outputs: int) -> Tensor:
        weight = self.draw(f"{name}.weight", (x.shape[1], outputs, 4, 4), (4 * x.shape[1]) ** -0.5)
        return F.conv_transpose2d(x, weight, self.draw(f"{name}.bias", (outputs,), 0.1), stride=2, padding=1)

    def norm(self, name: str, x: Tensor) -> Tensor:
        weight = self.draw(f"{name}.weight", (x.shape[1],), 0.2, 1.0)
        return F.group_norm(x, 32, weight, self.draw(f"{name}.bias", (x.shape[1],), 0.1), eps=1e-6)


class Outlines(Weights):
    """The tensors' names and shapes alone."""

    def draw(self, name: str, shape: tuple[int, ...], size: float, middle: float = 0.0) -> Tensor:
        return self.setdefault(name, torch.empty(shape, device="meta"))


def outlines(run: Run, monkeypatch: pytest.MonkeyPatch) -> Weights:
    """What a run on an image of 64 px would ask for, without numbers."""

    def resized(x: Tensor, size: Any = None, scale_factor: float = 1.0, mode: str = "") -> Tensor:
        sides = size or [int(side * scale_factor) for side in x.shape[2:]]
        return x.new_empty((*x.shape[:2], *sides))

    def same(x: Tensor, *_: object, **__: object) -> Tensor:
        return x

    found = Outlines()
    # Without numbers these are shapes alone; PyTorch would work them out in minutes.
    monkeypatch.setattr(F, "interpolate", resized)
    monkeypatch.setattr(F, "group_norm", same)
    run(found, torch.empty(1, 3, 64, 64, device="meta"))
    monkeypatch.undo()
    return found


def reference(run: Run, weights: Weights, last: str) -> Callable[[Images], Images]:
    """The round trip of 8-bit images; ``last`` is scaled so that they come out neither flat nor saturated."""

    @torch.no_grad()
    def raw(images: Images) -> Tensor:
        return run(weights, torch.from_numpy(images.copy()).permute(0, 3, 1, 2).float() / 127.5 - 1.0)

    rng = np.random.default_rng(0)
    spread = raw(rng.integers(0, 256, (1, 64, 64, 3), dtype=np.uint8)).std()
    weights[f"{last}.weight"] *= 0.4 / float(spread)
    weights[f"{last}.bias"].zero_()
    return lambda images: to_pixels(raw(images))


def chosen(vectors: Tensor, book: Tensor) -> Tensor:
    """Row numbers of the nearest entries of (entries, width) for vectors (number, width)."""
    distance = vectors.square().sum(1, keepdim=True) + book.square().sum(1) - 2 * vectors @ book.t()
    return (-distance).max(1)[1]


def quantized(z: Tensor, book: Tensor) -> Tensor:
    rows = z.permute(0, 2, 3, 1)
    return book[chosen(rows.reshape(-1, z.shape[1]), book)].view(rows.shape).permute(0, 3, 1, 2)


# VQ-VAE-2, rosinality's names.


def _residual(w: Weights, name: str, x: Tensor, hidden: int) -> Tensor:
    return x + w.conv(f"{name}.conv.3", F.relu(w.conv(f"{name}.conv.1", F.relu(x), hidden, 3)), x.shape[1], 1)


def _down(w: Weights, name: str, x: Tensor, width: int, halvings: int, blocks: int) -> Tensor:
    place = 0
    for number in range(halvings):
        x = F.relu(w.conv(f"{name}.blocks.{place}", x, width if number else width // 2, 4, 2))
        place += 2
    x = w.conv(f"{name}.blocks.{place}", x, width, 3)
    for number in range(blocks):
        x = _residual(w, f"{name}.blocks.{place + 1 + number}", x, width // 4)
    return F.relu(x)


def _up(w: Weights, name: str, x: Tensor, width: int, outputs: int, doublings: int, blocks: int) -> Tensor:
    x = w.conv(f"{name}.blocks.0", x, width, 3)
    for number in range(blocks):
        x = _residual(w, f"{name}.blocks.{1 + number}", x, width // 4)
    place = blocks + 2
    for number in range(doublings):
        wide = outputs if number == doublings - 1 else width // 2
        x = w.transposed(f"{name}.blocks.{place}", F.relu(x), wide)
        place += 2
    return x


def vqvae2(
    w: Weights, x: Tensor, width: int = 16, dim: int = 6, entries: int = 24, blocks: int = 2
) -> Tensor:
    book_t, book_b = (w.draw(f"quantize_{level}.embed", (dim, entries), 0.3).t() for level in "tb")
    for level in "tb":
        w.draw(f"quantize_{level}.cluster_size", (entries,), 0.1, 1.0)
        w.draw(f"quantize_{level}.embed_avg", (dim, entries), 0.5)
        w.draw(f"quantize_conv_{level}.weight", (dim, width if level == "t" else dim + width, 1, 1), 5.0)
    fine = _down(w, "enc_b", x, width, 2, blocks)
    coarse = _down(w, "enc_t", fine, width, 1, blocks)
    top = quantized(w.conv("quantize_conv_t", coarse, dim, 1), book_t)
    decoded = _up(w, "dec_t", top, width, dim, 1, blocks)
    bottom = quantized(w.conv("quantize_conv_b", torch.cat([decoded, fine], 1), dim, 1), book_b)
    both = torch.cat([w.transposed("upsample_t", top, dim), bottom], 1)
    return _up(w, "dec", both, width, 3, 2, blocks)


# Encoder and decoder of LDM, under LlamaGen's names and under VAR's.


class Names:
    """How LlamaGen names the parts; VAR's names are LDM's, and keep query, key and value together."""

    middle = ("mid.0", "mid.1", "mid.2")
    fused = False

    def level(self, half: str, number: int, levels: int) -> tuple[str, str, str]:
        """Where a level's residual blocks, attention and change of size are; ``number`` counts as they run."""
        start = f"{half}.conv_blocks.{number}"
        step = "downsample" if half == "encoder" else "upsample"
        return f"{start}.res", f"{start}.attn", f"{start}.{step}.conv"


class FusedNames(Names):
    middle = ("mid.block_1", "mid.attn_1", "mid.block_2")
    fused = True

    def level(self, half: str, number: int, levels: int) -> tuple[str, str, str]:
        start = f"encoder.down.{number}" if half == "encoder" else f"decoder.up.{levels - 1 - number}"
        step = "downsample" if half == "encoder" else "upsample"
        return f"{start}.block", f"{start}.attn", f"{start}.{step}.conv"


def _block(w: Weights, name: str, x: Tensor, outputs: int) -> Tensor:
    h = w.conv(f"{name}.conv1", F.silu(w.norm(f"{name}.norm1", x)), outputs, 3)
    h = w.conv(f"{name}.conv2", F.silu(w.norm(f"{name}.norm2", h)), outputs, 3)
    return h + (x if x.shape[1] == outputs else w.conv(f"{name}.nin_shortcut", x, outputs, 1))


def _attention(w: Weights, name: str, x: Tensor, fused: bool) -> Tensor:
    count, width, height, length = x.shape
    h = w.norm(f"{name}.norm", x)
    if fused:
        q, k, v = w.conv(f"{name}.qkv", h, 3 * width, 1).chunk(3, 1)
    else:
        q, k, v = (w.conv(f"{name}.{part}", h, width, 1) for part in "qkv")
    q, k, v = (part.reshape(count, width, height * length) for part in (q, k, v))
    weights = torch.softmax(q.transpose(1, 2) @ k * width**-0.5, dim=2)
    h = (v @ weights.transpose(1, 2)).reshape(x.shape)
    return x + w.conv(f"{name}.proj_out", h, width, 1)


def _middle(w: Weights, half: str, x: Tensor, names: Names) -> Tensor:
    first, attention, second = (f"{half}.{name}" for name in names.middle)
    x = _attention(w, attention, _block(w, first, x, x.shape[1]), names.fused)
    return _block(w, second, x, x.shape[1])


def encoder(w: Weights, x: Tensor, names: Names, widths: tuple[int, ...], latent: int, blocks: int) -> Tensor:
    """Attention in the last level, as both have it."""
    x = w.conv("encoder.conv_in", x, widths[0], 3)
    for number, width in enumerate(widths):
        inner, attention, step = names.level("encoder", number, len(widths))
        for block in range(blocks):
            x = _block(w, f"{inner}.{block}", x, width)
            if number == len(widths) - 1:
                x = _attention(w, f"{attention}.{block}", x, names.fused)
        if number < len(widths) - 1:
            padded = F.pad(x, (0, 1, 0, 1))
            # Stride 2 without padding: `conv` pads by 1, which the crop below takes away again.
            x = w.conv(step, padded, width, 3)[:, :, 1:-1:2, 1:-1:2]
    x = _middle(w, "encoder", x, names)
    return w.conv("encoder.conv_out", F.silu(w.norm("encoder.norm_out", x)), latent, 3)


def decoder(w: Weights, z: Tensor, names: Names, widths: tuple[int, ...], blocks: int) -> Tensor:
    x = _middle(w, "decoder", w.conv("decoder.conv_in", z, widths[-1], 3), names)
    for number, width in enumerate(reversed(widths)):
        inner, attention, step = names.level("decoder", number, len(widths))
        for block in range(blocks + 1):
            x = _block(w, f"{inner}.{block}", x, width)
            if number == 0:
                x = _attention(w, f"{attention}.{block}", x, names.fused)
        if number < len(widths) - 1:
            x = w.conv(step, F.interpolate(x, scale_factor=2.0, mode="nearest"), width, 3)
    return w.conv("decoder.conv_out", F.silu(w.norm("decoder.norm_out", x)), 3, 3)


def llamagen(
    w: Weights, x: Tensor, widths: tuple[int, ...] = (32, 64, 96), latent: int = 16, entries: int = 40
) -> Tensor:
    dim = 8
    z = w.conv("quant_conv", encoder(w, x, Names(), widths, latent, 2), dim, 1)
    book = F.normalize(w.draw("quantize.embedding.weight", (entries, dim), 1.0), dim=-1)
    w.draw("quantize.codebook_used", (128,), 1.0)
    z = quantized(F.normalize(z, dim=1), book)
    return decoder(w, w.conv("post_quant_conv", z, latent, 1), Names(), widths, 2)


def var(
    w: Weights,
    x: Tensor,
    sides: list[tuple[int, int]],
    widths: tuple[int, ...] = (32, 64),
    latent: int = 8,
    entries: int = 40,
) -> Tensor:
    z = w.conv("quant_conv", encoder(w, x, FusedNames(), widths, latent, 2), latent, 3)
    book = w.draw("quantize.embedding.weight", (entries, latent), 0.3)
    w.draw("quantize.ema_vocab_hit_SV", (10, entries), 1.0)
    left, total = z, torch.zeros_like(z)
    # Which of the four serves a scale: the nearest tick, by the published expression, for one scale lies between two.
    ticks = np.linspace(1 / 3 / 4, 1 - 1 / 3 / 4, 4)
    for number, side in enumerate(sides):
        small = F.interpolate(left, size=side, mode="area") if number < 9 else left
        part = quantized(small, book)
        if number < 9:
            part = F.interpolate(part, size=z.shape[2:], mode="bicubic")
        phi = int(np.argmin(np.abs(ticks - number / 9)))
        part = 0.5 * part + 0.5 * w.conv(f"quantize.quant_resi.qresi_ls.{phi}", part, latent, 3)
        total, left = total + part, left - part
    return decoder(w, w.conv("post_quant_conv", total, latent, 3), FusedNames(), widths, 2)
