"""One test chart as it was given and as each VAE gave it back, side by side."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from vaelab.arrays import Pixels
from vaelab.errors import one_line
from vaelab.gui.style import theme

SIDE = 200
"""Of a picture, logical px."""


class ChartStrip(QWidget):
    """A row of pictures under their names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(12, 0, 12, 8)
        self._line.setSpacing(12)
        self._line.addStretch(1)
        self.pictures: list[QLabel] = []

    def show_pictures(self, chart: str, pictures: Sequence[tuple[str, Pixels]]) -> None:
        """Show these.

        Args:
            chart: its name.
            pictures: whose each is ("" for the original), and its pixels (H, W, 3) uint8.
        """
        while self._line.count() > 1:
            item = self._line.takeAt(0)
            widget = None if item is None else item.widget()
            if widget is not None:
                widget.deleteLater()
        self.pictures = []
        for label, pixels in pictures:
            name = one_line(label) if label else self.tr("Original")
            self._line.insertWidget(self._line.count() - 1, self._cell(chart, name, pixels))

    def _cell(self, chart: str, name: str, pixels: Pixels) -> QWidget:
        cell = QWidget(self)
        box = QVBoxLayout(cell)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        caption = QLabel(cell)
        caption.setTextFormat(Qt.TextFormat.PlainText)
        caption.setText(caption.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, SIDE))
        theme.set_role(caption, "muted")
        picture = QLabel(cell)
        picture.setPixmap(self._pixmap(pixels))
        picture.setFixedSize(QSize(SIDE, SIDE))
        picture.setAccessibleName(self.tr("{0}: {1}").format(chart, name))
        self.pictures.append(picture)
        box.addWidget(caption)
        box.addWidget(picture)
        box.addStretch(1)
        return cell

    def _pixmap(self, pixels: Pixels) -> QPixmap:
        data = np.ascontiguousarray(pixels)
        height, width = data.shape[:2]
        image = QImage(data.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
        ratio = self.devicePixelRatioF()
        side = round(SIDE * ratio)
        found = QPixmap.fromImage(
            image.scaled(
                side, side, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        )
        found.setDevicePixelRatio(ratio)
        return found
