"""One line of ``per_image.csv`` into its parts: text, and the numbers as one text that is converted with many others."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from vaelab.arrays import Floats, Mask
from vaelab.metrics.registry import all_columns
from vaelab.results.row_table import LARGEST_INT
from vaelab.run_folder.read.decimals import NUMBER, convert
from vaelab.run_folder.row_lines import LEADING, PICTURES

# The name and the label are the user's: a field may be long, but a spreadsheet-sized limit would refuse honest notes.
csv.field_size_limit(1 << 24)
LARGEST = 1e100
"""No measurement is larger, but for infinity; sums of squares of larger ones would be no numbers any more."""
_HASH = re.compile(r"[0-9a-f]{64}")
_DIGITS = re.compile(r"[0-9]{1,7}")
_NUMERIC = bytes(set(b"0123456789+-.,eEinfaINFA"))


class DamagedCellError(ValueError):
    """A line, or a cell of it, does not hold what it is for; the message is what is wrong, a part of a sentence."""


class LineParts(NamedTuple):
    """A line in parts.

    Attributes:
        image, vae, note, image_sha256: as in ``Row``.
        ok: whether its status is ``ok``.
        width, height: px, or None.
        pictures: the paths, in the order of ``PICTURES``.
        numbers: the cells of :attr:`Header.columns`, joined with commas.
    """

    image: str
    vae: str
    width: int | None
    height: int | None
    ok: bool
    note: str
    pictures: tuple[str, ...]
    image_sha256: str
    numbers: str


class ColumnPlaces:
    """The first line: which column is where.

    Attributes:
        names: as they stand there.
        columns: those that hold numbers that VAELab knows, in the file's order.
    """

    def __init__(self, names: Sequence[str]) -> None:
        """Take the names of the columns.

        Raises:
            DamagedCellError: they are not those of a ``per_image.csv``.
        """
        missing = [name for name in LEADING if name not in names]
        if missing:
            raise DamagedCellError("its first line does not name the columns")
        doubled = next((name for name in names if names.count(name) > 1), None)
        if doubled is not None:
            raise DamagedCellError(f"its first line names the column '{doubled}' twice")
        known = {column.name for column in all_columns()}
        self.names = tuple(names)
        self.columns = tuple(name for name in names if name in known)
        self._where = {name: place for place, name in enumerate(names)}
        self._numbers = [self._where[name] for name in self.columns]
        self._pictures = tuple(name for name in PICTURES if name in self._where)
        self.ends_in_hash = names[-1] == "image_sha256"
        trailing = (*self._pictures, "image_sha256")
        self._is_ours = (*LEADING, *self.columns, *trailing) == self.names and bool(self.columns)
        self._tail = len(trailing)
        self._sizes: dict[tuple[str, str], tuple[int | None, int | None]] = {}

    def parts(self, text: str, *, cut_off: bool = False) -> LineParts:
        """Take a line apart.

        Args:
            text: one record, without its end of line.
            cut_off: nothing follows it in the file, so that its end may be missing.

        Raises:
            DamagedCellError: it is no whole row.
        """
        found = (self._quickly(text) if self._is_ours else None) or self._cell_by_cell(text)
        if cut_off and not (self.ends_in_hash and _HASH.fullmatch(found.image_sha256)):
            # Cut before its last cell, a row looks as one does that has no hash: the safe side is to measure it again.
            raise DamagedCellError("it may be cut off: nothing follows it and its hash is not whole")
        return found

    def _quickly(self, text: str) -> LineParts | None:
        """The parts of a line as VAELab writes nearly all of them; None for others."""
        if "\r" in text or "\0" in text:
            return None
        leading = text.split(",", 5)
        if len(leading) < 6:
            return None
        image, vae, width, height, status, rest = leading
        if '"' in text[: len(text) - len(rest)]:
            return None
        if rest.startswith('"'):
            end = rest.find('",', 1)
            if end < 0:
                return None
            note, rest = rest[1:end], rest[end + 2 :]
        else:
            note, _, rest = rest.partition(",")
        if '"' in note or '"' in rest:
            return None
        numbers, *trailing = rest.rsplit(",", self._tail)
        if len(trailing) != self._tail or numbers.count(",") != len(self.columns) - 1:
            return None
        *pictures, digest = trailing
        return self._checked(image, vae, width, height, status, note, pictures, digest, numbers)

    def _cell_by_cell(self, text: str) -> LineParts:
        if "\0" in text:
            raise DamagedCellError("it holds bytes 0")
        try:
            cells = next(csv.reader(io.StringIO(text, newline=""), strict=True), [])
        except csv.Error as error:
            raise DamagedCellError("its quotes or line breaks do not match") from error
        if len(cells) != len(self.names):
            raise DamagedCellError(f"it has {len(cells)} cells instead of {len(self.names)}")
        get = {name: cells[place] for name, place in self._where.items()}.get
        numbers = [cells[place] for place in self._numbers]
        for name, cell in zip(self.columns, numbers, strict=True):
            check_number(name, cell)
        image, vae, width, height, status, note = (cells[self._where[name]] for name in LEADING)
        pictures = [get(name) or "" for name in self._pictures]
        digest = get("image_sha256") or ""
        return self._checked(image, vae, width, height, status, note, pictures, digest, ",".join(numbers))

    def _checked(
        self,
        image: str,
        vae: str,
        width: str,
        height: str,
        status: str,
        note: str,
        pictures: Sequence[str],
        digest: str,
        numbers: str,
    ) -> LineParts:
        if not image or not vae:
            raise DamagedCellError("it names no image or no VAE")
        if status not in ("ok", "failed"):
            raise DamagedCellError(f"its status is '{status[:20]}'")
        # Most rows of a run have one of a few sizes.
        if (width, height) not in self._sizes:
            self._sizes[width, height] = side("width", width), side("height", height)
        size = self._sizes[width, height]
        if len(pictures) == len(PICTURES):
            paths = tuple(pictures)
        else:  # runs of earlier versions know no marker's pictures
            given = dict(zip(self._pictures, pictures, strict=True))
            paths = tuple(given.get(name, "") for name in PICTURES)
        return LineParts(image, vae, *size, status == "ok", note, paths, digest, numbers)


def side(name: str, cell: str) -> int | None:
    """Return a width or a height, px; None for an empty cell.

    Raises:
        DamagedCellError: it is no whole number of at most seven digits.
    """
    if not cell:
        return None
    if not _DIGITS.fullmatch(cell):
        raise DamagedCellError(f"its {name} is '{cell[:20]}'")
    return int(cell)


def check_number(name: str, cell: str) -> None:
    """Accept an empty cell, and what Python writes of a number.

    Raises:
        DamagedCellError: it is something else, a whole number that a float64 does not hold, or beyond ``LARGEST``.
    """
    if not cell:
        return
    whole = cell.lstrip("+-").isdecimal()
    if (
        not NUMBER.fullmatch(cell)
        or (whole and (len(cell) > 20 or abs(int(cell)) > LARGEST_INT))
        or LARGEST < abs(float(cell)) < math.inf
        # A value that does not exist is an empty cell, and none is infinitely bad.
        or math.isnan(float(cell))
        or float(cell) == -math.inf
    ):
        raise DamagedCellError(f"its {name} is '{cell[:20]}'")


def numbers_of(rows: Sequence[str], count: int) -> tuple[Floats, Mask] | None:
    """Convert the numbers of many rows at once: to the nearest float64, as ``float`` does.

    Args:
        rows: each ``count`` cells joined with commas; an empty cell has no value.
        count: of cells of a row.

    Returns:
        (rows, count) float64 with NaN for no value, and (rows, count) which were written as whole numbers; None where some
        cell is no number, or what :func:`check_number` refuses.
    """
    if not rows:
        return np.empty((0, count)), np.zeros((0, count), dtype=bool)
    joined = ",".join(rows)
    data = joined.encode()
    if not joined.isascii() or data.translate(None, _NUMERIC):
        return None
    if b"-inf" in (lowered := data.lower()) or b"nan" in lowered:
        return None
    found = convert(data)
    if found is None or len(found[0]) != len(rows) * count:
        return None
    values, whole = found
    sizes = np.abs(values)
    if bool((sizes[whole] > LARGEST_INT).any()) or bool(((sizes > LARGEST) & (sizes < np.inf)).any()):
        return None
    return values.reshape(len(rows), count), whole.reshape(len(rows), count)
