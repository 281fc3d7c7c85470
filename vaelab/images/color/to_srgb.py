"""From decoded pixels and what the file says of their colours to 8-bit sRGB, and alpha apart."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from vaelab.arrays import Pixels
from vaelab.images.color.claim import Claim, RgbSpace
from vaelab.images.color.profiles import deep_to_srgb, to_srgb
from vaelab.images.color.spaces import space_to_srgb
from vaelab.images.formats.codecs import optional_codecs
from vaelab.images.samples import Samples


def apart_in_srgb(
    pixels: Image.Image | Samples, claim: Claim
) -> tuple[Image.Image, Image.Image | None, tuple[str, ...]]:
    """Convert to sRGB at the depth of the pixels; 8 bits come last.

    Args:
        pixels: decoded, in the file's own colours.
        claim: what the file says of them.

    Returns:
        The colours (mode RGB), alpha (mode L; None where all is opaque), and notes.
    """
    if isinstance(pixels, Samples):
        deep = _deep(pixels, claim)
        if deep is not None:
            return deep
        coarse = pixels.values.dtype != np.uint8
        pixels, notes = pixels.to_image()
    else:
        coarse, notes = False, ()
    color, alpha = _without_alpha(pixels)
    if claim.space is None or color.mode not in ("L", "RGB"):
        rgb, more = to_srgb(color, claim.profile)
        if coarse and any(note.endswith("converted to sRGB") for note in more):
            why = "" if optional_codecs() else ": imagecodecs is not installed"
            more += (f"profile applied at 8 bits{why}",)
        return rgb, alpha, notes + more
    values = np.asarray(color)
    values = values[..., None] if values.ndim == 2 else values
    converted, more = space_to_srgb(values, 255, claim.space)
    return color.convert("RGB") if converted is None else Image.fromarray(converted), alpha, notes + more


def _deep(samples: Samples, claim: Claim) -> tuple[Image.Image, Image.Image | None, tuple[str, ...]] | None:
    """Convert at 16 bits what says of its colours that they are not sRGB; None where 8 bits do as well."""
    if claim == Claim() or samples.values.dtype == np.uint8:
        return None
    values, notes = samples.to_16_bits()
    has_alpha = samples.mode in ("LA", "RGBA")
    colors = values[..., :-1] if has_alpha else values
    converted = _converted(colors, samples.mode.removesuffix("A"), claim)
    if converted is None:
        return None
    rgb, more = converted
    alpha = None
    if has_alpha:
        eight = Samples(values[..., -1:], "L").to_image()[0]
        alpha = None if eight.getextrema()[0] == 255 else eight
    return Image.fromarray(rgb), alpha, notes + more


def _converted(values: NDArray[np.uint16], mode: str, claim: Claim) -> tuple[Pixels, tuple[str, ...]] | None:
    space: RgbSpace | None = claim.space
    if space is not None:
        rgb, notes = space_to_srgb(values, 65535, space)
        return None if rgb is None else (rgb, notes)
    return deep_to_srgb(values, mode, claim.profile) if claim.profile else None


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
