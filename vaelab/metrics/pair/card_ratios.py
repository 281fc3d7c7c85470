"""The four ratios that community cards of VAEs publish: sharpness, edges, saturation and the volume of the colours."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from vaelab.arrays import Floats
from vaelab.metrics.base import Undefined, Value, Values
from vaelab.metrics.pictures import Pair, Pictures

EDGE = 50.0
"""Sobel magnitude above which a pixel is one of an edge, in 8-bit values."""
GRID = 32
"""Cells along each side of the grid of L*a*b* that thins out the points of the convex hull."""

FLAT = 1e-3
"""Volume, in thousands of units of L*a*b*, below which the colours lie in a plane but for rounding: those of greys, of one hue."""

_LAPLACIAN = ((0.0, 1.0, 0.0), (1.0, -4.0, 1.0), (0.0, 1.0, 0.0))
_SOBEL = ((-1.0, 0.0, 1.0), (-2.0, 0.0, 2.0), (-1.0, 0.0, 1.0))


def card_ratios(pair: Pair) -> list[Values]:
    """Return reconstruction over original of four quantities.

    ``laplacian_ratio``: variance of the 4-neighbour Laplacian of luma; ``edge_density_ratio``: share of pixels whose Sobel magnitude is
    over 50; ``saturation_ratio``: mean HSV saturation; ``lab_volume_ratio``: volume of the convex hull of the colours in L*a*b*. The first two
    are over the pixels that have all their neighbours.
    """
    found = [_quantities(pictures) for pictures in (pair.original, pair.reconstruction)]
    return [
        {
            f"{name}_ratio": _ratio(name, ours, theirs)
            for name, ours, theirs in zip(_NAMES, before, after, strict=True)
        }
        for before, after in zip(*found, strict=True)
    ]


_NAMES = ("laplacian", "edge_density", "saturation", "lab_volume")
_MISSING = {
    "laplacian": "the original has no Laplacian: it is flat or under 3 px",
    "edge_density": "the original has no pixel of an edge",
    "saturation": "the original has no colour",
    "lab_volume": "the original's colours span no volume",
}


def _ratio(name: str, ours: float, theirs: float) -> Value:
    return theirs / ours if ours > 0 else Undefined(_MISSING[name])


def _quantities(pictures: Pictures) -> list[tuple[float, float, float, float]]:
    # In thousandths, whole numbers: what is flat, or a straight slope, then has exactly no Laplacian.
    luma = pictures.luma_thousandths[:, None]
    if min(pictures.height, pictures.width) < 3:
        variance = edges = torch.zeros(pictures.count, dtype=torch.float64)
    else:
        variance = _filtered(luma, _LAPLACIAN).double().flatten(1).var(1, correction=0) / 1e6
        across, down = _filtered(luma, _SOBEL), _filtered(luma, tuple(zip(*_SOBEL, strict=True)))
        edges = (torch.hypot(across, down) > 1000 * EDGE).double().flatten(1).mean(1)
    lightest, darkest = pictures.planes.amax(1), pictures.planes.amin(1)
    saturation = ((lightest - darkest) / lightest.clamp_min(1.0)).double().mean((1, 2))
    return list(
        zip(variance.tolist(), edges.tolist(), saturation.tolist(), _lab_volumes(pictures), strict=True)
    )


def _filtered(luma: Tensor, kernel: tuple[tuple[float, ...], ...]) -> Tensor:
    """A sum of shifted planes: exact to float32 on every device, whatever a convolution would round."""
    height, width = luma.shape[-2:]
    return sum(
        (
            luma[..., row : height - 2 + row, column : width - 2 + column] * weight
            for row, line in enumerate(kernel)
            for column, weight in enumerate(line)
            if weight
        ),
        torch.zeros((), device=luma.device),
    )


def _lab_volumes(pictures: Pictures) -> list[float]:
    colors = pictures.lab.view(3, pictures.count, -1)
    return [lab_volume(colors[:, index].T.cpu().numpy()) for index in range(pictures.count)]


def lab_volume(colors: Floats) -> float:
    """Volume of the convex hull of colours (N, 3) in L*a*b*, in thousands of units; 0 where they lie in a plane.

    Of each cell of a grid of 32³ over their range the outermost points along each axis are kept, which contain the hull's corners
    but for those of one cell.
    """
    from scipy.spatial import (  # here, since the registry's other functions do without it
        ConvexHull,
        QhullError,
    )

    low, high = colors.min(0), colors.max(0)
    if (high - low).min() <= 0:
        return 0.0
    cells = np.minimum((colors - low) / (high - low) * GRID, GRID - 1).astype(np.int64)
    keys = cells @ np.array([GRID * GRID, GRID, 1])
    kept = []
    for axis in range(3):
        order = np.lexsort((colors[:, axis], keys))
        starts = np.flatnonzero(np.r_[True, np.diff(keys[order]) > 0])
        kept += [order[starts], order[np.r_[starts[1:] - 1, len(order) - 1]]]
    points = colors[np.unique(np.concatenate(kept))].astype(np.float64)
    try:
        volume = float(ConvexHull(points).volume) / 1000.0
        return volume if volume > FLAT else 0.0
    except QhullError:
        return 0.0
