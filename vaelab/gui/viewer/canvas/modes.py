"""What is compared, and the ways to compare it: one row a way, with its words, its key and the pictures it puts side by side."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSizeF

from vaelab.gui.core.mipmaps import Mips
from vaelab.gui.i18n.noop import QT_TRANSLATE_NOOP
from vaelab.gui.viewer.maps.maps import ColorScale, DerivedKind

_NO_SIZE = QSizeF(512, 512)


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
    scale: ColorScale | None = None

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
        return _NO_SIZE


def _both(scene: Scene, look: CompareState) -> list[Shown]:
    return list(sides(scene, look) or ())


def _after(scene: Scene, look: CompareState) -> list[Shown]:
    # The swipe's other half is drawn over it, up to the divider.
    return _both(scene, look)[1:]


def _in_turn(scene: Scene, look: CompareState) -> list[Shown]:
    shown = scene.original if look.blinks_original else scene.current
    return [] if shown is None else [shown]


def _all(scene: Scene, look: CompareState) -> list[Shown]:
    return [shown for shown in (scene.original, *scene.candidates) if shown is not None]


def _derived(scene: Scene, look: CompareState) -> list[Shown]:
    name = "" if scene.current is None else scene.current.name
    return list(scene.derived) or [Shown("", name, None, True)]


@dataclass(frozen=True)
class Derived:
    """What a mode that shows pictures made of both begins with."""

    kind: DerivedKind
    gain: int

    @property
    def is_map(self) -> bool:
        """Whether it offers maps of an error in colours, and not differences of channels."""
        return not self.kind.is_difference


class Mode(enum.Enum):
    """A way to compare original and reconstruction.

    A row is: its name, which is that of its icon and of its entry among the keys; its default key; its words among the keys;
    its tooltip; what it shows in its panes, from a scene in which there is a pair; what it begins with where that is derived from the pair.
    """

    # fmt: off
    TWO_UP = ("two_up", "1", QT_TRANSLATE_NOOP("LookingKeys", "Side by side"), QT_TRANSLATE_NOOP("ViewerBar", "Side by side"), _both)
    SWIPE = ("swipe", "2", QT_TRANSLATE_NOOP("LookingKeys", "Swipe"), QT_TRANSLATE_NOOP("ViewerBar", "Swipe: drag the line"), _after)
    BLINK = ("blink", "3", QT_TRANSLATE_NOOP("LookingKeys", "Blink"), QT_TRANSLATE_NOOP("ViewerBar", "Blink: both in one place, in turn"), _in_turn)
    DIFFERENCE = ("difference", "4", QT_TRANSLATE_NOOP("LookingKeys", "Difference"), QT_TRANSLATE_NOOP("ViewerBar", "Difference"), _derived, Derived(DerivedKind.ABSOLUTE, 8))
    MAP = ("map", "5", QT_TRANSLATE_NOOP("LookingKeys", "Map of the error"), QT_TRANSLATE_NOOP("ViewerBar", "Map of the error"), _derived, Derived(DerivedKind.ERROR, 4))
    GRID = ("grid", "6", QT_TRANSLATE_NOOP("LookingKeys", "All VAEs at once"), QT_TRANSLATE_NOOP("ViewerBar", "All VAEs at once"), _all)
    # fmt: on

    def __new__(cls, name: str, *_: object) -> Mode:
        """Let the name find the row: ``Mode("swipe")``."""
        mode = object.__new__(cls)
        mode._value_ = name
        return mode

    def __init__(
        self,
        name: str,
        key: str,
        words: str,
        tip: str,
        panes: Callable[[Scene, CompareState], list[Shown]],
        derived: Derived | None = None,
    ) -> None:
        self.key, self.panes, self.derived = key, panes, derived
        self._words, self._tip = words, tip

    @property
    def words(self) -> str:
        """What it is called among the keys."""
        return QCoreApplication.translate("LookingKeys", self._words)

    @property
    def tip(self) -> str:
        """What it is called in its button's tooltip."""
        return QCoreApplication.translate("ViewerBar", self._tip)


@dataclass(frozen=True)
class CompareState:
    """How it is looked at: the mode, and what is turned around for now."""

    mode: Mode = Mode.TWO_UP
    swapped: bool = False
    held: bool = False
    blinks_original: bool = False


def sides(scene: Scene, look: CompareState) -> tuple[Shown, Shown] | None:
    """Return what stands left and right, or before and after, if both are known."""
    if scene.original is None or scene.current is None:
        return None
    pair = scene.original, scene.current
    return pair[::-1] if look.swapped else pair
