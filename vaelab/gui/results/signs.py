"""A VAE's sign: one colour and one shape, the same in lists, tables and plots as in the report."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from vaelab.gui import theme
from vaelab.report.palette import outline, style_of


def draw_shape(painter: QPainter, at: QPointF, radius: float, series: int, colors: theme.Theme) -> None:
    """Draw a VAE's sign: a colour and, for those who cannot tell colours, a shape of its own, as in the report."""
    style = style_of(series)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(at)
    painter.scale(radius / 100, radius / 100)
    painter.fillPath(_shape(style.shape), QColor(colors.series[style.color]))
    painter.restore()


@cache
def _shape(name: str) -> QPainterPath:
    path = QPainterPath()
    if name == "circle":
        path.addEllipse(QPointF(0, 0), 100, 100)
        return path
    corners = re.findall(r"(-?[\d.]+) (-?[\d.]+)", outline(name, 0, 0, 100))
    path.addPolygon(QPolygonF([QPointF(float(x), float(y)) for x, y in corners]))
    path.closeSubpath()
    return path
