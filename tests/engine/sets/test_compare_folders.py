"""``vaelab sets`` on real photographs: blur is a distance, a set is none from itself, and what cannot be used is said."""

import errno
import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFilter

from vaelab.cli.parser import main
from vaelab.control import Control
from vaelab.engine.sets import compare_folders as module
from vaelab.engine.sets import extract as extract_module
from vaelab.engine.sets.compare_folders import compare_folders
from vaelab.engine.sets.settings import SetProgress, SetSettings, SetsFinished, SetsStopped
from vaelab.errors import ExitCode, RunFolderError, UsageError
from vaelab.run_folder.read.summary import read_summary

SIDE = 64


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "cache_folder", lambda: tmp_path / "cache")


@pytest.fixture
def folder(tmp_path: Path, photographs: dict[str, np.ndarray]) -> Callable[..., str]:
    """Makes folders of tiles of photographs, changed in some way."""

    def make(
        name: str, change: Callable[[Image.Image], Image.Image] = lambda tile: tile, count: int = 40
    ) -> str:
        made = tmp_path / name
        made.mkdir()
        places = [
            (pixels, top, left)
            for top in range(0, 256, SIDE)
            for left in range(0, 256, SIDE)
            for pixels in photographs.values()
        ]
        for number, (pixels, top, left) in enumerate(places[:count]):
            tile = Image.fromarray(pixels[top : top + SIDE, left : left + SIDE])
            change(tile).save(made / f"{number:03d}.png")
        return str(made)

    return make


def blur(radius: float) -> Callable[[Image.Image], Image.Image]:
    return lambda tile: tile.filter(ImageFilter.GaussianBlur(radius))


def finished(settings: SetSettings) -> SetsFinished:
    *_, last = compare_folders(settings)
    assert isinstance(last, SetsFinished)
    return last


def test_blur_rises_and_the_set_itself_is_0(folder: Callable[..., str], tmp_path: Path) -> None:
    sets = [folder(f"blur{radius}", blur(radius)) for radius in (1, 2, 4)]
    real = folder("real")
    out = tmp_path / "out"
    assert main(["sets", real, real, *sets, "--size", str(SIDE), "--out", str(out)]) == 0
    summary = json.loads((out / "summary.json").read_text("utf-8"))
    assert summary["kind"] == "sets"
    found = [entry["fd_alexnet"] for entry in summary["generated"].values()]
    assert found[0]["value"] < 1e-6
    assert all(low["value"] < high["value"] for low, high in pairwise(found))
    assert all(set(entry) >= {"value", "floor", "n"} for entry in found)
    assert found[0]["floor"] > 0
    assert [entry["n"] for entry in found] == [40] * 4
    itself = summary["generated"]["real (2)"]
    assert itself["copies"]["value"] == 1.0
    assert itself["precision_alexnet"]["value"] == itself["recall_alexnet"]["value"] == 1.0
    assert "the two sets are the same" in itself["verdict"][0]
    # A picture's nearest real one is the picture it was made from.
    for pair in summary["generated"]["blur1"]["nearest"][:5]:
        assert pair["picture"] == pair["real"]
        assert pair["lpips"] > 0
    page = (out / "report.html").read_text("utf-8")
    assert "FD AlexNet" in page
    assert "is an FID" in page
    assert page.count("data:image/png;base64,") == 8
    assert not any(f">{word}<" in page for word in ("FID", "KID"))


def test_the_reference_is_taken_once(
    folder: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, other = folder("real", count=20), folder("other", blur(1), count=20)
    first = finished(SetSettings(real, (other,), str(tmp_path / "one"), size=SIDE))
    stages = [
        (event.stage, event.label)
        for event in compare_folders(SetSettings(real, (other,), str(tmp_path / "two"), size=SIDE))
        if isinstance(event, SetProgress)
    ]
    assert ("Features", "real") not in stages
    assert ("Features", "other") in stages
    second = json.loads((tmp_path / "two" / "summary.json").read_text("utf-8"))
    assert second["generated"]["other"]["fd_alexnet"] == first.summary["generated"]["other"]["fd_alexnet"]
    # Another picture is another set.
    Image.new("RGB", (SIDE, SIDE), "red").save(Path(real) / "red.png")
    stages = [
        (event.stage, event.label)
        for event in compare_folders(SetSettings(real, (other,), str(tmp_path / "three"), size=SIDE))
        if isinstance(event, SetProgress)
    ]
    assert ("Features", "real") in stages


def test_names_and_order_of_files_change_nothing(folder: Callable[..., str], tmp_path: Path) -> None:
    real, other = folder("real", count=24), folder("other", blur(2), count=24)
    turned = tmp_path / "turned"
    turned.mkdir()
    for number, path in enumerate(sorted(Path(other).iterdir())):
        path.rename(turned / f"{(number * 7) % 24:03d}.png")
    names = [str(turned)]
    found = finished(SetSettings(real, tuple(names), str(tmp_path / "a"), size=SIDE)).summary
    again = finished(SetSettings(real, (folder("again", blur(2), count=24),), str(tmp_path / "b"), size=SIDE))
    first, second = found["generated"]["turned"], again.summary["generated"]["again"]
    for key in ("fd_alexnet", "kd_alexnet", "precision_alexnet", "density_alexnet"):
        assert first[key]["value"] == pytest.approx(second[key]["value"], rel=1e-9)


def test_copies_are_told_from_pictures_of_ones_own(folder: Callable[..., str], tmp_path: Path) -> None:
    real = folder("real", count=40)
    copied = folder("copied", blur(0.3), count=40)
    entry = finished(SetSettings(real, (copied,), str(tmp_path / "out"), size=SIDE)).summary["generated"][
        "copied"
    ]
    assert entry["copies"]["value"] > 0.9
    assert entry["authenticity_alexnet"]["value"] < 0.1
    assert any(sentence.startswith("Memorised") for sentence in entry["verdict"])
    held_out = folder("held", lambda tile: tile.transpose(Image.Transpose.FLIP_LEFT_RIGHT), count=40)
    settings = SetSettings(real, (copied,), str(tmp_path / "held out"), size=SIDE, held_out=held_out)
    z = finished(settings).summary["generated"]["copied"]["data_copying_z_alexnet"]
    assert z["value"] < -3


def refusal(settings: SetSettings) -> str:
    with pytest.raises((UsageError, RunFolderError)) as error:
        list(compare_folders(settings))
    return str(error.value)


def test_what_cannot_be_used_is_said_in_one_sentence(folder: Callable[..., str], tmp_path: Path) -> None:
    real = folder("real", count=6)
    empty = tmp_path / "empty"
    empty.mkdir()
    out = str(tmp_path / "out")
    assert "no images" in refusal(SetSettings(real, (str(empty),), out)).lower()
    assert "a set needs two" in refusal(SetSettings(folder("one", count=1), (real,), out))
    broken = tmp_path / "broken"
    broken.mkdir()
    for number in range(3):
        (broken / f"{number}.png").write_bytes(b"\x89PNG\r\n\x1a\nnot")
    assert "a set needs two" in refusal(SetSettings(real, (str(broken),), out))
    assert "does not exist" in refusal(SetSettings(str(tmp_path / "nowhere"), (real,), out))
    with pytest.raises(UsageError, match="no features 'vgg'"):
        SetSettings(real, (real,), out, features="vgg")
    with pytest.raises(UsageError, match="out of range"):
        SetSettings(real, (real,), out, size=8)
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "summary.json").write_text("{}")
    assert "holds summary.json already" in refusal(SetSettings(real, (real,), str(taken)))
    assert (taken / "summary.json").read_text() == "{}"
    assert "6726825d" in refusal(
        SetSettings(
            real, (real,), str(tmp_path / "new"), features="inception", inception=str(Path(real) / "000.png")
        )
    )


def test_pictures_that_cannot_be_read_are_named_and_the_rest_compared(
    folder: Callable[..., str], tmp_path: Path
) -> None:
    real, other = folder("real", count=12), folder("other", blur(1), count=12)
    (Path(other) / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nnot")
    end = finished(SetSettings(real, (other,), str(tmp_path / "out"), size=SIDE))
    assert end.exit_code == ExitCode.IMAGES_FAILED
    entry = end.summary["generated"]["other"]
    assert entry["n"] == 12
    assert [each["image"] for each in entry["failed"]] == ["broken.png"]
    assert "broken.png" in (tmp_path / "out" / "report.html").read_text("utf-8")


def test_pictures_of_other_sizes_are_brought_to_one_and_counted(
    folder: Callable[..., str], tmp_path: Path
) -> None:
    real = folder("real", count=12)
    small = folder("small", lambda tile: tile.resize((SIDE // 2, SIDE // 2 + 3)), count=12)
    end = finished(SetSettings(real, (small,), str(tmp_path / "out"), size=SIDE))
    assert end.summary["generated"]["small"]["enlarged"] == 12
    assert end.summary["real"]["enlarged"] == 0
    assert "had to be enlarged" in (tmp_path / "out" / "report.html").read_text("utf-8")


@pytest.mark.parametrize("stage", ["Listing", "Features", "Looking for copies"])
def test_a_stop_writes_nothing(
    folder: Callable[..., str], tmp_path: Path, stage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extract_module, "_BATCH", 4)
    real, other = folder("real", count=20), folder("other", blur(1), count=20)
    control, out = Control(), tmp_path / "out"
    seen = []
    for event in compare_folders(SetSettings(real, (other,), str(out), size=SIDE), control):
        seen.append(event)
        if isinstance(event, SetProgress) and event.stage == stage:
            control.stop()
    assert isinstance(seen[-1], SetsStopped)
    assert not (out / "summary.json").exists()
    assert not (out / "report.html").exists()


def test_a_full_disk_is_one_sentence(
    folder: Callable[..., str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    real = folder("real", count=8)

    def full(path: Path, content: bytes) -> None:
        if path.name == "summary.json":
            raise OSError(errno.ENOSPC, "No space left on device")
        path.write_bytes(content)

    monkeypatch.setattr(module, "write_atomic", full)
    assert (
        main(["sets", real, real, "--size", str(SIDE), "--out", str(tmp_path / "out")]) == ExitCode.UNUSABLE
    )
    said = capsys.readouterr().err.strip().splitlines()[-1]
    assert "no space left on device; make room and compare again" in said


def test_the_report_can_be_made_again_and_a_strangers_summary_is_checked(
    folder: Callable[..., str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    real, out = folder("real", count=8), tmp_path / "out"
    finished(SetSettings(real, (real,), str(out), size=SIDE))
    page = (out / "report.html").read_text("utf-8")
    (out / "report.html").unlink()
    assert main(["report", str(out)]) == 0
    assert (out / "report.html").read_text("utf-8") == page
    assert main(["report", str(out), "--format", "md"]) == ExitCode.UNUSABLE
    assert main(["compare", str(out), str(out)]) == ExitCode.UNUSABLE
    assert "is not a run folder" in capsys.readouterr().err
    with pytest.raises(RunFolderError, match="a comparison of sets and no run"):
        read_summary(out)
    path = out / "summary.json"
    whole = json.loads(path.read_text("utf-8"))
    entry = whole["generated"]["real (2)"]
    for name, lie in (
        ("sheets", {"nearest": 5}),
        ("nearest", [{"distance": "far"}]),
        ("n", "many"),
        ("failed", "all"),
    ):
        path.write_text(json.dumps({**whole, "generated": {"x": {**entry, name: lie}}}), "utf-8")
        assert main(["report", str(out)]) == ExitCode.UNUSABLE
        assert "is damaged" in capsys.readouterr().err
    # A path that leads out is not opened, and a number that is none is not shown.
    lies = {**entry, "sheets": {"nearest": "../../secret.png"}, "fd_alexnet": {"value": "low", "n": 1}}
    path.write_text(json.dumps({**whole, "generated": {"<i>x": lies}}), "utf-8")
    assert main(["report", str(out)]) == 0
    page = (out / "report.html").read_text("utf-8")
    assert "FD AlexNet" not in page
    assert "<i>x" not in page
    assert "image/png" not in page
