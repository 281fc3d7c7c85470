"""How whoever started a run can pause and stop it from another thread."""

from __future__ import annotations

import threading

from vaelab.errors import Stopped


class Control:
    """Pause, resume and stop a run. All methods may be called from any thread, any number of times.

    The run asks :meth:`check` between its stages, and the codecs ask it inside a long encode or decode.
    """

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._stop_now = threading.Event()
        self._go = threading.Event()
        self._go.set()

    def stop(self) -> None:
        """Stop after the image in flight."""
        self._stop.set()
        self._go.set()

    def stop_now(self) -> None:
        """Stop at the next stage boundary; the image in flight is lost, every finished row is kept."""
        self._stop_now.set()
        self.stop()

    def pause(self) -> None:
        """Hold at the next image."""
        if not self._stop.is_set():
            self._go.clear()

    def resume(self) -> None:
        """Go on after a pause."""
        self._go.set()

    @property
    def stopping(self) -> bool:
        """Whether a stop was asked for."""
        return self._stop.is_set()

    @property
    def paused(self) -> bool:
        """Whether a pause was asked for."""
        return not self._go.is_set()

    def check(self) -> None:
        """Raise ``Stopped`` once an immediate stop was asked for."""
        if self._stop_now.is_set():
            raise Stopped

    def wait_while_paused(self) -> None:
        """Return when the run may go on: at once, or after a pause ended or a stop was asked for."""
        self._go.wait()
