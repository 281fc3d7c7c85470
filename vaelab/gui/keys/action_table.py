"""All actions of the window as one table: words, keys, what they do; menu bar, palette and keys are made from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu


@dataclass(frozen=True)
class MenuEntry:
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


@dataclass(frozen=True)
class Menu:
    """A menu, or a menu within one; None stands for a line."""

    title: str
    entries: Sequence[MenuEntry | Menu | None]


class Actions(QObject):
    """Builds the menu bar from entries and keeps their state right."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._entries: dict[str, tuple[MenuEntry, QAction]] = {}

    def build(self, menus: Sequence[Menu]) -> None:
        """Fill the window's menu bar; called once."""
        for menu in menus:
            shown = self._window.menuBar().addMenu(menu.title)
            shown.aboutToShow.connect(self.refresh)
            self._fill(shown, menu.entries)

    def _fill(self, menu: QMenu, entries: Sequence[MenuEntry | Menu | None]) -> None:
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            elif isinstance(entry, Menu):
                self._fill(menu.addMenu(entry.title), entry.entries)
            else:
                menu.addAction(self._add(entry))

    def _add(self, entry: MenuEntry) -> QAction:
        action = QAction(entry.words, self._window)
        action.setObjectName(entry.name)
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        action.setCheckable(entry.check is not None)
        action.triggered.connect(_ActionCall(entry.do, action).call)
        self._window.addAction(action)
        self._entries[entry.name] = (entry, action)
        return action

    def action(self, name: str) -> QAction:
        """The action of that name."""
        return self._entries[name][1]

    def all(self) -> Sequence[tuple[MenuEntry, QAction]]:
        """Every action, in the order of the menus."""
        return tuple(self._entries.values())

    def refresh(self) -> None:
        """Bring ticks and availability up to date."""
        for entry, action in self._entries.values():
            if entry.enabled is not None:
                action.setEnabled(entry.enabled())
            if entry.check is not None:
                action.setChecked(entry.check())


class _ActionCall(QObject):
    """Calls without the argument that Qt sends along."""

    def __init__(self, do: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._do = do

    def call(self) -> None:
        self._do()
