"""What AVIF and HEIF say of the colours of their picture beside an ICC profile (ISO/IEC 23008-12, 14496-12)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from vaelab.images.color.claim import SRGB, Claim
from vaelab.images.color.code_points import space_of
from vaelab.images.formats.boxes import Box, boxes, first


@dataclass(frozen=True, slots=True)
class HeifColor:
    """Properties of the primary picture.

    Attributes:
        primaries: ColourPrimaries of its nclx box (Rec. ITU-T H.273); 2, unspecified, without one.
        transfer: TransferCharacteristics.
        bits: depth of an AV1 picture, 8, 10 or 12; 8 where that is not known.
    """

    primaries: int = 2
    transfer: int = 2
    bits: int = 8


def read_heif(data: bytes) -> HeifColor:
    """Read the properties of the primary picture; what is damaged counts as not there."""
    try:
        found = list(_properties(data))
        codes = [
            struct.unpack_from(">HH", data, box.start + 4)
            for box in found
            if box.kind == b"colr" and data[box.start : box.start + 4] == b"nclx"
        ]
        depths = [data[box.start + 2] for box in found if box.kind == b"av1C"]
    except (struct.error, IndexError):
        return HeifColor()
    flags = depths[0] if depths else 0  # seq_tier, high_bitdepth, twelve_bit, …
    bits = 8 if not flags & 0x40 else 12 if flags & 0x20 else 10
    primaries, transfer = codes[0] if codes else (2, 2)
    return HeifColor(primaries, transfer, bits)


def heif_claim(profile: bytes | None, color: HeifColor) -> tuple[Claim, tuple[str, ...]]:
    """Rank what is said: the ICC profile before the code points (ISO/IEC 23008-12, 6.5.5); nothing means sRGB."""
    if profile:
        return Claim(profile), ()
    space = space_of(color.primaries, color.transfer, source="nclx", default=True)
    if space is None:
        return SRGB, (f"nclx {color.primaries}/{color.transfer} not known: read as sRGB",)
    return Claim(space=space), ()


def _properties(data: bytes) -> Iterator[Box]:
    """Yield the properties that are associated with the primary item, in the order of the file."""
    meta = first(data, b"meta")
    if meta is None:
        return
    inside = meta.start + 4  # after version and flags
    primary = first(data, b"pitm", inside, meta.end)
    container = first(data, b"iprp", inside, meta.end)
    if primary is None or container is None:
        return
    listed = first(data, b"ipco", container.start, container.end)
    if listed is None:
        return
    item = struct.unpack_from(">H" if data[primary.start] == 0 else ">I", data, primary.start + 4)[0]
    properties = list(boxes(data, listed.start, listed.end))
    wanted: set[int] = set()
    for box in boxes(data, container.start, container.end):
        if box.kind == b"ipma":
            wanted |= _associated(data, box, item)
    yield from (box for place, box in enumerate(properties, 1) if place in wanted)


def _associated(data: bytes, box: Box, item: int) -> set[int]:
    """Return the numbers, from 1, of an item's properties by one ipma box."""
    version, wide = data[box.start], data[box.start + 3] & 1
    (entries,) = struct.unpack_from(">I", data, box.start + 4)
    place, found = box.start + 8, set()
    for _ in range(entries):
        if place >= box.end:
            break
        owner = struct.unpack_from(">H" if version < 1 else ">I", data, place)[0]
        place += 2 if version < 1 else 4
        count, size = data[place], 2 if wide else 1
        place += 1
        if owner == item:
            for at in range(place, place + count * size, size):
                # The highest bit says that a reader must understand the property.
                found.add(struct.unpack_from(">H", data, at)[0] & 0x7FFF if wide else data[at] & 0x7F)
        place += count * size
    return found
