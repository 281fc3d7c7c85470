"""Selecting with the mouse: a plot's area in which a free-hand loop can be drawn."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem

from vaelab.arrays import Floats, Mask


class LassoBox(pg.ViewBox):  # type: ignore[misc]  # pyqtgraph has no types
    """A view box whose left drag pans, or draws a loop while ``selecting`` is on or Shift is held.

    Signals:
        looped: the loop's corners, (n, 2) in the plot's coordinates.
    """

    looped = Signal(object)

    def __init__(self) -> None:
        super().__init__(enableMenu=False)
        self.selecting = False
        self._corners: list[QPointF] = []
        self._loop = QGraphicsPathItem(self)
        self._loop.setZValue(1e6)
        self._loop.hide()

    def dress(self, accent: str) -> None:
        """Follow the theme."""
        pen = QPen(QColor(accent), 1.5, Qt.PenStyle.DashLine)
        fill = QColor(accent)
        fill.setAlpha(28)
        self._loop.setPen(pen)
        self._loop.setBrush(fill)

    def mouseDragEvent(self, ev: Any, axis: int | None = None) -> None:
        """Draw the loop, or do what pyqtgraph does."""
        shift = bool(ev.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if (
            axis is not None
            or ev.button() != Qt.MouseButton.LeftButton
            or not (self.selecting or shift or self._corners)
        ):
            super().mouseDragEvent(ev, axis)
            return
        ev.accept()
        if ev.isStart():
            self._corners = [ev.buttonDownPos()]
        self._corners.append(ev.pos())
        path = QPainterPath(self._corners[0])
        for corner in self._corners[1:]:
            path.lineTo(corner)
        path.closeSubpath()
        self._loop.setPath(path)
        self._loop.setVisible(not ev.isFinish())
        if ev.isFinish():
            corners, self._corners = self._corners, []
            mapped = [self.mapToView(corner) for corner in corners]
            self.looped.emit(np.array([(corner.x(), corner.y()) for corner in mapped]))


def inside(x: Floats, y: Floats, corners: Floats) -> Mask:
    """Return which points lie inside a polygon, by the even-odd rule.

    Args:
        x: (n,).
        y: (n,).
        corners: (m, 2), closed of itself.
    """
    found = np.zeros(x.shape, dtype=bool)
    if len(corners) < 3:
        return found
    (left, low), (right, high) = corners.min(axis=0), corners.max(axis=0)
    near = np.flatnonzero((x >= left) & (x <= right) & (y >= low) & (y <= high))
    px, py = x[near], y[near]
    odd = np.zeros(near.shape, dtype=bool)
    for (x0, y0), (x1, y1) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        if y0 == y1:
            continue
        crossing = (y0 > py) != (y1 > py)
        odd ^= crossing & (px < (x1 - x0) * (py - y0) / (y1 - y0) + x0)
    found[near] = odd
    return found
