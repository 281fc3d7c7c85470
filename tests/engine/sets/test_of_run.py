"""``vaelab run --sets``: the same keys under each VAE, the same after a stop, a kill and without an image."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from vaelab.control import Control
from vaelab.engine.events import RowDone, RunFinished
from vaelab.engine.runner import run
from vaelab.errors import UsageError
from vaelab.report.formats.table import render
from vaelab.report.run.load import load_run
from vaelab.run_files import FEATURES
from vaelab.run_folder.read.features import read_features
from vaelab.sets.measures import found_in
from vaelab.settings import RunSettings

SIDE = 64


@pytest.fixture
def pictures(tmp_path: Path, photographs: dict[str, np.ndarray]) -> str:
    made = tmp_path / "pictures"
    made.mkdir()
    for name, pixels in photographs.items():
        for number, left in enumerate(range(0, 256, SIDE)):
            Image.fromarray(pixels[64 : 64 + SIDE, left : left + SIDE]).save(made / f"{name}{number}.png")
    return str(made)


def settings(pictures: str, out: Path, **changes: str) -> RunSettings:
    return RunSettings(
        images=(pictures,),
        vaes=("identity", "blur:1", "blur:4"),
        out=str(out),
        size=SIDE,
        marker="off",
        metrics="pixel",
        **{"sets": "alexnet", **changes},  # type: ignore[arg-type]
    )


def sets_of(summary: dict[str, object]) -> dict[str, dict[str, object]]:
    return {label: found_in(facts) for label, facts in summary["vaes"].items()}  # type: ignore[attr-defined]


def test_blur_rises_under_each_vae_and_the_report_says_so(pictures: str, tmp_path: Path) -> None:
    *_, end = run(settings(pictures, tmp_path / "run"))
    assert isinstance(end, RunFinished)
    summary = json.loads((tmp_path / "run" / "summary.json").read_text("utf-8"))
    found = sets_of(summary)
    values = [found[label]["fd_alexnet"]["value"] for label in ("identity", "blur:1", "blur:4")]
    assert values[0] < 1e-6
    assert values[0] < values[1] < values[2]
    assert found["blur:1"]["fd_alexnet"]["n"] == 16
    # Of reconstructions, which are meant to be copies, nothing is said of novelty.
    assert not {"authenticity_alexnet", "copies"} & set(summary["vaes"]["blur:1"])
    page = (tmp_path / "run" / "report.html").read_text("utf-8")
    assert 'id="sets"' in page
    assert "FD AlexNet" in page
    assert 'id="sets"' not in render(load_run_without_sets(pictures, tmp_path), "html")


def load_run_without_sets(pictures: str, tmp_path: Path):
    *_, _ = run(settings(pictures, tmp_path / "plain", sets="none"))
    assert not (tmp_path / "plain" / FEATURES).exists()
    return load_run(tmp_path / "plain")


def test_a_stopped_run_goes_on_to_the_same_numbers(pictures: str, tmp_path: Path) -> None:
    *_, whole = run(settings(pictures, tmp_path / "whole"))
    control = Control()
    for event in run(settings(pictures, tmp_path / "parts"), control):
        if isinstance(event, RowDone) and event.finished == 6:
            control.stop_now()
    with (tmp_path / "parts" / FEATURES).open("a") as file:
        file.write('{"network": "alexnet", "vae": "blur:1", "ima')  # a kill in the middle of a line
    *_, end = run(settings(pictures, tmp_path / "parts"), resume=True)
    assert isinstance(whole, RunFinished)
    assert isinstance(end, RunFinished)
    assert sets_of(dict(end.summary)) == sets_of(dict(whole.summary))


def test_a_report_without_an_image_counts_it_nowhere(pictures: str, tmp_path: Path) -> None:
    *_, end = run(settings(pictures, tmp_path / "run"))
    assert isinstance(end, RunFinished)
    same = load_run(tmp_path / "run")
    assert sets_of(dict(same.summary)) == sets_of(dict(end.summary))
    fewer = load_run(tmp_path / "run", excluded=["chelsea0.png", "rocket1.png"])
    found = sets_of(dict(fewer.summary))
    assert found["blur:4"]["fd_alexnet"]["n"] == 14
    # As if these had never been measured.
    left = tmp_path / "left"
    left.mkdir()
    for path in Path(pictures).iterdir():
        if path.name not in ("chelsea0.png", "rocket1.png"):
            (left / path.name).write_bytes(path.read_bytes())
    *_, alone = run(settings(str(left), tmp_path / "alone"))
    assert isinstance(alone, RunFinished)
    for label, entries in sets_of(dict(alone.summary)).items():
        for key, entry in entries.items():
            assert found[label][key]["value"] == pytest.approx(entry["value"], rel=1e-6, abs=1e-9)


def test_a_strangers_numbers_are_not_believed(pictures: str, tmp_path: Path) -> None:
    *_, _ = run(settings(pictures, tmp_path / "run"))
    path = tmp_path / "run" / "summary.json"
    summary = json.loads(path.read_text("utf-8"))
    honest = summary["vaes"]["blur:4"]["fd_alexnet"]
    for lie in (
        "text",
        {"value": "1"},
        {"value": 1.0, "n": None},
        {"value": 1.0, "n": 3, "ci95": ["a", 2]},
        [1],
    ):
        summary["vaes"]["blur:4"] = {"error": None, "fd_alexnet": lie}
        del summary["vaes"]["identity"], summary["vaes"]["blur:1"]
        path.write_text(json.dumps(summary), "utf-8")
        found = load_run(tmp_path / "run")
        assert found.summary["vaes"]["blur:4"]["fd_alexnet"]["value"] == pytest.approx(
            honest["value"], rel=1e-9
        )
        render(found, "html")
        summary["vaes"] |= {"identity": {}, "blur:1": {}}


def test_damaged_features_leave_their_picture_out(pictures: str, tmp_path: Path) -> None:
    *_, _ = run(settings(pictures, tmp_path / "run"))
    path = tmp_path / "run" / FEATURES
    lines = path.read_text("utf-8").splitlines(keepends=True)
    mine = next(place for place, line in enumerate(lines) if '"vae": "blur:1"' in line)
    for damage in (
        "\n",
        "[]\n",
        "{}\n",
        lines[mine].replace('"vector": "', '"vector": "!'),
        lines[mine][:90] + "\n",
    ):
        path.write_text("".join([*lines[:mine], damage, *lines[mine + 1 :]]), "utf-8")
        assert len(read_features(tmp_path / "run").lines) == len(lines) - 1
    (tmp_path / "run" / "summary.json").write_text(
        (tmp_path / "run" / "summary.json").read_text("utf-8").replace('"sets_of"', '"other"'), "utf-8"
    )
    found = sets_of(dict(load_run(tmp_path / "run").summary))
    assert found["blur:1"]["fd_alexnet"]["n"] == 15
    assert found["blur:4"]["fd_alexnet"]["n"] == 16


def test_a_network_that_is_not_there_is_refused_before_anything_is_loaded(
    pictures: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    for name, words in (("vgg", "no features 'vgg'"), ("inception", "weights-inception-2015-12-05")):
        with pytest.raises(UsageError, match=words):
            next(iter(run(settings(pictures, tmp_path / "run", sets=name))))
    assert not (tmp_path / "run").exists()
    with pytest.raises(UsageError, match="check the path"):
        next(
            iter(run(settings(pictures, tmp_path / "run", sets="inception", inception=str(tmp_path / "no"))))
        )


def test_pictures_too_small_for_the_network_are_noted_in_their_row(tmp_path: Path) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    for number in range(3):
        Image.new("RGB", (24, 24), (number * 40, 0, 0)).save(folder / f"{number}.png")
    *_, end = run(settings(str(folder), tmp_path / "run"))
    assert isinstance(end, RunFinished)
    assert all("sets: its short side of 24 px" in row.note for row in load_run(tmp_path / "run").rows)
    assert not any(sets_of(dict(end.summary)).values())
