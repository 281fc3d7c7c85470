"""A VAE's sign: one colour and one shape, the same in lists, tables and plots as in the report."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from vaelab.gui.style.palette import Theme
from vaelab.report.palette import outline, style_of


def draw_shape(painter: QPainter, at: QPointF, radius: float, series: int, colors: Theme) -> None:
    """Draw a VAE's sign: a colour and, for those who cannot tell colours, a shape of its own, as in the report."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(at)
    painter.scale(2 * radius, 2 * radius)
    painter.fillPath(symbol(series), QColor(colors.series[style_of(series).color]))
    painter.restore()


def symbol(series: int) -> QPainterPath:
    """Return the shape of a VAE about the origin, about 1 across, as pyqtgraph wants it too."""
    return _path(style_of(series).shape)


@cache
def _path(shape: str) -> QPainterPath:
    path = QPainterPath()
    if shape == "circle":
        path.addEllipse(QPointF(0, 0), 0.5, 0.5)
        return path
    # The outline has one decimal: drawn large, it loses nothing.
    corners = re.findall(r"(-?[\d.]+) (-?[\d.]+)", outline(shape, 0, 0, 1000))
    path.addPolygon(QPolygonF([QPointF(float(x) / 2000, float(y) / 2000) for x, y in corners]))
    path.closeSubpath()
    return path
