"""FLIP: what an eye sees of the difference when it flips between the two images."""

from __future__ import annotations

import torch

from vaelab.metrics.base import Values
from vaelab.metrics.numerics.flip import flip as flip_of
from vaelab.metrics.pictures import Pair


def flip(pair: Pair) -> list[Values]:
    """Return the mean of LDR-FLIP over the pixels, at 67 pixels per degree."""
    errors = flip_of(pair.original.seen, pair.reconstruction.seen, torch)
    return [{"flip": value} for value in errors.double().mean((1, 2)).tolist()]
