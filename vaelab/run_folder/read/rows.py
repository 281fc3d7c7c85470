r"""Read ``per_image.csv``, the record of a run: forgivingly, and counting exactly.

A byte order mark, ``\n`` as line end, quotes around every cell and columns in another order are read: a spreadsheet or an
editor may have written them. What is not whole is named and not counted, so that a resume measures it again:

- a line with too few or too many cells, or with a cell that its column cannot hold;
- the last line where no line end follows, unless its last cell is a whole SHA-256. A row without a hash (its image could not
  be read) looks the same when it is cut off before its last cell; and a path, cut in the middle, is a path. Both are measured
  again rather than believed.

What cannot be told: a line whose bytes were changed into other whole numbers, and a row that was lost together with its line.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from vaelab.arrays import Array, Mask
from vaelab.errors import RunFolderError, why
from vaelab.results.row_table import SIDES, TEXTS, RowTable, Words
from vaelab.run_files import ROWS
from vaelab.run_folder.read.cells import ColumnPlaces, DamagedCellError, LineParts, check_number, numbers_of
from vaelab.run_folder.read.files import open_file
from vaelab.run_folder.read.lines import (
    LONGEST_LINE,
    MOST_NAMED,
    NO_DAMAGE,
    Damage,
    DamagedLine,
    Line,
    read_lines,
)
from vaelab.run_folder.row_lines import PICTURES

MOST_BYTES = 2**33
"""Of a record; a million rows have 1.1 GB."""
_BATCH = 512
"""Rows whose numbers are converted at once: as many as stay in a processor's cache, a third faster than eight times as many."""


@dataclass(frozen=True, slots=True)
class ReadRows:
    """What a record holds.

    Attributes:
        rows: the whole ones, in order; of two with the same image and VAE, the last whole one in the place of the first.
        damage: what is not counted; a resume measures it again.
    """

    rows: RowTable
    damage: Damage = NO_DAMAGE

    @property
    def damaged(self) -> tuple[DamagedLine, ...]:
        """The lines that are not counted."""
        return self.damage.lines


def read_rows(path: Path) -> RowTable:
    """Return the whole rows of a run folder, in order; errors as for :func:`read_record`."""
    return read_record(path).rows


def read_record(path: Path) -> ReadRows:
    """Read the rows of a run folder.

    Raises:
        RunFolderError: the file is missing, is not to be opened, or is not a ``per_image.csv``.
    """
    try:
        with open_file(path, ROWS, MOST_BYTES) as file, _without_collector():
            lines = read_lines(file)
            reader = _Reader(_header(path, next(lines, None)))
            records = _Records(lines)
            for record in records:
                records.give_back(reader.take(record))
            return reader.finish()
    except OSError as error:
        raise RunFolderError(f"'{path}' is not a run folder: {ROWS} cannot be read ({why(error)})") from error


@contextmanager
def _without_collector() -> Iterator[None]:
    """Parts of lines hold no cycles, and looking for some among thousands of them takes a part of the time of reading them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _header(path: Path, line: Line | None) -> ColumnPlaces:
    try:
        if line is None or line.reason is not None:
            raise DamagedCellError("its first line does not name the columns")
        return ColumnPlaces([name.strip('"') for name in line.text.removesuffix("\r").split(",")])
    except DamagedCellError as error:
        raise RunFolderError(f"'{path / ROWS}' is not a VAELab table: {error}") from error


class _Records:
    """Groups lines into rows by their quotes: inside of quotes a line break is a part of a cell."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self._again: deque[Line] = deque()

    def _next(self) -> Line | None:
        return self._again.popleft() if self._again else next(self._lines, None)

    def __iter__(self) -> Iterator[list[Line]]:
        while (line := self._next()) is not None:
            yield [line] if line.text.count('"') % 2 == 0 else self._until_quotes_match(line)

    def _until_quotes_match(self, line: Line) -> list[Line]:
        held, size = [line], len(line.text)
        while size < LONGEST_LINE and (further := self._next()) is not None:
            held.append(further)
            size += len(further.text) + 1
            if further.text.count('"') % 2 or further.reason is not None:
                break
        return held

    def give_back(self, lines: Sequence[Line]) -> None:
        """Look at lines again that were no row together with those before them."""
        self._again.extendleft(reversed(lines))


class _Reader:
    """Takes records in and hands out a table; numbers are converted in batches."""

    def __init__(self, header: ColumnPlaces) -> None:
        self._header = header
        self._waiting: list[tuple[int, LineParts]] = []
        self._words = {name: Words() for name in TEXTS}
        # Portions of each column.
        self._columns: dict[str, list[Array]] = {
            name: [] for name in (*TEXTS, *SIDES, "failed", *header.columns)
        }
        self._whole: dict[str, list[Mask]] = {name: [] for name in header.columns}
        self._damaged: list[DamagedLine] = []
        self._damaged_lines = 0

    def take(self, lines: Sequence[Line]) -> Sequence[Line]:
        """Take in the lines of one row; where they are none together, the first is damaged, and the others are returned."""
        first, *others = lines
        if not others and first.text in ("", "\r") and first.reason is None:
            return ()
        try:
            for line in lines:
                if line.reason is not None:
                    raise DamagedCellError(line.reason)
            text = "\n".join([line.text for line in lines]) if others else first.text
            parts = self._header.parts(text.removesuffix("\r"), cut_off=not lines[-1].ended)
        except DamagedCellError as error:
            self._mark(first.number, str(error))
            return others
        self._waiting.append((first.number, parts))
        if len(self._waiting) == _BATCH:
            self._convert()
        return ()

    def _mark(self, number: int, reason: str) -> None:
        self._damaged_lines += 1
        if len(self._damaged) < MOST_NAMED:
            self._damaged.append(DamagedLine(ROWS, number, reason))

    def _convert(self) -> None:
        count = len(self._header.columns)
        found = numbers_of([parts.numbers for _, parts in self._waiting], count) if count else None
        if found is None:
            self._waiting = [each for each in self._waiting if self._is_whole(*each)]
            found = numbers_of([parts.numbers for _, parts in self._waiting], count) if count else None
        if found is not None:
            for place, name in enumerate(self._header.columns):
                self._columns[name].append(found[0][:, place].copy())
                self._whole[name].append(found[1][:, place].copy())
        waiting, self._waiting = [parts for _, parts in self._waiting], []
        if not waiting:
            return
        images, vaes, widths, heights, ok, notes, pictures, hashes, _ = zip(*waiting, strict=True)
        texts = (images, vaes, notes, hashes, *zip(*pictures, strict=True))
        for name, words in zip(("image", "vae", "note", "image_sha256", *PICTURES), texts, strict=True):
            self._columns[name].append(self._words[name].codes_of(words))
        for name, sides in zip(SIDES, (widths, heights), strict=True):
            self._columns[name].append(np.array([-1 if side is None else side for side in sides], np.int32))
        self._columns["failed"].append(~np.array(ok, np.bool_))

    def _is_whole(self, number: int, parts: LineParts) -> bool:
        try:
            for name, cell in zip(self._header.columns, parts.numbers.split(","), strict=True):
                check_number(name, cell)
        except DamagedCellError as error:
            self._mark(number, str(error))
            return False
        return True

    def finish(self) -> ReadRows:
        """Return the rows, each once."""
        self._convert()
        empty = {**dict.fromkeys((*TEXTS, *SIDES), np.int32), "failed": np.bool_}
        columns, whole = {}, {}
        # One column at a time, and what it was made of goes: a million rows are half a gigabyte.
        for name in tuple(self._columns):
            portions = self._columns.pop(name) or [np.empty(0, empty.get(name, np.float64))]
            columns[name] = np.concatenate(portions)
        for name in self._header.columns:
            mask = np.concatenate([*self._whole.pop(name), np.empty(0, np.bool_)])
            if mask.any():
                whole[name] = mask
        read = RowTable.from_columns(self._words, columns, self._header.columns, whole)
        rows = _each_once(read)
        self._damaged.sort(key=lambda line: line.number)
        return ReadRows(rows, Damage(tuple(self._damaged), self._damaged_lines, len(read) - len(rows)))


def _each_once(rows: RowTable) -> RowTable:
    """Of the rows of one image and VAE, the last in the place of the first."""
    key = rows.pair_codes()
    different, first = np.unique(key, return_index=True)
    if len(different) == len(rows):
        return rows
    last = len(rows) - 1 - np.unique(key[::-1], return_index=True)[1]
    return rows.select(last[np.argsort(first)])
