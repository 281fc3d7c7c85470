"""The ways to compare, and what each shows in its panes."""

from __future__ import annotations

import enum


class Mode(enum.Enum):
    """A way to compare original and reconstruction."""

    TWO_UP = "two_up"
    SWIPE = "swipe"
    BLINK = "blink"
    DIFFERENCE = "difference"
    MAP = "map"
    GRID = "grid"
