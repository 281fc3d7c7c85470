"""From a file to the 8-bit sRGB RGB pixels that are measured, with a note of everything that changed them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import ExifTags, Image, ImageFile, TiffImagePlugin

from vaelab.arrays import Pixels
from vaelab.errors import ImageError
from vaelab.images.color.claim import SRGB, Claim
from vaelab.images.color.to_srgb import apart_in_srgb
from vaelab.images.files import damaged, open_image, quoted, read_bytes
from vaelab.images.formats.heif_color import heif_claim, read_heif
from vaelab.images.formats.heif_deep import read_deep
from vaelab.images.formats.jpeg2000 import color_claim, read_deep_jpeg2000, read_header
from vaelab.images.formats.orientation import exif_orientation, xmp_note
from vaelab.images.formats.png_chunks import SIGNATURE, Png, read_png
from vaelab.images.formats.png_rows import lacks_rows
from vaelab.images.formats.tiff import is_tiff, lacks_strips, misread_by_pillow, quiet_libtiff, read_tiff
from vaelab.images.resize import Preparation, bring_to_size
from vaelab.images.samples import Samples, read_samples

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
_LATE = "eXIf chunk behind the pixels"


@dataclass(frozen=True, slots=True, eq=False)
class LoadedImage:
    """An image as it is measured.

    Attributes:
        rgb: uint8 (H, W, 3), sRGB, C-contiguous, read-only.
        notes: everything that was done to the pixels and that the settings do not imply.
        sha256: of the file's bytes, the very bytes that were decoded.
        source_size: (width, height) in px as a viewer shows the file: turned, not yet resized.
    """

    rgb: Pixels
    notes: tuple[str, ...]
    sha256: str
    source_size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _DecodedFile:
    """Pixels in the file's own colours and position."""

    pixels: Image.Image | Samples
    claim: Claim
    orientation: int  # still to be applied
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """What a file says beside its pixels; ``samples`` where another reader than Pillow has decoded them."""

    claim: Claim
    orientation: int = 1
    notes: tuple[str, ...] = ()
    samples: Samples | None = None


def load_image(path: Path, prep: Preparation) -> LoadedImage:
    """Decode an image file to 8-bit sRGB RGB at the size that is measured.

    In this order: decode at the file's full depth, its colours (ICC profile, code points, PNG's gAMA and cHRM) to
    sRGB at that depth, scale to 8 bits, alpha composited on the matte, EXIF orientation (never one that stands in XMP
    alone), resize and crop. The file is read once. May be called from several threads at once.

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


def _prepare(data: bytes, path: Path, prep: Preparation) -> tuple[Pixels, tuple[int, int], tuple[str, ...]]:
    decoded = _decode(data, path)
    rgb, alpha, color_notes = apart_in_srgb(decoded.pixels, decoded.claim)
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


def _decode(data: bytes, path: Path) -> _DecodedFile:
    png = read_png(data) if data.startswith(SIGNATURE) else None
    if png:
        data = png.pixels
    if is_tiff(data):
        quiet_libtiff()
    image = None
    try:
        image = open_image(data, path)
    except ImageError:
        if not is_tiff(data):
            raise
    if image is None or misread_by_pillow(image):
        return _decode_tiff(data, path)
    notes = _frame_note(_frames(image, data, path))
    try:
        if lacks_strips(image) or (png and lacks_rows(data)):
            raise OSError("pixels are missing")
        _scale_grey_key(image)
        said = _said(image, png, data, path)
        # Pillow turns a TIFF as it decodes it, and would by an orientation that stands in XMP alone.
        if image.format == "TIFF":
            image.info.pop("xmp", None)
        samples = said.samples or read_samples(data, image, path)
        if samples is None:
            image.load()
    except ImageError:
        raise
    except Exception as error:  # noqa: BLE001 - a decoder that is given damaged bytes may raise anything
        raise damaged(path, data, error) from None
    notes += said.notes
    orientation = said.orientation
    if image.format == "TIFF" and orientation in _TURNS:
        orientation, notes = 1, (*notes, _TURNED)
    return _DecodedFile(samples or image, said.claim, orientation, notes)


def _said(image: ImageFile.ImageFile, png: Png | None, data: bytes, path: Path) -> _Said:
    """Return what the file says of its colours and position; each format has its own places for it."""
    profile, exif, xmp = (image.info.get(key) for key in ("icc_profile", "exif", "xmp"))
    if png:
        orientation, notes = exif_orientation(png.exif, png.xmp)
        late = (_LATE,) if png.exif_late and orientation in _TURNS else ()
        return _Said(png.claim, orientation, (*notes, *late, *png.notes))
    if isinstance(image, TiffImagePlugin.TiffImageFile):
        orientation, notes = _tag(image.tag_v2.get(ExifTags.Base.Orientation), xmp)
        return _Said(Claim(profile), orientation, notes)
    if image.format == "JPEG2000":
        header = read_header(data, path)
        if header is None:
            return _Said(SRGB)
        claim, notes = color_claim(header)
        return _Said(claim, 1, notes, read_deep_jpeg2000(data, header, path))
    if image.format in ("AVIF", "HEIF"):
        color = read_heif(data)
        claim, notes = heif_claim(profile, color)
        orientation, more = exif_orientation(exif)  # of the container, which both readers put there
        samples, deep_notes = read_deep(data, color, image)
        return _Said(claim, orientation, notes + more + deep_notes, samples)
    # In JPEG XL the codestream's orientation rules, and was applied, except in a losslessly packed JPEG.
    if image.format == "JXL" and not getattr(image, "jpeg", False):
        return _Said(Claim(profile))
    orientation, notes = exif_orientation(exif, xmp)
    return _Said(Claim(profile), orientation, notes)


def _decode_tiff(data: bytes, path: Path) -> _DecodedFile:
    tiff = read_tiff(data, path)
    orientation, notes = _tag(tiff.orientation, tiff.xmp)
    return _DecodedFile(tiff.samples, Claim(tiff.profile), orientation, _frame_note(tiff.pages) + notes)


def _tag(value: object, xmp: object) -> tuple[int, tuple[str, ...]]:
    """Return the orientation that a TIFF's own tag holds, or a note where only its XMP has one."""
    if isinstance(value, int):
        return value, ()
    return 1, xmp_note(xmp if isinstance(xmp, bytes) else None)


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


def _scale_grey_key(image: ImageFile.ImageFile) -> None:
    """Scale the transparent grey of a 2- or 4-bit PNG as Pillow scales its pixels; Pillow leaves it as it is."""
    key = image.info.get("transparency")
    factor = {"L;2": 85, "L;4": 17}.get(str(image.tile[0].args)) if image.tile else None
    if image.format == "PNG" and factor and isinstance(key, int):
        image.info["transparency"] = key * factor
