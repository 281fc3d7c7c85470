"""The formats of reports: a row of the table is offered, rendered and compared without another list."""

from __future__ import annotations

import pytest

from vaelab.cli.parser import build_parser
from vaelab.report.formats import table
from vaelab.report.formats.table import FORMATS, ReportFormat, comparison, render
from vaelab.report.run.data import RunData


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)
def test_every_row_renders_and_is_offered_with_its_ending(row: ReportFormat, photo_run: RunData) -> None:
    assert render(photo_run, row.name).strip()
    assert row.offer.endswith(f"(*.{row.name})")
    assert not row.copy or row.copy.endswith(row.title)
    chosen = build_parser().parse_args(["report", "RUN", "--format", row.name])
    assert chosen.format == row.name


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)
def test_what_compares_several_runs_is_what_the_command_takes(row: ReportFormat, photo_run: RunData) -> None:
    arguments = ["compare", "ONE", "TWO", "--format", row.name]
    if row.comparison:
        assert comparison([photo_run, photo_run], row.name).strip()
        assert build_parser().parse_args(arguments).format == row.name
    else:
        with pytest.raises(ValueError, match=row.name):
            comparison([photo_run, photo_run], row.name)
        with pytest.raises(SystemExit):
            build_parser().parse_args(arguments)


def test_a_new_row_is_enough(photo_run: RunData, monkeypatch: pytest.MonkeyPatch) -> None:
    new = ReportFormat("line", "Line", "text:footer", "Summary in a line (*.line)")
    monkeypatch.setattr(table, "FORMATS", (*FORMATS, new))
    assert render(photo_run, "line")
    with pytest.raises(ValueError, match="Did you mean 'line'"):
        render(photo_run, "lin")
