"""The bootstrap and the descriptive statistics against straightforward NumPy."""

from __future__ import annotations

import numpy as np
from vaelab.statistics import Bootstrap, describe, interval


def test_bootstrap_of_a_mean_has_the_standard_error_of_a_mean() -> None:
    values = np.random.default_rng(3).normal(5.0, 2.0, 400)
    samples = Bootstrap.of({"a": values}).means["a"]
    assert len(samples) == 10_000
    assert abs(samples.mean() - values.mean()) < 0.01
    assert abs(samples.std() - values.std() / np.sqrt(400)) < 0.003


def test_interval_agrees_with_a_plain_percentile_bootstrap() -> None:
    values = np.random.default_rng(1).gamma(2.0, 1.0, 60)
    draws = np.random.default_rng(9).integers(0, 60, (20_000, 60))
    low, high = np.percentile(values[draws].mean(axis=1), (2.5, 97.5))
    found = interval(Bootstrap.of({"a": values}).means["a"])
    assert found is not None
    np.testing.assert_allclose(found, (low, high), atol=0.02)


def test_columns_share_their_draws_so_that_differences_are_paired() -> None:
    noise = np.random.default_rng(0).normal(0, 1, 50)
    means = Bootstrap.of({"a": noise, "b": noise + 0.25}).means
    np.testing.assert_allclose(means["b"] - means["a"], 0.25, atol=1e-5)


def test_missing_values_are_left_out_of_every_resample() -> None:
    values = np.array([1.0, np.nan, 3.0, np.nan, 5.0] * 20)
    samples = Bootstrap.of({"a": values, "full": np.ones(100)}).means["a"]
    assert abs(samples.mean() - 3.0) < 0.02
    assert np.isfinite(samples).all()


def test_a_large_offset_does_not_swallow_the_spread() -> None:
    values = 1e7 + np.random.default_rng(0).normal(0, 1, 100)
    samples = Bootstrap.of({"a": values}).means["a"]
    assert abs(samples.std() - values.std() / 10) < 0.01


def test_one_image_and_no_image() -> None:
    assert interval(Bootstrap.of({"a": np.array([2.0])}).means["a"]) == [2.0, 2.0]
    assert interval(Bootstrap.of({"a": np.empty(0)}).means["a"]) is None
    assert describe(np.array([np.nan]), np.empty(0)) is None


def test_describe_agrees_with_numpy() -> None:
    values = np.random.default_rng(5).normal(0, 1, 101)
    found = describe(values, Bootstrap.of({"a": values}).means["a"])
    assert found is not None
    assert found["mean"] == values.mean()
    assert found["std"] == values.std(ddof=1)
    assert (found["min"], found["median"], found["max"]) == (values.min(), np.median(values), values.max())
    np.testing.assert_allclose((found["p05"], found["p95"]), np.percentile(values, (5, 95)))
    assert found["ci95"][0] < found["mean"] < found["ci95"][1]


def test_infinite_psnr_is_counted_and_leaves_no_infinity() -> None:
    found = describe(np.array([np.inf, 30.0, np.inf]), np.empty(0))
    assert found is not None
    assert (found["n"], found["n_infinite"], found["mean"], found["ci95"]) == (3, 2, None, None)
    assert found["min"] == 30.0
    assert found["max"] is None
