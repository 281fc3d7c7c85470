"""The boxes of JP2 (ISO/IEC 15444-1, annex I) and of HEIF and AVIF (ISO/IEC 14496-12, 4.2): one structure."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple


class Box(NamedTuple):
    """A box: its type, and where its content lies in the bytes."""

    kind: bytes
    start: int
    end: int


def boxes(data: bytes, start: int = 0, end: int | None = None) -> Iterator[Box]:
    """Yield the boxes that lie in ``data[start:end]``, one behind the other, up to the first that cannot be one."""
    end = len(data) if end is None else end
    while start + 8 <= end:
        length, kind = struct.unpack_from(">I4s", data, start)
        content = start + 8
        if length == 1:
            if start + 16 > end:
                return
            (length,) = struct.unpack_from(">Q", data, content)
            content += 8
        stop = end if length == 0 else start + length
        if not content <= stop <= end:
            return
        yield Box(kind, content, stop)
        start = stop


def first(data: bytes, kind: bytes, start: int = 0, end: int | None = None) -> Box | None:
    """Return the first box of a type, or None."""
    return next((box for box in boxes(data, start, end) if box.kind == kind), None)
