"""Keeps Python's garbage collector out of the window's way.

A full collection walks every object there is with the interpreter's lock held, and the window stands still for as long: 30 ms
for the window's own objects, over 100 ms once PyTorch's have come (measured on two slow cores). What modules and widgets made
at the start stays to the end, so it is walked in vain: ``gc.freeze`` exempts it. It is still freed by its count of references.
"""

from __future__ import annotations

import gc
import sys


def settle() -> None:
    """Exempt what is there now, once the window is up; what had been thrown away by then is freed before."""
    gc.collect()
    gc.freeze()


class QuietImport:
    """Holds the collector while PyTorch is imported, and exempts what that brought; for the first import alone.

    A later one brings nothing, and to exempt what a run has left would be to keep it for good.
    """

    def __init__(self) -> None:
        self._holding = False

    def begin(self) -> None:
        """PyTorch is about to be imported, if it has not been."""
        if "torch" not in sys.modules:
            gc.disable()
            self._holding = True

    def end(self) -> None:
        """Collect again; does nothing unless the collector is held."""
        if self._holding:
            self._holding = False
            gc.freeze()
            gc.enable()
