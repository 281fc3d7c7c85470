"""Errors of single pixels: MAE, bias, MSE, PSNR.

All follow from how often each difference x̂ − x in -255…255 occurs, so they are exact up to the last division.
"""

from __future__ import annotations

import math

import numpy as np

from vaelab.arrays import Integers
from vaelab.metrics.base import Value, Values
from vaelab.metrics.picture import Picture

DIFFERENCES = np.arange(-255, 256)
# Rows of the image taken at once, in pixels: the differences then stay in the processor's cache.
STRIP = 1 << 16


def pixel(original: Picture, reconstruction: Picture) -> Values:
    """Return MAE and bias (per channel), MSE, RMSE, the largest error, all in [0, 1], and the PSNR in dB (or inf)."""
    counts = _difference_counts(original, reconstruction)
    pixels = original.height * original.width
    absolute = counts @ np.abs(DIFFERENCES)
    signed = counts @ DIFFERENCES
    mse = _squared_sum(counts) / (3 * pixels * 255**2)
    values: dict[str, Value] = {"mae": int(absolute.sum()) / (3 * pixels * 255)}
    for channel, name in enumerate("rgb"):
        values[f"mae_{name}"] = int(absolute[channel]) / (pixels * 255)
    for channel, name in enumerate("rgb"):
        values[f"bias_{name}"] = int(signed[channel]) / (pixels * 255)
    values["mse"] = mse
    values["rmse"] = math.sqrt(mse)
    values["max_abs_error"] = int(np.abs(DIFFERENCES[counts.any(axis=0)]).max()) / 255
    values["psnr"] = math.inf if mse == 0 else 10 * math.log10(1 / mse)
    return values


def reconstruction_loss(original: Picture, reconstruction: Picture) -> Values:
    """Return the squared error summed over the image, values in [-1, 1]: -2 log p(x|z) of a unit Gaussian, less a constant."""
    counts = _difference_counts(original, reconstruction)
    return {"reconstruction_loss": _squared_sum(counts) * (2 / 255) ** 2}


def _squared_sum(counts: Integers) -> int:
    return int((counts @ DIFFERENCES**2).sum())


def _difference_counts(original: Picture, reconstruction: Picture) -> Integers:
    """How often each difference of 8-bit values occurs: (3, 511)."""

    def count() -> Integers:
        counts = np.zeros((3, 511), dtype=np.int64)
        rows = max(1, STRIP // original.width)
        for start in range(0, original.height, rows):
            # Channel by channel and shifted to 0…510, as indices of the histogram.
            ours, theirs = (
                picture.rgb[start : start + rows].transpose(2, 0, 1) for picture in (original, reconstruction)
            )
            shifted = np.subtract(theirs, ours, dtype=np.int16) + np.int16(255)
            for channel in range(3):
                counts[channel] += np.bincount(shifted[channel].ravel(), minlength=511)
        return counts

    return reconstruction.shared(original, "difference_counts", count)
