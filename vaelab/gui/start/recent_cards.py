"""The runs of before as cards on the first page: when, how many images, which VAEs, how close the best came."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vaelab import text
from vaelab.errors import one_line
from vaelab.gui.core.engine_text import counted
from vaelab.gui.style import theme
from vaelab.gui.widgets.elided_label import Elided

_STAMP = re.compile(r"^\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d(_|$)")
_SHOWN = 6
_NARROW = 28
"""Below so many letters a card, one column of cards."""


class RecentRuns(QWidget):
    """A heading and up to six cards, in two columns where there is room.

    Signals:
        open_wanted, resume_wanted, discard_wanted: a run folder, as a ``Path``.
    """

    open_wanted = Signal(Path)
    resume_wanted = Signal(Path)
    discard_wanted = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[RunCard] = []
        heading = QLabel(self.tr("Recent runs"), self)
        theme.set_role(heading, "heading")
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addLayout(self._grid)
        self._columns = 0
        self.hide()

    def show_runs(self, runs: Sequence[Mapping[str, Any]]) -> None:
        """Show these runs, newest first; see :func:`vaelab.gui.start.recent_runs.describe_run`."""
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [RunCard(run, self) for run in runs[:_SHOWN]]
        self._columns = 0
        self._arrange()
        self.setVisible(bool(runs))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        letter = self.fontMetrics().horizontalAdvance("0")
        columns = 2 if self.width() >= 2 * _NARROW * letter and len(self.cards) > 1 else 1
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


class RunCard(QFrame):
    """One run."""

    def __init__(self, run: Mapping[str, Any], parent: RecentRuns) -> None:
        super().__init__(parent)
        self._runs, self._path = parent, Path(str(run["path"]))
        theme.set_role(self, "card")
        # The moment in the folder's name is said in the next line, readably.
        name = Elided(_STAMP.sub("", str(run["title"])) or str(run["title"]), self)
        theme.set_role(name, "heading")
        self.facts = Elided(self._what(run), self, at_end=True)
        self.vaes = Elided(", ".join(run["vaes"]), self, at_end=True)
        self.found = Elided(self._found(run), self, at_end=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        for label in (self.facts, self.vaes, self.found):
            theme.set_role(label, "small")
            words.addWidget(label)
        words.addStretch(1)
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 10, 8, 10)
        box.setSpacing(6)
        box.addLayout(words, 1)
        buttons = QVBoxLayout()
        buttons.setSpacing(4)
        self.buttons: list[QPushButton] = []
        if run.get("unfinished"):
            self._add(buttons, self.tr("Resume"), self._resume, run)
        self._add(buttons, self.tr("Open"), self._open, run)
        theme.set_role(self.buttons[0], "")
        if run.get("unfinished"):
            discard = self._add(buttons, self.tr("Discard"), self._discard, run)
            discard.setToolTip(self.tr("Remove from this list (its files are kept)"))
        buttons.addStretch(1)
        box.addLayout(buttons)

    def _add(self, buttons: QVBoxLayout, words: str, do: Any, run: Mapping[str, Any]) -> QPushButton:
        button = QPushButton(words, self)
        theme.set_role(button, "quiet")
        button.setAccessibleName(one_line(f"{words} {run['title']}"))
        button.clicked.connect(do)
        buttons.addWidget(button)
        self.buttons.append(button)
        return button

    def _what(self, run: Mapping[str, Any]) -> str:
        number = int(run["images"])
        images = self.tr("1 image") if number == 1 else self.tr("{0} images").format(number)
        return "  ·  ".join(part for part in (when(str(run["created"])), images) if part)

    def _found(self, run: Mapping[str, Any]) -> str:
        if run.get("unfinished"):
            return self.tr("Ended early: {0} of {1}").format(
                run["images_done"], counted(text.images(run["images_listed"]))
            )
        if run["best"] is None:
            number = len(run["vaes"])
            return self.tr("1 VAE") if number == 1 else self.tr("{0} VAEs").format(number)
        label, distance = run["best"]
        return self.tr("Closest: {1}, J {0}").format(QLocale().toString(distance, "f", 3), label)

    @Slot()
    def _open(self) -> None:
        self._runs.open_wanted.emit(self._path)

    @Slot()
    def _resume(self) -> None:
        self._runs.resume_wanted.emit(self._path)

    @Slot()
    def _discard(self) -> None:
        self._runs.discard_wanted.emit(self._path)


def when(created: str) -> str:
    """Return a moment (ISO 8601) in the window's language and this computer's time; as it is where it is none."""
    try:
        moment = datetime.fromisoformat(created).astimezone()
    except ValueError:
        return created
    local = QDateTime(QDate(moment.year, moment.month, moment.day), QTime(moment.hour, moment.minute))
    locale = QLocale()
    if locale.language() in (QLocale.Language.English, QLocale.Language.C):
        return locale.toString(local, "d MMM yyyy, HH:mm")  # 1/2/26 is January here and February there
    return locale.toString(local, QLocale.FormatType.ShortFormat)
