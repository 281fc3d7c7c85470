"""A picture fit to be posted: original and reconstruction at full size, named, with the line of numbers below."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter

from vaelab.gui.core.mipmaps import Mips

_GAP, _MARGIN = 8, 12
_NARROWEST = 520
"""Small pictures get room for their words, px."""
_WRAP = int(Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


def side_by_side(
    original: Mips, reconstruction: Mips, names: tuple[str, str], lines: tuple[str, ...], font: QFont
) -> QImage:
    """Return both pictures pixel for pixel, side by side.

    Args:
        original: left.
        reconstruction: right.
        names: above the pictures, wrapped where they are wider.
        lines: below them, likewise.
        font: of all words.
    """
    font = QFont(font)
    font.setPixelSize(max(13, min(28, original.size.width() // 26)))
    metrics = QFontMetrics(font)
    pictures = original, reconstruction
    column = max(*(picture.size.width() for picture in pictures), (_NARROWEST - _GAP) // 2)
    width = 2 * column + _GAP
    heads = [_height(metrics, name, column) for name in names]
    feet = [_height(metrics, text, width) for text in lines]
    head, picture_height = max(heads), max(picture.size.height() for picture in pictures)
    pad = metrics.height() // 3
    image = QImage(
        width + 2 * _MARGIN,
        2 * _MARGIN + head + pad + picture_height + pad + sum(feet),
        QImage.Format.Format_RGB32,
    )
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(QColor("#1a1d23"))
    for place, (picture, name, high) in enumerate(zip(pictures, names, heads, strict=True)):
        left = _MARGIN + place * (column + _GAP)
        # A name of one line stands on the picture even when its neighbour needs two.
        painter.drawText(QRect(left, _MARGIN + head - high, column, high), _WRAP, name)
        painter.drawImage(left, _MARGIN + head + pad, picture.levels[0])
    top = _MARGIN + head + pad + picture_height + pad
    for text, high in zip(lines, feet, strict=True):
        painter.drawText(QRect(_MARGIN, top, width, high), _WRAP, text)
        top += high
    painter.end()
    return image


def _height(metrics: QFontMetrics, text: str, width: int) -> int:
    return metrics.boundingRect(QRect(0, 0, width, 1 << 20), _WRAP, text).height()
