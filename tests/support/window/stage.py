"""What a state of the window is made of: the window, an engine that waits, the user's files, and a desktop that answers."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QWidget
from window.controls import delete_what_is_to_be
from window.fakes import FakeEngine

from vaelab.control import Control
from vaelab.engine.events import RowDone, RunEvent
from vaelab.gui.app import UncaughtErrors
from vaelab.gui.application import Application
from vaelab.resources import assets_folder
from vaelab.settings import RunSettings

_TURNS = 4

_DATA = re.compile(
    r"\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d\w*|(?<=What to do with ).+|(?<=^Use ).+|(?<='Use ).+|(?<=Name of ).+(?= in tables)|(?<=Remove ).+|\S*[@+]\S*"
    r"|[\w-]*(mine|linear|image-\d+|astronaut|chelsea|coffee|broken)[\w.-]*",
    re.IGNORECASE,
)


@cache
def names(text: str) -> str:
    """Say of a text what it says whatever the data is called."""
    return _DATA.sub("•", text)


@dataclass
class Answers:
    """Stands for the desktop's dialogs and programs.

    Attributes:
        places: answer to the folder that it chooses.
        saves: where files are saved.
        answer: the answer of now; one that is no place cancels.
        asked: how often a dialog was asked for.
        opened: what was handed to the desktop to open.
    """

    places: dict[str, Path]
    saves: Path
    answer: str = "cancel"
    asked: int = 0
    opened: list[QUrl] = field(default_factory=list)

    def _place(self) -> Path | None:
        self.asked += 1
        return self.places.get(self.answer)

    def folder(self, *_: object) -> str:
        return str(self._place() or "")

    def files(self, *_: object) -> tuple[list[str], str]:
        place = self._place()
        if place is None:
            return [], ""
        return [str(path) for path in sorted(place.glob("*")) if path.is_file()] or [str(place / "x")], ""

    def save(self, *arguments: object) -> tuple[str, str]:
        place = self._place()
        if place is None:
            return "", ""
        name = "saved.png" if place.is_dir() else "missing/saved.png"
        return str(self.saves / name), str(arguments[-1]).split(";;")[0]

    def text(self, *_: object) -> tuple[str, bool]:
        place = self._place()
        return ("Mine", True) if place is not None else ("", False)

    def open(self, url: QUrl) -> bool:
        self._place()
        self.opened.append(url)
        return self.answer != "missing"

    def stand_in(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Take the place of everything that would ask or open something outside the window."""
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", self.folder)
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", self.files)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", self.save)
        monkeypatch.setattr(QInputDialog, "getText", self.text)
        monkeypatch.setattr(QDesktopServices, "openUrl", self.open)
        # The event loop of the tests goes on when the program would end.
        monkeypatch.setattr("vaelab.gui.main_window.QApplication.quit", lambda: None)


@dataclass
class Stage:
    """A window that was brought into a state.

    Attributes:
        shell: holds the window, as in the program.
        errors: catches what nobody caught, as in the program.
        root: the window, or the part of it, whose controls are pressed.
        without: parts of it that are left to another test.
        deep: whether controls that come to light by a press are pressed too.
        every_answer: whether dialogs are answered in every way, or cancelled and answered once.
        looks: whether themes, text sizes and languages are tried, which take long.
        again: opens the root again where a press has closed it; a fresh window does where there is none.
    """

    shell: Application
    errors: UncaughtErrors
    root: QWidget
    without: tuple[QWidget, ...] = ()
    deep: bool = False
    every_answer: bool = True
    looks: bool = False
    again: Callable[[], object] | None = None


class HeldEngine(FakeEngine):
    """Holds after a few rows until it is told to stop: a run that goes on for as long as somebody looks at it."""

    rows = 4

    def __call__(
        self, settings: RunSettings, control: Control, *, resume: bool = False
    ) -> Iterator[RunEvent]:
        for event in super().__call__(settings, control, resume=resume):
            yield event
            while isinstance(event, RowDone) and event.finished == self.rows and not control.stopping:
                time.sleep(0.002)
            # Longer than the window waits before it looks at its events.
            time.sleep(0.1 if control.stopping and isinstance(event, RowDone) else 0.0)


def settle(stage: Stage) -> None:
    """Wait until background jobs are done and what they bring has been shown."""
    for _ in range(_TURNS):
        QApplication.processEvents()
        delete_what_is_to_be()
        pool = stage.shell.window.jobs.findChild(QThreadPool)
        if pool is not None:
            pool.waitForDone()
    QApplication.processEvents()


def settle_gone(app: QApplication) -> None:
    """Let go of what was deleted."""
    for _ in range(3):
        app.processEvents()
        delete_what_is_to_be()


def places(work: Path, pictures: Path) -> dict[str, Path]:
    """Make what a user may choose: a folder of images (one broken), a run, VAEs (one broken), a folder that is not there."""
    broken = pictures / "broken.png"
    broken.write_bytes((pictures / "astronaut.png").read_bytes()[:700])
    vaes = work / "vaes"
    vaes.mkdir()
    weights = assets_folder() / "weights"
    shutil.copy(weights / "mini.safetensors", vaes / "mine.safetensors")
    shutil.copy(weights / "linear.safetensors", vaes / "linear.safetensors")
    (vaes / "broken.safetensors").write_bytes(b"no weights")
    run = work / "another run"
    settings = RunSettings(images=(str(pictures),), vaes=("identity", "blur:2"), out=str(run), size=64)
    for _ in FakeEngine(images=2, row_seconds=0.0)(settings, Control()):
        pass
    return {"images": pictures, "run": run, "vaes": vaes, "missing": work / "missing"}
