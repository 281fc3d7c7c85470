"""The rows of a run as a file: CSV, TSV, Markdown, Parquet, XLSX. To add a format, add a line to ``ROW_FORMATS``."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec

from vaelab.errors import UsageError
from vaelab.report.formats.frame import frame_of
from vaelab.report.formats.text import escape_markdown, spreadsheet_cell
from vaelab.report.run.data import RunData
from vaelab.results.records import Row
from vaelab.results.summary import EXCLUDED
from vaelab.run_folder.row_lines import cells, csv_line, header

MOST_XLSX_ROWS = 2**20 - 1
"""Of a sheet, under its header; Excel opens no more."""


@dataclass(frozen=True, slots=True)
class RowFormat:
    """A format of rows.

    Attributes:
        name: as people call it.
        render: the run as it is shown, and the rows to write, to the file's bytes.
        package: the library that writes it, beyond those that VAELab needs; empty where there is none. It is also what the
            format's extra installs.
    """

    name: str
    render: Callable[[RunData, Sequence[Row]], bytes]
    package: str = ""

    @property
    def is_installed(self) -> bool:
        """Whether it can be written here."""
        return not self.package or find_spec(self.package) is not None


def _lines(run: RunData, rows: Sequence[Row]) -> list[list[str]]:
    """The header, and the cells of each row: those of ``per_image.csv``, the weights of its score, whether it is excluded."""
    weights = _weights(run)
    body = ([*cells(row), weights, mark] for row, mark in zip(rows, _excluded(run, rows), strict=True))
    return [[*header(), "score_weights", "excluded"], *body]


def _excluded(run: RunData, rows: Sequence[Row]) -> list[str]:
    left_out = set(run.summary.get(EXCLUDED) or ())
    return ["yes" if row.image in left_out else "" for row in rows]


def _weights(run: RunData) -> str:
    return ",".join(f"{name}={value:g}" for name, value in run.weights.items())


def _csv(run: RunData, rows: Sequence[Row]) -> bytes:
    return "".join(csv_line(map(spreadsheet_cell, line)) for line in _lines(run, rows)).encode()


def _tsv(run: RunData, rows: Sequence[Row]) -> bytes:
    return "".join("\t".join(map(spreadsheet_cell, line)) + "\n" for line in _lines(run, rows)).encode()


def _markdown(run: RunData, rows: Sequence[Row]) -> bytes:
    head, *body = _lines(run, rows)
    rule = ["---" for _ in head]
    escaped = (map(escape_markdown, line) for line in body)
    return "".join("| " + " | ".join(line) + " |\n" for line in (head, rule, *escaped)).encode()


def _parquet(run: RunData, rows: Sequence[Row]) -> bytes:
    return bytes(frame_of(replace(run, rows=rows)).to_parquet(engine="pyarrow", index=False))


def _xlsx(run: RunData, rows: Sequence[Row]) -> bytes:
    if len(rows) > MOST_XLSX_ROWS:
        raise UsageError(
            f"a sheet holds {MOST_XLSX_ROWS:,} rows and this run has {len(rows):,}: write .parquet or .csv"
        )
    frame = frame_of(replace(run, rows=rows)).assign(
        score_weights=_weights(run), excluded=_excluded(run, rows)
    )
    for name in frame.columns:
        if frame[name].dtype.kind not in "iuf":
            frame[name] = [spreadsheet_cell(text) for text in frame[name].astype(str)]
    buffer = io.BytesIO()
    frame.to_excel(buffer, sheet_name="rows", index=False, engine="openpyxl", freeze_panes=(1, 2))
    return buffer.getvalue()


ROW_FORMATS: Mapping[str, RowFormat] = {
    "csv": RowFormat("CSV", _csv),
    "tsv": RowFormat("TSV", _tsv),
    "md": RowFormat("Markdown", _markdown),
    "parquet": RowFormat("Parquet", _parquet, "pyarrow"),
    "xlsx": RowFormat("XLSX", _xlsx, "openpyxl"),
}
"""Ending of a file's name to its format."""


def render_rows(run: RunData, rows: Sequence[Row], ending: str) -> bytes:
    """Return rows as the content of a file.

    Text that a spreadsheet would run as a formula has an apostrophe in front, but in Markdown and Parquet, which nothing runs.

    Args:
        run: as it is shown: by its weights, without its excluded images.
        rows: to write, with their scores by these weights.
        ending: of the file's name, one of ``ROW_FORMATS``.

    Raises:
        UsageError: there is no such format, the library that writes it is not installed, or it cannot hold so many rows.
    """
    chosen = ROW_FORMATS.get(ending)
    if chosen is None:
        raise UsageError(
            f"rows are not written as '.{ending}': let the file's name end in {', '.join(f'.{each}' for each in ROW_FORMATS)}"
        )
    if not chosen.is_installed:
        raise UsageError(
            f"{chosen.name} needs {chosen.package}, which is not installed: pip install 'vaelab[{ending}]', or write .csv"
        )
    return chosen.render(run, rows)
