"""Means, intervals, tests and corrections a second time, plainly, in float64 with NumPy and SciPy, one column at a time.

From docs/statistics.md. The bootstrap and the permutations draw what the definition's seed names, so that what is compared is
the arithmetic and not luck: resamples with ``default_rng(0)``, 10 000 rows of n places in ascending values; sign patterns with
``default_rng(0)`` in blocks of 2 048, largest difference first, until 10 000 of them reached the mean that was observed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
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

Ends = tuple[float, float] | None


def interval_candidates(values: Floats) -> list[Ends]:
    """Return the 95 % interval of a mean: one, or several where rounding may decide between them.

    Args:
        values: (n,) float64, finite.
    """
    values = np.sort(values)
    count = len(values)
    if count < 2:
        return [None]
    if values[0] == values[-1]:
        return [(float(values[0]), float(values[0]))]
    if not 6 <= count <= 2000:
        return [_student(values)]
    mean, spread = float(values.mean()), float(values.std(ddof=1))
    if spread == 0.0:  # too close to one another to be squared
        return [_student(values)]
    counts = _counts(count)
    centred = (values - mean) / spread
    means = counts @ centred / count
    variances = (counts @ centred**2 / count - means**2) * count / (count - 1)
    limits = [_FLAT * factor for factor in _UNSURE]
    found: list[Ends] = []
    sure = not ((variances >= limits[0]) & (variances < limits[-1])).any()
    for limit in limits[1:2] if sure else limits:
        flat = variances < limit
        with np.errstate(divide="ignore", invalid="ignore"):
            scores = means / np.sqrt(np.where(flat, 0.0, variances) / count)
        scores = np.where(flat & (np.abs(means) < 1e-4), 0.0, scores)
        low, high = np.sort(scores)[[math.ceil(tail * _RESAMPLES) - 1 for tail in (0.025, 0.975)]]
        error = spread / math.sqrt(count)
        ends = mean - high * error, mean - low * error
        found.append((float(ends[0]), float(ends[1])) if np.isfinite(ends).all() else _student(values))
    return found


def _student(values: Floats) -> Ends:
    count = len(values)
    error = float(values.std(ddof=1)) / math.sqrt(count)
    if error == 0.0:
        return float(values.mean()), float(values.mean())
    low, high = stats.t.interval(0.95, count - 1, loc=values.mean(), scale=error)
    return float(low), float(high)


@lru_cache(maxsize=2)
def _counts(count: int) -> Floats:
    """How often each place is drawn in each resample: (resamples, count)."""
    drawn = np.random.default_rng(0).integers(0, count, size=(_RESAMPLES, count), dtype=np.int32)
    found = np.zeros((_RESAMPLES, count))
    for line, places in zip(found, drawn, strict=True):
        line += np.bincount(places, minlength=count)
    return found


def p_value(differences: Floats) -> float:
    """Return the two-sided p of the sign-flip test on paired differences, (n,) float64, finite."""
    count = len(differences)
    if not count or not np.any(differences):
        return 1.0
    if count > 500:
        return float(stats.ttest_1samp(differences, 0.0).pvalue) if np.ptp(differences) else 0.0
    sizes = np.sort(np.abs(differences))[::-1] / np.abs(differences).sum()
    # What is equal but for the order of a sum counts as reached.
    observed = abs(float(differences.sum())) / float(np.abs(differences).sum()) - 1e-6
    if count <= 16:
        return float((np.abs(_every_sign(count) @ sizes) >= observed).mean())
    hits = tried = 0
    for signs in _drawn_signs(count):
        hits += int((np.abs(signs @ sizes) >= observed).sum())
        tried += len(signs)
        if hits >= _HITS:
            break
    return (1 + hits) / (1 + tried)


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
