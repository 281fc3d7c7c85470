"""How a part of the summary is held against what was computed a second time: parts, tolerances, intervals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from vaelab.arrays import Floats
from vaelab.verify.findings import Comparand, Recorded
from vaelab.verify.summary.statistics import Ends, interval_candidates

COMMON = "common images"
MEANS = "means and percentiles"
MEAN_INTERVALS = "intervals of means"
J = "J and its terms"
J_INTERVALS = "intervals of J and its terms"
DIFFERENCES = "differences"
DIFFERENCE_INTERVALS = "intervals of differences"
P_VALUES = "p-values"
VERDICTS = "verdicts"
RANKS = "ranks and letters"
PROTOCOL = "protocol hash"
PARTS = (
    COMMON, MEANS, MEAN_INTERVALS, J, J_INTERVALS, DIFFERENCES, DIFFERENCE_INTERVALS, P_VALUES, VERDICTS, RANKS, PROTOCOL,
)  # fmt: skip
"""The parts of a summary, in the order of the table."""

_SAME = 1e-9
"""Sums in float64 in another order, as a share of the largest value in them."""
_OF_INTERVAL = 1e-4
"""Of an interval's width: its resamples are summed in single precision."""
_OF_P = 2e-3
"""Of a p-value: a handful of patterns that reach the mean in single precision alone."""


def equal(part: str, recorded: object, expected: object, *where: str) -> Comparand:
    """Hold two things together that must be equal; lists and the like as text."""
    return Comparand(part, _plain(recorded), _plain(expected), 0.0, _two(where))


def number(part: str, recorded: object, expected: float | None, scale: float, *where: str) -> Comparand:
    """Hold a number against one that was summed from values of a size of ``scale``."""
    return Comparand(part, _plain(recorded), expected, _SAME * scale + 1e-300, _two(where))


def probability(recorded: object, allowed: tuple[float, float], *where: str) -> Comparand:
    """Hold a p-value against the least and the largest that the definition allows."""
    low, high = allowed
    expected = min(max(float(recorded), low), high) if isinstance(recorded, float | int) else high
    return Comparand(P_VALUES, _plain(recorded), expected, _OF_P * expected + 1e-300, _two(where))


def interval(
    part: str, recorded: object, values: Floats, *where: str, around: float | None = None
) -> Iterator[Comparand]:
    """Hold an interval against that of the mean of values.

    Args:
        part: of the summary.
        recorded: its two ends, or None.
        values: (n,) float64, finite.
        where: of which VAE, which column.
        around: a quantity that is not negative, and that no rounding may put beside its interval; None for any mean.
    """
    found = interval_candidates(values)
    ends = recorded if isinstance(recorded, Sequence) and len(recorded) == 2 else None
    if ends is None or found[0] is None:
        yield equal(part, recorded, None if found[0] is None else (found[0].low, found[0].high), *where)
        return
    scale = float(np.abs(values).max(initial=0.0))
    options = [_held(part, ends, each, scale, where, around) for each in found if each is not None]
    yield from min(options, key=lambda both: max(each.tolerances for each in both))


def _held(
    part: str, recorded: Sequence[Any], found: Ends, scale: float, where: Sequence[str], around: float | None
) -> list[Comparand]:
    ends = [found.low, found.high]
    if around is not None:
        ends = [min(around, max(0.0, found.low)), max(around, found.high)]
    allowed = _OF_INTERVAL * (found.high - found.low) + _SAME * scale + 1e-300
    return [
        Comparand(part, _plain(said), end, allowed + unsure, _two((*where, name)))
        for said, end, unsure, name in zip(recorded, ends, found.unsure, ("low", "high"), strict=True)
    ]


def table(found: object) -> Mapping[str, Any]:
    """Return a table of the summary, an empty one where something else is: a stranger's summary may hold anything."""
    return found if isinstance(found, Mapping) else {}


def _two(where: Sequence[str]) -> tuple[str, str]:
    return where[0] if where else "", " ".join(where[1:])


def _plain(value: object) -> Recorded:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float | np.integer | np.floating):
        return str(list(value)) if isinstance(value, tuple) else str(value)
    return value.item() if isinstance(value, np.generic) else value
