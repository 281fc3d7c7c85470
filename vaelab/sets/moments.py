"""Mean and covariance of features, streamed: 50 000 pictures take the memory of 500."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import Self

import numpy as np

from vaelab.arrays import Floats, Reals


@dataclass(frozen=True, slots=True, eq=False)
class Moments:
    """The first two moments of some vectors.

    Attributes:
        count: how many vectors.
        mean: (d,) float64.
        scatter: (d, d) float64, sum of (v − mean)(v − mean)ᵀ.
    """

    count: int
    mean: Floats
    scatter: Floats

    @classmethod
    def none(cls, width: int) -> Self:
        """Those of no vector of ``width`` numbers."""
        return cls(0, np.zeros(width), np.zeros((width, width)))

    @classmethod
    def of(cls, vectors: Reals) -> Self:
        """Those of vectors (n, d), in float64."""
        if not len(vectors):
            return cls.none(vectors.shape[1])
        values = np.asarray(vectors, np.float64)
        mean = values.mean(axis=0)
        centred = values - mean
        return cls(len(values), mean, centred.T @ centred)

    def __add__(self, other: Moments) -> Moments:
        """Those of both together (Chan, Golub and LeVeque 1979): no sum of squares, so no cancellation."""
        if not self.count or not other.count:
            return self if self.count else other
        count = self.count + other.count
        apart = other.mean - self.mean
        mean = self.mean + apart * (other.count / count)
        between = np.outer(apart, apart) * (self.count * other.count / count)
        return Moments(count, mean, self.scatter + other.scatter + between)

    @property
    def covariance(self) -> Floats:
        """The unbiased covariance (d, d).

        Raises:
            ValueError: of fewer than two vectors there is none.
        """
        if self.count < 2:
            raise ValueError(f"a covariance needs two vectors, not {self.count}")
        return self.scatter / (self.count - 1)


def together(parts: list[Moments]) -> Moments:
    """The moments of all parts."""
    return reduce(Moments.__add__, parts)
