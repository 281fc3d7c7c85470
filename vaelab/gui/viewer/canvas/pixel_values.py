"""R, G and B printed onto the pixels themselves, by stamps: thousands of numbers, each one of 256, in a few milliseconds."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

from vaelab.gui.core.mipmaps import Mips
from vaelab.gui.style import theme

SIDE_FROM = 24.0
"""Side of an image pixel on the screen, logical px, from which its values are printed on it; smaller cannot be read."""

_LUMA = np.array([0.299, 0.587, 0.114], dtype=np.float32)
_BRIGHT = 140
_INK, _PAPER = QColor("#000000"), QColor("#ffffff")


class Stamps:
    """The numbers 0 to 255 in black and in white, in the size that was last needed."""

    def __init__(self) -> None:
        self._key = ""
        self._stamps: dict[tuple[int, bool], QPixmap] = {}

    def draw(self, painter: QPainter, seen: QRectF, picture: Mips, target: QRectF, ratio: float) -> None:
        """Print the values of every pixel that is seen.

        Args:
            painter: clipped to what may be drawn on.
            seen: what may be drawn on, logical px.
            picture: whose pixels.
            target: where all of it lands, logical px.
            ratio: device pixels per logical pixel.
        """
        height, width = picture.pixels.shape[:2]
        side = target.width() / width
        visible = seen.intersected(target)
        if visible.isEmpty():
            return
        x0 = max(0, math.floor((visible.left() - target.left()) / side))
        x1 = min(width, math.ceil((visible.right() - target.left()) / side))
        y0 = max(0, math.floor((visible.top() - target.top()) / side))
        y1 = min(height, math.ceil((visible.bottom() - target.top()) / side))
        font = theme.tabular(painter.font())
        font.setPixelSize(max(7, min(13, round(side * 0.27))))
        self._use(font, ratio)
        pixels = picture.pixels[y0:y1, x0:x1]
        dark = (pixels @ _LUMA <= _BRIGHT).tolist()
        line = side / 3.4
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        for row, values in enumerate(pixels.tolist()):
            middle_y = target.top() + (y0 + row + 0.5) * side - line
            for column, rgb in enumerate(values):
                middle_x = target.left() + (x0 + column + 0.5) * side
                for place, value in enumerate(rgb):
                    stamp = self._stamp(font, value, ratio, white=dark[row][column])
                    left = middle_x - stamp.width() / ratio / 2
                    top = middle_y + place * line - stamp.height() / ratio / 2
                    painter.drawPixmap(QPoint(round(left), round(top)), stamp)
        painter.restore()

    def _use(self, font: QFont, ratio: float) -> None:
        key = f"{font.key()} {ratio}"
        if key != self._key:
            self._key = key
            self._stamps.clear()

    def _stamp(self, font: QFont, value: int, ratio: float, *, white: bool) -> QPixmap:
        found = self._stamps.get((value, white))
        if found is not None:
            return found
        metrics = QFontMetricsF(font)
        text = str(value)
        width, height = math.ceil(metrics.horizontalAdvance(text)) + 2, math.ceil(metrics.height())
        stamp = QPixmap(math.ceil(width * ratio), math.ceil(height * ratio))
        stamp.setDevicePixelRatio(ratio)
        stamp.fill(Qt.GlobalColor.transparent)
        painter = QPainter(stamp)
        painter.setFont(font)
        painter.setPen(_PAPER if white else _INK)
        painter.drawText(QRectF(0, 0, width, height), int(Qt.AlignmentFlag.AlignCenter), text)
        painter.end()
        self._stamps[value, white] = stamp
        return stamp
