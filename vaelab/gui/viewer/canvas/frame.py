"""One moment of the canvas: what is looked at, how, and so which pixel stands where. Nothing is drawn here."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QGuiApplication

from vaelab.gui.viewer.canvas.geometry import Viewport
from vaelab.gui.viewer.canvas.modes import CompareState, Mode, Scene, Shown, sides
from vaelab.gui.viewer.canvas.overlay import SCALE_GAP, scale_height
from vaelab.gui.viewer.canvas.panes import Pane, arrange
from vaelab.gui.viewer.maps.maps import ColorScale

NEAR, _RING = 14, 8
"""How near to the divider a press takes it, and how near to a pin it is meant, logical px."""


@dataclass(frozen=True)
class Frame:
    """What is seen.

    Attributes:
        area: the canvas, logical px.
        ratio: device pixels per logical pixel.
        scene: the pictures.
        look: the mode, and what is turned around for now.
        view: zoom and centre.
        divider: the swipe's, as a share of the width.
        pins: pixels (x, y) that are marked, numbered from 1.
        message: said where there is no picture.
    """

    area: QRectF
    ratio: float
    scene: Scene
    look: CompareState
    view: Viewport
    divider: float
    pins: tuple[tuple[int, int], ...] = ()
    message: str = ""

    def panes(self) -> list[Pane]:
        """What stands where."""
        area = self.area
        if self.scale_shown is not None and len(self.scene.derived) > 1:
            # Two pictures that fill their panes leave no corner free.
            area = area.adjusted(0, 0, 0, -2 * SCALE_GAP - scale_height(QGuiApplication.font()))
        return arrange(self.scene, self.look, area)

    @property
    def scale_shown(self) -> ColorScale | None:
        """What the colours of a map stand for, where a map is seen."""
        return self.scene.scale if self.look.mode.derived and not self.look.held else None

    def pane_at(self, at: QPointF | None = None) -> QRectF:
        """The pane at a spot; the first one elsewhere; all of the canvas where there is none."""
        rects = [pane.rect for pane in self.panes()] or [self.area]
        return next((rect for rect in rects if at is not None and rect.contains(at)), rects[0])

    def scale(self) -> float:
        """Device pixels per image pixel."""
        return self.view.scale(self.pane_at(), self.scene.size, self.ratio)

    def target(self, rect: QRectF, shown: Shown) -> QRectF:
        """Where all of a picture would land in a pane, logical px."""
        assert shown.picture is not None
        return self.view.target(rect, QSizeF(shown.picture.size), self.ratio, nudged=not shown.is_original)

    @property
    def halves(self) -> tuple[Shown, Shown] | None:
        """In swipe, what stands left and right of the divider."""
        swiping = self.look.mode is Mode.SWIPE and not self.look.held
        return sides(self.scene, self.look) if swiping else None

    @property
    def divider_x(self) -> float:
        """Where the divider is, logical px."""
        return self.area.left() + self.divider * self.area.width()

    def is_near_divider(self, at: QPointF) -> bool:
        """Whether a press at a spot would take the divider."""
        return self.halves is not None and abs(at.x() - self.divider_x) < NEAR

    def pixel_at(self, at: QPointF) -> tuple[int, int] | None:
        """Return the image pixel that is seen at a spot, or None."""
        found = self._seen_at(at)
        if found is None:
            return None
        target, size = found
        x = int((at.x() - target.left()) / target.width() * size.width())
        y = int((at.y() - target.top()) / target.height() * size.height())
        inside = target.contains(at) and 0 <= x < size.width() and 0 <= y < size.height()
        return (x, y) if inside else None

    def pin_at(self, at: QPointF) -> tuple[int, int] | None:
        """Return the pin whose ring is at a spot, or None."""
        found = self._seen_at(at)
        if found is None:
            return None
        target, size = found
        side = target.width() / size.width()
        for x, y in self.pins:
            far = QPointF(target.left() + (x + 0.5) * side, target.top() + (y + 0.5) * side) - at
            if max(abs(far.x()), abs(far.y())) < max(_RING, side / 2):
                return x, y
        return None

    def _seen_at(self, at: QPointF) -> tuple[QRectF, QSize] | None:
        """Where the picture that is seen at a spot lands, and its size in px."""
        pane = next((pane for pane in self.panes() if pane.rect.contains(at)), None)
        if pane is None:
            return None
        shown = pane.shown if self.halves is None else self.halves[0 if at.x() < self.divider_x else 1]
        if shown.picture is None or not shown.is_image:
            return None
        return (self.target(pane.rect, shown), shown.picture.size)
