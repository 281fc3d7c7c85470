"""How many images a VAE takes at once on a GPU: chosen by measurement, recorded, and taken up again."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest
import torch
from fakes import FakeCodec, darker, install
from skimage import data, io

from vaelab.control import Control
from vaelab.engine.events import RowDone, RunFinished, StageChanged
from vaelab.engine.runner import run
from vaelab.engine.vaes.batch_choice import batch_seconds, choose_batch
from vaelab.run_folder.store import read_rows, read_summary
from vaelab.settings import RunSettings


@pytest.mark.parametrize(
    ("seconds", "chosen"),
    [
        ({1: 0.032, 2: 0.052, 4: 0.088, 8: 0.158, 16: 0.33}, 8),
        ({1: 0.143, 2: 0.27, 4: 0.525, 8: 1.05, 16: 2.1}, 2),
        ({1: 0.01, 2: 0.02}, 1),
        ({1: 0.032, 2: 0.052, 4: None}, 2),
        ({1: None}, 1),
        ({1: 0.01, 2: 0.011, 4: 0.012, 8: 0.013, 16: 0.014}, 16),
        ({1: 1.5, 2: 2.8}, 2),
        ({1: 5.0}, 1),
    ],
    ids=["SD, fp16", "no gain", "linear", "memory ends", "no memory", "all", "time ends", "slow"],
)
def test_the_largest_batch_that_gains_something(seconds: dict[int, float | None], chosen: int) -> None:
    """A size that is not in the table must not be tried."""
    assert choose_batch(lambda size: seconds[size]) == chosen


def test_memory_that_runs_out_ends_the_trial() -> None:
    codec = FakeCodec(darker)
    image = np.zeros((16, 16, 3), np.uint8)
    taken = batch_seconds(codec, image, 4)
    assert taken is not None
    assert taken > 0
    assert [len(batch) for batch in codec.batches] == [4, 4]
    assert len({index for batch in codec.batches for index in batch}) == 8

    def full(indices: Any) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory")

    codec._before = full
    assert batch_seconds(codec, image, 4) is None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Seven pictures of one size."""
    place = tmp_path / "images"
    place.mkdir()
    for number in range(7):
        io.imsave(place / f"{number}.png", data.astronaut()[number * 40 :][:48, :48], check_contrast=False)
    return place


@pytest.fixture
def like_a_gpu(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A device that takes up to four at once, on which two are worth it; which sizes were tried."""
    tried: list[int] = []

    def largest(wanted: int | Literal["auto"], device: str) -> int:
        return 4 if wanted == "auto" else wanted

    def seconds(codec: Any, image: Any, size: int) -> float:
        tried.append(size)
        return {1: 0.1, 2: 0.11, 4: 0.22}[size]

    monkeypatch.setattr("vaelab.device.largest_batch", largest)
    monkeypatch.setattr("vaelab.engine.pipeline.batch_seconds", seconds)
    return tried


def made(folder: Path, out: Path, **changes: Any) -> RunSettings:
    plain: dict[str, Any] = {"marker": "off", "metrics": "psnr,ssim,gradient", "device": "cpu"} | changes
    return RunSettings(images=(str(folder),), vaes=("a=identity",), out=str(out), **plain)


def values(out: Path) -> list[dict[str, Any]]:
    clock = ("encode_ms", "decode_ms")
    return [
        {name: value for name, value in row.values.items() if name not in clock} for row in read_rows(out)
    ]


def test_it_is_recorded_and_taken_up_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, like_a_gpu: list[int]
) -> None:
    """A run that is cut off and continued gives the batches, and the rows, of one that was not."""
    whole, cut = FakeCodec(darker), FakeCodec(darker)
    install(monkeypatch, a=whole)
    events = list(run(made(folder, tmp_path / "whole")))
    assert any(isinstance(event, StageChanged) and "batch" in event.stage for event in events)
    assert like_a_gpu == [1, 2, 4]
    assert whole.batches == [[0, 1], [2, 3], [4, 5], [6]]
    assert read_summary(tmp_path / "whole")["vaes"]["a"]["batch_size"] == 2

    install(monkeypatch, a=cut)
    control = Control()
    for event in run(made(folder, tmp_path / "cut"), control):
        if isinstance(event, RowDone) and event.finished == 3:
            control.stop_now()
    assert 3 <= len(read_rows(tmp_path / "cut")) < 7
    like_a_gpu.clear()
    cut.batches.clear()
    end = list(run(made(folder, tmp_path / "cut"), resume=True))[-1]
    assert isinstance(end, RunFinished)
    assert end.exit_code == 0
    assert like_a_gpu == []
    assert all(batch in whole.batches for batch in cut.batches)
    assert values(tmp_path / "cut") == values(tmp_path / "whole")


def test_a_number_that_the_user_named_is_not_tried(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, like_a_gpu: list[int]
) -> None:
    codec = FakeCodec(darker)
    install(monkeypatch, a=codec)
    list(run(made(folder, tmp_path / "run", batch_size=3)))
    assert like_a_gpu == []
    assert [len(batch) for batch in codec.batches] == [3, 3, 1]
    assert read_summary(tmp_path / "run")["vaes"]["a"]["batch_size"] == 3


def test_a_vae_that_fails_on_trial_is_heard_on_its_images(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, like_a_gpu: list[int]
) -> None:
    """The trial says nothing itself: the reason stands in the rows."""

    def broken(indices: Any) -> None:
        raise RuntimeError("nothing works")

    def seconds(codec: Any, image: Any, size: int) -> float:
        raise RuntimeError("nothing works")

    install(monkeypatch, a=FakeCodec(darker, broken))
    monkeypatch.setattr("vaelab.engine.pipeline.batch_seconds", seconds)
    end = list(run(made(folder, tmp_path / "run")))[-1]
    assert isinstance(end, RunFinished)
    assert end.exit_code == 3
    assert "nothing works" in end.summary["vaes"]["a"]["error"]
