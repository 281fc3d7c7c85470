"""Several runs in one table."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

from report_page import Page, random_run, with_settings

from vaelab.report import comparison


def test_comparison_marks_across_equal_runs_and_prefixes_clashing_labels() -> None:
    """Lines of equal protocols are sorted together; a label that occurs twice names its run."""
    a = replace(random_run({"mini": 0.2, "other": 0.3}, baselines=()), folder=Path("run-a"))
    b = replace(random_run({"mini": 0.1}, baselines=()), folder=Path("run-b"))
    lines = [line for line in comparison([a, b], "md").splitlines() if line.startswith("|")]
    assert [line.split("|")[1].strip() for line in lines[2:]] == ["run-b: mini", "run-a: mini", "other"]
    assert "**" in lines[2]
    assert "**" not in lines[3]
    table = list(csv.DictReader(io.StringIO(comparison([a, b], "csv"))))
    assert [(row["run"], row["vae"]) for row in table] == [
        ("run-b", "mini"),
        ("run-a", "mini"),
        ("run-a", "other"),
    ]
    assert Page(comparison([a, b], "html")).text.count("run-b: mini") == 1


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
    assert [line["run"] for line in found["lines"]] == ["run-a", "run-b"]
