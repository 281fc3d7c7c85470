"""TorchScript programs that are no tokenizer of a known structure (``cosmos``), by names and tensors. No torch here.

Such a program can only be run as what it is, which its user must allow (``trust``); what it takes and returns is found by a
trial then (``program.trial``). Of a pair with LDM's names, channels and factor can be read off before: the encoder's first
convolution takes 3 channels of each pixel of a patch, and every ``downsample`` halves the size. The discrete tokenizers also
hold the numbers of levels that each channel is rounded to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from vaelab.text import Sentence
from vaelab.vae.families.cosmos.recognize import oddity
from vaelab.vae.files.source import Source
from vaelab.vae.files.tensor_ref import SCRIPT
from vaelab.vae.recognized import RecognizedVAE, Shapes

ASSUMED: Final = (
    "assumed of the program, as of NVIDIA's Cosmos tokenizers: images are (N, 3, height, width) in [-1, 1], as it takes them and as "
    "it returns them, and of several results the first tensor counts"
)
_DOWN = re.compile(r"(?:^|\.)down(?:_blocks)?\.(\d{1,3})\.downsample(?:rs\.\d)?\.")
_UP = re.compile(r"(?:^|\.)up(?:_blocks)?\.(\d{1,3})\.upsample(?:rs\.\d)?\.")
_LEVELS = "encoder.quantizer._levels"


def recognize(shapes: Shapes, source: Source) -> RecognizedVAE | None:
    """Any program: what its tensors say, and nothing where they do not; None if this is none.

    Returns:
        A VAE whose ``latent_channels`` and ``factor`` are 0 where only a trial can tell; its arguments are ``pair``,
        ``discrete`` (whether the encoder returns indices, then the vectors that they name) and ``seen``, what is odd about it.
    """
    if source.container != SCRIPT:
        return None
    pair, odd = source.pair, oddity(source)
    seen = () if odd is None else (odd,)
    if any(len(shape) == 5 for shape in shapes.values()):
        seen = (*seen, Sentence("some of its weights have five axes, as those of networks for video have"))
    channels, factor, discrete = _pair_facts(shapes) if pair else (0, 0, False)
    return RecognizedVAE(
        family="torchscript",
        label=label(pair, ("discrete" if discrete else "continuous") if factor else "", channels, factor),
        layout="encoder + decoder" if pair else "one program",
        latent_channels=channels,
        factor=factor,
        arguments={"pair": pair, "discrete": discrete, "seen": seen},
        keys={name: name for name in shapes},
        notes=(ASSUMED, *map(str, seen)),
    )


def label(pair: bool, kind: str, channels: int, factor: int) -> str:
    """What people call it: ``TorchScript pair (continuous, 6 channels, 8×)``; what is empty or 0 is left out."""
    parts = [kind, f"{channels} channels" if channels else "", f"{factor}×" if factor else ""]
    told = ", ".join(part for part in parts if part)
    return f"TorchScript {'pair' if pair else 'program'}{f' ({told})' if told else ''}"


def _pair_facts(shapes: Shapes) -> tuple[int, int, bool]:
    """Channels and factor of a pair with LDM's names, else 0; and whether it rounds to levels that it names."""
    encoder, decoder = _own(shapes, "encoder"), _own(shapes, "decoder")
    levels = shapes.get(_LEVELS, ())
    discrete = len(levels) == 1 and 1 <= levels[0] <= 16
    takes, returns = _first(encoder, "conv_in.weight", 1), _last(decoder)
    patch = next((side for side in range(1, 17) if 3 * side * side == takes == returns), 0)
    halvings, doublings = _steps(encoder, _DOWN), _steps(decoder, _UP)
    if not patch or halvings != doublings or patch << halvings == 1 or halvings > 8:
        return 0, 0, discrete
    latent = levels[0] if discrete else _first(decoder, "post_quant_conv.weight", 1)
    return (latent, patch << halvings, discrete) if latent else (0, 0, discrete)


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
