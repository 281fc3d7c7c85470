"""How an image's power is spread over frequencies, whatever their direction. NumPy alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
BINS = 96
"""Rings at most; an image of less than 192 px has as many as its shorter side allows."""
BANDS = (1 / 6, 1 / 3)
"""Bounds of the low, middle and high band of ``fft_low_ratio`` and its like, cycles per pixel."""

# Rec. 601 in thousandths, as in the metrics.
_LUMA = np.array([299.0, 587.0, 114.0]) / 1000.0


@dataclass(frozen=True, slots=True)
class Radial:
    """A radial spectrum.

    Attributes:
        frequency: (n,) centre of each ring, cycles per pixel, ascending up to 0.5.
        power: (n,) mean |F|² over the ring, of the luma in [0, 255] less its mean, divided by the number of pixels.
    """

    frequency: Floats
    power: Floats


def radial(pixels: npt.NDArray[np.uint8]) -> Radial:
    """Return the mean power of an image's luma in rings of equal frequency, up to 0.5 cycles per pixel.

    Args:
        pixels: (H, W, 3) uint8.
    """
    luma = pixels.astype(np.float64) @ _LUMA
    luma -= luma.mean()
    height, width = luma.shape
    power = np.abs(np.fft.rfft2(luma)) ** 2 / luma.size
    # A real image's spectrum is its own mirror image: every column but the outer ones stands for two.
    weights = np.full(power.shape[1], 2.0)
    weights[0] = 1.0
    if width % 2 == 0:
        weights[-1] = 1.0
    across = np.fft.rfftfreq(width)[None, :]
    down = np.fft.fftfreq(height)[:, None]
    bins = max(1, min(BINS, min(height, width) // 2))
    # Half a ring of DC and its neighbours belongs to the first ring; the corners beyond 0.5 to none.
    ring = np.minimum(np.floor(np.hypot(across, down) * 2 * bins + 1e-9), bins).astype(np.intp)
    ring[0, 0] = bins
    spread = np.broadcast_to(weights, power.shape)
    count = np.bincount(ring.ravel(), spread.ravel(), minlength=bins + 1)[:bins]
    total = np.bincount(ring.ravel(), (power * weights).ravel(), minlength=bins + 1)[:bins]
    frequency = (np.arange(bins) + 0.5) / (2 * bins)
    known = count > 0
    return Radial(frequency[known], total[known] / count[known])


def ratio(original: Radial, reconstruction: Radial) -> Floats:
    """Return the power of the reconstruction over that of the original, NaN where the original has none."""
    with np.errstate(divide="ignore", invalid="ignore"):
        found = reconstruction.power / original.power
    # What is left of an empty ring after rounding (1e-31 of the whole) is no power.
    return np.where(original.power > 1e-24 * original.power.sum(), found, np.nan)
