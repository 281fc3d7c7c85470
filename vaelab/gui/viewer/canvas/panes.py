"""Which picture stands in which pane of the canvas: by mode, swapped, held."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from vaelab.gui.viewer.canvas.geometry import split
from vaelab.gui.viewer.canvas.modes import CompareState, Scene, Shown, sides

_GAP = 4.0


@dataclass(frozen=True)
class Pane:
    """A picture's place on the canvas, logical px."""

    rect: QRectF
    shown: Shown


def arrange(scene: Scene, look: CompareState, area: QRectF) -> list[Pane]:
    """Return the panes that share an area; none where there is nothing to show."""
    original = scene.original
    if original is None:
        return []
    if sides(scene, look) is None:
        return [Pane(area, original)]
    shown = look.mode.panes(scene, look)
    if look.held:
        shown = [original] * len(shown)
    rects = split(area, len(shown), scene.size, _GAP)
    return [Pane(rect, item) for rect, item in zip(rects, shown, strict=True)]
