"""Colours, pens, fonts and marker shapes of the plots: those of the tables and the report."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPen
from PySide6.QtWidgets import QWidget

from vaelab.gui.style import theme
from vaelab.gui.style.palette import Theme
from vaelab.report.palette import style_of

SMALL = 0.9
"""Of the text size: ticks and captions."""


@dataclass(frozen=True)
class PlotStyle:
    """What a plot needs of the theme in force and the text size."""

    colors: Theme
    font: QFont

    @classmethod
    def of(cls, widget: QWidget) -> PlotStyle:
        """Read it from a widget."""
        return cls(theme.current(widget), theme.tabular(widget.font()))

    @property
    def small(self) -> QFont:
        """The font of ticks and captions."""
        font = QFont(self.font)
        font.setPointSizeF(font.pointSizeF() * SMALL)
        return font

    def color(self, series: int, alpha: int = 255) -> QColor:
        """The colour of a VAE."""
        color = QColor(self.colors.series[style_of(series).color])
        color.setAlpha(alpha)
        return color

    def pen(self, series: int, width: float = 1.0, alpha: int = 255) -> QPen:
        """A line in the colour of a VAE."""
        return line(self.color(series, alpha), width)

    def muted(self, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
        """A line that stays behind the data."""
        return line(QColor(self.colors.muted), width, style)

    def surface(self) -> QColor:
        """The background."""
        return QColor(self.colors.surface)


def line(color: QColor, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """Return a pen that is as wide on screen at any zoom."""
    pen = QPen(color, width, style)
    pen.setCosmetic(True)
    return pen


def no_pen() -> QPen:
    """Return a pen that draws nothing."""
    return QPen(Qt.PenStyle.NoPen)


def no_brush() -> QBrush:
    """Return a brush that fills nothing."""
    return QBrush(Qt.BrushStyle.NoBrush)
