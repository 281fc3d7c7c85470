"""The page of metrics: complete, as committed, and with the tolerances that the agreement tests assert."""

from __future__ import annotations

from pathlib import Path

import pytest
from project import ROOT

from vaelab.metrics import page
from vaelab.metrics.definitions import DEFINITIONS, OVER_THE_SET
from vaelab.metrics.registry import METRICS, all_columns

PAGE = ROOT / "docs" / "metrics.md"


def test_every_column_has_a_definition_and_no_definition_lacks_a_column() -> None:
    assert list(DEFINITIONS) == [column.name for column in all_columns()]
    for name, definition in {**DEFINITIONS, **OVER_THE_SET}.items():
        for text in (definition.formula, definition.moves, definition.silent):
            assert len(text) > 4, name
            assert text.endswith("."), name


def test_what_is_compared_has_a_reference_and_one_tolerance() -> None:
    for spec in METRICS:
        for column in spec.columns if spec.function else ():
            assert DEFINITIONS[column.name].reference, column.name
    for name, definition in DEFINITIONS.items():
        has_tolerance = (definition.absolute, definition.relative).count(None) == 1
        assert has_tolerance == bool(definition.reference), name


def test_the_committed_page_is_the_generated_one() -> None:
    assert PAGE.read_text("utf-8") == page.page(), "run python -m vaelab.metrics.page docs/metrics.md"


def test_the_page_names_everything_and_its_tables_are_tables() -> None:
    text = page.page()
    for spec in METRICS:
        assert f"\n## {spec.name}\n" in text
    for column in all_columns():
        assert f"| `{column.name}` |" in text
    for said in ("λ4·‖δ‖₂", "∞ on k of n", "ratio of means", "at most 1"):
        assert said in text
    width = 0
    for line in text.splitlines():
        cells = line.replace(r"\|", "").count("|") if line.startswith("|") else 0
        assert not (width and cells and cells != width), line
        width = cells


def test_the_command_writes_the_page(tmp_path: Path) -> None:
    assert page.main([str(tmp_path / "metrics.md")]) == 0
    assert (tmp_path / "metrics.md").read_text("utf-8") == page.page()


@pytest.mark.parametrize("arguments", [[], ["a", "b"]])
def test_the_command_needs_one_place(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert page.main(arguments) == 2
    assert "docs/metrics.md" in capsys.readouterr().err
