"""Ctrl+K: every action of the window by a few letters of its name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from vaelab.gui.keys.action_table import Actions
from vaelab.gui.keys.key_map import KeyMap
from vaelab.gui.models.roles import Index
from vaelab.gui.style import theme

_WIDTH, _HEIGHT = 520, 380
_NAME = int(Qt.ItemDataRole.UserRole)
KEYS_ROLE = _NAME + 1
"""Of a line: its keys, as this platform writes them."""
_MARGIN = 12


class _KeysAtTheEnd(QStyledItemDelegate):
    """Writes the keys of a command at the end of its line."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave room for the keys."""
        super().initStyleOption(option, index)
        room = option.rect.width() - self._width(option, index) - 3 * _MARGIN
        option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the words, then the keys."""
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(theme.current().muted)
        at = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(at, QStyle.visualAlignment(option.direction, end), str(index.data(KEYS_ROLE) or ""))
        painter.restore()

    def _width(self, option: QStyleOptionViewItem, index: Index) -> int:
        return option.fontMetrics.horizontalAdvance(str(index.data(KEYS_ROLE) or ""))


class CommandPalette(QFrame):
    """A list under a line of text; Enter does, Escape leaves."""

    def __init__(self, actions: Actions, keys: KeyMap, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._actions, self._keys = actions, keys
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Commands"))
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("What do you want to do?"))
        self.line.setAccessibleName(self.tr("Search commands"))
        self.line.textChanged.connect(self._list)
        self.line.returnPressed.connect(self._do)
        self.line.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Commands found"))
        self.list.itemActivated.connect(self._do)
        self.list.itemClicked.connect(self._do)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_KeysAtTheEnd(self.list))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        layout.addWidget(self.line)
        layout.addWidget(self.list, 1)
        self.resize(_WIDTH, _HEIGHT)

    @Slot()
    def open_(self) -> None:
        """Show all commands, in the upper middle of the window."""
        self._actions.refresh()
        self.line.clear()
        self._list("")
        window = self.parentWidget()
        if window is not None:
            at = window.mapToGlobal(window.rect().topLeft())
            self.move(at.x() + (window.width() - self.width()) // 2, at.y() + 70)
        self.show()
        self.line.setFocus()

    @Slot(str)
    def _list(self, text: str) -> None:
        groups = {
            action.objectName(): (entry.group, action.isEnabled()) for entry, action in self._actions.all()
        }
        found = []
        for place, line in enumerate(self._keys.lines()):
            group, able = (
                groups.get(line.name.removeprefix("window."), ("", True)) if line.everywhere else ("", True)
            )
            if not able or line.do is None or line.name == "window.palette":
                continue
            words = f"{group} › {line.words}" if group else line.words
            score = fit(text, words)
            if score is not None:
                found.append((score, place, words, line))
        self.list.clear()
        for _, _, words, line in sorted(found, key=lambda item: item[:2]):
            item = QListWidgetItem(words)
            item.setData(KEYS_ROLE, line.shown())
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words} {line.shown()}".strip())
            item.setData(_NAME, line.name)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    @Slot()
    def _do(self) -> None:
        item = self.list.currentItem()
        self.hide()
        if item is not None:
            do = self._keys.line(str(item.data(_NAME))).do
            if do is not None:
                do()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}.get(
                Qt.Key(event.key())
            )
            if step is not None:
                row = self.list.currentRow() + step
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
                return True
        return super().eventFilter(watched, event)


def fit(typed: str, words: str) -> int | None:
    """Return how well typed letters fit words, 0 the best; None where they are not all there, in order."""
    typed, words = typed.casefold().replace(" ", ""), words.casefold()
    if not typed:
        return 0
    whole = words.replace(" ", "").find(typed)
    if whole >= 0:
        return whole
    at, gaps = -1, 0
    for letter in typed:
        found = words.find(letter, at + 1)
        if found < 0:
            return None
        gaps += found - at - 1
        at = found
    return 100 + gaps
