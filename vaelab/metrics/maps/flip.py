"""FLIP as a map for the eye, and what it says as a whole."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from vaelab.arrays import Float32, Pixels, Reals
from vaelab.metrics.numerics.cielab import LINEAR_LIGHT
from vaelab.metrics.numerics.flip import PIXELS_PER_DEGREE, flip, seen_image


@dataclass(frozen=True, slots=True)
class Pooled:
    """What a map says as a whole; the weighted ones weigh each pixel by its own error, so that they speak of the errors.

    Andersson, Nilsson, Akenine-Möller: Visualizing and Communicating Errors in Rendered Images, Ray Tracing Gems II (2021).
    """

    mean: float
    first_quartile: float
    median: float
    third_quartile: float
    maximum: float


def flip_map(
    original: Pixels, reconstruction: Pixels, pixels_per_degree: float = PIXELS_PER_DEGREE
) -> Float32:
    """Return FLIP of every pixel, 0 (no difference to be seen) to 1, (H, W).

    Args:
        original: (H, W, 3) uint8 sRGB, the reference.
        reconstruction: of the same shape.
        pixels_per_degree: how finely the eye sees the pixels.

    Raises:
        ValueError: the shapes differ.
    """
    if original.shape != reconstruction.shape:
        raise ValueError(f"images of different shapes: {original.shape} and {reconstruction.shape}")
    first, second = (
        seen_image(LINEAR_LIGHT[image.transpose(2, 0, 1)], pixels_per_degree)
        for image in (original, reconstruction)
    )
    return np.asarray(flip(first, second), dtype=np.float32)


def pooled(values: Reals) -> Pooled:
    """Return mean, weighted quartiles and maximum of a map; all 0 where it is 0 throughout."""
    ascending = np.sort(values, axis=None).astype(np.float64)
    running = np.cumsum(ascending)
    total = float(running[-1])
    at = np.searchsorted(running, np.array([0.25, 0.5, 0.75]) * total, side="right")
    first, median, third = (
        float(ascending[min(int(place), ascending.size - 1)]) if total else 0.0 for place in at
    )
    return Pooled(total / ascending.size, first, median, third, float(ascending[-1]))
