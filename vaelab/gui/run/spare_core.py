"""Leaves the window a core while a run computes on the CPU; a run of the command line takes all."""

from __future__ import annotations

import sys

from vaelab import device as devices

_AT_LEAST = 2


def threads_beside_a_window(threads: int) -> int:
    """Return how many of PyTorch's threads are left for a run: one less, but two where there are two.

    On two cores one thread would take twice the time, and a window that stutters is the lesser evil.
    """
    return min(threads, max(_AT_LEAST, threads - 1))


class SpareCore:
    """For one run, called from the run's own thread: it is PyTorch's number for this thread that changes.

    The last bits of results depend on the number of threads, which a run's record names.
    """

    def __init__(self) -> None:
        self._before: int | None = None

    def begin(self, device: str) -> None:
        """Leave a core if this device is the CPU; does nothing the second time, nor before PyTorch is loaded."""
        if device != "cpu" or self._before is not None or "torch" not in sys.modules:
            return
        self._before = devices.threads()
        devices.use_threads(threads_beside_a_window(self._before))

    def end(self) -> None:
        """Give PyTorch back what it had."""
        if self._before is not None:
            devices.use_threads(self._before)
            self._before = None
