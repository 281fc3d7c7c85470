"""The modulation transfer function of slanted edges, after ISO 12233: how much contrast of each spatial frequency comes back.

An edge that is turned a little meets the pixels in every phase, so that its profile is known four times as finely as the
pixels lie. Everything is in code values, not in linear light, as the chart is drawn and as VAELab measures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np

from vaelab.arrays import Floats, Pixels
from vaelab.metrics.base import Undefined

BINS: Final = 4
"""Steps of the profile in one pixel."""
REACH: Final = 20
"""How far from the edge the profile goes, px."""
FREQUENCIES: Final = tuple(round(0.025 * step, 3) for step in range(41))
"""Spatial frequencies at which curves are kept, 0 to 1 cycle per pixel; 0.5 is the Nyquist frequency."""
HALF_NYQUIST: Final = 0.25
"""Cycles per pixel."""

_TILE: Final = 128
_HALF_SIDE: Final = 36
_ALONG: Final = 24
_ACROSS: Final = 24
_LEAST_CONTRAST: Final = 4.0
"""Levels of 255 between the two sides, below which there is no edge left to measure."""

# Rec. 601 luma of the grey edges; of the coloured ones the difference that their two colours have most of.
EDGES: Final[Mapping[str, tuple[int, tuple[float, float, float]]]] = MappingProxyType(
    {
        "black_white": (0, (0.299, 0.587, 0.114)),
        "grey": (1, (0.299, 0.587, 0.114)),
        "red_green": (2, (0.5, -0.5, 0.0)),
        "blue_yellow": (3, (0.25, 0.25, -0.5)),
    }
)
"""Edge to the row of the chart that has it, and the weights of red, green and blue in the plane that is measured."""


@dataclass(frozen=True, slots=True)
class EdgeResponse:
    """What an edge passes on.

    Attributes:
        frequencies: cycles per pixel, across the edge, ascending from 0.
        mtf: contrast kept at each, 1 at 0; above 1 where the edge was sharpened.
    """

    frequencies: Floats
    mtf: Floats

    def at(self, frequency: float) -> float:
        """Return the contrast kept at a frequency, cycles per pixel, between the nearest two on a line."""
        return float(np.interp(frequency, self.frequencies, self.mtf))

    @property
    def mtf50(self) -> float | Undefined:
        """The lowest frequency at which half of the contrast is kept, cycles per pixel."""
        below = np.flatnonzero(self.mtf < 0.5)
        if not len(below):
            return Undefined("more than half of the contrast is kept at every frequency")
        end = int(below[0])
        (f0, f1), (m0, m1) = self.frequencies[end - 1 : end + 1], self.mtf[end - 1 : end + 1]
        return float(f0 + (m0 - 0.5) / (m0 - m1) * (f1 - f0))


def edge_response(plane: Floats) -> EdgeResponse | Undefined:
    """Measure a nearly vertical edge in the middle of a plane.

    The place of the edge in each line is the centroid of its derivative; a straight line through these places gives every
    pixel its distance from the edge; averaged in quarters of a pixel these make the edge's profile, whose derivative, within a
    window, is transformed. The attenuation by the quarters and by the difference of neighbours is divided out, that by the pixel
    is the picture's own and stays.

    Args:
        plane: (lines, pixels) of any unit of 255 steps, at least ``2 * REACH`` + 8 pixels wide.
    """
    centre = (plane.shape[1] - 1) / 2
    side = round(plane.shape[1] / 4)
    contrast = float(plane[:, -side:].mean() - plane[:, :side].mean())
    if abs(contrast) < _LEAST_CONTRAST:
        return Undefined(f"the two sides of the edge differ by {abs(contrast):.1f} levels: no edge is left")
    plane = plane / contrast  # rises by about 1, so that centroids are of positive weights
    slope, place = 0.0, centre
    lines = np.arange(len(plane)) - (len(plane) - 1) / 2
    for half_width in (_ACROSS, _ACROSS / 2, _ACROSS / 2):
        found = _places(plane, slope * lines + place, half_width)
        if found is None:
            return Undefined("the edge is not found in every line")
        slope, place = np.polyfit(lines, found, 1)
    if abs(slope) > 0.5 or abs(place - centre) > _ACROSS / 4:
        return Undefined("the edge has moved or turned too far")
    x = np.arange(plane.shape[1])
    distance = (x[None, :] - place - slope * lines[:, None]) / np.hypot(1.0, slope)
    profile = _profile(distance, plane)
    return Undefined("the edge meets the pixels in too few phases") if profile is None else _response(profile)


def _places(plane: Floats, expected: Floats, half_width: float) -> Floats | None:
    """Where the edge lies in each line: the centroid of the derivative near where it is expected, px."""
    rise = np.diff(plane, axis=1)
    x = np.arange(rise.shape[1]) + 0.5
    off = np.clip((x[None, :] - expected[:, None]) / half_width, -1, 1)
    weight = rise * (0.5 + 0.5 * np.cos(np.pi * off))
    total = weight.sum(axis=1)
    if (total < 0.1).any():
        return None
    return np.asarray((weight * x).sum(axis=1) / total)


def _profile(distance: Floats, plane: Floats) -> Floats | None:
    """The mean of the plane at each quarter of a pixel from the edge, (2 * REACH * BINS,); None where too many are empty."""
    count = 2 * REACH * BINS
    bins = np.floor((distance + REACH) * BINS).astype(np.intp)
    inside = (bins >= 0) & (bins < count)
    number = np.bincount(bins[inside], minlength=count)
    filled = np.flatnonzero(number)
    if len(filled) < 0.9 * count:
        return None
    sums = np.bincount(bins[inside], plane[inside], minlength=count)
    return np.interp(np.arange(count), filled, sums[filled] / number[filled])


def _response(profile: Floats) -> EdgeResponse | Undefined:
    from scipy.signal.windows import (
        tukey,  # the window reads this module's tables, and loads no scipy for them
    )

    spread = np.zeros_like(profile)
    spread[1:-1] = (profile[2:] - profile[:-2]) / 2
    # Flat over the inner half, so that a blur is measured whole, and falling to 0 where the profile ends.
    spectrum = np.abs(np.fft.rfft(spread * tukey(len(spread), 0.5), 8 * len(spread)))
    if spectrum[0] < 0.1:
        return Undefined("the profile of the edge does not rise")
    frequency = np.fft.rfftfreq(8 * len(spread), 1 / BINS)
    kept = frequency <= FREQUENCIES[-1] + 0.05
    frequency = frequency[kept]
    # np.sinc(x) is sin(πx)/(πx): of the mean over a quarter, and of the difference over two of them.
    lost = np.sinc(frequency / BINS) * np.sinc(2 * frequency / BINS)
    mtf: Floats = np.asarray(spectrum[kept] / spectrum[0] / lost, np.float64)
    return EdgeResponse(np.asarray(frequency, np.float64), mtf)


def edge_responses(chart: Pixels) -> dict[str, EdgeResponse | Undefined]:
    """Measure the squares that are turned by 5 degrees in the chart of slanted edges.

    Args:
        chart: (512, 512, 3) uint8: ``chart-04-slanted-edges``, or what a VAE made of it.

    Returns:
        edge to the mean over its square's four sides.
    """
    return {name: _square(chart, row, weights) for name, (row, weights) in EDGES.items()}


def _square(chart: Pixels, row: int, weights: tuple[float, float, float]) -> EdgeResponse | Undefined:
    tile = chart[row * _TILE : (row + 1) * _TILE, :_TILE].astype(np.float64) @ np.asarray(weights)
    middle = (_TILE - 1) / 2
    right = round(middle + _HALF_SIDE)
    lines = slice(_TILE // 2 - _ALONG, _TILE // 2 + _ALONG)
    found = [
        # Turned by a quarter, a square's next side takes the place of the right one.
        edge_response(np.rot90(tile, turn)[lines, right - _ACROSS : right + _ACROSS])
        for turn in range(4)
    ]
    sides = [side for side in found if isinstance(side, EdgeResponse)]
    missing = next((side for side in found if isinstance(side, Undefined)), None)
    if missing is not None:
        return missing
    mean: Floats = np.stack([side.mtf for side in sides]).mean(axis=0)
    return EdgeResponse(sides[0].frequencies, mean)
