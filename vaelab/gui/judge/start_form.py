"""Before the blind test: who judges, and what is asked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from vaelab.gui.style import theme
from vaelab.judging.tasks import GROUPS

_MOST_NAME = 100
_WIDE = 560


class JudgeStart(QWidget):
    """A form of three fields.

    Signals:
        begin: name of the judge, group of tasks, seed.
        cancelled: nobody judges.
    """

    begin = Signal(str, str, int)
    cancelled = Signal()

    def __init__(self, judge: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = QLabel(self.tr("Blind test"), self)
        theme.set_role(heading, "title")
        lead = QLabel(
            self.tr(
                "Pictures are shown without the names of their VAEs, in an order and on sides drawn by chance. Each answer is "
                "written down at once: you can stop at any time and go on later. The names are told at the end."
            ),
            self,
        )
        lead.setWordWrap(True)
        theme.set_role(lead, "muted")
        self.name = QLineEdit(judge, self)
        self.name.setMaxLength(_MOST_NAME)
        self.name.setPlaceholderText(self.tr("your name or initials"))
        of_name = QLabel(self.tr("&Judge"), self)
        of_name.setBuddy(self.name)
        self.groups = QButtonGroup(self)
        words = {
            "closer": self.tr("&Closer: which of two reconstructions is closer to the original?"),
            "real": self.tr("R&eal?: is one picture an original, or did a VAE make it?"),
            "rate": self.tr("Ra&te: how real, different, fitting and creative, from 1 to 5?"),
        }
        buttons = []
        for number, group in enumerate(GROUPS):
            button = QRadioButton(words[group], self)
            self.groups.addButton(button, number)
            buttons.append(button)
        buttons[0].setChecked(True)
        self.seed = QSpinBox(self)
        self.seed.setRange(0, 2**31 - 1)
        self.seed.setToolTip(self.tr("Another seed draws another order and other sides."))
        of_seed = QLabel(self.tr("&Seed"), self)
        of_seed.setBuddy(self.seed)
        self.start = QPushButton(self.tr("Begin"), self)
        self.start.setDefault(True)
        theme.set_role(self.start, "primary")
        cancel = QPushButton(self.tr("Cancel"), self)
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self.problem, "bad")
        self.problem.hide()
        body = QWidget(self)
        body.setMaximumWidth(round(_WIDE * theme.text_scale()))
        layout = QVBoxLayout(body)
        layout.setSpacing(10)
        for widget in (heading, lead, of_name, self.name, *buttons):
            layout.addWidget(widget)
        line = QHBoxLayout()
        line.addWidget(of_seed)
        line.addWidget(self.seed)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addWidget(self.problem)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.start)
        layout.addLayout(foot)
        # Not by alignment, which gives a wrapped text the height of its widest lines.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(body, 100)
        across.addStretch(1)
        around = QVBoxLayout(self)
        around.addStretch(1)
        around.addLayout(across)
        around.addStretch(2)
        self.start.clicked.connect(self._begin)
        self.name.returnPressed.connect(self._begin)
        cancel.clicked.connect(self.cancelled)
        self.name.textChanged.connect(self._ask_name)
        self._ask_name(judge)
        # Another judge types over the name of the last one.
        self.name.selectAll()

    @Slot(str)
    def _ask_name(self, text: str) -> None:
        self.start.setEnabled(bool(text.strip()))

    @Slot()
    def _begin(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            self.begin.emit(name, GROUPS[self.groups.checkedId()], self.seed.value())

    def say(self, problem: str) -> None:
        """Say why it cannot begin; nothing for an empty text."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
