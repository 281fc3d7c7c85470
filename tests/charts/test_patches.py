"""Patches against scikit-image, and what is drawn into them is read back."""

from __future__ import annotations

import numpy as np
import pytest
from skimage.color import deltaE_ciede2000, rgb2lab

from vaelab.charts import patches
from vaelab.images.charts import charts


def test_differences_are_those_of_scikit_image() -> None:
    random = np.random.RandomState(1)
    first = random.uniform(0, 255, (64, 3))
    second = np.clip(first + random.normal(0, 20, (64, 3)), 0, 255)
    wanted = deltaE_ciede2000(rgb2lab(first / 255), rgb2lab(second / 255))
    np.testing.assert_allclose(patches.color_differences(first, second), wanted, atol=1e-2)


def test_colours_are_of_the_inner_half_of_each_square() -> None:
    chart = charts.color_grid()
    colors = patches.patch_colors(chart)
    np.testing.assert_array_equal(colors, chart[32::64, 32::64].reshape(-1, 3))
    # What lies at the edge of a square is not read, what lies in its middle is.
    chart = chart.copy()
    chart[:16] = chart[:, :16] = 0
    np.testing.assert_array_equal(patches.patch_colors(chart), colors)
    chart[24:40, 64 + 24 : 64 + 40] = 255
    moved = np.flatnonzero((patches.patch_colors(chart) != colors).any(axis=1))
    assert moved.tolist() == [1]


def test_brightness_contrast_and_saturation_follow_what_is_done() -> None:
    colors = patches.patch_colors(charts.color_grid())
    brightness = patches.brightness(colors)
    assert brightness == pytest.approx(float((colors @ (0.299, 0.587, 0.114)).mean()) / 2.55)
    assert patches.brightness(colors + 5.1) - brightness == pytest.approx(2)
    halved = 128 + (colors - 128) / 2
    assert patches.contrast(halved, colors) == pytest.approx(patches.contrast(colors, colors) / 2)
    assert patches.saturation(halved) == pytest.approx(patches.saturation(colors) / 2)
    grey = colors.mean(axis=1, keepdims=True).repeat(3, axis=1)
    assert patches.saturation(grey) == pytest.approx(0)


def test_saturation_is_of_the_two_middle_rows() -> None:
    colors = patches.patch_colors(charts.color_grid())
    outside = colors.reshape(8, 8, 3).copy()
    outside[[0, 1, 2, 5, 6, 7]] = 128
    assert patches.saturation(outside.reshape(-1, 3)) == patches.saturation(colors)
    middle = colors.reshape(8, 8, 3)[3:5]
    wanted = np.mean([max(square) - min(square) for square in middle.reshape(-1, 3).tolist()]) / 2.55
    assert patches.saturation(colors) == pytest.approx(wanted)


def test_contrast_is_of_the_squares_that_the_original_says() -> None:
    colors = patches.patch_colors(charts.color_grid())
    luma = colors @ (0.299, 0.587, 0.114)
    order = np.argsort(luma, kind="stable")
    wanted = (luma[order[-20:]].mean() - luma[order[:20]].mean()) / 2.55
    assert patches.contrast(colors, colors) == pytest.approx(wanted)
    assert patches.contrast(255 - colors, colors) == pytest.approx(-wanted)
