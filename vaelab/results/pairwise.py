"""Every two VAEs compared over the common images, column by column: who is better, by how much, and whether that is decided."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from vaelab.metrics.base import Column, distance
from vaelab.results.intervals import Floats, intervals
from vaelab.results.sign_flip import ALPHA, holm, p_values, sign_test

Pair = tuple[str, str]

# The same for every VAE of a run, so there is nothing to compare.
_SHARED = ("marker_x", "marker_y", "marker_size")


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


def is_compared(column: Column) -> bool:
    """Whether two VAEs can differ in a column."""
    return not column.name.endswith("_original") and column.name not in _SHARED


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
    pairs = pairs_of(tuple(tables))
    paired = [
        found
        for pair in pairs
        for column in columns
        if is_compared(column) and (found := _pair(tables, pair, column)) is not None
    ]
    bounds = intervals([each.differences for each in paired], resamples)
    of_distances = [each for each in paired if each.column.better == "ideal"]
    distance_bounds = dict(
        zip(
            map(id, of_distances),
            intervals([each.distances for each in of_distances], resamples),
            strict=True,
        )
    )
    raw = p_values([each.distances for each in paired])
    p = [_with_signs(each, value) for each, value in zip(paired, raw, strict=True)]
    corrected = corrected_p([(each.pair, each.column.name) for each in paired], p, baselines)
    entries = []
    for each, ends, value, adjusted in zip(paired, bounds, p, corrected, strict=True):
        entry: dict[str, Any] = {
            "a": each.pair[0],
            "b": each.pair[1],
            "metric": each.column.name,
            "n": each.n,
        }
        if each.column.better != "none":
            entry |= {"a_better": each.a_better, "b_better": each.b_better}
        finite = len(each.differences) > 0
        entry |= {
            "mean_difference": float(each.differences.mean()) if finite else None,
            "ci95": None if ends is None else list(ends),
        }
        if each.column.better == "ideal":
            nearer = distance_bounds[id(each)]
            entry |= {
                "mean_distance_difference": float(each.distances.mean()) if finite else None,
                "distance_ci95": None if nearer is None else list(nearer),
            }
        entries.append(entry | {"p": value, "p_holm": adjusted, "verdict": _verdict(each, adjusted)})
    return entries


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
    far_a, far_b = distance(column, a), distance(column, b)
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


def _verdict(paired: _Paired, p: float) -> str:
    if p >= ALPHA:
        return "tie"
    if paired.column.better == "none":
        return "differs"
    side = float(np.sign(paired.distances.mean())) if len(paired.distances) else 0.0
    only_a, only_b = paired.unlike
    if only_a != only_b:
        exact = float(np.sign(only_b - only_a))
        # One came back exactly more often and the other is nearer elsewhere: that is no verdict.
        side = exact if side in (0.0, exact) else 0.0
    return "tie" if side == 0.0 else "a" if side < 0 else "b"
