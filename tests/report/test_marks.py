"""Best and second in a table: by direction, only where a test decides, for autoencoders."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from runs import report_runs
from runs.report_page import random_run, with_vae
from runs.result_rows import make_row, rows_of

from vaelab.report.formats.table import render
from vaelab.report.quantities import PUBLISHED, SCORE, Quantity, standing
from vaelab.report.run.data import RunData
from vaelab.report.summary_table import run_table

PSNR, RHO_G = (
    next(quantity for quantity in PUBLISHED if quantity.column.name == name) for name in ("psnr", "rho_G")
)


def marks_of(run: RunData, quantity: Quantity) -> dict[str, int]:
    table = run_table(run)
    return {line.label: table.mark(index, quantity) for index, line in enumerate(table.lines)}


def run_with(columns: Mapping[str, Sequence[float]], name: str = "lpips") -> RunData:
    """A run of autoencoders with these values of one column."""
    rows = [
        make_row(f"{place}.png", label, **{name: float(value)})
        for label, values in columns.items()
        for place, value in enumerate(values)
    ]
    return report_runs.run_of(rows, list(columns), baselines=())


def test_best_and_second_go_by_direction() -> None:
    """High, low and ideal columns each mark the nearest to what is wanted."""
    run = random_run({"a": 0.30, "b": 0.10, "c": 0.20}, baselines=())
    table = run_table(run)
    assert [line.label for line in table.lines] == ["b", "c", "a"]
    for quantity in PUBLISHED:
        if quantity.column.name == "ms":
            assert not any(table.mark(index, quantity) for index in range(3))  # all equal
        else:
            assert [table.mark(index, quantity) for index in range(3)] == [1, 2, 0], quantity.column.name
    lines = render(run, "md").splitlines()
    assert lines[2].startswith("| b | 1 a | **")
    assert lines[3].startswith("| c | 2 b | *")
    assert "*" not in lines[4]


def test_ratio_above_its_ideal_can_be_second() -> None:
    """1.02 is nearer to 1 than 0.9, though larger; 1.2 is farther."""
    spread = np.linspace(-0.01, 0.01, 10)
    run = run_with({"a": 1.2 + spread, "b": 0.9 + spread, "c": 1.02 + spread}, "gradient_ratio")
    assert marks_of(run, RHO_G) == {"a": 0, "b": 2, "c": 1}


def test_marks_and_comparisons_go_by_one_distance() -> None:
    """The mean of "swings" is exactly 1, and each of its images is half off: the comparison says so, and so does the mark."""
    run = run_with({"swings": [0.5, 1.5] * 6, "steady": [0.9] * 12}, "gradient_ratio")
    (entry,) = [item for item in run.summary["comparisons"] if item["metric"] == "gradient_ratio"]
    assert entry["verdict"] == "b"
    assert marks_of(run, RHO_G) == {"swings": 2, "steady": 1}
    assert [standing(vae, RHO_G) for vae in run.vaes.values()] == pytest.approx([0.5, 0.1])


def test_a_difference_of_a_millionth_is_not_bold() -> None:
    rng = np.random.default_rng(0)
    values = rng.uniform(0.1, 0.2, 30)
    other = values + rng.normal(0, 0.01, 30)
    other += values.mean() + 1e-6 - other.mean()
    run = run_with({"a": values, "b": other})
    assert marks_of(run, SCORE) == {"a": 0, "b": 0}
    assert "**" not in render(run, "md")


def test_below_six_images_nothing_is_bold() -> None:
    for count, bold in ((5, 0), (6, 1)):
        run = run_with({"a": [0.1] * count, "b": [0.3] * count})
        assert marks_of(run, SCORE)["a"] == bold


def test_ties_share_rank_and_mark() -> None:
    """Two VAEs that the images cannot tell apart are both best, and the third is second."""
    run = random_run({"a": 0.1, "b": 0.1, "c": 0.3}, baselines=())
    table = run_table(run)
    assert {line.label: line.place for line in table.lines} == {"a": "1 a", "b": "1 a", "c": "3 b"}
    assert [table.mark(index, SCORE) for index in range(3)] == [1, 1, 2]


def test_all_tied_has_no_mark() -> None:
    """Where nothing can be told apart, nothing is best."""
    run = random_run({"a": 0.1, "b": 0.1}, baselines=())
    assert marks_of(run, SCORE) == {"a": 0, "b": 0}


def test_what_is_beaten_is_never_best() -> None:
    """C is told from neither noisy A, which leads, but B beats it on all images; D is behind all."""
    rng = np.random.default_rng(0)
    base = rng.uniform(0.1, 0.2, 30)
    noisy = base + np.where(np.arange(30) % 2, 0.3, -0.09)
    noisy -= noisy.mean() - base.mean() + 0.005
    run = run_with({"A": noisy, "B": base, "C": base + 0.02, "D": base + 2})
    assert [line.place for line in run_table(run).lines] == ["1 ab", "1 a", "2 b", "4 c"]
    assert marks_of(run, SCORE) == {"A": 1, "B": 1, "C": 2, "D": 0}


columns = st.lists(
    st.lists(st.sampled_from([20.0, 25.0, 30.0, 31.0, 40.0, math.inf]), min_size=9, max_size=9),
    min_size=2,
    max_size=4,
)


@settings(deadline=None, max_examples=50)
@given(columns)
def test_no_mark_contradicts_a_comparison(values: list[list[float]]) -> None:
    run = run_with({f"vae {place}": each for place, each in enumerate(values)}, "psnr")
    marks = marks_of(run, PSNR)
    beaten = {
        item["b"] if item["verdict"] == "a" else item["a"]: item["a"] if item["verdict"] == "a" else item["b"]
        for item in run.summary["comparisons"]
        if item["metric"] == "psnr" and item["verdict"] != "tie"
    }
    for loser, winner in beaten.items():
        assert marks[loser] != 1
        assert not marks[loser] or 0 < marks[winner] <= marks[loser]
    assert any(marks.values()) == bool(beaten)


def test_baselines_are_badged_and_get_no_mark(photo_run: RunData, photo_page: str) -> None:
    """Identity is perfect, but the stars are for autoencoders; among baselines only, they do compete."""
    table = run_table(photo_run)
    assert table.lines[0].label == "identity"
    assert all(mark == 0 for (index, _), mark in table.marks.items() if table.lines[index].baseline)
    assert photo_page.count(">baseline<") >= 2
    alone = random_run({"identity": 0.0, "blur:2": 0.3})
    assert run_table(alone).mark(0, PUBLISHED[1]) == 1
    # VAEs that failed leave the marks to those that were measured.
    for label in ("broken", "lost"):
        alone = with_vae(alone, label, baseline=False, error="gone", images_ok=0)
    assert run_table(alone).mark(0, PUBLISHED[1]) == 1


def test_a_baseline_changes_no_mark() -> None:
    run = random_run({"a": 0.2, "b": 0.1, "c": 0.1}, baselines=())
    more = random_run({"a": 0.2, "b": 0.1, "c": 0.1, "identity": 0.0})
    for quantity in PUBLISHED:
        marks = marks_of(more, quantity)
        assert marks.pop("identity") == 0
        assert all(mark in (0, 1, 2) for mark in marks.values())
    alone = run_with({"a": [0.2] * 8, "b": [0.1] * 8})
    rows = [*alone.rows, *rows_of("identity", [0.0] * 8)]
    beside = report_runs.run_of(rows, ["a", "b", "identity"])
    for quantity in PUBLISHED:
        marks = marks_of(beside, quantity)
        assert marks.pop("identity") == 0
        assert marks == marks_of(alone, quantity)
    assert set(marks_of(run, SCORE)) == {"a", "b", "c"}


def test_a_vae_that_stands_apart_has_neither_rank_nor_mark() -> None:
    rows = rows_of("a", [0.2] * 12) + rows_of("b", [0.3] * 12) + rows_of("few", [0.01] * 5)
    rows += [make_row(f"{place}.png", "few", "failed") for place in range(5, 12)]
    run = report_runs.run_of(rows, ["a", "b", "few"], baselines=())
    table = run_table(run)
    assert [(line.label, line.place, line.n) for line in table.lines] == [
        ("a", "1 a", 12),
        ("b", "2 b", 12),
        ("few", "–", 5),
    ]
    assert marks_of(run, SCORE) == {"a": 1, "b": 2, "few": 0}


def test_infinite_psnr_is_shown_as_such(photo_run: RunData) -> None:
    """Identity's PSNR is ∞ in tables and ``inf`` in CSV, never empty."""
    assert "| ∞ |" in render(photo_run, "md").splitlines()[2]
    rows = list(csv.DictReader(io.StringIO(render(photo_run, "csv"))))
    assert rows[0]["vae"] == "identity"
    assert rows[0]["psnr"] == "inf"
