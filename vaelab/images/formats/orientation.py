"""Which way up: EXIF orientation.

The choices: EXIF counts wherever its format allows it, in a PNG also behind the pixels (and then a note says so, since
browsers do not look there). An orientation that stands in XMP alone is not applied, as no browser, OpenCV or libvips
applies it, and a note says so.
"""

from __future__ import annotations

import re

from PIL import ExifTags, Image

# <rdf:Description tiff:Orientation="6"> or <tiff:Orientation>6</tiff:Orientation>
_XMP_ORIENTATION = re.compile(rb"tiff:Orientation(?:\s*=\s*[\"']|\s*>\s*)([1-8])\b")


def exif_orientation(exif: bytes | None, xmp: bytes | None = None) -> tuple[int, tuple[str, ...]]:
    """Return the orientation 1…8 (EXIF 2.32, tag 0x0112) that is to be undone, 1 where there is none, and notes.

    Args:
        exif: EXIF data, with or without their marker ``Exif`` before; None where there are none.
        xmp: XMP packet or None.
    """
    if exif:
        try:
            tags = Image.Exif()
            tags.load(exif)
            value = tags.get(ExifTags.Base.Orientation)
        except Exception:  # noqa: BLE001 - the reader of damaged EXIF may raise anything
            return 1, ("EXIF unreadable: not rotated",)
        if isinstance(value, int) and 1 <= value <= 8:
            return value, ()
    return 1, xmp_note(xmp)


def xmp_note(xmp: bytes | None) -> tuple[str, ...]:
    """Say so where only XMP claims that the picture lies on its side."""
    found = _XMP_ORIENTATION.search(xmp) if xmp else None
    if not found or found[1] == b"1":
        return ()
    return (f"XMP orientation {found[1].decode()} not applied: not in EXIF",)
