"""What stands under the pictures: histograms of both, and the marker's patches as expected and as read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from vaelab.arrays import Reals
from vaelab.gui.core.background_jobs import Failure, Jobs
from vaelab.gui.core.mipmaps import Mips
from vaelab.gui.models import column_format as shown
from vaelab.gui.style import theme
from vaelab.metrics.maps import error_maps
from vaelab.metrics.marker_columns import PATCHES
from vaelab.results.records import Row

Shares = tuple[Reals, Reals]


class Histogram(QWidget):
    """Luma of the original as an area, of the reconstruction as a line; the root of the share, so that tails show."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._pair: tuple[Mips | None, Mips | None] = (None, None)
        self._both: Shares | None = None
        self.setAccessibleName(self.tr("Histograms of luma"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("Luma from 0 to 255. Area: original. Line: reconstruction."))

    def sizeHint(self) -> QSize:
        """A strip, and a line of words."""
        return QSize(200, 72 + self.fontMetrics().height())

    @property
    def shares(self) -> Shares | None:
        """The share of pixels at each luma, of the original and of the reconstruction; None until they are counted."""
        return self._both

    def show_pictures(self, original: Mips | None, reconstruction: Mips | None) -> None:
        """Count both."""
        if self._pair[0] is original and self._pair[1] is reconstruction:
            return
        self._pair, self._both = (original, reconstruction), None
        if original is not None and reconstruction is not None:
            pair = original, reconstruction
            self._jobs.submit(partial(_count, *pair), partial(self._take, pair))
        self.update()

    def _take(self, pair: tuple[Mips, Mips], both: Shares | Failure) -> None:
        if pair[0] is self._pair[0] and pair[1] is self._pair[1] and not isinstance(both, Failure):
            self._both = both
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both."""
        colors = theme.current(self)
        painter, area = _framed(self)
        if self._both is None:
            painter.end()
            return
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        line = painter.fontMetrics().height()
        words = area.adjusted(6, 0, -6, -1)
        bottom = int(Qt.AlignmentFlag.AlignBottom)
        painter.setPen(QColor(colors.muted))
        painter.drawText(words, bottom | int(Qt.AlignmentFlag.AlignLeft), "0")
        painter.drawText(words, bottom | int(Qt.AlignmentFlag.AlignRight), "255")
        said = self.tr("luma · area: original, line: reconstruction")
        metrics = painter.fontMetrics()
        room = int(words.width()) - 2 * metrics.horizontalAdvance("255 ")
        said = metrics.elidedText(said, Qt.TextElideMode.ElideRight, room)
        painter.drawText(words, bottom | int(Qt.AlignmentFlag.AlignHCenter), said)
        area.setBottom(area.bottom() - line - 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roots = [np.sqrt(counts) for counts in self._both]
        # One bin that holds most of the picture (a flat chart) would press everything else flat.
        top = (
            max(float(np.partition(root, -3)[-3]) for root in roots)
            or max(float(root.max()) for root in roots)
            or 1.0
        )
        lines = []
        for root in roots:
            heights = np.minimum(root / top, 1.0)
            lines.append(
                [
                    QPointF(
                        area.left() + (x + 0.5) / 256 * area.width(),
                        area.bottom() - heights[x] * (area.height() - 4),
                    )
                    for x in range(256)
                ]
            )
        fill = QColor(colors.muted)
        fill.setAlpha(110)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawPolygon(QPolygonF([area.bottomLeft(), *lines[0], area.bottomRight()]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colors.accent), 1.4))
        painter.drawPolyline(QPolygonF(lines[1]))
        painter.end()


def _framed(widget: QWidget) -> tuple[QPainter, QRectF]:
    """A painter on a widget whose surface and border are drawn, and the area within."""
    colors = theme.current(widget)
    painter = QPainter(widget)
    area = QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.fillRect(area, QColor(colors.surface))
    painter.setPen(QColor(colors.border))
    painter.drawRect(area)
    return painter, area


def _count(original: Mips, reconstruction: Mips) -> Shares:
    return error_maps.luma_histogram(original.pixels), error_maps.luma_histogram(reconstruction.pixels)


class MarkerLens(QWidget):
    """The five patches enlarged: above as given, below as they came back, with the values that were read.

    Attributes:
        crops: the patches as given and as they came back; None where they are not at hand.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: Mapping[str, float | int | None] = {}
        self.crops: tuple[QImage, QImage] | None = None
        self._lost = False
        self.setAccessibleName(self.tr("Marker: expected and read"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Two rows of patches and two lines of numbers."""
        return QSize(240, 92 + 2 * self.fontMetrics().height())

    def show_row(self, row: Row | None, crops: tuple[QImage, QImage] | None, *, lost: bool = False) -> None:
        """Show the patches as given and as they came back, and what was read in them.

        Args:
            row: what was read.
            crops: the patches; None where they are not at hand.
            lost: whether they cannot be had any more.
        """
        self.crops, self._lost = crops, lost
        self._values = {} if row is None else row.values
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw patches and numbers."""
        colors = theme.current(self)
        painter, area = _framed(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(theme.tabular(self.font()))
        if self.crops is None:
            painter.setPen(QColor(colors.muted))
            said = self.missing()
            how = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(area.adjusted(8, 0, -8, 0), how, said)
            painter.end()
            return
        line = self.fontMetrics().height()
        lead = (
            max(self.fontMetrics().horizontalAdvance(word) for word in (self.tr("expected"), self.tr("read")))
            + 16
        )
        width = area.width() - lead - 8
        height = (area.height() - 2 * line - 14) / 2
        y = area.top() + 5
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        # As many decimals as stand apart; the table has them all.
        digits = next(
            (
                count
                for count in (3, 2)
                if painter.fontMetrics().horizontalAdvance(f"{0:.{count}f} ") < width / len(PATCHES)
            ),
            1,
        )
        for crop, word, kind in zip(
            self.crops, (self.tr("expected"), self.tr("read")), ("original", "reconstruction"), strict=True
        ):
            painter.setPen(QColor(colors.muted))
            painter.drawText(QRectF(8, y, lead, height), middle, word)
            painter.drawImage(QRectF(lead, y, width, height), crop)
            # A white patch would have no edge on a white surface.
            painter.setPen(QColor(colors.border))
            painter.drawRect(QRectF(lead, y, width, height))
            painter.setPen(QColor(colors.text))
            for place, name in enumerate(PATCHES):
                cell = QRectF(lead + place * width / len(PATCHES), y + height, width / len(PATCHES), line)
                value = self._values.get(f"marker_{name}_{kind}")
                painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), shown.number(value, digits))
            y += height + line + 2
        painter.end()

    def missing(self) -> str:
        """Why there are no patches; empty while they are being read."""
        if self._values.get("marker_size") is None:
            return self.tr("no marker with this picture")
        if not self._lost:  # being read
            return ""
        return self.tr(
            "The marker's pictures were not kept: set “Save images” to “all” to look at them later."
        )
