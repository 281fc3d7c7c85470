"""Signals that ask the program to end: Ctrl-C, SIGTERM, and the SIGHUP of a terminal that was closed."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from types import FrameType, TracebackType
from typing import Any, Self

from vaelab.control import Control
from vaelab.engine.events import RunEvent, StageChanged
from vaelab.errors import ExitCode

ENDING = tuple(
    int(getattr(signal, name))
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
    if hasattr(signal, name)
)
"""Numbers of the signals that ask a program to end, as far as this system has them."""


class Interrupts:
    """While it is entered, these signals stop the run, or the training, as Ctrl-C does: what is done is kept, and said.

    Before there is an image or a step to stop in they raise ``KeyboardInterrupt``, since an import or a load cannot ask a flag; after
    that they set the flag. The third one does what it would have done without VAELab. A signal that was ignored when the
    process began (``nohup``) stays ignored.

    Attributes:
        number: the signal that came first, None while there was none.
    """

    def __init__(self, control: Control) -> None:
        self.number: int | None = None
        self._control = control
        self._armed = False
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Self:
        """Take the signals over; call it from the main thread."""
        for number in ENDING:
            before = signal.getsignal(number)
            # None: set by something that is not Python, which knows why.
            if before not in (signal.SIG_IGN, None):
                self._before[number] = before
                signal.signal(number, self._take)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give them back."""
        for number, before in self._before.items():
            signal.signal(number, before)

    def watch(self, events: Iterator[RunEvent]) -> Iterator[RunEvent]:
        """Pass events on and learn from them when there is an image to stop in."""
        for event in events:
            if isinstance(event, StageChanged) and event.image:
                self.arm()
            yield event

    def arm(self) -> None:
        """From now on there is something to stop in that asks the flag."""
        self._armed = True

    def exit_code(self, code: int) -> int:
        """Return the exit status: 128 and the number of the signal where one stopped the run, else ``code``.

        Args:
            code: 130 of a run that was stopped, which is that of Ctrl-C.
        """
        return 128 + self.number if self.number is not None and code == ExitCode.STOPPED else code

    def _take(self, number: int, frame: FrameType | None) -> None:
        if self.number is None:
            self.number = number
        if not self._armed and not self._control.stopping:
            self._control.stop_now()
            raise KeyboardInterrupt
        if self._control.stopping:
            signal.signal(number, self._before[number])  # a third one falls through to Python's own handler
        self._control.stop_now()
