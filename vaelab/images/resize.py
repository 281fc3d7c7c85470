"""Bring an image to the size at which it is measured."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

from vaelab.arrays import Pixels
from vaelab.settings import Fit, RunSettings


@dataclass(frozen=True, slots=True)
class Preparation:
    """How images are brought to size before they are measured.

    Attributes:
        size: side length in px; what it means, ``fit`` says.
        fit: ``crop``: short side is ``size``, then the centre square; ``fit``: long side is ``size``,
            aspect kept; ``stretch``: ``size`` squared, aspect lost; ``native``: as it is.
        upscale: enlarge images that are smaller than that; otherwise they keep their own pixels.
        matte: sRGB colour, 0…255, on which transparent images are composited.
    """

    size: int = 512
    fit: Fit = "crop"
    upscale: bool = False
    matte: tuple[int, int, int] = (255, 255, 255)

    @classmethod
    def of(cls, settings: RunSettings) -> Preparation:
        """Return how a run brings its images to size."""
        return cls(settings.size, settings.fit, settings.upscale, settings.matte_rgb)


def bring_to_size(image: Image.Image, prep: Preparation) -> tuple[Pixels, tuple[str, ...]]:
    """Resize and crop as ``prep`` says.

    Resampling is Pillow's Lanczos with a = 3, antialiased, on 8-bit sRGB values (not in linear light), as is
    usual for the images that VAEs are trained and judged on.

    Args:
        image: mode RGB.
        prep: size and fit.

    Returns:
        uint8 (H, W, 3), and notes: what the settings do not already say.
    """
    width, height = image.size
    size = prep.size
    if prep.fit == "native":
        return np.asarray(image), ()
    # The long side governs "fit". "stretch" would enlarge one axis as soon as the short side is too small.
    governing = max(width, height) if prep.fit == "fit" else min(width, height)
    if governing < size and not prep.upscale:
        pixels = np.asarray(image)
        kept = centre_square(pixels, governing) if prep.fit == "crop" else pixels
        return kept, (f"smaller than {size} px: own pixels kept",)
    if prep.fit == "stretch":
        return np.asarray(image.resize((size, size), Image.Resampling.LANCZOS)), ()
    scaled_width = max(1, round(width * size / governing))
    scaled_height = max(1, round(height * size / governing))
    if prep.fit == "fit":
        return np.asarray(image.resize((scaled_width, scaled_height), Image.Resampling.LANCZOS)), ()
    if governing == size:
        return centre_square(np.asarray(image), size), ()
    # Resize to scaled_width × scaled_height and cut the centre square out, in one step: only the square is
    # computed, so that enlarging 8 × 20 000 px does not fill the memory. Lanczos still sees the pixels
    # beyond the square's edge.
    left, top = (scaled_width - size) // 2, (scaled_height - size) // 2
    across, down = width / scaled_width, height / scaled_height
    box = (left * across, top * down, min(width, (left + size) * across), min(height, (top + size) * down))
    return np.asarray(image.resize((size, size), Image.Resampling.LANCZOS, box=box)), ()


def size_after(size: tuple[int, int], prep: Preparation) -> tuple[int, int]:
    """Return the (width, height) that ``bring_to_size`` gives an image of this (width, height), px, without doing it."""
    width, height = size
    if prep.fit == "native":
        return size
    governing = max(size) if prep.fit == "fit" else min(size)
    if governing < prep.size and not prep.upscale:
        return (governing, governing) if prep.fit == "crop" else size
    if prep.fit == "fit":
        return max(1, round(width * prep.size / governing)), max(1, round(height * prep.size / governing))
    return prep.size, prep.size


def centre_square(pixels: Pixels, side: int) -> Pixels:
    """Cut the centre square of ``side`` px out of (H, W, 3)."""
    top, left = (pixels.shape[0] - side) // 2, (pixels.shape[1] - side) // 2
    return pixels[top : top + side, left : left + side]
