"""LDR-FLIP: the difference that an eye sees when it flips between two images, for every pixel.

Andersson, Nilsson, Akenine-Möller, Oskarsson, Åström, Fairchild: FLIP: A Difference Evaluator for Alternating Images,
Proc. ACM Comput. Graph. Interact. Tech. 3(2), 2020. Its authors' own package is the independent check in the tests. It is not
used here, since it has no wheels for some platforms that VAELab runs on (Linux on ARM, the newest Python), and computes
with all cores beside a codec that wants them.

One formula for NumPy's arrays, as the window's maps give them, and for PyTorch's tensors, as the metric does: ``xp`` is the
library whose arrays they are. The channels come first; between them and the rows there may be a dimension for the images of a batch.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from vaelab.metrics.numerics.cielab import Values

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
_RELATIVE = _XYZ_FROM_RGB / _XYZ_FROM_RGB.sum(axis=1)[:, None]
_RELATIVE_FROM_RGB = _RELATIVE.tolist()
_RGB_FROM_RELATIVE = np.linalg.inv(_RELATIVE).tolist()


@dataclass(frozen=True, slots=True)
class SeenImage:
    """What FLIP compares of an image.

    Attributes:
        colors: as the eye sees them, in L*a*b* with Hunt's correction, (3, …, H, W).
        edges, points: how strongly there is one, (…, H, W).
    """

    colors: Values
    edges: Values
    points: Values


def seen_image(light: Values, per_degree: float, xp: Any = np) -> SeenImage:
    """Return what is compared of an image.

    Args:
        light: linear light, 0 to 1, (3, …, H, W) float32.
        per_degree: how many pixels the eye has for a degree of visual angle.
        xp: numpy or torch.
    """
    x, y, z = _mixed(light, _RELATIVE_FROM_RGB)
    opponent = (116 * y - 16, 500 * (x - y), 200 * (y - z))
    return SeenImage(_uniform(_as_seen(opponent, per_degree, xp), xp), *_features(y, per_degree, xp))


def flip(original: SeenImage, reconstruction: SeenImage, xp: Any = np) -> Values:
    """Return FLIP of every pixel, 0 (no difference to be seen) to 1, (…, H, W)."""
    edges = xp.abs(original.edges - reconstruction.edges)
    exponent = xp.maximum(edges, xp.abs(original.points - reconstruction.points))
    exponent *= 1 / math.sqrt(2)
    exponent = 1 - exponent**_FEATURE_EXPONENT
    colors = _color_difference(original.colors - reconstruction.colors, xp)
    # 0 to the power of 0 is 0 here: where no colour differs, nothing is seen.
    return colors**exponent * (colors > 0)


def _mixed(channels: Values, matrix: Sequence[Sequence[float]]) -> list[Values]:
    """A 3 × 3 matrix times the channels."""
    first, second, third = channels
    return [a * first + b * second + c * third for a, b, c in matrix]


def _color_difference(difference: Values, xp: Any) -> Values:
    """The end of the colour pipeline: HyAB's distance, spread over 0 to 1."""
    lightness, red_green, blue_yellow = difference
    red_green = red_green * red_green
    red_green += blue_yellow * blue_yellow
    distance = xp.abs(lightness)
    distance += xp.sqrt(red_green)
    distance = distance**_COLOR_EXPONENT
    knee = _BREAK * largest_distance()
    low = distance * (_BREAK_AT / knee)
    high = (distance - knee) * ((1 - _BREAK_AT) / (largest_distance() - knee)) + _BREAK_AT
    return xp.where(distance < knee, low, high)


def _as_seen(opponent: Sequence[Values], per_degree: float, xp: Any) -> list[Values]:
    """An image after the eye's contrast sensitivity, back in linear RGB and clamped to it."""
    filtered = [_sensed(plane, channel, per_degree, xp) for channel, plane in enumerate(opponent)]
    y = (filtered[0] + 16) * (1 / 116)
    relative = (y + filtered[1] * (1 / 500), y, y - filtered[2] * (1 / 200))
    return [xp.clip(each, 0, 1) for each in _mixed(relative, _RGB_FROM_RELATIVE)]


def _sensed(plane: Values, channel: int, per_degree: float, xp: Any) -> Values:
    """A plane under a sum of Gaussians, each the product of two of a line; an amplitude of 0 is none."""
    parts = _sensitivity(channel, per_degree)
    plane = _spread(plane, len(parts[0][1]) // 2, xp)
    first, *others = (_down(_across(plane, line, xp), line, xp) * weight for weight, line in parts)
    for other in others:
        first += other
    return first


@lru_cache(maxsize=8)
def _sensitivity(channel: int, per_degree: float) -> list[tuple[float, list[float]]]:
    widest = max(max(b1, b2) for _, b1, _, b2 in _SENSITIVITY)
    radius = math.ceil(3 * math.sqrt(widest / 2) / math.pi * per_degree)
    squares = (np.arange(-radius, radius + 1) / per_degree) ** 2
    a1, b1, a2, b2 = _SENSITIVITY[channel]
    parts = [
        (a * math.sqrt(math.pi / b), np.exp(-(math.pi**2) * squares / b))
        for a, b in ((a1, b1), (a2, b2))
        if a
    ]
    total = sum(weight * float(line.sum()) ** 2 for weight, line in parts)
    return [(weight / total, line.tolist()) for weight, line in parts]


def _uniform(rgb: Sequence[Values], xp: Any) -> Values:
    """L*a*b* of linear RGB, chroma scaled by lightness as Hunt observed."""
    x, y, z = (_compress(part, xp) for part in _mixed(rgb, _RELATIVE_FROM_RGB))
    lightness = 116 * y - 16
    chroma = 0.01 * lightness
    return xp.stack([lightness, chroma * (500 * (x - y)), chroma * (200 * (y - z))])


def _compress(ratio: Values, xp: Any) -> Values:
    """CIE's f(t), of t ≥ 0."""
    delta = 6 / 29
    return xp.where(ratio > delta**3, ratio ** (1 / 3), ratio * (1 / (3 * delta**2)) + 4 / 29)


def _features(luma: Values, per_degree: float, xp: Any) -> tuple[Values, Values]:
    """Magnitudes of the responses to edges and to points, of luma 0 to 1."""
    bell, edge, point = _detectors(per_degree)
    luma = _spread(luma, len(bell) // 2, xp)
    blurred = _across(luma, bell, xp)
    found = []
    for detector in (edge, point):
        across, down = _down(_across(luma, detector, xp), bell, xp), _down(blurred, detector, xp)
        across *= across
        across += down * down
        found.append(xp.sqrt(across))
    return found[0], found[1]


@lru_cache(maxsize=2)
def _detectors(per_degree: float) -> tuple[list[float], list[float], list[float]]:
    """The Gaussian of a line, its first and its second derivative."""
    deviation = 0.5 * _FEATURE_WIDTH * per_degree
    radius = math.ceil(3 * deviation)
    offsets = np.arange(-radius, radius + 1, dtype=np.float64)
    bell = np.exp(-(offsets**2) / (2 * deviation**2))
    edge, point = -offsets * bell, (offsets**2 / deviation**2 - 1) * bell
    for weights in (edge, point):
        # Positive weights add up to 1, negative ones to -1.
        positive, negative = weights[weights > 0].sum(), -weights[weights < 0].sum()
        weights[weights > 0] /= positive
        weights[weights < 0] /= negative
    return (bell / bell.sum()).tolist(), edge.tolist(), point.tolist()


def _spread(plane: Values, radius: int, xp: Any) -> Values:
    """The plane beyond its borders, where it goes on as its outermost pixels, (…, H + 2 radius, W + 2 radius)."""
    for axis in (-1, -2):
        count = plane.shape[axis]
        places = np.clip(np.arange(-radius, count + radius), 0, count - 1)
        at = places if xp is np else xp.from_numpy(places).to(plane.device)
        plane = plane[..., at] if axis == -1 else plane[..., at, :]
    return plane


def _across(plane: Values, line: Sequence[float], xp: Any) -> Values:
    """Correlate rows where the line has a value for each place."""
    width = plane.shape[-1] - len(line) + 1
    return _sum_of_shifts([plane[..., shift : shift + width] for shift in range(len(line))], line, xp)


def _down(plane: Values, line: Sequence[float], xp: Any) -> Values:
    """Correlate columns where the line has a value for each place."""
    height = plane.shape[-2] - len(line) + 1
    return _sum_of_shifts([plane[..., shift : shift + height, :] for shift in range(len(line))], line, xp)


def _sum_of_shifts(shifted: Sequence[Values], weights: Sequence[float], xp: Any) -> Values:
    total = shifted[0] * weights[0]
    for values, weight in zip(shifted[1:], weights[1:], strict=True):
        if xp is np:
            total += values * weight
        else:
            total.add_(values, alpha=weight)  # one pass over the memory instead of two
    return total


@lru_cache(maxsize=1)
def largest_distance() -> float:
    """The distance of the two colours farthest apart, pure green and pure blue."""
    green, blue = (
        _uniform([np.float64(part) for part in rgb], np) for rgb in ((0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
    )
    distance = abs(green[0] - blue[0]) + math.hypot(green[1] - blue[1], green[2] - blue[2])
    return float(distance**_COLOR_EXPONENT)
