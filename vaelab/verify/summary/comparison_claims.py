"""What the summary says of every two VAEs, column by column, held against the rows."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from vaelab.arrays import Floats
from vaelab.verify.findings import Comparand
from vaelab.verify.summary import claims
from vaelab.verify.summary.column_directions import better, compared_columns, distances
from vaelab.verify.summary.recorded_rows import ComparedImages, RecordedRows
from vaelab.verify.summary.statistics import holm, is_decided, p_range, sign_test

Pair = tuple[str, str]


def corrected(pairs: Sequence[Pair], p: Sequence[float], baselines: Sequence[str]) -> list[float]:
    """Return p after Holm over the pairs of a column: pairs of autoencoders among themselves, the others among all.

    Args:
        pairs: of labels.
        p: of each pair.
        baselines: labels of VAEs that are no autoencoders.
    """
    of_all = holm(p)
    own = [place for place, pair in enumerate(pairs) if not set(pair) & set(baselines)]
    among_own = dict(zip(own, holm([p[place] for place in own]), strict=True))
    return [among_own.get(place, each) for place, each in enumerate(of_all)]


def comparison_claims(
    rows: RecordedRows,
    found: ComparedImages,
    comparisons: Sequence[Mapping[str, Any]],
    baselines: Sequence[str],
) -> Iterator[Comparand | None]:
    """Compare what is said of every two VAEs in every column; None after each column, for whoever counts them.

    Args:
        rows: of the run.
        found: what is compared.
        comparisons: as the summary lists them.
        baselines: labels of VAEs that are no autoencoders.
    """
    said = {(item.get("a"), item.get("b"), item.get("metric")): item for item in comparisons}
    pairs = list(itertools.combinations(found.together, 2))
    expected = 0
    for column in compared_columns():
        known = [pair for pair in pairs if _both(rows, found, pair, column).any()]
        expected += len(known)
        items = [claims.table(said.get((a, b, column))) for a, b in known]
        # Holm follows from the p-values as they are recorded, which are compared by themselves.
        p = [item.get("p") for item in items]
        adjusted = corrected(
            known, [each if isinstance(each, float | int) else math.nan for each in p], baselines
        )
        for pair, item, after in zip(known, items, adjusted, strict=True):
            yield from _pair(rows, found, pair, column, item, after)
        yield None
    listed = sum(item.get("metric") != "J" for item in comparisons)
    yield claims.equal(claims.VERDICTS, listed, expected, "comparisons", "how many")


def _both(rows: RecordedRows, found: ComparedImages, pair: Pair, column: str) -> Any:
    values = [rows.of(label, column, found.images) for label in pair]
    return ~(np.isnan(values[0]) | np.isnan(values[1]))


def _pair(
    rows: RecordedRows, found: ComparedImages, pair: Pair, column: str, item: Mapping[str, Any], after: float
) -> Iterator[Comparand]:
    where = f"{pair[0]} − {pair[1]}", column
    known = _both(rows, found, pair, column)
    a, b = (rows.of(label, column, found.images)[known] for label in pair)
    far_a, far_b = distances(column, a), distances(column, b)
    finite = np.isfinite(a) & np.isfinite(b)
    differences, nearer = a[finite] - b[finite], far_a[finite] - far_b[finite]
    scale = float(np.abs(np.concatenate([a[finite], b[finite]])).max(initial=0.0))
    direction = better(column)
    yield claims.equal(claims.DIFFERENCES, item.get("n"), len(a), *where, "n")
    if direction != "none":
        yield claims.equal(
            claims.DIFFERENCES, item.get("a_better"), int((far_a < far_b).sum()), *where, "wins"
        )
        yield claims.equal(
            claims.DIFFERENCES, item.get("b_better"), int((far_b < far_a).sum()), *where, "losses"
        )
    yield claims.number(claims.DIFFERENCES, item.get("mean_difference"), _mean(differences), scale, *where)
    yield from claims.interval(claims.DIFFERENCE_INTERVALS, item.get("ci95"), differences, *where)
    if direction == "ideal":
        recorded = item.get("mean_distance_difference")
        yield claims.number(claims.DIFFERENCES, recorded, _mean(nearer), scale, *where, "distance")
        yield from claims.interval(
            claims.DIFFERENCE_INTERVALS, item.get("distance_ci95"), nearer, *where, "distance"
        )
    exact = (
        int((np.isneginf(far_a) & ~np.isneginf(far_b)).sum()),
        int((np.isneginf(far_b) & ~np.isneginf(far_a)).sum()),
    )
    yield claims.probability(item.get("p"), _probability(nearer, exact), *where)
    yield claims.number(claims.P_VALUES, item.get("p_holm"), after, 1.0, *where, "after Holm")
    yield claims.equal(
        claims.VERDICTS, item.get("verdict"), _verdict(direction, nearer, exact, after), *where
    )


def _mean(values: Floats) -> float | None:
    return math.fsum(values) / len(values) if len(values) else None


def _probability(nearer: Floats, exact: tuple[int, int]) -> tuple[float, float]:
    """The sign-flip test; with a sign test beside it where pictures came back exactly from one VAE alone."""
    low, high = p_range(nearer)
    if not any(exact):
        return low, high
    signs = sign_test(*exact)
    if not np.any(nearer):
        return signs, signs
    return min(1.0, 2 * min(low, signs)), min(1.0, 2 * min(high, signs))


def _verdict(direction: str, nearer: Floats, exact: tuple[int, int], after: float) -> str:
    if not is_decided(after):
        return "tie"
    if direction == "none":
        return "differs"
    sides = {float(np.sign(nearer.mean())) if len(nearer) else 0.0, float(np.sign(exact[1] - exact[0]))} - {
        0.0
    }
    if len(sides) != 1:  # nearer on some pictures, less often exact on others: no verdict
        return "tie"
    return "a" if sides == {-1.0} else "b"
