"""What leaves the window: tables to the clipboard, reports to files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from vaelab.errors import RunFolderError, harmless, why
from vaelab.report import render
from vaelab.report.formats.text import escape_markdown, spreadsheet_cell
from vaelab.report.run.data import RunData
from vaelab.report.words.numbers import full
from vaelab.results.records import Row
from vaelab.results.summary import EXCLUDED
from vaelab.run_folder.row_lines import cells, csv_line, header
from vaelab.run_folder.store import write_atomic

FORMATS: Mapping[str, str] = {
    "html": "HTML",
    "md": "Markdown",
    "csv": "CSV",
    "json": "JSON",
    "tsv": "TSV",
    "bbcode": "BBCode",
}


def table(run: RunData, fmt: Any) -> str:
    """Return the summary table as text."""
    return render(run, fmt)


def save(run: RunData, fmt: Any, path: Path, rows: Sequence[Row] = ()) -> None:
    """Write a report; the rows themselves when ``fmt`` is ``rows``.

    Args:
        run: as it is shown.
        fmt: one of FORMATS, or ``rows``.
        path: where to.
        rows: all rows of the run with their scores by the weights of ``run``, for ``rows``.

    Raises:
        RunFolderError: the file cannot be written.
    """
    try:
        if fmt == "rows":
            write_atomic(path, rows_csv(run, rows).encode())
        else:
            write_atomic(path, render(run, fmt).encode())
    except OSError as error:
        raise RunFolderError(f"'{path}' cannot be written: {why(error)}; choose another place") from error


def rows_csv(run: RunData, rows: Sequence[Row]) -> str:
    """Return rows as ``per_image.csv`` has them, with two more columns: the weights of their scores, and whether excluded.

    It is for spreadsheets: what these would compute as a formula has an apostrophe in front (``spreadsheet_cell``).
    """
    left_out = set(run.summary.get(EXCLUDED) or ())
    weights = ",".join(f"{name}={value:g}" for name, value in run.weights.items())
    lines = [csv_line([*header(), "score_weights", "excluded"])]
    lines += [
        csv_line([*map(spreadsheet_cell, cells(row)), weights, "yes" if row.image in left_out else ""])
        for row in rows
    ]
    return "".join(lines)


def rows_tsv(rows: Sequence[Row], columns: Sequence[str], *, markdown: bool = False) -> str:
    """Return rows as tab-separated text, or as a Markdown table, with full numbers and a dot as the decimal sign.

    Each row stays one line and each cell one cell, whatever images and VAEs are called: control characters are written out.
    """
    head = ["image", "vae", *columns]
    body = [[row.image, row.vae, *(full(row.values.get(name)) for name in columns)] for row in rows]
    if not markdown:
        return "\n".join("\t".join(map(spreadsheet_cell, line)) for line in [head, *body]) + "\n"
    escaped = [[*map(escape_markdown, map(harmless, line[:2])), *line[2:]] for line in body]
    rule = ["---", "---", *["---:"] * len(columns)]
    return "\n".join("| " + " | ".join(line) + " |" for line in [head, rule, *escaped]) + "\n"
