"""What is to be drawn, and where in the plot rows can be picked. No pyqtgraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from vaelab.arrays import Floats, Places
from vaelab.gui.plots.spectra.radial import MeanRatio, Radial
from vaelab.metrics.base import Column
from vaelab.results.records import Row


@dataclass(frozen=True)
class PlotRequest:
    """What is to be drawn.

    Attributes:
        metric, other: the column, and that of the vertical axis.
        a, b: the VAEs of a difference.
        row: the row whose image is looked at.
        spectra: VAE to its spectrum of that image, the original's under "".
        waiting: whether more of them are to come.
        ratios: VAE to its mean spectrum over that of the originals, over images.
        images: how many images that mean is of, and of how many it will be.
        live: whether rows are still arriving, and each redraw must be quick.
    """

    metric: Column
    other: Column
    a: str = ""
    b: str = ""
    row: Row | None = None
    spectra: dict[str, Radial] = field(default_factory=dict)
    waiting: bool = False
    ratios: dict[str, MeanRatio] = field(default_factory=dict)
    images: tuple[int, int] = (0, 0)
    live: bool = False


@dataclass(frozen=True)
class Points:
    """Where rows are drawn, in the plot's coordinates."""

    x: Floats
    y: Floats
    places: Places

    @classmethod
    def joined(cls, parts: Sequence[tuple[Floats, Floats, Places]]) -> Points:
        """Put the series' points together."""
        if not parts:
            return cls(np.empty(0), np.empty(0), np.empty(0, dtype=np.intp))
        x, y, places = zip(*parts, strict=True)
        return cls(np.concatenate(x), np.concatenate(y), np.concatenate(places).astype(np.intp))
