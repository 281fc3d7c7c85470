"""F1: every key on one sheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vaelab.gui import theme
from vaelab.gui.actions import Actions


class ShortcutSheet(QDialog):
    """Two columns of keys and what they do. Not modal: it may stay open beside the window."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        """Build it from the actions, and from the keys of tables and viewer."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        everywhere = [
            (
                ", ".join(
                    keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts()
                ),
                action.text(),
            )
            for _, action in actions.all()
            if not action.shortcut().isEmpty()
        ]
        columns = QHBoxLayout()
        columns.setSpacing(32)
        columns.addLayout(self._column(self.tr("Everywhere"), everywhere))
        columns.addLayout(self._column(self.tr("In tables and viewer"), self._looking()))
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(columns)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _looking(self) -> Sequence[tuple[str, str]]:
        return (
            (self.tr("Space (hold)"), self.tr("Original in place")),
            ("1 … 6", self.tr("Side by side, swipe, blink, difference, map, all VAEs")),
            ("J, K", self.tr("Next, previous line")),
            ("[, ]", self.tr("Previous, next VAE of the same image")),
            ("N, Shift+N", self.tr("Worst, next worst; back")),
            ("S", self.tr("Swap sides")),
            ("F", self.tr("Fit")),
            (self.tr("Wheel, +, −"), self.tr("Zoom")),
            (self.tr("Drag, arrows"), self.tr("Pan; in swipe, left and right move the line")),
            (self.tr("Alt+drag"), self.tr("Move the reconstruction alone")),
            (self.tr("Double click"), self.tr("Fit or 100 %")),
            ("E, Shift+E", self.tr("More, less gain")),
            ("H", self.tr("Histograms")),
            ("M", self.tr("Marker: expected and read")),
            ("X", self.tr("Flag the image")),
        )

    def _column(self, title: str, lines: Sequence[tuple[str, str]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        heading = QLabel(title, self)
        theme.set_role(heading, "heading")
        column.addWidget(heading)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for line, (keys, words) in enumerate(lines):
            label = QLabel(keys, self)
            theme.set_role(label, "number")
            grid.addWidget(label, line, 0)
            grid.addWidget(QLabel(words.rstrip("…"), self), line, 1)
        column.addLayout(grid)
        column.addStretch(1)
        return column
