"""The window with the real engine: from two photographs to a report, and from disk back into the window."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
from gui_fakes import Opener
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from vaelab.gui.worker import Phase
from vaelab.store import read_rows


def test_choose_run_sort_filter_look_copy_and_reopen(
    open_window: Opener, qtbot: QtBot, image_folder: Path
) -> None:
    (image_folder / "broken.png").write_bytes((image_folder / "astronaut.png").read_bytes()[:900])
    window = open_window()
    window.flow.take_paths([str(image_folder)])
    window.setup_model.add_vaes(["identity", "jpeg:30"])
    qtbot.waitUntil(window.setup_panel.run_button.isEnabled, timeout=10_000)
    qtbot.mouseClick(window.setup_panel.run_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.controller.phase is Phase.IDLE, timeout=90_000)
    folder = window.session.folder
    assert folder is not None
    on_disk = read_rows(folder)
    assert [row.key for row in on_disk] == [row.key for row in window.rows.rows()]
    assert window.rows.rowCount() == 8
    assert sum(row.status == "failed" for row in window.rows.rows()) == 2
    assert window.summary_model.labels() == ["identity", "jpeg:30"]
    assert window.summary_model.entry("identity")["J"] == 0
    assert (folder / "report.html").is_file()

    window.tabs.setCurrentWidget(window.images)
    window.images.filter.setText('lpips > 0 and vae == "jpeg:30"')
    qtbot.keyClick(window.images.filter, Qt.Key.Key_Return)
    assert window.rows.rowCount() == 3
    window.images.table.header_clicked.emit(window.rows.column_of("psnr"))
    assert window.rows.row_at(0).values["psnr"] == min(
        row.values["psnr"] for row in on_disk if row.vae == "jpeg:30" and row.status == "ok"
    )
    window.images.select(window.rows.row_at(0).key)
    pair = window.viewer.pair
    assert pair is not None
    row = window.viewer.row
    assert row is not None
    error = (pair[1].pixels.astype(float) - pair[0].pixels) / 255
    assert np.abs(error).max() > 0
    with Image.open(folder / row.reconstruction_png) as saved:
        assert np.array_equal(np.asarray(saved), pair[1].pixels)

    window.actions_.action("copy_md").trigger()
    markdown = QGuiApplication.clipboard().text()
    assert "jpeg:30" in markdown

    other = open_window()
    other.flow.take_paths([str(folder)])
    qtbot.waitUntil(lambda: other.rows.rowCount() == 8, timeout=20_000)
    other.actions_.action("copy_md").trigger()
    assert QGuiApplication.clipboard().text() == markdown


def test_a_folder_that_vanishes_in_mid_run_ends_in_words_and_keeps_the_rows(
    open_window: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    random = np.random.default_rng(0)
    for number in range(40):
        pixels = random.integers(0, 256, (96, 96, 3), dtype=np.uint8)
        Image.fromarray(pixels).save(folder / f"{number:02d}.png")
    window = open_window()
    window.flow.take_paths([str(folder)])
    window.setup_model.add_vaes(["jpeg:50"])
    window.setup_model.set_option("batch_size", 1)
    qtbot.waitUntil(window.setup_panel.run_button.isEnabled, timeout=10_000)
    window.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: window.rows.rowCount() >= 2, timeout=90_000)
    shutil.rmtree(folder)
    qtbot.waitUntil(lambda: window.controller.phase is Phase.IDLE, timeout=60_000)
    assert window.banner.isVisible()
    measured = [row for row in window.rows.rows() if row.status == "ok"]
    failed = [row for row in window.rows.rows() if row.status == "failed"]
    assert len(measured) >= 2
    assert all(row.note for row in failed)
