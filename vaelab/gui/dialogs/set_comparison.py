"""Compares sets away from the window's thread: a thread that knows no Qt leaves its news in a box that a timer empties."""

from __future__ import annotations

import threading
from collections import deque
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from vaelab.control import Control
from vaelab.engine.sets.settings import SetEvent, SetProgress, SetSettings, SetsFinished
from vaelab.errors import VAELabError

_LOOK_MS = 100


class _Thread(threading.Thread):
    """One comparison."""

    def __init__(self, settings: SetSettings) -> None:
        super().__init__(name="vaelab-sets", daemon=True)
        self.control = Control()
        self.progress: deque[SetProgress] = deque(maxlen=1)
        self.end: SetEvent | str | None = None
        self._settings = settings

    def run(self) -> None:
        """Compare; ``end`` is how it ended: its last event, or why it failed."""
        try:
            # Here, since it brings the image readers and torch.
            from vaelab.engine.sets.compare_folders import compare_folders

            for event in compare_folders(self._settings, self.control):
                if isinstance(event, SetProgress):
                    self.progress.append(event)
                else:
                    self.end = event
        except VAELabError as error:
            self.end = str(error)
        except Exception as error:  # noqa: BLE001 - the thread's outermost frame: nothing above could report it
            self.end = f"The comparison stopped on an unexpected error: {type(error).__name__}: {error}"


class SetComparison(QObject):
    """At most one comparison at a time.

    Signals:
        progressed: a ``SetProgress``.
        finished: a ``SetsFinished``.
        failed: why, in a sentence; empty where the user stopped it.
    """

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: _Thread | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        """Whether one goes on."""
        return self._thread is not None

    def start(self, settings: SetSettings) -> None:
        """Compare; does nothing while it does already."""
        if self._thread is None:
            self._thread = _Thread(settings)
            self._thread.start()
            self._timer.start()

    @Slot()
    def stop(self) -> None:
        """Stop soon; nothing is written then."""
        if self._thread is not None:
            self._thread.control.stop_now()

    def shutdown(self, patience_s: float = 5.0) -> bool:
        """Stop and wait; return whether it has ended in time."""
        self._timer.stop()
        thread, self._thread = self._thread, None
        if thread is None:
            return True
        thread.control.stop_now()
        thread.join(patience_s)
        return not thread.is_alive()

    @Slot()
    def _look(self) -> None:
        thread = self._thread
        if thread is None:
            return
        over = not thread.is_alive()
        if thread.progress:
            self.progressed.emit(thread.progress.pop())
        if not over:
            return
        self._timer.stop()
        self._thread = None
        if isinstance(thread.end, SetsFinished):
            self.finished.emit(thread.end)
        else:
            self.failed.emit(thread.end if isinstance(thread.end, str) else "")


def sheet_places(folder: Path, entry: dict[str, object]) -> list[tuple[str, Path]]:
    """Return the sheets of a set, by kind."""
    found = entry.get("sheets")
    return [(kind, folder / str(place)) for kind, place in found.items()] if isinstance(found, dict) else []
