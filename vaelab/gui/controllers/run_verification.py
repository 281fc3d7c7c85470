"""Verifies the run that is shown, in a thread of its own, and shows what was found."""

from __future__ import annotations

import threading
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from vaelab.control import Control
from vaelab.errors import Stopped, VAELabError
from vaelab.gui.run.run_model import RunModel
from vaelab.gui.widgets.desktop import Desktop
from vaelab.run_files import REPORT

if TYPE_CHECKING:
    from vaelab.gui.results.verification_window import VerificationWindow
    from vaelab.verify.findings import Verification, VerifyProgress

_LOOK_MS = 100


class _VerifyWork(threading.Thread):
    """One verification. It touches nothing of Qt: its news lie in a box, the end of it beside that."""

    def __init__(self, folder: Path) -> None:
        super().__init__(name="vaelab-verify", daemon=True)
        self.folder = folder
        self.control = Control()
        self.box: deque[VerifyProgress] = deque(maxlen=1)
        self.found: Verification | None = None
        self.problem = ""

    def run(self) -> None:
        """Verify, then write verify.json and the report that says so."""
        try:
            # Here, since SciPy and what follows it take longer to import than the window.
            from vaelab.verify.findings import Verification
            from vaelab.verify.record import keep
            from vaelab.verify.verify import verify

            for event in verify(self.folder, self.control):
                if isinstance(event, Verification):
                    self.found = event
                else:
                    self.box.append(event)
            if self.found is not None:
                keep(self.folder, self.found)
        except Stopped:
            pass
        except VAELabError as error:
            self.problem = str(error)
        except Exception as error:  # noqa: BLE001 - a stranger's run: whatever it causes is this verification's end
            self.problem = f"{type(error).__name__}: {error}"


class RunVerification(QObject):
    """Verifies one run at a time.

    Attributes:
        shown: the window of the last one; None before there is one.
    """

    def __init__(self, run_model: RunModel, desktop: Desktop, parent: QWidget) -> None:
        """Verify what ``run_model`` shows; ``parent`` owns the window of it."""
        super().__init__(parent)
        self._run_model, self._desktop, self._parent = run_model, desktop, parent
        self._work: _VerifyWork | None = None
        self._folder: Path | None = None
        self.shown: VerificationWindow | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_busy(self) -> bool:
        """Whether a verification goes on."""
        return self._work is not None

    @Slot()
    def verify(self) -> None:
        """Begin, or bring the window of the one that goes on to the front."""
        data = self._run_model.data
        window = self._window()
        if self._work is not None:
            if window is not None:
                window.raise_()
            return
        if data is None or data.folder is None:
            return
        if window is not None:
            window.close()
        from vaelab.gui.results.verification_window import VerificationWindow  # with the first verification

        self.shown = VerificationWindow(data.name, self._parent)
        self.shown.stop_wanted.connect(self.stop)
        self.shown.report_wanted.connect(self._open_report)
        self.shown.show()
        self._work = _VerifyWork(data.folder)
        self._work.start()
        self._timer.start()

    @Slot()
    def stop(self) -> None:
        """Stop after the row, or the column, that is being recomputed."""
        if self._work is not None:
            self._work.control.stop()

    def shutdown(self, patience_s: float = 5.0) -> bool:
        """Stop and wait; return whether the thread has ended."""
        self._timer.stop()
        work, self._work = self._work, None
        if work is None:
            return True
        work.control.stop()
        work.join(patience_s)
        return not work.is_alive()

    def _window(self) -> VerificationWindow | None:
        return self.shown if self.shown is not None and shiboken6.isValid(self.shown) else None

    @Slot()
    def _look(self) -> None:
        work, window = self._work, self._window()
        if work is None:
            return
        ended = not work.is_alive()
        if window is not None and not ended and work.box:
            window.show_progress(work.box.pop())
        if not ended:
            return
        self._timer.stop()
        self._work, self._folder = None, work.folder
        if window is None:
            return
        if work.found is not None:
            window.show_result(work.found, work.problem)
        elif work.problem:
            window.show_problem(work.problem)

    @Slot()
    def _open_report(self) -> None:
        if self._folder is not None:
            self._desktop.open(self._folder / REPORT)
