"""What is said to be on disk was handed to the disk, in an order in which a crash at any moment leaves a run that can go on."""

from __future__ import annotations

import errno
import os
import shutil
import threading
from pathlib import Path
from typing import Any

import pytest
from fakes import FakeCodec, darker, install

from vaelab.engine.events import RowDone, RunFinished, RunStarted
from vaelab.engine.runner import run
from vaelab.errors import RunFolderError
from vaelab.results.records import Row
from vaelab.run_folder.durable import GrowingFile, write_atomic
from vaelab.run_folder.row_lines import row_line
from vaelab.run_folder.store import RunFolder, read_latents, read_rows, read_summary
from vaelab.settings import RunSettings
from vaelab.vae.base import LatentFacts

ROW = Row("a.png", "identity", 8, 9, "ok", image_sha256="ab", values={"psnr": 1.5})

posix = pytest.mark.skipif(os.name == "nt", reason="folders are not synced there")


def made(images: Path, out: Path, **changes: Any) -> RunSettings:
    values: dict[str, Any] = {
        "vaes": ("a=identity",),
        "metrics": "psnr",
        "device": "cpu",
        "batch_size": 1,
        **changes,
    }
    return RunSettings(images=(str(images),), out=str(out), **values)


class Disk:
    """Takes note of what is synced and moved, in order."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.said: list[str] = []
        self.synced = threading.Event()
        fsync, replace = os.fsync, Path.replace

        def note_sync(descriptor: int) -> None:
            fsync(descriptor)
            path = (
                Path(f"/proc/self/fd/{descriptor}").readlink() if Path("/proc/self/fd").exists() else Path()
            )
            self.said.append(f"sync {path.name}" + ("/" if path.is_dir() else ""))
            self.synced.set()

        def note_move(path: Path, target: Path) -> Path:
            self.said.append(f"move {target.name}")
            return replace(path, target)

        monkeypatch.setattr(os, "fsync", note_sync)
        monkeypatch.setattr(Path, "replace", note_move)


@posix
def test_a_replaced_file_is_synced_before_it_is_moved_and_its_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(monkeypatch)
    write_atomic(tmp_path / "x.json", b"1")
    assert len(disk.said) == 3
    assert disk.said[0].startswith("sync .x.json.")
    assert disk.said[1:] == ["move x.json", f"sync {tmp_path.name}/"]


def test_a_row_is_synced_soon_though_no_other_follows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = RunFolder.create(tmp_path / "run")
    folder.append(ROW)
    disk = Disk(monkeypatch)
    folder.append(ROW, LatentFacts(4, (0.0,), (1.0,)))
    assert disk.synced.wait(30)
    folder.close()
    if Path("/proc/self/fd").exists():
        assert {"sync per_image.csv", "sync latents.jsonl"} <= set(disk.said)


def test_rows_are_synced_before_a_summary_speaks_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vaelab.run_folder.store._SYNC_EVERY_S", 3600.0)
    folder = RunFolder.create(tmp_path / "run")
    folder.append(ROW, LatentFacts(4, (0.0,), (1.0,)))
    disk = Disk(monkeypatch)
    folder.write_summary({"schema_version": 2})
    folder.close()
    moved = disk.said.index("move summary.json")
    if Path("/proc/self/fd").exists():
        assert {"sync per_image.csv", "sync latents.jsonl"} <= set(disk.said[:moved])


def test_a_disk_that_fails_to_sync_is_an_error_and_stays_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A system says once that what it had taken is lost; the next sync succeeds, with the loss behind it."""
    monkeypatch.setattr("vaelab.run_folder.store._SYNC_EVERY_S", 0.01)
    folder = RunFolder.create(tmp_path / "run")
    folder.append(ROW)
    fsync, failed = os.fsync, threading.Event()

    def fail_once(descriptor: int) -> None:
        if not failed.is_set():
            failed.set()
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", fail_once)
    folder.append(ROW)
    assert failed.wait(30)
    assert folder._timer is not None
    folder._timer.join(30)
    with pytest.raises(RunFolderError, match="can no longer be written: input/output error"):
        folder.append(ROW)
    with pytest.raises(RunFolderError, match="can no longer be written: input/output error"):
        folder.write_summary({"schema_version": 2})
    folder.close()
    assert not (tmp_path / "run" / "summary.json").exists()


def test_the_first_summary_is_the_first_file(image_folder: Path, tmp_path: Path, monkeypatch: Any) -> None:
    """So a process that is killed at any moment leaves a folder with its settings, or one with nothing in it."""
    out = tmp_path / "run"
    found: list[list[str]] = []
    opened = RunFolder._open

    def look(self: RunFolder) -> Any:
        found.append(sorted(path.name for path in out.iterdir() if not path.name.startswith(".")))
        return opened(self)

    install(monkeypatch, a=FakeCodec(darker))
    monkeypatch.setattr(RunFolder, "_open", look)
    events = run(made(image_folder, out))
    next(events)
    assert found[0] == ["summary.json"]
    events.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "kept", [(), ("summary.json",), ("summary.json", "per_image.csv"), ("per_image.csv",)]
)
@pytest.mark.parametrize("resume", [False, True])
def test_a_half_written_folder_can_be_resumed_or_used(
    kept: tuple[str, ...], resume: bool, image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a kill before the first row leaves, in this version or in one that wrote the table first."""
    out = tmp_path / "run"
    install(monkeypatch, a=FakeCodec(darker))
    events = run(made(image_folder, out))
    next(events)
    events.close()  # type: ignore[attr-defined]
    for name in {"summary.json", "per_image.csv", "latents.jsonl"} - set(kept):
        (out / name).unlink()
    if "summary.json" in kept and not resume:
        with pytest.raises(RunFolderError, match="continue it with --resume"):
            next(run(made(image_folder, out), resume=resume))
        return
    end = list(run(made(image_folder, out), resume=resume))[-1]
    assert isinstance(end, RunFinished)
    assert end.exit_code == 0
    assert [row.image for row in read_rows(out)] == ["astronaut.png", "chelsea.png", "coffee.png"]
    assert set(read_latents(out)["a"]) == {"astronaut.png", "chelsea.png", "coffee.png"}


@pytest.mark.parametrize("what", ["emptied", "deleted"])
def test_a_table_that_a_power_cut_emptied_is_measured_again_and_said(
    what: str, image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "run"
    install(monkeypatch, a=FakeCodec(darker))
    list(run(made(image_folder, out)))
    if what == "emptied":
        (out / "per_image.csv").write_bytes(b"")
    else:
        (out / "per_image.csv").unlink()
    install(monkeypatch, a=FakeCodec(darker))
    events = list(run(made(image_folder, out), resume=True))
    started = next(event for event in events if isinstance(event, RunStarted))
    assert started.notes == ("per_image.csv was missing or empty: every image is measured",)
    assert len(read_rows(out)) == 3
    assert read_summary(out)["vaes"]["a"]["images_ok"] == 3
    assert len((out / "latents.jsonl").read_text().splitlines()) == 3


def test_what_a_killed_process_left_half_written_is_removed_on_resume(tmp_path: Path) -> None:
    folder = RunFolder.create(tmp_path / "run")
    folder.append(ROW)
    folder.close()
    pictures = tmp_path / "run" / "images" / "identity"
    pictures.mkdir(parents=True)
    theirs = [tmp_path / "run" / ".summary.json.ab12_x9z.tmp", pictures / ".a-01234567.png.ab12_x9z.tmp"]
    mine = [tmp_path / "run" / ".notes.tmp", tmp_path / "run" / "x.ab12_x9z.tmp"]
    for path in (*theirs, *mine):
        path.touch()
    RunFolder.resume(tmp_path / "run").close()
    assert [path.exists() for path in (*theirs, *mine)] == [False, False, True, True]


@posix
@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_a_table_that_is_a_link_or_a_pipe_is_not_written(kind: str, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious")
    if kind == "link":
        (tmp_path / "rows").symlink_to(victim)
    else:
        os.mkfifo(tmp_path / "rows")
    with pytest.raises(OSError, match="not a regular file"):
        GrowingFile(tmp_path / "rows")
    assert victim.read_text() == "precious"


@posix
def test_pictures_do_not_follow_a_link_out_of_the_folder(tmp_path: Path) -> None:
    import numpy as np

    outside = tmp_path / "outside"
    outside.mkdir()
    folder = RunFolder.create(tmp_path / "run")
    (tmp_path / "run" / "images").symlink_to(outside)
    with pytest.raises(RunFolderError, match="leads out of the run folder"):
        folder.save_png("vae", "a.png", np.zeros((2, 2, 3), np.uint8))
    folder.close()
    assert not list(outside.rglob("*.png"))


@pytest.mark.parametrize(
    "what", ["rows deleted", "rows replaced", "rows changed", "folder deleted", "folder moved"]
)
@pytest.mark.parametrize("pictures", ["none", "all"])
def test_a_record_that_is_lost_in_mid_run_is_an_error_and_its_rows_are_rescued(
    what: str, pictures: str, image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "run"
    rows = out / "per_image.csv"
    install(monkeypatch, a=FakeCodec(darker))
    events = run(made(image_folder, out, save_images=pictures))
    first = next(event for event in events if isinstance(event, RowDone))
    if what == "rows deleted":
        rows.unlink()
    elif what == "rows replaced":
        content = rows.read_bytes()
        shutil.copy(rows, tmp_path / "copy")
        (tmp_path / "copy").replace(rows)
        assert rows.read_bytes() == content
    elif what == "rows changed":
        with rows.open("ab") as file:
            file.write(b"x\r\n")
    elif what == "folder deleted":
        shutil.rmtree(out)
    else:
        out.rename(tmp_path / "elsewhere")
    with pytest.raises(RunFolderError) as caught:
        list(events)
    words = {"rows replaced": "was replaced", "rows changed": "was changed"}.get(what, "was deleted or moved")
    assert words in str(caught.value)
    place = tmp_path / "run-rescued" / "per_image.csv"
    assert f"is in '{place}': continue there with --out" in str(caught.value)
    rescued = read_rows(place.parent)
    assert row_line(rescued[0]) == row_line(first.row)
    assert [row.image for row in rescued] == ["astronaut.png", "chelsea.png", "coffee.png"][: len(rescued)]
    assert f"so far ({len(rescued)} row" in str(caught.value)
    if out.exists():
        assert read_summary(out)["state"] == "running"
        assert not (out / "report.html").exists()
    else:
        assert what.startswith("folder")
    # What the sentence advises works.
    install(monkeypatch, a=FakeCodec(darker))
    end = list(run(made(image_folder, place.parent, save_images=pictures), resume=True))[-1]
    assert isinstance(end, RunFinished)
    assert (end.exit_code, len(read_rows(place.parent))) == (0, 3)


def test_a_lost_record_ends_the_command_with_a_sentence_and_not_with_success(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from vaelab.cli.parser import main

    out = tmp_path / "run"
    install(
        monkeypatch,
        a=FakeCodec(darker, lambda indices: shutil.rmtree(out) if 2 in indices and out.exists() else None),
    )
    assert (
        main(["run", str(image_folder), "--vae", "a=identity", "--out", str(out), "--metrics", "psnr"]) == 2
    )
    shown = capsys.readouterr()
    assert "was deleted or moved by another program while the run went on" in shown.err
    assert "Report" not in shown.out
    assert read_rows(tmp_path / "run-rescued")


def test_where_nothing_can_be_rescued_the_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vaelab.errors import RecordLostError
    from vaelab.run_folder.salvage import salvage

    def refuse(*arguments: Any, **named: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "mkdir", refuse)
    error = salvage(tmp_path / "run", RecordLostError("the table was deleted"), [ROW], {}, {})
    assert str(error) == (
        "the table was deleted; what was measured so far (1 row) could not be saved elsewhere: no space left on device"
    )


def test_what_was_left_before_there_was_a_run_is_removed_too(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    left = tmp_path / "run" / "..vaelab.owner.ab12_x9z.tmp"
    left.touch()
    RunFolder.create(tmp_path / "run").close()
    assert not left.exists()
