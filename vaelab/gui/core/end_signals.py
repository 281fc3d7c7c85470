"""SIGINT, SIGTERM and SIGHUP to the window: Python would see them only when Qt next calls something of it, or never."""

from __future__ import annotations

import signal
import socket
from types import FrameType
from typing import Any

from PySide6.QtCore import QMetaObject, QObject, QSocketNotifier, Qt, Signal, Slot

from vaelab.engine.interrupts import ENDING

_MEANT = 3


class EndSignals(QObject):
    """While it is not released, these signals are reported in the event loop. The third one does what it would have done.

    A signal that was ignored when the process began (``nohup``) stays ignored.

    Attributes:
        number: the signal that came first, None while there was none.

    Signals:
        asked: the first one has come.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Take the signals over; call it from the main thread."""
        super().__init__(parent)
        self.number: int | None = None
        self._count = 0
        self._before: dict[int, Any] = {}
        # The system writes a byte for each signal, at once, and the event loop wakes up at it.
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.setblocking(False)
        self._fd_before = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        for number in ENDING:
            before = signal.getsignal(number)
            # None: set by something that is not Python, which knows why.
            if before not in (signal.SIG_IGN, None):
                self._before[number] = before
                signal.signal(number, self._take)

    def release(self) -> None:
        """Give the signals back."""
        for number, before in self._before.items():
            signal.signal(number, before)
        self._before = {}
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._fd_before)
        self._read.close()
        self._write.close()

    def exit_code(self, status: int) -> int:
        """Return the exit status: 128 and the number of the signal where one has come, else ``status``."""
        return status if self.number is None else 128 + self.number

    def _take(self, number: int, frame: FrameType | None) -> None:
        self._count += 1
        if self._count == _MEANT - 1:
            for each, before in self._before.items():
                signal.signal(each, before)
        if self.number is None:
            self.number = number
            # Queued: this interrupts whatever is being done.
            QMetaObject.invokeMethod(self, "_report", Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _report(self) -> None:
        self.asked.emit()

    @Slot()
    def _wake(self) -> None:
        """Read what woke the loop up; Python calls ``_take`` before it goes on."""
        try:
            self._read.recv(4096)
        except BlockingIOError:
            return
