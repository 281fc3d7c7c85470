"""J and its terms, by the formula written out."""

from __future__ import annotations

import math

import numpy as np
import pytest

from vaelab.results.score import image_score, score, terms
from vaelab.settings import WEIGHT_NAMES

VALUES = {
    "lpips": 0.05,
    "gradient_ratio": 0.9,
    "color_ratio": 1.2,
    "drift_r": 0.03,
    "drift_g": -0.04,
    "drift_b": 0.0,
    "brightness_bias": -0.02,
    "marker_white_original": 1.0,
    "marker_black_original": 0.0,
    "marker_white_reconstruction": 0.93,
    "marker_black_reconstruction": 0.02,
}
ONE = dict.fromkeys(WEIGHT_NAMES, 1.0)


def test_score_is_the_weighted_sum_of_the_formula() -> None:
    weights = dict(zip(WEIGHT_NAMES, (1.0, 2.0, 3.0, 4.0, 5.0, 6.0), strict=True))
    expected = 0.05 + 2 * 0.1 + 3 * 0.2 + 4 * math.hypot(0.03, -0.04) + 5 * 0.02 + 6 * abs((0.93 - 0.02) - 1)
    found, reason = image_score(VALUES, weights, marker=True)
    assert reason == ""
    assert found == pytest.approx(expected, abs=1e-12)


def test_without_a_marker_the_last_three_terms_are_left_out() -> None:
    content = {name: VALUES[name] for name in ("lpips", "gradient_ratio", "color_ratio")}
    assert image_score(content, ONE, marker=False)[0] == pytest.approx(0.05 + 0.1 + 0.2)


def test_an_image_without_a_marker_gets_no_score_in_a_run_with_one() -> None:
    content = {name: VALUES[name] for name in ("lpips", "gradient_ratio", "color_ratio")}
    found, reason = image_score(content, ONE, marker=True)
    assert found is None
    assert "drift_r" in reason


def test_a_perfect_reconstruction_scores_zero() -> None:
    perfect = {
        **dict.fromkeys(VALUES, 0.0),
        "gradient_ratio": 1.0,
        "color_ratio": 1.0,
        "marker_white_original": 1.0,
        "marker_white_reconstruction": 1.0,
    }
    assert image_score(perfect, ONE, marker=True)[0] == 0.0


def test_terms_work_on_arrays_of_resampled_means() -> None:
    arrays = {name: np.full(5, value) for name, value in VALUES.items()}
    found = score(terms(arrays, marker=True), ONE)
    np.testing.assert_allclose(found, image_score(VALUES, ONE, marker=True)[0])
