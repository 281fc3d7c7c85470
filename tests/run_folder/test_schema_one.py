"""A run of schema 1 opens, is shown by today's rules from its rows, and says how it was made."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from runs.result_rows import make_row, rows_of

from vaelab.cli.parser import main
from vaelab.report.formats.table import render
from vaelab.report.formats.text import footer
from vaelab.report.run.data import RunData
from vaelab.report.run.load import load_run
from vaelab.report.words.differences import protocol_differences
from vaelab.report.words.headline import verdict
from vaelab.results.records import Row
from vaelab.run_folder.store import RunFolder
from vaelab.settings import WEIGHT_NAMES


def summary_of_schema_one(rows: list[Row], marker: bool) -> dict[str, Any]:
    """What VAELab 0.1 wrote, as far as anybody reads it; its results are wrong on purpose."""
    wrong = {
        "mean": 9.0,
        "std": 0.0,
        "median": 9.0,
        "min": 9.0,
        "max": 9.0,
        "p05": 9.0,
        "p95": 9.0,
        "ci95": [9.0, 9.0],
        "n": 12,
    }
    labels = tuple(dict.fromkeys(row.vae for row in rows))
    return {
        "schema_version": 1, "vaelab_version": "0.1.0", "state": "finished",
        "created": "2026-01-21T10:00:00+00:00", "updated": "2026-01-21T10:01:00+00:00",
        "settings": {
            "images": ["photos"], "vaes": list(labels), "size": 512, "fit": "crop", "upscale": False, "recursive": False,
            "limit": None, "matte": "#ffffff", "marker": marker, "marker_preset": "robust", "marker_size": None,
            "marker_corner": "bottom-right", "device": "cpu", "precision": "fp32", "batch_size": 1, "tiling": "off",
            "latent": "mode", "seed": 0, "metrics": "default", "weights": dict.fromkeys(WEIGHT_NAMES, 1.0),
            "save_images": "none",
        },
        "protocol": {
            "lpips": "v0.1, AlexNet", "latent": "mode", "metrics": ["lpips"], "bootstrap": {"resamples": 10000, "seed": 0},
            "marker": {"preset": "robust", "size": 32, "corner": "bottom-right", "read": "inner half"} if marker else None,
        },
        "environment": {"device_name": "some CPU"},
        "images": {"listed": 12, "skipped": []},
        "vaes": {
            label: {
                "source": label, "family": "AutoencoderKL", "baseline": False, "error": None, "precision": "fp32", "notes": [],
                "images_ok": 12, "images_failed": 0, "metrics": {"lpips": wrong}, "L_perc": 9.0, "rho_G": 9.0, "rho_C": 9.0,
                "b": 0.0, "gamma": 1.0, "delta": [0.0, 0.0, 0.0], "J": 9.0, "J_terms": {"lpips": 9.0}, "J_ci95": [9.5, 9.9],
                "latent_health": None, "speed": None,
            }
            for label in labels
        },
        "ranking": [{"rank": 1, "vaes": list(labels[::-1]), "J": [9.0] * len(labels)}],
        "comparisons": [
            {"a": labels[0], "b": labels[1], "metric": "J", "n": 12, "mean_difference": 0.0, "ci95": [0.0, 0.0], "verdict": "b"}
        ],
        "inputs": [{"image": row.image, "sha256": row.image_sha256, "width": 100, "height": 50} for row in rows[:12]],
        "images_failed": [],
    }  # fmt: skip


def write(folder: Path, rows: list[Row], *, marker: bool = True) -> Path:
    written = RunFolder.create(folder)
    for row in rows:
        written.append(row)
    written.write_summary(summary_of_schema_one(rows, marker))
    written.close()
    return folder


def rows_of_two() -> list[Row]:
    """a holds up; b is worse on all. A chart among them: the mean of the colour ratios is far from the ratio of means."""
    rows = []
    for label, lpips in (("a", 0.1), ("b", 0.3)):
        chart = make_row("11.png", label, lpips=lpips, colors_original=10, colors_reconstruction=1000)
        rows += [*rows_of(label, [lpips] * 11), chart]
    return rows


def test_it_is_shown_by_todays_rules_from_its_rows(tmp_path: Path) -> None:
    run = load_run(write(tmp_path / "old", rows_of_two()))
    assert run.summary["schema_version"] == 1
    vae = run.vaes["a"]
    assert vae["rho_C"] == pytest.approx(12_000 / 11_010)
    assert vae["J"] == pytest.approx(0.1 + 12_000 / 11_010 - 1)
    assert vae["J_ci95"][0] <= vae["J"] <= vae["J_ci95"][1]
    assert [(entry["vae"], entry["letters"]) for entry in run.summary["ranking"]] == [("a", "a"), ("b", "b")]
    assert {item["verdict"] for item in run.summary["comparisons"] if item["metric"] == "J"} == {"a"}
    assert max(row.values["score"] or 0 for row in run.rows if row.vae == "a") == pytest.approx(1.1)


@pytest.mark.parametrize(
    ("marker", "said"),
    [
        (True, "This run was made under schema 1, with the marker in the pictures that were measured"),
        (False, "This run was made under schema 1; it is shown by today's rules."),
    ],
)
def test_it_says_so_in_every_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], marker: bool, said: str
) -> None:
    folder = write(tmp_path / "old", rows_of_two(), marker=marker)
    for fmt in ("md", "bbcode", "tsv"):
        assert main(["report", str(folder), "--format", fmt]) == 0
        assert said in capsys.readouterr().out
    assert main(["report", str(folder)]) == 0
    # The page that was written under schema 1 stays as it is.
    page = folder / "report_as_shown.html"
    assert said in page.read_text(encoding="utf-8").replace("&#39;", "'")
    assert main(["report", str(folder), "--format", "json"]) == 0
    capsys.readouterr()
    run = load_run(folder)
    assert said in verdict(run)
    assert "made under schema 1" in footer(run)[-1]


def test_its_files_stay_as_they_are(tmp_path: Path) -> None:
    folder = write(tmp_path / "old", rows_of_two())
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    render(load_run(folder, weights=dict.fromkeys(WEIGHT_NAMES, 2.0), excluded=["3.png"]), "html")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_two_of_them_are_compared_by_todays_rules(tmp_path: Path) -> None:
    rows = rows_of_two()
    one = load_run(write(tmp_path / "one", rows))
    other = load_run(write(tmp_path / "other", [replace(row, vae=row.vae.upper()) for row in rows]))
    assert protocol_differences([one, other]) == []
    # With a run of today it shares neither protocol nor marker.
    today = RunData(
        tmp_path / "today",
        {
            **other.summary,
            "schema_version": 2,
            "protocol": {**other.summary["protocol"], "bootstrap": "none"},
        },
        other.rows,
    )
    assert protocol_differences([one, today])


def test_a_version_that_nobody_knows_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path / "old", rows_of_two())
    summary = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
    (folder / "summary.json").write_text(json.dumps({**summary, "schema_version": 3}), encoding="utf-8")
    assert main(["report", str(folder)]) == 2
    assert "schema version 3, this VAELab reads 1 and 2" in capsys.readouterr().err


def test_a_killed_run_is_not_called_one_that_goes_on(tmp_path: Path) -> None:
    folder = write(tmp_path / "killed", rows_of_two(), marker=False)
    summary = json.loads((folder / "summary.json").read_text("utf-8"))
    (folder / "summary.json").write_text(json.dumps(summary | {"state": "running"}), "utf-8")
    said = verdict(load_run(folder))
    assert "The run is not finished" in said
    assert "going on" not in said
    assert "so far" not in said
