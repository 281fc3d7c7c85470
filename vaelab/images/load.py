"""From a file to the 8-bit sRGB RGB pixels that are measured, with a note of everything that changed them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, ImageFile

from vaelab.errors import ImageError
from vaelab.images.color_management import to_srgb
from vaelab.images.files import damaged, open_image, quoted, read_bytes
from vaelab.images.geometry import Preparation, bring_to_size
from vaelab.images.samples import is_tiff, misread_by_pillow, read_samples, read_tiff

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What undoes each EXIF orientation (EXIF 2.32, tag 0x0112)."""

_TURNED = "EXIF rotation applied"


@dataclass(frozen=True, slots=True, eq=False)
class LoadedImage:
    """An image as it is measured.

    Attributes:
        rgb: uint8 (H, W, 3), sRGB, C-contiguous, read-only.
        notes: everything that was done to the pixels and that the settings do not imply.
        sha256: of the file's bytes, the very bytes that were decoded.
        source_size: (width, height) in px as a viewer shows the file: turned, not yet resized.
    """

    rgb: NDArray[np.uint8]
    notes: tuple[str, ...]
    sha256: str
    source_size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Decoded:
    """Pixels at 8 bits, still in the file's own colour space and position."""

    image: Image.Image
    profile: bytes | None
    orientation: int  # still to be applied
    notes: tuple[str, ...]


def load_image(path: Path, prep: Preparation) -> LoadedImage:
    """Decode an image file to 8-bit sRGB RGB at the size that is measured.

    In this order: decode at the file's full depth, scale to 8 bits, ICC profile to sRGB, alpha composited
    on the matte, EXIF orientation, resize and crop. The file is read once. May be called from several
    threads at once.

    Raises:
        ImageError: the file cannot be read, is damaged, too large, or no image; one sentence.
    """
    data = read_bytes(path)
    try:
        rgb, source_size, notes = _prepare(data, path, prep)
    except MemoryError:
        raise ImageError(
            f"{quoted(path.name)} does not fit into memory: scale the image down first."
        ) from None
    pixels = np.ascontiguousarray(rgb)
    pixels.setflags(write=False)
    return LoadedImage(pixels, notes, hashlib.sha256(data).hexdigest(), source_size)


def _prepare(
    data: bytes, path: Path, prep: Preparation
) -> tuple[NDArray[np.uint8], tuple[int, int], tuple[str, ...]]:
    decoded = _decode(data, path)
    color, alpha = _without_alpha(decoded.image)
    rgb, color_notes = to_srgb(color, decoded.profile)
    notes = [*decoded.notes, *color_notes]
    if alpha is not None:
        matte = Image.new("RGB", rgb.size, prep.matte)
        matte.paste(rgb, mask=alpha)  # (c·α + m·(255 - α)) / 255, rounded to nearest
        rgb = matte
        notes.append("alpha composited on #{:02x}{:02x}{:02x}".format(*prep.matte))
    if decoded.orientation in _TURNS:
        rgb = rgb.transpose(_TURNS[decoded.orientation])
        notes.append(_TURNED)
    pixels, size_notes = bring_to_size(rgb, prep)
    return pixels, rgb.size, (*notes, *size_notes)


def _decode(data: bytes, path: Path) -> _Decoded:
    image = None
    try:
        image = open_image(data, path)
    except ImageError:
        if not is_tiff(data):
            raise
    if image is None or misread_by_pillow(image):
        return _decode_tiff(data, path)
    notes = _frame_note(_frames(image, data, path))
    # Pillow turns a TIFF as it decodes it, and forgets that it did. A PNG's EXIF may follow after its pixels.
    turned, _ = _orientation(image) if image.format == "TIFF" else (1, ())
    _scale_grey_key(image)
    try:
        samples = read_samples(data, image, path)
        image.load()
    except ImageError:
        raise
    except Exception as error:  # noqa: BLE001 - a decoder that is given damaged bytes may raise anything
        raise damaged(path, data, error) from None
    orientation, exif_notes = _orientation(image)
    notes += exif_notes + _gamma_note(image)
    if turned in _TURNS:
        notes += (_TURNED,)
    scaled, sample_notes = samples.to_image() if samples else (image, ())
    return _Decoded(scaled, image.info.get("icc_profile"), orientation, notes + sample_notes)


def _decode_tiff(data: bytes, path: Path) -> _Decoded:
    tiff = read_tiff(data, path)
    scaled, notes = tiff.samples.to_image()
    return _Decoded(scaled, tiff.profile, tiff.orientation, _frame_note(tiff.pages) + notes)


def _without_alpha(image: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """Take colour (mode L, RGB, CMYK or LAB) and alpha (mode L, or None where all is opaque) apart."""
    grey = image.mode in ("1", "L", "LA", "La")
    if image.has_transparency_data:
        both = image.convert("LA" if grey else "RGBA")
        alpha = both.getchannel("A")
        return both.convert("L" if grey else "RGB"), None if alpha.getextrema()[0] == 255 else alpha
    if image.mode in ("L", "RGB", "CMYK", "LAB"):
        return image, None
    return image.convert("L" if grey else "RGB"), None


def _frames(image: ImageFile.ImageFile, data: bytes, path: Path) -> int:
    """Count the pictures in the file; an MPO's further ones are previews and depth maps and do not count."""
    if image.format in ("PNG", "WEBP", "AVIF"):
        return int(getattr(image, "n_frames", 1))
    if image.format not in ("GIF", "TIFF"):
        return 1
    # These two count by walking through the file; another instance does, so that this one stays where it is.
    with open_image(data, path) as other:
        try:
            return int(getattr(other, "n_frames", 1))
        except Exception:  # noqa: BLE001 - a later frame is damaged, the first one may still be sound
            return 1


def _frame_note(frames: int) -> tuple[str, ...]:
    return (f"first of {frames} frames",) if frames > 1 else ()


def _orientation(image: ImageFile.ImageFile) -> tuple[int, tuple[str, ...]]:
    """Return the EXIF orientation, 1 where there is none, and notes."""
    # In JPEG XL the codestream's orientation rules, and was applied, except in a losslessly packed JPEG.
    if image.format == "JXL" and not getattr(image, "jpeg", False):
        return 1, ()
    try:
        value = image.getexif().get(ExifTags.Base.Orientation, 1)
    except Exception:  # noqa: BLE001 - the reader of damaged EXIF may raise anything
        return 1, ("EXIF unreadable: not rotated",)
    return (value if isinstance(value, int) else 1), ()


def _gamma_note(image: ImageFile.ImageFile) -> tuple[str, ...]:
    """Say so where a PNG claims, by nothing but its gAMA chunk, to be something else than sRGB."""
    gamma = image.info.get("gamma")
    if not isinstance(gamma, float) or "icc_profile" in image.info or "srgb" in image.info:
        return ()
    return () if abs(gamma - 1 / 2.2) < 0.01 else (f"PNG gAMA {gamma:g} not applied: read as sRGB",)


def _scale_grey_key(image: ImageFile.ImageFile) -> None:
    """Scale the transparent grey of a 2- or 4-bit PNG as Pillow scales its pixels; Pillow leaves it as it is."""
    key = image.info.get("transparency")
    factor = {"L;2": 85, "L;4": 17}.get(str(image.tile[0].args)) if image.tile else None
    if image.format == "PNG" and factor and isinstance(key, int):
        image.info["transparency"] = key * factor
