"""A stranger's run folder, opened: one sentence or a run that can be looked at, and nothing is read that is not the folder's."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex
from PySide6.QtGui import QImage, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from window import hostile
from window.fakes import Opener
from window.hostile import OUTSIDE, READABLE, REFUSED, SECRET, make_run, opened, picture_tag, renamed

from vaelab.gui.main_window import MainWindow
from vaelab.gui.plots.kinds import PlotKind
from vaelab.gui.viewer.canvas.modes import Mode
from vaelab.gui.widgets.navigation import Page

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="pipes, devices, and a watch on what is opened"
)


@pytest.fixture(scope="module")
def whole_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a run, and what lies outside of it; nobody damages these."""
    place = tmp_path_factory.mktemp("whole")
    return make_run(place / "run", place / OUTSIDE).parent


@pytest.fixture
def folder(tmp_path: Path, whole_run: Path) -> Path:
    return shutil.copytree(whole_run, tmp_path, dirs_exist_ok=True) / "run"


def open_folder(window: MainWindow, qtbot: QtBot, folder: Path) -> list[str]:
    """Open it as a drop does; the sentence if it was refused."""
    refused: list[str] = []
    window.run_model.open_failed.connect(refused.append)
    window.controllers.history.open_run(folder)
    qtbot.waitUntil(lambda: bool(refused) or window.run_model.data is not None, timeout=30_000)
    return refused


def look_at_everything(window: MainWindow, qtbot: QtBot, page: Path) -> None:
    """Every row in every way to compare, every plot, and the report."""
    window.navigation.turn_to(Page.IMAGES)
    for row in window.rows.rows()[:3]:
        window.images.select(row.key)
        for mode in Mode:
            window.viewer.set_mode(mode)
            QApplication.processEvents()
        window.viewer.store.wait()
        QApplication.processEvents()
        window.grab()
    window.navigation.turn_to(Page.PLOTS)
    for kind in PlotKind:
        window.plots.choose(kind)
        window.plots.redraw()  # not with the next tick
        qtbot.wait(20)  # it reads pictures in the background
        window.viewer.store.wait()
        window.grab()
    window.navigation.turn_to(Page.SUMMARY)
    window.grab()
    window.controllers.exports.export_to(page)
    qtbot.waitUntil(page.exists, timeout=30_000)
    qtbot.waitUntil(lambda: not window.controllers.run_view.busy, timeout=30_000)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_run_is_refused_in_one_sentence(
    name: str, folder: Path, open_window: Opener, qtbot: QtBot
) -> None:
    damage, words = REFUSED[name]
    damage(folder)
    window = open_window()
    refused = open_folder(window, qtbot, folder)
    assert len(refused) == 1
    assert words in refused[0]
    assert "Error" not in refused[0]
    assert "\n" not in refused[0]
    assert len(refused[0]) < 600
    assert window.banner.isVisible()
    assert window.banner.words.text() == refused[0]
    assert window.rows.rowCount() == 0


@pytest.mark.parametrize("name", READABLE)
def test_what_can_be_read_is_shown_and_nothing_outside_of_it(
    name: str, folder: Path, open_window: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    READABLE[name](folder)
    window = open_window()
    with opened(tmp_path / OUTSIDE, folder) as names:
        assert open_folder(window, qtbot, folder) == []
        look_at_everything(window, qtbot, tmp_path / "page.html")
    assert "summary.json" in names  # the watch sees what is opened
    assert not [opened_name for opened_name in names if SECRET in opened_name]
    assert window.summary_model.rowCount() == (0 if name == "no VAEs" else 2)


def test_a_name_that_is_html_is_text_everywhere(
    folder: Path, open_window: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    """Qt takes text that begins like HTML for HTML unless it is told otherwise, and then reads the pictures that it names."""
    tag = picture_tag(tmp_path / OUTSIDE)
    renamed(tag)(folder)
    window = open_window()
    with opened(tmp_path / OUTSIDE) as names:
        assert open_folder(window, qtbot, folder) == []
        look_at_everything(window, qtbot, tmp_path / "page.html")
        rich = [*rich_texts(window, tag)]
    assert names == []
    assert rich == []


def rich_texts(window: QWidget, tag: str) -> Iterator[str]:
    """Words with the tag in them that Qt would take for HTML."""
    models = set()
    for widget in [window, *window.findChildren(QWidget)]:
        if tag in widget.toolTip() and Qt.mightBeRichText(widget.toolTip()):
            yield f"tool tip of {type(widget).__name__} {widget.objectName()}"
        if (
            isinstance(widget, QLabel)
            and tag in widget.text()
            and widget.textFormat() == Qt.TextFormat.AutoText
        ):
            yield f"{type(widget).__name__} {widget.objectName()}"
        model = getattr(widget, "model", None)
        found = model() if callable(model) else None
        if isinstance(found, QAbstractItemModel):
            models.add(found)
    for found in models:
        for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole):
            columns = 1 if isinstance(found, QAbstractListModel) else found.columnCount()
            texts = [
                *(found.headerData(place, Qt.Orientation.Horizontal, role) for place in range(columns)),
                *(
                    found.headerData(place, Qt.Orientation.Vertical, role)
                    for place in range(found.rowCount())
                ),
                *(
                    found.index(row, column, QModelIndex()).data(role)
                    for row in range(found.rowCount())
                    for column in range(columns)
                ),
            ]
            if any(isinstance(text, str) and tag in text and Qt.mightBeRichText(text) for text in texts):
                yield f"{role} of {type(found).__name__}"


def test_the_watch_sees_what_qt_opens_and_the_viewer_shows_what_is_the_folders(
    folder: Path, open_window: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    """Or the tests above could not fail."""
    with opened(tmp_path / OUTSIDE) as names:
        assert not QImage(str(tmp_path / OUTSIDE / SECRET)).isNull()
    assert SECRET in names
    window = open_window()
    assert open_folder(window, qtbot, folder) == []
    look_at_everything(window, qtbot, tmp_path / "page.html")
    row = window.rows.rows()[0]
    assert window.viewer.store.picture(row, row.vae) is not None
    with Image.open(folder / row.reconstruction_png) as saved:
        assert saved.size == (hostile.picture(48, 0).shape[1], 48)
