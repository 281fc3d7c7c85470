"""Whether a PNG holds all rows that its header promises: Pillow shows those that are missing as black, without a word."""

from __future__ import annotations

import struct
import zlib

_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Samples a pixel by colour type (PNG 3, table 9)."""

# Adam7: first column, first row, step across, step down of each pass (PNG 3, 8.1).
_PASSES = (
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2),
)  # fmt: skip
_PIECE = 1 << 20  # bytes that are unpacked at once


def lacks_rows(png: bytes) -> bool:
    """Whether the pixel data end, soundly packed, before the last row; what is damaged otherwise the decoder says.

    Args:
        png: a PNG of plain chunks, pixels in IDAT.
    """
    try:
        width, height, depth, kind, _, _, interlaced = struct.unpack_from(">IIBBBBB", png, 16)
        expected = _length(width, height, depth * _SAMPLES[kind], interlaced)
    except (struct.error, KeyError):
        return False
    reader, found, place = zlib.decompressobj(), 0, 8
    view = memoryview(png)
    while place + 12 <= len(png) and found < expected and not reader.eof:
        length, name = struct.unpack_from(">I4s", png, place)
        packed: bytes | memoryview = view[place + 8 : place + 8 + length] if name == b"IDAT" else b""
        place += 12 + length
        try:
            while packed and found < expected and not reader.eof:
                found += len(reader.decompress(packed, _PIECE))
                packed = reader.unconsumed_tail
        except zlib.error:
            return False
    return found < expected


def _length(width: int, height: int, bits: int, interlaced: int) -> int:
    """Return the bytes of all rows, each with its filter byte; ``bits`` a pixel."""
    if not interlaced:
        return height * (1 + (width * bits + 7) // 8)
    total = 0
    for left, top, across, down in _PASSES:
        columns, rows = -(-(width - left) // across), -(-(height - top) // down)
        if columns > 0 and rows > 0:
            total += rows * (1 + (columns * bits + 7) // 8)
    return total
