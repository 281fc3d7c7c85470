"""The status bar says that PyTorch cannot use the GPU, and a dialog has the commands."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window.fakes import Opener

from vaelab.gui.core.background_jobs import Failure
from vaelab.gui.main_window import MainWindow
from vaelab.gui.run.unused_gpu import UnusedGPUDialog
from vaelab.pytorch_build import UnusedGPU

FOUND = UnusedGPU("NVIDIA", "CUDA", "CPU", ("python -m pip install one", "python -m pip install another"))


def test_the_window_looks_by_itself(
    open_window: Opener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vaelab.gui.run.unused_gpu.unused_gpu", lambda: FOUND)
    window = open_window()
    qtbot.waitUntil(window.unused_gpu.isVisible)
    assert window.unused_gpu.text() == "NVIDIA GPU not used"
    assert "cannot use the NVIDIA GPU" in window.unused_gpu.toolTip()


@pytest.mark.parametrize("found", [None, Failure("no such file")])
def test_nothing_is_said_where_nothing_is_wrong(found: Failure | None, window: MainWindow) -> None:
    window.unused_gpu.show_found(FOUND)
    assert window.unused_gpu.isVisible()
    window.unused_gpu.show_found(found)
    assert not window.unused_gpu.isVisible()
    window.unused_gpu.explain()
    assert not window.findChildren(UnusedGPUDialog)


def test_the_dialog_gives_the_commands_to_the_clipboard(window: MainWindow, qapp: QApplication) -> None:
    window.unused_gpu.show_found(FOUND)
    window.unused_gpu.click()
    (dialog,) = window.findChildren(UnusedGPUDialog)
    assert dialog.isVisible()
    qapp.clipboard().clear()
    dialog.copy.click()
    assert qapp.clipboard().text().splitlines() == list(FOUND.commands)
    dialog.close()
