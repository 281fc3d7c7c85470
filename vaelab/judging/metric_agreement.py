"""Which metric agrees with the judges: the share of choices that each column would have made too (the 2AFC score of LPIPS's paper)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vaelab.arrays import Floats
from vaelab.judging.answers import JudgeAnswer
from vaelab.judging.proportions import clustered_share
from vaelab.judging.tasks import LEFT, NEITHER
from vaelab.metrics.base import Column
from vaelab.metrics.registry import all_columns
from vaelab.results.intervals import Interval
from vaelab.results.row_table import RowTable
from vaelab.results.sign_flip import ALPHA, holm, p_values

CHANCE = 0.5
FEWEST_IMAGES = 6
"""Below which nothing is decided."""


@dataclass(frozen=True, slots=True)
class MetricAgreement:
    """How often a column orders two reconstructions as a judge did.

    Attributes:
        column: the metric's.
        share: of the decided choices; a pair that the column does not tell apart counts by half.
        ci95: of the share.
        n: choices.
        images: that they are of.
        beats_chance: whether the share is above one half, decided at 5 % by a sign-flip test over images, after
            Holm over all columns that are read together.
    """

    column: Column
    share: float
    ci95: Interval
    n: int
    images: int
    beats_chance: bool


def metric_agreements(answers: Sequence[JudgeAnswer], table: RowTable) -> tuple[MetricAgreement, ...]:
    """Return the agreement of each column that has a direction and was measured, the most agreeing first.

    Args:
        answers: to "which is closer", of this run.
        table: the rows of the run.
    """
    decided = [answer for answer in answers if answer.choice != NEITHER]
    columns = [column for column in all_columns() if column.compared and column.better != "none"]
    where = table.where()
    pairs = [
        (answer, where.get((answer.image, answer.left)), where.get((answer.image, answer.right)))
        for answer in decided
    ]
    known = [(answer, left, right) for answer, left, right in pairs if left is not None and right is not None]
    names = [column for column in columns if column.name in table.names and column.name not in _TIMES]
    counted = [found for column in names if (found := _counts(column, known, table)) is not None]
    # The sign of an image's surplus is a coin's where the column says nothing of the choices; its size does not matter.
    surplus = [agreed - CHANCE * counts for _, agreed, counts in counted]
    corrected = holm(p_values(surplus))
    agreements = []
    for (column, agreed, counts), p in zip(counted, corrected, strict=True):
        share, bounds, _ = clustered_share(agreed, counts)
        agreements.append(
            MetricAgreement(
                column, share, bounds, int(counts.sum()), len(counts), share > CHANCE and p < ALPHA
            )
        )
    # Of equal shares the one that more choices stand behind comes first, then the order of the table.
    return tuple(sorted(agreements, key=lambda each: (-each.share, -each.n)))


_TIMES = ("encode_ms", "decode_ms")
"""Nobody sees them."""


def _counts(
    column: Column, known: Sequence[tuple[JudgeAnswer, int, int]], table: RowTable
) -> tuple[Column, Floats, Floats] | None:
    """How many choices of each image the column shares, and of how many it says anything."""
    if not known:
        return None
    far = column.distance(table.column(column.name))
    agreed: dict[str, float] = defaultdict(float)
    counts: dict[str, int] = defaultdict(int)
    for answer, left, right in known:
        a, b = float(far[left]), float(far[right])
        if a != a or b != b:
            continue
        counts[answer.image] += 1
        agreed[answer.image] += 0.5 if a == b else float((a < b) == (answer.choice == LEFT))
    if not counts:
        return None
    images = list(counts)
    return (
        column,
        np.array([agreed[image] for image in images], np.float64),
        np.array([counts[image] for image in images], np.float64),
    )
