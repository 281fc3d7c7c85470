"""The loupe: the spot under the pointer in both pictures, side by side, much enlarged, pixel by pixel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from vaelab.gui.viewer.canvas import overlay
from vaelab.gui.viewer.canvas.geometry import ZOOM_MAX
from vaelab.gui.viewer.canvas.modes import Shown

ZOOM = 8.0
"""Logical px per image pixel, unless the pictures are shown larger than half of it already."""
_SIDE, _GAP, _DISTANCE = 184.0, 4.0, 28.0


def zoom_over(scale: float, ratio: float) -> float:
    """Return the loupe's device pixels per image pixel over pictures shown at a scale of so many."""
    return min(max(ZOOM * ratio, 2 * scale), ZOOM_MAX)


def draw(
    painter: QPainter,
    area: QRectF,
    at: QPointF,
    pixel: tuple[int, int],
    pictures: Sequence[Shown],
    zoom: float,
    ratio: float,
) -> None:
    """Draw the loupe beside a spot, within an area.

    Args:
        painter: of the canvas.
        area: the canvas, logical px.
        at: the pointer, logical px.
        pixel: (x, y) of the image pixel in the middle.
        pictures: which to show, those without a picture left out.
        zoom: device pixels per image pixel.
        ratio: device pixels per logical pixel.
    """
    pictures = [shown for shown in pictures if shown.picture is not None]
    count = len(pictures)
    if not count:
        return
    side = min(_SIDE, (area.width() - 16 - _GAP * (count - 1)) / count, area.height() - 16)
    size = QSizeF(side * count + _GAP * (count - 1), side)
    left = max(area.left() + 8, min(at.x() - size.width() / 2, area.right() - 8 - size.width()))
    top = at.y() - _DISTANCE - side
    if top < area.top() + 8:
        top = min(at.y() + _DISTANCE, area.bottom() - 8 - side)
    box = QRectF(round(left), round(top), size.width(), size.height())
    painter.save()
    painter.setClipping(False)
    painter.setPen(QPen(QColor(0, 0, 0, 170), 6))
    painter.setBrush(QColor("#202020"))
    painter.drawRoundedRect(box, 5, 5)
    painter.setPen(QPen(QColor("#ffffff"), 2))
    painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 5, 5)
    for place, shown in enumerate(pictures):
        lens = QRectF(box.left() + place * (side + _GAP), box.top(), side, side)
        _draw_one(painter, lens, pixel, shown, zoom, ratio)
    painter.restore()


def _draw_one(
    painter: QPainter, lens: QRectF, pixel: tuple[int, int], shown: Shown, zoom: float, ratio: float
) -> None:
    picture = shown.picture
    assert picture is not None
    step = zoom / ratio
    left = lens.center().x() - (pixel[0] + 0.5) * step
    top = lens.center().y() - (pixel[1] + 0.5) * step
    size = picture.size
    target = QRectF(
        round(left * ratio) / ratio, round(top * ratio) / ratio, size.width() * step, size.height() * step
    )
    painter.save()
    painter.setClipRect(lens)
    picture.draw(painter, target, max(zoom, 2.0), lens)
    cell = QRectF(target.left() + pixel[0] * step, target.top() + pixel[1] * step, step, step)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width in ((QColor(0, 0, 0, 190), 3.0), (QColor("#ffffff"), 1.0)):
        painter.setPen(QPen(color, width))
        painter.drawRect(cell.adjusted(-1, -1, 1, 1))
    painter.restore()
    overlay.label(painter, lens, shown.letter, shown.name)
    inside = 0 <= pixel[0] < size.width() and 0 <= pixel[1] < size.height()
    if inside:
        rgb = picture.pixels[pixel[1], pixel[0]].tolist()
        _caption(painter, lens, f"{rgb[0]} {rgb[1]} {rgb[2]}")


def _caption(painter: QPainter, lens: QRectF, text: str) -> None:
    metrics = QFontMetricsF(painter.font())
    box = QRectF(0, 0, metrics.horizontalAdvance(text) + 12, metrics.height() + 4)
    if box.width() > lens.width() - 8:  # on a tiny canvas the probe's line says it
        return
    box.moveBottomLeft(lens.bottomLeft() + QPointF(min(8, lens.width() - box.width()), -8))
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 190))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor("#ffffff"))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.restore()
