"""Sample values that are not 8-bit: 16-bit, 32-bit, float. Scaled to 8-bit, never clipped, never truncated."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFile, TiffImagePlugin

from vaelab.arrays import Array, Pixels
from vaelab.images.files import open_image

# Names of byte orders in Pillow's raw modes: big, little, the machine's own.
_OPPOSITE = {";16B": ";16L", ";16L": ";16B", ";16N": ";16B" if sys.byteorder == "little" else ";16L"}

SIXTEEN_BIT = "16-bit scaled to 8-bit"


@dataclass(frozen=True, slots=True)
class Samples:
    """Sample values as the file holds them.

    Attributes:
        values: (H, W, C), any numeric dtype; C is 1 (grey), 2 (with alpha), 3 (RGB), 4 (with alpha; or CMYK).
        mode: Pillow's name of the mode they become at 8 bits: L, LA, RGB, RGBA or CMYK.
        white: largest value of a uint16 picture's depth: 1023, 4095, … 65535; of no meaning for other dtypes.
    """

    values: Array
    mode: str
    white: int = 65535

    def to_image(self) -> tuple[Image.Image, tuple[str, ...]]:
        """Scale to 8 bits; returns the image and notes."""
        scaled, notes = self._scaled(255)
        height, width, channels = scaled.shape
        pixels = scaled[..., 0] if channels == 1 else scaled
        return Image.frombytes(self.mode, (width, height), np.ascontiguousarray(pixels).tobytes()), notes

    def to_16_bits(self) -> tuple[NDArray[np.uint16], tuple[str, ...]]:
        """Scale to 0…65535, by the rule by which ``to_image`` scales; returns (H, W, C) and the same notes."""
        scaled, notes = self._scaled(65535)
        return scaled.astype(np.uint16, copy=False), notes

    def _scaled(self, top: int) -> tuple[Array, tuple[str, ...]]:
        if self.values.dtype == np.uint8:
            return (self.values if top == 255 else self.values.astype(np.uint16) * 257), ()
        if self.values.dtype == np.uint16:
            note = (f"{self.white.bit_length()}-bit scaled to 8-bit",)
            if top == self.white:
                return self.values, note
            # The divisor of each of these is odd: no value lies halfway.
            table = np.rint(np.arange(self.white + 1) * (top / self.white)).astype(np.uint16)
            table = table.astype(np.uint8) if top == 255 else table
            return table[np.minimum(self.values, self.white)], note
        return scale_numbers(self.values, top)


def scale_numbers(values: Array, top: int = 255) -> tuple[Array, tuple[str, ...]]:
    """Scale numbers whose range the file does not fix to 0…``top``.

    In this order: floats within [0, 1] are shares of full scale; whole floats within 0…255 are 8-bit
    values; whole numbers within 0…65535 are 16-bit values; anything else is scaled linearly so that its
    largest value is white and 0, or its smallest value if that is negative, is black. NaN and infinities
    count as 0.

    Args:
        values: any shape, integer or float.
        top: 255 or 65535.

    Returns:
        uint8 or uint16 of the same shape, and notes.
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
        return _rounded(values, 0.0, 1.0, top), (*notes, "float 0…1 scaled to 8-bit")
    if is_float and whole and low >= 0 and high <= 255:
        return _rounded(values, 0.0, 255.0, top), (*notes, "float holding 8-bit values read as such")
    if whole and low >= 0 and high <= 65535:
        return _rounded(values, 0.0, 65535.0, top), (*notes, SIXTEEN_BIT)
    black = min(low, 0.0)
    return _rounded(values, black, high, top), (*notes, f"values {black:g}…{high:g} scaled to 8-bit")


def _rounded(values: Array, black: float, white: float, top: int) -> Array:
    span = white - black
    share = (values.astype(np.float64) - black) / (span if span > 0 else 1.0)
    return np.rint(share * top).clip(0, top).astype(np.uint8 if top == 255 else np.uint16)


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
    values: Array = np.asarray(image)
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


def _decode_as(image: ImageFile.ImageFile, rawmode: str) -> Pixels:
    """Decode an opened image with another reading of the bytes of each pixel."""
    image.tile = [
        tile._replace(args=(rawmode, *tile.args[1:]) if isinstance(tile.args, tuple) else rawmode)
        for tile in image.tile
    ]
    image.load()
    return np.asarray(image)
