"""All actions of the window as one table: words, keys, what they do; menus and, later, the palette are made from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu


@dataclass(frozen=True)
class Entry:
    """One action.

    Attributes:
        name: by which tests and the palette find it.
        words: in the menu, with the ellipsis where a dialog follows.
        do: called without arguments.
        keys: shortcuts, portable text.
        check: for one that is on or off: whether it is on now.
        enabled: whether it can be used now.
        group: the submenu it stands in, which the palette says before its words.
    """

    name: str
    words: str
    do: Callable[[], object]
    keys: Sequence[str] = ()
    check: Callable[[], bool] | None = None
    enabled: Callable[[], bool] | None = None
    group: str = ""


class Actions(QObject):
    """Builds menus from entries and keeps their state right."""

    def __init__(self, window: QMainWindow) -> None:
        """Have no actions."""
        super().__init__(window)
        self._window = window
        self._entries: dict[str, tuple[Entry, QAction]] = {}

    def menu(self, title: str, entries: Sequence[Entry | None]) -> QMenu:
        """Add a menu; None stands for a line."""
        menu = self._window.menuBar().addMenu(title)
        self.fill(menu, entries)
        menu.aboutToShow.connect(self.refresh)
        return menu

    def fill(self, menu: QMenu, entries: Sequence[Entry | None]) -> None:
        """Add actions to a menu."""
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            else:
                menu.addAction(self.add(entry))

    def add(self, entry: Entry) -> QAction:
        """Make an action of the whole window."""
        action = QAction(entry.words, self._window)
        action.setObjectName(entry.name)
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        action.setCheckable(entry.check is not None)
        action.triggered.connect(_Call(entry.do, action).call)
        self._window.addAction(action)
        self._entries[entry.name] = (entry, action)
        return action

    def action(self, name: str) -> QAction:
        """The action of that name."""
        return self._entries[name][1]

    def all(self) -> Sequence[tuple[Entry, QAction]]:
        """Every action, in the order of the menus."""
        return tuple(self._entries.values())

    def refresh(self) -> None:
        """Bring ticks and availability up to date."""
        for entry, action in self._entries.values():
            if entry.enabled is not None:
                action.setEnabled(entry.enabled())
            if entry.check is not None:
                action.setChecked(entry.check())


class _Call(QObject):
    """Calls without the argument that Qt sends along."""

    def __init__(self, do: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._do = do

    def call(self) -> None:
        self._do()
