"""A VAE that is its author's program, in its place in the list: what it means to run it, and the one button that lets it run."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vaelab.gui.core import engine_text
from vaelab.gui.core.background_jobs import Failure
from vaelab.gui.style import icons, theme
from vaelab.gui.widgets.traceback_box import Details
from vaelab.vae.program.trust import refusal


class TrustCard(QFrame):
    """One program that was not run.

    Signals:
        trusted: the key of the VAE.
    """

    trusted = Signal(int)

    def __init__(self, key: int, name: str, failure: Failure, parent: QWidget | None = None) -> None:
        """Say what it is; nothing of it has been run."""
        super().__init__(parent)
        self._key = key
        theme.set_role(self, "problem")
        sign = QLabel(self)
        icons.dress(sign, "warning", "bad", 16)
        self.title = QLabel(self.tr("{0} is a program").format(name), self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        theme.set_role(self.title, "heading")
        self.words = QLabel(
            engine_text.sentence(
                refusal(
                    failure.source,
                    failure.seen,
                    self.tr("press the button, which holds until the window closes"),
                    has_weights=failure.has_weights,
                )
            ),
            self,
        )
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.button = QPushButton(self.tr("Trust this file"), self)
        self.button.setAccessibleName(f"{self.button.text()}: {name}")
        self.button.setToolTip(self.tr("Let the program run when this VAE is measured"))
        self.button.clicked.connect(self._trust)
        self.details = Details(self)
        self.details.put(f"{self.title.text()}\n{failure.message}", "\n".join(failure.programs))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.words)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.details)

    @Slot()
    def _trust(self) -> None:
        self.trusted.emit(self._key)
