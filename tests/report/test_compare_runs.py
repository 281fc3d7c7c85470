"""Several runs in one table: what the VAEs of one run would get, over the images in common."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from runs import report_runs
from runs.report_page import Page, changed, random_run, with_settings
from runs.result_rows import make_row, rows_of

from vaelab.report.compare_runs import compare_runs
from vaelab.report.formats.table import comparison
from vaelab.report.quantities import PUBLISHED, SCORE
from vaelab.report.run.data import RunData
from vaelab.report.summary_table import SummaryTable, run_table
from vaelab.results.records import Row


def run_of(name: str, rows: Sequence[Row], *labels: str, **settings: Any) -> RunData:
    return replace(report_runs.run_of(rows, labels, baselines=(), **settings), folder=Path(name))


def values_of(seed: int, shift: float, count: int = 20) -> np.ndarray:
    return np.random.default_rng(seed).uniform(0.1, 0.2, count) + shift


def said_of(table: SummaryTable) -> dict[str, tuple[Any, ...]]:
    """Everything a table says of each VAE."""
    return {
        line.label: (
            line.place, line.n, line.vae["J"], line.vae["rho_G"], line.vae["metrics"]["lpips"]["mean"],
            *(table.mark(index, quantity) for quantity in PUBLISHED),
        )
        for index, line in enumerate(table.lines)
    }  # fmt: skip


def test_two_runs_say_what_one_run_of_all_vaes_says(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = {
        "a": rows_of("a", values_of(1, 0.0)),
        "b": rows_of("b", values_of(2, 0.01)),
        "c": rows_of("c", values_of(3, 0.08)),
    }
    together = run_of("all", [row for rows in parts.values() for row in rows], *parts)
    monkeypatch.setattr("vaelab.report.run.merge.with_results", _with_fewer_resamples())
    found = compare_runs(
        [run_of("one", [*parts["a"], *parts["b"]], "a", "b"), run_of("two", parts["c"], "c")], ["one", "two"]
    )
    expected = run_table(together)
    assert said_of(found.table) == said_of(expected)
    assert [line.label for line in found.table.lines] == [line.label for line in expected.lines]
    assert list(found.table.comparisons) == list(expected.comparisons)


def _with_fewer_resamples() -> Any:
    from vaelab.results.summary import with_results

    return lambda frame, rows, latents, **options: with_results(
        frame, rows, latents, report_runs.RESAMPLES, **options
    )


def test_images_are_the_same_by_content_whatever_their_names() -> None:
    a = run_of("a", [make_row(f"{i}.png", "v", lpips=0.1, content=f"picture {i}") for i in range(8)], "v")
    b = run_of(
        "b", [make_row(f"copy of {i}.jpg", "w", lpips=0.2, content=f"picture {i}") for i in range(8)], "w"
    )
    found = compare_runs([a, b], ["a", "b"])
    assert [(line.label, line.n, line.place) for line in found.table.lines] == [
        ("v", 8, "1 a"),
        ("w", 8, "2 b"),
    ]
    # And equal names with other bytes are other images.
    c = run_of("c", [make_row(f"{i}.png", "w", lpips=0.2, content=f"other {i}") for i in range(8)], "w")
    assert "Images: none in common" in comparison([a, c], "md")


def test_failing_on_the_hard_images_of_another_run_does_not_win() -> None:
    easy, hard = values_of(1, 0.0, 15), [1.0] * 5
    worse = [make_row(f"{i}.png", "B", lpips=value + 0.05) for i, value in enumerate(easy)]
    worse += [make_row(f"{i}.png", "B", "failed") for i in range(15, 20)]
    runs = [run_of("one", rows_of("A", [*easy, *hard]), "A"), run_of("two", worse, "B")]
    found = compare_runs(runs, ["one", "two"])
    assert [(line.label, line.n) for line in found.table.lines] == [("A", 15), ("B", 15)]
    assert [found.table.mark(index, SCORE) for index in range(2)] == [1, 2]
    text = comparison(runs, "md")
    assert "A (0." in text
    assert "B failed on 5 images (15.png, 16.png, 17.png, 18.png, 19.png)." in text
    assert text.splitlines()[2].endswith("| 15 |")


def test_equal_names_of_other_images_are_kept_apart() -> None:
    rows = [make_row(f"{i}.png", "w", lpips=0.2) for i in range(8)]
    rows += [make_row("8.png", "w", "failed", content="another")]
    own = [*rows_of("v", [0.1] * 9), make_row("b.png", "v", lpips=0.1, content="another")]
    runs = [run_of("one", own, "v"), run_of("two", rows, "w")]
    found = compare_runs(runs, ["one", "two"])
    assert {line.n for line in found.table.lines} == {8}
    # What both have tried is called as the first run calls it.
    assert "w failed on 1 image (b.png)." in " ".join(found.sentences)


def test_a_run_over_fewer_and_easier_images_is_compared_on_those(tmp_path: Path) -> None:
    """B's run has 30 easy images of A's 100 and is worse on each: it is no VAE that failed on the others."""
    hard, easy = [0.9] * 70, values_of(1, 0.0, 30)
    a = [make_row(f"{i}.png", "A", lpips=value) for i, value in enumerate([*easy, *hard])]
    b = [make_row(f"{i}.png", "B", lpips=value + 0.01) for i, value in enumerate(easy)]
    runs = [run_of("one", a, "A"), run_of("two", b, "B")]
    found = compare_runs(runs, ["one", "two"])
    assert [(line.label, line.n, line.place, line.apart) for line in found.table.lines] == [
        ("A", 30, "1 a", ""),
        ("B", 30, "2 b", ""),
    ]
    assert not any("not compared" in said or "failed" in said for said in found.sentences)


def test_a_difference_of_a_millionth_across_runs_is_not_bold() -> None:
    values = values_of(1, 0.0)
    other = values + np.random.default_rng(2).normal(0, 0.01, 20)
    other += values.mean() + 1e-6 - other.mean()
    runs = [run_of("one", rows_of("v", values), "v"), run_of("two", rows_of("w", other), "w")]
    text = comparison(runs, "md")
    assert "**" not in text
    assert [line.split("|")[2].strip() for line in text.splitlines()[2:4]] == ["1 a", "1 a"]
    assert "do not tell v (" in text


def test_comparison_marks_across_equal_runs_and_prefixes_clashing_labels() -> None:
    """Lines of equal protocols are sorted together; a label that occurs twice names its run."""
    a = replace(random_run({"mini": 0.2, "other": 0.3}, baselines=()), folder=Path("run-a"))
    b = replace(random_run({"mini": 0.1}, baselines=()), folder=Path("run-b"))
    lines = [line for line in comparison([a, b], "md").splitlines() if line.startswith("|")]
    assert [line.split("|")[1].strip() for line in lines[2:]] == ["run-b: mini", "run-a: mini", "other"]
    assert "**" in lines[2]
    assert "**" not in lines[3]
    table = list(csv.DictReader(io.StringIO(comparison([a, b], "csv"))))
    assert [(row["run"], row["vae"], row["rank"], row["letters"], row["n"]) for row in table] == [
        ("run-b", "mini", "1", "a", "40"),
        ("run-a", "mini", "2", "b", "40"),
        ("run-a", "other", "3", "c", "40"),
    ]
    page = Page(comparison([a, b], "html"))
    assert [row[0] for row in page.rows].count("run-b: mini") == 1
    assert "run-b: mini (0.4" in page.text


def test_different_protocols_are_named_on_top_and_never_ranked() -> None:
    """The differences come before the table, and nothing is best or second."""
    a = replace(random_run({"mini": 0.2}, baselines=()), folder=Path("run-a"))
    b = replace(with_settings(random_run({"mini": 0.1}, baselines=()), size=1024), folder=Path("run-b"))
    text = comparison([a, b], "md")
    assert text.startswith("- Not comparable. Working size: 512 px crop (run-a); 1024 px crop (run-b)")
    assert "**" not in text
    page = comparison([a, b], "html")
    assert 'class="best"' not in page
    assert "Working size" in Page(page).text
    found = json.loads(comparison([a, b], "json"))
    assert len(found["protocol_differences"]) == 1
    assert [(line["run"], line["rank"], line["letters"]) for line in found["lines"]] == [
        ("run-a", None, ""),
        ("run-b", None, ""),
    ]


def test_runs_are_shown_by_the_weights_that_were_asked_for() -> None:
    weights = {**report_runs.WEIGHTS, "lpips": 3.0}
    runs = [
        changed(run_of(name, rows_of(label, [value] * 8), label), weights=weights)
        for name, label, value in (("one", "v", 0.1), ("two", "w", 0.2))
    ]
    found = compare_runs(runs, ["one", "two"])
    assert [line.vae["J"] for line in found.table.lines] == pytest.approx([0.3, 0.6])
    assert "lpips 3" in comparison(runs, "md")
    (first, _) = csv.DictReader(io.StringIO(comparison(runs, "csv")))
    assert (first["weight_lpips"], first["J"][:4]) == ("3", "0.30")
