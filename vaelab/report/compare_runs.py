"""One table over several runs, with everything that sets them apart named at its top."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from vaelab.errors import harmless
from vaelab.report.formats import text
from vaelab.report.palette import style_of
from vaelab.report.run.data import RunData, run_names
from vaelab.report.run.merge import merge, merged_labels
from vaelab.report.summary_table import PUBLISHED, Table, run_table
from vaelab.report.words import notes, protocol
from vaelab.report.words.headline import found_by_score


@dataclass(frozen=True)
class Comparison:
    """Several runs side by side.

    Attributes:
        table: a line per VAE and run.
        merged: the runs as one; None where they were measured differently, so that nothing is ranked.
        sentences: what the comparison says, and of which images it is made.
    """

    table: Table
    merged: RunData | None
    sentences: tuple[str, ...]


def comparison(runs: Sequence[RunData], fmt: Literal["md", "html", "csv", "json"]) -> str:
    """Return the summary table over several runs.

    Runs that measured alike are compared as the VAEs of one run are: over the images that all have finished, told apart by
    content, and best and second are marked where a test decides. Where anything differs, the lines stay with their runs and
    nothing is marked; CSV and JSON name the run in each line.

    Raises:
        ValueError: for another format.
    """
    differences = protocol.protocol_differences(runs)
    remarks = [*protocol.image_differences(runs), *protocol.device_differences(runs)]
    names = run_names(tuple(runs))
    found = compare_runs(runs, names, always_name=fmt in ("csv", "json"))
    match fmt:
        case "md":
            lines = [f"{name}: {protocol.line(run)}" for name, run in zip(names, runs, strict=True)]
            footer = [" ".join(found.sentences), *remarks, *lines]
            return text.markdown(found.table, footer, [f"Not comparable. {each}" for each in differences])
        case "csv":
            return text.summary_csv(found.table, weights=runs[0].weights if found.merged else None)
        case "html":
            from vaelab.report.formats.html import comparison_html  # Jinja is needed here only

            return comparison_html(
                found.table, found.sentences, differences, remarks, list(zip(names, runs, strict=True))
            )
        case "json":
            content = {
                "protocol_differences": differences,
                "notes": remarks,
                "runs": [
                    {"run": name, "protocol": protocol.line(run)}
                    for name, run in zip(names, runs, strict=True)
                ],
                "says": list(found.sentences),
                "common": None if found.merged is None else found.merged.summary["common"],
                "comparisons": list(found.table.comparisons),
                "lines": [
                    {
                        "run": line.run,
                        "vae": line.label,
                        "rank": line.rank,
                        "letters": line.letters,
                        **line.vae,
                    }
                    for line in found.table.lines
                ],
            }
            return harmless(json.dumps(content, indent=1, ensure_ascii=False, allow_nan=False), "\n") + "\n"
        case _:
            raise ValueError(f"no such format: {fmt}")


def compare_runs(runs: Sequence[RunData], names: Sequence[str], *, always_name: bool = False) -> Comparison:
    """Compare runs; a line names its run where a label occurs in several, or always when asked."""
    if protocol.protocol_differences(runs):
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


def _side_by_side(runs: Sequence[RunData], names: Sequence[str], *, always_name: bool) -> Table:
    tables = [run_table(run) for run in runs]
    labels = Counter(line.label for table in tables for line in table.lines)
    lines = [
        replace(line, run=name if always_name or labels[line.label] > 1 else "", rank=None, letters="")
        for table, name in zip(tables, names, strict=True)
        for line in table.lines
    ]
    return Table(tuple(replace(line, style=style_of(index)) for index, line in enumerate(lines)), PUBLISHED)
