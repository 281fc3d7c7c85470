"""What leaves the window: tables to the clipboard, reports to files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from vaelab.errors import RunFolderError
from vaelab.records import Row
from vaelab.report import render
from vaelab.report.data import RunData
from vaelab.report.numbers import full
from vaelab.store import ROWS, write_atomic

FORMATS: Mapping[str, str] = {
    "html": "HTML",
    "md": "Markdown",
    "csv": "CSV",
    "json": "JSON",
}


def table(run: RunData, fmt: Any) -> str:
    """Return the summary table as text."""
    return render(run, fmt)


def save(run: RunData, fmt: Any, path: Path) -> None:
    """Write a report; the rows themselves when ``fmt`` is ``rows``.

    Raises:
        RunFolderError: the file cannot be written.
    """
    try:
        if fmt == "rows":
            assert run.folder is not None
            write_atomic(path, (run.folder / ROWS).read_bytes())
        else:
            write_atomic(path, render(run, fmt).encode())
    except OSError as error:
        raise RunFolderError(
            f"'{path}' cannot be written: {error.strerror or error}; choose another place"
        ) from error


def rows_tsv(rows: Sequence[Row], columns: Sequence[str], *, markdown: bool = False) -> str:
    """Return rows as tab-separated text, or as a Markdown table, with full numbers and a dot as the decimal sign."""
    head = ["image", "vae", *columns]
    body = [[row.image, row.vae, *(full(row.values.get(name)) for name in columns)] for row in rows]
    if not markdown:
        return "\n".join("\t".join(line) for line in [head, *body]) + "\n"
    escaped = [[cell.replace("|", "\\|") for cell in line] for line in body]
    rule = ["---", "---", *["---:"] * len(columns)]
    return "\n".join("| " + " | ".join(line) + " |" for line in [head, rule, *escaped]) + "\n"
