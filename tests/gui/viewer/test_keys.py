"""The keys of the viewer, and saving what it shows, in the whole window."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from vaelab.gui.main_window import MainWindow
from vaelab.gui.viewer.maps import maps
from vaelab.gui.widgets.navigation import Page


@pytest.fixture
def looking(finished: MainWindow) -> MainWindow:
    finished.navigation.turn_to(Page.IMAGES)
    finished.images.select(("image-002.png", "jpeg:75"))
    finished.viewer.canvas.setFocus()
    return finished


def test_z_held_shows_the_loupe_p_pins_and_shift_p_takes_all_pins_away(
    looking: MainWindow, qtbot: QtBot
) -> None:
    canvas = looking.viewer.canvas
    spot = canvas.panes()[0].rect.center().toPoint()
    qtbot.mouseMove(canvas, QPoint(3, 3))
    qtbot.mouseMove(canvas, spot)
    plain = canvas.grab().toImage()
    qtbot.keyPress(canvas, Qt.Key.Key_Z)
    assert canvas.grab().toImage() != plain
    qtbot.keyRelease(canvas, Qt.Key.Key_Z)
    assert canvas.grab().toImage() == plain
    pixel = canvas.pixel_at(QPointF(spot))
    qtbot.keyClick(canvas, Qt.Key.Key_P)
    assert looking.viewer.probe.pins.pins == (pixel,)
    qtbot.keyClick(canvas, Qt.Key.Key_J)
    assert canvas.pins == (pixel,)
    # The list of pins has made the picture smaller: the ring is elsewhere now, and a few px beside it will do.
    pane = canvas.panes()[0]
    target = canvas.frame_.target(pane.rect, pane.shown)
    x, y = (
        low + (place + 0.5) * target.width() / 48
        for low, place in zip((target.left(), target.top()), pixel, strict=True)
    )
    qtbot.mouseMove(canvas, QPoint(round(x) + 5, round(y)))
    qtbot.keyClick(canvas, Qt.Key.Key_P)
    assert canvas.pins == ()
    qtbot.keyClick(canvas, Qt.Key.Key_P)
    qtbot.keyClick(canvas, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.pins == ()


def test_arrows_pan_or_move_the_line_and_plus_minus_f_and_ctrl_0_zoom(
    looking: MainWindow, qtbot: QtBot
) -> None:
    canvas = looking.viewer.canvas
    canvas.zoom_to(40.0)
    center = canvas.view.center
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.view.center[0] == pytest.approx(center[0] + 20 / 40 / 48)
    assert canvas.view.center[1] == pytest.approx(center[1] + 20 / 40 / 48)
    qtbot.keyClick(canvas, Qt.Key.Key_2)
    view, divider = canvas.view, canvas.divider
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.divider * canvas.width() == pytest.approx(divider * canvas.width() + 1)
    qtbot.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.divider * canvas.width() == pytest.approx(divider * canvas.width() - 9)
    assert canvas.view == view
    canvas.zoom_to(1.0)
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.scale() == 1.5
    qtbot.keyClick(canvas, Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier)  # as most layouts type it
    assert canvas.scale() == 2.0
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.scale() == 0.75
    qtbot.keyClick(canvas, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert canvas.scale() == 1.0
    qtbot.keyClick(canvas, Qt.Key.Key_F)
    assert canvas.view.zoom is None


def test_e_changes_the_gain_h_and_m_show_what_stands_below_x_flags_and_c_excludes(
    looking: MainWindow, qtbot: QtBot
) -> None:
    viewer = looking.viewer
    qtbot.keyClick(viewer.canvas, Qt.Key.Key_4)
    qtbot.keyClick(viewer.canvas, Qt.Key.Key_E)
    assert viewer.tools.gain == 16
    for _ in range(2):
        qtbot.keyClick(viewer.canvas, Qt.Key.Key_E, Qt.KeyboardModifier.ShiftModifier)
    assert viewer.tools.gain == 4
    for _ in range(9):
        qtbot.keyClick(viewer.canvas, Qt.Key.Key_E)
    assert viewer.tools.gain == maps.AUTO
    qtbot.keyClick(viewer.canvas, Qt.Key.Key_H)
    qtbot.keyClick(viewer.canvas, Qt.Key.Key_M)
    assert viewer.histogram.isVisible()
    assert viewer.lens.isVisible()
    for key, marked in ((Qt.Key.Key_X, looking.rows.flagged), (Qt.Key.Key_C, looking.rows.excluded)):
        assert not marked().any()
        qtbot.keyClick(looking.viewer.canvas, key)
        assert [
            row.image for row, is_marked in zip(looking.rows.rows(), marked(), strict=True) if is_marked
        ] == ["image-002.png"] * 3
        qtbot.keyClick(looking.viewer.canvas, key)
        assert not marked().any()


def test_every_key_is_used_once_and_other_keys_can_be_chosen(looking: MainWindow, qtbot: QtBot) -> None:
    keys = looking.keys
    default = [key for binding in keys.bindings.values() for key in binding.keys]
    assert len(default) == len(set(default))
    keys.set_keys({"swap": ["Y"], "flag": []})
    canvas = looking.viewer.canvas
    qtbot.keyClick(canvas, Qt.Key.Key_S)
    assert not canvas.look.swapped
    qtbot.keyClick(canvas, Qt.Key.Key_Y)
    assert canvas.look.swapped
    qtbot.keyClick(canvas, Qt.Key.Key_X)
    assert not looking.rows.flagged().any()


# Saving


def test_original_and_reconstruction_are_saved_pixel_for_pixel(
    looking: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    proposed = []
    pictures = looking.controllers.picture_export

    def choose_place(parent: object, title: str, start: str, kinds: str) -> tuple[str, str]:
        proposed.append(Path(start).name)
        return str(tmp_path / Path(start).name), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose_place)
    pair = looking.viewer.pair
    for save, picture in zip((pictures.save_original, pictures.save_reconstruction), pair, strict=True):
        save()
        file = tmp_path / proposed[-1]
        qtbot.waitUntil(file.is_file)
        assert np.array_equal(np.asarray(Image.open(file)), picture.pixels)
    pictures.save_view()
    qtbot.waitUntil((tmp_path / "image-002-jpeg_75-view.png").is_file)
    assert proposed[:2] == ["image-002-jpeg_75-original.png", "image-002-jpeg_75-reconstruction.png"]
    qtbot.waitUntil(lambda: "view.png" in looking.statusBar().currentMessage())


def test_a_place_that_cannot_be_written_to_is_said_and_loses_nothing(
    looking: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    place = tmp_path / "no folder" / "a.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    looking.controllers.picture_export.save_original()
    qtbot.waitUntil(lambda: "no folder" in looking.banner.words.text())
    assert list(tmp_path.glob("**/a.png*")) == []
