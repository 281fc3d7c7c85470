"""The ramps of the second chart: how many steps are still apart, and how long the longest has become (banding, crushing)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import numpy as np

from vaelab.arrays import Floats, Pixels

_BAND: Final = 64
_CUT: Final = 16
"""What is left away at the upper and lower edge of a band, px."""
_LUMA: Final = (0.299, 0.587, 0.114)

RAMPS: Final[Mapping[str, tuple[int, tuple[float, float, float]]]] = MappingProxyType(
    {
        "grey": (0, _LUMA),
        "dark": (2, _LUMA),
        "light": (3, _LUMA),
        "red": (4, (1.0, 0.0, 0.0)),
        "green": (5, (0.0, 1.0, 0.0)),
        "blue": (6, (0.0, 0.0, 1.0)),
    }
)
"""Ramp to its band of the chart, and the weights of red, green and blue in what is read of it."""


def ramp_profile(chart: Pixels, ramp: str) -> Floats:
    """Return a ramp's level at each pixel along it, (512,), 0 to 255: the mean over the inner half of its band.

    Args:
        chart: (512, 512, 3) uint8: ``chart-02-gray-ramps``, or what a VAE made of it.
        ramp: one of ``RAMPS``.
    """
    band, weights = RAMPS[ramp]
    lines = chart[band * _BAND + _CUT : (band + 1) * _BAND - _CUT].astype(np.float64)
    return np.asarray(lines.mean(axis=0) @ np.asarray(weights), np.float64)


def distinct_steps(profile: Floats) -> int:
    """Return how many different levels a ramp has, each rounded to a whole one of 255."""
    return len(np.unique(np.rint(profile)))


def longest_step(profile: Floats) -> int:
    """Return the longest stretch of one level along a ramp, px, each level rounded to a whole one of 255."""
    levels = np.rint(profile)
    starts = np.flatnonzero(np.diff(levels, prepend=np.nan) != 0)
    return int(np.diff(starts, append=len(levels)).max())
