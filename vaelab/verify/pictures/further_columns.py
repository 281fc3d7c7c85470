"""Columns a second time that have no library of their own: the shift of a picture, and the sum that is the total loss."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from vaelab.arrays import Array, Floats, Pixels

_SHORTEST = 16
_NOTHING: Mapping[str, float | None] = {"shift_x": None, "shift_y": None}


def shift(original: Pixels, reconstruction: Pixels) -> Mapping[str, float | None]:
    """Return where a reconstruction lies against its original, px, right and down positive; None where that cannot be told.

    Phase correlation of the two lumas under a Hann window, low-passed by a Gaussian of 1 px, over the full spectra; the peak by a
    parabola through the logarithms of its neighbours.

    Args:
        original: uint8 (H, W, 3).
        reconstruction: of the same size.
    """
    height, width = original.shape[:2]
    if min(height, width) < _SHORTEST:
        return _NOTHING
    ours, theirs = (_spectrum(picture) for picture in (original, reconstruction))
    cross = theirs * np.conj(ours)
    strength = np.abs(cross)
    if not strength.any():
        return _NOTHING
    known = strength > strength.max() * 1e-12
    phases = np.where(known, cross / np.where(known, strength, 1.0), 0.0)
    squared = np.fft.fftfreq(height)[:, None] ** 2 + np.fft.fftfreq(width)[None, :] ** 2
    peak = np.fft.ifft2(phases * np.exp(-2 * math.pi**2 * squared)).real
    row, column = (int(place) for place in np.unravel_index(np.argmax(peak), peak.shape))
    if peak[row, column] <= 0:
        return _NOTHING
    return {"shift_x": _top(peak[row], column), "shift_y": _top(peak[:, column], row)}


def _spectrum(picture: Pixels) -> Array:
    # In whole thousandths, so that a flat picture is exactly flat.
    luma = (picture.astype(np.int64) @ np.array([299, 587, 114])).astype(np.float64)
    window = np.outer(np.hanning(luma.shape[0]), np.hanning(luma.shape[1]))
    return np.asarray(np.fft.fft2((luma - luma.mean()) * window))


def _top(values: Floats, place: int) -> float:
    count = len(values)
    before, at, after = np.log(np.maximum(values[[(place + step) % count for step in (-1, 0, 1)]], 1e-12))
    bend = before - 2 * at + after
    offset = 0.0 if bend == 0 else float(np.clip(0.5 * (before - after) / bend, -0.5, 0.5))
    found = place + offset
    return found - count if found > count / 2 else found


def total_loss(values: Mapping[str, float | int | None]) -> float | None:
    """Return the reconstruction loss plus KL of a row's own columns; None where one is missing."""
    parts = values.get("reconstruction_loss"), values.get("kl")
    return None if parts[0] is None or parts[1] is None else parts[0] + parts[1]
