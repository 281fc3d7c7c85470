"""Seams: whether the tiles that a VAE decodes in can be seen in what it gets wrong."""

from __future__ import annotations

import numpy as np

from vaelab.arrays import Floats, Pixels
from vaelab.metrics.base import Undefined, Value

LUMA = np.array([0.299, 0.587, 0.114])


def seam(original: Pixels, reconstruction: Pixels, tile_side: int) -> Value:
    """Return the mean absolute step of the luma's error across the borders of tiles over that elsewhere; 1 is no seam.

    Tiles overlap by a quarter and are blended there: a border is where a tile's blend begins, and where the tile before it ends.

    Args:
        original: (H, W, 3) uint8.
        reconstruction: of the same shape.
        tile_side: px.
    """
    error = (reconstruction.astype(np.float64) - original) @ LUMA
    at_borders, elsewhere = [], []
    for axis in (0, 1):
        steps = np.abs(np.diff(error, axis=axis))
        border = _borders(error.shape[axis], tile_side)[1:]
        at_borders.append(np.compress(border, steps, axis=axis).ravel())
        elsewhere.append(np.compress(~border, steps, axis=axis).ravel())
    across, inside = _mean(at_borders), _mean(elsewhere)
    if across is None:
        return Undefined("the image is no larger than a tile, so that it was decoded whole")
    return (
        across / inside
        if inside
        else Undefined("nothing is wrong with the image between the borders of tiles")
    )


def _borders(count: int, side: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which of a line of pixels is the first beyond a border."""
    found = np.zeros(count, np.bool_)
    if count > side:
        for start in range(side // 4 * 3, count, side // 4 * 3):
            found[start] = True
            if start + side // 4 < count:
                found[start + side // 4] = True
    return found


def _mean(parts: list[Floats]) -> float | None:
    values = np.concatenate(parts)
    return float(values.mean()) if values.size else None
