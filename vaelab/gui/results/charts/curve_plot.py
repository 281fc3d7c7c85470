"""The sharpness of one edge as curves: contrast kept by spatial frequency, one line a VAE. Painted by Qt alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from vaelab.charts.slanted_edge import FREQUENCIES
from vaelab.errors import one_line
from vaelab.gui.models import column_format as shown
from vaelab.gui.style import theme
from vaelab.gui.style.vae_marks import draw_shape
from vaelab.report.palette import style_of

_MOST = 1.5
_STEP = 0.25


class CurvePlot(QWidget):
    """The modulation transfer function of an edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ""
        self.curves: Mapping[str, Sequence[float]] = {}
        self._series: Mapping[str, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_curves(
        self, title: str, curves: Mapping[str, Sequence[float]], series: Mapping[str, int]
    ) -> None:
        """Show these curves.

        Args:
            title: what they are of.
            curves: VAE to its MTF at ``slanted_edge.FREQUENCIES``; the original's under "".
            series: VAE to its place in the run.
        """
        self.title, self.curves, self._series = title, curves, series
        self.setAccessibleName(title)
        half = FREQUENCIES.index(0.25)
        self.setAccessibleDescription(
            self.tr("Contrast kept at half of the Nyquist frequency: {0}").format(
                ", ".join(
                    f"{self._name(label)} {shown.number(curve[half], 3)}" for label, curve in curves.items()
                )
            )
        )
        self.update()

    def _name(self, label: str) -> str:
        return one_line(label) if label else self.tr("Original")

    def sizeHint(self) -> QSize:
        """Wide enough for the axis' words."""
        return QSize(30 * self.fontMetrics().averageCharWidth(), 14 * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """As small as is still read."""
        return QSize(26 * self.fontMetrics().averageCharWidth(), 10 * self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, ticks, curves and their signs."""
        colors, line = theme.current(self), self.fontMetrics().height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colors.text))
        painter.drawText(
            QRectF(0, 0, self.width(), 1.2 * line),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            self.fontMetrics().elidedText(self.title, Qt.TextElideMode.ElideRight, self.width()),
        )
        left = self.fontMetrics().horizontalAdvance("0.00") + 10
        self._draw_legend(painter)
        area = QRectF(left, 2.8 * line, self.width() - left - 10, self.height() - 5.6 * line)
        most = max([1.0, *(value for curve in self.curves.values() for value in curve)])
        most = min(_MOST, _STEP * -(-most // _STEP))
        self._draw_axes(painter, area, most)
        for label, curve in self.curves.items():
            self._draw_curve(painter, area, most, label, curve)
        painter.end()

    def _draw_legend(self, painter: QPainter) -> None:
        """Name the signs, as many as there is room for; the table beside it names all."""
        colors, line, x = theme.current(self), self.fontMetrics().height(), 0.0
        for label in self.curves:
            series = self._series.get(label)
            name = self._name(label)
            width = 20 + self.fontMetrics().horizontalAdvance(name) + 12
            if x and x + width > self.width() + 12:
                break
            if series is None:
                painter.setPen(QPen(QColor(colors.text), 1.2))
                painter.drawLine(QPointF(x, 1.8 * line), QPointF(x + 14, 1.8 * line))
            else:
                draw_shape(painter, QPointF(x + 7, 1.8 * line), 4.5, series, colors)
            painter.setPen(QColor(colors.muted))
            painter.drawText(
                QRectF(x + 20, 1.3 * line, width, line),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                name,
            )
            x += width

    def _draw_axes(self, painter: QPainter, area: QRectF, most: float) -> None:
        colors, line = theme.current(self), self.fontMetrics().height()
        grid, muted = QPen(QColor(colors.border), 1), QPen(QColor(colors.muted), 1)
        for frequency in (0.0, 0.25, 0.5, 0.75, 1.0):
            x = area.left() + area.width() * frequency
            painter.setPen(QPen(QColor(colors.muted), 1, Qt.PenStyle.DashLine) if frequency == 0.5 else grid)
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            painter.setPen(muted)
            text = QRectF(x - 60, area.bottom() + 2, 120, 1.1 * line)
            align = Qt.AlignmentFlag.AlignHCenter
            if frequency == 1.0:
                text, align = QRectF(x - 112, text.top(), 120, text.height()), Qt.AlignmentFlag.AlignRight
            painter.drawText(text, align, shown.number(frequency, 2))
        painter.setPen(grid)
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(muted)
        painter.drawText(
            QRectF(0, area.bottom() + 1.2 * line, self.width(), 1.3 * line),
            Qt.AlignmentFlag.AlignHCenter,
            self.fontMetrics().elidedText(
                self.tr("cycles per pixel; dashed: Nyquist"), Qt.TextElideMode.ElideRight, self.width()
            ),
        )
        # From the first step up: the axis itself is named below it.
        for step in range(1, round(most / _STEP) + 1):
            y = area.bottom() - area.height() * step * _STEP / most
            painter.setPen(grid)
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(muted)
            painter.drawText(
                QRectF(0, y - line / 2, area.left() - 6, line),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                shown.number(step * _STEP, 2),
            )

    def _draw_curve(
        self, painter: QPainter, area: QRectF, most: float, label: str, curve: Sequence[float]
    ) -> None:
        colors = theme.current(self)
        points = [
            QPointF(
                area.left() + area.width() * frequency,
                area.bottom() - area.height() * min(max(value, 0.0), most) / most,
            )
            for frequency, value in zip(FREQUENCIES, curve, strict=True)
        ]
        series = self._series.get(label)
        color = QColor(colors.text if series is None else colors.series[style_of(series).color])
        painter.setPen(QPen(color, 1.2 if series is None else 1.8))
        painter.drawPolyline(QPolygonF(points))
        if series is not None:
            # Each at places of its own, so that signs do not cover one another.
            for point in points[2 + series % 5 :: 10]:
                draw_shape(painter, point, 4.0, series, colors)
