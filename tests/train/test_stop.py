"""A training that is asked to end keeps what it has learned, says where, and goes on as if nobody had asked."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from command_process import start, wait_for
from PIL import Image
from preloaded import Command

from vaelab.control import Control
from vaelab.train.loop import CHECKPOINT, Training, train
from vaelab.train.settings import FileSaved, Halted, TrainSettings


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for index in range(5):
        grains = np.random.default_rng(index).integers(0, 256, (96, 96, 3), dtype=np.uint8)
        Image.fromarray(grains).save(folder / f"{index}.png")
    return folder


def checkpoint(folder: Path) -> dict[str, object]:
    found: dict[str, object] = torch.load(folder / CHECKPOINT, map_location="cpu", weights_only=True)
    return found


def test_a_stop_between_two_epochs_costs_no_step_and_changes_no_weight(
    pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = TrainSettings(
        images=(pictures,), out=tmp_path / "whole", steps=6, size=64, batch=2, epoch=4, threads=1
    )
    list(train(settings))
    cut = replace(settings, out=tmp_path / "cut")
    control = Control()
    advance = Training.advance

    def stopping(training: Training) -> object:
        if training.step == 2:
            control.stop_now()
        return advance(training)

    with monkeypatch.context() as patch:
        patch.setattr(Training, "advance", stopping)
        events = list(train(cut, control))
    assert events[-1] == Halted(3, 6, cut.out / CHECKPOINT)
    assert not [event for event in events if isinstance(event, FileSaved)]
    assert checkpoint(cut.out)["step"] == 3
    assert not list(cut.out.glob("*.part"))
    assert not (cut.out / "mini.safetensors").exists()
    assert isinstance(list(train(replace(cut, resume=True)))[-1], FileSaved)
    for name in ("model", "average"):
        whole, resumed = checkpoint(settings.out)[name], checkpoint(cut.out)[name]
        assert isinstance(whole, dict)
        assert isinstance(resumed, dict)
        assert all(torch.equal(whole[key], resumed[key]) for key in whole)


def test_a_stop_before_the_first_step_leaves_the_checkpoint_of_before(pictures: Path, tmp_path: Path) -> None:
    settings = TrainSettings(
        images=(pictures,), out=tmp_path / "out", steps=2, size=64, batch=2, epoch=2, threads=1
    )
    list(train(settings))
    before = checkpoint(settings.out)
    control = Control()
    control.stop_now()
    events = list(train(replace(settings, steps=4, resume=True), control))
    assert events[-1] == Halted(2, 4, settings.out / CHECKPOINT)
    after = checkpoint(settings.out)
    assert after["step"] == before["step"] == 2
    assert isinstance(before["model"], dict)
    assert isinstance(after["model"], dict)
    assert all(torch.equal(weight, after["model"][key]) for key, weight in before["model"].items())


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_ends_a_training_as_it_ends_a_run(name: str, pictures: Path, tmp_path: Path) -> None:
    out, number = tmp_path / "out", getattr(signal, name)
    command = (
        "train", str(pictures), "--out", str(out), "--steps", "100000", "--size", "64", "--batch", "1",
        "--epoch", "3", "--threads", "1",
    )  # fmt: skip
    process = start(*command) if name == "SIGTERM" else Command(*command, folder=tmp_path)
    wait_for((out / CHECKPOINT).exists, process)
    process.send_signal(number)
    shown, errors = process.communicate(timeout=60)
    assert process.returncode == 128 + number, errors
    assert "Traceback" not in errors
    step = checkpoint(out)["step"]
    assert f"Stopped at step {step} of 100000" in shown
    assert f"'{out / CHECKPOINT}'" in shown
    assert "--resume" in shown
    assert not list(out.glob("*.part"))


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
def test_a_signal_before_the_first_step_ends_it_at_once(pictures: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    process = start("train", str(pictures), "--out", str(out), "--steps", "100000", "--size", "64")
    wait_for((out / "cache").exists, process)
    process.send_signal(signal.SIGTERM)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 128 + signal.SIGTERM, errors
    assert "Traceback" not in errors
