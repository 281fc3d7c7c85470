"""Presses everything that a state of the window offers, and says what went wrong with which press."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import shiboken6
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from window import controls
from window.stage import Answers, Stage

from vaelab.gui.widgets.banner import Banner

_INTERNAL = re.compile(r"inside VAELab|unexpected error|\b[A-Z]\w*(Error|Exception|Exit|Interrupt): ")
"""What the window says when it is its own fault, or when an exception was taken for a message."""

_PLATFORMS_OWN = ("propagateSizeHints", "does not support raise", "does not support grabbing")

_LOOKS = {"Theme", "Text size", "Language"}

Key = tuple[str, tuple[str, ...], str]
"""Of a press: the control, the way through the menu that it opens, and how dialogs are answered."""


class Presser:
    """Presses all that there is, again and again in fresh windows until nothing is left.

    Attributes:
        troubles: what went wrong, after which press.
        pressed: how many presses there were.
        appeared: classes of the windows that came up.
    """

    def __init__(
        self,
        opened: Callable[[], Stage],
        closed: Callable[[Stage], None],
        answers: Answers,
        names: controls.Names,
        warnings: Callable[[], Sequence[str]],
        settle: Callable[[Stage], None],
    ) -> None:
        """Press nothing yet.

        Args:
            opened: brings a fresh window into the state.
            closed: puts it away.
            answers: of the desktop.
            names: see ``controls``.
            warnings: what Qt has warned of so far.
            settle: waits until nothing more happens by itself.
        """
        self._open, self._close, self._answers = opened, closed, answers
        self._names, self._warnings, self._settle = names, warnings, settle
        self.troubles: list[str] = []
        self.pressed = 0
        self.windows = 0
        self.appeared: set[str] = set()
        self._paths: dict[Key, tuple[Key, ...]] = {}
        self._done: set[Key] = set()
        self._missed: set[Key] = set()
        self._alike: set[Key] = set()
        self._stage: Stage | None = None
        self._trail: list[Key] = []
        self._caught: list[str] = []
        self._learns = True

    def press_all(self) -> None:
        """Press everything, and what that brings to light."""
        try:
            self._refresh()
            for key in [key for key in self._left() if key[0].partition(" #")[0].endswith(controls.OPENS)]:
                self._press(key)
            self._learns = self._here.deep
            while self._left():
                self._press_what_is_there()
                if self._left():
                    self._refresh()
                    self._press_what_is_there() or self._bring_back(self._left()[0])
        finally:
            self._put_away()

    def _left(self) -> list[Key]:
        return [key for key in self._paths if key not in self._done]

    @property
    def _here(self) -> Stage:
        assert self._stage is not None
        return self._stage

    def _refresh(self) -> None:
        """Take a fresh window."""
        self._put_away()
        self._stage = self._open()
        self._trail, self._missed = [], set()
        self.windows += 1
        self._here.errors.caught.connect(self._take_error)
        self._settle(self._here)
        if self.windows == 1:
            self._note(first=True)
        self._look_for_trouble("the state itself")

    def _put_away(self) -> None:
        if self._stage is not None:
            self._close(self._stage)
            self._stage = None

    def _take_error(self, message: str, details: str) -> None:
        self._caught.append(f"{message}\n{details}")

    def _found(self) -> dict[str, controls.Control]:
        stage = self._here
        if stage.again is not None and shiboken6.isValid(stage.root) and stage.shell.window.isVisible():
            stage.again()
        if not shiboken6.isValid(stage.root) or not stage.root.isVisible():
            return {}
        return controls.controls(stage.root, self._names, stage.without)

    def _note(self, *, first: bool = False) -> dict[str, controls.Control]:
        """Learn of controls that were not known; of rows alike that come later, one will do."""
        found = self._found()
        for name in found if self._learns else ():
            self._learn((name, (), "cancel"), first=first)
        return found

    def _learn(self, key: Key, *, first: bool = False) -> None:
        # In a menu they are a submenu, in the palette a line begins with their name.
        named = {*key[1], key[0].partition("line '")[2].partition(" ›")[0]}
        if not self._here.looks and _LOOKS.intersection(named):
            return
        alike = (key[0].rpartition(" #")[0], key[1], key[2])
        if key not in self._paths and (first or alike not in self._alike):
            self._paths[key] = tuple(self._trail)
        self._alike.add(alike)

    def _press_what_is_there(self) -> bool:
        """Press what is left and in sight until there is nothing of it; return whether there was."""
        before = len(self._done)
        while True:
            found = self._note()
            key = next((key for key in self._left() if key[0] in found and key not in self._missed), None)
            if key is None:
                return len(self._done) > before
            self._press(key, found)

    def _bring_back(self, key: Key) -> None:
        """Repeat what brought a control to light: the last step alone, or all of them."""
        path = self._paths[key]
        for steps in (path[-1:], path):
            for step in (*steps, key):
                self._press(step)
            if key in self._done:
                return
            self._refresh()
        self._done.add(key)
        self.troubles.append(f"{_said(key)}: it was there once, and cannot be found again")

    def _press(self, key: Key, found: Mapping[str, controls.Control] | None = None) -> None:
        """Press what can be found, and note everything that comes of it."""
        name, path, answer = key
        control = (self._found() if found is None else found).get(name)
        if control is None:
            return
        stage = self._here
        self._answers.answer, asked = answer, self._answers.asked
        self._trail.append(key)
        self.pressed += 1
        if control.lame:
            self.troubles.append(f"{_said(key)}: {control.lame}")
        others = _windows()
        with self._eye_on_loops(key):
            _in_a_loop(control.press)
        _in_a_loop(lambda: self._use_menu(key))
        if key not in self._missed:
            self._done.add(key)
        self._settle(stage)
        if self._answers.asked > asked and answer == "cancel":
            places = tuple(self._answers.places)
            for other in places if stage.every_answer else places[:1]:
                self._learn((name, path, other), first=True)
        for widget in _windows() - others:
            if widget is not stage.root and widget is not stage.shell.window:
                self.appeared.add(type(widget).__name__)
                widget.close()
        self._settle(stage)
        self._look_for_trouble(_said(key))

    @contextmanager
    def _eye_on_loops(self, key: Key) -> Iterator[None]:
        """See to a menu or dialog that waits in an event loop of its own."""
        timer = QTimer()
        timer.setInterval(0)

        def look() -> None:
            modal = QApplication.activeModalWidget()
            if QApplication.activePopupWidget() is not None:
                self._use_menu(key)
            elif modal is not None:
                self.troubles.append(f"{_said(key)}: {type(modal).__name__} waits, and no fake answers")
                modal.close()

        timer.timeout.connect(look)
        timer.start()
        yield
        timer.stop()

    def _use_menu(self, key: Key) -> None:
        """Learn what a menu that came up offers, or choose from it."""
        name, path, _ = key
        popup = QApplication.activePopupWidget()
        if not isinstance(popup, QMenu):
            if popup is not None:
                self.appeared.add(type(popup).__name__)
                popup.close()
            return
        offered = controls.entries(popup, self._names)
        for way in offered if self._learns else ():
            self._learn((name, way, "cancel"), first=not path)
        action = offered.get(path)
        if action is not None:
            lame = controls.lame(action)
            if lame:
                self.troubles.append(f"{_said(key)}: {lame}")
            controls.choose(popup, action)
        else:
            popup.close()
            self._missed |= {key} if path else set()

    def _look_for_trouble(self, after: str) -> None:
        stage = self._here
        said = [*self._caught]
        self._caught.clear()
        for warning in self._warnings():
            if not any(own in warning for own in _PLATFORMS_OWN):
                said.append(warning)
        for root in (stage.shell.window, stage.root):
            for banner in root.findChildren(Banner) if shiboken6.isValid(root) else ():
                if banner.isVisible() and _INTERNAL.search(banner.words.text()):
                    said.append(banner.words.text())
                    banner.hide()
        self.troubles += [f"{after}: {text}" for text in said]


def _in_a_loop(do: Callable[[], object]) -> None:
    """Do something as an event does it: what is deleted meanwhile goes when the event is over, not in the middle of it."""
    loop = QEventLoop()

    def once() -> None:
        try:
            do()
        finally:
            loop.quit()

    QTimer.singleShot(0, once)
    loop.exec()


def _windows() -> set[QWidget]:
    return {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()}


def _said(key: Key) -> str:
    name, path, answer = key
    return " › ".join([name, *path]) + ("" if answer == "cancel" else f" (answered: {answer})")
