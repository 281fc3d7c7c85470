"""Help › Verify this run: by a click, beside the window, with a table to copy, a report that says so, and an end at any time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shiboken6
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from runs.verified_runs import measured_run
from window.fakes import Opener

from vaelab.gui.main_window import MainWindow
from vaelab.gui.results.verification_window import VerificationWindow
from vaelab.run_folder.store import read_rows
from vaelab.run_folder.verification import read_verification


@pytest.fixture
def folder(tmp_path: Path, photographs: dict[str, Any]) -> Path:
    images = tmp_path / "images"
    images.mkdir()
    for name, photo in photographs.items():
        Image.fromarray(np.ascontiguousarray(photo[60:156, 60:188])).save(images / f"{name}.png")
    return measured_run(images, tmp_path / "run", "linear", "jpeg:40", metrics="lpips,gradient,colors,pixel")


@pytest.fixture
def window(open_window: Opener, qtbot: QtBot, folder: Path) -> MainWindow:
    window = open_window()
    assert not window.actions_.action("verify").isEnabled(), "there is no run yet"
    window.controllers.imports.take_paths([str(folder)])
    qtbot.waitUntil(lambda: window.rows.rowCount() == 8, timeout=20_000)
    return window


def begin(window: MainWindow) -> VerificationWindow:
    action = window.actions_.action("verify")
    assert action.isEnabled()
    action.trigger()
    shown = window.controllers.verification.shown
    assert shown is not None
    assert shown.isVisible()
    return shown


def ended(window: MainWindow, qtbot: QtBot) -> VerificationWindow:
    shown = begin(window)
    qtbot.waitUntil(lambda: not shown.progress.isVisible(), timeout=60_000)
    return shown


def test_a_sound_run_is_verified_and_its_report_says_so(
    window: MainWindow, qtbot: QtBot, folder: Path
) -> None:
    assert "Verified on" not in (folder / "report.html").read_text("utf-8")
    shown = ended(window, qtbot)
    assert shown.bar.words.text().startswith("Verified: 8 of 8 rows recomputed")
    names = [shown.table.item(row, 0).text() for row in range(shown.table.rowCount())]  # type: ignore[union-attr]
    assert names[0] == "lpips"
    assert names[-2:] == ["ranks and letters", "protocol hash"]
    assert "encode_ms" in shown.notes.toPlainText()
    qtbot.mouseClick(shown.copy_button, Qt.MouseButton.LeftButton)
    assert "| lpips | 8 |" in QGuiApplication.clipboard().text()
    assert "Verified on" in (folder / "report.html").read_text("utf-8")
    assert read_verification(folder) is not None
    assert shown.report_button.isVisible()
    qtbot.mouseClick(shown.close_button, Qt.MouseButton.LeftButton)
    assert not window.controllers.verification._timer.isActive()


def test_what_does_not_agree_is_marked_and_seen(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    place = folder / read_rows(folder)[3].reconstruction_png
    pixels = np.asarray(Image.open(place)).copy()
    pixels[20:40, 20:40] //= 2
    Image.fromarray(pixels).save(place)
    shown = ended(window, qtbot)
    assert shown.bar.words.text().startswith("Not verified: numbers do not agree in ")
    marked = [
        item.text() for row in range(shown.table.rowCount()) if (item := shown.table.item(row, 0)) and "✗" in item.text()
    ]  # fmt: skip
    assert "✗ psnr" in marked
    assert "NOT verified" in (folder / "report.html").read_text("utf-8")


def test_it_can_be_stopped_and_begun_again(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    shown = begin(window)
    work = window.controllers.verification._work
    assert work is not None
    assert begin(window) is shown, "one at a time"
    qtbot.mouseClick(shown.close_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.controllers.verification._work is None, timeout=60_000)
    assert work.control.stopping
    assert not (folder / "verify.json").exists()
    assert ended(window, qtbot).found is not None


@pytest.mark.parametrize("way", ["button", "escape", "title bar"])
def test_the_window_of_a_result_closes(window: MainWindow, qtbot: QtBot, way: str) -> None:
    shown = begin(window)
    ended(window, qtbot)
    if way == "button":
        qtbot.mouseClick(shown.close_button, Qt.MouseButton.LeftButton)
    elif way == "escape":
        qtbot.keyClick(shown, Qt.Key.Key_Escape)
    else:
        shown.close()
    qtbot.waitUntil(lambda: not shiboken6.isValid(shown) or not shown.isVisible())


def test_closing_the_window_ends_it(window: MainWindow) -> None:
    begin(window)
    work = window.controllers.verification._work
    assert work is not None
    window.put_away()
    assert not work.is_alive()
    assert not window.is_stuck


def test_a_run_that_is_gone_is_said(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    (folder / "per_image.csv").unlink()
    shown = ended(window, qtbot)
    assert "is not a run folder" in shown.bar.words.text()
    assert shown.close_button.text() == "Close"
