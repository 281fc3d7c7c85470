"""A picture fit to be posted: original and reconstruction at full size, named, with the line of numbers below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter

from vaelab.gui.viewer.mips import Mips

_GAP = 8
_MARGIN = 12


def side_by_side(
    original: Mips, reconstruction: Mips, names: tuple[str, str], caption: str, font: QFont
) -> QImage:
    """Return both pictures pixel for pixel, side by side.

    Args:
        original: left.
        reconstruction: right.
        names: above the pictures.
        caption: below them; shortened where it does not fit.
        font: of all words.
    """
    font = QFont(font)
    font.setPixelSize(max(12, min(28, original.size.width() // 26)))
    metrics = QFontMetrics(font)
    width, height = original.size.width(), original.size.height()
    total = 2 * width + _GAP + 2 * _MARGIN
    line = metrics.height() + 8
    image = QImage(total, height + 2 * line + 2 * _MARGIN, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(QColor("#1a1d23"))
    middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    for place, (picture, name) in enumerate(zip((original, reconstruction), names, strict=True)):
        left = _MARGIN + place * (width + _GAP)
        text = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, width)
        painter.drawText(QRectF(left, _MARGIN, width, line), middle, text)
        painter.drawImage(left, _MARGIN + line, picture.levels[0])
    text = metrics.elidedText(caption, Qt.TextElideMode.ElideRight, total - 2 * _MARGIN)
    painter.drawText(QRectF(_MARGIN, _MARGIN + line + height, total - 2 * _MARGIN, line), middle, text)
    painter.end()
    return image
