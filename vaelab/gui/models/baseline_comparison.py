"""One VAE against the baseline: the difference, whether the data support it, and how often it wins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Versus:
    """What the engine's comparison says, seen from one of the two.

    Attributes:
        difference: of the means, this one less the baseline; None where a value is infinite.
        interval: 95 %, of the mean difference, by the engine.
        better: 1 where this one is better, -1 where it is worse, 0 for a tie, None where neither direction is better.
        wins: on how many of the images it is better; None where that was not counted.
        n: images that both have.
        p: of the test, corrected; None where there was none.
    """

    difference: float | None
    interval: tuple[float, float] | None
    better: int | None
    wins: int | None
    n: int
    p: float | None = None


def versus(
    comparisons: Mapping[tuple[str, str, str], Mapping[str, Any]], label: str, baseline: str, metric: str
) -> Versus | None:
    """Look a pair up, whichever of the two comes first; None where nothing is known."""
    sign, own, item = 1.0, "a", comparisons.get((label, baseline, metric))
    if item is None:
        sign, own, item = -1.0, "b", comparisons.get((baseline, label, metric))
    if item is None:
        return None
    verdict = item["verdict"]
    better = 0 if verdict == "tie" else None if verdict == "differs" else 1 if verdict == own else -1
    difference, bounds = item["mean_difference"], item["ci95"]
    return Versus(
        None if difference is None else sign * difference,
        None if bounds is None else (min(sign * b for b in bounds), max(sign * b for b in bounds)),
        better,
        item.get(f"{own}_better"),
        int(item["n"]),
        item.get("p_holm"),
    )
