"""The figures of the test charts as a table: one line a figure, the original's value and each VAE's beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vaelab.charts.figures import FIGURES, ChartFigure
from vaelab.charts.measure import ChartReading, ChartRecord
from vaelab.charts.text import MISSING
from vaelab.report.words import numbers


@dataclass(frozen=True, slots=True)
class ChartCell:
    """One value.

    Attributes:
        text: as it is shown.
        change: how far it is from the original's, as it is shown; empty for the original and where neither says anything.
        full: the value in full, or why there is none.
    """

    text: str
    change: str
    full: str


@dataclass(frozen=True, slots=True)
class ChartLine:
    """One figure: the original's value, then each VAE's."""

    figure: ChartFigure
    original: ChartCell
    vaes: tuple[ChartCell, ...]


def chart_lines(record: ChartRecord) -> list[ChartLine]:
    """Return a line for every figure that somebody has a value or a reason of; the VAEs are in the record's order."""
    lines = []
    for figure in FIGURES:
        name = figure.column.name
        readings = (record.original, *record.vaes.values())
        if not any(name in each.values for each in readings):
            continue
        lines.append(
            ChartLine(
                figure,
                _cell(figure, record.original, None),
                tuple(_cell(figure, each, record.original.values.get(name)) for each in record.vaes.values()),
            )
        )
    return lines


def _cell(figure: ChartFigure, reading: ChartReading, original: float | None) -> ChartCell:
    name = figure.column.name
    value = reading.values.get(name)
    if value is None:
        return ChartCell(numbers.MISSING, "", reading.reasons.get(name, "not measured"))
    digits = figure.column.digits
    change = ""
    if original is not None and figure.column.better == "none":
        change = signed(value - original, digits)
    return ChartCell(f"{value:.{digits}f}".replace("-", "\N{MINUS SIGN}"), change, numbers.full(value))


def signed(value: float, digits: int) -> str:
    """Return a difference with its sign and so many decimals; ``±0`` for none that shows."""
    text = f"{value:+.{digits}f}"
    if not text.strip("+-0."):
        return "±0"
    return text.replace("-", "\N{MINUS SIGN}")


def chart_notes(record: ChartRecord) -> list[str]:
    """Return what is to be said under the table: why a figure is missing, and what was done that changes numbers."""
    found = []
    if any(MISSING in each.reasons.values() for each in (record.original, *record.vaes.values())):
        found.append(f"Character error rate: {MISSING}.")
    for label, reading in record.vaes.items():
        reasons: dict[str, list[str]] = {}
        for figure in FIGURES:
            reason = reading.reasons.get(figure.column.name)
            if reason and reason != MISSING:
                reasons.setdefault(reason, []).append(figure.column.label)
        found += [f"{label}: {', '.join(names)}: {reason}." for reason, names in reasons.items()]
        found += [f"{label}: {note}." for note in reading.notes]
    return found


def curves_of(record: ChartRecord, edge: str) -> Mapping[str, tuple[float, ...]]:
    """Return the MTF of an edge by VAE, the original's under ""."""
    found = {"": record.original.curves.get(edge, ())} | {
        label: reading.curves.get(edge, ()) for label, reading in record.vaes.items()
    }
    return {label: curve for label, curve in found.items() if curve}
