"""A contact sheet leaves the window as every other export does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from vaelab.gui.core.phase import Phase
from vaelab.gui.main_window import MainWindow


def test_the_export_dialog_offers_a_sheet_and_writes_it(
    finished: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "run.sheet.png"
    offered: list[str] = []

    def answer(_parent: object, _title: str, _start: str, kinds: str) -> tuple[str, str]:
        offered.extend(kinds.split(";;"))
        return str(path), "Contact sheet (*.sheet.png)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    finished.actions_.action("export").trigger()
    assert "Contact sheet (*.sheet.png)" in offered
    qtbot.waitUntil(path.exists)
    with Image.open(path) as sheet:
        assert sheet.format == "PNG"
        assert sheet.width > 3 * 48
    # By its name alone as well.
    other = tmp_path / "other.png"
    finished.controllers.exports.export_to(other)
    qtbot.waitUntil(other.exists)
    assert other.read_bytes() == path.read_bytes()


def test_a_run_without_pictures_offers_none(
    ready: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready.setup_model.set_option("save_images", "none")
    ready.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: ready.controller.phase is Phase.IDLE, timeout=10_000)
    offered: list[str] = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *given: (offered.append(given[3]), ("", ""))[1]
    )
    ready.actions_.action("export").trigger()
    assert offered
    assert "Contact sheet" not in offered[0]
    ready.controllers.exports.export_to(tmp_path / "x.png")
    qtbot.waitUntil(lambda: "saved pictures" in ready.banner.words.text())
    assert not (tmp_path / "x.png").exists()
