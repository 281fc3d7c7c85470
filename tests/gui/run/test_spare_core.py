"""A run on the CPU leaves the window a core, by a made-up count of threads."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from pytestqt.qtbot import QtBot
from window.fakes import Opener

from vaelab import device as devices
from vaelab.engine.events import RunEvent, VAELoaded
from vaelab.gui.core.phase import Phase
from vaelab.gui.run.spare_core import SpareCore, threads_beside_a_window
from vaelab.vae.base import VAEInfo


class Threads:
    """PyTorch's number of threads, and all that it is set to."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.set: list[int] = []

    def use(self, count: int) -> None:
        self.count = count
        self.set.append(count)


@pytest.fixture
def eight(monkeypatch: pytest.MonkeyPatch) -> Threads:
    threads = Threads(8)
    monkeypatch.setattr(devices, "threads", lambda: threads.count)
    monkeypatch.setattr(devices, "use_threads", threads.use)
    return threads


@pytest.mark.parametrize(("all_of_them", "left"), [(1, 1), (2, 2), (3, 2), (4, 3), (16, 15)])
def test_one_thread_less_and_two_of_two(all_of_them: int, left: int) -> None:
    assert threads_beside_a_window(all_of_them) == left


def test_a_second_vae_takes_no_second_core_and_the_end_gives_it_back(eight: Threads) -> None:
    core = SpareCore()
    for _ in range(2):
        core.begin("cpu")
    core.end()
    core.end()
    assert eight.set == [7, 8]


def test_a_run_on_a_gpu_keeps_them_all(eight: Threads) -> None:
    core = SpareCore()
    core.begin("cuda:0")
    core.end()
    assert not eight.set


def test_pytorch_is_not_loaded_for_it(eight: Threads, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "torch")
    SpareCore().begin("cpu")
    assert not eight.set


def test_the_windows_run_begins_with_a_thread_less(
    eight: Threads, open_window: Opener, qtbot: QtBot, image_folder: Path
) -> None:
    during: list[int] = []

    def run(*_: object, **__: object) -> Iterator[RunEvent]:
        assert torch.get_num_threads() > 0
        yield VAELoaded("identity", VAEInfo("identity", "Made-up family", 4, 8, 1000), "fp32", "cpu")
        during.append(eight.count)

    window = open_window(run)
    window.setup_model.add_images([str(image_folder)])
    window.setup_model.add_vaes(["identity"])
    qtbot.waitUntil(window.setup_panel.run_button.isEnabled)
    window.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: bool(during) and window.controller.phase is Phase.IDLE)
    assert during == [7]
    assert eight.set == [7, 8]
