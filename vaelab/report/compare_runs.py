"""One table over several runs, with everything that sets them apart named at its top."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vaelab.report.palette import style_of
from vaelab.report.quantities import PUBLISHED
from vaelab.report.run.data import RunData
from vaelab.report.run.merge import merge, merged_labels
from vaelab.report.summary_table import SummaryTable, run_table
from vaelab.report.words import notes
from vaelab.report.words.differences import protocol_differences
from vaelab.report.words.headline import found_by_score


@dataclass(frozen=True)
class Comparison:
    """Several runs side by side.

    Attributes:
        table: a line per VAE and run.
        merged: the runs as one; None where they were measured differently, so that nothing is ranked.
        sentences: what the comparison says, and of which images it is made.
    """

    table: SummaryTable
    merged: RunData | None
    sentences: tuple[str, ...]


def compare_runs(runs: Sequence[RunData], names: Sequence[str], *, always_name: bool = False) -> Comparison:
    """Compare runs; a line names its run where a label occurs in several, or always when asked."""
    if protocol_differences(runs):
        return Comparison(_side_by_side(runs, names, always_name=always_name), None, ())
    merged = merge(runs, names)
    table = run_table(merged)
    origin = {
        called: (name, label)
        for name, labels in zip(names, merged_labels(runs, names), strict=True)
        for label, called in labels.items()
    }
    lines = []
    for line in table.lines:
        name, label = origin[line.label]
        lines.append(replace(line, label=label, run=name if always_name or label != line.label else ""))
    said = (*found_by_score(merged), *notes.notes(merged))
    return Comparison(replace(table, lines=tuple(lines)), merged, tuple(map(str, said)))


def _side_by_side(runs: Sequence[RunData], names: Sequence[str], *, always_name: bool) -> SummaryTable:
    tables = [run_table(run) for run in runs]
    labels = Counter(line.label for table in tables for line in table.lines)
    lines = [
        replace(line, run=name if always_name or labels[line.label] > 1 else "", rank=None, letters="")
        for table, name in zip(tables, names, strict=True)
        for line in table.lines
    ]
    return SummaryTable(
        tuple(replace(line, style=style_of(index)) for index, line in enumerate(lines)), PUBLISHED
    )
