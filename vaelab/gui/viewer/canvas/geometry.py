"""Where pictures land: one zoom and one centre for all panes, so that every mode shows the same spot."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF

ZOOM_MIN, ZOOM_MAX = 1 / 64, 64.0


@dataclass(frozen=True, slots=True)
class Viewport:
    """What is looked at.

    Attributes:
        zoom: device pixels per image pixel; None fits the picture into its pane.
        center: the spot in the middle of a pane, as a share of the picture's width and height.
        nudge: offset of the reconstruction against the original, in image pixels (Alt+drag).
    """

    zoom: float | None = None
    center: tuple[float, float] = (0.5, 0.5)
    nudge: tuple[float, float] = (0.0, 0.0)

    def scale(self, pane: QRectF, size: QSizeF, ratio: float) -> float:
        """Return device pixels per image pixel in a pane.

        Args:
            pane: the pane, logical px.
            size: the picture, image px.
            ratio: device pixels per logical pixel.
        """
        if self.zoom is not None:
            return self.zoom
        fit = min(pane.width() * ratio / size.width(), pane.height() * ratio / size.height())
        # Tiny pictures are not blown up beyond what shows their pixels well.
        return max(ZOOM_MIN, min(fit, 16.0))

    def target(self, pane: QRectF, size: QSizeF, ratio: float, *, nudged: bool = False) -> QRectF:
        """Return where the whole picture lands, logical px, aligned to device pixels."""
        scale = self.scale(pane, size, ratio) / ratio
        width, height = size.width() * scale, size.height() * scale
        cx, cy = (0.5, 0.5) if self.zoom is None else self.center
        left = pane.center().x() - cx * width
        top = pane.center().y() - cy * height
        if nudged:
            left += self.nudge[0] * scale
            top += self.nudge[1] * scale
        # Whole device pixels, or nearest-neighbour drawing would tremble while panning.
        return QRectF(round(left * ratio) / ratio, round(top * ratio) / ratio, width, height)

    def panned(self, by: QPointF, pane: QRectF, size: QSizeF, ratio: float) -> Viewport:
        """Return the view after a drag of ``by`` logical px."""
        scale = self.scale(pane, size, ratio)
        x = self.center[0] - by.x() * ratio / scale / size.width()
        y = self.center[1] - by.y() * ratio / scale / size.height()
        return replace(self, zoom=scale, center=(_within(x), _within(y)))

    def zoomed(self, zoom: float, at: QPointF, pane: QRectF, size: QSizeF, ratio: float) -> Viewport:
        """Return the view at another zoom, with the spot under ``at`` (logical px) held in place."""
        zoom = max(ZOOM_MIN, min(ZOOM_MAX, zoom))
        target = self.target(pane, size, ratio)
        u = (at.x() - target.left()) / target.width()
        v = (at.y() - target.top()) / target.height()
        x = u - (at.x() - pane.center().x()) * ratio / zoom / size.width()
        y = v - (at.y() - pane.center().y()) * ratio / zoom / size.height()
        return replace(self, zoom=zoom, center=(_within(x), _within(y)))


def step(zoom: float, up: bool) -> float:
    """Return the next round zoom: 50, 75, 100, 150, 200, 300, 400 % and so on."""
    stops = [2.0**power * part for power in range(-6, 6) for part in (1.0, 1.5)] + [ZOOM_MAX]
    if up:
        return next((stop for stop in stops if stop > zoom * 1.01), ZOOM_MAX)
    return next((stop for stop in reversed(stops) if stop < zoom * 0.99), ZOOM_MIN)


def split(area: QRectF, count: int, size: QSizeF, gap: float) -> list[QRectF]:
    """Cut an area into equal panes, in the arrangement that shows pictures of this size the largest."""
    best: tuple[float, int] = (0.0, 1)
    for across in range(1, count + 1):
        down = math.ceil(count / across)
        width = (area.width() - gap * (across - 1)) / across
        height = (area.height() - gap * (down - 1)) / down
        scale = min(width / size.width(), height / size.height())
        # On a tie side by side wins: eyes compare along rows.
        if scale >= best[0] * 0.999:
            best = (scale, across)
    across = best[1]
    down = math.ceil(count / across)
    width = (area.width() - gap * (across - 1)) / across
    height = (area.height() - gap * (down - 1)) / down
    return [
        QRectF(
            area.left() + (place % across) * (width + gap),
            area.top() + (place // across) * (height + gap),
            width,
            height,
        )
        for place in range(count)
    ]


def _within(share: float) -> float:
    return max(0.0, min(1.0, share))
