"""A traceback for those who want it: folded away, and copied with one button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from vaelab.gui.style import icons, theme


class Details(QWidget):
    """A line with two buttons, and the text under it when it is unfolded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggle = QToolButton(self)
        theme.set_role(self.toggle, "quiet")
        self.toggle.setText(self.tr("Details"))
        self.toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggle.setCheckable(True)
        self.toggle.setToolTip(self.tr("Technical details"))
        icons.dress(self.toggle, "chevron", "muted", 14)
        self.toggle.toggled.connect(self._unfold)
        self.copy = QToolButton(self)
        theme.set_role(self.copy, "quiet")
        self.copy.setText(self.tr("Copy"))
        self.copy.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.copy.setAccessibleName(self.tr("Copy the details"))
        self.copy.setToolTip(self.tr("Copy the message and the details, to send them to somebody"))
        icons.dress(self.copy, "copy", "muted", 14)
        self.copy.clicked.connect(self._copy)
        self.view = QPlainTextEdit(self)
        self.view.setReadOnly(True)
        self.view.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.view.setAccessibleName(self.tr("Details"))
        self.view.setFixedHeight(self.fontMetrics().lineSpacing() * 9)
        self.view.hide()
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.toggle)
        line.addWidget(self.copy)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self.view)
        self._message = ""
        self.hide()

    def put(self, message: str, text: str) -> None:
        """Hold a text; an empty one hides everything.

        Args:
            message: the sentence that the details belong to; it is copied with them.
            text: the details.
        """
        self._message = message
        if text != self.view.toPlainText():
            self.view.document().setDefaultFont(theme.mono(self.font()))
            self.view.setPlainText(text)
            self.toggle.setChecked(False)
        self.setVisible(bool(text))

    @Slot(bool)
    def _unfold(self, on: bool) -> None:
        self.view.setVisible(on)
        icons.dress(self.toggle, "chevron_down" if on else "chevron", "muted", 14)
        if on:
            # The last line of a traceback is the one that says what it is.
            self.view.verticalScrollBar().setValue(self.view.verticalScrollBar().maximum())

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._message}\n\n{self.view.toPlainText()}".strip())
