"""Images that are left out of all means: by key, by menu, undone, kept, told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot
from window.fakes import FakeEngine, Opener

from vaelab.gui.core.phase import Phase
from vaelab.gui.main_window import MainWindow
from vaelab.gui.models import user_marks
from vaelab.gui.models.user_marks import Marked, Marks
from vaelab.gui.results.images.quick_filters import Chip
from vaelab.gui.widgets.navigation import Page
from vaelab.results.summary import with_results
from vaelab.run_files import VIEW
from vaelab.run_folder.store import read_latents, read_rows, read_summary

IMAGE = "image-002.png"


def settled(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.controllers.run_view.busy, timeout=10_000)


def exclude_by_key(window: MainWindow, qtbot: QtBot, image: str = IMAGE) -> None:
    window.navigation.turn_to(Page.IMAGES)
    window.images.select((image, "blur:2"))
    qtbot.keyClick(window.images.table, Qt.Key.Key_C)
    settled(window, qtbot)


def test_the_key_leaves_an_image_out_of_everything(finished: MainWindow, qtbot: QtBot) -> None:
    folder = finished.run_model.folder
    assert folder is not None
    record = (folder / "per_image.csv").read_bytes()
    summary = (folder / "summary.json").read_bytes()
    exclude_by_key(finished, qtbot)
    expected = with_results(read_summary(folder), read_rows(folder), read_latents(folder), excluded=[IMAGE])
    data = finished.run_model.data
    assert data is not None
    assert data.summary["vaes"] == expected["vaes"]
    assert data.summary["ranking"] == expected["ranking"]
    assert data.summary["comparisons"] == expected["comparisons"]
    model = finished.summary_model
    assert {label: model.entry(label)["images_ok"] for label in model.labels()} == dict.fromkeys(
        model.labels(), 5
    )
    finished.navigation.turn_to(Page.SUMMARY)
    assert finished.summary.excluded.isVisible()
    assert finished.summary.excluded.text() == "n = 5 (1 excluded)"
    assert f"1 excluded image is left out of everything ({IMAGE})" in finished.summary.basis.text()
    # In the table they stay: struck through, and in words.
    assert finished.rows.rowCount() == 18
    place = finished.rows.place_of((IMAGE, "jpeg:75"))
    assert finished.rows.is_excluded(place)
    assert "excluded" in finished.rows.text(place, finished.rows.column_of("status"))
    assert "excluded" in finished.rows.index(place, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    # The record is the record.
    assert (folder / "per_image.csv").read_bytes() == record
    assert (folder / "summary.json").read_bytes() == summary


def test_undo_brings_the_image_and_the_numbers_back(finished: MainWindow, qtbot: QtBot) -> None:
    before = finished.run_model.data
    assert before is not None
    exclude_by_key(finished, qtbot)
    qtbot.waitUntil(finished.actions_.action("undo").isEnabled)
    qtbot.keyClick(finished, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(finished, qtbot)
    assert not finished.rows.marks.excluded
    after = finished.run_model.data
    assert after is not None
    assert "images_excluded" not in after.summary
    assert all(entry["images_ok"] == 6 for entry in after.summary["vaes"].values())
    for label, entry in before.vaes.items():
        assert after.vaes[label]["J"] == pytest.approx(entry["J"])
    finished.actions_.action("redo").trigger()
    settled(finished, qtbot)
    assert finished.rows.marks.excluded == {IMAGE}


def test_the_menu_takes_all_selected_images(finished: MainWindow, qtbot: QtBot) -> None:
    tab = finished.images
    keys = [("image-001.png", "identity"), ("image-004.png", "blur:2")]
    tab.select_all(keys)
    menu = tab.row_menu(finished.rows.index(finished.rows.place_of(keys[0]), 1))
    assert menu is not None
    menu.exclude.trigger()
    settled(finished, qtbot)
    assert finished.rows.marks.excluded == {"image-001.png", "image-004.png"}
    again = tab.row_menu(finished.rows.index(finished.rows.place_of(keys[0]), 1))
    assert again is not None
    assert "again" in again.exclude.text()
    again.exclude.trigger()
    settled(finished, qtbot)
    assert not finished.rows.marks.excluded


def test_the_chip_shows_the_excluded_and_follows_them(finished: MainWindow, qtbot: QtBot) -> None:
    exclude_by_key(finished, qtbot)
    finished.navigation.turn_to(Page.SUMMARY)
    qtbot.mouseClick(finished.summary.excluded, Qt.MouseButton.LeftButton)
    assert finished.navigation.tabs.currentWidget() is finished.images
    assert finished.images.chips[Chip.EXCLUDED].isChecked()
    assert {row.image for row in (finished.rows.row_at(n) for n in range(finished.rows.rowCount()))} == {
        IMAGE
    }
    finished.rows.toggle_excluded("image-000.png")
    assert finished.rows.rowCount() == 6
    finished.images.clear_filter()
    finished.images.filter.setText("not excluded")
    finished.images.apply_filter()
    assert finished.rows.rowCount() == 12
    settled(finished, qtbot)


def test_reopening_restores_flags_and_exclusions(
    finished: MainWindow, qtbot: QtBot, open_window: Opener
) -> None:
    exclude_by_key(finished, qtbot)
    finished.images.select(("image-001.png", "identity"))
    qtbot.keyClick(finished.images.table, Qt.Key.Key_X)
    folder = finished.run_model.folder
    assert folder is not None
    kept = json.loads((folder / VIEW).read_text("utf-8"))
    assert kept == {"schema_version": 1, "flagged": ["image-001.png"], "excluded": [IMAGE]}
    other = open_window(FakeEngine())
    other.run_model.open(folder)
    qtbot.waitUntil(
        lambda: other.run_model.data is not None and "images_excluded" in other.run_model.data.summary
    )
    assert other.rows.marks.marked == finished.rows.marks.marked
    assert other.summary_model.entry("identity")["images_ok"] == 5
    # Undo belongs to the run in which the edit was made.
    other.actions_.action("undo").trigger()
    assert other.rows.marks.excluded == {IMAGE}


def test_exclusions_of_one_run_are_not_those_of_the_next(finished: MainWindow, qtbot: QtBot) -> None:
    exclude_by_key(finished, qtbot)
    exclude_by_key(finished, qtbot, "image-004.png")
    finished.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: finished.controller.phase is not Phase.IDLE)
    qtbot.waitUntil(lambda: finished.controller.phase is Phase.IDLE, timeout=10_000)
    assert not finished.rows.marks.excluded
    finished.setup_model.undo.undo()
    assert not finished.rows.marks.excluded
    data = finished.run_model.data
    assert data is not None
    assert data.folder is not None
    assert not (data.folder / VIEW).exists()


def test_while_a_run_goes_on_the_live_means_leave_it_out(
    open_window: Opener, qtbot: QtBot, image_folder: Path
) -> None:
    window = open_window(FakeEngine(images=12, row_seconds=0.01))
    window.setup_model.add_images([str(image_folder)])
    window.setup_model.add_vaes(["identity", "blur:2", "jpeg:75"])
    qtbot.waitUntil(window.setup_panel.run_button.isEnabled)
    window.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: len(window.rows.rows()) >= 9, timeout=10_000)
    window.rows.toggle_excluded("image-001.png")
    own = [row for row in window.rows.rows() if row.vae == "jpeg:75" and row.image != "image-001.png"]
    model = window.summary_model
    assert model.entry("jpeg:75")["images_ok"] == len(own)
    mean = sum(row.values["lpips"] for row in own) / len(own)
    assert model.entry("jpeg:75")["L_perc"] == pytest.approx(mean)
    qtbot.waitUntil(lambda: window.controller.phase is Phase.IDLE, timeout=10_000)
    settled(window, qtbot)
    assert window.run_model.data is not None
    assert window.run_model.data.summary["images_excluded"] == ["image-001.png"]
    assert window.summary_model.entry("jpeg:75")["images_ok"] == 11


def test_exports_say_what_was_left_out(finished: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    exclude_by_key(finished, qtbot)
    for name in ("out.html", "out.md", "out.csv", "out.json"):
        finished.controllers.exports.export_to(tmp_path / name)
        qtbot.waitUntil((tmp_path / name).exists, timeout=10_000)
        assert IMAGE in (tmp_path / name).read_text("utf-8"), name
    assert "computed without 1 excluded image" in (tmp_path / "out.md").read_text("utf-8")


def test_a_damaged_file_loses_nothing_and_is_told(finished: MainWindow, qtbot: QtBot) -> None:
    folder = finished.run_model.folder
    assert folder is not None
    (folder / VIEW).write_text("{ not json", "utf-8")
    before = finished.run_model.data
    finished.run_model.open(folder)
    qtbot.waitUntil(lambda: finished.run_model.data is not None and finished.run_model.data is not before)
    assert "cannot be read" in finished.log.text()
    assert finished.rows.rowCount() == 18
    finished.rows.toggle_excluded(IMAGE)
    settled(finished, qtbot)
    assert json.loads((folder / VIEW).read_text("utf-8"))["excluded"] == [IMAGE]
    assert (folder / "view.damaged.json").read_text("utf-8") == "{ not json"


def test_rows_that_were_lost_are_said_and_go_on_being_said(
    open_window: Opener, finished: MainWindow, qtbot: QtBot
) -> None:
    folder = finished.run_model.folder
    assert folder is not None
    table = folder / "per_image.csv"
    table.write_bytes(b"".join(table.read_bytes().splitlines(keepends=True)[:-3]))
    window = open_window(FakeEngine())
    window.run_model.open(folder)
    qtbot.waitUntil(lambda: window.run_model.data is not None)
    lost = "3 rows that summary.json counts are missing from per_image.csv"
    assert lost in window.summary.basis.text()
    assert lost in window.banner.words.text()
    assert "Resume" in window.banner.buttons
    window.rows.toggle_excluded(IMAGE)
    settled(window, qtbot)
    assert f"1 excluded image is left out of everything ({IMAGE})" in window.summary.basis.text()
    assert lost in window.summary.basis.text()
    window.summary.weights_changed.emit(window.summary.current_weights() | {"lpips": 2.0})
    settled(window, qtbot)
    assert lost in window.summary.basis.text()


@pytest.mark.parametrize(
    "text", ["[]", '{"schema_version": 2}', '{"schema_version": 1, "flagged": "a"}', "\ud800"]
)
def test_another_files_content_is_refused_in_words(tmp_path: Path, text: str) -> None:
    from vaelab.errors import RunFolderError

    (tmp_path / VIEW).write_text(text, "utf-8", "surrogatepass")
    with pytest.raises(RunFolderError, match="cannot be read"):
        user_marks.read(tmp_path)


def test_marks_without_a_folder_are_empty(tmp_path: Path) -> None:
    assert user_marks.read(tmp_path) == Marked()


def test_the_stack_holds_one_edit_for_many_images(qapp: object) -> None:
    found, stack = Marks(), QUndoStack()
    found.stack = stack
    found.set_excluded(["a", "b"], True)
    found.toggle_flag("c")
    assert (found.excluded, found.flagged) == ({"a", "b"}, {"c"})
    stack.undo()
    stack.undo()
    assert found.marked == Marked()
    found.stack = None
