"""Pictures of the run's rows: the latest in memory, the others read back from the run folder in the background."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from vaelab.arrays import Pixels
from vaelab.errors import RunFolderError
from vaelab.gui.core import mipmaps
from vaelab.gui.core.mipmaps import Mips
from vaelab.results.records import Row
from vaelab.run_folder.read.files import png_bytes

ORIGINAL = ""
"""Stands for the VAE in the key of an original."""

_BUDGET, _LARGE_BUDGET = 384 * 2**20, 1024 * 2**20
"""Bytes, and what large pictures may take so that a pair and its neighbours, two before and two behind, have room."""
_NEIGHBOURHOOD, _AT_LEAST = 10, 4
_AT_ONCE = 2**20
"""Pixels of a picture that is made ready on the spot: under 10 ms."""
_PER_PIXEL = 6
"""Bytes of a picture ready to be drawn: RGB32 and its halvings, 4/3 of 4 bytes; its pixels are a view of these."""

Key = tuple[str, str]
PictureSource = tuple[Path, str, tuple[int | None, int | None]]
"""Run folder, place in it, and the width and height that a picture must have."""
_NOWHERE: PictureSource = (Path(), "", (None, None))


@dataclass(frozen=True, slots=True)
class _Made:
    generation: int
    key: Key
    pixels: Pixels | None
    picture: Mips | None = None
    dropped: bool = False


class _Maker(QRunnable):
    """Prepares the pixels of one picture, or reads it, unless nobody wants it any more; reports through the store's signal."""

    def __init__(
        self, store: PictureStore, generation: int, key: Key, pixels: Pixels | None, source: PictureSource
    ) -> None:
        super().__init__()
        self._store, self._source = store, source
        self._made = _Made(generation, key, pixels)

    def run(self) -> None:
        """Make it, and hand it over."""
        if not self._store.wants(self._made.generation, self._made.key):
            self._store.handed_over.emit(replace(self._made, dropped=True))
            return
        pixels = self._made.pixels
        picture = self._read() if pixels is None else mipmaps.make(pixels)
        self._store.handed_over.emit(replace(self._made, picture=picture))

    def _read(self) -> Mips | None:
        folder, place, size = self._source
        try:
            return mipmaps.from_png(png_bytes(folder, place, size))
        except RunFolderError:
            return None


class PictureStore(QObject):
    """Keeps pictures by (image, VAE), within a budget of memory.

    ``_FIELDS`` are those of a row that say where an original and a reconstruction lie.

    Signals:
        ready: the key of a picture that was asked for, and can be had now (or is known to be missing).
    """

    ready = Signal(object)
    handed_over = Signal(object)
    _FIELDS = ("original_png", "reconstruction_png")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self._pixels: OrderedDict[Key, Pixels] = OrderedDict()
        self._pictures: OrderedDict[Key, Mips] = OrderedDict()
        self._missing: set[Key] = set()
        self._needed: set[Key] = set()
        self._ahead: frozenset[Key] = frozenset()
        self._later: tuple[Row, ...] = ()
        self._asked: set[tuple[Key, bool]] = set()
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
        self._needed.clear()
        self._ahead = frozenset()
        self._later = ()
        self._asked.clear()
        self._bytes = 0

    def take_over(self, other: PictureStore) -> None:
        """Have the pictures that another store has, and read from the same run folder."""
        self.open(other._folder)
        self._pixels, self._pictures = other._pixels.copy(), other._pictures.copy()
        self._bytes = other._bytes

    @property
    def folder(self) -> Path:
        """The run folder that pictures are read from."""
        return self._folder

    def put(self, image: str, vae: str, pixels: Pixels) -> None:
        """Keep what a run has just handed over."""
        key = image, vae
        old = self._pixels.pop(key, None)
        if old is not None:
            self._bytes -= old.nbytes
        # A VAE that is tried again in another precision makes other pictures under the same names.
        self._forget(key)
        self._bytes += pixels.nbytes
        self._pixels[key] = pixels
        self._missing.discard(key)
        self._shrink()

    def picture(self, row: Row, vae: str) -> Mips | None:
        """Return a picture if it is at hand; otherwise start to make it, and ``ready`` will follow.

        Args:
            row: the row whose picture is wanted.
            vae: its label, or ``ORIGINAL``.
        """
        return self._ask(row, vae, needed=True)

    def prefetch(self, rows: Sequence[Row]) -> None:
        """Start to make what will probably be looked at next, the likeliest first, as far as the budget goes.

        What was to be prefetched before and has not begun is dropped: someone steps faster than pictures are made. And it
        begins only when nothing that is looked at is being made, since what has begun cannot be stopped.
        """
        self._later = tuple(rows)
        if self._needed:
            return
        wanted: dict[Key, tuple[Row, str]] = {}
        for row in rows:
            for vae in (ORIGINAL, row.vae):
                wanted.setdefault((row.image, vae), (row, vae))
        room = self._room()
        chosen = dict(list(wanted.items())[:room])
        self._ahead = frozenset(chosen)
        for row, vae in chosen.values():
            self._ask(row, vae, needed=False)

    def is_missing(self, image: str, vae: str) -> bool:
        """Whether a picture is known not to be had: not kept, not saved, or unreadable."""
        return (image, vae) in self._missing

    def wants(self, generation: int, key: Key) -> bool:
        """Whether a picture that is to be made is still wanted; asked from the threads that make them."""
        return generation == self._generation and (key in self._needed or key in self._ahead)

    def wait(self) -> None:
        """Drop what has not begun, and return when nothing is being made any more."""
        self._pool.clear()
        self._pool.waitForDone()

    def _ask(self, row: Row, vae: str, *, needed: bool) -> Mips | None:
        key = row.image, vae
        found = self._pictures.get(key)
        if found is not None:
            self._pictures.move_to_end(key)
            return found
        pixels = self._pixels.get(key)
        if pixels is not None:
            self._pixels.move_to_end(key)
            if needed and pixels.shape[0] * pixels.shape[1] <= _AT_ONCE:
                return self._keep(key, mipmaps.make(pixels))
            self._start(key, pixels, _NOWHERE, needed=needed)
            return None
        place: str = getattr(row, self._FIELDS[bool(vae)])
        if not place:
            self._missing.add(key)
        elif key not in self._missing:
            self._start(key, None, (self._folder, place, self._size(row)), needed=needed)
        return None

    def _size(self, row: Row) -> tuple[int | None, int | None]:
        """Width and height that a picture of this row has, None where the row does not say."""
        return row.width, row.height

    def _start(self, key: Key, pixels: Pixels | None, source: PictureSource, *, needed: bool) -> None:
        if needed:
            self._needed.add(key)
        if (key, True) in self._asked or (key, needed) in self._asked:
            return
        self._asked.add((key, needed))
        # What is looked at goes before what may be looked at next.
        self._pool.start(_Maker(self, self._generation, key, pixels, source), 1 if needed else 0)

    @Slot(object)
    def _take(self, made: _Made) -> None:
        if made.generation != self._generation:
            return
        self._asked -= {(made.key, True), (made.key, False)}
        if made.dropped:
            return
        self._needed.discard(made.key)
        if self._pixels.get(made.key) is made.pixels:  # the run has not handed over a newer one meanwhile
            if made.picture is None:
                self._missing.add(made.key)
            elif made.key not in self._pictures:
                self._keep(made.key, made.picture)
        self.ready.emit(made.key)
        if not self._needed:
            self.prefetch(self._later)

    def _keep(self, key: Key, picture: Mips) -> Mips:
        self._forget(key)
        given = self._pixels.pop(key, None)  # the picture holds them too
        if given is not None:
            self._bytes -= given.nbytes
        self._pictures[key] = picture
        self._bytes += _cost(picture)
        self._shrink()
        return picture

    def _forget(self, key: Key) -> None:
        picture = self._pictures.pop(key, None)
        if picture is not None:
            self._bytes -= _cost(picture)

    def _room(self) -> int:
        """How many pictures of the size of the last one can be had beside the pair that is looked at."""
        if not self._pictures:
            return _NEIGHBOURHOOD - 2
        cost = _cost(next(reversed(self._pictures.values())))
        return max(_AT_LEAST, _BUDGET // cost, min(_NEIGHBOURHOOD, _LARGE_BUDGET // cost)) - 2

    def _shrink(self) -> None:
        while self._is_too_much(len(self._pictures)):
            self._forget(next(iter(self._pictures)))
        while self._is_too_much(len(self._pixels)):
            _, pixels = self._pixels.popitem(last=False)
            self._bytes -= pixels.nbytes

    def _is_too_much(self, pictures: int) -> bool:
        if pictures <= _AT_LEAST:
            return False
        return self._bytes > (_BUDGET if pictures > _NEIGHBOURHOOD else _LARGE_BUDGET)


def _cost(picture: Mips) -> int:
    return picture.size.width() * picture.size.height() * _PER_PIXEL
