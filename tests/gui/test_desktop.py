"""What the desktop is asked to open: where no program does, the window says where it lies."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from vaelab.gui.core.background_jobs import Jobs
from vaelab.gui.main_window import MainWindow
from vaelab.resources import assets_folder
from vaelab.vae.base import VAEInfo


@pytest.mark.parametrize("opens", [True, False])
@pytest.mark.parametrize("name", ["open_report", "open_folder", "file of a VAE"])
def test_what_nothing_opens_is_named(
    name: str, opens: bool, finished: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return opens

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    assert finished.run_model.folder is not None
    expected = {
        "open_report": finished.run_model.folder / "report.html",
        "open_folder": finished.run_model.folder,
    }
    path = expected.get(name, assets_folder() / "weights")
    if name in expected:
        finished.actions_.action(name).trigger()
    else:
        model = finished.setup_model
        model.add_vaes([str(path / "linear.safetensors")])
        qtbot.waitUntil(lambda: isinstance(model.info(model.vaes[-1]), VAEInfo))
        menu = finished.setup_panel.vaes.rows[-1].menu
        menu.fill()
        (show,) = (action for action in menu.actions() if action.text() == "Show the file")
        show.trigger()
    qtbot.waitUntil(lambda: bool(asked))
    assert [Path(text) for text in asked] == [path]
    assert finished.banner.words.text().endswith(f"it lies here: {path}") is not opens


def test_jobs_that_end_take_no_more_and_outlive_their_owner(qtbot: QtBot) -> None:
    done: list[int] = []
    jobs = Jobs()
    jobs.submit(lambda: 1, done.append)
    qtbot.waitUntil(lambda: done == [1])
    assert jobs.shutdown()
    jobs.submit(lambda: done.append(2), done.append)
    assert jobs.shutdown()
    assert done == [1]
