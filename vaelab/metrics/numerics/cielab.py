"""From linear light to CIE L*a*b*, and the CIEDE2000 difference: one formula for NumPy's arrays and for PyTorch's tensors.

The metrics give tensors, on the CPU or a GPU; the maps for the eye give arrays, so that a window that only looks at a run needs
no torch. ``xp`` is the library whose arrays they are; what is called of it has the same name and meaning in both.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np

from vaelab.arrays import Float32

Values = Any
"""An array of NumPy or a tensor of PyTorch, float32."""

STRIP = 1 << 16
"""Pixels taken at once on a CPU, so that they stay in the processor's cache."""
TINY = 1e-30
"""Keeps a division by 0 from being one, where its numerator is 0 too."""
NO_CHROMA = 1e-3
"""Where C⁷ / 25⁷ is 2e-31: below, it becomes a denormal number, with which processors are a hundred times slower."""
NEARLY_OPPOSITE = 0.01
"""Length of the sum of two hues' unit vectors, below which float32 leaves too little of their bisector."""
OPPOSITE = 2e-5
"""How far two hues that were opposite may be from 180° after a* and b* were rounded to float32, degrees."""

# Linear sRGB to XYZ (IEC 61966-2-1, D65), each row divided by the white point (0.95047, 1, 1.08883), as scikit-image.
XYZ_FROM_RGB = (
    np.array(
        [[0.412453, 0.357580, 0.180423], [0.212671, 0.715160, 0.072169], [0.019334, 0.119193, 0.950227]],
    )
    / np.array([[0.95047], [1.0], [1.08883]])
).astype(np.float32)


def _linear_light() -> Float32:
    value = np.arange(256) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4).astype(np.float32)


LINEAR_LIGHT = _linear_light()
"""Linear light of each 8-bit sRGB value."""


def strips(count: int, size: int = STRIP) -> Iterator[slice]:
    """Slices of ``size`` that cover ``count`` pixels."""
    return (slice(start, min(start + size, count)) for start in range(0, count, size))


def from_linear_light(light: Values, xp: Any = np) -> Values:
    """Return L*, a*, b* (D65, 2° observer), (3, N), of linear sRGB (3, N), 0 to 1; ``xp`` is numpy or torch."""
    red, green, blue = light
    x, y, z = _compress(xp.stack([a * red + b * green + c * blue for a, b, c in XYZ_FROM_RGB.tolist()]), xp)
    return xp.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def _compress(ratio: Values, xp: Any) -> Values:
    """CIE's f(t): the cube root, continued by a line near black."""
    line = ratio * 7.787
    line += 16 / 116
    return _either(ratio > 0.008856, ratio ** (1 / 3), line, xp)


def _either(condition: Values, yes: Values, no: Values, xp: Any) -> Values:
    """``xp.where`` for finite values, several times as fast on a CPU."""
    chosen = xp.asarray(condition, dtype=yes.dtype)
    result = yes * chosen
    chosen *= -1
    chosen += 1
    chosen *= no
    result += chosen
    return result


def ciede2000(first: Values, second: Values, xp: Any = np) -> Values:
    """Return the CIEDE2000 difference of two lists of colours (3, N) in L*a*b*, kL = kC = kH = 1.

    Sharma, Wu, Dalal: The CIEDE2000 Color-Difference Formula, Color Research and Application 30 (2005), equations 2-22.
    """
    result, opposite = _by_unit_vectors(first, second, xp)
    if opposite is not None:
        result[opposite] = _by_hue_angles(first[:, opposite], second[:, opposite], xp)
    return result


def _by_hue_angles(first: Values, second: Values, xp: Any) -> Values:
    """The formula as it is printed, in float64 and slow, for hues that are nearly opposite.

    There the mean hue jumps by 180°. Of exactly opposite hues it is (h1 + h2) / 2, both from 0° to 360° (equations 10 and 14);
    how float32 rounds the colours must not decide.
    """
    (l1, a1, b1), (l2, a2, b2) = (xp.asarray(each, dtype=xp.float64) for each in (first, second))
    stretch = 1.5 - 0.5 * _root_chroma_share((xp.hypot(a1, b1) + xp.hypot(a2, b2)) / 2, xp)
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = xp.hypot(a1, b1), xp.hypot(a2, b2)
    degree = math.pi / 180
    h1, h2 = (xp.arctan2(b, a) / degree % 360 for a, b in ((a1, b1), (a2, b2)))
    turn, mean_hue = h2 - h1, (h1 + h2) / 2
    is_over_zero = xp.abs(turn) > 180 + OPPOSITE
    turn = turn - xp.where(is_over_zero, 360 * xp.sign(turn), 0 * turn)
    mean_hue = mean_hue - xp.where(is_over_zero, 180 * xp.sign(mean_hue - 180), 0 * turn)
    hue_difference = 2 * xp.sqrt(c1 * c2) * xp.sin(turn * degree / 2)
    chroma = (c1 + c2) / 2
    angles = ((1, -30, -0.17), (2, 0, 0.24), (3, 6, 0.32), (4, -63, -0.20))
    weight = 1 + sum(share * xp.cos((times * mean_hue + shift) * degree) for times, shift, share in angles)
    hue_difference = hue_difference / (1 + 0.015 * chroma * weight)
    chroma_difference = (c2 - c1) / (1 + 0.045 * chroma)
    turned = 60 * degree * xp.exp(-(((mean_hue - 275) / 25) ** 2))
    rotation = -2 * _root_chroma_share(chroma, xp) * xp.sin(turned)
    squared = _lightness_difference(l1, l2, xp) ** 2 + chroma_difference**2 + hue_difference**2
    return xp.asarray(xp.sqrt(squared + rotation * chroma_difference * hue_difference), dtype=first.dtype)


def _by_unit_vectors(first: Values, second: Values, xp: Any) -> tuple[Values, Values | None]:
    """The formula with hue as a unit vector: its mean is the bisector, and multiples of it need no cosine.

    In place where it can be: the memory is slower than the arithmetic. The second of what it returns says where hues are so
    nearly opposite that this has no bisector: there the difference is wrong.
    """
    l1, a1, b1 = first
    l2, a2, b2 = second
    # Equations 2-7: a* is stretched where chroma is low.
    chroma = _length(a1, b1, xp)
    chroma += _length(a2, b2, xp)
    chroma *= 0.5
    stretch = _root_chroma_share(chroma, xp)
    stretch *= -0.5
    stretch += 1.5
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = _length(a1, b1, xp), _length(a2, b2, xp)
    hue_difference = _hue_difference(a1, b1, c1, a2, b2, c2, xp)
    cos, sin, nearly_opposite = _mean_hue(a1, b1, c1, a2, b2, c2, xp)
    chroma = c1 + c2
    chroma *= 0.5
    c2 -= c1
    chroma_difference = c2
    # Equations 15 and 20.
    scale = _hue_weight(cos, sin)
    scale *= chroma
    scale *= 0.015
    scale += 1
    hue_difference /= scale
    # Equations 16, 17 and 21: hue against 275°, where blue turns to purple. The bound, 1e-7 of a degree, keeps what follows
    # from denormal numbers, with which processors are a hundred times slower.
    turned = xp.arctan2(_at(1, 275 + 90, cos, sin), _at(1, 275, cos, sin))
    turned *= 180 / math.pi / 25
    turned *= turned
    xp.clip(turned, None, 20, out=turned)
    turned *= -1
    xp.exp(turned, out=turned)
    turned *= math.radians(60)
    xp.sin(turned, out=turned)
    turned *= _root_chroma_share(chroma, xp)
    turned *= -2
    # Equations 18, 19 and 22: ΔL² + ΔC² + ΔH² + R ΔC ΔH, each already over its scale.
    chroma *= 0.045
    chroma += 1
    chroma_difference /= chroma
    turned *= chroma_difference
    turned += hue_difference
    turned *= hue_difference
    chroma_difference *= chroma_difference
    turned += chroma_difference
    lightness = _lightness_difference(l1, l2, xp)
    lightness *= lightness
    turned += lightness
    xp.clip(turned, 0, None, out=turned)
    return xp.sqrt(turned, out=turned), nearly_opposite


def _length(x: Values, y: Values, xp: Any) -> Values:
    squared = x * x
    squared += y * y
    return xp.sqrt(squared, out=squared)


def _root_chroma_share(chroma: Values, xp: Any) -> Values:
    """The square root of C⁷ / (C⁷ + 25⁷), from a chroma on that is 0 to float32."""
    chroma = xp.clip(chroma, NO_CHROMA, None)
    seventh = chroma * chroma
    seventh *= chroma
    seventh *= seventh
    seventh *= chroma
    seventh /= seventh + 25.0**7
    return xp.sqrt(seventh, out=seventh)


def _lightness_difference(l1: Values, l2: Values, xp: Any) -> Values:
    """Equation 18: ΔL over its scale, 1 + 0.015 (L − 50)² / sqrt(20 + (L − 50)²)."""
    squared = l1 + l2
    squared *= 0.5
    squared -= 50
    squared *= squared
    root = squared + 20
    squared /= xp.sqrt(root, out=root)
    squared *= 0.015
    squared += 1
    difference = l2 - l1
    difference /= squared
    return difference


def _hue_difference(
    a1: Values, b1: Values, c1: Values, a2: Values, b2: Values, c2: Values, xp: Any
) -> Values:
    """Equation 11, 2 sqrt(c1 c2) sin(Δh / 2).

    From the cross product where the hues are near each other, where the difference c1 c2 − dot would cancel, and the
    other way round where they are nearly opposite.
    """
    product = c1 * c2
    dot = a1 * a2
    dot += b1 * b2
    cross = a1 * b2
    cross -= a2 * b1
    far = product - dot
    far *= 2
    xp.clip(far, 0, None, out=far)
    xp.sqrt(far, out=far)
    xp.copysign(far, cross, out=far)
    product += dot
    product *= 0.5
    xp.clip(product, TINY, None, out=product)
    cross /= xp.sqrt(product, out=product)
    return _either(dot >= 0, cross, far, xp)


def _mean_hue(
    a1: Values, b1: Values, c1: Values, a2: Values, b2: Values, c2: Values, xp: Any
) -> tuple[Values, Values, Values | None]:
    """Equation 14: cosine and sine of the mean hue, the bisector of the smaller angle, and where there is none.

    A grey has no say; two greys have no hue, and their difference does not depend on it.
    """
    scale1, scale2 = c1 + TINY, c2 + TINY
    cos, sin = a1 / scale1, b1 / scale1
    cos += a2 / scale2
    sin += b2 / scale2
    length = _length(cos, sin, xp)
    nearly_opposite = (length < NEARLY_OPPOSITE) & (c1 > 0) if length.min() < NEARLY_OPPOSITE else None
    xp.clip(length, TINY, None, out=length)
    cos /= length
    sin /= length
    return cos, sin, nearly_opposite


def _hue_weight(cos: Values, sin: Values) -> Values:
    """Equation 15, T: cos(h − 30°) and so on, by the multiple-angle formulas."""
    cos2, sin2 = cos * cos, sin * cos
    cos2 -= sin * sin
    sin2 *= 2
    cos3, sin3 = cos2 * cos, sin2 * cos
    cos3 -= sin2 * sin
    sin3 += cos2 * sin
    cos4, sin4 = cos2 * cos2, sin2 * cos2
    cos4 -= sin2 * sin2
    sin4 *= 2
    weight = _at(-0.17, 30, cos, sin)
    cos2 *= 0.24
    weight += cos2
    weight += _at(0.32, -6, cos3, sin3)
    weight += _at(-0.20, 63, cos4, sin4)
    weight += 1
    return weight


def _at(weight: float, degrees: float, cos: Values, sin: Values) -> Values:
    """``weight`` · cos(angle − degrees)."""
    angle = math.radians(degrees)
    turned = cos * (weight * math.cos(angle))
    turned += sin * (weight * math.sin(angle))
    return turned
