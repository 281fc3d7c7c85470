"""The 95 % interval of a mean, and what describes a column, against SciPy and against loops written out."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from vaelab.arrays import Floats
from vaelab.results import intervals as module
from vaelab.results.intervals import RESAMPLES, SEED, describe, intervals


def slow_bootstrap_t(values: Floats, draws: np.ndarray) -> tuple[float, float]:
    """The studentized interval as Efron and Tibshirani (1993, 12.5) write it, one resample at a time."""
    mean, error = values.mean(), values.std(ddof=1) / math.sqrt(len(values))
    scores = []
    for drawn in draws:
        sample = values[drawn]
        sample_error = sample.std(ddof=1) / math.sqrt(len(sample))
        difference = sample.mean() - mean
        scores.append(
            difference / sample_error if sample_error > 1e-12 else math.copysign(math.inf, difference)
        )
    scores.sort()
    low, high = scores[math.ceil(0.025 * len(scores)) - 1], scores[math.ceil(0.975 * len(scores)) - 1]
    return mean - high * error, mean - low * error


@pytest.mark.parametrize("count", [6, 9, 40])
def test_the_interval_is_the_bootstrap_t_of_the_same_draws(count: int) -> None:
    values = np.sort(np.random.default_rng(count).lognormal(0, 0.7, count))
    draws = np.random.default_rng(SEED).integers(0, count, (RESAMPLES, count), dtype=np.int32)
    (found,) = intervals([values])
    np.testing.assert_allclose(found, slow_bootstrap_t(values, draws), rtol=0, atol=1e-4 * values.std())


def test_other_draws_give_nearly_the_same_interval() -> None:
    values = np.random.default_rng(1).gamma(2.0, 1.0, 60)
    draws = np.random.default_rng(99).integers(0, 60, (20_000, 60))
    (found,) = intervals([values])
    np.testing.assert_allclose(found, slow_bootstrap_t(values, draws), rtol=0, atol=0.05 * values.std())


def test_it_follows_the_skew_of_a_column() -> None:
    values = np.random.default_rng(2).lognormal(0, 1, 30)
    ((low, high),) = intervals([values])  # type: ignore[misc]
    student = stats.t.interval(0.95, 29, values.mean(), stats.sem(values))
    assert high - values.mean() > 1.3 * (values.mean() - low)
    assert low > student[0]
    assert high > student[1]


@pytest.mark.parametrize("count", [2, 3, 5, 2001])
def test_student_below_six_and_above_two_thousand(count: int) -> None:
    values = np.random.default_rng(count).lognormal(0, 1, count)
    expected = stats.t.interval(0.95, count - 1, values.mean(), stats.sem(values))
    np.testing.assert_allclose(intervals([values])[0], expected, rtol=1e-9)


def test_the_two_methods_meet_at_the_limit() -> None:
    values = np.random.default_rng(0).normal(5, 1, 2000)
    expected = stats.t.interval(0.95, 1999, values.mean(), stats.sem(values))
    np.testing.assert_allclose(intervals([values])[0], expected, rtol=0, atol=0.002)
    assert intervals([values], resamples=0)[0] == pytest.approx(expected)


def test_one_image_has_no_interval_and_equal_values_have_no_width() -> None:
    assert intervals([np.array([2.0]), np.empty(0)]) == [None, None]
    assert intervals([np.full(8, 0.1)]) == [(0.1, 0.1)]


def test_it_depends_on_neither_the_order_of_images_nor_the_other_columns() -> None:
    rng = np.random.default_rng(7)
    columns = [rng.lognormal(0, 1, count) for count in (12, 30, 12, 12)]
    alone = [intervals([column])[0] for column in columns]
    assert intervals(columns) == alone
    assert intervals([rng.permutation(column) for column in columns]) == alone


def test_many_columns_are_worked_off_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(7)
    columns = [rng.lognormal(0, 1, 12) for _ in range(100)]
    whole = intervals(columns, 500)
    assert intervals(columns[:1], 500) == whole[:1]
    monkeypatch.setattr(module, "_WIDTH", 7)
    np.testing.assert_allclose(intervals(columns, 500), whole, rtol=1e-5)
    monkeypatch.setattr(module, "_CHUNK_COUNTS", 100)
    np.testing.assert_allclose(intervals(columns, 500), whole, rtol=0.2)


def test_units_do_not_matter() -> None:
    values = np.random.default_rng(3).lognormal(0, 0.5, 25)
    ((low, high),) = intervals([values])  # type: ignore[misc]
    ((scaled_low, scaled_high),) = intervals([1000 * values + 1e6])  # type: ignore[misc]
    np.testing.assert_allclose((scaled_low, scaled_high), (1000 * low + 1e6, 1000 * high + 1e6), rtol=1e-9)


@pytest.mark.parametrize(
    "values",
    [(0, 0, 0, 0, 0, 1), (0, 0, 0, 0, -1, 1), (1, 1, 1, 2, 2, 2), (0, 0, 0, 0, 0, 0, 1e-300)],
)
def test_few_distinct_values_give_an_interval_and_no_warning(values: tuple[float, ...]) -> None:
    ((low, high),) = intervals([np.array(values, float)])  # type: ignore[misc]
    assert math.isfinite(low)
    assert math.isfinite(high)
    assert low <= np.mean(values) <= high


@pytest.mark.parametrize("scale", [0.1, 1.0, 20.0])
def test_the_quick_order_statistics_are_those_of_a_sort(scale: float) -> None:
    scores = scale * np.random.default_rng(0).lognormal(0, 1, 10_000) - 2 * scale
    ordered = np.sort(scores)
    assert module._tails(scores) == (ordered[249], ordered[9749])
    scores[:300], scores[300:600] = -np.inf, np.inf
    assert module._tails(scores) == (-np.inf, np.inf)


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=40))
def test_the_mean_lies_in_its_interval(values: list[float]) -> None:
    column = np.array(values)
    ((low, high),) = intervals([column], 200)  # type: ignore[misc]
    slack = 1e-9 * max(1.0, float(np.abs(column).max()))
    assert low - slack <= column.mean() <= high + slack


def test_describe_agrees_with_numpy() -> None:
    values = np.random.default_rng(5).normal(0, 1, 101)
    (bounds,) = intervals([values])
    found = describe(values, bounds)
    assert found is not None
    assert bounds is not None
    assert found["mean"] == values.mean()
    assert found["std"] == values.std(ddof=1)
    assert (found["min"], found["median"], found["max"]) == (values.min(), np.median(values), values.max())
    np.testing.assert_allclose((found["p05"], found["p95"]), np.percentile(values, (5, 95)))
    assert found["ci95"] == list(bounds)
    assert (found["n"], found["n_infinite"]) == (101, 0)


def test_one_value_has_no_standard_deviation_and_none_no_description() -> None:
    found = describe(np.array([np.nan, 3.0]), None)
    assert found is not None
    assert (found["mean"], found["std"], found["ci95"], found["n"]) == (3.0, None, None, 1)
    assert describe(np.array([np.nan]), None) is None


def test_infinite_values_are_counted_and_stay_out_of_the_mean() -> None:
    found = describe(np.array([np.inf, 30.0, np.inf, 34.0, np.nan]), (20.0, 40.0))
    assert found is not None
    assert (found["n"], found["n_infinite"]) == (4, 2)
    assert found["mean"] == 32.0
    assert found["std"] == pytest.approx(math.sqrt(8))
    assert (found["min"], found["max"]) == (30.0, None)
    whole = describe(np.array([np.inf, np.inf]), None)
    assert whole is not None
    assert (whole["mean"], whole["std"], whole["median"], whole["n_infinite"]) == (None, None, None, 2)
