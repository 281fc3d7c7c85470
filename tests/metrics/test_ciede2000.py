"""CIEDE2000 against the pairs that Sharma, Wu and Dalal published, scikit-image, and hues that are exactly opposite."""

from __future__ import annotations

import cmath
import math

import numpy as np
import pytest
import torch
from skimage.color import deltaE_ciede2000

from vaelab.metrics.numerics import cielab

# Sharma, Wu, Dalal: The CIEDE2000 Color-Difference Formula, Color Research and Application 30 (2005), table 1:
# L*, a*, b* of two colours, and their difference; made to catch every branch of the formula.
PUBLISHED = np.array(
    [
        (50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425),
        (50, 3.1571, -77.2803, 50, 0, -82.7485, 2.8615),
        (50, 2.8361, -74.0200, 50, 0, -82.7485, 3.4412),
        (50, -1.3802, -84.2814, 50, 0, -82.7485, 1.0000),
        (50, -1.1848, -84.8006, 50, 0, -82.7485, 1.0000),
        (50, -0.9009, -85.5211, 50, 0, -82.7485, 1.0000),
        (50, 0, 0, 50, -1, 2, 2.3669),
        (50, -1, 2, 50, 0, 0, 2.3669),
        (50, 2.4900, -0.0010, 50, -2.4900, 0.0009, 7.1792),
        (50, 2.4900, -0.0010, 50, -2.4900, 0.0010, 7.1792),
        (50, 2.4900, -0.0010, 50, -2.4900, 0.0011, 7.2195),
        (50, 2.4900, -0.0010, 50, -2.4900, 0.0012, 7.2195),
        (50, -0.0010, 2.4900, 50, 0.0009, -2.4900, 4.8045),
        (50, -0.0010, 2.4900, 50, 0.0010, -2.4900, 4.8045),
        (50, -0.0010, 2.4900, 50, 0.0011, -2.4900, 4.7461),
        (50, 2.5, 0, 50, 0, -2.5, 4.3065),
        (50, 2.5, 0, 73, 25, -18, 27.1492),
        (50, 2.5, 0, 61, -5, 29, 22.8977),
        (50, 2.5, 0, 56, -27, -3, 31.9030),
        (50, 2.5, 0, 58, 24, 15, 19.4535),
        (50, 2.5, 0, 50, 3.1736, 0.5854, 1.0000),
        (50, 2.5, 0, 50, 3.2972, 0, 1.0000),
        (50, 2.5, 0, 50, 1.8634, 0.5757, 1.0000),
        (50, 2.5, 0, 50, 3.2592, 0.3350, 1.0000),
        (60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644),
        (63.0109, -31.0961, -5.8663, 62.8187, -29.7946, -4.0864, 1.2630),
        (61.2901, 3.7196, -5.3901, 61.4292, 2.2480, -4.9620, 1.8731),
        (35.0831, -44.1164, 3.7933, 35.0232, -40.0716, 1.5901, 1.8645),
        (22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373),
        (36.4612, 47.8580, 18.3852, 36.2715, 50.5065, 21.2231, 1.4146),
        (90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441),
        (90.9257, -0.5406, -0.9208, 88.6381, -0.8985, -0.7239, 1.5381),
        (6.7747, -0.2908, -2.4247, 5.8714, -0.0985, -2.2286, 0.6377),
        (2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082),
    ]
)


def difference(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Ours, of colours (N, 3): of arrays, as the maps give them, and of tensors, as the metrics do, which must agree."""
    one, two = (np.ascontiguousarray(colors.T, dtype=np.float32) for colors in (first, second))
    found = cielab.ciede2000(one, two)
    as_tensor = cielab.ciede2000(torch.from_numpy(one), torch.from_numpy(two), torch)
    assert as_tensor.numpy() == pytest.approx(found, abs=1e-4)
    return found


@pytest.mark.parametrize("number", range(1, 35))
def test_every_published_pair_both_ways(number: int) -> None:
    pair = PUBLISHED[number - 1 : number]
    first, second, published = pair[:, :3], pair[:, 3:6], pair[0, 6]
    assert difference(first, second)[0] == pytest.approx(published, abs=1e-4)
    assert difference(second, first)[0] == pytest.approx(published, abs=1e-4)


def test_scikit_image_agrees_with_the_published_pairs() -> None:
    """The reference of the agreement test is right itself: 5e-5 is how the published values are rounded."""
    found = deltaE_ciede2000(PUBLISHED[:, :3], PUBLISHED[:, 3:6])
    assert found == pytest.approx(PUBLISHED[:, 6], abs=5.001e-5)


def test_all_pairs_at_once_are_each_pair_alone() -> None:
    """Nearly opposite hues among others, in more than one strip, do not get into each other's way."""
    many = np.tile(PUBLISHED, (cielab.STRIP // 16, 1))
    assert difference(many[:, :3], many[:, 3:6]) == pytest.approx(many[:, 6], abs=1e-4)


def opposite(lightness: float, first: complex, times: float) -> float:
    """The formula for L* a*+ib* against the same L* and −times · (a*+ib*), worked out in angles that are exactly opposite."""

    def share(chroma: float) -> float:
        return math.sqrt(chroma**7 / (chroma**7 + 25**7))

    stretch = 1.5 - 0.5 * share(abs(first) * (1 + times) / 2)
    stretched = complex(first.real * stretch, first.imag)
    chroma1, chroma2 = abs(stretched), abs(stretched) * times
    smaller = math.degrees(math.atan2(stretched.imag, stretched.real)) % 180
    turn = 1 if smaller == math.degrees(math.atan2(stretched.imag, stretched.real)) % 360 else -1
    hue = math.radians(smaller + 90)
    weight = (
        1
        - 0.17 * math.cos(hue - math.radians(30))
        + 0.24 * math.cos(2 * hue)
        + 0.32 * math.cos(3 * hue + math.radians(6))
        - 0.20 * math.cos(4 * hue - math.radians(63))
    )
    mean = (chroma1 + chroma2) / 2
    chroma = (chroma2 - chroma1) / (1 + 0.045 * mean)
    across = turn * 2 * math.sqrt(chroma1 * chroma2) / (1 + 0.015 * mean * weight)
    rotation = -2 * share(mean) * math.sin(math.radians(60) * math.exp(-(((smaller - 185) / 25) ** 2)))
    return math.sqrt(chroma**2 + across**2 + rotation * chroma * across)


@pytest.mark.parametrize("times", [1.0, 3.0, 0.7, 8.0])
def test_opposite_hues_of_any_chroma(times: float) -> None:
    """How a float rounds the hues does not decide; scikit-image takes the other mean of some of these."""
    for degrees in range(1, 360, 7):
        color = cmath.rect(9, math.radians(degrees))
        real, imaginary = float(np.float32(color.real)), float(np.float32(color.imag))
        one = np.array([[50.0, real, imaginary]])
        two = np.array([[50.0, -times * real, -times * imaginary]])
        expected = opposite(50, complex(real, imaginary), times)
        found = difference(one, two)[0], difference(two, one)[0]
        assert found == pytest.approx((expected, expected), abs=1e-4), degrees


def test_greys_have_no_hue() -> None:
    """Two greys differ in lightness alone; a grey takes the hue of the other."""
    greys = np.array([[40.0, 0, 0], [0.0, 0, 0], [70.0, 0, 0]])
    others = np.array([[41.0, 0, 0], [0.0, 0, 0], [70.0, -20, 5]])
    assert difference(greys, others) == pytest.approx(deltaE_ciede2000(greys, others), abs=1e-5)
