"""The report's tables of precisions: a VAE's values in other precisions less those in fp32."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vaelab.metrics.base import Column
from vaelab.report.precision_groups import PrecisionDifference, PrecisionGroup, precision_groups
from vaelab.report.run.data import RunData
from vaelab.report.summary_table import SummaryLine
from vaelab.report.words.numbers import MISSING, full, interval
from vaelab.report.words.precision import signed_short
from vaelab.text import images


@dataclass(frozen=True, slots=True)
class DifferenceCell:
    """A difference: as it is shown, its interval, and in full."""

    text: str
    below: str
    full: str


@dataclass(frozen=True, slots=True)
class PrecisionRow:
    """A VAE, what it ran in, and a cell for each column."""

    line: SummaryLine
    precision: str
    cells: tuple[DifferenceCell, ...]


@dataclass(frozen=True, slots=True)
class PrecisionTable:
    """One VAE's table: its line in fp32, the columns, and the others."""

    reference: SummaryLine
    columns: tuple[Column, ...]
    lines: tuple[PrecisionRow, ...]


def precision_tables(run: RunData, lines: Sequence[SummaryLine]) -> list[PrecisionTable]:
    """Return a table for each VAE that the run measured in fp32 and in other precisions."""
    by_label = {line.label: line for line in lines}
    return [_table(group, by_label) for group in precision_groups(run)]


def _table(group: PrecisionGroup, lines: dict[str, SummaryLine]) -> PrecisionTable:
    columns = tuple(
        dict.fromkeys(difference.column for line in group.lines for difference in line.differences)
    )
    rows = []
    for line in group.lines:
        known = {difference.column: difference for difference in line.differences}
        cells = tuple(_cell(known.get(column)) for column in columns)
        rows.append(PrecisionRow(lines[line.label], line.precision, cells))
    return PrecisionTable(lines[group.reference], columns, tuple(rows))


def _cell(difference: PrecisionDifference | None) -> DifferenceCell:
    if difference is None or difference.mean is None:
        return DifferenceCell(MISSING, "", "no finite difference")
    sign = "" if difference.mean == 0 else ("≈", "▲", "▼")[difference.decided]
    unit = f" {difference.column.unit}" if difference.column.unit else ""
    text = f"{signed_short(difference.mean)}{unit} {sign}".strip()
    words = f"mean difference {full(difference.mean)} over {images(difference.n)}"
    return DifferenceCell(text, interval(difference.bounds), words)
