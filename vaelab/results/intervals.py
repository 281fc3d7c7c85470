"""The 95 % interval of a mean over images, and the other numbers that describe a column.

Below 6 images the interval is Student's; from 6 to 2 000 the studentized bootstrap (bootstrap-t: Efron and Tibshirani 1993,
12.5), which follows the skew of a column; above that Student's again, which then agrees with it. ``benchmarks/coverage.py``
simulates how often each holds the true mean.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from vaelab.arrays import Float32, Floats
from vaelab.memory import usable_cores

Interval = tuple[float, float]

RESAMPLES = 10_000
SEED = 0
FEWEST_FOR_BOOTSTRAP, MOST_FOR_BOOTSTRAP = 6, 2000
_TAILS = (0.025, 0.975)
# About 16 MB of draws at a time; and as many columns as keep their resampled values in a core's cache.
_CHUNK_COUNTS = 4_000_000
_WIDTH = 16
_INNER = 1.2
# Groups of columns: those of more than ten VAEs.
_MANY = 150


def intervals(columns: Sequence[Floats], resamples: int = RESAMPLES) -> list[Interval | None]:
    """Return the 95 % interval of the mean of each column, as its two ends.

    A column's interval depends on its values alone: neither on their order nor on the other columns.

    Args:
        columns: each (n,) float64, finite; they may differ in length.
        resamples: of the bootstrap; 0 for Student's interval at every n.

    Returns:
        For each column (low, high); None below two values; the value twice where all are the same.
    """
    found: list[Interval | None] = [None] * len(columns)
    drawn: dict[int, list[int]] = {}
    for place, values in enumerate(columns):
        count = len(values)
        if count < 2:
            continue
        if values.min() == values.max():
            found[place] = (float(values[0]), float(values[0]))
        elif resamples and FEWEST_FOR_BOOTSTRAP <= count <= MOST_FOR_BOOTSTRAP:
            drawn.setdefault(count, []).append(place)
        else:
            found[place] = _student(values)
    # While a codec keeps all cores busy, a second BLAS thread waits for its turn at every product: 25 times as long.
    with threadpool_limits(1, user_api="blas"):
        for count, places in drawn.items():
            counts = _draw(count, resamples)
            groups = [places[start : start + _WIDTH] for start in range(0, len(places), _WIDTH)]
            # Sorted, so that the same images in another order give the same interval.
            tables = (np.sort(np.stack([columns[place] for place in some]), axis=1) for some in groups)
            for some, bounds in zip(groups, _each(tables, counts, len(groups)), strict=True):
                for place, ends in zip(some, bounds, strict=True):
                    found[place] = ends or _student(columns[place])
    return found


def _each(tables: Iterable[Floats], counts: Float32, number: int) -> Iterable[list[Interval | None]]:
    """The intervals of each table; on all cores where there are many VAEs, since a codec has use for them in a run of few."""
    threads = usable_cores() if number > _MANY else 1
    if threads == 1:
        return map(partial(_studentized, counts=counts), tables)
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(partial(_studentized, counts=counts), tables))


def _student(values: Floats) -> Interval:
    # Here, since it takes a tenth of a second, which the window's start does not have to wait for.
    from scipy.special import stdtrit

    values, count = np.sort(values), len(values)
    mean = float(values.mean())
    half = float(stdtrit(count - 1, _TAILS[1])) * float(values.std(ddof=1)) / count**0.5
    return mean - half, mean + half


def _draw(count: int, resamples: int) -> Float32:
    """How often each of ``count`` values is drawn in each resample: (count, resamples)."""
    generator = np.random.default_rng(SEED)
    step = max(1, _CHUNK_COUNTS // count)
    found = np.empty((count, resamples), np.float32)
    for start in range(0, resamples, step):
        size = min(step, resamples - start)
        drawn = generator.integers(0, count, size=(size, count), dtype=np.int32)
        drawn += np.arange(size, dtype=np.int32)[:, None] * np.int32(count)
        found[:, start : start + size] = (
            np.bincount(drawn.ravel(), minlength=size * count).reshape(size, count).T
        )
    return found


def _studentized(values: Floats, counts: Float32) -> list[Interval | None]:
    """Return the bootstrap-t interval of each column; None where too few distinct values leave it without an end.

    Args:
        values: (columns, n), at most ``_WIDTH`` columns, none of equal values.
        counts: (n, resamples).
    """
    number, count = values.shape
    mean, spread = values.mean(axis=1), values.std(axis=1, ddof=1)
    # Values too close to one another to be squared.
    whole = spread > 0.0
    # Centred and scaled, so that float32 products keep six digits of the spread and not of the value. Always as many columns,
    # so that what a product rounds does not depend on how many others there are.
    scaled = np.zeros((_WIDTH, count), np.float32)
    scaled[:number] = (values - mean[:, None]) / np.where(whole, spread, 1.0)[:, None]
    means = (scaled @ counts)[:number].astype(np.float64)
    variance = (np.square(scaled, out=scaled) @ counts)[:number].astype(np.float64)
    means /= count
    variance /= count
    variance -= means * means
    variance *= count / (count - 1)
    flat = variance < 1e-6
    some_flat = bool(flat.any())
    if some_flat:
        alone = means[flat]
        variance[flat] = 1.0
    variance /= count
    scores = np.divide(means, np.sqrt(variance, out=variance), out=means)
    if some_flat:
        # A resample of one value alone has no standard error: its mean is infinitely many of them away.
        scores[flat] = np.where(np.abs(alone) < 1e-4, 0.0, np.copysign(np.inf, alone))
    error = spread / count**0.5
    found: list[Interval | None] = []
    for place in range(number):
        low, high = _tails(scores[place])
        ends = float(mean[place] - high * error[place]), float(mean[place] - low * error[place])
        found.append(ends if whole[place] and np.isfinite(ends).all() else None)
    return found


def _tails(scores: Floats) -> tuple[float, float]:
    """The order statistics that leave 2.5 % on either side."""
    low, high = (math.ceil(tail * len(scores)) - 1 for tail in _TAILS)
    above = len(scores) - 1 - high
    # Nearly always both lie among the quarter of the values that is far from 0.
    outer = scores[np.flatnonzero(np.abs(scores) > _INNER)]
    negative = np.count_nonzero(outer < 0.0)
    if negative <= low or len(outer) - negative <= above:
        outer = scores
    last = len(outer) - 1 - above
    found = np.partition(outer, (low, last))
    return float(found[low]), float(found[last])


def describe(values: Floats, bounds: Interval | None) -> dict[str, Any] | None:
    """Return mean, std, median, min, max, p05, p95, ci95, n and n_infinite of one column; None where it has no value.

    Infinite values (the PSNR of an image that came back exactly) count in ``n`` and ``n_infinite``; mean, std and ci95 are
    those of the finite ones, None where there are none. A median, extreme or percentile that is itself infinite is None, since
    JSON has no word for it. ``std`` is that of the sample (n − 1), None for a single image.

    Args:
        values: (n,) float64, NaN where an image has no value.
        bounds: interval of the mean of the finite values.
    """
    known = values[~np.isnan(values)]
    if not len(known):
        return None
    finite = known[np.isfinite(known)]
    infinite = len(known) - len(finite)
    # "linear" between a number and infinity would make NaN; the nearest value does not.
    method = "inverted_cdf" if infinite else "linear"
    p05, median, p95 = np.percentile(known, (5, 50, 95), method=method)  # type: ignore[call-overload]  # the stubs want a literal
    return {
        "mean": float(finite.mean()) if len(finite) else None,
        "std": float(finite.std(ddof=1)) if len(finite) > 1 else None,
        "median": _finite(median),
        "min": _finite(known.min()),
        "max": _finite(known.max()),
        "p05": _finite(p05),
        "p95": _finite(p95),
        "ci95": None if bounds is None else list(bounds),
        "n": len(known),
        "n_infinite": infinite,
    }


def wilson(successes: float, n: float, level: float = 0.95) -> Interval:
    """Return Wilson's score interval of a share (Wilson 1927), (0, 1) where nothing was asked.

    Args:
        successes: how often it happened, 0 … n; half for what happened by half.
        n: how often it could have.
        level: of confidence.
    """
    from scipy.special import ndtri

    if n <= 0:
        return 0.0, 1.0
    z = float(ndtri(0.5 + level / 2))
    share = successes / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return max(0.0, middle - half), min(1.0, middle + half)


def _finite(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None
