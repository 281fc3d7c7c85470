"""Sample values that are not 8-bit: 16-bit, 32-bit, float. Scaled to 8-bit, never clipped, never truncated."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFile, TiffImagePlugin

from vaelab.errors import ImageError
from vaelab.images.files import check_size, open_image, quoted

# round(v / 257) for every 16-bit v. 255·257 = 65535: 8-bit values stored as 16-bit come back exactly.
_EIGHT_OF_SIXTEEN = ((np.arange(65536, dtype=np.uint32) + 128) // 257).astype(np.uint8)

# Names of byte orders in Pillow's raw modes: big, little, the machine's own.
_OPPOSITE = {";16B": ";16L", ";16L": ";16B", ";16N": ";16B" if sys.byteorder == "little" else ";16L"}

SIXTEEN_BIT = "16-bit scaled to 8-bit"

# Without any handler Python prints a library's complaints on standard error; logging that is set up gets them.
_NO_LOG = logging.NullHandler()


@dataclass(frozen=True, slots=True)
class Samples:
    """Sample values as the file holds them.

    Attributes:
        values: (H, W, C), any numeric dtype; C is 1 (grey), 2 (with alpha), 3 (RGB), 4 (with alpha; or CMYK).
        mode: Pillow's name of the mode they become at 8 bits: L, LA, RGB, RGBA or CMYK.
    """

    values: NDArray[Any]
    mode: str

    def to_image(self) -> tuple[Image.Image, tuple[str, ...]]:
        """Scale to 8 bits; returns the image and notes."""
        notes: tuple[str, ...]
        if self.values.dtype == np.uint8:
            scaled, notes = self.values, ()
        elif self.values.dtype == np.uint16:
            scaled, notes = _EIGHT_OF_SIXTEEN[self.values], (SIXTEEN_BIT,)
        else:
            scaled, notes = scale_to_8bit(self.values)
        height, width, channels = scaled.shape
        pixels = scaled[..., 0] if channels == 1 else scaled
        return Image.frombytes(self.mode, (width, height), np.ascontiguousarray(pixels).tobytes()), notes


def scale_to_8bit(values: NDArray[Any]) -> tuple[NDArray[np.uint8], tuple[str, ...]]:
    """Scale numbers whose range the file does not fix.

    In this order: floats within [0, 1] are shares of full scale; whole floats within 0…255 are 8-bit
    values; whole numbers within 0…65535 are 16-bit values; anything else is scaled linearly so that its
    largest value is white and 0, or its smallest value if that is negative, is black. NaN and infinities
    count as 0.

    Args:
        values: any shape, integer or float.

    Returns:
        uint8 of the same shape, and notes.
    """
    notes: tuple[str, ...] = ()
    is_float = np.issubdtype(values.dtype, np.floating)
    if is_float and not np.isfinite(values).all():
        finite = np.isfinite(values)
        notes = (f"{values.size - int(finite.sum())} values that are no number read as 0",)
        values = np.where(finite, values, 0)
    low, high = float(values.min()), float(values.max())
    whole = not is_float or bool((values == np.rint(values)).all())
    if is_float and low >= 0 and high <= 1:
        return _rounded(values, 0.0, 1.0), (*notes, "float 0…1 scaled to 8-bit")
    if is_float and whole and low >= 0 and high <= 255:
        return values.astype(np.uint8), (*notes, "float holding 8-bit values read as such")
    if whole and low >= 0 and high <= 65535:
        return _EIGHT_OF_SIXTEEN[values.astype(np.uint16)], (*notes, SIXTEEN_BIT)
    black = min(low, 0.0)
    return _rounded(values, black, high), (*notes, f"values {black:g}…{high:g} scaled to 8-bit")


def _rounded(values: NDArray[Any], black: float, white: float) -> NDArray[np.uint8]:
    span = white - black
    share = (values.astype(np.float64) - black) / (span if span > 0 else 1.0)
    return np.rint(share * 255).clip(0, 255).astype(np.uint8)


@dataclass(frozen=True, slots=True)
class Tiff:
    """A TIFF that Pillow does not read.

    Attributes:
        samples: its first page.
        profile: ICC profile or None.
        orientation: EXIF orientation 1…8, not applied yet.
        pages: number of pages.
    """

    samples: Samples
    profile: bytes | None
    orientation: int
    pages: int


def misread_by_pillow(image: ImageFile.ImageFile) -> bool:
    """Whether an opened TIFF stores 16-bit channels one after the other.

    Pillow takes these for 8-bit ones where they are uncompressed, and keeps the high byte where they are not.
    """
    if not isinstance(image, TiffImagePlugin.TiffImageFile):
        return False
    planar = image.tag_v2.get(TiffImagePlugin.PLANAR_CONFIGURATION, 1) == 2
    samples = image.tag_v2.get(TiffImagePlugin.SAMPLESPERPIXEL, 1)
    bits = image.tag_v2.get(TiffImagePlugin.BITSPERSAMPLE, (8,))
    return bool(planar and samples > 1 and max(bits) > 8)


def read_samples(data: bytes, image: ImageFile.ImageFile, path: Path) -> Samples | None:
    """Return the values of an image that Pillow does not bring to 8 bits as it should, or None where it does.

    Pillow has no mode for several channels of 16 bits and keeps the high byte. Its decoders can be asked
    for the low byte as well, by naming the opposite byte order: two passes give the exact 16 bits.

    Args:
        data: the file's bytes.
        image: opened from them, not decoded yet; decoded afterwards.
        path: where they came from, for messages.
    """
    if image.mode in ("I", "F") or image.mode.startswith("I;16"):
        return _single_channel(image)
    rawmode = _rawmode(image.tile[0]) if image.tile else ""
    if rawmode == "LA;16B":
        four = _decode_as(image, "RGBA")  # the four bytes of a pixel as they are
        return Samples(four[..., 0::2].astype(np.uint16) << 8 | four[..., 1::2], "LA")
    order = rawmode[-4:]
    if order not in _OPPOSITE or image.mode not in ("RGB", "RGBA", "CMYK"):
        return None
    # RGBa makes Pillow divide by alpha, at 8 bits; the same layout by another name leaves the values alone.
    layout = rawmode[:-4].replace("RGBa", "RGBA")
    wide = _decode_as(image, layout + order).astype(np.uint16) << 8
    wide |= _decode_as(open_image(data, path), layout + _OPPOSITE[order])
    if rawmode.startswith("RGBa"):
        per_alpha = 65535 / np.maximum(wide[..., 3:], 1)
        wide[..., :3] = np.rint(wide[..., :3] * per_alpha).clip(0, 65535)
    key = image.info.get("transparency")
    if image.mode == "RGB" and isinstance(key, tuple):
        opaque = (wide != np.array(key)).any(axis=-1, keepdims=True)
        return Samples(np.concatenate([wide, opaque * np.uint16(65535)], axis=-1), "RGBA")
    return Samples(wide, image.mode)


def _single_channel(image: ImageFile.ImageFile) -> Samples:
    values: NDArray[Any] = np.asarray(image)
    if values.dtype.kind == "u":
        values = values.astype(np.uint16)  # native byte order
    if isinstance(image, TiffImagePlugin.TiffImageFile):
        unsigned = image.tag_v2.get(TiffImagePlugin.SAMPLEFORMAT, (1,))[0] == 1
        if values.dtype == np.int32 and unsigned:
            values = values.view(np.uint32)
        # Pillow inverts "0 is white" at 8 bits, but not at 16.
        if values.dtype == np.uint16 and image.tag_v2.get(TiffImagePlugin.PHOTOMETRIC_INTERPRETATION) == 0:
            values = 65535 - values
    hidden = image.info.get("transparency")
    if values.dtype == np.uint16 and isinstance(hidden, int):
        alpha = np.where(values == hidden, np.uint16(0), np.uint16(65535))
        return Samples(np.stack([values, alpha], axis=-1), "LA")
    return Samples(values[..., None], "L")


def _rawmode(tile: ImageFile._Tile) -> str:
    first = tile.args[0] if isinstance(tile.args, tuple) and tile.args else tile.args
    return first if isinstance(first, str) else ""


def _decode_as(image: ImageFile.ImageFile, rawmode: str) -> NDArray[np.uint8]:
    """Decode an opened image with another reading of the bytes of each pixel."""
    image.tile = [
        tile._replace(args=(rawmode, *tile.args[1:]) if isinstance(tile.args, tuple) else rawmode)
        for tile in image.tile
    ]
    image.load()
    return np.asarray(image)


def is_tiff(data: bytes) -> bool:
    """Whether the bytes start like a TIFF or BigTIFF."""
    return data.startswith((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"))


def read_tiff(data: bytes, path: Path) -> Tiff:
    """Read a TIFF that Pillow does not: float RGB, 16-bit planes, 64-bit float, grey with alpha at 16 bits.

    Raises:
        ImageError: tifffile is not installed, or does not read it either.
    """
    unread = ImageError(
        f"{quoted(path.name)} is a TIFF that is cut off, or of a kind that is not read (such as camera raw): "
        "copy it again, or save it as 16-bit PNG."
    )
    try:
        import tifffile  # optional, and only rare files need it
    except ImportError:
        raise unread from None
    logging.getLogger("tifffile").addHandler(_NO_LOG)
    try:
        with tifffile.TiffFile(BytesIO(data)) as file:
            page = file.pages.first
            check_size((page.imagewidth, page.imagelength), path)
            values = np.asarray(page.asarray())
            samples = _arranged(values, page.axes, page.photometric, page.extrasamples)
            profile = page.tags.valueof("InterColorProfile")
            orientation = int(page.tags.valueof("Orientation", default=1))
            pages = len(file.pages)
    except ImageError:
        raise
    except Exception:  # noqa: BLE001 - a decoder that is given damaged bytes may raise anything
        raise unread from None
    if samples is None:
        raise unread
    return Tiff(samples, profile, orientation, pages)


def _arranged(values: NDArray[Any], axes: str, photometric: int, extras: Sequence[int]) -> Samples | None:
    """Bring a TIFF page's array into (H, W, C); None for what is not read. Numbers: TIFF 6.0, tags 262, 338."""
    if axes == "SYX":
        values = np.moveaxis(values, 0, -1)
    elif axes == "YX":
        values = values[..., None]
    elif axes != "YXS":
        return None
    colors = {1: 1, 2: 3}.get(photometric)  # BlackIsZero, RGB
    first_extra = extras[0] if extras else 0  # 0 unspecified, 1 premultiplied alpha, 2 alpha
    has_alpha = first_extra == 2
    # The alpha of floats has no fixed range; premultiplied colours in these rare layouts are not guessed at.
    if colors is None or first_extra == 1 or (has_alpha and values.dtype.str[1:] not in ("u1", "u2")):
        return None
    native = values[..., : colors + has_alpha].astype(values.dtype.newbyteorder("="))
    if native.size == 0 or native.shape[2] != colors + has_alpha:  # a damaged header
        return None
    return Samples(native, ("L" if colors == 1 else "RGB") + "A" * has_alpha)
