"""Edges of known blur, drawn from their closed form, give their known modulation transfer function."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter
from scipy.special import ndtr

from vaelab.arrays import Floats
from vaelab.charts.slanted_edge import EDGES, EdgeResponse, edge_response, edge_responses
from vaelab.images.charts import charts
from vaelab.metrics.base import Undefined


def _drawn(sigma: float, degrees: float = 5.0, low: float = 40.0, high: float = 200.0) -> Floats:
    """An edge under a Gaussian of this σ, each pixel the mean of 16 × 16 points of the closed form."""
    fine = 16
    y, x = (np.arange(48 * fine) + 0.5) / fine - 24, (np.arange(48 * fine) + 0.5) / fine - 24
    angle = np.deg2rad(degrees)
    distance = x[None, :] * np.cos(angle) + y[:, None] * np.sin(angle)
    plane = low + (high - low) * ndtr(distance / sigma)
    return np.asarray(plane.reshape(48, fine, 48, fine).mean(axis=(1, 3)))


def _known(sigma: float, frequency: Floats, degrees: float = 5.0) -> Floats:
    """The closed form: the Gaussian's transfer function by that of the square pixel."""
    angle = np.deg2rad(degrees)
    pixel = np.sinc(frequency * np.cos(angle)) * np.sinc(frequency * np.sin(angle))
    return np.asarray(np.exp(-2 * (np.pi * sigma * frequency) ** 2) * pixel)


def _known_mtf50(sigma: float, degrees: float = 5.0) -> float:
    frequency = np.linspace(0, 1, 100_001)
    return float(frequency[np.argmax(_known(sigma, frequency, degrees) < 0.5)])


@pytest.mark.parametrize("degrees", [5.0, -5.0, 8.0])
@pytest.mark.parametrize("sigma", [0.3, 0.5, 0.8, 1.0, 1.5, 2.0, 3.0, 4.0])
def test_an_edge_of_known_blur_gives_its_mtf50_within_two_percent(sigma: float, degrees: float) -> None:
    found = edge_response(_drawn(sigma, degrees))
    assert isinstance(found, EdgeResponse)
    assert found.mtf50 == pytest.approx(_known_mtf50(sigma, degrees), rel=0.02)
    for frequency in (0.05, 0.1, 0.25, 0.4):
        known = float(_known(sigma, np.array([frequency]), degrees)[0])
        assert found.at(frequency) == pytest.approx(known, abs=0.01), frequency


def test_an_edge_is_the_same_from_the_other_side_brighter_and_moved() -> None:
    plane = _drawn(1.0)
    wanted = edge_response(plane)
    assert isinstance(wanted, EdgeResponse)
    for other in (255 - plane, plane * 0.5 + 20, plane[::-1, ::-1]):
        found = edge_response(other)
        assert isinstance(found, EdgeResponse)
        np.testing.assert_allclose(found.mtf, wanted.mtf, atol=2e-3)
    moved = edge_response(np.roll(plane, 2, axis=1)[:, 2:])
    assert isinstance(moved, EdgeResponse)
    assert moved.mtf50 == pytest.approx(wanted.mtf50, rel=0.01)


def test_the_charts_own_edges_have_the_pixels_transfer_function() -> None:
    frequency = np.linspace(0, 1, 100_001)
    pixel = _known(1e-9, frequency)
    for name, found in edge_responses(charts.slanted_edges()).items():
        assert isinstance(found, EdgeResponse), name
        assert found.mtf50 == pytest.approx(frequency[np.argmax(pixel < 0.5)], rel=0.02), name
        assert found.at(0.25) == pytest.approx(float(np.interp(0.25, frequency, pixel)), abs=0.01), name


def test_blurring_one_colour_pair_concerns_that_pair_alone() -> None:
    chart = charts.slanted_edges()
    blurred = chart.astype(np.float64)
    blurred[2 * 128 : 3 * 128] = gaussian_filter(blurred[2 * 128 : 3 * 128], (2, 2, 0))
    before, after = edge_responses(chart), edge_responses(np.rint(blurred).astype(np.uint8))
    for name in EDGES:
        first, second = before[name], after[name]
        assert isinstance(first, EdgeResponse)
        assert isinstance(second, EdgeResponse)
        if name == "red_green":
            assert second.mtf50 == pytest.approx(_known_mtf50(2.0), rel=0.03)
        else:
            np.testing.assert_array_equal(first.mtf, second.mtf)


def test_a_sharpened_edge_passes_one() -> None:
    plane = _drawn(1.0)
    sharpened = plane + 1.5 * (plane - gaussian_filter(plane, 1.5))
    found = edge_response(sharpened)
    assert isinstance(found, EdgeResponse)
    assert found.mtf.max() > 1.1


@pytest.mark.parametrize(
    "plane",
    [
        np.full((48, 48), 128.0),
        128 + np.random.RandomState(0).standard_normal((48, 48)),
        np.where(np.arange(48) < 24, 20.0, 200.0)[None, :].repeat(48, axis=0),
    ],
    ids=["flat", "noise", "upright"],
)
def test_where_there_is_nothing_to_measure_there_is_a_reason(plane: Floats) -> None:
    found = edge_response(plane)
    assert isinstance(found, Undefined)
    assert found.reason
