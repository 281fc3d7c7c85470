"""What is given to the canvas, and which picture stands in which pane: by mode, swapped, held."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF

from vaelab.gui.core.mipmaps import Mips
from vaelab.gui.viewer.canvas.geometry import split
from vaelab.gui.viewer.canvas.modes import Mode
from vaelab.gui.viewer.maps.maps import Scale

_GAP = 4.0
_NOTHING = QSizeF(512, 512)


@dataclass(frozen=True)
class Shown:
    """A picture with its name.

    Attributes:
        letter: A for the original, B for the reconstruction that is looked at, C and so on for others.
        name: of the VAE.
        picture: None where there is none (yet).
        is_original: whether it stays where the original is when the other side is moved alone.
        missing: said in place of a picture.
        is_image: whether its pixels are those of the image, and not frequencies.
    """

    letter: str
    name: str
    picture: Mips | None
    is_original: bool = False
    missing: str = ""
    is_image: bool = True


@dataclass(frozen=True)
class Scene:
    """All that can be looked at without asking for more.

    Attributes:
        original: A.
        candidates: the reconstructions at hand.
        active: which of them is B.
        derived: what the modes difference and map show.
        scale: of its colours.
    """

    original: Shown | None = None
    candidates: tuple[Shown, ...] = ()
    active: int = 0
    derived: tuple[Shown, ...] = ()
    scale: Scale | None = None

    @property
    def current(self) -> Shown | None:
        """B, the reconstruction that is looked at."""
        return self.candidates[self.active] if 0 <= self.active < len(self.candidates) else None

    @property
    def size(self) -> QSizeF:
        """Of the pictures, px."""
        for shown in (self.original, *self.candidates):
            if shown is not None and shown.picture is not None:
                return QSizeF(shown.picture.size)
        return _NOTHING


@dataclass(frozen=True)
class Pane:
    """A picture's place on the canvas, logical px."""

    rect: QRectF
    shown: Shown


@dataclass(frozen=True)
class Look:
    """How it is looked at: the mode, and what is turned around for now."""

    mode: Mode = Mode.TWO_UP
    swapped: bool = False
    held: bool = False
    blinks_original: bool = False


def sides(scene: Scene, look: Look) -> tuple[Shown, Shown] | None:
    """Return what stands left and right, or before and after, if both are known."""
    if scene.original is None or scene.current is None:
        return None
    pair = scene.original, scene.current
    return pair[::-1] if look.swapped else pair


def arrange(scene: Scene, look: Look, area: QRectF) -> list[Pane]:
    """Return the panes that share an area; none where there is nothing to show."""
    original, pair = scene.original, sides(scene, look)
    if original is None:
        return []
    if pair is None:
        return [Pane(area, original)]
    shown = [original for _ in _pictures(scene, look)] if look.held else _pictures(scene, look)
    rects = split(area, len(shown), scene.size, _GAP)
    return [Pane(rect, item) for rect, item in zip(rects, shown, strict=True)]


def _pictures(scene: Scene, look: Look) -> list[Shown]:
    original, current, pair = scene.original, scene.current, sides(scene, look)
    assert original is not None
    assert current is not None
    assert pair is not None
    if look.mode is Mode.TWO_UP:
        return list(pair)
    if look.mode is Mode.GRID:
        return [original, *scene.candidates]
    if look.mode in (Mode.DIFFERENCE, Mode.MAP):
        return list(scene.derived) or [Shown("", current.name, None, True)]
    if look.mode is Mode.BLINK:
        return [original if look.blinks_original else current]
    return [pair[1]]
