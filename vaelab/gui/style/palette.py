"""The colours of our themes: light and dark, each in plain and in high contrast."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtGui import QColor

from vaelab.report import palette as palette_of_vaes


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme, as #rrggbb.

    Attributes:
        window, surface, raised, hover: backgrounds, from the window's own to that of a button under the pointer.
        border: lines between regions.
        text, muted: words; both readable (4.5:1) on every background.
        accent, on_accent: the one button to press, selection, progress; and words upon it.
        selection: background of a selected row, under ``text``.
        good, warn, bad: words and icons of an outcome; never the only sign of it.
        caution, alarm: backgrounds of a message that warns, and of one that tells of a failure, under ``text``.
        stage: neutral surround of pictures, without a hue that would tint them.
        series: colours of the VAEs in plots and marks, safe for colour-blind readers.
    """

    name: Literal["light", "dark"]
    window: str
    surface: str
    raised: str
    hover: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selection: str
    good: str
    warn: str
    bad: str
    caution: str
    alarm: str
    stage: str
    series: tuple[str, ...]


LIGHT = Theme(
    name="light",
    window="#f1f2f5",
    surface="#ffffff",
    raised="#f6f7f9",
    hover="#e9ecf2",
    border="#d3d7df",
    text="#1a1d23",
    muted="#5a616e",
    accent="#1d5fd1",
    on_accent="#ffffff",
    selection="#d7e5fc",
    good="#0a6b52",
    warn="#8a5000",
    bad="#b3261e",
    caution="#fff0c2",
    alarm="#fce4e2",
    stage="#dcdcdc",
    series=palette_of_vaes.LIGHT,
)
DARK = Theme(
    name="dark",
    window="#14161a",
    surface="#1b1e24",
    raised="#262a32",
    hover="#313640",
    border="#343943",
    text="#e7e9ee",
    muted="#a2a9b6",
    accent="#74b0ff",
    on_accent="#0b1422",
    selection="#26405f",
    good="#62d3ae",
    warn="#f0b95c",
    bad="#ff8d84",
    caution="#423512",
    alarm="#4a2220",
    stage="#101010",
    series=palette_of_vaes.DARK,
)


LIGHT_CONTRAST = replace(
    LIGHT,
    window="#ffffff",
    raised="#ffffff",
    hover="#e2e6ee",
    border="#3c424d",
    text="#000000",
    muted="#2b3039",
    accent="#0b3f9e",
    selection="#c3d8fb",
    good="#00412f",
    warn="#5a3300",
    bad="#8a0f0a",
)
DARK_CONTRAST = replace(
    DARK,
    window="#000000",
    surface="#000000",
    raised="#0c0e12",
    hover="#2c323d",
    border="#aab2c0",
    text="#ffffff",
    muted="#d8dde6",
    accent="#a8cdff",
    on_accent="#000000",
    selection="#1d4a80",
    good="#9af0d2",
    warn="#ffd48a",
    bad="#ffc2bd",
)
THEMES = (LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST)


def mix(a: str, b: str, share: float) -> QColor:
    """Return a colour between two: ``share`` of the first, the rest of the second."""
    one, two = QColor(a), QColor(b)
    channels = (one.redF(), two.redF()), (one.greenF(), two.greenF()), (one.blueF(), two.blueF())
    return QColor.fromRgbF(*(share * x + (1 - share) * y for x, y in channels))
