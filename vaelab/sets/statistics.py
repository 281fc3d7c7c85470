"""Everything that is kept of one set of pictures and one network: collected picture by picture, compared at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from vaelab.arrays import Float32, Reals
from vaelab.sets.extractor import Features
from vaelab.sets.frechet import Gaussian
from vaelab.sets.inception_score import SPLITS, ClassSums
from vaelab.sets.moments import Moments, together
from vaelab.sets.neighbours import MOST_PICTURES

FOLDS = 10
_WIDEST_IN_FOLDS = 1024
"""Numbers of a vector from which only two folds are kept: ten covariances of 2 048 × 2 048 take 340 MB, and ten roots minutes."""
_ROWS_AT_ONCE = 256


@dataclass(frozen=True, eq=False)
class SetStatistics:
    """One set of pictures in the features of one network.

    The pictures come in the order of their files' SHA-256, which is as good as random and the same however they are named or
    listed: so halves, folds, splits and draws are the same for the same pictures.

    Attributes:
        folds: moments of the pictures by their place modulo the number of folds, an even one.
        vectors: (k, d) float32 of the first ``MOST_PICTURES`` pictures.
        names: (k,) SHA-256 of their files.
        classes: sums of the inception score's parts; empty of a network without classes.
    """

    folds: tuple[Moments, ...]
    vectors: Float32
    names: tuple[str, ...]
    classes: tuple[ClassSums, ...] = ()

    @cached_property
    def gaussian(self) -> Gaussian:
        """Of all pictures."""
        return Gaussian(together(list(self.folds)))

    @property
    def count(self) -> int:
        """Pictures."""
        return sum(fold.count for fold in self.folds)

    @cached_property
    def halves(self) -> tuple[Gaussian, Gaussian]:
        """Of the pictures at even and at odd places."""
        even, odd = (Gaussian(together(list(self.folds[start::2]))) for start in (0, 1))
        return even, odd


class SetCollector:
    """Takes in the pictures of one set, in the order of their files' SHA-256."""

    def __init__(self, width: int, expected: int) -> None:
        """Begin.

        Args:
            width: numbers of a vector.
            expected: how many pictures will come; more only fill the last part of the inception score.
        """
        self._width, self._expected = width, max(1, expected)
        number = FOLDS if width <= _WIDEST_IN_FOLDS else 2
        self._folds = [Moments.none(width)] * number
        self._waiting: list[Reals] = []
        self._flushed = self._count = 0
        self._kept: list[Reals] = []
        self._names: list[str] = []
        self._classes: dict[int, ClassSums] = {}

    def add(self, features: Features, names: Sequence[str]) -> None:
        """Take in pictures.

        Args:
            features: of each.
            names: SHA-256 of their files.
        """
        room = max(0, MOST_PICTURES - len(self._names))
        self._kept.append(features.vectors[:room])
        self._names += names[:room]
        if features.logits is not None:
            for place, logits in enumerate(features.logits, self._count):
                part = min(SPLITS - 1, place * SPLITS // self._expected)
                new = ClassSums.of(logits[None])
                self._classes[part] = self._classes[part] + new if part in self._classes else new
        self._count += len(features.vectors)
        self._waiting.append(features.vectors)
        if self._count - self._flushed >= _ROWS_AT_ONCE:
            self._flush()

    def finish(self) -> SetStatistics:
        """Return what was collected."""
        self._flush()
        kept = np.concatenate(self._kept) if self._kept else np.empty((0, self._width))
        return SetStatistics(
            tuple(self._folds),
            np.asarray(kept, np.float32),
            tuple(self._names),
            tuple(self._classes[part] for part in sorted(self._classes)),
        )

    def _flush(self) -> None:
        if not self._waiting:
            return
        rows = np.concatenate(self._waiting)
        places = np.arange(self._flushed, self._count) % len(self._folds)
        self._folds = [fold + Moments.of(rows[places == part]) for part, fold in enumerate(self._folds)]
        self._flushed, self._waiting = self._count, []


def statistics_of(vectors: Float32, names: Sequence[str], logits: Float32 | None = None) -> SetStatistics:
    """Return the statistics of features that are all there, sorted by the SHA-256 of their files.

    Args:
        vectors: (n, d).
        names: (n,) SHA-256 of the files.
        logits: (n, k), None of a network without classes.
    """
    order = sorted(range(len(names)), key=lambda place: names[place])
    collector = SetCollector(vectors.shape[1], len(names))
    collector.add(
        Features(vectors[order], None if logits is None else logits[order]), [names[place] for place in order]
    )
    return collector.finish()
