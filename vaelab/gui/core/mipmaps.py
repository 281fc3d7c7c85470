"""A picture ready to be drawn at any scale: halved again and again, so that shrinking never aliases."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from vaelab.arrays import Pixels

_SMALLEST = 32
_HIGH_BITS = np.uint32(0xFEFEFEFE)
_AT_ONCE = 1 << 18
"""Pixels that Qt converts at once: it holds Python, and so the window, while it does."""
_NEAREST_FROM = 2.0
"""Device pixels per image pixel from which nothing is interpolated any more."""


@dataclass(frozen=True)
class Mips:
    """A picture and its halvings.

    Attributes:
        pixels: (H, W, 3) uint8, read-only, not contiguous: a view of the first level's memory.
        levels: RGB32 images; each has half the side of the one before, rounded up.
        memory: of the levels; they are valid as long as this is.
    """

    pixels: Pixels
    levels: tuple[QImage, ...]
    memory: tuple[Pixels, ...] = field(repr=False)

    @property
    def size(self) -> QSize:
        """Width and height, px."""
        return self.levels[0].size()

    def draw(self, painter: QPainter, target: QRectF, scale: float, seen: QRectF) -> None:
        """Draw what can be seen of the picture.

        Args:
            painter: clipped to what may be drawn on.
            target: where the picture's full area lands, in the painter's logical coordinates.
            scale: device pixels per image pixel.
            seen: what may be drawn on, in the same coordinates.
        """
        level = 0
        while level + 1 < len(self.levels) and scale * 2 ** (level + 1) <= 1.0:
            level += 1
        smooth = scale < _NEAREST_FROM and scale != 1.0
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        image = self.levels[level]
        # Where a side is odd, a level is a fraction of a pixel wider than the picture: what is too much is not drawn.
        whole = QRectF(0, 0, self.size.width() / 2**level, self.size.height() / 2**level)
        source = _cut(target, whole, seen)
        if not source.isEmpty():
            across, down = target.width() / whole.width(), target.height() / whole.height()
            place = QRectF(
                target.left() + source.left() * across,
                target.top() + source.top() * down,
                source.width() * across,
                source.height() * down,
            )
            painter.drawImage(place, image, source)


def _cut(target: QRectF, whole: QRectF, seen: QRectF) -> QRectF:
    """Return the whole pixels of an image, which lands on ``target``, that touch what is seen, and two around them."""
    across, down = whole.width() / target.width(), whole.height() / target.height()
    left = math.floor((seen.left() - target.left()) * across) - 2
    top = math.floor((seen.top() - target.top()) * down) - 2
    right = math.ceil((seen.right() - target.left()) * across) + 2
    bottom = math.ceil((seen.bottom() - target.top()) * down) + 2
    return QRectF(left, top, right - left, bottom - top).intersected(whole)


def make(pixels: Pixels) -> Mips:
    """Prepare pixels for drawing; may be called in any thread.

    Args:
        pixels: (H, W, 3) uint8.
    """
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape[:2]
    four = np.empty((height, width, 4), np.uint8)
    strip = max(1, _AT_ONCE // width)
    for start in range(0, height, strip):
        rows = pixels[start : start + strip]
        given = QImage(rows.data, width, len(rows), 3 * width, QImage.Format.Format_RGB888)
        converted = given.convertToFormat(QImage.Format.Format_RGB32)
        four[start : start + strip] = _four(converted)
    return _ready(four)


def from_png(data: bytes) -> Mips | None:
    """Decode a PNG; None where it is damaged."""
    image = QImage.fromData(data, "PNG")  # type: ignore[arg-type]  # the stub takes bytes, Qt text alone
    if image.isNull():
        return None
    image = image.convertToFormat(QImage.Format.Format_RGB32)  # nothing to do for a PNG without alpha
    return _ready(_four(image).copy())


def _four(image: QImage) -> Pixels:
    """B, G, R and a fourth byte of an RGB32 image, (H, W, 4), valid as long as the image is."""
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return lines[:, : 4 * image.width()].reshape(image.height(), image.width(), 4)


def _ready(four: Pixels) -> Mips:
    """Halve B, G, R and a fourth byte, (H, W, 4), again and again.

    Qt's view of the pixels and NumPy's share the memory, which NumPy owns: a picture of 4096² takes 90 MB, not 140. NumPy does
    the work, since Qt's functions hold Python, and so the window, for as long as they take.
    """
    levels = [four]
    while min(levels[-1].shape[:2]) > _SMALLEST:
        levels.append(_halved(levels[-1]))
    pixels = four[..., 2::-1]
    pixels.flags.writeable = False
    return Mips(pixels, tuple(_wrapped(level) for level in levels), tuple(levels))


def _halved(four: Pixels) -> Pixels:
    """Means of 2 × 2 px; the last row or column of an odd side counts twice."""
    height, width = four.shape[:2]
    if height % 2 or width % 2:
        four = np.pad(four, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge")
    # Four bytes at once, each halved apart from its neighbours: the mean of two bytes is the bits that both have plus half of
    # those that one has (rounded down), or the bits that either has less half of those (rounded up); once each, so that
    # what is rounded away comes back.
    whole = four.view(np.uint32)[..., 0]
    upper, lower = whole[0::2], whole[1::2]
    rows = (upper & lower) + (((upper ^ lower) & _HIGH_BITS) >> 1)
    left, right = rows[:, 0::2], rows[:, 1::2]
    means = (left | right) - (((left ^ right) & _HIGH_BITS) >> 1)
    return np.ascontiguousarray(means)[..., None].view(np.uint8)


def _wrapped(four: Pixels) -> QImage:
    height, width = four.shape[:2]
    return QImage(four.data, width, height, 4 * width, QImage.Format.Format_RGB32)
