"""TIFFs that Pillow misreads or does not read: tifffile reads them, with imagecodecs for what is compressed."""

from __future__ import annotations

import contextlib
import ctypes
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import PIL
from PIL import ImageFile, TiffImagePlugin

from vaelab.arrays import Array
from vaelab.errors import ImageError
from vaelab.images.files import MAX_BYTES, MAX_PIXELS, check_size, quoted
from vaelab.images.formats.codecs import optional_codecs
from vaelab.images.samples import Samples

_BUNDLED = ("../pillow.libs/libtiff*", ".dylibs/libtiff*")  # from the folder of PIL: Linux, macOS

# Without any handler Python prints a library's complaints on standard error; logging that is set up gets them.
_NO_LOG = logging.NullHandler()

_PLAIN = {1: "no", 8: "Deflate", 32773: "PackBits", 32946: "Deflate"}
"""Compressions (TIFF 6.0, tag 259, and later registrations) that tifffile reads alone."""

_WITH_CODECS = {
    5: "LZW",
    34925: "LZMA",
    50000: "Zstandard",
    50001: "WebP",
}
"""Those that imagecodecs reads without giving more bytes than it is asked for. Whole pictures inside a TIFF (JPEG 2000,
JPEG XL, LERC) may be of any size, whatever the TIFF says, and are not read."""

_UNREAD = {
    2: "CCITT", 3: "CCITT", 4: "CCITT", 6: "old JPEG", 7: "JPEG", 9: "JBIG", 10: "JBIG", 32809: "ThunderScan",
    33003: "JPEG 2000", 33005: "JPEG 2000", 34712: "JPEG 2000", 34887: "LERC", 50002: "JPEG XL", 52546: "JPEG XL",
    34676: "SGI LogLuv", 34677: "SGI LogLuv", 34661: "JBIG", 34713: "Nikon NEF", 34892: "lossy DNG", 65000: "Kodak DCR",
}  # fmt: skip

_COLORS = {1: 1, 2: 3}
"""Channels of the photometric interpretations (tag 262) that are read here: BlackIsZero, RGB."""

_NOT_IN_PILLOW = frozenset({34925, 50000, 50001})
"""Compressions that Pillow opens and its libtiff then complains about on standard error: it is built without them."""

_PHOTOMETRIC = {
    0: "grey, 0 is white", 1: "grey", 2: "RGB", 3: "palette", 4: "mask", 5: "CMYK", 6: "Y'CbCr", 8: "CIELAB", 9: "ICC L*a*b*",
    10: "ITU L*a*b*", 32803: "camera raw", 32844: "SGI LogL", 32845: "SGI LogLuv", 34892: "camera raw", 51177: "depth map",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tiff:
    """A TIFF that Pillow does not read.

    Attributes:
        samples: its first page.
        profile: ICC profile or None.
        orientation: EXIF orientation 1…8, not applied yet; None where there is none.
        xmp: XMP packet or None.
        pages: number of pages.
    """

    samples: Samples
    profile: bytes | None
    orientation: int | None
    xmp: bytes | None
    pages: int


def misread_by_pillow(image: ImageFile.ImageFile) -> bool:
    """Whether an opened TIFF is of a kind that Pillow gets wrong.

    Pillow takes 16-bit channels stored one after the other for 8-bit ones where they are uncompressed, and keeps the
    high byte where they are not; and it opens compressions that its libtiff was built without.
    """
    if not isinstance(image, TiffImagePlugin.TiffImageFile):
        return False
    planar = image.tag_v2.get(TiffImagePlugin.PLANAR_CONFIGURATION, 1) == 2
    samples = image.tag_v2.get(TiffImagePlugin.SAMPLESPERPIXEL, 1)
    bits = image.tag_v2.get(TiffImagePlugin.BITSPERSAMPLE, (8,))
    compression = image.tag_v2.get(TiffImagePlugin.COMPRESSION, 1)
    return compression in _NOT_IN_PILLOW or bool(planar and samples > 1 and max(bits) > 8)


def lacks_strips(image: ImageFile.ImageFile) -> bool:
    """Whether an opened TIFF has fewer strips or tiles than its size asks for; Pillow shows the missing ones as black."""
    if not isinstance(image, TiffImagePlugin.TiffImageFile):
        return False
    tags = image.tag_v2
    if tags.get(TiffImagePlugin.COMPRESSION, 1) not in (*_PLAIN, *_WITH_CODECS, 7):
        return False
    # Not image.size: that is the size after the orientation is undone.
    width, height = (
        int(tags.get(tag) or 1) for tag in (TiffImagePlugin.IMAGEWIDTH, TiffImagePlugin.IMAGELENGTH)
    )
    tiles, strips = tags.get(TiffImagePlugin.TILEOFFSETS), tags.get(TiffImagePlugin.STRIPOFFSETS)
    if tiles:
        across = int(tags.get(TiffImagePlugin.TILEWIDTH) or width)
        down = int(tags.get(TiffImagePlugin.TILELENGTH) or height)
        expected = -(-width // across) * -(-height // down)
    else:
        expected = -(-height // int(tags.get(TiffImagePlugin.ROWSPERSTRIP) or height))
    if tags.get(TiffImagePlugin.PLANAR_CONFIGURATION, 1) == 2:
        expected *= int(tags.get(TiffImagePlugin.SAMPLESPERPIXEL) or 1)
    return len(tiles or strips or ()) < expected


@cache
def quiet_libtiff() -> None:
    """Keep complaints about TIFFs off standard error: one sentence says what is wrong.

    libtiff writes its own from C; Pillow turns its warnings off and not its errors. Where Pillow's copy of libtiff
    cannot be reached, they stay.
    """
    logging.getLogger("PIL.TiffImagePlugin").addHandler(_NO_LOG)
    for pattern in _BUNDLED:
        for library in Path(PIL.__file__).parent.glob(pattern):
            with contextlib.suppress(OSError, AttributeError):
                handler = ctypes.CDLL(str(library)).TIFFSetErrorHandler
                handler.argtypes, handler.restype = [ctypes.c_void_p], ctypes.c_void_p
                handler(None)


def is_tiff(data: bytes) -> bool:
    """Whether the bytes start like a TIFF or BigTIFF."""
    return data.startswith((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"))


def read_tiff(data: bytes, path: Path) -> Tiff:
    """Read a TIFF that Pillow does not: float RGB, 16-bit planes, 64-bit float, grey with alpha at 16 bits, WebP.

    Raises:
        ImageError: it is damaged, too large, or of a kind that is not read; or a package for it is not installed.
    """
    name = quoted(path.name)
    damaged = ImageError(
        f"{name} is a TIFF that is cut off or damaged: copy it again, or save it as 16-bit PNG."
    )
    try:
        import tifffile  # takes a while to import, and only rare files need it
    except ImportError:
        raise ImageError(
            f"{name} is a TIFF of a rare kind, which needs one more package: install tifffile, or save it as 16-bit PNG."
        ) from None
    logging.getLogger("tifffile").addHandler(_NO_LOG)
    try:
        with tifffile.TiffFile(BytesIO(data)) as file:
            page = file.pages.first
            check_size((page.imagewidth, page.imagelength), path)
            _check(page, name)
            if not _is_whole(page, len(data)):
                raise damaged
            values = np.asarray(page.asarray(maxworkers=1))
            samples = _arranged(values, page.axes, page.photometric, page.extrasamples)
            if samples is None:
                raise _unread(page, name)
            return Tiff(
                samples,
                page.tags.valueof("InterColorProfile"),
                page.tags.valueof("Orientation"),
                page.tags.valueof("XMP"),
                len(file.pages),
            )
    except ImageError:
        raise
    except Exception:  # noqa: BLE001 - a decoder that is given damaged bytes may raise anything
        raise damaged from None


def _check(page: Any, name: str) -> None:
    """Refuse before decoding what would take too much memory, and what is not read.

    Raises:
        ImageError: the page is of such a kind.
    """
    if page.nbytes > MAX_BYTES or page.tilewidth * page.tilelength > MAX_PIXELS:
        raise ImageError(
            f"{name} would decode to more than {MAX_BYTES / 2**30:.1f} GiB: scale it down first."
        )
    compression, floats = int(page.compression), page.sampleformat == 3
    if int(page.photometric) not in _COLORS or (
        compression not in _PLAIN and compression not in _WITH_CODECS
    ):
        raise _unread(page, name)
    # Fewer bits come unpacked, but not scaled.
    if page.bitspersample not in ((16, 24, 32, 64) if floats else (8, 16, 32)):
        raise _unread(page, name)
    if (compression in _WITH_CODECS or page.predictor == 3) and optional_codecs() is None:
        raise ImageError(
            f"{name} is a TIFF ({_kind(page)}), which needs one more package: install imagecodecs, or save it as 16-bit PNG."
        )


def _is_whole(page: Any, length: int) -> bool:
    """Whether every strip or tile of a page lies in the file; tifffile shows those that are missing as black."""
    places = np.asarray(page.dataoffsets, dtype=np.float64)
    counts = np.asarray(page.databytecounts, dtype=np.float64)
    expected = int(np.prod(page.chunked, dtype=np.float64))
    return len(places) == len(counts) == expected and bool(((counts > 0) & (places + counts <= length)).all())


def _unread(page: Any, name: str) -> ImageError:
    return ImageError(f"{name} is a TIFF of a kind that is not read ({_kind(page)}): save it as 16-bit PNG.")


def _kind(page: Any) -> str:
    """Say what a page is: colours, depth, compression."""
    colors = _PHOTOMETRIC.get(int(page.photometric), f"colours {int(page.photometric)}")
    depth = f"{page.samplesperpixel} × {page.bitspersample}-bit{' float' if page.sampleformat == 3 else ''}"
    code = int(page.compression)
    known = _PLAIN.get(code) or _WITH_CODECS.get(code) or _UNREAD.get(code) or f"unknown ({code})"
    return f"{colors}, {depth}, {known} compression"


def _arranged(values: Array, axes: str, photometric: int, extras: Sequence[int]) -> Samples | None:
    """Bring a TIFF page's array into (H, W, C); None for what is not read. Numbers: TIFF 6.0, tags 262, 338."""
    if axes == "SYX":
        values = np.moveaxis(values, 0, -1)
    elif axes == "YX":
        values = values[..., None]
    elif axes != "YXS":
        return None
    colors = _COLORS.get(photometric)
    first_extra = extras[0] if extras else 0  # 0 unspecified, 1 premultiplied alpha, 2 alpha
    has_alpha = first_extra == 2
    # The alpha of floats has no fixed range; premultiplied colours in these rare layouts are not guessed at.
    if colors is None or first_extra == 1 or (has_alpha and values.dtype.str[1:] not in ("u1", "u2")):
        return None
    native = values[..., : colors + has_alpha].astype(values.dtype.newbyteorder("="))
    if native.size == 0 or native.shape[2] != colors + has_alpha:  # a damaged header
        return None
    return Samples(native, ("L" if colors == 1 else "RGB") + "A" * has_alpha)
