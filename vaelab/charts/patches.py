"""The 64 colours of the first chart: how far each has moved, and what became of brightness, contrast and saturation."""

from __future__ import annotations

from typing import Final

import numpy as np

from vaelab.arrays import Floats, Pixels
from vaelab.metrics.numerics.cielab import ciede2000, from_linear_light

SQUARES: Final = 8
"""Squares along each side of the chart."""
_SIDE: Final = 64
_CUT: Final = 16
"""What is left away at each edge of a square, px, so that blur across it is not read as colour."""
_MOST: Final = 20
"""How many of the brightest and of the darkest squares make the contrast."""
_LUMA: Final = (0.299, 0.587, 0.114)


def patch_colors(chart: Pixels) -> Floats:
    """Return the mean colour of each square's inner half, (64, 3), 0 to 255, row by row.

    Args:
        chart: (512, 512, 3) uint8: ``chart-01-color-grid``, or what a VAE made of it.
    """
    tiles = chart.reshape(SQUARES, _SIDE, SQUARES, _SIDE, 3)
    inner = slice(_CUT, _SIDE - _CUT)
    return np.asarray(tiles[:, inner, :, inner].mean(axis=(1, 3)), np.float64).reshape(-1, 3)


def color_differences(original: Floats, reconstruction: Floats) -> Floats:
    """Return CIEDE2000 between two lists of sRGB colours (N, 3), 0 to 255: (N,), D65, 2° observer."""
    first, second = (from_linear_light(_linear_light(colors)) for colors in (original, reconstruction))
    return np.asarray(ciede2000(first, second), np.float64)


def _linear_light(colors: Floats) -> Floats:
    value = colors.T / 255
    return np.asarray(np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4))


def brightness(colors: Floats) -> float:
    """Return the mean Rec. 601 luma of the squares in percent of white.

    Args:
        colors: (64, 3), 0 to 255.
    """
    return float(100 * (colors @ _LUMA).mean() / 255)


def contrast(colors: Floats, order_of: Floats) -> float:
    """Return the mean luma of the 20 brightest squares less that of the 20 darkest, in percent of white.

    Args:
        colors: (64, 3), 0 to 255.
        order_of: the original's colours, which say which squares these are.
    """
    order = np.argsort(order_of @ _LUMA, kind="stable")
    luma = colors @ _LUMA
    return float(100 * (luma[order[-_MOST:]].mean() - luma[order[:_MOST]].mean()) / 255)


def saturation(colors: Floats) -> float:
    """Return the mean of the largest less the smallest of red, green and blue over the two middle rows, in percent of 255.

    Args:
        colors: (64, 3), 0 to 255.
    """
    middle = colors.reshape(SQUARES, SQUARES, 3)[SQUARES // 2 - 1 : SQUARES // 2 + 1]
    return float(100 * np.ptp(middle, axis=-1).mean() / 255)
