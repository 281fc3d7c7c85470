"""Spectra of the pictures of one image, computed in the background and kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from vaelab.gui.core.background_jobs import Failure, Jobs
from vaelab.gui.core.pictures import ORIGINAL, Key, PictureStore
from vaelab.gui.plots.spectra.radial import Radial, radial
from vaelab.results.records import Row

_KEPT = 256


class ImageSpectra(QObject):
    """From pictures to spectra.

    Signals:
        changed: a spectrum that was asked for can be had now.
    """

    changed = Signal()

    def __init__(self, pictures: PictureStore, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures, self._jobs = pictures, jobs
        self._done: OrderedDict[Key, Radial] = OrderedDict()
        self._under_way: set[Key] = set()
        self._wanted: set[Key] = set()
        self._generation = 0
        pictures.ready.connect(self._arrived)

    def clear(self) -> None:
        """Forget all: another run has other pictures of the same names."""
        self._generation += 1
        self._done.clear()
        self._under_way.clear()
        self._wanted.clear()

    def of(self, rows: Sequence[Row]) -> tuple[dict[str, Radial], bool]:
        """Return the spectra at hand, and start to compute the others.

        Args:
            rows: of one image.

        Returns:
            VAE to spectrum, the original's under "", and whether more are to come.
        """
        found: dict[str, Radial] = {}
        waiting = False
        self._wanted.clear()
        for row in rows:
            for vae in (ORIGINAL, row.vae):
                key = row.image, vae
                if key in self._done:
                    found[vae] = self._done[key]
                elif key in self._under_way or self._begin(row, key):
                    waiting = True
        return found, waiting

    def _begin(self, row: Row, key: Key) -> bool:
        picture = self._pictures.picture(row, key[1])
        if picture is None:
            if self._pictures.is_missing(*key):
                return False
            self._wanted.add(key)
            return True
        self._under_way.add(key)
        self._jobs.submit(partial(radial, picture.pixels), partial(self._take, self._generation, key))
        return True

    def _take(self, generation: int, key: Key, result: Radial | Failure) -> None:
        if generation != self._generation:
            return
        self._under_way.discard(key)
        if isinstance(result, Radial):
            self._done[key] = result
            while len(self._done) > _KEPT:
                self._done.popitem(last=False)
        if not self._under_way:
            self.changed.emit()

    @Slot(object)
    def _arrived(self, key: Key) -> None:
        if key in self._wanted:
            self._wanted.discard(key)
            self.changed.emit()
