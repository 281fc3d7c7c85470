"""How an image's power is spread over frequencies, whatever their direction. NumPy alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vaelab.arrays import Floats, Pixels

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


def radial(pixels: Pixels) -> Radial:
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


GRID: Floats = (np.arange(BINS) + 0.5) / (2 * BINS)
"""Frequencies at which the ratios of images of any size are averaged, cycles per pixel."""
_FLOOR = -9.0


@dataclass(frozen=True, slots=True)
class MeanRatio:
    """The spectra of a VAE's reconstructions over those of the originals.

    Attributes:
        ratio: (BINS,) geometric mean over the images at :data:`GRID`, NaN where no image has power.
        low, high: (BINS,) the middle half of the images lies between them.
        images: how many.
    """

    ratio: Floats
    low: Floats
    high: Floats
    images: int


def log_ratio(original: Radial, reconstruction: Radial) -> Floats:
    """Return log10 of :func:`ratio` at :data:`GRID`, NaN where the original has no power, at least -9."""
    with np.errstate(divide="ignore"):
        found = np.log10(ratio(original, reconstruction))
    found = np.maximum(found, _FLOOR)
    known = ~np.isnan(found)
    if not known.any():
        return np.full(BINS, np.nan)
    frequency = original.frequency[known]
    at = np.interp(GRID, frequency, found[known])
    # Half a ring beyond the last that is known is guessing, and so is a gap.
    half = 0.75 / (2 * original.frequency.size)
    near = np.abs(GRID[:, None] - frequency[None, :]).min(axis=1) <= half
    return np.where(near, at, np.nan)


def mean_ratio(logs: Sequence[Floats]) -> MeanRatio:
    """Average some images' :func:`log_ratio`.

    A ratio of 2 and one of 1/2 cancel out: what is added to one image does not hide what is lost from another by weight alone.
    """
    table = np.stack(list(logs))
    known = ~np.isnan(table).all(axis=0)
    found = np.full((3, table.shape[1]), np.nan)
    if known.any():
        found[0, known] = np.nanmean(table[:, known], axis=0)
        found[1:3, known] = np.nanpercentile(table[:, known], (25, 75), axis=0)
    return MeanRatio(10 ** found[0], 10 ** found[1], 10 ** found[2], len(table))
