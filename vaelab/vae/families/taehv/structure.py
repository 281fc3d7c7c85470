"""The tensors of tiny video autoencoders, from the plans of their halves. No torch here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from vaelab.vae.families.structure import Structure, TensorEntry, conv, tiny_block
from vaelab.vae.families.taehv.recognize import VideoLayer
from vaelab.vae.recognized import RecognizedVAE, Shapes


def structure(vae: RecognizedVAE, shapes: Shapes) -> Structure:
    """The tensors."""
    plans = cast("dict[str, Sequence[VideoLayer]]", vae.arguments)
    return dict(entry for half in ("encoder", "decoder") for entry in _entries(half, plans[half]))


def _entries(half: str, layers: Sequence[VideoLayer]) -> Iterator[TensorEntry]:
    for place, layer in enumerate(layers):
        name, inputs, outputs = f"{half}.{place}", layer.inputs, layer.outputs
        if layer.kind == "conv":
            yield from conv(name, inputs, outputs, layer.kernel, bias=layer.bias)
        elif layer.kind == "memory":
            yield from tiny_block(name, inputs, outputs, frames=2)
        elif layer.kind == "super":
            yield from conv(f"{name}.conv.0", 1, 2 * outputs, 7, bias=False)
            yield from conv(f"{name}.conv.1", 2 * outputs, 4 * outputs, 1)
            yield from conv(f"{name}.conv.3", 4 * outputs, outputs, 1, bias=False)
        elif layer.kind == "pool":
            yield from conv(f"{name}.conv", inputs * layer.step, inputs, 1, bias=False)
        elif layer.kind == "grow":
            yield from conv(f"{name}.conv", inputs, inputs * layer.step, 1, bias=False)
