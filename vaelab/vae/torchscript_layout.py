"""Pairs of TorchScript programs that are no tokenizer of a known structure (``cosmos_layout``), by their tensors. No torch here.

``encoder.jit`` and ``decoder.jit`` hold their weights under the names that the modules had, so that channels and factor can
be read off LDM's names: the encoder's first convolution takes 3 channels of each pixel of a patch, and every ``downsample``
halves the size. The discrete tokenizers also hold the numbers of levels that each channel is rounded to. Such a pair can only
be run as the program that it is, which its user must allow (``trust``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from vaelab.errors import VAEError
from vaelab.vae.taesd_layout import Half
from vaelab.vae.verdict import Shapes, Verdict

_DOWN = re.compile(r"(?:^|\.)down(?:_blocks)?\.(\d{1,3})\.downsample(?:rs\.\d)?\.")
_UP = re.compile(r"(?:^|\.)up(?:_blocks)?\.(\d{1,3})\.upsample(?:rs\.\d)?\.")
_LEVELS = "quantizer._levels"


def script_half(shapes: Shapes, path: Path) -> Half | None:
    """Which half of a pair a program is, by its tensors, else by its name; None for a whole autoencoder.

    Raises:
        VAEError: it does not say.
    """
    has = {half: any(name.startswith(f"{half}.") for name in shapes) for half in ("encoder", "decoder")}
    if all(has.values()):
        return None
    if any(has.values()):
        return "encoder" if has["encoder"] else "decoder"
    found = re.findall("encoder|decoder", path.name.lower())
    if not found:
        raise VAEError(
            f"{path} is a TorchScript program that neither its tensors nor its name call an encoder or a decoder: name the "
            "two files alike, one with 'encoder' and one with 'decoder'."
        )
    return "encoder" if found[-1] == "encoder" else "decoder"


def recognize(shapes: Shapes, *, pair: bool) -> Verdict:
    """The verdict on a pair, with ``encoder.`` and ``decoder.`` before the names of its halves.

    Args:
        shapes: of all tensors.
        pair: whether there are two files.

    Raises:
        VAEError: it is no pair of image networks that can be run; the sentence says why.
    """
    if not pair:
        raise VAEError(
            "It is a TorchScript program of a whole autoencoder that VAELab does not know, and the latents of a program cannot be "
            "had: pass its encoder, with the decoder beside it."
        )
    halves = {half: _own(shapes, half) for half in ("encoder", "decoder")}
    if any(len(shape) == 5 for shape in shapes.values()):
        raise VAEError("It is a pair of TorchScript programs for video; VAELab runs those for images.")
    encoder, decoder = halves["encoder"], halves["decoder"]
    takes, returns = _first(encoder, "conv_in.weight", 1), _last(decoder)
    patch = next((side for side in range(1, 17) if 3 * side * side == takes == returns), 0)
    halvings, doublings = _steps(encoder, _DOWN), _steps(decoder, _UP)
    if not patch or halvings != doublings or patch << halvings == 1:
        raise VAEError(
            f"It is a pair of TorchScript programs that take {takes} channels and return {returns}, halving the size "
            f"{halvings} times and doubling it {doublings} times: VAELab runs image tokenizers with LDM's names, as Cosmos'."
        )
    levels = encoder.get(_LEVELS, ())
    if not levels and any(name.startswith("quantizer.") for name in encoder):
        raise VAEError(
            "It is a discrete TorchScript tokenizer whose quantizer VAELab does not know: it runs finite scalar ones."
        )
    latent = levels[0] if levels else _first(decoder, "post_quant_conv.weight", 1)
    factor = patch << halvings
    return Verdict(
        family="torchscript",
        label=f"TorchScript pair ({'discrete' if levels else 'continuous'}, {latent} channels, {factor}×)",
        layout="encoder.jit + decoder.jit",
        latent_channels=latent,
        factor=factor,
        arguments={"discrete": bool(levels)},
        keys={name: name for name in shapes},
    )


def _own(shapes: Shapes, half: str) -> Mapping[str, tuple[int, ...]]:
    start = f"{half}."
    return {name.removeprefix(start): shape for name, shape in shapes.items() if name.startswith(start)}


def _convolutions(shapes: Mapping[str, tuple[int, ...]]) -> list[str]:
    return [name for name, shape in shapes.items() if len(shape) == 4 and name.endswith(".weight")]


def _first(shapes: Mapping[str, tuple[int, ...]], end: str, axis: int) -> int:
    """A side of the convolution of that name, or else of the first; 0 if there is none."""
    convolutions = _convolutions(shapes)
    named = [name for name in convolutions if name.endswith(end)] or convolutions
    return shapes[named[0]][axis] if named else 0


def _last(shapes: Mapping[str, tuple[int, ...]]) -> int:
    convolutions = _convolutions(shapes)
    named = [name for name in convolutions if name.endswith("conv_out.weight")] or convolutions
    return shapes[named[-1]][0] if named else 0


def _steps(shapes: Mapping[str, tuple[int, ...]], pattern: re.Pattern[str]) -> int:
    return len({found[1] for name in shapes if (found := pattern.search(name))})
