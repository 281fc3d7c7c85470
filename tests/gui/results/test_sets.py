"""Sets in the window: the card under the summary of a run, and the comparison of folders by real clicks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFilter
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from vaelab.engine.sets import compare_folders as engine
from vaelab.gui.main_window import MainWindow
from vaelab.gui.results.sets_card import SetsCard
from vaelab.report.words.sets import set_words


def entries(value: float) -> dict[str, object]:
    return {
        "fd_alexnet": {"value": value, "floor": 10.0, "n": 40, "rank": 39, "width": 256, "ci95": None},
        "precision_alexnet": {"value": 0.5, "floor": 0.9, "n": 40, "ci95": [0.4, 0.6]},
    }


def test_the_card_shows_each_set_and_says_of_the_current_one(qtbot: QtBot) -> None:
    card = SetsCard()
    qtbot.addWidget(card)
    sets = {"<b>a</b>": entries(5.0), "b": entries(30.0), "none": {"precision": 1}}
    card.show_sets(sets, {label: set_words(each, paired=True) for label, each in sets.items()})
    card.show()
    assert card.table.rowCount() == 2
    headers = [card.table.horizontalHeaderItem(place).text() for place in range(card.table.columnCount())]
    assert headers == ["Set", "FD AlexNet", "Precision"]
    assert card.table.item(1, 1).text() == "30.0\nfloor 10.0"
    assert "0.4 to 0.6" in card.table.item(0, 2).toolTip()
    assert card.words.textFormat() == Qt.TextFormat.PlainText
    assert card.words.text().startswith("<b>a</b>: ")
    card.table.setCurrentCell(1, 0)
    assert "3.00 times" in card.words.text()
    card.heading.click()
    assert card.table.isHidden()
    assert card.words.isHidden()
    card.show_sets({}, {})
    assert card.isHidden()


@pytest.fixture
def folders(tmp_path: Path, photographs: dict[str, np.ndarray]) -> tuple[str, str]:
    made = []
    for name, radius in (("real", 0), ("blurred", 2)):
        (tmp_path / name).mkdir()
        for number in range(12):
            tile = Image.fromarray(photographs["astronaut"][:64, 32 * number : 32 * number + 64])
            tile.filter(ImageFilter.GaussianBlur(radius)).save(tmp_path / name / f"{number}.png")
        made.append(str(tmp_path / name))
    return made[0], made[1]


def test_folders_are_compared_by_clicks(
    window: MainWindow,
    qtbot: QtBot,
    folders: tuple[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(engine, "cache_folder", lambda: tmp_path / "cache")
    window.actions_.action("sets").trigger()
    dialog = window.sets
    assert dialog is not None
    qtbot.mouseClick(dialog.run_button, Qt.MouseButton.LeftButton)
    assert "real pictures first" in dialog.line.text()
    answers = list(folders)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: answers.pop(0))
    dialog._choose_real()
    qtbot.mouseClick(dialog.run_button, Qt.MouseButton.LeftButton)
    assert "at least one folder" in dialog.line.text()
    qtbot.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    assert dialog.generated.item(0).text() == folders[1]
    qtbot.mouseClick(dialog.run_button, Qt.MouseButton.LeftButton)
    assert dialog.run_button.text() == "Stop"
    qtbot.waitUntil(lambda: not dialog.comparison.busy, timeout=100_000)
    assert dialog.card.table.rowCount() == 1
    pictures = [label for label in dialog.sheets.findChildren(QLabel) if not label.pixmap().isNull()]
    assert len(pictures) == 2
    opened: list[Path] = []
    dialog.report_wanted.connect(opened.append)
    monkeypatch.setattr("vaelab.gui.widgets.desktop.QDesktopServices.openUrl", lambda url: True)
    qtbot.mouseClick(dialog.report_button, Qt.MouseButton.LeftButton)
    assert opened[0].is_file()
    dialog.generated.clear()
    dialog.generated.addItem(str(tmp_path / "nowhere"))
    qtbot.mouseClick(dialog.run_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.comparison.busy, timeout=100_000)
    assert "does not exist" in dialog.line.text()
    assert dialog.run_button.text() == "Compare"


def test_a_comparison_is_stopped(
    window: MainWindow,
    qtbot: QtBot,
    folders: tuple[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(engine, "cache_folder", lambda: tmp_path / "cache")
    window.show_sets()
    dialog = window.sets
    assert dialog is not None
    dialog.real.setText(folders[0])
    dialog.generated.addItem(folders[1])
    dialog.run_button.click()
    dialog.run_button.click()
    qtbot.waitUntil(lambda: not dialog.comparison.busy, timeout=100_000)
    assert "nothing was written" in dialog.line.text()
    assert not any((window.store.runs_folder()).rglob("summary.json"))
