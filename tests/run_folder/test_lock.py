"""One run folder, one writer: a second one is refused at once, and a folder whose writer was killed is taken over."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from fakes import FakeCodec, darker, install

from vaelab.cli.parser import main
from vaelab.engine.events import RowDone, RunFinished, RunStarted
from vaelab.engine.runner import run
from vaelab.errors import RunFolderError
from vaelab.run_folder.lock import LOCK, OWNER, Owner, RunLock
from vaelab.run_folder.store import RunFolder, read_rows
from vaelab.settings import RunSettings


def made(images: Path, out: Path, **changes: Any) -> RunSettings:
    plain: dict[str, Any] = {"vaes": ("a=identity",), "metrics": "psnr", "device": "cpu", "batch_size": 1}
    return RunSettings(images=(str(images),), out=str(out), **plain | changes)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("resume", [False, True])
def test_a_second_run_is_refused_at_once_and_harms_nothing(
    resume: bool, image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "run"
    install(monkeypatch, a=FakeCodec(darker))
    first = run(made(image_folder, out))
    next(event for event in first if isinstance(event, RowDone))

    def not_yet(*arguments: Any, **named: Any) -> None:
        raise AssertionError("the images were listed before the folder was found to be in use")

    monkeypatch.setattr("vaelab.engine.plan.list_images", not_yet)
    with pytest.raises(RunFolderError, match=rf"is being written by another run \(process {os.getpid()} on "):
        next(run(made(image_folder, out), resume=resume))
    monkeypatch.undo()
    install(monkeypatch, a=FakeCodec(darker))
    rest = list(first)
    assert isinstance(rest[-1], RunFinished)
    assert (rest[-1].exit_code, len(read_rows(out))) == (0, 3)
    assert files(out) == ["latents.jsonl", "per_image.csv", "report.html", "summary.json"]


def test_another_process_is_refused_in_one_sentence(
    image_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "run"
    out.mkdir()
    code = f"""
import sys
from pathlib import Path
from vaelab.run_folder.lock import RunLock
lock = RunLock(Path({str(out)!r}))
print("held", flush=True)
sys.stdin.read()
lock.release()
"""
    holder = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        command = ["run", str(image_folder), "--vae", "identity", "--out", str(out)]
        for more in ([], ["--resume"]):
            assert main(command + more) == 2
            error = capsys.readouterr().err
            assert f"is being written by another run (process {holder.pid} on" in error
            assert error.count("\n") == 1
        assert not (out / "per_image.csv").exists()
    finally:
        holder.communicate()
    assert files(out) == []


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL there")
def test_a_killed_writer_is_named_by_whoever_takes_over(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "run"
    install(monkeypatch, a=FakeCodec(darker))
    events = run(made(image_folder, out))
    next(event for event in events if isinstance(event, RowDone))
    events.close()  # type: ignore[attr-defined]
    code = f"""
import os, signal
from pathlib import Path
from vaelab.run_folder.store import RunFolder
folder = RunFolder.resume(Path({str(out)!r}))
os.kill(os.getpid(), signal.SIGKILL)
"""
    killed = subprocess.Popen([sys.executable, "-c", code])
    assert killed.wait() == -signal.SIGKILL
    assert files(out)[:2] == [LOCK, OWNER]
    events = list(run(made(image_folder, out), resume=True))
    started = next(event for event in events if isinstance(event, RunStarted))
    assert any(f"(process {killed.pid} on" in note and "taken over" in note for note in started.notes)
    assert len(read_rows(out)) == 3
    assert not {LOCK, OWNER} & set(files(out))


@pytest.mark.parametrize(
    ("owner", "is_named"),
    [
        (b"", False),
        (b"{", False),
        (b"[]", False),
        (b'{"host": "x", "pid": "many", "started": 0}', False),
        (b'{"host": "x", "pid": 1, "started": 1e300}', False),
        (b"[" * 5000, False),
        (b'{"host": "other\\u001b[2J", "pid": 1, "started": 0}', True),
    ],
)
def test_a_strangers_owner_file_is_data(owner: bytes, is_named: bool, tmp_path: Path) -> None:
    (tmp_path / OWNER).write_bytes(owner)
    lock = RunLock(tmp_path)
    assert (lock.taken_over is not None) == is_named
    assert "\x1b" not in str(lock.taken_over)
    lock.release()
    assert files(tmp_path) == []


def test_where_the_system_grants_every_lock_a_living_owner_is_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import psutil

    parent = psutil.Process(os.getppid())
    here = Owner.here()
    alive = {"host": here.host, "pid": parent.pid, "started": parent.create_time()}
    (tmp_path / OWNER).write_text(json.dumps(alive))
    with pytest.raises(RunFolderError, match=f"process {parent.pid} on"):
        RunLock(tmp_path)
    # The same number for another process: the owner is gone.
    (tmp_path / OWNER).write_text(json.dumps(alive | {"started": parent.create_time() - 3600}))
    lock = RunLock(tmp_path)
    assert lock.taken_over == Owner(here.host, parent.pid, parent.create_time() - 3600)
    lock.release()


def test_a_lock_is_let_go_whatever_keeps_the_run_from_starting(image_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    out.mkdir()
    for bad in ({"images": ("/no/such",)}, {"device": "cuda:77"}):
        base: dict[str, Any] = {"images": (str(image_folder),), "vaes": ("identity",), "out": str(out)}
        with pytest.raises(Exception, match="no/such|cuda:77"):
            list(run(RunSettings(**{**base, **bad})))
        if out.exists():
            assert files(out) == []
        out.mkdir(exist_ok=True)
    RunFolder.create(out).close()
    assert not out.exists()


def test_the_lock_of_another_folder_in_the_same_place_is_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "run"
    out.mkdir()
    first = RunLock(out)
    out.rename(tmp_path / "moved")
    out.mkdir()
    second = RunLock(out)
    first.release()
    assert files(out) == [LOCK, OWNER]
    second.release()
    assert files(out) == []
