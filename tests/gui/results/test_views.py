"""Named views of the table of images: what they hold, how they are kept, and the arranging of columns by hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from window.fakes import FakeEngine, Opener

from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.main_window import MainWindow
from vaelab.gui.results.images.quick_filters import Chip
from vaelab.gui.results.images.tab import ImagesTab
from vaelab.gui.results.images.views import TableView, Views
from vaelab.gui.widgets.navigation import Page


def columns(tab: ImagesTab) -> list[str]:
    return [name for name, _ in tab.view().columns]


def choose(tab: ImagesTab, words: str) -> None:
    tab.views_button.fill()
    next(a for a in tab.views_button.views_menu.actions() if a.text() == words).trigger()


def test_a_view_brings_columns_order_widths_filter_chips_and_sort_back(
    finished: MainWindow, qtbot: QtBot
) -> None:
    tab, rows = finished.images, finished.rows
    tab.table.show_columns([rows.column_of(name) for name in ("image", "vae", "ssim", "lpips")])
    tab.table.setColumnWidth(rows.column_of("ssim"), 133)
    tab.table.header_clicked.emit(rows.column_of("lpips"))
    tab.bar.put("lpips >= 0", [Chip.WORST])
    before = tab.view()
    order = [rows.row_at(line).key for line in range(rows.rowCount())]
    tab.views_button.fill()
    qtbot.keyClicks(tab.views_button.name_line, "worst ssim")
    qtbot.keyClick(tab.views_button.name_line, Qt.Key.Key_Return)
    assert tab.views_button.text() == "View: worst ssim"
    choose(tab, "Default")
    assert columns(tab)[:5] == ["number", "image", "vae", "status", "score"]
    assert rows.rowCount() == 18
    assert not tab.chips[Chip.WORST].isChecked()
    choose(tab, "worst ssim")
    assert tab.view() == before
    assert before.columns[2] == ("ssim", 133)
    assert [rows.row_at(line).key for line in range(rows.rowCount())] == order


def test_views_outlive_the_window(finished: MainWindow, open_window: Opener) -> None:
    finished.images.views_button.save_as("mine")
    other = open_window(FakeEngine())
    assert [view.name for view in other.images.views.all()] == ["mine"]
    assert other.images.views.named("mine").columns == finished.images.views.named("mine").columns


def test_rename_update_delete_and_undo(finished: MainWindow, qtbot: QtBot) -> None:
    tab = finished.images
    tab.views_button.save_as("one")
    tab.views_button.fill()
    assert tab.views_button.rename_line is not None
    tab.views_button.rename_line.clear()
    qtbot.keyClicks(tab.views_button.rename_line, "two")
    qtbot.keyClick(tab.views_button.rename_line, Qt.Key.Key_Return)
    assert [view.name for view in tab.views.all()] == ["two"]
    tab.bar.put("lpips > 0.01")
    choose(tab, "Update “two”")
    assert tab.views.named("two").text == "lpips > 0.01"
    choose(tab, "Delete “two”")
    assert not tab.views.all()
    qtbot.waitUntil(finished.actions_.action("undo").isEnabled)
    finished.actions_.action("undo").trigger()
    assert [view.name for view in tab.views.all()] == ["two"]


def test_the_views_that_ship_name_columns_that_exist(finished: MainWindow) -> None:
    tab = finished.images
    for words, view in tab.views_button.ours().items():
        tab.show_view(view)
        assert columns(tab) == [name for name, _ in view.columns], words


def test_names_are_not_taken_twice_nor_empty(qapp: object) -> None:
    views, stack = Views(), QUndoStack()
    views.remember_in(SettingsStore(), stack)
    views.save(TableView("a"))
    views.save(TableView("b"))
    assert not views.rename("a", "b")
    assert not views.rename("a", "  ")
    assert not views.rename("c", "d")
    views.save(TableView("a", text="x"))
    assert [(view.name, view.text) for view in views.all()] == [("a", "x"), ("b", "")]


@pytest.mark.parametrize(
    "item", [1, None, {}, {"name": ""}, {"name": "x", "columns": 3}, {"name": "x", "columns": [["a"]]}]
)
def test_a_view_that_cannot_be_read_does_not_take_the_others_with_it(qapp: object, item: object) -> None:
    store = SettingsStore()
    store.put("views/images", [item, TableView("good").to_json()])
    views = Views()
    views.remember_in(store)
    assert [view.name for view in views.all()] == ["good"]


def test_columns_of_another_version_are_passed_over(finished: MainWindow) -> None:
    finished.images.show_view(TableView("x", (("image", 100), ("gone", 50), ("psnr", 0)), sort="gone"))
    assert columns(finished.images) == ["image", "psnr"]


# By hand


def test_a_header_is_dragged_to_another_place(finished: MainWindow, qtbot: QtBot) -> None:
    finished.navigation.turn_to(Page.IMAGES)
    tab, header = finished.images, finished.images.table.horizontalHeader()
    lpips, score = finished.rows.column_of("lpips"), finished.rows.column_of("score")
    assert header.visualIndex(lpips) > header.visualIndex(score)
    middle = header.height() // 2
    start = QPoint(header.sectionViewportPosition(lpips) + header.sectionSize(lpips) // 2, middle)
    end = QPoint(header.sectionViewportPosition(score) + 4, middle)
    view = header.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 9):
        qtbot.mouseMove(view, start + (end - start) * step / 8)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    assert header.visualIndex(lpips) < header.visualIndex(score)
    names = columns(tab)
    assert names.index("lpips") < names.index("score")


def test_the_headers_menu_hides_and_shows(finished: MainWindow) -> None:
    tab = finished.images
    menu: QMenu = tab.table.columns_menu()
    psnr = finished.rows.column_of("psnr")
    action = next(action for action in menu.actions() if action.data() == psnr)
    assert action.isChecked()
    action.trigger()
    assert "psnr" not in columns(tab)
    action.trigger()
    assert "psnr" in columns(tab)


def test_columns_of_both_tables_are_as_they_were_left(finished: MainWindow, open_window: Opener) -> None:
    for tab, hidden in ((finished.images, 5), (finished.summary, 3)):
        tab.table.setColumnHidden(hidden, True)
        tab.table.setColumnWidth(1, 177)
    finished.put_away()
    other = open_window(FakeEngine())
    for tab, hidden in ((other.images, 5), (other.summary, 3)):
        assert tab.table.isColumnHidden(hidden)
        assert tab.table.columnWidth(1) == 177
