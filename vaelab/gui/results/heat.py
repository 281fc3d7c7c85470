"""Cells coloured by their value, in cividis: even in lightness, the same to all eyes. Off unless the user wants it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
from PySide6.QtGui import QColor

from vaelab.gui.results.columns import Floats
from vaelab.gui.viewer.maps import cividis
from vaelab.metrics.base import Column


@dataclass(frozen=True, slots=True)
class Scale:
    """What the first and the last colour stand for."""

    low: float
    high: float

    @classmethod
    def of(cls, column: Column, values: Floats) -> Scale | None:
        """Return the scale of a column: symmetric about an ideal that can be missed on both sides; None without two values.

        Args:
            column: whose values they are.
            values: NaN and infinite ones are left out.
        """
        finite = values[np.isfinite(values)]
        if not finite.size:
            return None
        low, high = float(finite.min()), float(finite.max())
        if column.better == "ideal" and column.ideal is not None:
            half = max(high - column.ideal, column.ideal - low)
            low, high = column.ideal - half, column.ideal + half
        elif column.better == "low" and column.ideal is not None:
            low = min(low, column.ideal)
        elif column.better == "high" and column.ideal is not None:
            high = max(high, column.ideal)
        return cls(low, high) if high > low else None

    def colors(self, value: float) -> tuple[QColor, QColor] | None:
        """Return background and words of a cell; None where there is no value."""
        if value != value:
            return None
        share = (value - self.low) / (self.high - self.low)
        return _table()[int(min(max(share, 0.0), 1.0) * 255 + 0.5)]


class Scales:
    """The scales of a table's columns, made when they are first asked for; none while the colours are off."""

    def __init__(self) -> None:
        """Be off."""
        self.on = False
        self._known: dict[int, Scale | None] = {}

    def forget(self) -> None:
        """The values are others now."""
        self._known.clear()

    def of(self, key: int, column: Column, values: Callable[[], Floats]) -> Scale | None:
        """Return a column's scale.

        Args:
            key: of the column in its table.
            column: whose values they are.
            values: returns them.
        """
        if not self.on:
            return None
        if key not in self._known:
            self._known[key] = Scale.of(column, values())
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
