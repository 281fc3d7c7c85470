"""What the judges found, with the names: sentences and tables, after the blind test."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from vaelab.errors import one_line
from vaelab.gui.core import engine_text
from vaelab.gui.style import theme
from vaelab.judging.outcome import JudgeOutcome
from vaelab.report.words.judges import JudgeTable, judge_sentences, judge_tables
from vaelab.text import Sentence, Value


class JudgeResults(QWidget):
    """A page of text.

    Signals:
        left: it has been read.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = QLabel(self.tr("What the judges found"), self)
        theme.set_role(heading, "title")
        self.text = QLabel(self)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setContentsMargins(4, 4, 16, 4)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(self.text)
        self.back = QPushButton(self.tr("Back to the run"), self)
        theme.set_role(self.back, "primary")
        self.back.clicked.connect(self.left)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.addWidget(heading)
        layout.addWidget(area, 1)
        layout.addLayout(foot)

    def wait(self) -> None:
        """Say that it is being computed."""
        self.text.setText(escape(self.tr("Counting the answers …")))

    def show_outcome(self, outcome: JudgeOutcome) -> None:
        """Show what was found."""
        said = " ".join(engine_text.sentence(each) for each in judge_sentences(outcome))
        parts = [f"<p>{escape(said)}</p>", *map(_table, judge_tables(outcome))]
        self.text.setText("".join(parts))

    def say(self, problem: str) -> None:
        """Say why there is nothing to show."""
        self.text.setText(escape(problem))


def cell_words(value: Value) -> str:
    """Return a cell in the window's language."""
    if isinstance(value, Sentence):
        return engine_text.sentence(value)
    return one_line(str(value))


def _table(table: JudgeTable) -> str:
    head = "".join(f'<th align="left">{escape(cell_words(cell))}</th>' for cell in table.head)
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(cell_words(cell))}</td>' for cell in row)}</tr>" for row in table.rows
    )
    return (
        f"<h3>{escape(cell_words(table.title))}</h3>"
        f'<table cellspacing="0" cellpadding="5"><tr>{head}</tr>{rows}</table>'
        f"<p><small>{escape(cell_words(table.lead))}</small></p>"
    )
