"""Embedded ICC profiles to sRGB, by LittleCMS as Pillow carries it; at 16 bits as imagecodecs carries it."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from vaelab.arrays import Pixels
from vaelab.images.formats.codecs import optional_codecs
from vaelab.text import brief

# Relative colorimetric with black point compensation: colours inside sRGB come out as measured, white and
# black stay white and black. Perceptual would let each profile's maker redraw colours to their own taste.
_INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
_FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION | ImageCms.Flags.HIGHRESPRECALC
# Exact, some 15 times slower. LittleCMS's shortcut for a single channel is off by up to 10 levels in the
# darks (linear grey, measured); its shortcut for matrix profiles stays within 1.2 of the formula.
_EXACT = ImageCms.Flags.BLACKPOINTCOMPENSATION | ImageCms.Flags.NOOPTIMIZE

_DEEP_STRIP = 1 << 23  # pixels that are converted at once at 16 bits

_COLOR_SPACES = {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK"}


def to_srgb(image: Image.Image, profile: bytes | None) -> tuple[Image.Image, tuple[str, ...]]:
    """Convert an image without alpha to sRGB.

    A profile that is sRGB within one 8-bit level changes nothing: pixels stay bit-identical. A profile that
    cannot be used leaves the image as if it had none, which means sRGB (CMYK: the naive formula).

    Args:
        image: mode L, RGB, CMYK or LAB.
        profile: the embedded ICC profile's bytes, or None.

    Returns:
        The image in mode RGB, and notes.
    """
    if image.mode == "LAB":
        lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
        return _apply(image, _transform(lab, "LAB", _FLAGS)), ("CIELAB (D50) converted to sRGB",)
    notes: tuple[str, ...] = ()
    if profile:
        try:
            return _through_profile(image, ImageCms.ImageCmsProfile(BytesIO(profile)))
        except (ImageCms.PyCMSError, OSError, ValueError) as error:
            instead = "naive CMYK conversion" if image.mode == "CMYK" else "read as sRGB"
            notes = (f"ICC profile not usable ({brief(_one_line(str(error)))}): {instead}",)
    elif image.mode == "CMYK":
        notes = ("CMYK without profile: naive conversion",)
    return image.convert("RGB"), notes


def deep_to_srgb(
    values: NDArray[np.uint16], mode: str, profile: bytes
) -> tuple[Pixels, tuple[str, ...]] | None:
    """Convert 16-bit values to sRGB at 16 bits; eight bits of linear light are too few for the darks.

    Args:
        values: (H, W, C), 0…65535.
        mode: L, RGB or CMYK.
        profile: the embedded ICC profile's bytes.

    Returns:
        uint8 (H, W, 3) and notes; None where ``to_srgb`` is to have it at 8 bits: the profile is sRGB, cannot be
        used, or imagecodecs, which brings LittleCMS for 16 bits, is missing.
    """
    codecs = optional_codecs()
    if codecs is None:
        return None
    try:
        small = Image.new(mode, (1, 1))
        notes = _through_profile(small, ImageCms.ImageCmsProfile(BytesIO(profile)))[1]
        if not notes:
            return None
        if mode == "L" and ImageCms.ImageCmsProfile(BytesIO(profile)).profile.xcolor_space.strip() == "RGB":
            mode, values = "RGB", np.repeat(values, 3, axis=2)
        if mode == "L":
            ramp = np.arange(65536, dtype=np.uint16)[None]
            return _deep_strip(codecs, ramp, profile, "gray")[0][values[..., 0]], notes
        converted = np.empty((*values.shape[:2], 3), dtype=np.uint8)
        rows = max(1, _DEEP_STRIP // values.shape[1])
        for top in range(0, values.shape[0], rows):
            strip = np.ascontiguousarray(values[top : top + rows])
            converted[top : top + rows] = _deep_strip(codecs, strip, profile, mode.lower())
        return converted, notes
    except Exception:  # noqa: BLE001 - whatever fails here, the 8-bit path says why, or does it
        return None


def _deep_strip(codecs: Any, strip: NDArray[np.uint16], profile: bytes, space: str) -> Pixels:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    sixteen = codecs.cms_transform(
        strip, profile, srgb, colorspace=space, outcolorspace="rgb", intent=int(_INTENT), flags=int(_EXACT)
    )
    return np.asarray(((sixteen.astype(np.uint32) + 128) // 257).astype(np.uint8))


def _through_profile(
    image: Image.Image, profile: ImageCms.ImageCmsProfile
) -> tuple[Image.Image, tuple[str, ...]]:
    space = profile.profile.xcolor_space.strip()
    if image.mode == "L" and space == "RGB":
        image = image.convert("RGB")  # grey pixels saved with the profile of an RGB working space
    if _COLOR_SPACES.get(image.mode) != space:
        raise ValueError(f"it is for {space}, the image is {image.mode}")
    if image.mode == "L":
        table = _pixels_through(_transform(profile, "L", _EXACT), np.arange(256, dtype=np.uint8))
        unchanged = _is_identity(np.repeat(np.arange(256)[:, None], 3, axis=1), table)
        converted = image.convert("RGB") if unchanged else Image.fromarray(table[np.asarray(image)])
    else:
        transform = _transform(profile, image.mode, _FLAGS)
        # Judged by what the profile does, not by its name: dozens of sRGB profiles are in use under as many
        # names, and some bear the name without being it.
        probe = _probe_colors()
        unchanged = image.mode == "RGB" and _is_identity(probe, _pixels_through(transform, probe))
        converted = image if unchanged else _apply(image, transform)
    return converted, () if unchanged else (f"ICC profile '{_description(profile)}' converted to sRGB",)


def _transform(
    profile: ImageCms.ImageCmsProfile, mode: str, flags: ImageCms.Flags
) -> ImageCms.ImageCmsTransform:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    return ImageCms.buildTransform(profile, srgb, mode, "RGB", renderingIntent=_INTENT, flags=flags)


def _apply(image: Image.Image, transform: ImageCms.ImageCmsTransform) -> Image.Image:
    converted = ImageCms.applyTransform(image, transform)
    if converted is None:  # only with inPlace=True, which is not asked for
        raise RuntimeError("applyTransform returned no image")
    return converted


def _pixels_through(transform: ImageCms.ImageCmsTransform, pixels: Pixels) -> Pixels:
    """Transform (N,) greys or (N, 3) colours to (N, 3)."""
    converted: Pixels = np.asarray(_apply(Image.fromarray(pixels[None]), transform))
    return converted.reshape(-1, 3)


def _probe_colors() -> Pixels:
    """Return all greys and a lattice of 16 levels a channel, (N, 3)."""
    greys = np.repeat(np.arange(256, dtype=np.uint8)[:, None], 3, axis=1)
    levels = np.linspace(0, 255, 16).astype(np.uint8)
    return np.concatenate([greys, np.stack(np.meshgrid(levels, levels, levels), axis=-1).reshape(-1, 3)])


def _is_identity(before: NDArray[np.integer], after: Pixels) -> bool:
    return int(np.abs(after.astype(np.int16) - before).max()) <= 1


def _description(profile: ImageCms.ImageCmsProfile) -> str:
    try:
        return brief(_one_line(ImageCms.getProfileDescription(profile)) or "unnamed", 80)
    except ImageCms.PyCMSError:
        return "unnamed"


def _one_line(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
