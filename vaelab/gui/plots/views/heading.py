"""The words above a plot: what it shows, how to read it, and which sign is which VAE. Drawn in the scene, so that exports have it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from vaelab.errors import one_line
from vaelab.gui.plots.plot_style import PlotStyle
from vaelab.gui.style.vae_marks import draw_shape

_PAD = 4.0
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One entry of the legend: a VAE's sign, or a dashed or plain line where ``series`` is None."""

    series: int | None
    text: str
    dashed: bool = False


class Heading(pg.GraphicsWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """A title, a caption and a legend, wrapped to the width there is."""

    def __init__(self) -> None:
        super().__init__()
        self._look: PlotStyle | None = None
        self.title = ""
        self.caption = ""
        self.entries: tuple[LegendEntry, ...] = ()

    def show_words(
        self, look: PlotStyle, title: str, caption: str, entries: Sequence[LegendEntry] = ()
    ) -> None:
        """Show other words."""
        named = tuple(replace(entry, text=one_line(entry.text)) for entry in entries)
        new = (look, one_line(title), one_line(caption), named)
        if new == (self._look, self.title, self.caption, self.entries):
            return
        self._look, self.title, self.caption, self.entries = new
        self._fit()
        self.update()

    def resizeEvent(self, event: object) -> None:
        """Wrap anew."""
        self._fit()

    def _fonts(self) -> tuple[QFont, QFont]:
        assert self._look is not None
        bold = QFont(self._look.font)
        bold.setBold(True)
        return bold, self._look.small

    def _lay_out(self) -> tuple[QRectF, QRectF, list[tuple[QPointF, LegendEntry]], float]:
        bold, small = self._fonts()
        width = max(60.0, self.size().width() - 2 * _PAD)
        big, fine = QFontMetricsF(bold), QFontMetricsF(small)
        title = big.boundingRect(QRectF(0, 0, width, 1e6), _WRAP, self.title)
        title.moveTopLeft(QPointF(_PAD, _PAD))
        caption = (
            fine.boundingRect(QRectF(0, 0, width, 1e6), _WRAP, self.caption) if self.caption else QRectF()
        )
        caption.moveTopLeft(QPointF(_PAD, title.bottom() + 2))
        x, y, line = _PAD, caption.bottom() + 6, fine.height() + 4
        places = []
        for entry in self.entries:
            need = self._lead(line) + fine.horizontalAdvance(entry.text) + 16
            if x > _PAD and x + need - 16 > width:
                x, y = _PAD, y + line
            places.append((QPointF(x, y), entry))
            x += need
        bottom = y + line if places else caption.bottom() + 2
        return title, caption, places, bottom + _PAD

    @staticmethod
    def _lead(line: float) -> float:
        return line * 1.1

    def _fit(self) -> None:
        if self._look is None:
            return
        height = self._lay_out()[-1]
        if abs(height - self.preferredHeight()) > 0.5:
            self.setMinimumHeight(height)
            self.setPreferredHeight(height)
            self.setMaximumHeight(height)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw all of it."""
        if self._look is None:
            return
        look, colors = self._look, self._look.colors
        bold, small = self._fonts()
        title, caption, places, _ = self._lay_out()
        painter.setFont(bold)
        painter.setPen(QColor(colors.text))
        painter.drawText(title.adjusted(0, 0, 2, 2), _WRAP, self.title)
        painter.setFont(small)
        painter.setPen(QColor(colors.muted))
        painter.drawText(caption.adjusted(0, 0, 2, 2), _WRAP, self.caption)
        line = QFontMetricsF(small).height() + 4
        for at, entry in places:
            middle = at.y() + line / 2
            if entry.series is None:
                style = Qt.PenStyle.DashLine if entry.dashed else Qt.PenStyle.SolidLine
                painter.setPen(QPen(QColor(colors.text if not entry.dashed else colors.muted), 1.4, style))
                painter.drawLine(QPointF(at.x(), middle), QPointF(at.x() + line * 0.8, middle))
            else:
                draw_shape(
                    painter, QPointF(at.x() + line * 0.4, middle), line * 0.26, entry.series, look.colors
                )
            painter.setPen(QColor(colors.text))
            box = QRectF(at.x() + self._lead(line), at.y(), 1e4, line)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), entry.text)
