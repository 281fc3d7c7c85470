"""The window with the real engine: from two photographs to a report, and from disk back into the window."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from safetensors.torch import save_file
from vae_files import random_kl
from window.fakes import Opener

from vaelab.gui.core.phase import Phase
from vaelab.gui.main_window import MainWindow
from vaelab.gui.widgets.navigation import Page
from vaelab.run_folder.lock import RunLock
from vaelab.run_folder.store import read_rows


def test_choose_run_sort_filter_look_copy_and_reopen(
    open_window: Opener, qtbot: QtBot, image_folder: Path
) -> None:
    (image_folder / "broken.png").write_bytes((image_folder / "astronaut.png").read_bytes()[:900])
    window = open_window()
    window.controllers.imports.take_paths([str(image_folder)])
    window.setup_model.add_vaes(["identity", "jpeg:30"])
    window.setup_model.set_option("device", "cpu")
    qtbot.waitUntil(window.setup_panel.run_button.isEnabled, timeout=10_000)
    qtbot.mouseClick(window.setup_panel.run_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.controller.phase is Phase.IDLE, timeout=90_000)
    folder = window.run_model.folder
    assert folder is not None
    on_disk = read_rows(folder)
    assert [row.key for row in on_disk] == [row.key for row in window.rows.rows()]
    assert window.rows.rowCount() == 8
    assert sum(row.status == "failed" for row in window.rows.rows()) == 2
    assert window.summary_model.labels() == ["identity", "jpeg:30"]
    assert window.summary_model.entry("identity")["J"] == 0
    assert (folder / "report.html").is_file()

    window.navigation.turn_to(Page.IMAGES)
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
    other.controllers.imports.take_paths([str(folder)])
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
    window.controllers.imports.take_paths([str(folder)])
    window.setup_model.add_vaes(["jpeg:50"])
    window.setup_model.set_option("device", "cpu")
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


@pytest.fixture
def tiny_images(tmp_path: Path) -> Path:
    folder = tmp_path / "tiny"
    folder.mkdir()
    ramp = np.indices((32, 32)).sum(0).astype(np.uint8) * 4
    for number in range(3):
        Image.fromarray(np.stack([ramp, np.roll(ramp, number), ramp.T], 2)).save(folder / f"{number}.png")
    return folder


def choose(window: MainWindow, qtbot: QtBot, folder: Path, *vaes: str) -> None:
    window.controllers.imports.take_paths([str(folder)])
    window.setup_model.add_vaes(vaes)
    for name, value in {"marker": "off", "metrics": "psnr", "size": 32, "device": "cpu"}.items():
        window.setup_model.set_option(name, value)
    qtbot.waitUntil(window.setup_panel.run_button.isEnabled, timeout=10_000)


def run_by_click(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.setup_panel.run_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.controller.phase is Phase.IDLE, timeout=60_000)


def test_an_unreadable_image_keeps_its_row_and_spoils_nothing(
    open_window: Opener, qtbot: QtBot, tiny_images: Path
) -> None:
    whole = (tiny_images / "1.png").read_bytes()
    (tiny_images / "cut.png").write_bytes(whole[: len(whole) // 2])
    window = open_window()
    choose(window, qtbot, tiny_images, "identity", "jpeg:50")
    run_by_click(window, qtbot)
    failed = [row for row in window.rows.rows() if row.status == "failed"]
    assert [(row.image, row.vae) for row in failed] == [("cut.png", "identity"), ("cut.png", "jpeg:50")]
    assert all("'cut.png'" in row.note for row in failed)
    assert window.summary_model.entry("jpeg:50")["images_ok"] == 3
    assert "2 failed" in window.banner.words.text()
    assert not window.setup_panel.vaes.problem_cards
    window.navigation.turn_to(Page.IMAGES)
    window.images.select(failed[1].key)
    qtbot.waitUntil(lambda: window.viewer.row == failed[1])
    assert any(failed[1].note in label.text() for label in window.viewer.findChildren(QLabel))


def test_a_vae_that_overflows_in_fp16_is_offered_again_in_fp32_and_gives_rows(
    open_window: Opener, qtbot: QtBot, tiny_images: Path, tmp_path: Path
) -> None:
    module = random_kl((32, 32), norm_num_groups=8)
    # Sums beyond 65504, the largest number in fp16, that a norm brings back.
    module.decoder.conv_in.weight.mul_(1e7)
    save_file(module.state_dict(), tmp_path / "overflows.safetensors")
    window = open_window()
    choose(window, qtbot, tiny_images, "identity", str(tmp_path / "overflows.safetensors"))
    window.setup_model.change_vae(1, precision="fp16")
    run_by_click(window, qtbot)
    first = window.run_model.folder
    qtbot.waitUntil(lambda: bool(window.setup_panel.vaes.problem_cards))
    (card,) = window.setup_panel.vaes.problem_cards.values()
    assert list(card.buttons) == ["bf16", "fp32", "skip"]
    assert card.words.text().startswith("Its output became NaN in float16")
    assert [row.vae for row in window.rows.rows() if row.status == "ok"] == ["identity"] * 3
    qtbot.mouseClick(card.buttons["fp32"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.run_model.folder != first)
    qtbot.waitUntil(lambda: window.controller.phase is Phase.IDLE, timeout=60_000)
    assert not window.setup_panel.vaes.problem_cards
    assert [(row.vae, row.status) for row in window.rows.rows()] == [("overflows@fp32", "ok")] * 3
    assert window.summary_model.entry("overflows@fp32")["precision"] == "fp32"


def test_a_run_that_another_process_writes_is_refused_in_words(
    open_window: Opener, qtbot: QtBot, tiny_images: Path
) -> None:
    window = open_window()
    choose(window, qtbot, tiny_images, "identity")
    run_by_click(window, qtbot)
    folder = window.run_model.folder
    assert folder is not None
    lock = RunLock(folder)  # as another window or a terminal would hold it
    settings = window.run_model.settings
    assert settings is not None
    window.controllers.workflow.start_run(settings, window.setup_model.taking_part, resume=True)
    qtbot.waitUntil(lambda: window.controller.phase is Phase.IDLE, timeout=60_000)
    assert window.banner.isVisible()
    assert "is being written by another run (process " in window.banner.words.text()
    assert len(read_rows(folder)) == 3
    lock.release()
    # One image fewer: what was found is in the log, and the rows that are shown are those of the record.
    (tiny_images / "1.png").unlink()
    window.controllers.workflow.start_run(settings, window.setup_model.taking_part, resume=True)
    qtbot.waitUntil(lambda: window.controller.phase is Phase.IDLE, timeout=60_000)
    assert "1.png is no longer among the images: left out" in window.log.text()
    assert [row.image for row in window.rows.rows()] == ["0.png", "2.png"]
