"""The page of the settings where every key can be changed by pressing another."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vaelab.gui.keys.command_palette import fit
from vaelab.gui.keys.key_map import KeyLine, KeyMap, native
from vaelab.gui.style import icons, theme

_NAME = int(Qt.ItemDataRole.UserRole)


class KeysPage(QWidget):
    """A searchable list of what keys do, and under it the place to press a new one."""

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search actions"))
        self.search.setAccessibleName(self.tr("Search actions"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(self.tr("Actions and their keys"))
        self.list.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(False)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setUniformRowHeights(True)
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(12)
        self.list.currentItemChanged.connect(self._show_current)
        self.list.itemActivated.connect(self._start_pressing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addLayout(self._editor())
        layout.addLayout(self._foot())
        self._fill()
        keys.changed.connect(self._refresh)
        self.select(next(line.name for line in keys.lines() if line.everywhere))

    def _editor(self) -> QHBoxLayout:
        self.press = QKeySequenceEdit(self)
        self.press.setMaximumSequenceLength(1)
        self.press.setClearButtonEnabled(True)
        self.press.setAccessibleName(self.tr("Press the new key here"))
        self.press.keySequenceChanged.connect(self._pressed)
        label = QLabel(self.tr("New key:"), self)
        label.setBuddy(self.press)
        self.use_button = QPushButton(self.tr("Use"), self)
        self.use_button.setToolTip(self.tr("This key instead of those the action has"))
        self.use_button.clicked.connect(self.use)
        self.add_button = QPushButton(self.tr("Add"), self)
        self.add_button.setToolTip(self.tr("This key beside those the action has"))
        self.add_button.clicked.connect(self.add)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.press, 1)
        row.addWidget(self.use_button)
        row.addWidget(self.add_button)
        return row

    def _foot(self) -> QVBoxLayout:
        self._sign = QLabel(self)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setMinimumHeight(self.words.fontMetrics().height() * 2)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.words, 1, Qt.AlignmentFlag.AlignTop)
        self.none_button = QPushButton(self.tr("No key"), self)
        self.none_button.clicked.connect(self.take_away)
        self.reset_button = QPushButton(self.tr("Reset"), self)
        self.reset_button.setToolTip(self.tr("The key this action had at first"))
        self.reset_button.clicked.connect(self.reset)
        self.reset_all_button = QPushButton(self.tr("Reset all keys"), self)
        self.reset_all_button.clicked.connect(self.reset_all)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.none_button)
        row.addWidget(self.reset_button)
        row.addStretch(1)
        row.addWidget(self.reset_all_button)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(said)
        column.addLayout(row)
        return column

    # The list

    def _fill(self) -> None:
        self._items: dict[str, QTreeWidgetItem] = {}
        groups = {
            True: QTreeWidgetItem([self.tr("Everywhere"), ""]),
            False: QTreeWidgetItem([self.tr("In tables and viewer"), ""]),
        }
        for group in groups.values():
            font = group.font(0)
            font.setWeight(font.Weight.DemiBold)
            group.setFont(0, font)
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.list.addTopLevelItem(group)
            group.setExpanded(True)
        for line in self._keys.lines():
            item = QTreeWidgetItem(groups[line.everywhere])
            item.setData(0, _NAME, line.name)
            self._items[line.name] = item
            self._show_line(line)

    def _show_line(self, line: KeyLine) -> None:
        item = self._items[line.name]
        item.setText(0, line.words)
        item.setText(1, line.shown() or "–")
        font = item.font(1)
        font.setBold(line.changed)
        item.setFont(1, font)
        item.setToolTip(1, self.tr("At first: {0}").format(", ".join(map(native, line.default)) or "–"))

    @Slot()
    def _refresh(self) -> None:
        for line in self._keys.lines():
            self._show_line(line)
        self._say_about(self._current())

    @Slot(str)
    def _filter(self, text: str) -> None:
        for line in self._keys.lines():
            hidden = fit(text, f"{line.words} {line.shown()}") is None
            self._items[line.name].setHidden(hidden)

    def _current(self) -> KeyLine | None:
        item = self.list.currentItem()
        name = None if item is None else item.data(0, _NAME)
        return None if name is None else self._keys.line(str(name))

    def select(self, name: str) -> None:
        """Go to the line of that name."""
        self.list.setCurrentItem(self._items[name])

    @Slot()
    def _show_current(self) -> None:
        self.press.clear()
        self._say_about(self._current())

    @Slot()
    def _start_pressing(self) -> None:
        self.press.setFocus(Qt.FocusReason.OtherFocusReason)

    # Changing

    def _key(self) -> str:
        return self.press.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    @Slot()
    def _pressed(self) -> None:
        self._say_about(self._current())

    def _say_about(self, line: KeyLine | None) -> None:
        key = self._key()
        holder = self._keys.holder(key, but="" if line is None else line.name) if key else None
        for button in (self.use_button, self.add_button):
            button.setEnabled(bool(line and key))
        self.none_button.setEnabled(bool(line and line.keys))
        self.reset_button.setEnabled(bool(line and line.changed))
        self.reset_all_button.setEnabled(any(line.changed for line in self._keys.lines()))
        self._sign.setVisible(holder is not None)
        self.press.setEnabled(line is not None)
        if line is None:
            self.words.setText("")
        elif holder is not None:
            icons.dress(self._sign, "warning", "warn", 18)
            said = self.tr("{0} is already the key of “{1}”. “Use” or “Add” takes it from there.")
            self.words.setText(said.format(native(key), holder.words))
        elif key:
            self.words.setText(self.tr("{0} is free.").format(native(key)))
        else:
            said = self.tr("“{0}”: press a new key in the field, then “Use”.")
            self.words.setText(said.format(line.words))
        theme.set_role(self.words, "warn" if holder is not None else "muted")

    @Slot()
    def use(self) -> None:
        """Make the key that was pressed the only one of the action."""
        self._choose(())

    @Slot()
    def add(self) -> None:
        """Give the action the key that was pressed, beside those it has."""
        line = self._current()
        self._choose(() if line is None else line.keys)

    def _choose(self, others: tuple[str, ...]) -> None:
        line, key = self._current(), self._key()
        if line is not None and key:
            self._keys.choose(line.name, (*others, key))
            self.press.clear()

    @Slot()
    def take_away(self) -> None:
        """Leave the action without a key."""
        line = self._current()
        if line is not None:
            self._keys.choose(line.name, ())

    @Slot()
    def reset(self) -> None:
        """Give the action its first keys again."""
        line = self._current()
        if line is not None:
            self._keys.reset(line.name)

    @Slot()
    def reset_all(self) -> None:
        """Give every action its first keys again."""
        self._keys.reset_all()
