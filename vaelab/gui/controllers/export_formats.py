"""What leaves the window: tables to the clipboard, reports to files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from vaelab.errors import RunFolderError, why
from vaelab.report.formats.contact_sheet import contact_sheet
from vaelab.report.formats.rows import render_rows
from vaelab.report.formats.table import render
from vaelab.report.formats.text import escape_markdown, spreadsheet_cell
from vaelab.report.run.data import RunData
from vaelab.report.words.numbers import full
from vaelab.results.records import Row
from vaelab.run_folder.store import write_atomic

SHEET_FORMAT = "sheet.png"
"""A contact sheet of originals above reconstructions."""


def save(run: RunData, fmt: str, path: Path, rows: Sequence[Row] = ()) -> None:
    """Write a report; the rows themselves when ``fmt`` begins with ``rows.``, a contact sheet when it is ``SHEET_FORMAT``.

    Args:
        run: as it is shown.
        fmt: name of a format, ``rows.`` and one of ROW_FORMATS, or ``SHEET_FORMAT``.
        path: where to.
        rows: all rows of the run with their scores by the weights of ``run``, for these.

    Raises:
        RunFolderError: the file cannot be written.
        UsageError: rows cannot be written in this format, or the run has saved no pictures for a sheet.
    """
    try:
        if fmt == SHEET_FORMAT:
            write_atomic(path, contact_sheet(run).png)
        elif fmt.startswith("rows."):
            write_atomic(path, render_rows(run, rows, fmt.removeprefix("rows.")))
        else:
            write_atomic(path, render(run, fmt).encode())
    except OSError as error:
        raise RunFolderError(f"'{path}' cannot be written: {why(error)}; choose another place") from error


def rows_tsv(rows: Sequence[Row], columns: Sequence[str], *, markdown: bool = False) -> str:
    """Return rows as tab-separated text, or as a Markdown table, with full numbers and a dot as the decimal sign.

    Each row stays one line and each cell one cell, whatever images and VAEs are called: control characters are written out.
    """
    head = ["image", "vae", *columns]
    body = [[row.image, row.vae, *(full(row.values.get(name)) for name in columns)] for row in rows]
    if not markdown:
        return "\n".join("\t".join(map(spreadsheet_cell, line)) for line in [head, *body]) + "\n"
    escaped = [[*map(escape_markdown, line[:2]), *line[2:]] for line in body]
    rule = ["---", "---", *["---:"] * len(columns)]
    return "\n".join("| " + " | ".join(line) + " |" for line in [head, rule, *escaped]) + "\n"
