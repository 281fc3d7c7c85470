"""J and its terms, of a set and of one image, by the formula written out."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from runs.result_rows import BASE, ONE

from vaelab.results.intervals import intervals
from vaelab.results.score import cut_terms, image_score, image_scores, set_score
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
CONTENT = ("lpips", "gradient_ratio", "color_ratio")


def random_set(seed: int, count: int) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(seed)
    return {
        "lpips": rng.lognormal(-2, 1, count),
        "gradient_energy_original": rng.lognormal(5, 1, count),
        "gradient_energy_reconstruction": rng.lognormal(4.5, 1, count),
        "colors_original": rng.integers(40, 40_000, count).astype(float),
        "colors_reconstruction": rng.integers(400, 30_000, count).astype(float),
        "drift_r": rng.normal(0.01, 0.05, count),
        "drift_g": rng.normal(-0.02, 0.05, count),
        "drift_b": rng.normal(0, 0.05, count),
        "brightness_bias": rng.normal(0.01, 0.02, count),
        "marker_white_original": np.ones(count),
        "marker_black_original": np.zeros(count),
        "marker_white_reconstruction": rng.uniform(0.8, 1, count),
        "marker_black_reconstruction": rng.uniform(0, 0.2, count),
    }


def test_score_of_an_image_is_the_weighted_sum_of_the_formula() -> None:
    weights = dict(zip(WEIGHT_NAMES, (1.0, 2.0, 3.0, 4.0, 5.0, 6.0), strict=True))
    expected = 0.05 + 2 * 0.1 + 3 * 0.2 + 4 * math.hypot(0.03, -0.04) + 5 * 0.02 + 6 * abs((0.93 - 0.02) - 1)
    found, note = image_score(VALUES, weights, marker=True)
    assert note == ""
    assert found == pytest.approx(expected, abs=1e-12)


def test_the_ratio_terms_of_one_image_count_at_most_as_all_off() -> None:
    """A chart of 40 colours that comes back with 4 000 is 99 times off, and counts as once."""
    chart = {**VALUES, "color_ratio": 100.0}
    found, note = image_score(chart, ONE, marker=False)
    assert found == pytest.approx(0.05 + 0.1 + 1.0)
    assert note == "score: color counted as 100 % off, the most of one image"
    both, note = image_score({**chart, "gradient_ratio": 2.5}, ONE, marker=False)
    assert both == pytest.approx(0.05 + 1.0 + 1.0)
    assert note == "score: gradient and color counted as 100 % off, the most of one image"
    exactly, note = image_score({**VALUES, "color_ratio": 2.0}, ONE, marker=False)
    assert (exactly, note) == (pytest.approx(1.15), "")
    # LPIPS is no ratio, and is not cut.
    assert image_score({**VALUES, "lpips": 3.0}, ONE, marker=False)[0] == pytest.approx(3.3)
    assert cut_terms({name: np.array([VALUES[name]]) for name in CONTENT}) == []


def test_without_a_marker_the_last_three_terms_are_left_out() -> None:
    content = {name: VALUES[name] for name in CONTENT}
    assert image_score(content, ONE, marker=False)[0] == pytest.approx(0.05 + 0.1 + 0.2)


def test_an_image_without_a_marker_gets_no_score_in_a_run_with_one() -> None:
    content = {name: VALUES[name] for name in CONTENT}
    found, reason = image_score(content, ONE, marker=True)
    assert found is None
    assert "drift_r" in reason
    columns = {name: np.array([value, np.nan]) for name, value in VALUES.items()}
    both = image_scores(columns, ONE, marker=True)
    assert both[0] == pytest.approx(image_score(VALUES, ONE, marker=True)[0])
    assert np.isnan(both[1])


def test_a_perfect_reconstruction_scores_zero() -> None:
    perfect = {**BASE, "lpips": 0.0}
    assert image_score(perfect, ONE, marker=True)[0] == 0.0
    found, parts = set_score({name: np.full(3, value) for name, value in perfect.items()}, ONE, marker=True)
    assert found["J"] == 0.0
    assert not parts["J"].any()


def test_j_of_a_set_is_made_of_ratios_of_means() -> None:
    columns = random_set(0, 50)
    weights = dict(zip(WEIGHT_NAMES, (1.0, 2.0, 3.0, 4.0, 5.0, 6.0), strict=True))
    mean = {name: values.mean() for name, values in columns.items()}
    rho_g = mean["gradient_energy_reconstruction"] / mean["gradient_energy_original"]
    rho_c = mean["colors_reconstruction"] / mean["colors_original"]
    gamma = mean["marker_white_reconstruction"] - mean["marker_black_reconstruction"]
    delta = math.hypot(*(mean[f"drift_{channel}"] for channel in "rgb"))
    expected = (
        mean["lpips"] + 2 * abs(1 - rho_g) + 3 * abs(1 - rho_c)
        + 4 * delta + 5 * abs(mean["brightness_bias"]) + 6 * abs(gamma - 1)
    )  # fmt: skip
    found, _ = set_score(columns, weights, marker=True)
    assert found["J"] == pytest.approx(expected)
    assert (found["rho_G"], found["rho_C"], found["gamma"]) == pytest.approx((rho_g, rho_c, gamma))


def test_one_chart_does_not_drown_a_hundred_photographs() -> None:
    """METRICS' demo: the mean of the ratios is about 100 times the ratio of the means."""
    colors = np.array([40.0] + [40_000.0] * 100)
    rebuilt = np.array([4_000.0] + [32_000.0] * 100)
    columns = {
        "lpips": np.full(101, 0.1), "colors_original": colors, "colors_reconstruction": rebuilt,
        "gradient_energy_original": np.full(101, 100.0), "gradient_energy_reconstruction": np.full(101, 100.0),
    }  # fmt: skip
    found, _ = set_score(columns, ONE, marker=False)
    ratio = (4_000 + 100 * 32_000) / (40 + 100 * 40_000)
    assert found["rho_C"] == pytest.approx(ratio)
    assert found["J"] == pytest.approx(0.1 + 1 - ratio)
    assert found["J"] < 0.31 < abs(1 - (rebuilt / colors).mean())


@given(st.integers(0, 10_000), st.integers(2, 60), st.booleans())
def test_the_mean_contribution_is_j_and_its_interval_contains_it(seed: int, count: int, marker: bool) -> None:
    columns = random_set(seed, count)
    found, parts = set_score(columns, ONE, marker=marker)
    # So does that of each ratio of means.
    for name in ("J", "rho_G", "rho_C", "gamma"):
        assert parts[name].mean() == pytest.approx(found[name], rel=1e-12)
        ((low, high),) = intervals([parts[name]], 200)  # type: ignore[misc]
        assert low <= found[name] <= high
    assert parts["delta_norm"].mean() == pytest.approx(math.hypot(*found["delta"]), rel=1e-12)


def test_contributions_are_the_slope_of_j() -> None:
    """Counting an image a little more moves J by that much of what the image contributes above J."""
    columns = random_set(4, 30)
    found, parts = set_score(columns, ONE, marker=True)
    step = 1e-6
    for image in (0, 7, 29):
        share = np.full(30, (1 - step) / 30)
        share[image] += step
        moved, _ = set_score(
            {name: np.array([values @ share]) for name, values in columns.items()}, ONE, marker=True
        )
        for name in ("J", "rho_G", "rho_C", "gamma"):
            slope = (moved[name] - found[name]) / step
            assert slope == pytest.approx(parts[name][image] - found[name], rel=1e-3, abs=1e-4)


def test_a_term_that_has_no_value_leaves_j_empty() -> None:
    columns = random_set(1, 5)
    del columns["colors_original"]
    found, parts = set_score(columns, ONE, marker=True)
    assert (found["J"], found["rho_C"]) == (None, None)
    assert not {"J", "rho_C"} & parts.keys()
    black = random_set(1, 5) | {"gradient_energy_original": np.zeros(5)}
    assert set_score(black, ONE, marker=True)[0]["J"] is None
