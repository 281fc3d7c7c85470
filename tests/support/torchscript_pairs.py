"""Small pairs of TorchScript programs, laid out as Cosmos' tokenizers are, and what their modules make of images."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import torch
from family_cases import Images, to_pixels
from torch import Tensor, nn
from torch.nn import functional as F

from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import open_codec
from vaelab.vae.spec.grammar import VAESpec

LATENT, WIDTH, PATCH = 6, 16, 2


class Step(nn.Module):
    """A level: a convolution, and the change of size under the name that Cosmos gives it."""

    def __init__(self, down: bool) -> None:
        super().__init__()
        self.block = nn.Conv2d(WIDTH, WIDTH, 3, padding=1)
        name = "downsample" if down else "upsample"
        self.add_module(name, nn.Sequential())
        self.get_submodule(name).add_module(
            "conv", nn.Conv2d(WIDTH, WIDTH, 3, stride=2 if down else 1, padding=1)
        )


class Encoder(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.conv_in = nn.Conv2d(3 * PATCH**2, WIDTH, 3, padding=1)
        self.down = nn.ModuleList([Step(True), Step(True)])
        self.conv_out = nn.Conv2d(WIDTH, 8, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv_in(F.pixel_unshuffle(x, PATCH))
        for level in self.down:
            x = F.silu(level.downsample(F.silu(level.block(x))))
        return self.conv_out(x)


class Decoder(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.conv_in = nn.Conv2d(8, WIDTH, 3, padding=1)
        self.up = nn.ModuleList([Step(False), Step(False)])
        self.conv_out = nn.Conv2d(WIDTH, 3 * PATCH**2, 3, padding=1)

    def forward(self, z: Tensor) -> Tensor:
        z = self.conv_in(z)
        for level in self.up:
            z = z.repeat_interleave(2, dim=2).repeat_interleave(2, dim=3)
            z = F.silu(level.upsample(F.silu(level.block(z))))
        return F.pixel_shuffle(self.conv_out(z), PATCH)


class Same(nn.Module):
    """Cosmos' distribution of a plain autoencoder: the latent, and a pair of zeros."""

    def forward(self, x: Tensor) -> tuple[Tensor, tuple[Tensor, Tensor]]:
        return x, (torch.zeros(1), torch.zeros(1))


class Rounded(nn.Module):
    """Finite scalar quantization: indices, vectors, a loss of zero."""

    def __init__(self, levels: tuple[int, ...]) -> None:
        super().__init__()
        self.register_buffer("_levels", torch.tensor(levels, dtype=torch.int32))
        self.register_buffer("_basis", torch.tensor([1, *levels[:-1]]).cumprod(0).int())

    def forward(self, z: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        rows = z.permute(0, 2, 3, 1)
        half = (self._levels - 1) * (1 + 1e-3) / 2
        offset = torch.where(self._levels % 2 == 0, 0.5, 0.0)
        bounded = (rows + (offset / half).atanh()).tanh() * half - offset
        codes = bounded.round() / (self._levels // 2)
        indices = ((codes * (self._levels // 2) + self._levels // 2) * self._basis).sum(-1).int()
        return indices, codes.permute(0, 3, 1, 2), torch.zeros(len(z))


class Unrounded(nn.Module):
    def __init__(self, quantizer: Rounded) -> None:
        super().__init__()
        self.quantizer = quantizer

    def forward(self, indices: Tensor) -> Tensor:
        digits = (indices.unsqueeze(-1) // self.quantizer._basis) % self.quantizer._levels
        half = self.quantizer._levels // 2
        return ((digits - half) / half).permute(0, 3, 1, 2)


def halves(discrete: bool = False) -> tuple[nn.Sequential, nn.Sequential]:
    torch.manual_seed(0)
    middle: nn.Module = Rounded((8, 8, 5, 5, 5, 4)) if discrete else Same()
    encoder, decoder = nn.Sequential(), nn.Sequential()
    encoder.add_module("encoder", Encoder())
    encoder.add_module("quant_conv", nn.Conv2d(8, LATENT, 1))
    encoder.add_module("quantizer" if discrete else "distribution", middle)
    if discrete:
        decoder.add_module("inv_quant", Unrounded(middle))  # type: ignore[arg-type]
    decoder.add_module("post_quant_conv", nn.Conv2d(LATENT, 8, 1))
    decoder.add_module("decoder", Decoder())
    for half in (encoder, decoder):
        half.eval().requires_grad_(False)
    encoder.quant_conv.weight.mul_(30)
    decoder.decoder.conv_out.weight.mul_(25)
    return encoder, decoder


def expected(encoder: nn.Module, decoder: nn.Module) -> Any:
    @torch.no_grad()
    def run(images: Images) -> Images:
        for half in (encoder, decoder):
            half.to(memory_format=torch.channels_last)
        x = torch.from_numpy(images.copy()).permute(0, 3, 1, 2).float() / 255.0 * 2.0 - 1.0
        return to_pixels(decoder(encoder(x)[0]))

    return run


def save_script(module: nn.Module, example: Tensor, path: Path, traced: bool = True) -> Path:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        program = torch.jit.trace(module, example) if traced else torch.jit.script(module)
        torch.jit.save(program, str(path))
    return path


def saved_pair(folder: Path, discrete: bool = False) -> tuple[Path, Any]:
    encoder, decoder = halves(discrete)
    image = torch.rand(1, 3, 16, 16) * 2 - 1
    path = save_script(encoder, image, folder / "encoder.jit")
    save_script(decoder, encoder(image)[0], folder / "decoder.jit")
    return path, expected(encoder, decoder)


def opened(folder: Path, trusted: tuple[str, ...], **options: Any) -> Any:
    return open_codec(VAESpec("x", str(folder / "encoder.jit")), CodecOptions(trusted=trusted, **options))


def script_encoder(last: nn.Module, folder: Path, hook: Any = None) -> None:
    """An encoder as before, with one step more."""
    encoder, _ = halves()
    steps = nn.Sequential()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        steps.add_module("encoder", torch.jit.trace(encoder.encoder, torch.rand(1, 3, 16, 16)))
    steps.add_module("quant_conv", encoder.quant_conv)
    steps.add_module("last", last)
    if hook is not None:
        steps.register_forward_hook(hook)
    save_script(steps, torch.zeros(1), folder / "encoder.jit", traced=False)
