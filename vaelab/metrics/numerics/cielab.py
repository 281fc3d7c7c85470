"""From sRGB to CIE L*a*b*, and the CIEDE2000 difference, in strips that stay in the processor's cache."""

from __future__ import annotations

import math

import numpy as np

from vaelab.arrays import Float32, Mask, Pixels, Places, Reals

STRIP = 1 << 14
"""Pixels taken at once."""
TINY = np.float32(1e-30)
"""Keeps a division by 0 from being one, where its numerator is 0 too."""
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


def from_srgb(rgb: Pixels) -> Float32:
    """Return L*, a*, b* (D65, 2° observer) as (3, N) of 8-bit sRGB colours (N, 3)."""
    result = np.empty((3, len(rgb)), dtype=np.float32)
    for start in range(0, len(rgb), STRIP):
        strip = slice(start, start + STRIP)
        x, y, z = _compress(XYZ_FROM_RGB @ LINEAR_LIGHT.take(rgb[strip].T))
        result[0, strip] = 116 * y - 16
        result[1, strip] = 500 * (x - y)
        result[2, strip] = 200 * (y - z)
    return result


def _compress(ratio: Reals) -> Reals:
    """CIE's f(t): the cube root, continued by a line near black."""
    line = ratio * 7.787
    line += 16 / 116
    return _either(ratio > 0.008856, np.cbrt(ratio), line)


def _either(condition: Mask, yes: Reals, no: Reals) -> Reals:
    """``np.where`` for finite values, five times as fast."""
    chosen = condition.astype(np.float32)
    result = yes * chosen
    np.subtract(1, chosen, out=chosen)
    chosen *= no
    result += chosen
    return result


def ciede2000(first: Float32, second: Float32) -> Float32:
    """Return the CIEDE2000 difference of two lists of colours (3, N) in L*a*b*, kL = kC = kH = 1.

    Sharma, Wu, Dalal: The CIEDE2000 Color-Difference Formula, Color Research and Application 30 (2005), equations 2-22.
    """
    result = np.empty(first.shape[1], dtype=np.float32)
    opposite = [np.empty(0, dtype=np.intp)]
    for start in range(0, first.shape[1], STRIP):
        strip = slice(start, start + STRIP)
        result[strip], nearly_opposite = _ciede2000(first[:, strip], second[:, strip])
        opposite.append(start + nearly_opposite)
    where = np.concatenate(opposite)
    if len(where):
        result[where] = _with_hue_angles(first[:, where], second[:, where])
    return result


def _with_hue_angles(first: Reals, second: Reals) -> Reals:
    """The formula as it is printed, in float64 and slow, for hues that are nearly opposite.

    There the mean hue jumps by 180°. Of exactly opposite hues it is (h1 + h2) / 2, both from 0° to 360° (equations 10 and 14);
    how float32 rounds the colours must not decide.
    """
    (l1, a1, b1), (l2, a2, b2) = first.astype(np.float64), second.astype(np.float64)
    stretch = 1.5 - 0.5 * _root_chroma_share((np.hypot(a1, b1) + np.hypot(a2, b2)) / 2)
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = (np.degrees(np.arctan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn, mean_hue = h2 - h1, (h1 + h2) / 2
    is_over_zero = np.abs(turn) > 180 + OPPOSITE
    turn -= np.where(is_over_zero, np.copysign(360, turn), 0)
    mean_hue -= np.where(is_over_zero, np.copysign(180, mean_hue - 180), 0)
    hue_difference = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn) / 2)
    chroma = (c1 + c2) / 2
    angles = ((1, -30, -0.17), (2, 0, 0.24), (3, 6, 0.32), (4, -63, -0.20))
    weight = 1 + sum(share * np.cos(np.radians(times * mean_hue + shift)) for times, shift, share in angles)
    hue_difference /= 1 + 0.015 * chroma * weight
    chroma_difference = (c2 - c1) / (1 + 0.045 * chroma)
    turned = np.radians(60 * np.exp(-(((mean_hue - 275) / 25) ** 2)))
    rotation = -2 * _root_chroma_share(chroma) * np.sin(turned)
    squared = _lightness_difference(l1, l2) ** 2 + chroma_difference**2 + hue_difference**2
    difference: Reals = np.sqrt(squared + rotation * chroma_difference * hue_difference)
    return difference


def _ciede2000(first: Reals, second: Reals) -> tuple[Reals, Places]:
    """The formula with hue as a unit vector: its mean is the bisector, and multiples of it need no cosine.

    In place where it can be: the memory is slower than the arithmetic. The second of what it returns says where hues are so
    nearly opposite that this has no bisector: there the difference is wrong.
    """
    l1, a1, b1 = first
    l2, a2, b2 = second
    # Equations 2-7: a* is stretched where chroma is low.
    chroma = _length(a1, b1)
    chroma += _length(a2, b2)
    chroma *= 0.5
    stretch = _root_chroma_share(chroma)
    stretch *= -0.5
    stretch += 1.5
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = _length(a1, b1), _length(a2, b2)
    hue_difference = _hue_difference(a1, b1, c1, a2, b2, c2)
    cos, sin, nearly_opposite = _mean_hue(a1, b1, c1, a2, b2, c2)
    c2 -= c1
    chroma_difference = c2
    np.add(c1, c2, out=chroma)
    chroma += c1
    chroma *= 0.5
    # Equations 15 and 20.
    scale = _hue_weight(cos, sin)
    scale *= chroma
    scale *= 0.015
    scale += 1
    hue_difference /= scale
    # Equations 16, 17 and 21: hue against 275°, where blue turns to purple. The bound, 1e-7 of a degree, keeps what follows
    # from denormal numbers, with which processors are a hundred times slower.
    against_blue = np.arctan2(_at(1, 275 + 90, cos, sin), _at(1, 275, cos, sin))
    against_blue *= np.float32(180 / math.pi / 25)
    against_blue *= against_blue
    np.minimum(against_blue, 20, out=against_blue)
    np.negative(against_blue, out=against_blue)
    turned = np.exp(against_blue, out=against_blue)
    turned *= np.float32(math.radians(60))
    np.sin(turned, out=turned)
    turned *= _root_chroma_share(chroma)
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
    lightness = _lightness_difference(l1, l2)
    lightness *= lightness
    turned += lightness
    np.maximum(turned, 0, out=turned)
    return np.sqrt(turned, out=turned), nearly_opposite


def _length(x: Reals, y: Reals) -> Reals:
    squared = x * x
    squared += y * y
    length: Reals = np.sqrt(squared, out=squared)
    return length


def _root_chroma_share(chroma: Reals) -> Reals:
    """The square root of C⁷ / (C⁷ + 25⁷)."""
    seventh = chroma * chroma
    seventh *= chroma
    seventh *= seventh
    seventh *= chroma
    share = seventh + np.float32(25.0**7)
    np.divide(seventh, share, out=share)
    root: Reals = np.sqrt(share, out=share)
    return root


def _lightness_difference(l1: Reals, l2: Reals) -> Reals:
    """Equation 18: ΔL over its scale, 1 + 0.015 (L − 50)² / sqrt(20 + (L − 50)²)."""
    squared = l1 + l2
    squared *= 0.5
    squared -= 50
    squared *= squared
    root = squared + 20
    np.sqrt(root, out=root)
    squared /= root
    squared *= 0.015
    squared += 1
    difference: Reals = l2 - l1
    difference /= squared
    return difference


def _hue_difference(a1: Reals, b1: Reals, c1: Reals, a2: Reals, b2: Reals, c2: Reals) -> Reals:
    """Equation 11, 2 sqrt(c1 c2) sin(Δh / 2).

    From the cross product where the hues are near each other, where the difference c1 c2 − dot would cancel, and the
    other way round where they are nearly opposite.
    """
    product = c1 * c2
    dot = a1 * a2
    dot += b1 * b2
    cross = a1 * b2
    cross -= a2 * b1
    is_near = dot >= 0
    far = product - dot
    far *= 2
    np.maximum(far, 0, out=far)
    np.sqrt(far, out=far)
    np.copysign(far, cross, out=far)
    product += dot
    product *= 0.5
    np.maximum(product, TINY, out=product)
    np.sqrt(product, out=product)
    cross /= product
    return _either(is_near, cross, far)


def _mean_hue(
    a1: Reals, b1: Reals, c1: Reals, a2: Reals, b2: Reals, c2: Reals
) -> tuple[Reals, Reals, Places]:
    """Equation 14: cosine and sine of the mean hue, the bisector of the smaller angle, and where there is none.

    A grey has no say; two greys have no hue, and their difference does not depend on it.
    """
    scale1, scale2 = c1 + TINY, c2 + TINY
    cos, sin = a1 / scale1, b1 / scale1
    cos += a2 / scale2
    sin += b2 / scale2
    length = _length(cos, sin)
    nearly_opposite = np.flatnonzero((length < NEARLY_OPPOSITE) & (c1 > 0))
    np.maximum(length, TINY, out=length)
    cos /= length
    sin /= length
    return cos, sin, nearly_opposite


def _hue_weight(cos: Reals, sin: Reals) -> Reals:
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


def _at(weight: float, degrees: float, cos: Reals, sin: Reals) -> Reals:
    """``weight`` · cos(angle − degrees)."""
    angle = math.radians(degrees)
    turned: Reals = cos * np.float32(weight * math.cos(angle))
    turned += sin * np.float32(weight * math.sin(angle))
    return turned
