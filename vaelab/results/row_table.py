"""The rows of a run as columns: numbers in typed arrays, text as codes and the words they stand for. No Qt, no pandas.

It is read from the record, grows while a run goes on, and is what summaries, reports, filters and plots compute with: 8 bytes a
number, where a dictionary takes 50. A ``Row`` is a view of it, made when somebody asks for one.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import overload

import numpy as np

from vaelab.arrays import Array, Codes, Floats, Integers, Mask, Places
from vaelab.results.records import Row

TEXTS = (
    "image", "vae", "note", "original_png", "reconstruction_png", "image_sha256", "marker_original_png",
    "marker_reconstruction_png",
)  # fmt: skip
"""Columns of text."""
SIDES = ("width", "height")
"""Columns of whole numbers, px; -1 where an image could not be read."""

LARGEST_INT = 2**53 - 1
"""The largest whole number that a float64 tells from the next one."""
_LEAST_ROOM = 1024


class Words(dict[str, int]):
    """The words of a text column, each with its code: 0, 1, 2, … in the order they came. A word that is new gets the next one.

    Attributes:
        list: the words by code.
    """

    __slots__ = ("list",)

    def __init__(self) -> None:
        self.list: list[str] = []

    def __missing__(self, word: str) -> int:
        self[word] = code = len(self.list)
        self.list.append(word)
        return code

    def codes_of(self, words: Sequence[str]) -> Codes:
        """Return the code of each word, (words,) int32."""
        return np.fromiter(map(self.__getitem__, words), np.int32, len(words))


class RowTable(Sequence[Row]):
    """Rows in the order they came. Arrays that it returns are views; rows that come later leave them as they are.

    Attributes:
        words: column of :data:`TEXTS` to its words; some may be of no row that is here.
        names: the columns of numbers.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        self.words = {name: Words() for name in TEXTS}
        self.names: dict[str, None] = dict.fromkeys(names)
        self._count = 0
        # All have the same room, for as many rows or more.
        self._columns: dict[str, Array] = {
            **{name: np.empty(0, np.int32) for name in (*TEXTS, *SIDES)},
            "failed": np.empty(0, np.bool_),
            **{name: np.empty(0) for name in self.names},
        }
        # Which numbers were whole; for columns that have such.
        self._whole: dict[str, Mask] = {}
        self._where: dict[tuple[str, str], int] = {}
        self._indexed = 0

    @classmethod
    def of(cls, rows: Sequence[Row]) -> RowTable:
        """Return rows as a table; a table as it is."""
        if isinstance(rows, RowTable):
            return rows
        found = cls()
        found.extend(rows)
        return found

    @classmethod
    def from_columns(
        cls,
        words: Mapping[str, Words],
        columns: Mapping[str, Array],
        names: Sequence[str],
        whole: Mapping[str, Mask],
    ) -> RowTable:
        """Return a table of these arrays, which are not copied.

        Args:
            words: of each of :data:`TEXTS`.
            columns: (rows,) each: codes of :data:`TEXTS`, :data:`SIDES`, ``failed``, and the numbers, NaN where there is none.
            names: of the columns of numbers.
            whole: name to (rows,) bool: which of its numbers are whole ones; columns without any may be left out.
        """
        found = cls(names)
        found.words = dict(words)
        found._columns = dict(columns)
        found._whole = dict(whole)
        found._count = len(columns["failed"])
        return found

    # As a sequence of rows

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> Row: ...

    @overload
    def __getitem__(self, place: slice) -> RowTable: ...

    def __getitem__(self, place: int | slice) -> Row | RowTable:
        if isinstance(place, slice):
            return self._cut(place)
        if not -self._count <= place < self._count:
            raise IndexError(place)
        return self._row(int(place) % self._count)

    def __iter__(self) -> Iterator[Row]:
        return map(self._row, range(self._count))

    def _row(self, place: int) -> Row:
        texts = {name: self.words[name].list[self._columns[name].item(place)] for name in TEXTS}
        width, height = (self._columns[name].item(place) for name in SIDES)
        return Row(
            width=None if width < 0 else width,
            height=None if height < 0 else height,
            status="failed" if self._columns["failed"][place] else "ok",
            values=RowValues(self, place),
            **texts,
        )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(mine == its for mine, its in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # as Python wants it of what can be compared and changed

    # Columns

    def column(self, name: str) -> Floats:
        """Return a column of numbers, (rows,) float64, NaN where there is none."""
        if name not in self.names:
            return np.full(self._count, math.nan)
        found: Floats = self._columns[name][: self._count]
        return found

    def numbers(self, places: Sequence[int], names: Iterable[str]) -> Floats:
        """Return the numbers of a few rows, (places, names) float64, NaN where there is none."""
        columns = (self._columns[name] if name in self.names else self.column(name) for name in names)
        which = np.asarray(places, np.intp)
        return np.array([column[which] for column in columns], np.float64).T

    def codes(self, name: str) -> Codes:
        """Return a column of text as codes of its ``words``, (rows,) int32; of :data:`SIDES` the numbers themselves."""
        found: Codes = self._columns[name][: self._count]
        return found

    def texts(self, name: str) -> list[str]:
        """Return a column of text, in full."""
        return self._texts(name, 0, self._count)

    def _texts(self, name: str, start: int, stop: int) -> list[str]:
        return list(map(self.words[name].list.__getitem__, self._columns[name][start:stop].tolist()))

    def used(self, name: str) -> list[str]:
        """Return the words of a column that some row has, in the order of the rows."""
        return list(map(self.words[name].list.__getitem__, in_order(self.codes(name))[0].tolist()))

    def failed(self) -> Mask:
        """Return which rows failed, (rows,) bool."""
        found: Mask = self._columns["failed"][: self._count]
        return found

    def megapixels(self) -> Floats:
        """Return the size of each row's image, (rows,) float64; 0 where it could not be read."""
        width, height = (np.maximum(self.codes(name), 0).astype(np.int64) for name in SIDES)
        return width * height / 1e6

    def among(self, name: str, texts: Collection[str]) -> Mask:
        """Return which rows have one of these texts in a column, (rows,) bool."""
        words = self.words[name]
        found = np.zeros(len(words), dtype=np.bool_)
        found[[words[text] for text in texts if text in words]] = True
        return found[self.codes(name)]

    def row_keys(self) -> list[tuple[str, str]]:
        """Return what identifies each row: (image, vae)."""
        return list(zip(self.texts("image"), self.texts("vae"), strict=True))

    def where(self) -> Mapping[tuple[str, str], int]:
        """Return (image, VAE) to the place of the first such row."""
        if self._indexed < self._count:
            new = range(self._indexed, self._count)
            images, vaes = (self._texts(name, new.start, new.stop) for name in ("image", "vae"))
            for image, vae, place in zip(images, vaes, new, strict=True):
                self._where.setdefault((image, vae), place)
            self._indexed = self._count
        return self._where

    def place_of(self, image: str, vae: str) -> int | None:
        """Return the place of the first row of an image and a VAE; None where there is none.

        For a single question: it looks through the codes where :meth:`where` would have to make its index first.
        """
        if self._indexed == self._count:
            return self._where.get((image, vae))
        codes = [self.words[name].get(word) for name, word in (("image", image), ("vae", vae))]
        if None in codes:
            return None
        found = np.flatnonzero((self.codes("image") == codes[0]) & (self.codes("vae") == codes[1]))
        return int(found[0]) if found.size else None

    def pair_codes(self) -> Integers:
        """Return a number for the image and VAE of each row, (rows,): equal for equal ones."""
        return self.codes("image").astype(np.int64) * len(self.words["vae"]) + self.codes("vae")

    def has_each_once(self) -> bool:
        """Return whether no two rows are of one image and VAE."""
        return len(np.unique(self.pair_codes())) == len(self)

    # Other tables of the same rows

    def select(self, which: Mask | Places | Sequence[int]) -> RowTable:
        """Return some of the rows: those of a mask, or at these places in this order."""
        return self._cut(which)

    def without_images(self, images: Collection[str]) -> RowTable:
        """Return the rows of other images; the same table where it has none of these."""
        gone = self.among("image", images)
        return self.select(~gone) if gone.any() else self

    def of_vae(self, label: str) -> RowTable:
        """Return the rows of one VAE."""
        return self.select(self.among("vae", (label,)))

    def snapshot(self) -> RowTable:
        """Return the rows that are here now, whatever comes later; nothing is copied."""
        return self[:]

    def with_column(self, name: str, values: Floats, changed: Mask) -> RowTable:
        """Return the same rows with other numbers in a column where it changed, (rows,) each; NaN takes a number away."""
        if not changed.any():
            return self
        found = self.snapshot()
        found.replace_column(name, np.where(changed, values, self.column(name)), changed)
        return found

    def _cut(self, which: slice | Mask | Places | Sequence[int]) -> RowTable:
        columns, whole = (
            {name: array[: self._count][which] for name, array in arrays.items()}
            for arrays in (self._columns, self._whole)
        )
        return RowTable.from_columns(self.words, columns, tuple(self.names), whole)

    # Growing

    def replace_column(self, name: str, values: Floats, changed: Mask | None = None) -> None:
        """Put other numbers into a column; snapshots keep theirs.

        Args:
            name: of the column.
            values: (rows,) float64.
            changed: (rows,) which of them are others, whole ones no longer; all when not given.
        """
        if name in self._whole:
            self._whole[name] = self._whole[name].copy()
            self._whole[name][: self._count][slice(None) if changed is None else changed] = False
        column = np.full(len(self._columns["failed"]), math.nan)
        column[: self._count] = values
        self.names[name] = None
        self._columns[name] = column

    def add(self, rows: Sequence[Row]) -> range:
        """Take in the rows whose (image, VAE) is not here yet, each once; returns the places that they got."""
        if not self._count and isinstance(rows, RowTable) and rows.has_each_once():
            self.extend(rows)
            return range(self._count)
        known, fresh = self.where(), dict[tuple[str, str], int]()
        for place, key in enumerate(
            rows.row_keys() if isinstance(rows, RowTable) else [row.key for row in rows]
        ):
            if key not in known:
                fresh.setdefault(key, place)
        start = self._count
        places = list(fresh.values())
        if len(places) == len(rows):
            self.extend(rows)
        elif places:
            self.extend(
                rows.select(places) if isinstance(rows, RowTable) else [rows[place] for place in places]
            )
        return range(start, self._count)

    def extend(self, rows: Sequence[Row]) -> None:
        """Take in rows at the end."""
        if not rows:
            return
        start, stop = self._count, self._count + len(rows)
        self._make_room(stop)
        if isinstance(rows, RowTable):
            self._take_table(rows, start, stop)
        else:
            self._take_rows(rows, start, stop)
        self._count = stop

    def _take_table(self, other: RowTable, start: int, stop: int) -> None:
        for name in TEXTS:
            used, which = in_order(other.codes(name))
            new = self.words[name].codes_of([other.words[name].list[code] for code in used.tolist()])
            self._columns[name][start:stop] = new[which]
        for name in (*SIDES, "failed"):
            self._columns[name][start:stop] = other._columns[name][: len(other)]
        for name in {**self.names, **other.names}:
            whole = other._whole.get(name)
            self._put(name, start, stop, other.column(name), None if whole is None else whole[: len(other)])

    def _take_rows(self, rows: Sequence[Row], start: int, stop: int) -> None:
        for name in TEXTS:
            self._columns[name][start:stop] = self.words[name].codes_of([getattr(row, name) for row in rows])
        for name in SIDES:
            sides = (getattr(row, name) for row in rows)
            self._columns[name][start:stop] = [-1 if side is None else side for side in sides]
        self._columns["failed"][start:stop] = [row.status == "failed" for row in rows]
        names = list({**self.names, **{name: None for row in rows for name in row.values}})
        cells = [list(map(row.values.get, names)) for row in rows]
        values = np.array(
            [[math.nan if cell is None else cell for cell in line] for line in cells], np.float64
        )
        whole: Mask = np.array([[type(cell) is int for cell in line] for line in cells], np.bool_)
        for place, name in enumerate(names):
            own = whole[:, place]
            self._put(name, start, stop, values[:, place], own if own.any() else None)

    def _put(self, name: str, start: int, stop: int, values: Floats, whole: Mask | None) -> None:
        if name not in self.names:
            self.names[name] = None
            self._columns[name] = np.full(len(self._columns["failed"]), math.nan)
        self._columns[name][start:stop] = values
        if whole is not None and name not in self._whole:
            self._whole[name] = np.zeros(len(self._columns["failed"]), np.bool_)
        if name in self._whole:
            self._whole[name][start:stop] = False if whole is None else whole

    def _make_room(self, need: int) -> None:
        have = len(self._columns["failed"])
        if need <= have:
            return
        room = max(_LEAST_ROOM, 2 * have, need) if self._count else need
        for arrays in (self._columns, self._whole):
            for name, array in arrays.items():
                # What lies beyond the rows is never looked at.
                arrays[name] = np.empty(room, array.dtype)
                arrays[name][: self._count] = array[: self._count]


class RowValues(Mapping[str, float | int]):
    """The numbers of one row of a table, as ``Row.values``: the columns that have one."""

    __slots__ = ("place", "table")

    def __init__(self, table: RowTable, place: int) -> None:
        self.table = table
        self.place = place

    def __getitem__(self, name: str) -> float | int:
        table, place = self.table, self.place
        if name not in table.names:
            raise KeyError(name)
        value: float = table._columns[name].item(place)
        if value != value:
            raise KeyError(name)
        whole = table._whole.get(name)
        return int(value) if whole is not None and whole[place] else value

    def __iter__(self) -> Iterator[str]:
        columns, place = self.table._columns, self.place
        return (name for name in self.table.names if not math.isnan(columns[name].item(place)))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __repr__(self) -> str:
        return repr(dict(self))


def in_order(codes: Codes) -> tuple[Codes, Places]:
    """Return the different codes in the order in which they first come, and the place of each row's code among these."""
    used, first, which = np.unique(codes, return_index=True, return_inverse=True)
    order = np.argsort(first)
    rank = np.empty(len(used), np.intp)
    rank[order] = np.arange(len(used))
    return used[order], rank[which]
