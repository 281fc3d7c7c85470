"""The sign-flip test against every pattern written out, SciPy and the t test; Holm against an example by hand."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from vaelab.arrays import Floats
from vaelab.results import sign_flip
from vaelab.results.sign_flip import (
    ALPHA,
    DRAWS,
    MOST_FOR_DRAWS,
    MOST_FOR_EXACT,
    fewest_images,
    holm,
    p_values,
    sign_test,
)


def brute_force(differences: Floats) -> float:
    """The share of all sign patterns whose sum is at least as far from 0, one after the other."""
    observed = abs(differences.sum())
    hits = [
        abs(np.dot(signs, differences)) >= observed - 1e-9 * np.abs(differences).sum()
        for signs in itertools.product((-1.0, 1.0), repeat=len(differences))
    ]
    return float(np.mean(hits))


@pytest.mark.parametrize("count", range(1, 11))
def test_it_counts_every_pattern(count: int) -> None:
    rng = np.random.default_rng(count)
    columns = [
        rng.normal(0.5, 1, count),
        rng.lognormal(0, 1, count),
        rng.integers(-2, 4, count).astype(float),
    ]
    assert p_values(columns) == pytest.approx([brute_force(column) for column in columns], abs=1e-12)


@pytest.mark.parametrize("count", [11, MOST_FOR_EXACT])
def test_exact_against_scipy(count: int) -> None:
    values = np.random.default_rng(count).normal(0.4, 1, count)
    expected = stats.permutation_test(
        (values,), np.mean, permutation_type="samples", n_resamples=np.inf, vectorized=True
    )
    assert p_values([values])[0] == pytest.approx(expected.pvalue, abs=1e-12)


@pytest.mark.parametrize("count", [MOST_FOR_EXACT + 1, 60, MOST_FOR_DRAWS])
def test_drawn_against_scipy(count: int) -> None:
    values = np.random.default_rng(count).normal(1.8 / count**0.5, 1, count)
    expected = stats.permutation_test(
        (values,), np.mean, permutation_type="samples", n_resamples=20_000, vectorized=True, rng=1, batch=2000
    )
    # SciPy doubles the smaller side, ours counts both.
    error = (expected.pvalue * (1 / 20_000 + 1 / DRAWS)) ** 0.5
    assert p_values([values])[0] == pytest.approx(expected.pvalue, abs=4 * error + 1e-4)


def test_the_t_test_above_the_limit_and_near_it_the_same() -> None:
    values = np.random.default_rng(3).normal(0.09, 1, MOST_FOR_DRAWS + 1)
    expected = stats.ttest_1samp(values, 0).pvalue
    assert p_values([values])[0] == pytest.approx(expected, rel=1e-9)
    below = values[:-1]
    error = (expected * (1 - expected) / DRAWS) ** 0.5
    assert p_values([below])[0] == pytest.approx(stats.ttest_1samp(below, 0).pvalue, abs=4 * error + 1e-3)
    assert p_values([np.full(600, 0.25)]) == [0.0]


@pytest.mark.parametrize("count", [8, 40, 700])
def test_it_depends_on_neither_the_order_of_images_nor_which_vae_is_first(count: int) -> None:
    rng = np.random.default_rng(count)
    values = rng.normal(0.3, 1, count)
    (found,) = p_values([values])
    for other in (rng.permutation(values), -values, -rng.permutation(values)):
        assert p_values([other])[0] == pytest.approx(found, abs=1e-12)
    # Nor on what else is tested.
    assert p_values([rng.normal(0, 1, count), values, rng.normal(0, 1, count + 1)])[1] == pytest.approx(
        found, abs=1e-12
    )


def test_a_p_value_does_not_depend_on_how_many_others_there_are() -> None:
    """A baseline more brings hundreds of columns: the same patterns are drawn all the same, and rounded the same."""
    rng = np.random.default_rng(5)
    columns = [rng.normal(0.3, 1, 30) for _ in range(200)]
    together = p_values(columns)
    assert [p_values([column])[0] for column in columns[::40]] == together[::40]


def test_drawn_p_values_are_never_zero() -> None:
    """The observed pattern is one of those that could have been (Phipson and Smyth 2010)."""
    assert p_values([np.full(50, 0.25)])[0] == pytest.approx(1 / (1 + DRAWS))


def test_nothing_to_tell_apart() -> None:
    assert p_values([np.zeros(20), np.empty(0), np.array([1.0, -1.0] * 5)]) == [1.0, 1.0, 1.0]


def test_equal_differences_of_one_sign_are_decided_from_six_images() -> None:
    assert p_values([np.full(5, 0.1)]) == [2 / 2**5]
    assert p_values([np.full(6, 0.1)]) == [2 / 2**6]
    assert 2 / 2**6 < ALPHA < 2 / 2**5


@pytest.mark.parametrize(("vaes", "needed"), [(2, 6), (3, 7), (4, 8), (5, 9)])
def test_the_fewest_images_are_those_of_the_contract(vaes: int, needed: int) -> None:
    pairs = vaes * (vaes - 1) // 2
    assert fewest_images(pairs) == needed
    for count in (needed - 1, needed):
        least = p_values([np.full(count, 1.0)] * pairs)
        assert (max(holm(least)) < ALPHA) == (count == needed)


def test_holm_by_hand() -> None:
    # 4 × 0.005; 3 × 0.01; 2 × 0.03 = 0.06; 0.04, which may not be smaller than the one before it.
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([0.5, 0.9]) == [1.0, 1.0]
    assert holm([]) == []


@given(st.lists(st.floats(0, 1), max_size=8))
def test_holm_lies_between_no_correction_and_bonferroni(p: list[float]) -> None:
    for raw, corrected in zip(p, holm(p), strict=True):
        assert raw <= corrected <= min(1.0, len(p) * raw) or corrected == max(holm(p))
    order = sorted(range(len(p)), key=lambda place: p[place])
    corrected = [holm(p)[place] for place in order]
    assert corrected == sorted(corrected)


@pytest.mark.parametrize(("positive", "negative"), [(6, 0), (3, 9), (5, 5), (0, 1), (40, 61)])
def test_the_sign_test_is_the_binomial_one(positive: int, negative: int) -> None:
    expected = stats.binomtest(positive, positive + negative).pvalue
    assert sign_test(positive, negative) == pytest.approx(expected)
    assert sign_test(0, 0) == 1.0


def test_patterns_that_are_not_drawn_decide_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Below 0.1 a p-value is that of all draws; above, it is near it."""
    rng = np.random.default_rng(5)
    columns = [rng.normal(shift, 1.0, 40) for shift in np.linspace(0.0, 0.6, 240)]
    short = np.array(p_values(columns))
    monkeypatch.setattr(sign_flip, "ENOUGH", DRAWS + 1)
    whole = np.array(p_values(columns))
    low = whole < 0.1
    assert 40 < low.sum() < 200
    assert (short[low] == whole[low]).all()
    assert (short[~low] >= 0.1).all()
    assert (short != whole).any()
    np.testing.assert_allclose(short, whole, atol=0.015)


def test_threads_change_no_p_value(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(6)
    columns = [rng.normal(0.2, 1.0, 20) for _ in range(1000)]
    found = []
    for cores in (1, 3):
        monkeypatch.setattr(sign_flip, "usable_cores", lambda cores=cores: cores)
        found.append(p_values(columns))
    assert found[0] == found[1]
