"""The inception score (Salimans et al. 2016), streamed: exp of the mean KL(p(y|x) ‖ p(y)), over ten parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np

from vaelab.arrays import Floats, Reals

SPLITS = 10


@dataclass(frozen=True, slots=True, eq=False)
class ClassSums:
    """What the score needs of one part of a set.

    Attributes:
        count: pictures.
        classes: (k,) sum of p(y|x).
        negentropy: sum over pictures of Σ p log p, nats.
    """

    count: int
    classes: Floats
    negentropy: float

    @classmethod
    def of(cls, logits: Reals) -> Self:
        """Those of logits (n, k)."""
        values = np.asarray(logits, np.float64)
        values = values - values.max(axis=1, keepdims=True)
        logs = values - np.log(np.exp(values).sum(axis=1, keepdims=True))
        shares = np.exp(logs)
        return cls(len(values), shares.sum(axis=0), float((shares * logs).sum()))

    def __add__(self, other: ClassSums) -> ClassSums:
        """Those of both together."""
        return ClassSums(
            self.count + other.count, self.classes + other.classes, self.negentropy + other.negentropy
        )

    @property
    def score(self) -> float:
        """The score of this part: 1 where every picture has the same classes, k where each has one of its own."""
        mean = self.classes / self.count
        known = mean[mean > 0]
        return float(np.exp(self.negentropy / self.count - float((known * np.log(known)).sum())))


def inception_score(parts: list[ClassSums]) -> tuple[float, float | None]:
    """Return mean and standard deviation of the score over the parts that have pictures."""
    scores = [part.score for part in parts if part.count]
    return float(np.mean(scores)), float(np.std(scores)) if len(scores) > 1 else None
