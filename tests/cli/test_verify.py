"""``vaelab verify``: exit status, table, JSON, verify.json, and a report that says so only while the run is as it was."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from runs.verified_runs import measured_run

from vaelab.cli.parser import main
from vaelab.report.formats.table import render
from vaelab.report.run.load import load_run
from vaelab.run_folder.verification import read_verification


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory, photographs: dict[str, Any]) -> Path:
    folder = tmp_path_factory.mktemp("verify")
    images = folder / "images"
    images.mkdir()
    for name, photo in photographs.items():
        Image.fromarray(np.ascontiguousarray(photo[60:124, 60:188])).save(images / f"{name}.png")
    return measured_run(images, folder / "run", "jpeg:40", metrics="lpips,gradient,colors,pixel")


@pytest.fixture
def folder(measured: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(measured, tmp_path / "run"))


def test_a_sound_run_gives_0_a_table_and_a_note_beside_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert "Verified: 4 of 4 rows recomputed from their pictures, and every number agrees." in shown
    for name in ("lpips", "psnr", "contrast_gain", "score", "intervals of means", "protocol hash"):
        assert any(line.strip().startswith(name) for line in shown.splitlines()), name
    assert "encode_ms, decode_ms" in shown
    assert "scikit-image" in shown
    record = json.loads((folder / "verify.json").read_text("utf-8"))
    assert record["passed"] is True
    assert record["versions"]["vaelab"]
    assert "Verified on" in (folder / "report.html").read_text("utf-8")


def test_json_says_the_worst_deviation_of_each_column(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(folder / "summary.json"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    line = next(each for each in found["columns"] if each["column"] == "ssim" or each["column"] == "psnr")
    assert line["n"] == 4
    assert line["worst"] <= line["tolerance"] == 1e-3
    assert len(line["where"]) == 2
    assert found == json.loads((folder / "verify.json").read_text("utf-8"))


def test_a_changed_run_gives_1_and_is_no_longer_verified(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(folder)]) == 0
    assert "Verified on" in render(load_run(folder), "html")
    place = next((folder / "images").rglob("jpeg*/*[!r].png"))
    pixels = np.asarray(Image.open(place)).copy()
    pixels[3, 3] ^= 1
    Image.fromarray(pixels).save(place)
    assert read_verification(folder) is None
    assert "erified on" not in render(load_run(folder), "html"), "the note is of another content"
    capsys.readouterr()
    assert main(["verify", str(folder)]) == 1
    assert "Not verified: numbers do not agree in " in capsys.readouterr().out
    assert "NOT verified on" in render(load_run(folder), "html")


def test_other_weights_are_said_to_follow_from_the_rows(folder: Path) -> None:
    assert main(["verify", str(folder)]) == 0
    page = render(load_run(folder, weights={**load_run(folder).weights, "lpips": 3.0}), "html")
    assert "What is shown here otherwise than recorded follows from its rows." in page


@pytest.mark.parametrize(
    "record",
    ["{", "[]", '{"passed": true}', '{"passed": 1, "date": "", "versions": {}, "content": {}, "rows": {}}'],
)
def test_a_strangers_note_changes_nothing(folder: Path, record: str) -> None:
    (folder / "verify.json").write_text(record)
    assert read_verification(folder) is None
    assert "erified on" not in render(load_run(folder), "html")


def test_a_strangers_words_are_cut_and_escaped(folder: Path) -> None:
    assert main(["verify", str(folder)]) == 0
    path = folder / "verify.json"
    record = json.loads(path.read_text("utf-8"))
    record["versions"] = {"<script>alert(1)</script>": "x" * 9000}
    path.write_text(json.dumps(record), "utf-8")
    page = render(load_run(folder), "html")
    assert "<script>alert" not in page
    assert "x" * 41 not in page


def test_a_folder_that_is_none_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "is not a run folder" in said
