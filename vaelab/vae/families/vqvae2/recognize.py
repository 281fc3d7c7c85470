"""VQ-VAE-2 (Razavi et al. 2019) in the layout of rosinality's ``vq-vae-2-pytorch``, by its tensors. No torch here.

Two codebooks: a coarse latent (top) and one of twice its resolution (bottom), whose encoding sees the decoded coarse one.
The four convolution stacks are plain sequences named by place, so that they can be read off the names and shapes:

* a 4×4 convolution halves the size in an encoder and is transposed in a decoder, where it doubles it;
* a 3×3 convolution keeps it; ``N.conv.{1,3}`` is a residual block; every gap, and the end of an encoder, is a ReLU.

``cluster_size`` and ``embed_avg`` are the training's running averages and play no part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from vaelab.errors import VAEError
from vaelab.vae.families.shapes import prefix_of
from vaelab.vae.files.source import Source
from vaelab.vae.recognized import RecognizedVAE, Shapes

_STACKS = ("enc_b", "enc_t", "dec_t", "dec")
_SINGLE = ("quantize_conv_t", "quantize_conv_b", "upsample_t")


@dataclass(frozen=True, slots=True)
class StackLayer:
    """One place in a stack; ``hidden`` is the width inside a residual block, ``kernel`` the side of a convolution."""

    kind: Literal["conv", "transposed", "residual", "relu"]
    inputs: int = 0
    outputs: int = 0
    kernel: int = 3
    hidden: int = 0


def recognize(shapes: Shapes, source: Source) -> RecognizedVAE | None:
    """The VAE, or None if this is no such network.

    Raises:
        VAEError: it is one, but its parts do not fit.
    """
    prefix = prefix_of(shapes, "quantize_t.embed")
    if prefix is None:
        return None
    keys = {
        name: short
        for name in shapes
        if name.startswith(prefix)
        and not re.fullmatch(r"quantize_[tb]\.(cluster_size|embed_avg)", short := name.removeprefix(prefix))
    }
    own = {short: shapes[name] for name, short in keys.items()}
    stacks = {stack: _stack(own, stack) for stack in _STACKS}
    books = {level: _book(own, level) for level in "tb"}
    for name in _SINGLE:
        _convolution(own, f"{name}.weight")
    steps = {stack: sum(layer.kernel == 4 for layer in layers) for stack, layers in stacks.items()}
    if (steps["enc_t"], steps["dec_t"]) != (1, 1) or steps["enc_b"] != steps["dec"] or not steps["enc_b"]:
        raise VAEError(
            f"Its encoders halve the size {steps['enc_b']} and {steps['enc_t']} times, its decoders double it {steps['dec']} "
            f"and {steps['dec_t']} times: it is no VQ-VAE-2 that VAELab runs."
        )
    if (stacks["enc_b"][0].inputs, stacks["dec"][-1].outputs) != (3, 3):
        raise VAEError("It does not take and return RGB, which is all that VAELab measures.")
    fine = 2 ** steps["enc_b"]
    (entries_t, width_t), (entries_b, width_b) = books["t"], books["b"]
    return RecognizedVAE(
        family="vqvae2",
        label=f"VQ-VAE-2 ({entries_b}×{width_b} at f{fine}, {entries_t}×{width_t} at f{2 * fine})",
        layout="rosinality",
        latent_channels=width_t + 4 * width_b,
        factor=2 * fine,
        arguments={"stacks": stacks, "books": books},
        keys=keys,
        prefix=prefix,
        notes=(
            f"two latents: {width_t} channels at 1/{2 * fine}, and {width_b} channels at 1/{fine} that are reported as "
            f"{4 * width_b} channels at 1/{2 * fine}, one for each place in a block of 2 × 2",
        ),
    )


def _stack(shapes: Shapes, stack: str) -> tuple[StackLayer, ...]:
    start, decodes = f"{stack}.blocks.", stack.startswith("dec")
    own = {name.removeprefix(start): shape for name, shape in shapes.items() if name.startswith(start)}
    places = {int(found[1]) for name in own if (found := re.match(r"(\d{1,3})\.", name))}
    layers: list[StackLayer] = []
    for place in range(max(places, default=-1) + 1):
        if f"{place}.conv.1.weight" in own:
            hidden, inputs, _ = _convolution(own, f"{place}.conv.1.weight")
            outputs, _, _ = _convolution(own, f"{place}.conv.3.weight")
            layers.append(StackLayer("residual", inputs, outputs, hidden=hidden))
        elif f"{place}.weight" in own:
            first, second, kernel = _convolution(own, f"{place}.weight")
            if decodes and kernel == 4:
                # A transposed convolution's weight names its inputs first.
                layers.append(StackLayer("transposed", first, second, kernel))
            else:
                layers.append(StackLayer("conv", second, first, kernel))
        else:
            layers.append(StackLayer("relu"))
    if not layers or layers[0].kind != "conv" or (decodes and layers[-1].kind != "transposed"):
        raise VAEError(f"Its '{stack}' is no stack of convolutions as VQ-VAE-2 has it: it is incomplete.")
    return tuple(layers) if decodes else (*layers, StackLayer("relu"))


def _book(shapes: Shapes, level: str) -> tuple[int, int]:
    """Number of entries and their width; the file holds an entry in each column."""
    shape = shapes.get(f"quantize_{level}.embed", ())
    if len(shape) != 2 or 0 in shape:
        raise VAEError(f"Its codebook 'quantize_{level}.embed' is missing or no table: it is incomplete.")
    return shape[1], shape[0]


def _convolution(shapes: Shapes, name: str) -> tuple[int, int, int]:
    """The first two sides of a square convolution's weight, and its kernel's side."""
    shape = shapes.get(name, ())
    if len(shape) != 4 or 0 in shape or shape[2] != shape[3] or shape[2] not in (1, 3, 4):
        raise VAEError(f"'{name}' of this VQ-VAE-2 is missing or no convolution of 1, 3 or 4 px: {shape}.")
    return shape[0], shape[1], shape[2]
