"""What is drawn over pictures: labels, the swipe's divider, values of pixels."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from vaelab.gui import theme
from vaelab.gui.viewer.maps import lookup_table
from vaelab.gui.viewer.mips import Mips

VALUES_FROM = 24.0
"""Device pixels per image pixel from which a pixel's values are printed on it."""


def label(painter: QPainter, pane: QRectF, letter: str, text: str, *, right: bool = False) -> None:
    """Draw a pane's name onto its upper corner, readable on any picture."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    bold = QFont(painter.font())
    bold.setBold(True)
    plain = painter.font()
    metrics, strong = QFontMetricsF(plain), QFontMetricsF(bold)
    lead = strong.horizontalAdvance(letter) + (8 if letter else 0)
    room = max(pane.width() - 36 - lead, 20)
    text = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room)
    width = lead + metrics.horizontalAdvance(text) + 16
    left = pane.right() - width - 8 if right else pane.left() + 8
    box = QRectF(left, pane.top() + 8, width, metrics.height() + 6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 190))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor("#ffffff"))
    middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    if letter:
        painter.setFont(bold)
        painter.drawText(box.adjusted(8, 0, 0, 0), middle, letter)
    painter.setFont(plain)
    painter.setPen(QColor("#e6e6e6"))
    painter.drawText(box.adjusted(8 + lead, 0, 0, 0), middle, text)
    painter.restore()


def divider(painter: QPainter, pane: QRectF, x: float) -> None:
    """Draw the line between both halves of a swipe, with a handle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(0, 0, 0, 140), 4))
    painter.drawLine(QPointF(x, pane.top()), QPointF(x, pane.bottom()))
    painter.setPen(QPen(QColor("#ffffff"), 2))
    painter.drawLine(QPointF(x, pane.top()), QPointF(x, pane.bottom()))
    middle = QPointF(x, pane.center().y())
    painter.setPen(QPen(QColor(0, 0, 0, 140), 1))
    painter.setBrush(QColor("#ffffff"))
    painter.drawEllipse(middle, 13, 13)
    painter.setPen(QPen(QColor("#222222"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for side in (-1, 1):
        tip = middle + QPointF(7 * side, 0)
        painter.drawLine(tip, tip + QPointF(-3.5 * side, -3.5))
        painter.drawLine(tip, tip + QPointF(-3.5 * side, 3.5))
    painter.restore()


def values(painter: QPainter, pane: QRectF, picture: Mips, target: QRectF, ratio: float) -> None:
    """Print R, G and B onto every pixel that a pane shows."""
    height, width = picture.pixels.shape[:2]
    side = target.width() / width
    visible = pane.intersected(target)
    if visible.isEmpty():
        return
    x0 = max(0, math.floor((visible.left() - target.left()) / side))
    x1 = min(width, math.ceil((visible.right() - target.left()) / side))
    y0 = max(0, math.floor((visible.top() - target.top()) / side))
    y1 = min(height, math.ceil((visible.bottom() - target.top()) / side))
    painter.save()
    font = theme.tabular(painter.font())
    font.setPixelSize(max(7, min(13, round(side * 0.27))))
    painter.setFont(font)
    centered = int(Qt.AlignmentFlag.AlignCenter)
    for y in range(y0, y1):
        for x in range(x0, x1):
            red, green, blue = (int(value) for value in picture.pixels[y, x])
            dark = 0.299 * red + 0.587 * green + 0.114 * blue > 140
            painter.setPen(QColor("#000000" if dark else "#ffffff"))
            cell = QRectF(target.left() + x * side, target.top() + y * side, side, side)
            painter.drawText(cell, centered, f"{red}\n{green}\n{blue}")
    painter.restore()


def scale_bar(painter: QPainter, area: QRectF, low: float, high: float, unit: str) -> None:
    """Draw what a map's colours stand for, into its lower left corner."""
    painter.save()
    metrics = QFontMetricsF(painter.font())
    width, height = min(220.0, area.width() - 24), 10.0
    box = QRectF(
        area.left() + 8,
        area.bottom() - 8 - height - metrics.height() - 10,
        width + 16,
        height + metrics.height() + 10,
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 190))
    painter.drawRoundedRect(box, 4, 4)
    table = lookup_table()
    bar = QImage(table.data, 256, 1, 3 * 256, QImage.Format.Format_RGB888)
    painter.drawImage(QRectF(box.left() + 8, box.top() + 5, width, height), bar)
    painter.setPen(QColor("#ffffff"))
    line = QRectF(box.left() + 8, box.top() + 5 + height, width, metrics.height() + 2)
    middle = int(Qt.AlignmentFlag.AlignVCenter)
    painter.drawText(line, middle | int(Qt.AlignmentFlag.AlignLeft), f"{low:g}")
    painter.drawText(line, middle | int(Qt.AlignmentFlag.AlignHCenter), unit)
    painter.drawText(line, middle | int(Qt.AlignmentFlag.AlignRight), f"≥ {high:.3g}")
    painter.restore()


def words(painter: QPainter, pane: QRectF, text: str, colors: theme.Theme) -> None:
    """Say in the middle of a pane why there is no picture."""
    painter.save()
    painter.setPen(QColor(colors.muted))
    flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
    painter.drawText(pane.adjusted(24, 24, -24, -24), flags, text)
    painter.restore()
