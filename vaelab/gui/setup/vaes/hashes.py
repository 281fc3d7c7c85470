"""SHA-256 of the weight files in the list, one after the other and only while nothing else needs the disk."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from vaelab.gui.core.background_jobs import Failure, Jobs
from vaelab.vae.files.header import files_sha256

_UNASKED = 2**30
"""Larger files are hashed when somebody asks for the hash: a second per gigabyte is felt."""


class Hashes(QObject):
    """Knows hashes by what was named.

    Signals:
        found: there is a new one.
        told: what a hash belongs to, the hash, or an empty text and why there is none: once for each ``ask``.
    """

    found = Signal()
    told = Signal(str, str, str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._known: dict[str, str] = {}
        self._files: dict[str, Sequence[Path]] = {}
        self._queue: list[str] = []
        self._asked: set[str] = set()
        self._busy = False
        self._held = False

    def of(self, what: str) -> str:
        """The hash, or an empty text."""
        return self._known.get(what, "")

    def want(self, what: str, files: Sequence[Path]) -> None:
        """Hash these files some time, unless they are large."""
        self._files[what] = files
        try:
            size = sum(path.stat().st_size for path in files)
        except OSError:
            return
        if files and size <= _UNASKED and what not in self._known:
            self._queue.append(what)
            self._next()

    def ask(self, what: str) -> None:
        """Tell the hash with ``told``, after reading the files if need be."""
        if what in self._known:
            self.told.emit(what, self._known[what], "")
        elif what in self._files:
            self._asked.add(what)
            self._queue.insert(0, what)
            self._next()

    def hold(self, on: bool) -> None:
        """Leave the disk alone while a run goes on."""
        self._held = on
        self._next()

    def _next(self) -> None:
        if self._busy:
            return
        ready = [what for what in self._queue if what in self._asked or not self._held]
        if not ready:
            return
        what = ready[0]
        self._queue = [other for other in self._queue if other != what]
        self._busy = True
        self._jobs.submit(partial(files_sha256, tuple(self._files[what])), partial(self._take, what))

    def _take(self, what: str, result: str | Failure) -> None:
        self._busy = False
        asked = what in self._asked
        self._asked.discard(what)
        if isinstance(result, Failure):
            if asked:
                self.told.emit(what, "", result.message)
        else:
            self._known[what] = result
            self.found.emit()
            if asked:
                self.told.emit(what, result, "")
        self._next()
