"""A picture ready to be drawn at any scale: halved again and again, so that shrinking never aliases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

Pixels = npt.NDArray[np.uint8]
_NEAREST_FROM = 2.0
"""Device pixels per image pixel from which nothing is interpolated any more."""


@dataclass(frozen=True)
class Mips:
    """A picture and its halvings.

    Attributes:
        pixels: (H, W, 3) uint8, read-only.
        levels: RGB32 images; each has half the side of the one before.
    """

    pixels: Pixels
    levels: tuple[QImage, ...]

    @property
    def size(self) -> QSize:
        """Width and height, px."""
        return self.levels[0].size()

    def draw(self, painter: QPainter, target: QRectF, scale: float) -> None:
        """Draw the whole picture.

        Args:
            painter: clipped to what may be drawn on.
            target: where the picture's full area lands, in the painter's logical coordinates.
            scale: device pixels per image pixel.
        """
        level = 0
        while level + 1 < len(self.levels) and scale * 2 ** (level + 1) <= 1.0:
            level += 1
        smooth = scale < _NEAREST_FROM and scale != 1.0
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        image = self.levels[level]
        painter.drawImage(target, image, QRectF(image.rect()))


def make(pixels: Pixels) -> Mips:
    """Prepare pixels for drawing; may be called in any thread.

    Args:
        pixels: (H, W, 3) uint8.
    """
    pixels = np.ascontiguousarray(pixels)
    pixels.flags.writeable = False
    height, width = pixels.shape[:2]
    wrapped = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    image = wrapped.convertToFormat(QImage.Format.Format_RGB32)  # owns its memory from here on
    levels = [image]
    while min(image.width(), image.height()) > 32:
        image = image.scaled(
            (image.width() + 1) // 2,
            (image.height() + 1) // 2,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        levels.append(image)
    return Mips(pixels, tuple(levels))


def from_file(path: Any) -> Mips | None:
    """Read a PNG of a run folder; None where it cannot be read."""
    image = QImage(str(path))
    if image.isNull():
        return None
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return make(rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy())
