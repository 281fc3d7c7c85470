"""VAEs that fail, VAEs that are added late, runs that ended early: what the window offers, and what comes of it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from window.fakes import FakeEngine, Opener

from vaelab.engine.events import VAEFailed
from vaelab.gui import main_window
from vaelab.gui.core.phase import Phase
from vaelab.gui.main_window import MainWindow
from vaelab.gui.setup.vaes.problem_card import ProblemCard
from vaelab.gui.start.recent_cards import RunCard
from vaelab.run_folder.store import read_summary

NAN = VAEFailed(
    "mini", "output became NaN in fp16: run it in bf16 or fp32", "Traceback: made up", ("bf16", "fp32")
)


def choose(window: MainWindow, qtbot: QtBot, folder: Path, *vaes: str) -> None:
    window.setup_model.add_images([str(folder)])
    window.setup_model.add_vaes(vaes)
    qtbot.waitUntil(window.setup_panel.run_button.isEnabled)


def idle(window: MainWindow) -> bool:
    return window.controller.phase is Phase.IDLE


def the_card(window: MainWindow) -> ProblemCard:
    (card,) = window.setup_panel.vaes.problem_cards.values()
    return card


def finish(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: idle(window), timeout=10_000)


def test_a_vae_that_fails_says_in_its_place_what_happened_and_what_may_cure_it(
    open_window: Opener, qtbot: QtBot, image_folder: Path
) -> None:
    window = open_window(FakeEngine(breaking_vaes={"mini": (2, NAN)}))
    choose(window, qtbot, image_folder, "identity", "mini")
    window.setup_panel.run_button.click()
    finish(window, qtbot)
    card = the_card(window)
    qtbot.waitUntil(card.isVisible)
    assert card.title.text() == "mini stopped after 2 images"
    assert card.words.text() == "Output became NaN in fp16: run it in bf16 or fp32"
    assert list(card.buttons) == ["bf16", "fp32", "skip"]
    assert not card.details.view.isVisible()
    card.details.toggle.click()
    assert card.details.view.isVisible()
    card.details.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert NAN.message in copied
    assert copied.endswith(NAN.details)
    assert not [box for box in window.findChildren(QMessageBox) if box.isVisible()]


def test_a_retry_runs_this_vae_alone_in_a_new_folder_and_offers_to_compare(
    open_window: Opener, qtbot: QtBot, image_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = FakeEngine(breaking_vaes={"mini": (2, NAN)})
    window = open_window(engine)
    choose(window, qtbot, image_folder, "identity", "mini")
    window.setup_panel.run_button.click()
    finish(window, qtbot)
    first = window.run_model.folder
    assert first is not None
    engine.breaking_vaes = {}
    qtbot.mouseClick(the_card(window).buttons["fp32"], Qt.MouseButton.LeftButton)
    assert window.controller.phase is Phase.RUNNING
    finish(window, qtbot)
    assert engine.seen[1].vaes == ("mini@fp32",)
    assert engine.seen[1].images == engine.seen[0].images
    assert window.run_model.folder not in (None, first)
    assert window.setup_model.vaes[1].precision == "fp32"
    assert not window.setup_panel.vaes.problem_cards
    comparison = window.controllers.run_comparison
    window.banner.buttons["Compare with the run before"].click()
    qtbot.waitUntil(lambda: comparison.shown is not None)
    assert comparison.shown is not None
    assert comparison.shown.other.folder == first


def test_a_retry_while_the_run_goes_on_waits_for_its_end(
    open_window: Opener, qtbot: QtBot, image_folder: Path
) -> None:
    engine = FakeEngine(images=12, row_seconds=0.05, breaking_vaes={"mini": (2, NAN)})
    window = open_window(engine)
    choose(window, qtbot, image_folder, "identity", "mini")
    window.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: bool(window.setup_panel.vaes.problem_cards))
    engine.breaking_vaes = {}
    engine.row_seconds = 0.0
    qtbot.mouseClick(the_card(window).buttons["bf16"], Qt.MouseButton.LeftButton)
    assert list(the_card(window).buttons) == ["cancel"]
    assert len(engine.seen) == 1
    assert window.setup_model.vaes[1].precision == ""
    qtbot.waitUntil(lambda: len(engine.seen) == 2, timeout=10_000)
    finish(window, qtbot)
    assert engine.seen[1].vaes == ("mini@bf16",)


def test_a_retry_that_waits_does_not_begin_when_the_window_is_put_away(
    open_window: Opener, qtbot: QtBot, image_folder: Path
) -> None:
    engine = FakeEngine(images=500, row_seconds=0.01, breaking_vaes={"mini": (1, NAN)})
    window = open_window(engine)
    choose(window, qtbot, image_folder, "identity", "mini")
    window.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: bool(window.setup_panel.vaes.problem_cards))
    the_card(window).buttons["bf16"].click()
    window.put_away()
    assert idle(window)
    assert len(engine.seen) == 1


def test_a_retry_that_was_asked_for_and_taken_back_does_not_run(
    open_window: Opener, qtbot: QtBot, image_folder: Path
) -> None:
    engine = FakeEngine(images=10, row_seconds=0.03, breaking_vaes={"mini": (1, NAN)})
    window = open_window(engine)
    choose(window, qtbot, image_folder, "identity", "mini")
    window.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: bool(window.setup_panel.vaes.problem_cards))
    the_card(window).buttons["bf16"].click()
    the_card(window).buttons["cancel"].click()
    engine.row_seconds = 0.0
    finish(window, qtbot)
    QApplication.processEvents()
    assert idle(window)
    assert len(engine.seen) == 1
    the_card(window).buttons["skip"].click()
    assert not window.setup_panel.vaes.problem_cards


def test_tiling_as_a_remedy_changes_the_retry_and_not_the_options(
    open_window: Opener, qtbot: QtBot, image_folder: Path
) -> None:
    failed = VAEFailed("mini", "out of memory on a single image", "", ("tiling", "cpu"))
    engine = FakeEngine(failing_vaes={}, breaking_vaes={"mini": (0, failed)})
    window = open_window(engine)
    choose(window, qtbot, image_folder, "identity", "mini")
    window.setup_panel.run_button.click()
    finish(window, qtbot)
    assert the_card(window).title.text() == "mini failed on the first image"
    assert the_card(window).buttons["tiling"].text() == "Use tiling"
    engine.breaking_vaes = {}
    the_card(window).buttons["tiling"].click()
    finish(window, qtbot)
    assert engine.seen[1].tiling == "auto"
    assert window.setup_model.values["tiling"] == "off"


def test_output_that_is_nan_throughout_is_a_problem_too(
    open_window: Opener, qtbot: QtBot, image_folder: Path
) -> None:
    window = open_window(FakeEngine(nan_vaes=("mini",)))
    choose(window, qtbot, image_folder, "identity", "mini")
    window.setup_panel.run_button.click()
    finish(window, qtbot)
    card = the_card(window)
    assert "NaN" in card.words.text()
    assert list(card.buttons) == ["bf16", "fp32", "skip"]
    assert window.rows.rowCount() == 12


# Added while a run goes on


def test_what_is_added_during_a_run_waits_and_is_run_afterwards(
    open_window: Opener, qtbot: QtBot, image_folder: Path
) -> None:
    engine = FakeEngine(images=12, row_seconds=0.05)
    window = open_window(engine)
    choose(window, qtbot, image_folder, "identity")
    window.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: window.rows.rowCount() >= 1)
    window.controller.pause()
    window.setup_model.add_vaes(["blur:2"])
    used, added = window.setup_panel.vaes.rows
    assert not used.check.isEnabled()
    assert added.check.isEnabled()
    assert "next run" in texts(added)
    assert all(
        window.actions_.action(name).isEnabled() for name in ("add_folder", "add_vaes", "add_vae_folder")
    )
    assert "next run" not in texts(used)
    engine.row_seconds = 0.0
    window.controller.resume()
    finish(window, qtbot)
    first = window.run_model.folder
    assert window.banner.buttons["Run the added VAE"].text() == "Run the added VAE"
    window.banner.buttons["Run the added VAE"].click()
    finish(window, qtbot)
    assert [run.vaes for run in engine.seen] == [("identity",), ("blur:2",)]
    assert engine.seen[1].images == engine.seen[0].images
    assert window.run_model.folder != first
    assert "next run" not in texts(window.setup_panel.vaes.rows[1])
    assert "Compare with the run before" in window.banner.buttons


def texts(widget: object) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in widget.findChildren(QLabel)]  # type: ignore[attr-defined]


def test_images_added_during_a_run_mean_that_everything_is_run_again(
    open_window: Opener, qtbot: QtBot, image_folder: Path, tmp_path: Path
) -> None:
    engine = FakeEngine(images=12, row_seconds=0.05)
    window = open_window(engine)
    choose(window, qtbot, image_folder, "identity")
    window.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: window.rows.rowCount() >= 1)
    window.controller.pause()
    more = tmp_path / "more"
    more.mkdir()
    (more / "x.png").write_bytes((image_folder / "coffee.png").read_bytes())
    window.controllers.imports.take_paths([str(more)])
    window.setup_model.add_vaes(["blur:2"])
    qtbot.waitUntil(lambda: window.setup_model.waiting_images == (str(more),))
    assert "waits for the next run" in window.banner.words.text()
    engine.row_seconds = 0.0
    window.controller.resume()
    finish(window, qtbot)
    qtbot.waitUntil(lambda: not window.setup_model.obstacle())
    window.banner.buttons["Run with what was added"].click()
    finish(window, qtbot)
    assert engine.seen[1].vaes == ("identity", "blur:2")
    assert engine.seen[1].images == (str(image_folder), str(more))
    assert not window.setup_model.waiting_images


def test_a_run_dropped_during_a_run_is_offered_afterwards(
    finished: MainWindow, engine: FakeEngine, qtbot: QtBot
) -> None:
    earlier = finished.run_model.folder
    assert earlier is not None
    engine.row_seconds = 0.02
    finished.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: finished.rows.rowCount() >= 1)
    finished.controller.pause()
    finished.controllers.imports.take_paths([str(earlier)])
    qtbot.waitUntil(lambda: "can be opened when" in finished.banner.words.text())
    engine.row_seconds = 0.0
    finished.controller.resume()
    finish(finished, qtbot)
    finished.banner.buttons[f"Open {earlier.name}"].click()
    qtbot.waitUntil(lambda: finished.run_model.folder == earlier)


# Runs that ended early


def the_run(window: MainWindow, qtbot: QtBot) -> RunCard:
    """The first page's one card; runs are read in the background."""
    qtbot.waitUntil(lambda: len(window.start.recent.cards) == 1)
    card = window.start.recent.cards[0]
    qtbot.waitUntil(card.isVisible)
    return card


def test_the_next_start_offers_the_run_that_ended_early_and_resumes_it(
    open_window: Opener, qtbot: QtBot, image_folder: Path
) -> None:
    window = open_window(FakeEngine(images=50, row_seconds=0.02))
    choose(window, qtbot, image_folder, "identity")
    window.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: window.rows.rowCount() >= 3)
    window.controller.stop()
    finish(window, qtbot)
    folder, done = window.run_model.folder, window.rows.rowCount()
    engine = FakeEngine(images=50, write=False)
    other = open_window(engine)
    card = the_run(other, qtbot)
    assert card.found.full_text() == f"Ended early: {done} of 50 images"
    qtbot.mouseClick(card.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(engine.seen) == 1)
    finish(other, qtbot)
    assert Path(engine.seen[0].out) == folder


def test_discarding_a_run_only_forgets_it(open_window: Opener, qtbot: QtBot, image_folder: Path) -> None:
    window = open_window(FakeEngine(images=50, row_seconds=0.02))
    choose(window, qtbot, image_folder, "identity")
    window.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: window.rows.rowCount() >= 2)
    window.controller.stop()
    finish(window, qtbot)
    folder = window.run_model.folder
    assert folder is not None
    other = open_window(FakeEngine())
    card = the_run(other, qtbot)
    assert [button.text() for button in card.buttons] == ["Resume", "Open", "Discard"]
    qtbot.mouseClick(card.buttons[2], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not other.start.recent.cards)
    assert other.controllers.history.recent_folders() == []
    assert read_summary(folder)["state"] == "stopped"


def test_an_unexpected_error_can_be_copied_with_its_traceback(
    open_window: Opener, qtbot: QtBot, image_folder: Path
) -> None:
    window = open_window(FakeEngine(error_after=(2, RuntimeError("cosmic ray"))))
    choose(window, qtbot, image_folder, "identity")
    window.setup_panel.run_button.click()
    finish(window, qtbot)
    assert window.banner.details.isVisible()
    window.banner.details.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "Traceback" in copied
    assert "cosmic ray" in copied


# Closing


def test_stop_and_close_hides_the_window_at_once_and_gives_a_deaf_stage_up_after_a_while(
    open_window: Opener, qtbot: QtBot, image_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_window, "_PATIENCE_MS", 100)
    heard = threading.Event()
    window = open_window(FakeEngine(deaf=heard))
    choose(window, qtbot, image_folder, "identity")
    window.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: window.rows.rowCount() >= 1)
    window.close()
    (box,) = (box for box in window.findChildren(QMessageBox) if box.isVisible())
    (stop,) = (b for b in box.buttons() if box.buttonRole(b) == QMessageBox.ButtonRole.AcceptRole)
    stop.click()
    qtbot.waitUntil(lambda: window.is_stuck)
    assert not window.isVisible()
    heard.set()
    qtbot.waitUntil(lambda: not window.controller.is_stuck)
    assert window.controller.shutdown()


def test_a_stage_that_listens_leaves_nothing_stuck(
    open_window: Opener, qtbot: QtBot, image_folder: Path
) -> None:
    window = open_window(FakeEngine(images=400, row_seconds=0.01))
    choose(window, qtbot, image_folder, "identity")
    window.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: window.rows.rowCount() >= 1)
    window.put_away()
    assert not window.is_stuck
    assert idle(window)
