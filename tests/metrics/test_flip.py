"""FLIP against the package of its authors, and against what must hold of it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from skimage import data

from vaelab.metrics.maps.flip import flip_map, pooled
from vaelab.metrics.numerics.flip import PIXELS_PER_DEGREE

Pixels = npt.NDArray[np.uint8]


def noisy(x: Pixels, by: int = 20) -> Pixels:
    noise = np.random.default_rng(0).integers(-by, by + 1, x.shape)
    return np.clip(x.astype(int) + noise, 0, 255).astype(np.uint8)


IMAGES = {
    "photograph": np.ascontiguousarray(data.astronaut()[:200, :240]),
    "odd": np.ascontiguousarray(data.coffee()[:151, :97]),
    "narrower than the filters": np.ascontiguousarray(data.chelsea()[:5, :3]),
    "one pixel": np.ascontiguousarray(data.chelsea()[:1, :1]),
    "constant": np.full((33, 40, 3), 128, np.uint8),
    "black": np.zeros((20, 20, 3), np.uint8),
}


@pytest.mark.parametrize("name", IMAGES)
def test_it_agrees_with_the_package_of_its_authors(name: str) -> None:
    package = pytest.importorskip("flip_evaluator", reason="the authors' package has no wheel here")
    x = IMAGES[name]
    for y in (noisy(x), np.ascontiguousarray(x[::-1]), 255 - x, noisy(x, 2)):
        pair = (image.astype(np.float32) / 255 for image in (x, y))
        expected, _, parameters = package.evaluate(*pair, "LDR", applyMagma=False)
        assert parameters["ppd"] == pytest.approx(PIXELS_PER_DEGREE, rel=1e-6)
        found = flip_map(x, y)
        assert found.dtype == np.float32
        # Both round in float32; the square root of the features' difference enlarges what is next to nothing.
        assert np.abs(found - expected[..., 0]).max() < 2e-4
        assert found.mean(dtype=np.float64) == pytest.approx(expected.mean(dtype=np.float64), abs=5e-5)


@pytest.mark.parametrize("per_degree", [20.0, 120.0])
def test_it_agrees_at_other_distances_of_the_eye(per_degree: float) -> None:
    package = pytest.importorskip("flip_evaluator", reason="the authors' package has no wheel here")
    x = IMAGES["odd"]
    y = noisy(x)
    pair = (image.astype(np.float32) / 255 for image in (x, y))
    expected, _, _ = package.evaluate(*pair, "LDR", applyMagma=False, parameters={"ppd": per_degree})
    assert np.abs(flip_map(x, y, per_degree) - expected[..., 0]).max() < 2e-4


@pytest.mark.parametrize("name", IMAGES)
def test_equal_images_have_none(name: str) -> None:
    found = flip_map(IMAGES[name], IMAGES[name].copy())
    assert found.shape == IMAGES[name].shape[:2]
    assert not found.any()
    assert pooled(found).maximum == pooled(found).median == pooled(found).mean == 0


def test_a_constant_pair_gives_one_value_throughout_and_the_farthest_colors_give_1() -> None:
    green, blue = np.zeros((2, 30, 30, 3), np.uint8)
    green[..., 1] = 255
    blue[..., 2] = 255
    found = flip_map(green, blue)
    assert np.ptp(found) < 1e-5
    assert found[0, 0] == pytest.approx(1, abs=1e-4)


def test_the_farther_the_eye_the_less_noise_it_sees() -> None:
    x = IMAGES["photograph"]
    y = noisy(x)
    near, usual, far = (float(flip_map(x, y, per_degree).mean()) for per_degree in (20, 67, 200))
    assert near > usual > far > 0


def test_the_reference_may_be_either_image() -> None:
    x = IMAGES["odd"]
    y = noisy(x)
    assert np.array_equal(flip_map(x, y), flip_map(y, x))


def test_images_of_different_shapes_are_refused() -> None:
    with pytest.raises(ValueError, match="different shapes"):
        flip_map(IMAGES["odd"], IMAGES["photograph"])


def test_quartiles_weigh_each_pixel_by_its_error() -> None:
    values = np.array([[0.0, 0.0, 0.0, 0.1], [0.1, 0.2, 0.2, 0.4]])
    found = pooled(values)
    # Of the sum, 1.0, up to 0.2 is in the 0.1s, up to 0.6 in the 0.2s, the rest in 0.4.
    assert (found.first_quartile, found.median, found.third_quartile) == (0.2, 0.2, 0.4)
    assert found.mean == pytest.approx(0.125)
    assert found.maximum == 0.4
