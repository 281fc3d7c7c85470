"""What the summary says of J of every two VAEs, of ranks and of letters, held against the images' own J."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from vaelab.arrays import Floats
from vaelab.verify.findings import Comparand
from vaelab.verify.summary import claims
from vaelab.verify.summary.comparison_claims import corrected
from vaelab.verify.summary.statistics import fewest_images, is_decided, p_range

Pair = tuple[str, str]


@dataclass(frozen=True)
class ScoreOfVAE:
    """J of one VAE.

    Attributes:
        total: J; None where it cannot be had.
        parts: what each image contributes to it, (n,) float64.
        scores: the images' own J, (n,) float64, NaN where one has none.
    """

    total: float | None
    parts: Floats | None
    scores: Floats


@dataclass(frozen=True)
class _Against:
    """Two VAEs: what J says of them anew, and what the summary says."""

    pair: Pair
    gap: float
    differences: Floats
    parts: Floats | None
    said: Mapping[str, Any]
    after_holm: float

    @property
    def verdict(self) -> str:
        """``a``, ``b`` or ``tie``: decided where the test on the images' own J is, in the direction of J."""
        mean = float(self.differences.mean()) if len(self.differences) else 0.0
        if not is_decided(self.after_holm) or self.gap * mean <= 0:
            return "tie"
        return "a" if self.gap < 0 else "b"


def images_of_test(scores: Sequence[ScoreOfVAE]) -> int:
    """Return how many images have a J of their own from each of these VAEs, which are over the same images."""
    return int((~np.isnan([each.scores for each in scores])).all(axis=0).sum()) if scores else 0


def rank_claims(
    of: Mapping[str, ScoreOfVAE], summary: Mapping[str, Any], baselines: Sequence[str]
) -> Iterator[Comparand]:
    """Compare what is said of every two VAEs by J, and of their order.

    Args:
        of: label to J, of the VAEs that are ranked.
        summary: of the run.
        baselines: labels of VAEs that are no autoencoders.
    """
    yield from _closest(of, summary, baselines)
    said = {
        (item.get("a"), item.get("b")): item
        for item in summary.get("comparisons") or ()
        if item.get("metric") == "J"
    }
    against = _every_two(of, said, baselines)
    yield claims.equal(claims.VERDICTS, len(said), len(against), "J", "number of pairs")
    for each in against:
        yield from _of_pair(each)
    apart = {frozenset(each.pair) for each in against if each.verdict != "tie"}
    yield from _order(of, apart, summary, baselines)


def _closest(
    of: Mapping[str, ScoreOfVAE], summary: Mapping[str, Any], baselines: Sequence[str]
) -> Iterator[Comparand]:
    """On how many images each autoencoder's J is the lowest of all."""
    peers = [label for label in of if label not in baselines] or list(of)
    if len(peers) < 2:
        return
    scores = np.array([of[label].scores for label in peers]).T
    scores = scores[~np.isnan(scores).any(axis=1)]
    for place, label in enumerate(peers):
        lowest = int((scores[:, [place]] < np.delete(scores, place, axis=1)).all(axis=1).sum())
        said = claims.table(claims.table(summary["vaes"][label]).get("closest"))
        yield claims.equal(claims.RANKS, said.get("on"), lowest, label, "lowest J on")
        yield claims.equal(claims.RANKS, said.get("of"), len(scores), label, "lowest J of")


def _every_two(
    of: Mapping[str, ScoreOfVAE], said: Mapping[tuple[Any, Any], Mapping[str, Any]], baselines: Sequence[str]
) -> list[_Against]:
    pairs = list(itertools.combinations(of, 2))
    items = [claims.table(said.get(pair)) for pair in pairs]
    # Holm follows from the p-values as they are recorded, which are compared by themselves.
    p = [item.get("p") for item in items]
    numbers = [each if isinstance(each, float | int) else math.nan for each in p]
    found = []
    for (a, b), item, after in zip(pairs, items, corrected(pairs, numbers, baselines), strict=True):
        first, second = of[a], of[b]
        difference = first.scores - second.scores
        parts = None if first.parts is None or second.parts is None else first.parts - second.parts
        gap = (first.total or 0.0) - (second.total or 0.0)
        found.append(_Against((a, b), gap, difference[~np.isnan(difference)], parts, item, after))
    return found


def _of_pair(each: _Against) -> Iterator[Comparand]:
    where, said, differences = (f"{each.pair[0]} − {each.pair[1]}", "J"), each.said, each.differences
    mean = float(differences.mean()) if len(differences) else 0.0
    yield claims.equal(claims.DIFFERENCES, said.get("n"), len(differences), *where, "n")
    yield claims.equal(claims.DIFFERENCES, said.get("a_better"), int((differences < 0).sum()), *where, "wins")
    yield claims.equal(
        claims.DIFFERENCES, said.get("b_better"), int((differences > 0).sum()), *where, "losses"
    )
    yield claims.number(claims.DIFFERENCES, said.get("mean_difference"), each.gap, 1.0, *where)
    yield claims.number(
        claims.DIFFERENCES, said.get("mean_score_difference"), mean, 1.0, *where, "of the images"
    )
    if each.parts is not None:
        yield from claims.interval(claims.DIFFERENCE_INTERVALS, said.get("ci95"), each.parts, *where)
    yield claims.probability(said.get("p"), p_range(differences), *where)
    yield claims.number(claims.P_VALUES, said.get("p_holm"), each.after_holm, 1.0, *where, "after Holm")
    yield claims.equal(claims.VERDICTS, said.get("verdict"), each.verdict, *where)


def _order(
    of: Mapping[str, ScoreOfVAE],
    apart: set[frozenset[str]],
    summary: Mapping[str, Any],
    baselines: Sequence[str],
) -> Iterator[Comparand]:
    order = sorted(of, key=lambda label: of[label].total or 0.0)
    said = list(summary.get("ranking") or ())
    yield claims.equal(claims.RANKS, [item.get("vae") for item in said], order, "order")
    own = [label for label in order if label not in baselines]
    tested = images_of_test(list(of.values()))
    decidable = len(own) > 1 and tested >= fewest_images(len(own) * (len(own) - 1) // 2)
    by_label = {item.get("vae"): claims.table(item) for item in said}
    for label in order:
        item = by_label.get(label, {})
        rank = None
        if label in own and decidable:
            rank = 1 + sum(frozenset((label, other)) in apart for other in own[: own.index(label)])
        yield claims.equal(claims.RANKS, item.get("rank"), rank, label, "rank")
        yield claims.number(claims.RANKS, item.get("J"), of[label].total, 1.0, label, "J")
        yield claims.equal(claims.RANKS, item.get("baseline"), label in baselines, label, "baseline")
    # Two VAEs share a letter if and only if they are not apart: whichever letters these are.
    for key, among in (("letters", own), ("letters_with_baselines", order)):
        for a, b in itertools.combinations(among, 2):
            letters = [set(str(by_label.get(label, {}).get(key) or "")) for label in (a, b)]
            shares = "share a letter" if letters[0] & letters[1] else "share none"
            expected = "share none" if frozenset((a, b)) in apart else "share a letter"
            yield claims.equal(claims.RANKS, shares, expected, f"{a}, {b}", key)
