"""Keeps the computer from falling asleep while a run goes on. The screen may go dark, and the user may still say "sleep"."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QProcess

WHO, WHY = "VAELab", "A run goes on"

Which = Callable[[str], str | None]
ExecutionState = Callable[[int], int]

# Windows: winbase.h, SetThreadExecutionState.
_ES_CONTINUOUS, _ES_SYSTEM_REQUIRED = 0x80000000, 0x00000001

_PROGRAMS = {
    "caffeinate": ["-i"],
    "gnome-session-inhibit": ["--app-id", WHO, "--reason", WHY, "--inhibit", "suspend"],
    "kde-inhibit": ["--power"],
    "systemd-inhibit": [f"--who={WHO}", f"--why={WHY}", "--what=idle", "--mode=block"],
}
"""Programs that inhibit sleep for as long as a command runs that stands behind these arguments."""


def commands(platform: str, which: Which, desktop: str = "") -> list[list[str]]:
    """Return the commands that inhibit sleep here until their standard input ends, as it does when this process dies.

    Args:
        platform: as ``sys.platform``.
        which: finds a program, as ``shutil.which``.
        desktop: ``$XDG_CURRENT_DESKTOP``: GNOME and KDE suspend by a clock of their own, which logind's lock does not stop.
    """
    if platform == "darwin":
        wanted = ["caffeinate"]
    elif platform.startswith("linux"):
        wanted = ["systemd-inhibit"]
        wanted += ["gnome-session-inhibit"] if "GNOME" in desktop.upper() else []
        wanted += ["kde-inhibit"] if "KDE" in desktop.upper() else []
    else:
        return []
    cat = which("cat")
    programs = [(which(name), name) for name in wanted]
    return [[path, *_PROGRAMS[name], cat] for path, name in programs if path and cat]


class SleepLock(QObject):
    """Held while a run goes on; silent where the platform has no such thing."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        platform: str = sys.platform,
        which: Which = shutil.which,
        execution_state: ExecutionState | None = None,
    ) -> None:
        """Hold nothing; the arguments stand in for the system in tests."""
        super().__init__(parent)
        self._platform, self._which, self._execution_state = platform, which, execution_state
        self._helpers: list[QProcess] = []
        self._held = False

    def hold(self, on: bool) -> None:
        """Inhibit sleep, or allow it again; either may be asked any number of times."""
        if on is self._held:
            return
        self._held = on
        if self._platform == "win32":
            state = self._execution_state or _windows_execution_state()
            state(_ES_CONTINUOUS | _ES_SYSTEM_REQUIRED if on else _ES_CONTINUOUS)
        elif on:
            self._begin()
        else:
            self._end()

    def _begin(self) -> None:
        for program, *arguments in commands(
            self._platform, self._which, os.environ.get("XDG_CURRENT_DESKTOP", "")
        ):
            helper = QProcess(self)
            helper.setStandardOutputFile(QProcess.nullDevice())
            helper.setStandardErrorFile(QProcess.nullDevice())
            helper.start(program, arguments)
            self._helpers.append(helper)

    def _end(self) -> None:
        for helper in self._helpers:
            helper.finished.connect(helper.deleteLater)
            helper.closeWriteChannel()
            if helper.state() is QProcess.ProcessState.NotRunning:
                helper.deleteLater()
        self._helpers = []


def _windows_execution_state() -> ExecutionState:
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]  # on Windows alone
    state: ExecutionState = kernel.SetThreadExecutionState
    return state
