"""Pictures of the run's rows: the latest in memory, the others read back from the run folder in the background."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from vaelab.gui.viewer import mips
from vaelab.gui.viewer.mips import Mips, Pixels
from vaelab.records import Row

ORIGINAL = ""
"""Stands for the VAE in the key of an original."""

_BUDGET = 384 * 2**20

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Loaded:
    generation: int
    key: Key
    picture: Mips | None


class _Reader(QRunnable):
    """Reads one picture; reports through the store's signal."""

    def __init__(self, store: PictureStore, generation: int, key: Key, path: Path) -> None:
        super().__init__()
        self._store, self._generation, self._key, self._path = store, generation, key, path

    def run(self) -> None:
        """Read, and hand over."""
        self._store.handed_over.emit(_Loaded(self._generation, self._key, mips.from_file(self._path)))


class PictureStore(QObject):
    """Keeps pictures by (image, VAE), within a budget of memory.

    Signals:
        ready: the key of a picture that was asked for, and can be had now (or is known to be missing).
    """

    ready = Signal(object)
    handed_over = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Be empty."""
        super().__init__(parent)
        self._folder = Path()
        self._pixels: OrderedDict[Key, Pixels] = OrderedDict()
        self._pictures: OrderedDict[Key, Mips] = OrderedDict()
        self._missing: set[Key] = set()
        self._asked: set[Key] = set()
        self._bytes = 0
        self._generation = 0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self.handed_over.connect(self._take)

    def open(self, folder: Path) -> None:
        """Forget all pictures; others will be read from this run folder."""
        self._generation += 1
        self._folder = folder
        self._pixels.clear()
        self._pictures.clear()
        self._missing.clear()
        self._asked.clear()
        self._bytes = 0

    def put(self, image: str, vae: str, pixels: Pixels) -> None:
        """Keep what a run has just handed over."""
        key = image, vae
        old = self._pixels.pop(key, None)
        self._bytes += pixels.nbytes - (0 if old is None else old.nbytes)
        self._pixels[key] = pixels
        self._missing.discard(key)
        self._shrink()

    def picture(self, row: Row, vae: str) -> Mips | None:
        """Return a picture if it is at hand; otherwise start to read it, and ``ready`` will follow.

        Args:
            row: the row whose picture is wanted.
            vae: its label, or ``ORIGINAL``.
        """
        key = row.image, vae
        found = self._pictures.get(key)
        if found is not None:
            self._pictures.move_to_end(key)
            return found
        pixels = self._pixels.get(key)
        if pixels is not None:
            self._pixels.move_to_end(key)
            return self._keep(key, mips.make(pixels))
        place = row.reconstruction_png if vae else row.original_png
        if not place:
            self._missing.add(key)
        elif key not in self._missing and key not in self._asked:
            self._asked.add(key)
            self._pool.start(_Reader(self, self._generation, key, self._folder / place))
        return None

    def prefetch(self, rows: Iterable[Row]) -> None:
        """Start to read what will probably be looked at next."""
        for row in rows:
            self.picture(row, ORIGINAL)
            self.picture(row, row.vae)

    def is_missing(self, image: str, vae: str) -> bool:
        """Whether a picture is known not to be had: not kept, not saved, or unreadable."""
        return (image, vae) in self._missing

    def wait(self) -> None:
        """Return when nothing is being read any more."""
        self._pool.clear()
        self._pool.waitForDone()

    @Slot(object)
    def _take(self, loaded: _Loaded) -> None:
        if loaded.generation != self._generation:
            return
        self._asked.discard(loaded.key)
        if loaded.picture is None:
            self._missing.add(loaded.key)
        else:
            self._keep(loaded.key, loaded.picture)
        self.ready.emit(loaded.key)

    def _keep(self, key: Key, picture: Mips) -> Mips:
        self._pictures[key] = picture
        self._bytes += picture.pixels.nbytes * 2  # RGB32 and its halvings: 4/3 of 4 bytes; the rest is shared
        self._shrink()
        return picture

    def _shrink(self) -> None:
        while self._bytes > _BUDGET and len(self._pictures) > 8:
            _, old = self._pictures.popitem(last=False)
            self._bytes -= old.pixels.nbytes * 2
        while self._bytes > _BUDGET and len(self._pixels) > 8:
            _, pixels = self._pixels.popitem(last=False)
            self._bytes -= pixels.nbytes
