"""A VAE that failed, in its place in the list: what happened, why, and what to press."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vaelab.gui.setup.vaes.problem import Problem, remedy_of
from vaelab.gui.style import icons, theme
from vaelab.gui.widgets.traceback_box import Details

_GAP = 6


class ProblemCard(QFrame):
    """One problem.

    Signals:
        retry_wanted: the key of the VAE, and the remedy.
        retry_cancelled, dismissed: the key of the VAE.
    """

    retry_wanted = Signal(int, str)
    retry_cancelled = Signal(int)
    dismissed = Signal(int)

    def __init__(self, key: int, problem: Problem, *, running: bool, parent: QWidget | None = None) -> None:
        """Show it; ``running`` tells whether a retry has to wait for the end of a run."""
        super().__init__(parent)
        self._key = key
        theme.set_role(self, "problem")
        sign = QLabel(self)
        icons.dress(sign, "warning", "bad", 16)
        self.title = QLabel(self._title(problem), self)
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self.title, "heading")
        self.words = QLabel(_as_sentence(problem.message), self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons: dict[str, QPushButton] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        self._columns = 0
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        self.details = Details(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.words)
        chosen = remedy_of(problem.chosen)
        if running and chosen is not None:
            waits = QLabel(self.tr("It is run again when this run has ended: {0}.").format(chosen.way), self)
            waits.setWordWrap(True)
            theme.set_role(waits, "muted")
            layout.addWidget(waits)
            self._add("cancel", self.tr("Do not retry"), "", problem)
        else:
            for remedy in filter(None, map(remedy_of, problem.remedies)):
                self._add(remedy.name, remedy.button, remedy.tip, problem)
            tip = self.tr("Ignore this VAE; the others keep running")
            self._add("skip", self.tr("Skip"), tip, problem)
        layout.addLayout(self._grid)
        layout.addWidget(self.details)
        self.details.put(f"{self.title.text()}\n{problem.message}", problem.details)
        self._arrange(1)

    def _title(self, problem: Problem) -> str:
        if problem.images is None:
            return self.tr("{0} could not be loaded").format(problem.label)
        if problem.images == 0:
            return self.tr("{0} failed on the first image").format(problem.label)
        if problem.images == 1:
            return self.tr("{0} stopped after 1 image").format(problem.label)
        return self.tr("{0} stopped after {1} images").format(problem.label, problem.images)

    def _add(self, name: str, words: str, tip: str, problem: Problem) -> None:
        button = QPushButton(words, self)
        button.setAccessibleName(f"{words}: {problem.label}")
        button.setToolTip(tip)
        button.setProperty("remedy", name)
        button.clicked.connect(self._press)
        self.buttons[name] = button

    @Slot()
    def _press(self) -> None:
        sender = self.sender()
        name = "" if sender is None else str(sender.property("remedy"))
        if name == "skip":
            self.dismissed.emit(self._key)
        elif name == "cancel":
            self.retry_cancelled.emit(self._key)
        elif name:
            self.retry_wanted.emit(self._key, name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons side by side where two fit."""
        super().resizeEvent(event)
        margins = self.contentsMargins().left() + self.contentsMargins().right() + 20
        widest = max(button.sizeHint().width() for button in self.buttons.values())
        self._arrange(2 if 2 * widest + _GAP <= self.width() - margins else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        last = len(self.buttons) - 1
        for place, button in enumerate(self.buttons.values()):
            alone = place == last and place % columns == 0
            self._grid.addWidget(button, place // columns, place % columns, 1, columns if alone else 1)


def _as_sentence(message: str) -> str:
    """Let a message that was written to follow a name begin a sentence; one that begins with a name stays as it is."""
    first = message.partition(" ")[0]
    return message[:1].upper() + message[1:] if first.isalpha() else message
