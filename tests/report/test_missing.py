"""What can be missing: images, VAEs, metrics, the marker, the end of the run."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from runs import report_runs
from runs.report_page import FORMATS, LABELS, Page, changed
from runs.result_rows import make_row
from runs.strange_runs import change_summary, set_cell, table_of, write_run, write_table

from vaelab.cli.parser import main
from vaelab.report.formats.table import render
from vaelab.report.formats.terminal import outcome_lines
from vaelab.report.run.data import RunData
from vaelab.report.run.load import load_run
from vaelab.report.summary_table import run_table
from vaelab.report.words.headline import verdict


@pytest.mark.parametrize("fmt", FORMATS)
def test_failed_vae_and_failed_images_are_said(fmt: str, photo_run: RunData) -> None:
    """A VAE that could not be loaded has a line without numbers, and HTML gives the reason."""
    run = changed(
        photo_run,
        vaes={
            **photo_run.vaes,
            "broken": {"source": "x.pt", "family": "unknown", "baseline": False, "error": "x.pt is cut off", "images_ok": 0,
                       "images_failed": 12, "metrics": {}, "precision": "fp32"},
        },
        images_failed=[{"image": "bad.png", "vae": None, "reason": "the file ends early"}],
    )  # fmt: skip
    text = render(run, fmt)  # type: ignore[arg-type]
    assert "broken" in text
    if fmt == "html":
        shown = Page(text).text
        for words in (
            "x.pt is cut off",
            "bad.png",
            "the file ends early",
            "broken could not be measured",
            "1 result failed",
        ):
            assert words in shown


@pytest.mark.parametrize("fmt", FORMATS)
def test_no_images_at_all(fmt: str) -> None:
    """A run without a single row still makes a report, and says that there is nothing."""
    run = report_runs.run_of([], [])
    text = render(run, fmt)  # type: ignore[arg-type]
    if fmt == "html":
        assert "No image was measured" in Page(text).text


def test_summary_with_the_least_content_renders() -> None:
    """A summary that holds nothing but its version does not break a report."""
    for fmt in FORMATS:
        assert render(RunData(None, {"schema_version": 1}), fmt)  # type: ignore[arg-type]


def test_without_marker_three_terms_and_a_word(photo_run: RunData) -> None:
    """With the marker off there is no γ, b or δ, J has three terms, and the report says so."""
    rows = [
        replace(
            row,
            values={
                k: v
                for k, v in row.values.items()
                if not k.startswith(("marker", "drift", "bright", "contrast"))
            },
        )
        for row in photo_run.rows
    ]
    run = report_runs.run_of(rows, LABELS, marker=False)
    shown = Page(render(run, "html")).text
    assert "Without the marker's terms: J has three terms" in shown
    assert "|γ − 1|" not in shown.split("Definitions")[1].split("All")[0]
    assert "no marker" in render(run, "md")
    table = [line for line in render(run, "md").splitlines() if line.startswith("| mini")]
    assert [line.count("–") for line in table] == [3, 1]  # of numbers, and of the four heads


def test_missing_metrics_leave_gaps_not_errors() -> None:
    """A run with nothing but PSNR has no J, no ranking and no headline but PSNR."""
    rows = [
        replace(row, values={"psnr": row.values["psnr"]})
        for row in report_runs.random_rows(10, {"a": 0.1, "b": 0.2})
    ]
    run = report_runs.run_of(rows, ["a", "b"], metrics="psnr,mae")
    page = Page(render(run, "html"))
    assert "There is no J: LPIPS, ρ_G and ρ_C were not measured." in page.text
    assert "There is no J" in verdict(run)
    assert "J has three terms" not in page.text
    assert "fail" not in verdict(run)
    without = report_runs.run_of(rows, ["a", "b"], metrics="default,-lpips")
    assert "no image has a value of LPIPS, ρ_G and ρ_C from every VAE" in verdict(without), (
        "an unknown metric"
    )
    assert "PSNR (dB)" in page.text
    assert run_table(run).lines[0].place == "–"
    assert re.search(r"\| \*\*\d\d\.\d\*\* \|", render(run, "md"))


def test_the_one_metric_that_a_score_lacks_is_named() -> None:
    rows = report_runs.random_rows(10, {"a": 0.1, "b": 0.2})
    rows = [replace(row, values={**row.values, "lpips": None}) for row in rows]
    run = report_runs.run_of(rows, ["a", "b"], metrics="psnr,gradient_ratio,color_ratio")
    assert verdict(run).startswith("There is no J: LPIPS was not measured.")
    small = report_runs.run_of(rows, ["a", "b"], metrics="default")
    assert "no image has a value of LPIPS, ρ_G and ρ_C from every VAE" in verdict(small)


def test_where_every_vae_failed_each_reason_is_said_on_one_line() -> None:
    rows = [make_row(f"{place}.png", label, "failed") for place in range(3) for label in "ab"]
    run = report_runs.run_of(rows, ["a", "b"])
    run = changed(
        run, vaes={**run.vaes, "a": {**run.vaes["a"], "error": "a.pt *ended*\nits \x1b[31m | process"}}
    )
    assert verdict(run).startswith("No VAE finished an image, so there is nothing to rank.")
    markdown = render(run, "md").splitlines()
    assert r"a failed: a.pt \*ended\* its \\u001b\[31m \| process" in markdown
    assert "b failed: it failed" in markdown
    assert r"a failed: a.pt *ended* its \u001b[31m | process" in outcome_lines(run)
    disjoint = [make_row(f"{place}.png", "ab"[place % 2]) for place in range(6)]
    disjoint += [make_row(f"{place}.png", "ba"[place % 2], "failed") for place in range(6)]
    assert "No image was finished by all VAEs" in verdict(report_runs.run_of(disjoint, ["a", "b"]))


def test_unfinished_run_says_how_far_it_came(photo_run: RunData) -> None:
    """The partial averages of a stopped run are never shown as whole ones."""
    run = changed(photo_run, state="stopped", images={"listed": 150, "skipped": []})
    assert "was stopped: 48 of 600 results" in verdict(run)


@pytest.mark.parametrize(
    ("cut", "said"),
    [
        (1, "1 row that summary.json counts is missing from per_image.csv"),
        (5, "5 rows that summary.json counts are missing from per_image.csv"),
        (12, "12 rows that summary.json counts are missing from per_image.csv"),
    ],
)
def test_rows_that_a_finished_run_has_lost_are_counted_and_said(
    cut: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_run(tmp_path / "run")
    table = table_of(folder)
    write_table(folder, table[: len(table) - cut])
    assert main(["report", str(folder), "--format", "html", "--out", str(tmp_path / "page.html")]) == 0
    errors = capsys.readouterr().err
    assert said in errors
    assert "--resume" in errors
    assert said in Page((tmp_path / "page.html").read_text("utf-8")).text


@pytest.mark.parametrize("fmt", ["md", "html", "json"])
def test_a_comparison_says_in_its_output_what_a_run_has_lost(
    fmt: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, cut = write_run(tmp_path / "whole"), write_run(tmp_path / "cut")
    table = table_of(cut)
    write_table(cut, table[:-2])
    said = "cut: 2 rows that summary.json counts are missing from per_image.csv: --resume measures them again"
    for options in ((), ("--weights", "lpips=2")):
        assert main(["compare", str(whole), str(cut), "--format", fmt, *options]) == 0
        shown = capsys.readouterr().out.replace("\\", "")
        assert (Page(shown).text if fmt == "html" else shown).count(said) == 1
        assert "whole: " not in shown.split(said)[0][-10:]


def test_what_is_no_loss_is_not_called_one(tmp_path: Path) -> None:
    """A whole run; a damaged line, which is named; a row twice; a run that was stopped, which says how far it came."""
    whole = write_run(tmp_path / "whole")
    assert load_run(whole).damage.missing == 0
    damaged = write_run(tmp_path / "damaged")
    set_cell(damaged, "psnr", "abc")
    assert (load_run(damaged).damage.count, load_run(damaged).damage.missing) == (1, 0)
    doubled = write_run(tmp_path / "doubled")
    table = table_of(doubled)
    write_table(doubled, [*table[:-1], table[1]])
    assert (load_run(doubled).damage.doubled, load_run(doubled).damage.missing) == (1, 1)
    stopped = write_run(tmp_path / "stopped")
    change_summary(stopped, ["state"], "stopped")
    write_table(stopped, table_of(stopped)[:-3])
    assert load_run(stopped).damage.missing == 0


def test_one_image_is_not_many() -> None:
    """Neither in the tool tips of the page's plots, nor where two VAEs are compared."""
    rows = [
        replace(row, values=row.values | {"psnr": float("inf")})
        for row in report_runs.random_rows(1, {"a": 0.1, "b": 0.2})
    ]
    run = report_runs.run_of(rows, ["a", "b"])
    page = Page(render(run, "html"))
    said = " ".join([page.text, *(attributes.get("title") or "" for _, attributes in page.tags)])
    assert re.search(r"a: 1 image\b", said)
    assert "∞ on 1 of 1 image" in said
    assert "over 1 image," in said
    assert not re.search(r".{30}\b1 (images|rows|VAEs)\b", said)


def test_rows_of_other_vaes_than_the_summarys_stand_for_none_that_is_missing(tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run")
    table = table_of(folder)
    place = table[0].index("vae")
    for line in table[1:]:
        line[place] = line[place].replace("two", "stranger")
    write_table(folder, table)
    assert load_run(folder).damage.missing == 6
