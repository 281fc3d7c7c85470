"""A growing file of a run folder line by line, each with its number, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

MOST_NAMED = 1000
"""Damaged lines of a file that are named; further ones are counted only."""
LONGEST_LINE = 2**24
"""Bytes of a line; the name, the label and the note are the user's and may be long."""
_CHUNK = 2**22
_BOM = b"\xef\xbb\xbf"


class Line(NamedTuple):
    r"""A line of a file.

    Attributes:
        number: from 1.
        text: without its ``\n``; a ``\r`` before that is kept, since inside of quotes it is a part of a cell.
        reason: why it has no text: too long, or no UTF-8.
        ended: whether an end of line follows; only the last line of a file can be without.
    """

    number: int
    text: str
    reason: str | None = None
    ended: bool = True


@dataclass(frozen=True, slots=True)
class DamagedLine:
    """A line that is not counted.

    Attributes:
        file: its name in the run folder.
        number: of the line, from 1.
        reason: what is wrong with it, a part of a sentence.
    """

    file: str
    number: int
    reason: str

    def __str__(self) -> str:
        """As it stands in a list: ``line 7 of per_image.csv: …``."""
        return f"line {self.number} of {self.file}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Damage:
    """What was not counted when the files of a run were read.

    Attributes:
        lines: that are damaged, at most ``MOST_NAMED`` of each file.
        count: how many are.
        doubled: rows that are left out since a later one is of the same image and VAE.
        missing: rows that the summary of a finished run counts and that are nowhere, not even damaged.
    """

    lines: tuple[DamagedLine, ...] = ()
    count: int = 0
    doubled: int = 0
    missing: int = 0

    def __add__(self, other: Damage) -> Damage:
        """That of two files."""
        return Damage(
            self.lines + other.lines,
            self.count + other.count,
            self.doubled + other.doubled,
            self.missing + other.missing,
        )


NO_DAMAGE = Damage()


def read_lines(file: BinaryIO) -> Iterator[Line]:
    r"""Yield the lines of a file; they may end in ``\n`` or ``\r\n``, and a byte order mark may stand before the first."""
    number, rest, too_long = 0, b"", False
    first = True
    while chunk := file.read(_CHUNK):
        if first:
            chunk, first = chunk.removeprefix(_BOM), False
        *whole, rest = (rest + chunk).split(b"\n") if rest else chunk.split(b"\n")
        for data in whole:
            number += 1
            yield _too_long(number) if too_long or len(data) > LONGEST_LINE else _line(number, data)
            too_long = False
        if len(rest) > LONGEST_LINE:
            rest, too_long = b"", True
    if rest or too_long:
        number += 1
        yield _too_long(number, ended=False) if too_long else _line(number, rest, ended=False)


def _line(number: int, data: bytes, *, ended: bool = True) -> Line:
    try:
        return Line(number, data.decode(), ended=ended)
    except UnicodeDecodeError:
        return Line(number, "", "it is no UTF-8", ended)


def _too_long(number: int, *, ended: bool = True) -> Line:
    return Line(number, "", f"it is longer than {LONGEST_LINE // 2**20} MB", ended)
