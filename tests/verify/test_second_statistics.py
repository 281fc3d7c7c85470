"""The second intervals and tests agree with the first on columns of every shape, so that no sound run is called wrong."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from vaelab.arrays import Floats
from vaelab.results import intervals, sign_flip
from vaelab.verify.summary import claims, statistics


def columns(count: int) -> dict[str, Floats]:
    """Columns of so many images: usual ones, and those on which single precision is weakest."""
    random = np.random.default_rng(count)
    found = {
        "normal": random.normal(3, 1, count),
        "lognormal": random.lognormal(-3, 1, count),
        "offset": 1e4 + random.normal(0, 1e-3, count),
        "two values": random.choice([0.25, 0.75], count),
        "whole": random.integers(0, 4, count).astype(float),
        "equal": np.full(count, 0.1),
        "signs": random.normal(0, 1e-9, count),
    }
    for far in (10.0, 300.0, 1e4, 1e7):
        found[f"one outlier {far:g}"] = np.append(random.normal(1, 1e-2, count - 1), far)
    return found


@pytest.mark.parametrize("count", [1, 2, 5, 6, 7, 9, 12, 33, 150])
def test_intervals_agree(count: int) -> None:
    for name, values in columns(count).items():
        (first,) = intervals.intervals([values])
        recorded = None if first is None else list(first)
        worst = max(each.tolerances for each in claims.interval("", recorded, values))
        assert worst <= 1, (name, worst)


@pytest.mark.parametrize("count", [6, 12, 33, 150, 600])
def test_an_interval_by_another_method_does_not_agree(count: int) -> None:
    """Neither Student's, where the bootstrap counts, nor one of other resamples, nor one that is a hundredth too wide."""
    values = columns(count)["lognormal"]
    ((low, high),) = (ends for ends in intervals.intervals([values]) if ends is not None)
    ((other_low, other_high),) = (ends for ends in intervals.intervals([values], 0) if ends is not None)
    drawn = np.random.default_rng(1).choice(values, (10_000, count)).mean(axis=1)
    wrong = [[low, high + (high - low) / 100], np.percentile(drawn, [2.5, 97.5]).tolist(), None]
    for ends in [*wrong, [other_low, other_high]]:
        assert max(each.tolerances for each in claims.interval("", ends, values)) > 1


@pytest.mark.parametrize("count", [1, 2, 6, 16, 17, 60, 150, 501])
def test_p_values_agree(count: int) -> None:
    tables = {name: values - np.median(values) for name, values in columns(count).items()} | columns(count)
    first = sign_flip.p_values(list(tables.values()))
    for name, values, p in zip(tables, tables.values(), first, strict=True):
        found = claims.probability(p, statistics.p_range(values))
        assert found.tolerances <= 1, (name, found)


@pytest.mark.parametrize("count", [6, 17, 60])
def test_the_p_of_other_differences_does_not_agree(count: int) -> None:
    values = columns(count)["normal"] - 2.7
    low, high = statistics.p_range(values)
    assert low == high, "no slack where no difference outweighs all others"
    values[0] += 1
    assert claims.probability(low, statistics.p_range(values)).tolerances > 1


def test_corrections_and_sign_tests_agree() -> None:
    random = np.random.default_rng(0)
    for count in range(8):
        p = random.choice([0.001, 0.01, 0.02, 0.02, 0.3, 1.0], count).tolist()
        assert statistics.holm(p) == pytest.approx(sign_flip.holm(p))
    for first, second in itertools.product(range(9), repeat=2):
        assert statistics.sign_test(first, second) == pytest.approx(sign_flip.sign_test(first, second))
    assert [statistics.fewest_images(pairs) for pairs in (1, 3, 6, 10)] == [6, 7, 8, 9], "docs/statistics.md"


def test_descriptions_agree_also_where_some_are_infinite() -> None:
    random = np.random.default_rng(3)
    for count in (1, 2, 9, 40):
        for infinite in {0, 1, count // 2, count}:
            values = random.normal(30, 4, count)
            values[:infinite] = np.inf
            values = np.append(values, np.nan)
            first = intervals.describe(values, None)
            assert first is not None
            second = statistics.described(values)
            for name, value in second.items():
                assert (value is None) == (first[name] is None), name
                assert value is None or value == pytest.approx(first[name], rel=1e-12), name
