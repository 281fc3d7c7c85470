"""One table over several runs, with everything that sets them apart named at its top."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from vaelab.report import protocol, text
from vaelab.report.data import RunData, run_names
from vaelab.report.palette import style_of
from vaelab.report.table import PUBLISHED, SCORE, Table, distance, marked, run_table


def comparison(runs: Sequence[RunData], fmt: Literal["md", "html", "csv", "json"]) -> str:
    """Return the summary table over several runs.

    Runs that measured alike are sorted by J together and the best and second are marked. Where anything differs, the
    lines stay with their runs and nothing is marked; CSV and JSON name the run in each line.

    Raises:
        ValueError: for another format.
    """
    differences = protocol.protocol_differences(runs)
    notes = protocol.device_differences(runs)
    names = run_names(tuple(runs))
    table = comparison_table(runs, names, ranked=not differences, always_name=fmt in ("csv", "json"))
    match fmt:
        case "md":
            lines = [f"{name}: {protocol.line(run)}" for name, run in zip(names, runs, strict=True)]
            return text.markdown(table, [*notes, *lines], [f"Not comparable. {each}" for each in differences])
        case "csv":
            return text.summary_csv(table)
        case "html":
            from vaelab.report.html import comparison_html  # Jinja is needed here only

            return comparison_html(table, differences, notes, list(zip(names, runs, strict=True)))
        case "json":
            return (
                json.dumps(
                    {
                        "protocol_differences": differences,
                        "notes": notes,
                        "lines": [{"run": line.run, "vae": line.label, **line.vae} for line in table.lines],
                    },
                    indent=1,
                    ensure_ascii=False,
                    allow_nan=False,
                )
                + "\n"
            )
        case _:
            raise ValueError(f"no such format: {fmt}")


def comparison_table(
    runs: Sequence[RunData], names: Sequence[str], *, ranked: bool, always_name: bool
) -> Table:
    """Return all lines of all runs; a line names its run where a label occurs in several, or always when asked."""
    tables = [run_table(run) for run in runs]
    labels = Counter(line.label for table in tables for line in table.lines)
    lines = [
        replace(line, run=name if always_name or labels[line.label] > 1 else "", rank=None, tied=False)
        for table, name in zip(tables, names, strict=True)
        for line in table.lines
    ]
    lines = [replace(line, style=style_of(index)) for index, line in enumerate(lines)]
    if not ranked:
        return Table(tuple(lines), PUBLISHED)

    def by_score(index: int) -> tuple[bool, float]:
        far = distance(SCORE.column, SCORE.value(lines[index].vae))
        return far is None, far or 0.0

    # Ties were tested within each run only, so marks follow the means here.
    return marked([lines[index] for index in sorted(range(len(lines)), key=by_score)], PUBLISHED, {})
