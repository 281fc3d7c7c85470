"""By how much a VAE moves the picture: half a pixel costs decibels and is not seen."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from vaelab.metrics.base import Undefined, Value, Values
from vaelab.metrics.numerics import half_spectrum
from vaelab.metrics.pictures import Pair, Pictures

_SHORTEST = 16
"""Below it the window that hides the borders leaves too little of the picture, px."""
_BLUR = 1.0
"""Deviation of the peak, px: a peak that is a Gaussian has a logarithm that is a parabola."""


def shift(pair: Pair) -> list[Values]:
    """Return where the reconstruction lies against the original, px, right and down positive.

    Phase correlation of the lumas under a Hann window (Kuglin and Hines 1975), low-passed by a Gaussian; the peak by a parabola
    through the logarithms of its neighbours, in each direction.
    """
    why = _undefined(pair)
    if why is not None:
        return [{"shift_x": why, "shift_y": why}] * pair.original.count
    ours, theirs = (_windowed(pictures) for pictures in (pair.original, pair.reconstruction))
    cross = theirs * ours.conj()
    strength = cross.abs()
    # A frequency that one of them has not has no phase.
    floor = strength.amax((1, 2), keepdim=True) * 1e-12
    height, width = pair.original.height, pair.original.width
    phases = torch.where(strength > floor, cross / strength.clamp_min(1e-300), 0.0)
    peak = torch.fft.irfft2(phases * _low_pass(height, width, cross.device), s=(height, width))
    places = peak.flatten(1).argmax(1).tolist()
    return [
        _shift(peak[index], place, bool((strength[index] > 0).any())) for index, place in enumerate(places)
    ]


def _undefined(pair: Pair) -> Undefined | None:
    if pair.shortest_side < _SHORTEST:
        return Undefined(f"the short side is under {_SHORTEST} px, too small to be compared in its place")
    return None


def _windowed(pictures: Pictures) -> Tensor:
    """The half spectrum of the luma, its mean taken off, fading out towards the borders: (N, H, W//2 + 1) complex."""
    luma: Tensor = pictures.luma_thousandths.double()
    luma = luma - luma.mean((1, 2), keepdim=True)
    for axis, count in ((1, pictures.height), (2, pictures.width)):
        window = torch.hann_window(count, periodic=False, dtype=torch.float64, device=luma.device)
        luma = luma * window.reshape([-1 if axis == place else 1 for place in range(3)])
    spectrum: Tensor = torch.fft.rfft2(luma)
    return spectrum


def _low_pass(height: int, width: int, device: torch.device) -> Tensor:
    squared = half_spectrum.squared_frequencies(height, width, device)
    return torch.exp(-2 * (math.pi * _BLUR) ** 2 * squared)


def _shift(peak: Tensor, place: int, has_phases: bool) -> Values:
    height, width = peak.shape
    row, column = divmod(place, width)
    if not has_phases or peak[row, column] <= 0:
        why = Undefined("one of the images has no structure whose place could be compared")
        return {"shift_x": why, "shift_y": why}
    across = [peak[row, (column + step) % width].item() for step in (-1, 0, 1)]
    down = [peak[(row + step) % height, column].item() for step in (-1, 0, 1)]
    return {"shift_x": _vertex(across, column, width), "shift_y": _vertex(down, row, height)}


def _vertex(values: list[float], place: int, count: int) -> Value:
    """Where the parabola through the logarithms of three neighbours has its top; beyond half the side it counts from the end."""
    before, at, after = (math.log(max(value, 1e-12)) for value in values)
    curvature = before - 2 * at + after
    offset = 0.0 if curvature == 0 else 0.5 * (before - after) / curvature
    found = place + max(-0.5, min(0.5, offset))
    return found - count if found > count / 2 else found
