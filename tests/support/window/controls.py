"""Everything in a window that can be pressed, found by walking it: buttons, entries of combo boxes, tabs, lists, menus."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import SIGNAL, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QMenu,
    QMenuBar,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
    QWidgetAction,
)

Names = Callable[[str], str]
"""Replaces what a text says of the data (names of VAEs and images) by a sign, so that rows alike have controls alike."""


OPENS = (" opened", " right-clicked")
"""How the keys of those end that open a menu and change nothing else."""


@dataclass(frozen=True)
class Control:
    """One thing that can be pressed.

    Attributes:
        press: does what a click would do.
        lame: why a press would do nothing, or an empty string.
    """

    press: Callable[[], object]
    lame: str = ""


def controls(root: QWidget, names: Names, without: Sequence[QWidget] = ()) -> dict[str, Control]:
    """Return what can be pressed now in a window, by a key that says what and where; alike ones are numbered.

    Menus over a pointer are asked for wherever the window's own code can have one: where the policy says so, and where a class
    of ours takes the event. The menus that Qt gives to its line edits and text views are Qt's to test.
    """
    found: dict[str, Control] = {}
    for widget in _shown(root, without):
        for what, control in _of(widget, names):
            key = f"{where(widget, root, names)} {what}"
            number = 1
            while (numbered := f"{key} #{number}") in found:
                number += 1
            found[numbered] = control
    return found


def _shown(widget: QWidget, without: Sequence[QWidget]) -> Iterator[QWidget]:
    """A widget and all that can be seen and used in it, scrolled into sight or not."""
    if widget in without or not widget.isVisible() or not widget.isEnabled():
        return
    yield widget
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield from _shown(child, without)


def where(widget: QWidget, root: QWidget, names: Names) -> str:
    """Say where a widget is: the classes from the window to it, and what it calls itself."""
    chain, at = [], widget
    while at is not root and at is not None:
        chain.append(type(at).__name__)
        at = at.parentWidget()
    return names("/".join([*chain[::-1], _label(widget)]))


def _label(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return repr(widget.accessibleName() or text or widget.toolTip() or widget.objectName())


def _of(widget: QWidget, names: Names) -> Iterator[tuple[str, Control]]:
    if isinstance(widget, QAbstractButton):
        menu = widget.menu() if isinstance(widget, QToolButton | QPushButton) else None
        if menu is not None:
            yield "opened", Control(lambda: menu.popup(QPoint(9, 9)))
        else:
            yield "clicked", Control(widget.click, _lame_button(widget))
    elif isinstance(widget, QComboBox):
        lame = "" if any(map(widget.receivers, _COMBO)) else "nothing listens to it"
        for place in range(widget.count()):
            item = widget.model().index(place, widget.modelColumn(), widget.rootModelIndex())
            if not item.flags() & Qt.ItemFlag.ItemIsEnabled:  # a line between entries
                continue
            text = names(widget.itemText(place))
            yield f"set to {text!r}", Control(_Entry(widget, place).choose, lame)
    elif isinstance(widget, QTabBar):
        for place in range(widget.count()):
            yield f"tab {widget.tabText(place)!r}", Control(_Entry(widget, place).turn_to)
    elif isinstance(widget, QListWidget):
        for place in range(widget.count()):
            yield f"line {names(widget.item(place).text())!r}", Control(_Entry(widget, place).click)
    elif isinstance(widget, QMenuBar):
        for action in widget.actions():
            menu = action.menu()
            if isinstance(menu, QMenu) and action.isEnabled():
                yield f"menu {action.text()!r} opened", Control(_Entry(menu, 0).open)
    if _has_menu(widget):
        yield "right-clicked", Control(_Entry(widget, 0).ask_menu)


def _has_menu(widget: QWidget) -> bool:
    policies = Qt.ContextMenuPolicy
    policy = widget.contextMenuPolicy()
    return policy in (policies.CustomContextMenu, policies.ActionsContextMenu) or _takes_it(type(widget))


@cache
def _takes_it(kind: type[QWidget]) -> bool:
    ours = (base for base in kind.__mro__ if not base.__module__.startswith("PySide6"))
    return any("contextMenuEvent" in vars(base) for base in ours)


_COMBO = [
    SIGNAL("activated(int)"),
    SIGNAL("textActivated(QString)"),
    SIGNAL("currentIndexChanged(int)"),
    SIGNAL("currentTextChanged(QString)"),
]
_BUTTON = [SIGNAL("clicked(bool)"), SIGNAL("toggled(bool)"), SIGNAL("pressed()"), SIGNAL("released()")]
_GROUP = [
    SIGNAL("buttonClicked(QAbstractButton*)"),
    SIGNAL("buttonToggled(QAbstractButton*,bool)"),
    SIGNAL("idClicked(int)"),
    SIGNAL("idToggled(int,bool)"),
]
_TRIGGERED, _CHOSEN = SIGNAL("triggered(bool)"), SIGNAL("triggered(QAction*)")


class _Entry:
    """One place of a widget that has several."""

    def __init__(self, widget: QWidget, place: int) -> None:
        self.widget, self.place = widget, place

    def choose(self) -> None:
        self.widget.setCurrentIndex(self.place)
        self.widget.activated.emit(self.place)

    def turn_to(self) -> None:
        self.widget.setCurrentIndex(self.place)

    def click(self) -> None:
        item = self.widget.item(self.place)
        self.widget.scrollToItem(item)
        at = self.widget.visualItemRect(item).center()
        QTest.mouseClick(self.widget.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def open(self) -> None:
        self.widget.popup(QPoint(9, 9))

    def ask_menu(self) -> None:
        for at in _spots(self.widget):
            target = self.widget
            if isinstance(target, QAbstractItemView):
                target = target.viewport()
            reason = QContextMenuEvent.Reason.Mouse
            QApplication.sendEvent(target, QContextMenuEvent(reason, at, target.mapToGlobal(at)))
            if QApplication.activePopupWidget() is not None:
                return


def _spots(widget: QWidget) -> list[QPoint]:
    """Where the pointer may be: on the first item of a table, and in the middle."""
    spots = [widget.rect().center()]
    if isinstance(widget, QHeaderView):
        spots.insert(0, QPoint(5, widget.height() // 2))
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None and widget.model().rowCount():
        index = widget.indexAt(QPoint(5, 5))
        spots.insert(0, widget.visualRect(index).center() if index.isValid() else QPoint(5, 5))
    return spots


def _lame_button(button: QAbstractButton) -> str:
    group = button.group()
    default = button.defaultAction() if isinstance(button, QToolButton) else None
    heard = any(map(button.receivers, _BUTTON)) or default is not None
    heard = heard or (group is not None and any(map(group.receivers, _GROUP)))
    return "" if heard else "nothing is connected to it"


# Menus


def entries(menu: QMenu, names: Names, above: tuple[str, ...] = ()) -> dict[tuple[str, ...], QAction]:
    """Return the enabled actions of a menu that has been opened, and of its submenus, by their words from the top."""
    found: dict[tuple[str, ...], QAction] = {}
    for action in menu.actions():
        if action.isSeparator() or not action.isEnabled() or not action.isVisible():
            continue
        path = (*above, names(_words(action)))
        submenu = action.menu()
        if isinstance(submenu, QMenu):
            submenu.aboutToShow.emit()
            found |= entries(submenu, names, path)
        else:
            found.setdefault(path, action)
    return found


def _words(action: QAction) -> str:
    line = action.defaultWidget() if isinstance(action, QWidgetAction) else None
    return line.accessibleName() if line is not None else action.text().partition("\t")[0]


def lame(action: QAction) -> str:
    """Return why choosing an action does nothing, or an empty string."""
    if isinstance(action, QWidgetAction):
        return ""
    holders = [thing for thing in action.associatedObjects() if isinstance(thing, QMenu)]
    # Each menu and the group listen themselves, to pass it on.
    group = action.actionGroup()
    own = action.receivers(_TRIGGERED) - len(holders) - (group is not None)
    passed_on = group is not None and group.receivers(_CHOSEN)
    return "" if own > 0 or passed_on or any(map(_heard, holders)) else "nothing is connected to it"


def _heard(menu: QMenu) -> bool:
    """Whether someone listens to a menu or to one that it stands in."""
    if menu.receivers(_CHOSEN) > 0:
        return True
    above: QObject | None = menu.parent()
    return isinstance(above, QMenu) and _heard(above)


def choose(menu: QMenu, action: QAction) -> None:
    """Choose an action as a click does: the menu closes, then the action is triggered."""
    if isinstance(action, QWidgetAction):
        line = action.defaultWidget()
        assert isinstance(line, QLineEdit)
        line.setText("Mine")
        QTest.keyClick(line, Qt.Key.Key_Return)
        menu.close()
        return
    menu.close()
    action.trigger()


def delete_what_is_to_be() -> None:
    """Let go of widgets that have been told to delete themselves, as the event loop does."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
