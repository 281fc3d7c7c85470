"""LDR-FLIP: the difference that an eye sees when it flips between two images, for every pixel.

Andersson, Nilsson, Akenine-Möller, Oskarsson, Åström, Fairchild: FLIP: A Difference Evaluator for Alternating Images,
Proc. ACM Comput. Graph. Interact. Tech. 3(2), 2020. Its authors' own package is the independent check in the tests. It is not
used here, since it has no wheels for some platforms that VAELab runs on (Linux on ARM, the newest Python), and computes
with all cores beside a codec that wants them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from vaelab.arrays import Float32, Pixels, Reals
from vaelab.metrics.numerics.cielab import LINEAR_LIGHT

PIXELS_PER_DEGREE = 0.7 * (3840 / 0.7) * math.pi / 180
"""The authors' default: a monitor 0.7 m wide of 3840 px, seen from 0.7 m; 67.02 pixels per degree of visual angle."""

# The paper's Table 1: a₁, b₁, a₂, b₂ of the Gaussians that stand for the eye's contrast sensitivity to Y, Cx and Cz.
_SENSITIVITY = ((1.0, 0.0047, 0.0, 1e-5), (1.0, 0.0053, 0.0, 1e-5), (34.1, 0.04, 13.5, 0.025))
_COLOR_EXPONENT = 0.7  # q_c
_BREAK, _BREAK_AT = 0.4, 0.95  # p_c, p_t
_FEATURE_WIDTH = 0.082  # w, degrees
_FEATURE_EXPONENT = 0.5  # q_f

# Linear sRGB to XYZ (IEC 61966-2-1), with the digits of the authors' implementation.
_XYZ_FROM_RGB = np.array(
    [
        [10135552 / 24577794, 8788810 / 24577794, 4435075 / 24577794],
        [2613072 / 12288897, 8788810 / 12288897, 887015 / 12288897],
        [1425312 / 73733382, 8788810 / 73733382, 70074185 / 73733382],
    ]
)
_WHITE = _XYZ_FROM_RGB.sum(axis=1)
_RELATIVE_FROM_RGB = (_XYZ_FROM_RGB / _WHITE[:, None]).astype(np.float32)
_RGB_FROM_RELATIVE = np.linalg.inv(_XYZ_FROM_RGB / _WHITE[:, None]).astype(np.float32)


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
    first, second = (_opponent(image) for image in (original, reconstruction))
    features = _feature_difference(first[0], second[0], pixels_per_degree)
    colors = _color_difference(first, second, pixels_per_degree)
    features -= 1
    np.negative(features, out=features)
    # The power that features give to colours, with 0 ** 0 = 0.
    return np.asarray(np.power(colors, features, where=colors > 0, out=np.zeros_like(colors)))


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


def _opponent(image: Pixels) -> Float32:
    """Y, Cx, Cz of linear light, the linearized opponent space, (3, H, W)."""
    height, width, _ = image.shape
    x, y, z = _RELATIVE_FROM_RGB @ LINEAR_LIGHT.take(image.reshape(-1, 3).T)
    planes = np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)])
    return np.asarray(planes.reshape(3, height, width), dtype=np.float32)


def _color_difference(first: Float32, second: Float32, per_degree: float) -> Float32:
    """The colour pipeline: filter, go to a perceptually uniform space, take HyAB's distance, spread it over 0 to 1."""
    ours, theirs = (_uniform(_as_seen(planes, per_degree)) for planes in (first, second))
    difference = np.abs(ours[0] - theirs[0])
    difference += np.hypot(ours[1] - theirs[1], ours[2] - theirs[2])
    np.power(difference, _COLOR_EXPONENT, out=difference)
    knee = _BREAK * _LARGEST
    low = difference * (_BREAK_AT / knee)
    high = _BREAK_AT + (difference - knee) * ((1 - _BREAK_AT) / (_LARGEST - knee))
    return np.asarray(np.where(difference < knee, low, high), dtype=np.float32)


def _as_seen(planes: Float32, per_degree: float) -> Float32:
    """An image after the eye's contrast sensitivity, back in linear RGB and clamped to it, (3, N)."""
    widest = max(max(b1, b2) for _, b1, _, b2 in _SENSITIVITY)
    radius = math.ceil(3 * math.sqrt(widest / 2) / math.pi * per_degree)
    squares = (np.arange(-radius, radius + 1) / per_degree) ** 2
    filtered = np.empty_like(planes)
    for channel, (a1, b1, a2, b2) in enumerate(_SENSITIVITY):
        # A sum of Gaussians of the plane, each the product of two of a line; an amplitude of 0 is none.
        parts = [
            (a * math.sqrt(math.pi / b), np.exp(-(math.pi**2) * squares / b))
            for a, b in ((a1, b1), (a2, b2))
            if a
        ]
        total = sum(weight * float(line.sum()) ** 2 for weight, line in parts)
        filtered[channel] = sum(
            np.float32(weight / total) * _separable(planes[channel], line, line) for weight, line in parts
        )
    luma, red_green, blue_yellow = filtered.reshape(3, -1)
    y = (luma + 16) / 116
    rgb = _RGB_FROM_RELATIVE @ np.stack([red_green / 500 + y, y, y - blue_yellow / 200])
    return np.asarray(np.clip(rgb, 0, 1, out=rgb).reshape(planes.shape), dtype=np.float32)


def _uniform(rgb: Reals) -> Reals:
    """L*a*b* of linear RGB (3, …), chroma scaled by lightness as Hunt observed."""
    x, y, z = (_compress(part) for part in _RELATIVE_FROM_RGB @ rgb.reshape(3, -1))
    lightness = 116 * y - 16
    chroma = 0.01 * lightness
    return np.stack([lightness, chroma * (500 * (x - y)), chroma * (200 * (y - z))]).reshape(rgb.shape)


def _compress(ratio: Reals) -> Reals:
    """CIE's f(t)."""
    delta = 6 / 29
    return np.asarray(np.where(ratio > delta**3, np.cbrt(ratio), ratio / (3 * delta**2) + 4 / 29))


def _feature_difference(first: Float32, second: Float32, per_degree: float) -> Float32:
    """The feature pipeline: how much edges and points differ, 0 to 1."""
    ours, theirs = (_features((luma + 16) / 116, per_degree) for luma in (first, second))
    edges, points = (np.abs(one - other) for one, other in zip(ours, theirs, strict=True))
    difference = np.maximum(edges, points, out=edges)
    difference *= np.float32(1 / math.sqrt(2))
    return np.asarray(np.power(difference, _FEATURE_EXPONENT, out=difference), dtype=np.float32)


def _features(luma: Reals, per_degree: float) -> tuple[Reals, Reals]:
    """Magnitudes of the responses to edges and to points, of luma 0 to 1."""
    deviation = 0.5 * _FEATURE_WIDTH * per_degree
    radius = math.ceil(3 * deviation)
    offsets = np.arange(-radius, radius + 1, dtype=np.float64)
    bell = np.exp(-(offsets**2) / (2 * deviation**2))
    edge = _balanced(-offsets * bell)
    point = _balanced((offsets**2 / deviation**2 - 1) * bell)
    bell /= bell.sum()
    edges = np.hypot(_separable(luma, bell, edge), _separable(luma, edge, bell))
    points = np.hypot(_separable(luma, bell, point), _separable(luma, point, bell))
    return edges, points


def _balanced(weights: Reals) -> Reals:
    """Positive weights that add up to 1, negative ones that add up to -1."""
    positive, negative = weights[weights > 0].sum(), -weights[weights < 0].sum()
    return np.asarray(np.where(weights > 0, weights / positive, weights / negative))


def _separable(plane: Reals, down: Reals, across: Reals) -> Reals:
    """Correlate columns and rows; beyond the border the picture goes on as its outermost pixels."""
    from scipy import ndimage  # here, since the window imports this module before it needs it

    rows = ndimage.correlate1d(plane, across, axis=1, mode="nearest")
    return np.asarray(ndimage.correlate1d(rows, down, axis=0, mode="nearest"))


def _largest() -> float:
    """The distance of the two colours farthest apart, pure green and pure blue."""
    green, blue = (_uniform(np.array(rgb).reshape(3, 1))[:, 0] for rgb in ((0.0, 1.0, 0.0), (0.0, 0.0, 1.0)))
    distance = abs(green[0] - blue[0]) + math.hypot(green[1] - blue[1], green[2] - blue[2])
    return float(distance**_COLOR_EXPONENT)


_LARGEST = _largest()
