"""The tensors of tiny autoencoders, from the plans of their halves. No torch here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from vaelab.vae.families.structure import Structure, TensorEntry, conv, pair, tiny_block
from vaelab.vae.families.taesd.recognize import Layer
from vaelab.vae.recognized import RecognizedVAE, Shapes


def structure(vae: RecognizedVAE, shapes: Shapes) -> Structure:
    """The tensors."""
    plans = cast("dict[str, Sequence[Layer]]", vae.arguments)
    return dict(entry for half in ("encoder", "decoder") for entry in _entries(half, plans[half]))


def _entries(half: str, layers: Sequence[Layer]) -> Iterator[TensorEntry]:
    for place, layer in enumerate(layers):
        name, inputs, outputs = f"{half}.{place}", layer.inputs, layer.outputs
        if layer.kind == "conv":
            yield from conv(name, inputs, outputs, bias=layer.bias)
        elif layer.kind == "block":
            yield from tiny_block(name, inputs, outputs)
            if layer.pooled:
                yield from conv(f"{name}.pool.0", inputs, layer.pooled, 1, bias=False)
                yield from pair(f"{name}.pool.1", layer.pooled)
                yield from conv(f"{name}.pool.3", layer.pooled, inputs, 1, bias=False)
