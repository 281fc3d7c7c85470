"""Draws one moment of the canvas: its pictures, and what stands on them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from vaelab.gui.style.palette import Theme
from vaelab.gui.viewer.canvas import loupe, overlay
from vaelab.gui.viewer.canvas.frame import Frame
from vaelab.gui.viewer.canvas.modes import Shown
from vaelab.gui.viewer.canvas.pixel_values import SIDE_FROM, Stamps


def render(painter: QPainter, frame: Frame, colors: Theme, stamps: Stamps) -> None:
    """Draw everything but the loupe."""
    # Pictures and scales are not mirrored where the window is; nor may be what stands on them.
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.fillRect(frame.area, QColor(colors.stage))
    panes, halves = frame.panes(), frame.halves
    if not panes:
        overlay.words(painter, frame.area, frame.message, colors)
        return
    if halves is not None:
        _swipe(painter, frame, panes[0].rect, *halves, colors, stamps)
        return
    for pane in panes:
        _picture(painter, frame, pane.rect, pane.rect, pane.shown, colors, stamps)
        if pane.shown.picture is not None:
            overlay.label(painter, pane.rect, pane.shown.letter, _name(frame, pane.shown))
    if frame.scale_shown is not None:
        overlay.scale_bar(painter, frame.area, frame.scale_shown)


def render_loupe(painter: QPainter, frame: Frame, at: QPointF, pixel: tuple[int, int]) -> None:
    """Draw the loupe over it, beside a spot (logical px) and around a pixel."""
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    pair = [shown for shown in (frame.scene.original, frame.scene.current) if shown is not None]
    zoom = loupe.zoom_over(frame.scale(), frame.ratio)
    loupe.draw(painter, frame.area, at, pixel, pair, zoom, frame.ratio)


def _name(frame: Frame, shown: Shown) -> str:
    x, y = (round(part, 1) for part in frame.view.nudge)
    moved = not shown.is_original and (x or y)
    return f"{shown.name}  ({x:+g}, {y:+g} px)" if moved else shown.name


def _swipe(
    painter: QPainter,
    frame: Frame,
    rect: QRectF,
    left: Shown,
    right: Shown,
    colors: Theme,
    stamps: Stamps,
) -> None:
    x = frame.divider_x
    halves = (
        QRectF(rect.left(), rect.top(), x - rect.left(), rect.height()),
        QRectF(x, rect.top(), rect.right() - x, rect.height()),
    )
    for half, shown in zip(halves, (left, right), strict=True):
        _picture(painter, frame, rect, half, shown, colors, stamps)
    overlay.divider(painter, rect, x)
    # Both names stay where they are, whole, however far the divider goes; a half that is gone needs none.
    for half, shown in zip(halves, (left, right), strict=True):
        if half.width() >= 1:
            overlay.label(painter, rect, shown.letter, _name(frame, shown), right=shown is right)


def _picture(
    painter: QPainter,
    frame: Frame,
    rect: QRectF,
    seen: QRectF,
    shown: Shown,
    colors: Theme,
    stamps: Stamps,
) -> None:
    """Draw what is seen of a picture whose pane is ``rect``."""
    if shown.picture is None:
        overlay.words(painter, seen, shown.missing, colors)
        return
    target, size = frame.target(rect, shown), shown.picture.size
    scale = frame.view.scale(rect, QSizeF(size), frame.ratio)
    side = scale / frame.ratio
    painter.save()
    painter.setClipRect(seen)
    shown.picture.draw(painter, target, scale, seen)
    if side >= SIDE_FROM:
        stamps.draw(painter, seen, shown.picture, target, frame.ratio)
    for number, (x, y) in enumerate(frame.pins if shown.is_image else (), 1):
        if x < size.width() and y < size.height():
            cell = QRectF(target.left() + x * side, target.top() + y * side, side, side)
            overlay.pin(painter, cell, number)
    painter.restore()
