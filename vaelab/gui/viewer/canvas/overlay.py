"""What is drawn over pictures: labels, the swipe's divider, pins, what colours stand for."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from vaelab.errors import one_line
from vaelab.gui.style.palette import Theme
from vaelab.gui.viewer.maps.maps import ColorScale

_VEIL, _PAPER = QColor(0, 0, 0, 190), QColor("#ffffff")
_BAR = 10.0
"""Height of a scale's colours, px."""
SCALE_GAP = 8.0
"""Between a scale and the edge of its area, px."""


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
    text = metrics.elidedText(one_line(text), Qt.TextElideMode.ElideMiddle, room)
    width = lead + metrics.horizontalAdvance(text) + 16
    left = pane.right() - width - 8 if right else pane.left() + 8
    box = QRectF(left, pane.top() + 8, width, metrics.height() + 6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_VEIL)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(_PAPER)
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


def scale_height(font: QFont) -> float:
    """Return the height of :func:`scale_bar`, px."""
    return QFontMetricsF(font).height() + _BAR + 10


def scale_bar(painter: QPainter, area: QRectF, scale: ColorScale) -> None:
    """Draw what a map's colours stand for, into its lower left corner."""
    painter.save()
    metrics = QFontMetricsF(painter.font())
    above = "≥ " if scale.open else ""
    below = "≤ " if scale.open and scale.low < 0 else ""
    words = (f"{below}{scale.low:.3g}", scale.unit, f"{above}{scale.high:.3g}")
    needed = sum(metrics.horizontalAdvance(word) for word in words) + 24
    width, height = min(max(220.0, needed), area.width() - 32), _BAR
    tall = scale_height(painter.font())
    box = QRectF(area.left() + SCALE_GAP, area.bottom() - SCALE_GAP - tall, width + 16, tall)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_VEIL)
    painter.drawRoundedRect(box, 4, 4)
    bar = QImage(scale.ramp.data, 256, 1, 3 * 256, QImage.Format.Format_RGB888)
    painter.drawImage(QRectF(box.left() + 8, box.top() + 5, width, height), bar)
    painter.setPen(_PAPER)
    line = QRectF(box.left() + 8, box.top() + 5 + height, width, metrics.height() + 2)
    middle = int(Qt.AlignmentFlag.AlignVCenter)
    for word, side in zip(
        words,
        (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight),
        strict=True,
    ):
        painter.drawText(line, middle | int(side), word)
    painter.restore()


def pin(painter: QPainter, cell: QRectF, number: int) -> None:
    """Mark a pinned pixel, which covers ``cell``, by a ring with its number beside."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = max(6.0, cell.width() * 0.75)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width in ((_VEIL, 3.5), (_PAPER, 1.5)):
        painter.setPen(QPen(color, width))
        painter.drawEllipse(cell.center(), radius, radius)
    font = QFont(painter.font())
    font.setBold(True)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    side = metrics.height()
    tag = QRectF(cell.center().x() + radius * 0.7, cell.center().y() - radius * 0.7 - side, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_VEIL)
    painter.drawEllipse(tag)
    painter.setPen(_PAPER)
    painter.drawText(tag, int(Qt.AlignmentFlag.AlignCenter), str(number))
    painter.restore()


def words(painter: QPainter, pane: QRectF, text: str, colors: Theme) -> None:
    """Say in the middle of a pane why there is no picture."""
    painter.save()
    painter.setPen(QColor(colors.muted))
    flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
    painter.drawText(pane.adjusted(24, 24, -24, -24), flags, text)
    painter.restore()
