"""A real run shown by other weights and without an image, from the command line: every format carries both."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image
from runs.report_page import Page

from vaelab.cli.parser import main
from vaelab.report.formats.table import render
from vaelab.report.run.load import load_run, shown_run
from vaelab.run_folder.store import read_rows, read_summary
from vaelab.settings import WEIGHT_NAMES

VIEW = ("--weights", "color=0,lpips=2", "--exclude", "3.png")
WEIGHTS = {**dict.fromkeys(WEIGHT_NAMES, 1.0), "color": 0.0, "lpips": 2.0}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, photographs: dict[str, npt.NDArray[np.uint8]]) -> Path:
    """A run of eight squares of photographs through two JPEGs and a blur."""
    images = tmp_path_factory.mktemp("images")
    for number, (name, left) in enumerate((name, left) for name in sorted(photographs) for left in (0, 130)):
        square = photographs[name][60:188, left : left + 128]
        Image.fromarray(np.ascontiguousarray(square)).save(images / f"{number}.png")
    out = tmp_path_factory.mktemp("run") / "run"
    vaes = [part for spec in ("jpeg:80", "jpeg:20", "blur:2") for part in ("--vae", spec)]
    assert main(["run", str(images), *vaes, "--size", "128", "--device", "cpu", "--out", str(out)]) == 0
    return out


def report(folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert main(["report", str(folder), *words]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("fmt", ["json", "csv", "md", "bbcode", "tsv"])
def test_the_command_gives_the_table_of_the_shown_run(
    folder: Path, capsys: pytest.CaptureFixture[str], fmt: str
) -> None:
    shown = shown_run(folder, read_summary(folder), read_rows(folder), weights=WEIGHTS, excluded=["3.png"])
    assert report(folder, capsys, "--format", fmt, *VIEW) == render(shown, fmt)  # type: ignore[arg-type]
    assert report(folder, capsys, "--format", fmt) != render(shown, fmt)  # type: ignore[arg-type]


def test_every_number_is_by_these_weights_and_without_this_image(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(report(folder, capsys, "--format", "json", *VIEW))
    assert found["weights"] == WEIGHTS
    assert found["settings"]["weights"] == dict.fromkeys(WEIGHT_NAMES, 1.0)
    assert found["images_excluded"] == ["3.png"]
    kept = [row for row in read_rows(folder) if row.image != "3.png"]
    for label, vae in found["vaes"].items():
        values = [row.values for row in kept if row.vae == label]
        mean = {
            name: np.mean([each[name] for each in values])
            for name in values[0]
            if values[0][name] is not None
        }
        gamma = mean["marker_white_reconstruction"] - mean["marker_black_reconstruction"]
        gradient = mean["gradient_energy_reconstruction"] / mean["gradient_energy_original"]
        drift = np.linalg.norm([mean[f"drift_{channel}"] for channel in "rgb"])
        # The patches of the original are 0 and 1.
        expected = (
            2 * mean["lpips"] + abs(1 - gradient) + drift + abs(mean["brightness_bias"]) + abs(gamma - 1)
        )
        assert vae["J"] == pytest.approx(expected)
        assert vae["n"] == 7
    assert found["ranking"][0]["vae"] == "jpeg:80"


def test_text_and_page_say_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    by_hand = json.loads(report(folder, capsys, "--format", "json", *VIEW))
    said = "lpips 2, gradient 1, color 0, drift 1, brightness 1, contrast 1"
    for fmt in ("md", "bbcode", "tsv"):
        text = report(folder, capsys, "--format", fmt, *VIEW)
        assert f"J by other weights than the run's own: {said}." in text
        assert f"J weights {said}" in text
        assert "1 excluded image is left out of everything (3.png)." in text
        assert "7 images · computed without 1 excluded image (3.png)" in text
    for line in csv.DictReader(io.StringIO(report(folder, capsys, "--format", "csv", *VIEW))):
        assert (line["weight_lpips"], line["weight_color"], line["weight_drift"]) == ("2", "0", "1")
        assert (line["images_excluded"], line["excluded"], line["n"]) == ("1", "3.png", "7")
        assert float(line["J"]) == by_hand["vaes"][line["vae"]]["J"]
    before = (folder / "report.html").read_bytes()
    report(folder, capsys, *VIEW)
    page = Page((folder / "report_as_shown.html").read_text(encoding="utf-8"))
    assert said in page.text
    assert "1 excluded image is left out of everything (3.png)." in page.text
    assert (folder / "report.html").read_bytes() == before


def test_the_record_stays_as_it_was(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in (".csv", ".json")}
    report(folder, capsys, "--format", "md", *VIEW)
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.name in before} == before
    assert load_run(folder).summary["vaes"] == read_summary(folder)["vaes"]


def test_an_image_that_is_not_there_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(folder), "--exclude", "3.jpg"]) == 2
    assert "has no image '3.jpg'" in capsys.readouterr().err


def test_the_rows_of_the_shown_run_carry_its_score(folder: Path) -> None:
    shown = load_run(folder, weights=WEIGHTS, excluded=["3.png"])
    assert "3.png" not in {row.image for row in shown.rows}
    for label, vae in shown.vaes.items():
        scores = [row.values["score"] for row in shown.rows if row.vae == label]
        assert np.mean(scores) == pytest.approx(vae["score"]["mean"])  # type: ignore[arg-type]
    own = load_run(folder)
    assert [row.values["score"] for row in own.rows] == pytest.approx(
        [row.values["score"] for row in read_rows(folder)]
    )
