"""The log: what happened, with times; the place where nothing is lost."""

from __future__ import annotations

import time
from typing import Literal

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vaelab.errors import one_line
from vaelab.gui.style import theme

LogLevel = Literal["info", "warn", "bad"]


class LogPanel(QWidget):
    """Lines of text, filtered by a word.

    Signals:
        problems_changed: how many warnings and errors there are.
    """

    problems_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[str, LogLevel, str]] = []
        self._problems = 0
        self.view = QPlainTextEdit(self)
        self.view.setReadOnly(True)
        self.view.document().setDocumentMargin(10)
        self.view.setMaximumBlockCount(5000)
        self.view.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.view.setAccessibleName(self.tr("Log"))
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Show lines with …"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(self.tr("Filter the log"))
        self.filter.textChanged.connect(self._rebuild)
        copy = QPushButton(self.tr("Copy all"), self)
        copy.clicked.connect(self._copy)
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 8, 12, 4)
        bar.addWidget(self.filter, 1)
        bar.addWidget(copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(bar)
        layout.addWidget(self.view, 1)

    def add(self, text: str, level: LogLevel = "info") -> None:
        """Add one line, control characters written out."""
        self._add(one_line(text), level)

    def add_details(self, text: str, level: LogLevel = "info") -> None:
        """Add lines that stand as they are, such as a traceback's."""
        self._add(one_line(text, "\n\t"), level)

    def _add(self, text: str, level: LogLevel) -> None:
        line = (time.strftime("%H:%M:%S"), level, text)
        self._lines.append(line)
        del self._lines[:-5000]
        if self._passes(line):
            self._write(line)
        if level != "info":
            self._problems += 1
            self.problems_changed.emit(self._problems)

    def take_over(self, other: LogPanel) -> None:
        """Go on with the lines of another log, in the language they were written in."""
        self._lines, self._problems = list(other._lines), other._problems
        self._rebuild()
        self.problems_changed.emit(self._problems)

    def clear(self) -> None:
        """Forget all lines."""
        self._lines.clear()
        self._problems = 0
        self.view.clear()
        self.problems_changed.emit(0)

    def text(self) -> str:
        """Everything, as plain text."""
        signs = {"info": " ", "warn": "!", "bad": "✗"}
        return "\n".join(f"{when} {signs[level]} {text}" for when, level, text in self._lines)

    def changeEvent(self, event: QEvent) -> None:
        """Write anew in the colours of another theme."""
        super().changeEvent(event)
        if event.type() == event.Type.PaletteChange and hasattr(self, "filter"):
            self._rebuild()

    def _passes(self, line: tuple[str, LogLevel, str]) -> bool:
        return self.filter.text().casefold() in line[2].casefold()

    @Slot()
    def _rebuild(self) -> None:
        self.view.clear()
        for line in self._lines:
            if self._passes(line):
                self._write(line)

    def _write(self, line: tuple[str, LogLevel, str]) -> None:
        colors = theme.current(self)
        when, level, text = line
        bar = self.view.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() - 4
        cursor = QTextCursor(self.view.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if not self.view.document().isEmpty():
            cursor.insertBlock()
        style = QTextCharFormat()
        style.setForeground(QColor(colors.muted))
        cursor.insertText(f"{when}  ", style)
        style.setForeground(QColor({"info": colors.text, "warn": colors.warn, "bad": colors.bad}[level]))
        sign = {"info": "", "warn": "⚠ ", "bad": "✗ "}[level]
        cursor.insertText(sign + text, style)
        if at_end:
            bar.setValue(bar.maximum())

    @Slot()
    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text())
