"""Every two VAEs compared over the common images, column by column: who is better, by how much, and whether that is decided."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from vaelab.arrays import Floats
from vaelab.metrics.base import Column
from vaelab.results.intervals import Interval, intervals
from vaelab.results.sign_flip import ALPHA, holm, p_values, sign_test

Pair = tuple[str, str]

# 128 MB of differences and distances at a time: a million rows have 24 MB of them in each column.
_MOST_VALUES = 8_000_000


@dataclass(frozen=True)
class _Paired:
    """One column of two VAEs on the images where both have a value."""

    pair: Pair
    column: Column
    differences: Floats  # of the values, first minus second, where both are finite
    distances: Floats  # of their distances from the ideal, on the same images
    a_better: int
    b_better: int
    n: int
    unlike: tuple[int, int]  # images on which only the first, only the second is infinitely good


@dataclass(frozen=True)
class _Compared:
    """What is said of two VAEs in one column, without the values that it was computed from."""

    pair: Pair
    column: Column
    n: int
    a_better: int
    b_better: int
    mean_difference: float | None
    ci95: Interval | None
    mean_distance_difference: float | None
    distance_ci95: Interval | None
    p: float
    side: float


def pairs_of(labels: Sequence[str]) -> list[Pair]:
    """Return every two VAEs, in order."""
    return list(itertools.combinations(labels, 2))


def compare_all(
    tables: Mapping[str, Mapping[str, Floats]],
    columns: Sequence[Column],
    baselines: Collection[str],
    resamples: int,
) -> list[dict[str, Any]]:
    """Compare every two VAEs in every column.

    Args:
        tables: label to its columns over the common images, NaN where there is no value.
        columns: to compare.
        baselines: labels of VAEs that are no autoencoders: what is said of two autoencoders does not depend on them.
        resamples: of the intervals.

    Returns:
        The entries of ``comparisons`` in ``summary.json``: ``a``, ``b``, ``metric``, ``n``, ``a_better`` and ``b_better`` (on
        how many images), ``mean_difference`` (a minus b) with ``ci95``, for a column with an ideal on both sides also
        ``mean_distance_difference`` with ``distance_ci95``; ``p``, ``p_holm`` and ``verdict``: ``a``, ``b``, ``tie``, or
        ``differs`` where neither direction is better.
    """
    compared = [column for column in columns if column.compared]
    images = max((len(values) for table in tables.values() for values in table.values()), default=0)
    some = max(1, _MOST_VALUES // max(images, 1))
    cells = iter(itertools.product(pairs_of(tuple(tables)), compared))
    found: list[_Compared] = []
    while batch := list(itertools.islice(cells, some)):
        found += _compare(tables, batch, resamples)
    corrected = corrected_p(
        [(each.pair, each.column.name) for each in found], [each.p for each in found], baselines
    )
    return [_entry(each, p) for each, p in zip(found, corrected, strict=True)]


def _compare(
    tables: Mapping[str, Mapping[str, Floats]], cells: Sequence[tuple[Pair, Column]], resamples: int
) -> list[_Compared]:
    """Compare two VAEs in a column, for as many of these at a time as memory holds."""
    paired = [found for pair, column in cells if (found := _pair(tables, pair, column)) is not None]
    bounds = intervals([each.differences for each in paired], resamples)
    of_distances = [place for place, each in enumerate(paired) if each.column.better == "ideal"]
    nearer = intervals([paired[place].distances for place in of_distances], resamples)
    distance_bounds = dict(zip(of_distances, nearer, strict=True))
    raw = p_values([each.distances for each in paired])
    return [
        _Compared(
            pair=each.pair,
            column=each.column,
            n=each.n,
            a_better=each.a_better,
            b_better=each.b_better,
            mean_difference=_mean(each.differences),
            ci95=bounds[place],
            mean_distance_difference=_mean(each.distances),
            distance_ci95=distance_bounds.get(place),
            p=_with_signs(each, raw[place]),
            side=_side(each),
        )
        for place, each in enumerate(paired)
    ]


def _mean(values: Floats) -> float | None:
    return float(values.mean()) if len(values) else None


def _entry(compared: _Compared, p_holm: float) -> dict[str, Any]:
    better = compared.column.better
    entry: dict[str, Any] = {
        "a": compared.pair[0],
        "b": compared.pair[1],
        "metric": compared.column.name,
        "n": compared.n,
    }
    if better != "none":
        entry |= {"a_better": compared.a_better, "b_better": compared.b_better}
    entry |= {"mean_difference": compared.mean_difference, "ci95": _ends(compared.ci95)}
    if better == "ideal":
        entry |= {
            "mean_distance_difference": compared.mean_distance_difference,
            "distance_ci95": _ends(compared.distance_ci95),
        }
    return entry | {"p": compared.p, "p_holm": p_holm, "verdict": _verdict(compared, p_holm)}


def _ends(bounds: Interval | None) -> list[float] | None:
    return None if bounds is None else list(bounds)


def corrected_p(
    keys: Sequence[tuple[Pair, str]], p: Sequence[float], baselines: Collection[str]
) -> list[float]:
    """Correct p-values by Holm over the pairs of each column.

    Pairs of autoencoders are corrected among themselves, so that a baseline changes nothing between them; a pair with a
    baseline is corrected among all pairs.

    Args:
        keys: pair and column of each p-value.
        p: the values.
        baselines: labels.
    """
    families: dict[tuple[str, bool], list[int]] = {}
    for place, ((a, b), name) in enumerate(keys):
        families.setdefault((name, True), []).append(place)
        if a not in baselines and b not in baselines:
            families.setdefault((name, False), []).append(place)
    found = [1.0] * len(p)
    # Pairs of autoencoders last: their own correction is the one that holds.
    for (_, _), places in sorted(families.items(), key=lambda item: not item[0][1]):
        for place, value in zip(places, holm([p[place] for place in places]), strict=True):
            found[place] = value
    return found


def _pair(tables: Mapping[str, Mapping[str, Floats]], pair: Pair, column: Column) -> _Paired | None:
    a, b = (tables[label][column.name] for label in pair)
    known = ~(np.isnan(a) | np.isnan(b))
    a, b = a[known], b[known]
    if not len(a):
        return None
    far_a, far_b = column.distance(a), column.distance(b)
    finite = np.isfinite(a) & np.isfinite(b)
    exact_a, exact_b = far_a == -np.inf, far_b == -np.inf
    return _Paired(
        pair,
        column,
        a[finite] - b[finite],
        far_a[finite] - far_b[finite],
        int((far_a < far_b).sum()),
        int((far_b < far_a).sum()),
        len(a),
        (int((exact_a & ~exact_b).sum()), int((exact_b & ~exact_a).sum())),
    )


def _with_signs(paired: _Paired, p: float) -> float:
    """The p-value where some images came back exactly from one VAE alone: there a sign test counts, and the clearer one holds.

    Two tests are paid for where there are two: where no image is finite from both, the sign test is the only one.
    """
    if not any(paired.unlike):
        return p
    if not np.any(paired.distances):
        return sign_test(*paired.unlike)
    return min(1.0, 2.0 * min(p, sign_test(*paired.unlike)))


def _side(paired: _Paired) -> float:
    """Which of the two is nearer to the ideal: -1 for the first, 1 for the second, 0 where that is not clear."""
    side = float(np.sign(paired.distances.mean())) if len(paired.distances) else 0.0
    only_a, only_b = paired.unlike
    if only_a != only_b:
        exact = float(np.sign(only_b - only_a))
        # One came back exactly more often and the other is nearer elsewhere: that is no verdict.
        side = exact if side in (0.0, exact) else 0.0
    return side


def _verdict(compared: _Compared, p_holm: float) -> str:
    if p_holm >= ALPHA:
        return "tie"
    if compared.column.better == "none":
        return "differs"
    return "tie" if compared.side == 0.0 else "a" if compared.side < 0 else "b"
