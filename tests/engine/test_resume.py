"""A resumed run and the images as they are now: edited, deleted, added; pictures that are missing; runs among the images."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fakes import FakeCodec, darker, install
from PIL import Image

from vaelab.cli.parser import main
from vaelab.control import Control
from vaelab.engine.events import RowDone, RunEvent, RunFinished, RunStarted, StageChanged
from vaelab.engine.runner import run
from vaelab.errors import UsageError
from vaelab.images import list_images
from vaelab.run_folder.store import read_latents, read_rows, read_summary
from vaelab.settings import RunSettings

ALL = ["astronaut.png", "chelsea.png", "coffee.png"]


def made(images: Path, out: Path, *vaes: str, **changes: Any) -> RunSettings:
    values: dict[str, Any] = {"metrics": "psnr", "size": 64, "device": "cpu", "batch_size": 1, **changes}
    return RunSettings(images=(str(images),), vaes=vaes or ("identity", "blur:2"), out=str(out), **values)


def resumed(settings: RunSettings) -> tuple[tuple[str, ...], RunFinished, list[str]]:
    """The notes, the end, and the images that were measured."""
    events = list(run(settings, resume=True))
    started = next(event for event in events if isinstance(event, RunStarted))
    assert isinstance(events[-1], RunFinished)
    return started.notes, events[-1], [event.row.image for event in events if isinstance(event, RowDone)]


def psnr(out: Path) -> dict[tuple[str, str], Any]:
    rows = read_rows(out)
    found = {row.key: row.values["psnr"] for row in rows}
    assert len(found) == len(rows), "a row is there twice"
    return found


def edit(path: Path) -> None:
    """Another picture, with the time stamps of the one before."""
    before = path.stat()
    Image.fromarray(np.random.default_rng(1).integers(0, 255, (80, 80, 3), np.uint8)).save(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_an_edited_image_is_measured_again_and_said(image_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    list(run(made(image_folder, out)))
    before = psnr(out)
    edit(image_folder / "chelsea.png")
    notes, end, measured = resumed(made(image_folder, out))
    assert notes == (
        "chelsea.png was edited since it was measured: measured again",
        "the 2 rows taken out of the record are kept in replaced_rows.csv",
    )
    assert measured == ["chelsea.png"] * 2
    assert (end.exit_code, end.message) == (0, "3 images × 2 VAEs: 6 of 6 rows measured")
    after = psnr(out)
    changed = {key for key in before if before[key] != after[key]}
    assert changed == {("chelsea.png", "blur:2")}  # identity is perfect on either
    fresh = tmp_path / "fresh"
    list(run(made(image_folder, fresh)))
    assert psnr(fresh) == after
    replaced = (out / "replaced_rows.csv").read_text().splitlines()
    assert [line.split(",")[0] for line in replaced] == ["image", "chelsea.png", "chelsea.png"]
    assert resumed(made(image_folder, out))[0] == ()


def test_one_row_is_not_many(image_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "run"
    list(run(made(image_folder, out, "identity", limit=2)))
    edit(sorted(image_folder.iterdir())[0])
    words = [
        "--vae",
        "identity",
        "--metrics",
        "psnr",
        "--size",
        "64",
        "--limit",
        "2",
        "--device",
        "cpu",
        "--batch-size",
        "1",
    ]
    assert main(["run", str(image_folder), *words, "--out", str(out), "--resume"]) == 0
    shown = capsys.readouterr().err
    assert "the row taken out of the record is kept in replaced_rows.csv" in shown
    assert "continuing after 1 row\n" in shown


def test_a_deleted_image_is_left_out_and_an_added_one_measured(image_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    list(run(made(image_folder, out)))
    shutil.move(image_folder / "astronaut.png", tmp_path / "kept.png")
    Image.new("RGB", (70, 70), "red").save(image_folder / "new.png")
    notes, end, measured = resumed(made(image_folder, out))
    assert notes == (
        "astronaut.png is no longer among the images: left out",
        "the 2 rows taken out of the record are kept in replaced_rows.csv",
        "1 image more than before: measured as well",
    )
    assert measured == ["new.png"] * 2
    assert end.message == "3 images × 2 VAEs: 6 of 6 rows measured"
    assert {image for image, _ in psnr(out)} == {"chelsea.png", "coffee.png", "new.png"}
    summary = read_summary(out)
    assert (summary["images"]["listed"], summary["vaes"]["identity"]["images_ok"]) == (3, 3)
    assert {entry["image"] for entry in summary["inputs"]} == {"chelsea.png", "coffee.png", "new.png"}


def test_more_is_never_measured_than_was_asked_for(image_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    list(run(made(image_folder, out)))
    (image_folder / "coffee.png").unlink()
    notes, end, measured = resumed(made(image_folder, out))
    assert notes[0] == "coffee.png is no longer among the images: left out"
    assert (measured, end.message) == ([], "2 images × 2 VAEs: 4 of 4 rows measured")


def test_an_image_that_could_not_be_read_is_tried_again(image_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    (image_folder / "x.png").write_bytes(b"not yet")
    list(run(made(image_folder, out)))
    shutil.copy(image_folder / "coffee.png", image_folder / "x.png")
    notes, end, measured = resumed(made(image_folder, out))
    assert notes[0] == "x.png could not be read before: tried again"
    assert (end.exit_code, measured) == (0, ["x.png", "x.png"])


def test_a_row_whose_latent_was_lost_is_measured_again(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "run"
    install(monkeypatch, a=FakeCodec(darker))
    list(run(made(image_folder, out, "a=identity")))
    before = read_latents(out)
    lines = (out / "latents.jsonl").read_text().splitlines(keepends=True)
    (out / "latents.jsonl").write_text("".join(lines[:1] + lines[2:]))
    install(monkeypatch, a=FakeCodec(darker))
    notes, end, measured = resumed(made(image_folder, out, "a=identity"))
    assert notes[0].startswith("chelsea.png has a row but not what it adds")
    assert (end.exit_code, measured) == (0, ["chelsea.png"])
    assert read_latents(out) == before


def test_a_run_that_had_finished_says_that_it_goes_on_before_its_rows_are_changed(
    image_folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "run"
    list(run(made(image_folder, out)))
    assert read_summary(out)["state"] == "finished"
    edit(image_folder / "chelsea.png")
    events = run(made(image_folder, out), resume=True)
    next(event for event in events if isinstance(event, RunStarted))
    assert (read_summary(out)["state"], len(read_rows(out))) == ("running", 4)
    events.close()  # type: ignore[attr-defined]


def test_a_stop_during_the_check_leaves_every_row(image_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    list(run(made(image_folder, out)))
    edit(image_folder / "astronaut.png")
    control = Control()
    rest: list[RunEvent] = []
    for event in run(made(image_folder, out), control, resume=True):
        rest.append(event)
        if len(rest) == 1:
            assert event == StageChanged("Checking the images that were measured")
            control.stop_now()
    assert isinstance(rest[-1], RunFinished)
    assert (rest[-1].exit_code, len(read_rows(out))) == (130, 6)


def test_an_image_that_cannot_be_read_now_keeps_its_rows(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A drive that answers late is no reason to throw away what was measured."""
    out = tmp_path / "run"
    list(run(made(image_folder, out)))
    monkeypatch.setattr("vaelab.engine.resume._sha256", lambda file: None)
    notes, _, measured = resumed(made(image_folder, out))
    assert (notes, measured, len(read_rows(out))) == ((), [], 6)


@pytest.mark.parametrize("damage", ["delete", "cut", "empty"])
@pytest.mark.parametrize("batch", [1, 3])
def test_missing_pictures_are_made_again(damage: str, batch: int, image_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    settings = made(image_folder, out, save_images="all", size=176, fit="stretch", batch_size=batch)
    list(run(settings))
    table = (out / "per_image.csv").read_bytes()
    pictures = {path: path.read_bytes() for path in out.rglob("*.png")}
    assert len(pictures) == 18  # original and two reconstructions, each with its marker's, of three images
    hurt = [path for path in pictures if "chelsea" in path.name and "identity" not in path.parts]
    assert len(hurt) == 4
    for path in hurt:
        if damage == "delete":
            path.unlink()
        else:
            path.write_bytes(pictures[path][:-30] if damage == "cut" else b"")
    notes, end, measured = resumed(settings)
    assert notes == ("saved pictures of 2 rows are missing: made again",)
    assert (end.exit_code, measured) == (0, [])
    assert (out / "per_image.csv").read_bytes() == table
    assert {path: path.read_bytes() for path in out.rglob("*.png")} == pictures
    assert resumed(settings)[0] == ()


def test_resume_writes_nothing_that_is_in_order(image_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    list(run(made(image_folder, out)))
    before = (out / "per_image.csv").stat()
    resumed(made(image_folder, out))
    after = (out / "per_image.csv").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_run_folders_among_the_images_are_left_out_with_a_line(image_folder: Path, tmp_path: Path) -> None:
    settings = {"recursive": True, "save_images": "all"}
    first, second = image_folder / "runs" / "one", image_folder / "runs" / "two"
    list(run(made(image_folder, first, **settings)))
    events = list(run(made(image_folder, second, **settings)))
    assert isinstance(events[0], RunStarted)
    assert [(item.path, item.reason) for item in events[0].skipped] == [
        (first, "a run folder of VAELab, whose pictures are no inputs")
    ]
    assert {row.image for row in read_rows(second)} == set(ALL)
    notes, end, measured = resumed(made(image_folder, first, **settings))
    assert (notes, end.exit_code, measured) == ((), 0, [])
    assert {row.image for row in read_rows(first)} == set(ALL)
    # A run that was cut off, or lost one of its files, is known as well.
    (first / "per_image.csv").unlink()
    assert [file.name for file in list_images([image_folder], recursive=True).images] == ALL


def test_a_run_in_the_folder_of_images_itself_is_left_out(image_folder: Path) -> None:
    settings = {"recursive": True, "save_images": "all"}
    list(run(made(image_folder, image_folder, **settings)))
    found = list_images([image_folder], recursive=True)
    assert [file.name for file in found.images] == ALL
    assert [(item.path.name, item.reason) for item in found.skipped] == [
        ("images", "pictures of the run that is in this folder, which are no inputs")
    ]
    assert resumed(made(image_folder, image_folder, **settings))[2] == []


def test_the_pictures_of_a_run_are_taken_where_they_are_named(image_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    list(run(made(image_folder, out, "blur:2", save_images="all")))
    assert len(list_images([out / "images"], recursive=True).images) == 6
    with pytest.raises(UsageError, match="pictures of the run that is in this folder"):
        list_images([out], recursive=True)


def test_a_folder_with_a_table_of_another_program_is_no_run(image_folder: Path, tmp_path: Path) -> None:
    (image_folder / "sub").mkdir()
    shutil.copy(image_folder / "coffee.png", image_folder / "sub" / "x.png")
    (image_folder / "sub" / "summary.json").write_text(json.dumps({}))
    assert len(list_images([image_folder], recursive=True).images) == 4


def test_resume_is_linear_in_rows(tmp_path: Path) -> None:
    """Counted, not timed: how many rows are looked at, whole or by their keys, while the latent lines are."""
    from vaelab.results.records import Row
    from vaelab.results.row_table import RowTable
    from vaelab.run_folder.store import RunFolder
    from vaelab.vae.base import LatentFacts

    looked = 0

    row_keys, view = RowTable.row_keys, RowTable._row

    def counted_keys(table: RowTable) -> list[tuple[str, str]]:
        nonlocal looked
        looked += len(table)
        return row_keys(table)

    def counted_view(table: RowTable, place: int) -> Row:
        nonlocal looked
        looked += 1
        return view(table, place)

    folder = RunFolder.create(tmp_path / "run")
    for number in range(200):
        folder.append(Row(f"{number}.png", "a", 8, 8, "ok"), LatentFacts(1, (0.0,), (1.0,)))
    folder.close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RowTable, "row_keys", counted_keys)
        patch.setattr(RowTable, "_row", counted_view)
        resumed_folder = RunFolder.resume(tmp_path / "run")
        resumed_folder.close()
    assert len(resumed_folder.done) == 200
    assert 0 < looked <= 5 * 200
