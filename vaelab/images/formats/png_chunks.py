"""What a PNG says beside its pixels: colours, orientation (PNG Specification, Third Edition, 2025).

Pillow decodes the pixels; it is given the chunks that it needs for that and no other. What is in the others is read
here, within limits: Pillow refuses the whole image for a long text, a large profile, or one wrong checksum in either.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from vaelab.images.color.claim import SRGB, Claim, RgbSpace, Xy
from vaelab.images.color.code_points import power_curve, space_of
from vaelab.images.color.spaces import is_space

SIGNATURE = b"\x89PNG\r\n\x1a\n"

MAX_PROFILE = 64 << 20
"""Largest ICC profile that is unpacked, bytes; those in use end at some 10 MB."""

_MAX_TEXT = 16 << 20  # of a text that is looked into at all: XMP, or EXIF written out as hexadecimal

_ANIMATION = (b"acTL", b"fcTL", b"fdAT")
_FOR_PIXELS = (b"tRNS", *_ANIMATION)
_EXIF_TEXTS = (b"Raw profile type exif", b"Raw profile type APP1")  # ImageMagick's, before eXIf existed
_XMP = b"XML:com.adobe.xmp"


@dataclass(frozen=True, slots=True)
class Png:
    """A PNG taken apart.

    Attributes:
        pixels: a PNG of the same pixels without the chunks that decoding does not need.
        claim: its colours.
        exif: EXIF data or None.
        exif_late: whether they came after the pixels, where browsers do not look.
        xmp: XMP packet or None.
        notes: what was left out.
    """

    pixels: bytes
    claim: Claim
    exif: bytes | None
    exif_late: bool
    xmp: bytes | None
    notes: tuple[str, ...]


class _Chunk(NamedTuple):
    kind: bytes
    start: int  # of its length, with which it begins
    end: int
    early: bool  # before the first IDAT
    data: bytes  # empty for the kinds that only Pillow reads


def read_png(data: bytes) -> Png:
    """Take a PNG apart. Damage in what is needed for the pixels is left for the decoder to complain about."""
    found: dict[bytes, _Chunk] = {}
    texts: list[_Chunk] = []
    kept: list[tuple[int, int]] = []
    moving: list[tuple[int, int]] = []
    wrong: list[str] = []
    end = len(SIGNATURE)
    for chunk in _chunks(data):
        end = chunk.end
        span = chunk.start, chunk.end
        critical = not chunk.kind[0] & 0x20
        if critical:
            kept.append(span)
        elif not _is_intact(data, chunk):
            wrong.append(chunk.kind.decode("latin-1"))
        elif chunk.kind in _ANIMATION:
            moving.append(span)
        elif chunk.kind == b"tRNS":
            kept.append(span)
        elif chunk.kind in (b"tEXt", b"zTXt", b"iTXt"):
            texts.append(chunk)
        else:
            found.setdefault(chunk.kind, chunk)  # of two the first counts, as for libpng
    whole_animation = not any(kind in wrong for kind in ("acTL", "fcTL", "fdAT"))
    spans = sorted(kept + moving) if whole_animation else kept
    view = memoryview(data)
    pixels = b"".join([SIGNATURE, *(view[start:stop] for start, stop in spans), view[end:]])
    claim, notes = _claim(found)
    exif = found.get(b"eXIf")
    return Png(
        pixels,
        claim,
        exif.data if exif else next((value for item in texts if (value := _exif_text(item))), None),
        exif is not None and not exif.early,
        next((text for item in texts if (text := _text(item, (_XMP,)))), None),
        (*(f"PNG chunk {kind} with a wrong checksum left out" for kind in dict.fromkeys(wrong)), *notes),
    )


def _chunks(data: bytes) -> Iterator[_Chunk]:
    place, early = len(SIGNATURE), True
    while place + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        end = place + 12 + length
        # What is cut off, or no chunk at all, goes to the decoder as it is.
        if end > len(data) or not kind.isalpha():
            return
        ancillary = kind[0] & 0x20 and kind not in _FOR_PIXELS
        yield _Chunk(kind, place, end, early, data[place + 8 : end - 4] if ancillary else b"")
        if kind == b"IEND":
            return
        early = early and kind != b"IDAT"
        place = end


def _is_intact(data: bytes, chunk: _Chunk) -> bool:
    (stored,) = struct.unpack_from(">I", data, chunk.end - 4)
    return bool(zlib.crc32(memoryview(data)[chunk.start + 4 : chunk.end - 4]) == stored)


def _claim(found: dict[bytes, _Chunk]) -> tuple[Claim, tuple[str, ...]]:
    """Rank what is said of the colours: cICP, iCCP, sRGB, then gAMA with cHRM (PNG 3, 4.3)."""
    early = {kind: chunk.data for kind, chunk in found.items() if chunk.early}
    notes: tuple[str, ...] = ()
    if b"cICP" in early:
        space = _code_points(early[b"cICP"])
        if space:
            return Claim(space=space), ()
        notes = (f"PNG cICP {'/'.join(map(str, early[b'cICP'][:4]))} not known: left out",)
    if b"iCCP" in early:
        profile = _profile(early[b"iCCP"])
        if profile is None:
            return SRGB, (*notes, "ICC profile not usable (it cannot be unpacked): read as sRGB")
        return Claim(profile), notes
    if b"sRGB" in early:
        return SRGB, notes
    claim, more = _gamma(early)
    return claim, notes + more


def _code_points(chunk: bytes) -> RgbSpace | None:
    if len(chunk) != 4 or chunk[2] != 0 or chunk[3] > 1:  # a PNG holds RGB, never Y'CbCr
        return None
    return space_of(chunk[0], chunk[1], source="PNG cICP", full_range=chunk[3] == 1)


def _profile(chunk: bytes) -> bytes | None:
    _, separator, rest = chunk.partition(b"\0")
    return _unpacked(rest[1:], MAX_PROFILE) if separator and rest[:1] == b"\0" else None


def _gamma(chunks: dict[bytes, bytes]) -> tuple[Claim, tuple[str, ...]]:
    """Read gAMA and cHRM, which describe a colour space together; one of them alone is noted and not applied."""
    gamma = _numbers(chunks.get(b"gAMA", b""), 1)
    corners = _numbers(chunks.get(b"cHRM", b""), 8)
    exponent = 1 / gamma[0] if gamma and 0.05 <= gamma[0] <= 20 else 0.0
    # 1/2.2 is what a writer of sRGB puts there (PNG 3, 11.3.2.5): with nothing else beside it, it means sRGB's curve.
    usual = bool(gamma) and abs(gamma[0] - 1 / 2.2) < 0.01
    if not corners:
        return SRGB, () if usual or not gamma else (f"PNG gAMA {gamma[0]:g} not applied: read as sRGB",)
    white, red, green, blue = ((corners[at], corners[at + 1]) for at in (0, 2, 4, 6))
    if _near_srgb(white, red, green, blue) and (usual or not exponent):
        return SRGB, ()
    space = RgbSpace("PNG gAMA and cHRM", (red, green, blue), white, power_curve(exponent or 2.2))
    if not is_space(space):
        return SRGB, ("PNG cHRM not usable: read as sRGB",)
    if not exponent:
        return SRGB, ("PNG cHRM without gAMA not applied: read as sRGB",)
    return Claim(space=space), ()


def _near_srgb(*points: Xy) -> bool:
    srgb = ((0.3127, 0.329), (0.64, 0.33), (0.3, 0.6), (0.15, 0.06))
    return all(
        abs(a - b) < 0.005
        for one, other in zip(points, srgb, strict=True)
        for a, b in zip(one, other, strict=True)
    )


def _numbers(chunk: bytes, count: int) -> tuple[float, ...]:
    if len(chunk) != 4 * count:
        return ()
    return tuple(value / 100000 for value in struct.unpack(f">{count}I", chunk))


def _text(chunk: _Chunk, keywords: tuple[bytes, ...]) -> bytes | None:
    """Return what a text chunk says under one of the keywords; None under others, or where it cannot be read."""
    keyword, separator, rest = chunk.data.partition(b"\0")
    if keyword not in keywords or not separator:
        return None
    if chunk.kind == b"tEXt":
        return rest[:_MAX_TEXT]
    if chunk.kind == b"zTXt":
        return _unpacked(rest[1:], _MAX_TEXT)
    packed, parts = rest[:1] == b"\1", rest[2:].split(b"\0", 2)  # language, translated keyword, text
    if len(parts) < 3:
        return None
    return _unpacked(parts[2], _MAX_TEXT) if packed else parts[2][:_MAX_TEXT]


def _exif_text(chunk: _Chunk) -> bytes | None:
    text = _text(chunk, _EXIF_TEXTS)
    if text is None:
        return None
    try:  # "\nexif\n      78\n4578…"
        return bytes.fromhex("".join(text.decode("latin-1").split("\n")[3:]))
    except ValueError:
        return None


def _unpacked(data: bytes, limit: int) -> bytes | None:
    """Return what zlib data hold, or None where they are damaged or hold more than ``limit`` bytes."""
    reader = zlib.decompressobj()
    try:
        unpacked = reader.decompress(data, limit)
    except zlib.error:
        return None
    return unpacked if reader.eof else None
