"""Short background jobs of the window itself: listing a folder, reading a header, a thumbnail. Never the run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from vaelab.errors import VAELabError
from vaelab.text import Sentence


@dataclass(frozen=True, slots=True)
class Failure:
    """A job that ended with an error, fit to be shown.

    Attributes:
        message: what, why, what to do.
        programs: SHA-256 of the programs that would have to be trusted; empty where trust cures nothing.
        source: the file of the program, as the message names it.
        seen: what is odd about the program, as sentences.
        has_weights: whether there are weights in its files.
    """

    message: str
    programs: tuple[str, ...] = ()
    source: str = ""
    seen: tuple[Sentence, ...] = ()
    has_weights: bool = True


@dataclass(frozen=True, slots=True)
class _Done:
    then: Callable[[Any], None]
    result: Any


class _Job(QRunnable):
    def __init__(self, jobs: Jobs, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        super().__init__()
        self._jobs, self._work, self._then = jobs, work, then

    def run(self) -> None:
        """Work, and hand the result to the window's thread."""
        try:
            result = self._work()
        except VAELabError as error:
            result = Failure(str(error))
        except Exception as error:  # noqa: BLE001 - an untrusted file: whatever it causes is this job's result
            result = Failure(f"{type(error).__name__}: {error}")
        # Its owner may have gone with the window while this one went on.
        if shiboken6.isValid(self._jobs):
            self._jobs.done.emit(_Done(self._then, result))


class Jobs(QObject):
    """At most two jobs at once; results arrive on the thread that owns this object.

    Signals:
        done: for internal use, from any thread.
    """

    done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._ended = False
        self.done.connect(self._deliver)

    def submit(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Run ``work`` in the background, then ``then(result)`` here; the result is a :class:`Failure` if it raised.

        Does nothing after :meth:`shutdown`: the end of a run, or a page that is shown for a moment, may still ask for something.
        """
        if not self._ended:
            self._pool.start(_Job(self, work, then))

    def shutdown(self, patience_ms: int = 5000) -> bool:
        """Drop what has not begun and wait for the rest; return whether that has ended in time."""
        self._ended = True
        self._pool.clear()
        return self._pool.waitForDone(patience_ms)

    @Slot(object)
    def _deliver(self, done: _Done) -> None:
        owner = getattr(done.then, "__self__", None)
        if not isinstance(owner, QObject) or shiboken6.isValid(owner):  # a window that has gone asks no more
            done.then(done.result)
