"""The one background thread: it iterates the engine's generator and hands every event to the window."""

from __future__ import annotations

import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QThread, QTimer, Signal, Slot

from vaelab.control import Control
from vaelab.engine.events import LOADING_TORCH, RunEvent, StageChanged, VAELoaded
from vaelab.errors import RecordLostError, RecordRescuedError, VAELabError
from vaelab.gui.core.gc_tuning import QuietImport
from vaelab.gui.core.phase import Phase
from vaelab.gui.run.spare_core import SpareCore
from vaelab.settings import RunSettings
from vaelab.text import Sentence

_DRAIN_MS = 40
_DRAIN_AT_MOST = 500
_CHUNK = 50
_DRAIN_SECONDS = 0.012

Engine = Callable[..., Iterator[RunEvent]]


@dataclass(frozen=True, slots=True)
class RunBroken:
    """The run ended with an error: nothing (more) could be done.

    Attributes:
        message: fit to be shown.
        said: the same, for catalogues and buttons, where it is made of fixed words.
        details: traceback of an unexpected error, empty for an expected one.
        rescued: the run folder that the rows were written into, where the run's own was lost.
        lost: whether the rows are nowhere on disk.
    """

    message: str
    details: str = ""
    rescued: Path | None = None
    lost: bool = False
    said: Sentence | None = None


@dataclass(frozen=True, slots=True)
class _Ended:
    """The worker has nothing more to say."""


_Report = RunEvent | RunBroken | _Ended


def engine() -> Engine:
    """Return the real engine; imported here so that the window is up before it."""
    from vaelab.engine.runner import run

    return run


class RunWorker(QObject):
    """Lives on the worker thread. Signal ``reported`` carries frozen engine events, then one ``_Ended``."""

    reported = Signal(object)

    def __init__(self, settings: RunSettings, control: Control, *, resume: bool, run: Engine | None) -> None:
        """Keep the job; nothing starts before :meth:`work`."""
        super().__init__()
        self._settings, self._control, self._resume, self._run = settings, control, resume, run

    @Slot()
    def work(self) -> None:
        """Iterate the run to its end."""
        threading.current_thread().name = "vaelab-run"
        quiet, core = QuietImport(), SpareCore()
        try:
            run = self._run or engine()
            for event in run(self._settings, self._control, resume=self._resume):
                quiet.end()
                if isinstance(event, VAELoaded):
                    core.begin(event.device)
                self.reported.emit(event)
                if isinstance(event, StageChanged) and event.stage == LOADING_TORCH:
                    quiet.begin()
        except VAELabError as error:
            rescued = error.folder if isinstance(error, RecordRescuedError) else None
            said = error.args[0] if error.args and isinstance(error.args[0], Sentence) else None
            lost = isinstance(error, RecordLostError)
            self.reported.emit(RunBroken(str(error), rescued=rescued, lost=lost, said=said))
        except Exception as error:  # noqa: BLE001 - the thread's outermost frame: nothing above could report it
            message = f"The run stopped on an unexpected error: {type(error).__name__}: {error}"
            self.reported.emit(RunBroken(message, traceback.format_exc()))
        finally:
            quiet.end()
            core.end()
            self.reported.emit(_Ended())


class RunController(QObject):
    """Starts, pauses and stops a run, and delivers its events in batches on the GUI thread.

    Signals:
        events: a tuple of engine events, or ``RunBroken``, at most every 40 ms.
        phase_changed: the new ``Phase``.
    """

    events = Signal(tuple)
    phase_changed = Signal(Phase)

    def __init__(self, parent: QObject | None = None, *, run: Engine | None = None) -> None:
        """Wait for a run to start.

        Args:
            parent: owner.
            run: what to iterate instead of the engine's ``run`` (tests, screenshots).
        """
        super().__init__(parent)
        self._run = run
        self._phase = Phase.IDLE
        self._waiting: deque[_Report] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(_DRAIN_MS)
        self._timer.timeout.connect(self._drain)
        self._control: Control | None = None
        self._thread: QThread | None = None
        self._worker: RunWorker | None = None
        self._listening = False
        self._over = False

    @property
    def phase(self) -> Phase:
        """What the run is doing."""
        return self._phase

    def start(self, settings: RunSettings, *, resume: bool = False) -> None:
        """Start a run on a thread of its own. Does nothing while one is going on, nor after :meth:`shutdown`."""
        if self._phase is not Phase.IDLE or self._over:
            return
        self._control = Control()
        self._worker = RunWorker(settings, self._control, resume=resume, run=self._run)
        self._thread = QThread()
        self._thread.setObjectName("vaelab-run")
        self._worker.moveToThread(self._thread)
        self._worker.reported.connect(self._receive)
        self._listening = True
        self._thread.started.connect(self._worker.work)
        self._thread.start()
        self._timer.start()
        self._enter(Phase.RUNNING)

    def pause(self) -> None:
        """Hold at the next image."""
        if self._phase is Phase.RUNNING and self._control is not None:
            self._control.pause()
            self._enter(Phase.PAUSED)

    def resume(self) -> None:
        """Go on after a pause."""
        if self._phase is Phase.PAUSED and self._control is not None:
            self._control.resume()
            self._enter(Phase.RUNNING)

    def stop(self) -> None:
        """Stop after the image in flight; asked a second time, at the next stage boundary."""
        if self._control is None or self._phase is Phase.IDLE:
            return
        if self._phase is Phase.STOPPING:
            self._control.stop_now()
        else:
            self._control.stop()
            self._enter(Phase.STOPPING)

    def shutdown(self, patience_ms: int = 5000) -> bool:
        """Stop at once and wait for the thread while the window stays alive; safe to call at any time.

        A stage inside a library cannot be interrupted, and killing its thread could leave half a file. Where it outlasts the
        patience the thread is left to itself: :attr:`is_stuck` tells so, and the process has to end without waiting for it.

        Returns:
            Whether the thread has ended.
        """
        # The end of a run begins the one that waits, if nobody keeps it from that.
        self._over = True
        if self._thread is None:
            return True
        assert self._control is not None
        self._control.stop_now()
        self._timer.stop()
        if self._worker is not None and self._listening:
            self._worker.reported.disconnect(self._receive)
            self._listening = False
        self._thread.quit()
        end = monotonic() + patience_ms / 1000
        while not self._thread.wait(20):
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, 20)
            if monotonic() > end:
                return False
        self._forget()
        return True

    @property
    def is_stuck(self) -> bool:
        """Whether a run was shut down but its thread still works."""
        return self._thread is not None and not self._timer.isActive() and self._thread.isRunning()

    @Slot(object)
    def _receive(self, event: _Report) -> None:
        self._waiting.append(event)

    @Slot()
    def _drain(self) -> None:
        # Small portions within a budget of time, so that a flood of rows never holds the window up.
        end = monotonic() + _DRAIN_SECONDS
        ended, taken = False, 0
        while self._waiting and not ended and taken < _DRAIN_AT_MOST:
            batch: list[RunEvent | RunBroken] = []
            while self._waiting and len(batch) < _CHUNK:
                event = self._waiting.popleft()
                if isinstance(event, _Ended):
                    ended = True
                    break
                batch.append(event)
            taken += len(batch)
            if batch:
                self.events.emit(tuple(batch))
            if monotonic() > end:
                break
        if ended and self._thread is not None:
            self._timer.stop()
            self._thread.quit()
            # The worker's last word was received, so only Qt's own return is left to wait for.
            self._thread.wait()
            self._forget()

    def _forget(self) -> None:
        self._waiting.clear()
        self._worker = self._thread = self._control = None
        self._enter(Phase.IDLE)

    def _enter(self, phase: Phase) -> None:
        if phase is not self._phase:
            self._phase = phase
            self.phase_changed.emit(phase)
