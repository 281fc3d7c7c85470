"""A line break or a control character in a name: no row, title, tool tip or line of the log breaks; one notation everywhere."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot
from window.fakes import Opener
from window.hostile import OUTSIDE, make_run, renamed

from vaelab.engine.events import StageChanged
from vaelab.errors import one_line
from vaelab.gui.main_window import MainWindow
from vaelab.gui.plots.kinds import PlotKind
from vaelab.gui.results.images.row_menu import RowMenu
from vaelab.gui.widgets.banner import Banner
from vaelab.gui.widgets.navigation import Page

NAME = "new\nline\x1bbell\x07\ttab\u202eturned"
WRITTEN = r"new\nline\u001bbell\u0007\ttab\u202eturned"
BROKEN = re.compile("new\nline|[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]")


@pytest.fixture
def shown(tmp_path: Path, open_window: Opener, qtbot: QtBot) -> MainWindow:
    """A run whose images, VAE and notes have the name."""
    folder = make_run(tmp_path / "run", tmp_path / OUTSIDE)
    renamed(NAME)(folder)
    window = open_window()
    window.controllers.history.open_run(folder)
    qtbot.waitUntil(lambda: window.run_model.data is not None, timeout=30_000)
    return window


def texts(window: MainWindow) -> Iterator[tuple[str, str]]:
    """Everything that is shown or read out, with where."""
    yield "window", window.windowTitle()
    models: dict[int, QAbstractItemModel] = {}
    for widget in [window, *window.findChildren(QWidget)]:
        name = f"{type(widget).__name__} {widget.accessibleName()[:20]!r}"
        yield f"tool tip of {name}", widget.toolTip()
        yield f"accessible name of {name}", widget.accessibleName()
        if isinstance(widget, QLabel):
            yield name, widget.text()
        if isinstance(widget, QComboBox):
            yield from ((name, widget.itemText(place)) for place in range(widget.count()))
        model = getattr(widget, "model", None)
        found = model() if callable(model) else None
        if isinstance(found, QAbstractItemModel):
            models[id(found)] = found
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    for found in models.values():
        for line in range(min(found.rowCount(), 6)):
            for column in range(found.columnCount(QModelIndex()) if found.rowCount() else 0):
                for role in roles:
                    said = found.data(found.index(line, column), role)
                    yield f"{type(found).__name__} {line} {column} {role.name}", str(said or "")
    yield from (("log", line) for line in window.log.view.toPlainText().splitlines())
    for view in window.plots.views.values():
        yield "plot", view.heading.title
        yield "plot", view.heading.caption
        yield from (("legend", entry.text) for entry in view.heading.entries)


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_names_are_shown_on_one_line(shown: MainWindow, qtbot: QtBot) -> None:
    row = shown.rows.rows()[0]
    assert NAME in row.image
    shown.images.select(row.key)
    shown.summary.baseline.setCurrentIndex(1)
    shown.log.add(f"{row.image}: left out", "warn")
    shown.navigation.turn_to(Page.PLOTS)
    for kind in PlotKind:
        shown.plots.choose(kind)
        shown.plots.redraw()
        shown.plots.current()
    shown.run_bar.stage(StageChanged("encode", 1, 1, row.image, NAME))
    shown.run_bar.refresh()
    shown.controllers.run_phase.title_changed.emit(NAME)
    shown.notifier.message(f"{NAME} failed", kind="bad")
    shown.notifier.status(NAME)
    QApplication.processEvents()
    said = [*texts(shown), ("status", shown.statusBar().currentMessage())]
    menu = RowMenu(shown.rows, [row], {}, shown)
    said += [("menu", action.text().partition("\t")[0]) for action in menu.actions()]
    assert [each for each in said if BROKEN.search(each[1])] == []
    places = {place.split()[0] for place, text in said if WRITTEN in text}
    assert {
        "window",
        "RowsModel",
        "SummaryModel",
        "log",
        "status",
        "accessible",
        "legend",
        "QLabel",
    } <= places


def test_what_is_copied_is_in_the_same_notation(shown: MainWindow) -> None:
    row = next(row for row in shown.rows.rows() if row.vae == NAME)
    shown.navigation.turn_to(Page.IMAGES)
    shown.images.select(row.key)
    for copy in (
        partial(shown.controllers.exports.copy_table, "tsv"),
        partial(shown.controllers.exports.copy_table, "bbcode"),
        shown.controllers.exports.copy_rows,
    ):
        copy()
        copied = QApplication.clipboard().text().replace("\r\n", "\n")
        assert WRITTEN in copied
        assert not BROKEN.search(copied)


def test_a_message_with_points_has_a_line_for_each(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.message("Not alike:", points=[f"size of {NAME}", "device"])
    assert banner.words.text() == f"Not alike:\n•  size of {WRITTEN}\n•  device"


def test_a_traceback_in_the_log_keeps_its_lines(shown: MainWindow) -> None:
    shown.log.clear()
    shown.log.add_details("Traceback:\n  line 1\x1b[2J")
    assert shown.log.text().splitlines()[1:] == [r"  line 1\u001b[2J"]


def test_a_line_written_out_is_what_json_reads_back() -> None:
    import json

    assert json.loads(f'"{one_line(NAME)}"') == NAME
    assert one_line("猫\u3000👩\u200d🎨\u00a0") == "猫\u3000👩\u200d🎨\u00a0"
