"""Means, intervals, tests and corrections a second time, plainly, in float64 with NumPy and SciPy, one column at a time.

From docs/statistics.md. The bootstrap and the permutations draw what the definition's seed names, so that what is compared is
the arithmetic and not luck: resamples with ``default_rng(0)``, 10 000 rows of n places in ascending values; sign patterns with
``default_rng(0)`` in blocks of 2 048, largest difference first, until 10 000 of them reached the mean that was observed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy import stats

from vaelab.arrays import Array, Floats

_RESAMPLES, _DRAWS, _BLOCK, _HITS = 10_000, 100_000, 2048, 10_000
_ALPHA = 0.05
_FLAT = 1e-6
"""A resample whose variance is below this share of the sample's counts as one of a single value: it has no standard error."""
_UNSURE = (0.8, 1.0, 1.25)
"""Nearer to that limit than this, single precision decides it either way: both intervals are right then."""

_SINGLE = 1e-6
"""What single precision may be off in a resample's variance, in variances of the sample."""
_SLACK = 1e-6
"""The same in a sum of differences with signs, as a share of their sizes."""
_EQUAL = 1e-12
"""Sums of the same numbers in another order differ by no more."""
_NEAR = 3
"""Resamples beside the one that an end is read from, with which rounding may exchange it."""


@dataclass(frozen=True, slots=True)
class Ends:
    """The two ends of an interval.

    Attributes:
        low, high: themselves.
        unsure: how far each may be off by the single precision of the program's resamples: much where an outlier makes the
            variance of most resamples small.
    """

    low: float
    high: float
    unsure: tuple[float, float] = (0.0, 0.0)


def interval_candidates(values: Floats) -> list[Ends | None]:
    """Return the 95 % interval of a mean: one, or several where rounding may decide between them.

    Args:
        values: (n,) float64, finite.
    """
    values = np.sort(values)
    count = len(values)
    if count < 2:
        return [None]
    if values[0] == values[-1]:
        return [Ends(float(values[0]), float(values[0]))]
    mean, spread = float(values.mean()), float(values.std(ddof=1))
    if not 6 <= count <= 2000 or spread == 0.0:  # or too close to one another to be squared
        return [_student(values)]
    counts = _counts(count)
    centred = (values - mean) / spread
    means = counts @ centred / count
    variances = (counts @ centred**2 / count - means**2) * count / (count - 1)
    limits = [_FLAT * factor for factor in _UNSURE]
    sure = not ((variances >= limits[0]) & (variances < limits[-1])).any()
    resampled = [_studentized(means, variances, count, limit) for limit in (limits[1:2] if sure else limits)]
    error = spread / math.sqrt(count)
    found: list[Ends | None] = []
    for each in resampled:
        if not all(map(math.isfinite, (each.low, each.high))):
            found.append(_student(values))
            continue
        unsure = each.unsure[1] * error, each.unsure[0] * error
        found.append(Ends(mean - each.high * error, mean - each.low * error, unsure))
    return found


def _studentized(means: Floats, variances: Floats, count: int, limit: float) -> Ends:
    """The order statistics of the resamples' distances in standard errors that leave 2.5 % on either side."""
    flat = variances < limit
    scores = means / np.sqrt(np.where(flat, 1.0, variances) / count)
    scores[flat] = np.where(np.abs(means[flat]) < 1e-4, 0.0, np.copysign(np.inf, means[flat]))
    order = np.argsort(scores)
    places = [math.ceil(tail * _RESAMPLES) - 1 for tail in (0.025, 0.975)]
    ends = [float(scores[order[place]]) for place in places]
    unsure = []
    for place, end in zip(places, ends, strict=True):
        smallest = float(variances[order[place - _NEAR : place + _NEAR + 1]].min())
        unsure.append(abs(end) * _SINGLE / max(smallest, _FLAT))
    return Ends(ends[0], ends[1], (unsure[0], unsure[1]))


def _student(values: Floats) -> Ends:
    count = len(values)
    error = float(values.std(ddof=1)) / math.sqrt(count)
    if error == 0.0:
        return Ends(float(values.mean()), float(values.mean()))
    low, high = stats.t.interval(0.95, count - 1, loc=values.mean(), scale=error)
    return Ends(float(low), float(high))


@lru_cache(maxsize=2)
def _counts(count: int) -> Floats:
    """How often each place is drawn in each resample: (resamples, count)."""
    drawn = np.random.default_rng(0).integers(0, count, size=(_RESAMPLES, count), dtype=np.int32)
    found = np.zeros((_RESAMPLES, count))
    for line, places in zip(found, drawn, strict=True):
        line += np.bincount(places, minlength=count)
    return found


def p_range(differences: Floats) -> tuple[float, float]:
    """Return the least and the largest two-sided p of the sign-flip test that the definition allows.

    Patterns whose mean is as far from 0 as the observed one but for a millionth of all sizes may count as reaching it or not: the
    program adds in single precision. The two differ where one difference is a million times the others, and hardly elsewhere.

    Args:
        differences: paired, (n,) float64, finite.
    """
    count = len(differences)
    if not count or not np.any(differences):
        return 1.0, 1.0
    if count > 500:
        p = float(stats.ttest_1samp(differences, 0.0).pvalue) if np.ptp(differences) else 0.0
        return p, p
    sizes = np.sort(np.abs(differences))[::-1] / np.abs(differences).sum()
    observed = abs(float(differences.sum())) / float(np.abs(differences).sum())
    reached = observed - _EQUAL, observed - 2 * _SLACK
    if count <= 16:
        sums = np.abs(_every_sign(count) @ sizes)
        return float((sums >= reached[0]).mean()), float((sums >= reached[1]).mean())
    return _drawn_shares(sizes, reached)


def _drawn_shares(sizes: Floats, reached: tuple[float, float]) -> tuple[float, float]:
    """The shares of the drawn sign patterns that take the mean that far; each is counted until it has enough of them."""
    found: list[float | None] = [None, None]
    hits, tried = [0, 0], 0
    for signs in _drawn_signs(len(sizes)):
        sums = np.abs(signs @ sizes)
        tried += len(signs)
        for place, limit in enumerate(reached):
            if found[place] is None:
                hits[place] += int((sums >= limit).sum())
                if hits[place] >= _HITS or tried == _DRAWS:
                    found[place] = (1 + hits[place]) / (1 + tried)
        if None not in found:
            break
    assert found[0] is not None
    assert found[1] is not None
    return min(found[0], found[1]), max(found[0], found[1])


@lru_cache(maxsize=2)
def _every_sign(count: int) -> Array:
    return 1.0 - 2.0 * ((np.arange(2**count)[:, None] >> np.arange(count)) & 1)


@lru_cache(maxsize=2)
def _drawn_signs(count: int) -> Sequence[Array]:
    generator = np.random.default_rng(0)
    sizes = [min(_BLOCK, _DRAWS - start) for start in range(0, _DRAWS, _BLOCK)]
    return [(1 - 2 * generator.integers(0, 2, (size, count), dtype=np.int8)) for size in sizes]


def sign_test(first: int, second: int) -> float:
    """Return the two-sided p of so many differences of either sign."""
    return float(stats.binomtest(first, first + second).pvalue) if first + second else 1.0


def holm(p: Sequence[float]) -> list[float]:
    """Return p-values after Holm's step-down correction, in their order."""
    order = np.argsort(p, kind="stable")
    steps = [(len(p) - rank) * p[place] for rank, place in enumerate(order)]
    corrected = np.minimum(1.0, np.maximum.accumulate(steps)) if steps else np.empty(0)
    found = np.empty(len(p))
    found[order] = corrected
    return [float(each) for each in found]


def fewest_images(pairs: int) -> int:
    """Return with how many images at least one of so many pairs can be decided: 2 · pairs / 2ⁿ < 0.05."""
    return next(count for count in range(1, 200) if 2 * pairs / 2**count < _ALPHA)


def is_decided(p: float) -> bool:
    """Return whether a corrected p-value decides."""
    return p < _ALPHA


def described(values: Floats) -> dict[str, float | int | None]:
    """Return mean, std, median, min, max, p05, p95, n and n_infinite of a column as the summary has them.

    Args:
        values: (n,) float64, at least one that is not NaN; infinite ones count, and are in no mean.
    """
    known = np.sort(values[~np.isnan(values)])
    finite = known[np.isfinite(known)]
    exact = len(finite) < len(known)

    def percentile(share: float) -> float | None:
        if exact:  # the nearest value: between a number and infinity there is none
            found = float(known[max(math.ceil(share * len(known)) - 1, 0)])
        else:
            place = share * (len(known) - 1)
            below = math.floor(place)
            found = float(known[below])
            if place > below:
                found += (place - below) * float(known[below + 1] - known[below])
        return found if math.isfinite(found) else None

    return {
        "mean": math.fsum(finite) / len(finite) if len(finite) else None,
        "std": math.sqrt(math.fsum((finite - finite.mean()) ** 2) / (len(finite) - 1))
        if len(finite) > 1
        else None,
        "median": percentile(0.5),
        "min": float(known[0]) if math.isfinite(known[0]) else None,
        "max": float(known[-1]) if math.isfinite(known[-1]) else None,
        "p05": percentile(0.05),
        "p95": percentile(0.95),
        "n": len(known),
        "n_infinite": len(known) - len(finite),
    }
