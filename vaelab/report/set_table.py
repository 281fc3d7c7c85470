"""The table of sets: a line per set, a column per measure, for HTML, terminal and window alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vaelab.report.words.numbers import MISSING, count, full, interval, short
from vaelab.sets.measures import MEASURES, SetMeasure, found_in


@dataclass(frozen=True, slots=True)
class SetCell:
    """A number of a set.

    Attributes:
        text: with three digits.
        below: its floor, or what else has to be read beside it; empty for nothing.
        full: everything, for a tooltip.
    """

    text: str
    below: str = ""
    full: str = ""


@dataclass(frozen=True, slots=True)
class SetTable:
    """All sets.

    Attributes:
        columns: the measures that any set has, in order.
        lines: label, pictures, and a cell for each column.
    """

    columns: tuple[SetMeasure, ...]
    lines: tuple[tuple[str, int | None, tuple[SetCell, ...]], ...]


def set_table(sets: Mapping[str, Mapping[str, Any]]) -> SetTable:
    """Return the table.

    Args:
        sets: label to what the summary says of a set, or of a VAE.
    """
    found = {label: found_in(entry) for label, entry in sets.items()}
    found = {label: entries for label, entries in found.items() if entries}
    columns = tuple(
        measure for measure in MEASURES if any(measure.key in entries for entries in found.values())
    )
    lines = tuple(
        (
            label,
            next((entry.get("n") for entry in entries.values()), None),
            tuple(_cell(measure, entries.get(measure.key)) for measure in columns),
        )
        for label, entries in found.items()
    )
    return SetTable(columns, lines)


def _cell(measure: SetMeasure, entry: Mapping[str, Any] | None) -> SetCell:
    if entry is None:
        return SetCell(MISSING, full="no value")
    value = entry["value"]
    parts = [f"{full(value)}, n = {count(entry.get('n'))}"]
    below = []
    bounds = entry.get("ci95") or None
    if bounds:
        below.append(interval(bounds))
        parts.append(f"95 % interval {full(bounds[0])} to {full(bounds[1])}")
    if entry.get("std") is not None:
        below.append(f"± {short(entry['std'])}")
        parts.append(f"standard deviation over its parts {full(entry['std'])}")
    if entry.get("floor") is not None:
        below.append(f"floor {short(entry['floor'])}")
        parts.append(f"between two halves of the real set {full(entry['floor'])}")
    if entry.get("real") is not None:
        below.append(f"real {short(entry['real'])}")
        parts.append(f"of the real set {full(entry['real'])}")
    # Rounding leaves 1e-13 of two equal sets.
    tiny = abs(value) < 1e-9 and measure.ideal == 0.0
    return SetCell("0" if tiny else short(value), " · ".join(filter(None, below)), "; ".join(parts))
