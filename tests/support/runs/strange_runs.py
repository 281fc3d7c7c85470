"""A small run folder, and ways to damage it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from runs.report_runs import random_rows, run_of

from vaelab.results.records import Row
from vaelab.run_folder.store import RunFolder
from vaelab.vae.base import LatentFacts

LABELS = ("one", "two")


def facts(place: int = 0) -> LatentFacts:
    return LatentFacts(16, (0.1 * place, 0.2), (1.0, 1.0), (3.0, 4.0), (0.5, 0.5))


def write_run(folder: Path, rows: list[Row] | None = None, images: int = 6) -> Path:
    """A finished run of two VAEs with latents, all of it made by VAELab."""
    rows = rows if rows is not None else random_rows(images, {"one": 0.1, "two": 0.3})
    written = RunFolder.create(folder)
    for place, row in enumerate(rows):
        written.append(row, facts(place) if row.vae == "one" else None)
    written.write_summary(run_of(rows, LABELS).summary)
    written.close()
    return folder


def table_of(folder: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO((folder / "per_image.csv").read_bytes().decode(), newline="")))


def write_table(folder: Path, table: list[list[str]]) -> None:
    buffer = io.StringIO()
    csv.writer(buffer).writerows(table)
    (folder / "per_image.csv").write_bytes(buffer.getvalue().encode())


def set_cell(folder: Path, column: str, text: str, line: int = 3) -> None:
    """Change a cell; line 2 is the first row."""
    table = table_of(folder)
    table[line - 1][table[0].index(column)] = text
    write_table(folder, table)


def change_summary(folder: Path, path: list[str], value: Any) -> None:
    summary = json.loads((folder / "summary.json").read_text("utf-8"))
    inner = summary
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    (folder / "summary.json").write_text(json.dumps(summary), "utf-8")
