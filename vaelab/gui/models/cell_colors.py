"""Cells coloured by how far their value is from what is wanted, in cividis: even in lightness, the same to all eyes. Off unless wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
from PySide6.QtGui import QColor

from vaelab.arrays import Floats
from vaelab.gui.style.colormaps import cividis
from vaelab.metrics.base import Column


@dataclass(frozen=True, slots=True)
class DistanceRange:
    """Which distances from what is wanted the two ends of the colours stand for: the best is bright, in every column."""

    best: float
    worst: float

    @classmethod
    def of(cls, far: Floats) -> DistanceRange | None:
        """Return the scale of a column; None without two different values.

        Args:
            far: distances from what is wanted; NaN and infinite ones are left out.
        """
        finite = far[np.isfinite(far)]
        # What differs by rounding alone does not differ.
        if not finite.size or np.ptp(finite) <= 1e-12 * np.abs(finite).max():
            return None
        return cls(float(finite.min()), float(finite.max()))

    def colors(self, far: float) -> tuple[QColor, QColor] | None:
        """Return background and words of a cell by its distance; None where there is none."""
        if far != far:
            return None
        share = (self.worst - far) / (self.worst - self.best)
        return _table()[int(min(max(share, 0.0), 1.0) * 255 + 0.5)]


class Scales:
    """The scales of a table's columns, made when they are first asked for; none while the colours are off."""

    def __init__(self) -> None:
        self.on = False
        self._known: dict[int, DistanceRange | None] = {}

    def forget(self) -> None:
        """The values are others now."""
        self._known.clear()

    def of(self, key: int, column: Column, far: Callable[[], Floats]) -> DistanceRange | None:
        """Return a column's scale; None where neither direction is better.

        Args:
            key: of the column in its table.
            column: whose values are coloured.
            far: returns their distances from what is wanted.
        """
        if not self.on or column.better == "none":
            return None
        if key not in self._known:
            self._known[key] = DistanceRange.of(far())
        return self._known[key]


@cache
def _table() -> tuple[tuple[QColor, QColor], ...]:
    """Cividis in 256 steps, each with black or white upon it, whichever is farther from it."""
    found = []
    for red, green, blue in cividis():
        color = QColor(int(red), int(green), int(blue))
        found.append((color, QColor("#000000" if _luminance(color) > 0.179 else "#ffffff")))
    return tuple(found)


def _luminance(color: QColor) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = (color.redF(), color.greenF(), color.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def steps(count: int) -> list[QColor]:
    """Return colours from the first to the last, for a legend."""
    return [_table()[round(place * 255 / max(count - 1, 1))][0] for place in range(count)]
