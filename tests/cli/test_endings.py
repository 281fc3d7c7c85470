"""How a command may end from outside: signals, closed and full output, limits, a damaged installation. Nothing measured is lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from command_process import rows_on_disk, start, wait_for
from PIL import Image
from preloaded import Command
from project import ROOT

from vaelab.cli.parser import main
from vaelab.run_folder.store import read_rows, read_summary

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and shells of Unix")

FAST = ["--vae", "identity", "--vae", "blur:2", "--size", "64", "--metrics", "psnr", "--device", "cpu"]


@pytest.fixture
def many_images(tmp_path: Path) -> Path:
    """Enough to be interrupted in the middle of it."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(150):
        Image.new("RGB", (64, 64), (number, 255 - number, 90)).save(folder / f"{number:03d}.png")
    return folder


@pytest.mark.parametrize(("name", "vae"), [("SIGTERM", "jpeg:50"), ("SIGHUP", "jpeg:50"), ("SIGINT", "mini")])
def test_a_signal_ends_a_run_like_ctrl_c(name: str, vae: str, many_images: Path, tmp_path: Path) -> None:
    out, number = tmp_path / "run", getattr(signal, name)
    command = ("run", str(many_images), *FAST, "--vae", vae, "--out", str(out))
    process = start(*command) if name == "SIGTERM" else Command(*command, folder=tmp_path)
    wait_for(lambda: rows_on_disk(out) > 3, process)
    process.send_signal(number)
    shown, errors = process.communicate(timeout=60)
    assert process.returncode == 128 + number, errors
    assert "Traceback" not in errors
    assert "--resume" in shown
    rows, summary = read_rows(out), read_summary(out)
    assert 3 < len(rows) < 450
    assert summary["state"] == "stopped"
    assert sum(vae["images_ok"] for vae in summary["vaes"].values()) == len(rows)
    assert (out / "report.html").exists()
    assert not list(out.glob(".vaelab*"))


def test_a_signal_before_the_first_image_leaves_a_run_that_can_be_resumed(
    many_images: Path, tmp_path: Path
) -> None:
    out = tmp_path / "run"
    process = start("run", str(many_images), "--limit", "2", *FAST, "--out", str(out))
    wait_for((out / "summary.json").exists, process)
    process.send_signal(signal.SIGTERM)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 128 + signal.SIGTERM, errors
    assert "Traceback" not in errors
    assert main(["run", str(many_images), "--limit", "2", *FAST, "--out", str(out), "--resume"]) == 0
    assert len(read_rows(out)) == 4


def test_an_ignored_hangup_stays_ignored(many_images: Path, tmp_path: Path) -> None:
    """``nohup vaelab run``: the terminal may close."""
    out = tmp_path / "run"
    command = ("run", str(many_images), "--limit", "40", *FAST, "--out", str(out))
    process = Command(*command, folder=tmp_path, ignored=(signal.SIGHUP,))
    wait_for(lambda: rows_on_disk(out) > 3, process)
    process.send_signal(signal.SIGHUP)
    _, errors = process.communicate(timeout=100)
    assert process.returncode == 0, errors
    assert len(read_rows(out)) == 80


def shell(line: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    environ = os.environ | {"VAELAB": f"{sys.executable} -m vaelab"} | environment
    environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), environ.get("PYTHONPATH", "")])
    return subprocess.run(
        ["bash", "-c", line], cwd=cwd, env=environ, capture_output=True, text=True, check=False, timeout=110
    )


RUN = "$VAELAB run images --vae identity --vae blur:2 --size 64 --metrics psnr --device cpu --out run"


def is_whole(out: Path) -> bool:
    return (
        len(read_rows(out)) == 6
        and read_summary(out)["state"] == "finished"
        and (out / "report.html").exists()
    )


@pytest.mark.parametrize(
    ("option", "output"),
    [("--json", "| head -n 1"), ("", "| true"), ("--json", ">&-"), ("", "2>&-"), ("", "<&- >&- 2>&-")],
)
def test_a_closed_stream_stops_nothing(option: str, output: str, image_folder: Path, tmp_path: Path) -> None:
    done = shell(f"{RUN} {option} {output}; exit ${{PIPESTATUS[0]}}", tmp_path)
    assert (done.returncode, is_whole(tmp_path / "run")) == (0, True), done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    if option and output == "| head -n 1":
        assert json.loads(done.stdout)["event"] == "RunStarted"


needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")


@needs_full
@pytest.mark.parametrize("option", ["--json", ""])
def test_a_full_output_is_one_sentence_after_a_whole_run(
    option: str, image_folder: Path, tmp_path: Path
) -> None:
    if option:
        done = shell(f"{RUN} {option} > /dev/full", tmp_path)
        code, errors = done.returncode, done.stderr
    else:
        process = Command(*RUN.split()[1:], folder=tmp_path, stdout="/dev/full")
        _, errors = process.communicate(timeout=100)
        code = process.returncode
    assert code == 2
    assert is_whole(tmp_path / "run")
    last = errors.splitlines()[-1]
    assert last == (
        "vaelab: standard output can no longer be written: no space left on device; the run went on to its end all the same, "
        "and is in 'run'"
    )
    assert "Traceback" not in errors
    assert "Exception ignored" not in errors


@needs_full
def test_a_report_into_a_full_output_is_one_sentence(image_folder: Path, tmp_path: Path) -> None:
    assert main(["run", str(image_folder), *FAST, "--out", str(tmp_path / "run")]) == 0
    done = shell("$VAELAB report run --format md > /dev/full", tmp_path)
    assert done.returncode == 2
    assert done.stderr == (
        "vaelab: standard output cannot be written: no space left on device; make room, or write to a file with --out\n"
    )


@pytest.mark.parametrize("blocks", [1, 6, 16, 40])
def test_a_limit_on_the_size_of_files_is_one_sentence_and_then_a_run(
    blocks: int, image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At every point: the summary, the rows, the pictures, the report. What was measured is resumed to the same run."""
    process = Command(*RUN.split()[1:], "--save-images", "all", folder=tmp_path, file_bytes=blocks * 1024)
    _, errors = process.communicate(timeout=100)
    assert process.returncode == 2, errors
    last = errors.splitlines()[-1]
    assert last.startswith("vaelab: '")
    assert "file too large" in last
    assert "raise the limit" in last
    assert "Traceback" not in errors
    monkeypatch.chdir(tmp_path)
    assert main(["run", "images", *FAST, "--out", "run", "--save-images", "all", "--resume"]) == 0
    assert is_whole(tmp_path / "run")
    assert len({row.key for row in read_rows(tmp_path / "run")}) == 6
    assert not list((tmp_path / "run").rglob(".*"))


def test_a_torch_that_cannot_be_loaded_is_one_sentence(image_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "broken" / "torch").mkdir(parents=True)
    (tmp_path / "broken" / "torch" / "__init__.py").write_text(
        "raise OSError('libtorch_cpu.so: cannot open shared object file')"
    )
    code = f"import sys; sys.path.insert(0, {str(tmp_path / 'broken')!r}); from vaelab.cli.parser import main; sys.exit(main())"
    for command in (RUN, "$VAELAB doctor"):
        done = shell(command.replace("$VAELAB", f'{sys.executable} -c "$CODE"'), tmp_path, CODE=code)
        assert done.returncode == 2, done.stderr
        last = done.stderr.splitlines()[-1]
        assert last.startswith("vaelab: ")
        assert "libtorch_cpu.so: cannot open shared object file" in last
        assert "Traceback" not in done.stderr
    assert not (tmp_path / "run").exists()


def test_a_home_and_a_temporary_folder_that_cannot_be_written_stop_nothing(
    image_folder: Path, tmp_path: Path
) -> None:
    nowhere = {"HOME": "/proc/nowhere", "TMPDIR": "/proc/nowhere", "XDG_CACHE_HOME": "/proc/nowhere"}
    done = shell(RUN, tmp_path, **nowhere)
    assert done.returncode == 0, done.stderr
    assert is_whole(tmp_path / "run")
    refused = shell("$VAELAB demo", tmp_path, **nowhere)
    assert refused.returncode == 2
    assert refused.stderr.count("\n") == 1
    assert "cannot be written" in refused.stderr
    assert "choose another output folder" in refused.stderr
