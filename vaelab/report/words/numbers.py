"""Numbers as people read them: three significant digits in tables, the full value at hand."""

from __future__ import annotations

import math
from collections.abc import Sequence

MISSING = "–"
"""Stands where there is no value."""


def short(value: float | None, *, minus: str = "\N{MINUS SIGN}") -> str:
    """Return a number with three significant digits: 0.0410, 31.2, 12,300, 1.23e-7, ∞; an en dash for None."""
    if value is None or math.isnan(value):
        return MISSING
    if math.isinf(value):
        return "∞" if value > 0 else f"{minus}∞"
    if value == 0:
        return "0"
    rounded = float(f"{value:.3g}")
    if abs(rounded) >= 1000:
        text = f"{rounded:,.0f}" if abs(rounded) < 1e9 else f"{value:.2e}".replace("e+", "e")
    elif abs(rounded) < 1e-4:
        mantissa, exponent = f"{value:.2e}".split("e")
        text = f"{mantissa}e{int(exponent)}"
    else:
        text = f"{value:#.3g}".removesuffix(".")
    return text.replace("-", minus)


def count(value: float | None) -> str:
    """Return a whole number in full, with thousands separated; an en dash for None."""
    return MISSING if value is None else f"{value:,.0f}"


def full(value: float | None) -> str:
    """Return the shortest text that reads back to the same number, for tooltips and CSV; empty for None."""
    return "" if value is None or math.isnan(value) else repr(value)


def percent(share: float) -> str:
    """Return a share as a whole percentage that is 100 or 0 only where it is exactly that."""
    if 0.0 < share < 0.005:
        return "<1 %"
    if 0.995 <= share < 1.0:
        return ">99 %"
    return f"{100 * share:.0f} %"


def interval(bounds: Sequence[float] | None, *, minus: str = "\N{MINUS SIGN}") -> str:
    """Return ``[low, high]`` with three significant digits, empty for None and where all images have the same value."""
    return (
        ""
        if bounds is None or bounds[0] == bounds[1]
        else f"[{short(bounds[0], minus=minus)}, {short(bounds[1], minus=minus)}]"
    )


def words(items: Sequence[str], last: str = "and") -> str:
    """Join as in a sentence: ``a``, ``a and b``, ``a, b and c``."""
    return " ".join((", ".join(items[:-1]), last, items[-1])) if len(items) > 1 else "".join(items)
