"""The command line: exit codes, one sentence on standard error, and what survives a kill."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from command_process import rows_on_disk, wait_for
from PIL import Image
from preloaded import Command

from vaelab import device as devices
from vaelab import pytorch_build
from vaelab.cli import doctor
from vaelab.cli.parser import main
from vaelab.metrics.base import Column, MetricSpec
from vaelab.metrics.registry import select
from vaelab.resources import assets_folder
from vaelab.run_folder.store import read_rows, read_summary


def test_a_name_that_is_no_text_and_a_system_that_knows_few_letters_end_no_command(
    image_folder: Path, tmp_path: Path
) -> None:
    """What is redirected is UTF-8 everywhere; bytes in a path that are none stand as ``\\udcff``, as JSON writes them."""
    name = os.fsdecode(b"linear\xff\n.safetensors")
    try:
        (tmp_path / name).write_bytes((assets_folder() / "weights" / "linear.safetensors").read_bytes())
    except OSError:
        pytest.skip("this file system takes no such name")
    script = f"""
import sys
from vaelab.cli.parser import main
vae, images, out = {str(tmp_path / name)!r}, {str(image_folder)!r}, {str(tmp_path / "run")!r}
assert main(["run", images, "--limit", "1", "--metrics", "pixel", "--device", "cpu", "--vae", vae, "--out", out]) == 0
assert main(["report", out, "--format", "html"]) == main(["report", out, "--format", "md"]) == 0
print("####")
assert main(["inspect", vae, "--json"]) == 0
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": "ascii:strict"},
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    table, facts = done.stdout.decode("utf-8").split("####")
    assert "PSNR ↑" in table
    assert json.loads(facts)["source"] == str(tmp_path / name)
    assert list(read_summary(tmp_path / "run")["vaes"]) == [r"linear\udcff\n"]
    assert read_summary(tmp_path / "run")["vaes"][r"linear\udcff\n"]["source"] == str(tmp_path / name)


@pytest.fixture
def many_images(tmp_path: Path, image_folder: Path) -> Path:
    """Enough work to be interrupted in the middle of it."""
    for path in list(image_folder.glob("*.png")):
        image = Image.open(path)
        for turn in range(1, 12):
            image.rotate(turn * 7).save(image_folder / f"{path.stem}-{turn:02d}.png")
    return image_folder


def test_run_report_and_compare(
    image_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "run")
    assert (
        main(
            [
                "run",
                str(image_folder),
                "--vae",
                "identity",
                "--vae",
                "q=jpeg:50",
                "--out",
                out,
                "--size",
                "128",
                "--device",
                "cpu",
            ]
        )
        == 0
    )
    shown = capsys.readouterr()
    assert "identity" in shown.out
    assert "report.html" in shown.out
    assert "[6/6]" in shown.err
    assert main(["report", out, "--format", "md"]) == 0
    table = capsys.readouterr().out
    assert table.startswith("| VAE |")
    assert "| identity |" in table
    assert main(["report", out, "--format", "json", "--out", str(tmp_path / "x.json")]) == 0
    assert json.loads((tmp_path / "x.json").read_text())["vaes"]["q"]["images_ok"] == 3

    other = str(tmp_path / "other")
    assert (
        main(["run", str(image_folder), "--vae", "blur:1", "--out", other, "--size", "96", "--device", "cpu"])
        == 0
    )
    capsys.readouterr()
    assert main(["compare", out, other]) == 2
    refused = capsys.readouterr().err
    assert "size" in refused
    assert "--force" in refused
    assert main(["compare", out, other, "--force"]) == 0
    assert "blur:1" in capsys.readouterr().out


def test_json_is_one_strict_event_a_line(
    image_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [
        "run",
        str(image_folder),
        "--vae",
        "identity",
        "--out",
        str(tmp_path / "run"),
        "--json",
        "--size",
        "64",
        "--device",
        "cpu",
    ]
    assert main(arguments) == 0

    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is not JSON")

    lines = capsys.readouterr().out.splitlines()
    events = [json.loads(line, parse_constant=refuse) for line in lines]
    assert events[0]["event"] == "RunStarted"
    assert events[-1]["event"] == "RunFinished"
    assert [e["row"]["image"] for e in events if e["event"] == "RowDone"] == [
        "astronaut.png",
        "chelsea.png",
        "coffee.png",
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["run", "/no/such", "--vae", "identity"], "/no/such"),
        (["run", "{empty}", "--vae", "identity"], "no image"),
        (["run", "{images}", "--vae", "idntity"], "Did you mean 'identity'"),
        (["run", "{images}", "--vae", "identity", "--metrics", "psrn"], "Did you mean 'psnr'"),
        (["run", "{images}", "--vae", "identity", "--size", "-4"], "size -4"),
        (["run", "{images}", "--vae", "jpeg:200"], "jpeg"),
        (["run", "{images}"], "--vae"),
        (["report", "{empty}"], "not a run folder"),
        (["compare", "{empty}", "{empty}"], "not a run folder"),
        (["inspect", "/no/such.safetensors"], "/no/such"),
        (["vaes", "/no/such"], "/no/such"),
    ],
)
def test_unusable_input_is_one_sentence_and_status_2(
    arguments: list[str], words: str, image_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    filled = [text.format(empty=tmp_path / "empty", images=image_folder) for text in arguments]
    if arguments[0] == "run":
        filled += ["--out", str(tmp_path / "run")]
    assert main(filled) == 2
    error = capsys.readouterr().err
    assert words.lower() in error.lower()
    assert error.startswith("vaelab: ")
    assert error.count("\n") == 1
    assert not (tmp_path / "run" / "per_image.csv").exists()


@pytest.mark.parametrize("arguments", [["bogus"], ["run", "x", "--out", "y", "--size", "big"], ["run", "x"]])
def test_wrong_usage_is_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_read_only_place_is_refused(image_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", str(image_folder), "--vae", "identity", "--out", "/proc/vaelab/run"]) == 2
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_without_a_display_there_is_a_sentence_instead_of_an_abort(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 2
    assert "vaelab demo" in capsys.readouterr().err


def test_inspect_reads_the_header_alone_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    for options, hashed in (([], True), (["--no-hash"], False)):
        assert main(["inspect", "linear", "--json", *options]) == 0
        facts = json.loads(capsys.readouterr().out)
        assert facts["parameters"] == 6368
        assert (facts["sha256"] is not None) == ("content sha256" in facts["details"]) == hashed


def test_a_killed_run_is_continued_to_the_same_rows(many_images: Path, tmp_path: Path) -> None:
    common = [str(many_images), "--vae", "jpeg:50", "--vae", "blur:2", "--size", "160", "--device", "cpu"]
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    assert main(["run", *common, "--out", str(whole)]) == 0
    process = Command("run", *common, "--out", str(killed), folder=tmp_path)
    wait_for(lambda: rows_on_disk(killed) >= 7, process)
    process.kill()
    process.communicate()
    assert 7 <= len(read_rows(killed)) < 72
    assert read_summary(killed)["state"] == "running"
    assert main(["report", str(killed), "--format", "html"]) == 0
    assert main(["run", *common, "--out", str(killed), "--resume"]) == 0
    timed = {"encode_ms", "decode_ms"}
    rows = [
        [
            (row.key, row.note, {k: v for k, v in row.values.items() if k not in timed})
            for row in read_rows(folder)
        ]
        for folder in (whole, killed)
    ]
    assert rows[0] == rows[1]


def test_doctor_holds_every_column_against_its_ideal(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = (Column("mae", "MAE", "", "", "low", 0.5), Column("grain", "Grain", "", "", "ideal", 1.0))
    monkeypatch.setattr(doctor, "select", lambda names: [*select(names), MetricSpec("wrong", wrong)])
    found = doctor.examine()["self_test"]
    assert found["problems"] == ["mae of identity is 0.0, not 0.5", "grain of identity is None, not 1"]


def test_doctor_finds_this_installation_healthy(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 0
    findings = json.loads(capsys.readouterr().out)
    assert findings["self_test"] == {"passed": True, "problems": []}
    assert findings["devices"][-1]["device"] == "cpu"


@pytest.mark.parametrize("build", ["CPU", "CUDA"])
def test_doctor_says_why_a_gpu_is_not_used(
    build: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The wrong build comes with the commands for the right one; the right build that sees no GPU with another cure."""
    for module in (doctor, pytorch_build):
        monkeypatch.setattr(module, "makers_present", lambda: (pytorch_build.MAKERS[0],))
        monkeypatch.setattr(module, "installed_build", lambda: build)
    monkeypatch.setattr(devices, "available_devices", lambda: ["cpu"])
    monkeypatch.setattr(doctor, "_self_test", lambda: {"passed": True, "problems": []})
    assert main(["doctor"]) == 0
    lines = capsys.readouterr().out.splitlines()
    place = next(
        number for number, line in enumerate(lines) if line.startswith("NVIDIA GPU: this PyTorch is")
    )
    if build == "CPU":
        assert lines[place].endswith("the CPU build and cannot use it; install the CUDA build:")
        assert "--force-reinstall --no-deps" in lines[place + 1]
        assert lines[place + 2].endswith(f"--index-url {pytorch_build.MAKERS[0].index}")
    else:
        assert "sees no GPU; update the driver" in lines[place]
        assert "pip install" not in lines[place + 1]
    monkeypatch.setattr(devices, "available_devices", lambda: ["cuda:0", "cpu"])
    monkeypatch.setattr(doctor, "_device", lambda name: {"device": name, "name": name, "precisions": {}})
    assert main(["doctor"]) == 0
    assert ("NVIDIA GPU: this PyTorch" in capsys.readouterr().out) == (build == "CPU")


@pytest.mark.parametrize(
    ("flags", "mode"),
    [
        ([], "separate"),
        (["--marker", "separate"], "separate"),
        (["--marker", "on"], "separate"),
        (["--marker", "embedded"], "embedded"),
        (["--marker", "off"], "off"),
    ],
)
def test_the_marker_has_three_modes_and_on_means_its_own_pass(
    flags: list[str], mode: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[Any] = []

    def keep(settings: Any, **_: Any) -> int:
        found.append(settings.marker)
        return 0

    monkeypatch.setattr("vaelab.cli.commands._run", keep)
    assert main(["run", "x", "--vae", "identity", "--out", str(tmp_path), *flags]) == 0
    assert found == [mode]


def test_an_unknown_mode_of_the_marker_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "x", "--vae", "identity", "--out", str(tmp_path), "--marker", "seperate"]) == 2
    assert "Marker 'seperate' is unknown: use separate, embedded, off." in capsys.readouterr().err
