"""What a file says about its own colours, whatever the format it says it in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from vaelab.arrays import Floats

Xy = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Transfer:
    """How a file's values become light.

    Attributes:
        name: as notes say it.
        light: what ``to_light`` gives: ``relative``, 1 is white; ``cd/m2`` on the display (PQ); ``scene``,
            1 is the brightest (HLG, whose display light depends on the whole colour).
        to_light: from values in [0, 1] to light, float64 of any shape.
    """

    name: str
    light: Literal["relative", "cd/m2", "scene"]
    to_light: Callable[[Floats], Floats]


@dataclass(frozen=True, slots=True)
class RgbSpace:
    """An RGB colour space.

    Attributes:
        name: as notes say it.
        primaries: CIE x, y of red, green and blue.
        white: CIE x, y.
        transfer: from values to light.
        full_range: whether 0 is black and the largest value white; else video's 16…235 of 255 (ITU-R BT.2100, table 9).
    """

    name: str
    primaries: tuple[Xy, Xy, Xy]
    white: Xy
    transfer: Transfer
    full_range: bool = True


@dataclass(frozen=True, slots=True)
class Claim:
    """The colours of a file: an ICC profile, an RGB space, or (neither) sRGB. Never both.

    Attributes:
        profile: bytes of the ICC profile.
        space: colour space that is known by its numbers.
    """

    profile: bytes | None = None
    space: RgbSpace | None = None


SRGB = Claim()
"""Of a file that says nothing, or nothing that can be used."""
