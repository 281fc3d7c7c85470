"""Where each tensor of a recognized model lies, by the model's own names. No torch here."""

from __future__ import annotations

from dataclasses import replace

from vaelab.errors import VAEError
from vaelab.vae.files.source import Source
from vaelab.vae.files.tensor_ref import ITEM_SIZES, TensorRef
from vaelab.vae.recognized import RecognizedVAE


def places(source: Source, vae: RecognizedVAE) -> dict[str, tuple[str, TensorRef]]:
    """Name in the model to name in the file and place; a part of a tensor is a place of its own.

    Raises:
        VAEError: a tensor does not divide into the parts that it should hold.
    """
    found = {own: (name, source.tensors[name]) for name, own in vae.keys.items()}
    for name, parts in vae.splits.items():
        whole = source.tensors[name]
        rows, rest = divmod(whole.shape[0] if whole.shape else 0, len(parts))
        if rest or not rows:
            raise VAEError(
                f"{source.path}: '{name}' has the shape {whole.shape}, not {len(parts)} equal parts."
            )
        step = rows * whole.strides[0] * ITEM_SIZES[whole.dtype]
        for index, own in enumerate(parts):
            part = replace(whole, shape=(rows, *whole.shape[1:]), offset=whole.offset + index * step)
            found[own] = (name, part)
    return found


def without_trailing_ones(shape: tuple[int, ...]) -> tuple[int, ...]:
    """An attention's weights are stored as matrices or as 1×1 convolutions: the same numbers."""
    sides = list(shape)
    while sides and sides[-1] == 1:
        sides.pop()
    return tuple(sides)
