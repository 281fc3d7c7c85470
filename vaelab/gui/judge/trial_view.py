"""The pictures of a trial: side by side, or one alone while a key is held; zoomed and moved together."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vaelab.gui.core.mipmaps import Mips

_GAP = 12
_MAT = QColor("#808080")
"""Around the pictures in every theme: what surrounds a picture changes how light it looks."""
_SMALLEST, _LARGEST = 1 / 16, 16.0
_STEP = 1.25


class TrialView(QWidget):
    """Draws pictures without a word about them.

    Signals:
        painted: the pictures of a trial are on screen for the first time.
    """

    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: tuple[Mips, ...] = ()
        self._alone: int | None = None
        self._zoom: float | None = None
        self._offset = QPointF()
        self._drag: QPointF | None = None
        self._fresh = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(240, 160))
        self.setAccessibleName(self.tr("Pictures of this trial"))

    @property
    def alone(self) -> int | None:
        """The place of the picture that is shown alone; None while all are."""
        return self._alone

    def show_pictures(self, pictures: Sequence[Mips]) -> None:
        """Show other pictures, as a whole."""
        self._pictures = tuple(pictures)
        self._alone, self._zoom, self._offset, self._fresh = None, None, QPointF(), bool(pictures)
        self.update()

    def show_alone(self, place: int | None) -> None:
        """Show one picture in the place of all; None for all."""
        if place is None or place < len(self._pictures):
            self._alone = place
            self.update()

    def toggle_zoom(self) -> None:
        """Between the whole pictures and one image pixel for each pixel of the screen."""
        self._zoom, self._offset = (None if self._zoom is not None else 1.0), QPointF()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is to be seen."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), _MAT)
        shown = list(self._pictures) if self._alone is None else [self._pictures[self._alone]]
        for picture, cell in zip(shown, self._cells(len(shown)), strict=True):
            self._draw(painter, picture, cell)
        painter.end()
        if self._fresh and self._pictures:
            self._fresh = False
            self.painted.emit()

    def _cells(self, number: int) -> list[QRectF]:
        """Places of pictures: in a line, a sheet in as many lines as columns."""
        if not number:
            return []
        columns = number if number <= 3 else math.ceil(math.sqrt(number))
        lines = math.ceil(number / columns)
        width = (self.width() - _GAP * (columns + 1)) / columns
        height = (self.height() - _GAP * (lines + 1)) / lines
        return [
            QRectF(
                _GAP + place % columns * (width + _GAP),
                _GAP + place // columns * (height + _GAP),
                width,
                height,
            )
            for place in range(number)
        ]

    def _draw(self, painter: QPainter, picture: Mips, cell: QRectF) -> None:
        ratio = self.devicePixelRatioF()
        width, height = picture.size.width(), picture.size.height()
        fit = min(cell.width() * ratio / width, cell.height() * ratio / height)
        # A small picture is enlarged by whole steps alone, so that its pixels stay squares.
        scale = self._zoom if self._zoom is not None else fit if fit < 1 else float(math.floor(fit))
        size = QPointF(width, height) * (scale / ratio)
        center = cell.center() + self._offset * (scale / ratio)
        target = QRectF(center.x() - size.x() / 2, center.y() - size.y() / 2, size.x(), size.y())
        # On whole pixels of the screen: between two it would be blurred.
        target.moveTo(round(target.left() * ratio) / ratio, round(target.top() * ratio) / ratio)
        painter.save()
        painter.setClipRect(cell)
        picture.draw(painter, target, scale, cell)
        painter.restore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom all pictures."""
        turns = event.angleDelta().y() / 120
        if self._pictures and turns:
            now = self._zoom if self._zoom is not None else self._fitting()
            self._zoom = min(max(now * _STEP**turns, _SMALLEST), _LARGEST)
            self.update()
        event.accept()

    def _fitting(self) -> float:
        picture, cell = (
            self._pictures[0],
            self._cells(1 if self._alone is not None else len(self._pictures))[0],
        )
        ratio = self.devicePixelRatioF()
        fit = min(cell.width() * ratio / picture.size.width(), cell.height() * ratio / picture.size.height())
        return fit if fit < 1 else float(math.floor(fit))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to move the pictures."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move them together."""
        if self._drag is None or not self._pictures:
            return
        scale = (self._zoom if self._zoom is not None else self._fitting()) / self.devicePixelRatioF()
        self._offset += (event.position() - self._drag) / scale
        self._drag = event.position()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of them."""
        self._drag = None
