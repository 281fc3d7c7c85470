"""Choosing: what may be dropped, what the list of VAEs says and offers, what a run is said to take."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from safetensors.numpy import save_file
from window.fakes import FakeEngine, Opener

from vaelab.engine.forecast.forecast import Forecast
from vaelab.gui.controllers.path_kinds import sort_out
from vaelab.gui.core.phase import Phase
from vaelab.gui.main_window import MainWindow
from vaelab.gui.setup.vaes.row import VAERow
from vaelab.resources import assets_folder
from vaelab.text import rough_duration
from vaelab.vae.files.header import file_sha256

WEIGHTS = assets_folder() / "weights"


def drop(window: MainWindow, *urls: QUrl) -> None:
    mime = QMimeData()
    mime.setUrls(list(urls))
    keys = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(500, 400), *keys)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(500, 400), *keys))


def rows(window: MainWindow) -> list[VAERow]:
    return window.setup_panel.vaes.rows


def choose(row: VAERow, *words: str) -> None:
    """Choose an entry of the row's menu by its words, submenu by submenu."""
    row.menu.fill()
    found: QAction | None = None
    actions = row.menu.actions()
    for word in words:
        found = next(action for action in actions if action.text() == word)
        submenu = found.menu()
        actions = submenu.actions() if submenu is not None else []  # type: ignore[attr-defined]
    assert found is not None
    found.trigger()


def offers(row: VAERow) -> list[str]:
    row.menu.fill()
    return [action.text() for action in row.menu.actions() if action.text()]


# What is dropped


@pytest.fixture
def things(tmp_path: Path, image_folder: Path) -> dict[str, Path]:
    """Ten and more kinds of things that people drop on a window."""
    made = {
        name: tmp_path / name for name in ("notes.txt", "broken.ckpt", "gone.png", "loop", "empty", "texts")
    }
    made["notes.txt"].write_text("hello")
    made["broken.ckpt"].write_bytes(b"garbage" * 20)
    made["loop"].symlink_to(made["loop"])
    made["empty"].mkdir()
    made["texts"].mkdir()
    (made["texts"] / "a.txt").write_text("x")
    (made["texts"] / "round").symlink_to(made["texts"])
    run = tmp_path / "run"
    run.mkdir()
    (run / "summary.json").write_text("{}")
    nested = tmp_path / "nested"
    (nested / "deeper").mkdir(parents=True)
    shutil.copy(image_folder / "coffee.png", nested / "deeper")
    vae = tmp_path / "my.safetensors"
    shutil.copy(WEIGHTS / "linear.safetensors", vae)
    return made | {
        "folder": image_folder,
        "image": image_folder / "coffee.png",
        "vae": vae,
        "run": run,
        "summary": run / "summary.json",
        "nested": nested,
    }


@pytest.mark.parametrize(
    ("name", "images", "vaes", "said"),
    [
        ("folder", 1, 0, ""),
        ("image", 1, 0, ""),
        ("vae", 0, 1, ""),
        ("broken.ckpt", 0, 1, ""),
        ("nested", 1, 0, "lie in subfolders"),
        ("notes.txt", 0, 0, "neither an image, a VAE file nor a run folder"),
        ("gone.png", 0, 0, "does not exist"),
        ("loop", 0, 0, "a link to nothing"),
        ("empty", 0, 0, "holds no images, no VAE and no run"),
        ("texts", 0, 0, "holds no images, no VAE and no run"),
        ("run", 0, 0, "run"),
        ("summary", 0, 0, "run"),
    ],
)
def test_whatever_is_dropped_is_taken_or_refused_in_words(
    things: dict[str, Path], name: str, images: int, vaes: int, said: str
) -> None:
    found = sort_out([str(things[name])])
    assert (len(found.images), len(found.vaes)) == (images, vaes)
    if said == "run":
        assert found.runs == (things["run"],)
    elif images or vaes:
        assert found.nested is bool(said)
        assert not found.refused
    else:
        ((path, reason),) = found.refused
        assert path == str(things[name])
        assert said in reason


def test_everything_dropped_at_once_by_hand(
    window: MainWindow, qtbot: QtBot, things: dict[str, Path]
) -> None:
    kinds = [things[name] for name in things if name not in ("run", "summary")]
    address = QUrl("https://example.org/picture.png")
    drop(window, *(QUrl.fromLocalFile(str(path)) for path in kinds), address)
    qtbot.waitUntil(lambda: len(window.setup_model.images) == 3)
    assert len(window.setup_model.vaes) == 2
    assert "6 files were not taken" in window.banner.words.text()
    for word in ("notes.txt", "gone.png", "loop", "empty", "texts", "example.org"):
        assert word in window.log.text()
    window.banner.buttons["Why?"].click()
    assert window.navigation.tabs.currentWidget() is window.log


def test_a_web_address_alone_is_refused_in_words(window: MainWindow, qtbot: QtBot) -> None:
    drop(window, QUrl("https://example.org/vae.safetensors"))
    qtbot.waitUntil(window.banner.isVisible)
    assert "web address" in window.banner.words.text()


def test_images_in_subfolders_are_one_press_away(
    window: MainWindow, qtbot: QtBot, things: dict[str, Path]
) -> None:
    drop(window, QUrl.fromLocalFile(str(things["nested"])))
    qtbot.waitUntil(lambda: "Include subfolders" in window.banner.buttons)
    window.banner.buttons["Include subfolders"].click()
    qtbot.waitUntil(lambda: window.setup_model.count() == 1)


def test_a_folder_of_vaes_shows_what_can_be_loaded_and_names_the_rest_once(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    tree = tmp_path / "models" / "VAE"
    (tree / "sub").mkdir(parents=True)
    shutil.copy(WEIGHTS / "linear.safetensors", tree / "a.safetensors")
    shutil.copy(WEIGHTS / "mini.safetensors", tree / "sub" / "b.safetensors")
    (tree / "a.preview.png").write_bytes(b"a preview is no image to be measured")
    (tree / "put_vae_here").write_bytes(b"")
    (tree / "cut.safetensors").write_bytes((WEIGHTS / "mini.safetensors").read_bytes()[:1000])
    (tree / "page.ckpt").write_bytes(b"<html>login</html>")
    save_file({"lora_unet_x.lora_up.weight": np.zeros((4, 4), np.float32)}, tree / "style.safetensors")
    (tree / "round").symlink_to(tree)
    window.controllers.imports.take_paths([str(tree)], "vaes")
    qtbot.waitUntil(lambda: len(window.setup_model.vaes) == 2)
    qtbot.waitUntil(lambda: all(" ch · " in row.facts.text().replace("\u00a0", " ") for row in rows(window)))
    assert "3 files were not taken" in window.banner.words.text()
    log = window.log.text()
    assert "style.safetensors was not taken: seems to be a LoRA" in log
    assert log.count("was not taken") == 3
    assert not window.setup_model.images
    # Dropped without a word, it is the same: a preview beside its weight file is no image to be measured.
    found = sort_out([str(tree)])
    assert (found.images, len(found.vaes), len(found.refused)) == ((), 2, 3)


# The list of VAEs


@pytest.fixture
def listed(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.setup_model.add_vaes(["mini", "linear", "jpeg:75"])
    qtbot.waitUntil(lambda: all("…" not in row.facts.text() for row in rows(window)))
    qtbot.waitUntil(lambda: all(window.setup_model.hashes.of(what) for what in ("mini", "linear")))
    return window


def test_a_row_says_what_the_header_says(listed: MainWindow, qtbot: QtBot) -> None:
    sha256 = file_sha256(WEIGHTS / "mini.safetensors")
    qtbot.waitUntil(lambda: sha256[:8] in rows(listed)[0].facts.text())
    facts = rows(listed)[0].facts.text().replace("\u00a0", " ")
    assert facts.startswith("Mini KL-VAE · 16 ch · 8× · ")
    assert "baseline" in rows(listed)[2].facts.text()
    assert "Encode with" not in offers(rows(listed)[2])
    choose(rows(listed)[0], "Copy SHA-256")
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == sha256)


def test_a_study_of_precisions_is_one_entry_of_the_menu_and_one_step_to_undo(listed: MainWindow) -> None:
    before = [row.name.full_text() for row in rows(listed)]
    choose(rows(listed)[1], "Add once more in", "each of fp32, bf16, fp16")
    twins = ["linear@fp32", "linear@bf16", "linear@fp16"]
    assert [row.name.full_text() for row in rows(listed)] == [before[0], *twins, *before[2:]]
    # One that has a precision of its own stays, and the others come behind the list.
    choose(rows(listed)[2], "Add once more in", "each of fp32, bf16, fp16")
    assert [vae.precision for vae in listed.setup_model.vaes][-2:] == ["fp32", "fp16"]
    listed.setup_model.undo.undo()
    listed.setup_model.undo.undo()
    assert [row.name.full_text() for row in rows(listed)] == before


def test_how_a_vae_is_run_is_chosen_in_its_menu_and_reaches_the_run(
    listed: MainWindow, qtbot: QtBot, image_folder: Path, engine: FakeEngine
) -> None:
    choose(rows(listed)[0], "Padding at the edges", "reflect")
    choose(rows(listed)[0], "Encode with", "linear")
    choose(rows(listed)[0], "Precision", "bf16")
    assert "encoder of linear" in rows(listed)[0].facts.text().replace("\u00a0", " ")
    choose(rows(listed)[1], "Add once more in", "fp16")
    choose(rows(listed)[2], "Remove")
    listed.setup_model.add_images([str(image_folder)])
    qtbot.waitUntil(listed.setup_panel.run_button.isEnabled)
    listed.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: listed.controller.phase is Phase.IDLE)
    assert engine.seen[0].vaes == ("mini@bf16,encoder=linear,padding=reflect", "linear", "linear@fp16")
    listed.setup_model.undo.undo()  # the images
    listed.setup_model.undo.undo()
    assert [row.name.full_text() for row in rows(listed)][2] == "jpeg:75"


def test_a_name_is_edited_in_its_place(listed: MainWindow, qtbot: QtBot) -> None:
    row = rows(listed)[0]
    qtbot.mouseDClick(row.name, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(row.editor.isVisible)
    qtbot.keyClicks(row.editor, "my own")
    qtbot.keyClick(row.editor, Qt.Key.Key_Return)
    assert listed.setup_model.vaes[0].label == "my own"
    assert rows(listed)[0].name.full_text() == "my own"
    rows(listed)[0].edit_name()
    qtbot.keyClicks(rows(listed)[0].editor, "other")
    qtbot.keyClick(rows(listed)[0].editor, Qt.Key.Key_Escape)
    assert listed.setup_model.vaes[0].label == "my own"
    assert not rows(listed)[0].editor.isVisible()


def test_ticking_a_box_keeps_the_focus_in_the_list(listed: MainWindow, qtbot: QtBot) -> None:
    rows(listed)[1].check.setFocus()
    qtbot.keyClick(rows(listed)[1].check, Qt.Key.Key_Space)
    assert not listed.setup_model.vaes[1].checked
    assert listed.focusWidget() is rows(listed)[1].check


# What a run will take


def test_a_forecast_stands_under_run_and_follows_the_choice(ready: MainWindow, qtbot: QtBot) -> None:
    line = ready.setup_panel.forecast
    qtbot.waitUntil(line.isVisible)
    assert "about" in line.words.text()
    assert "GB of memory" in line.words.text()
    assert not line.sign.isVisible()
    ready.setup_model.add_vaes(["mini"])
    assert not line.isVisible()
    qtbot.waitUntil(line.isVisible)


def test_what_will_not_fit_is_said_with_a_way_out(ready: MainWindow, qtbot: QtBot) -> None:
    line = ready.setup_panel.forecast
    qtbot.waitUntil(line.isVisible)
    tight = Forecast(9, 250.0, True, 21_000.0, 9_300.0, False, "hdr-v3", True)
    ready.setup_panel.show_forecast(tight)
    assert line.sign.isVisible()
    assert line.words.text() == "This will not fit into memory: hdr-v3 needs about 21 GB, 9.3 GB are free."
    qtbot.mouseClick(line.tiling_button, Qt.MouseButton.LeftButton)
    assert ready.setup_model.values["tiling"] == "auto"
    ready.setup_panel.show_forecast(replace(tight, tiling_helps=False))
    assert not line.tiling_button.isVisible()
    ready.setup_panel.show_forecast(replace(tight, fits=True, seconds=None))
    assert "time unknown" in line.words.text()


def test_speeds_are_learned_from_finished_runs(
    finished: MainWindow, qtbot: QtBot, open_window: Opener
) -> None:
    qtbot.waitUntil(lambda: bool(finished.store.mapping("speeds")))
    speeds = finished.store.mapping("speeds")
    assert all(key.endswith("|cpu") and speed > 0 for key, speed in speeds.items())
    assert any(key.startswith("Made-up family|") for key in speeds)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.4, "5 s"),
        (12, "10 s"),
        (54, "55 s"),
        (58, "1 min"),
        (250, "4 min"),
        (3700, "1 h"),
        (8300, "2 h 20 min"),
    ],
)
def test_a_forecast_is_said_as_roughly_as_it_is_known(seconds: float, words: str) -> None:
    assert rough_duration(seconds) == words
