"""F1: every key on one sheet, as it is now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from vaelab.gui.keys.key_map import KeyMap
from vaelab.gui.style import theme

_FRAME = 24
"""Beside the columns: the scroll bar."""

_Part = tuple[str, Sequence[tuple[str, str]]]
"""A heading, and lines under it: keys, and what they do."""


class ShortcutSheet(QDialog):
    """Columns of keys and what they do. Not modal: it may stay open beside the window."""

    def __init__(self, keys: KeyMap, parent: QWidget) -> None:
        """Build it from the keys in force, and what the mouse does in the viewer."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = QGuiApplication.primaryScreen().availableGeometry()
        for number in (3, 2, 1):
            body = self._body(keys, number)
            if body.sizeHint().width() + _FRAME <= room.width() * 0.9:
                break
            body.deleteLater()
        else:
            body = self._body(keys, 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setAccessibleName(self.tr("Keys"))
        scroll.setWidget(body)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 16)
        said = QLabel(self.tr("Every key can be changed in the settings."), self)
        theme.set_role(said, "muted")
        foot.addWidget(said, 1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)
        hint = body.sizeHint()
        self.resize(
            min(hint.width() + _FRAME, room.width() * 9 // 10),
            min(hint.height() + 72, room.height() * 9 // 10),
        )

    def _body(self, keys: KeyMap, number: int) -> QWidget:
        with_keys = [line for line in keys.lines() if line.keys]
        everywhere = [(line.shown(), line.words) for line in with_keys if line.everywhere]
        looking = [(line.shown(), line.words) for line in with_keys if not line.everywhere]
        first = (self.tr("Everywhere"), everywhere)
        second = (self.tr("In tables and viewer"), looking)
        mouse = (self.tr("Mouse in the viewer"), self._mouse())
        body = QWidget(self)
        theme.set_role(body, "body")
        columns = QHBoxLayout(body)
        columns.setContentsMargins(24, 20, 24, 8)
        columns.setSpacing(36)
        half = (len(looking) + 1) // 2
        ways: dict[int, list[list[_Part]]] = {
            3: [[first], [(second[0], looking[:half])], [("", looking[half:]), mouse]],
            2: [[first, mouse], [second]],
            1: [[first, second, mouse]],
        }
        for parts in ways[number]:
            columns.addLayout(self._column(parts))
        return body

    def _mouse(self) -> Sequence[tuple[str, str]]:
        return (
            (self.tr("Wheel"), self.tr("Zoom")),
            (self.tr("Drag"), self.tr("Pan")),
            (self.tr("Alt+drag"), self.tr("Move the reconstruction alone")),
            (self.tr("Double click"), self.tr("Fit or 100 %")),
        )

    def _column(self, parts: Sequence[_Part]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        for title, lines in parts:
            heading = QLabel(title, self)
            theme.set_role(heading, "heading")
            column.addWidget(heading)
            grid = QGridLayout()
            grid.setHorizontalSpacing(16)
            grid.setVerticalSpacing(6)
            grid.setColumnStretch(1, 1)
            for line, (keys, words) in enumerate(lines):
                label = QLabel(keys, self)
                theme.set_role(label, "number")
                grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(QLabel(words, self), line, 1)
            column.addLayout(grid)
        column.addStretch(1)
        return column
