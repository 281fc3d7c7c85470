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
        interval: 95 %, by the engine's bootstrap.
        better: 1 where this one is better, -1 where it is worse, 0 for a tie, None where neither direction is better.
        wins: on which share of the images it is better, in 0 to 1; None where that was not counted.
        n: images that both have.
    """

    difference: float | None
    interval: tuple[float, float] | None
    better: int | None
    wins: float | None
    n: int


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
    # Of J the engine compares means; how often each image's own J is better stands with the score.
    counted = item if metric != "J" else comparisons.get((item["a"], item["b"], "score"), {})
    wins, n = counted.get(f"{own}_better"), counted.get("n", 0)
    difference, bounds = item["mean_difference"], item["ci95"]
    return Versus(
        None if difference is None else sign * difference,
        None if bounds is None else (min(sign * b for b in bounds), max(sign * b for b in bounds)),
        better,
        None if wins is None or not n else wins / n,
        int(item["n"]),
    )
