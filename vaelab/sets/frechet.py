"""The Fréchet distance of two Gaussians (Dowson and Landau 1982; Heusel et al. 2017), and how sure it is."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from vaelab.arrays import Floats
from vaelab.sets.moments import Moments, together


@dataclass(frozen=True, slots=True)
class Frechet:
    """A distance ‖μr − μg‖² + tr(Σr + Σg − 2(ΣrΣg)^½) and its parts, in the squared units of the features.

    Attributes:
        value: the distance, at least 0.
        means: ‖μr − μg‖².
        trace_real, trace_other: tr Σr, tr Σg.
        trace_root: tr (ΣrΣg)^½.
    """

    value: float
    means: float
    trace_real: float
    trace_other: float
    trace_root: float


class Gaussian:
    """The Gaussian that moments describe; the root of its covariance is computed once, whatever it is compared with."""

    def __init__(self, moments: Moments) -> None:
        self.moments = moments

    @cached_property
    def root(self) -> Floats:
        """A (d, r) with A·Aᵀ = Σ; directions in which rounding alone has left something are left out."""
        values, vectors = np.linalg.eigh(self.moments.covariance)
        # What rounding leaves of a zero eigenvalue, whose root would be a hundred million times larger.
        kept = values > len(values) * np.finfo(np.float64).eps * max(float(values[-1]), 0.0)
        root: Floats = vectors[:, kept] * np.sqrt(values[kept])
        return root

    @property
    def rank(self) -> int:
        """Directions in which the pictures differ at all: at most one less than there are pictures."""
        return int(self.root.shape[1])


def frechet(real: Gaussian, other: Gaussian) -> Frechet:
    """Return the Fréchet distance of two sets of features.

    The trace of the root is the sum of the singular values of Σr^½·Σg^½, not of a root of eigenvalues of a product: nothing is
    squared, so that a set is 0 from itself whatever its rank.
    """
    apart = real.moments.mean - other.moments.mean
    means = float(apart @ apart)
    first, second = (float(np.trace(each.moments.covariance)) for each in (real, other))
    product = real.root.T @ other.root
    root = float(np.linalg.svd(product, compute_uv=False).sum()) if product.size else 0.0
    return Frechet(max(0.0, means + first + second - 2 * root), means, first, second, root)


def jackknife_interval(
    real: Sequence[Moments], other: Sequence[Moments], check: Callable[[], None]
) -> tuple[float, float] | None:
    """Return the 95 % interval of the distance at this number of pictures, by leaving out one fold of both sets at a time.

    Args:
        real: moments of the folds of one set, of nearly equal size.
        other: moments of as many folds of the other.
        check: called before each fold; may raise to stop.

    Returns:
        Low and high, None where a fold leaves fewer than two pictures. It is about the distance that sets of this size have,
        not about that of endless ones: the bias that few pictures bring is in it.
    """
    from scipy.special import stdtrit

    folds = len(real)
    values = []
    for place in range(folds):
        check()
        rests = [together([*parts[:place], *parts[place + 1 :]]) for parts in (real, other)]
        if min(rest.count for rest in rests) < 2:
            return None
        values.append(frechet(*map(Gaussian, rests)).value)
    whole = frechet(*(Gaussian(together(list(parts))) for parts in (real, other))).value
    found = np.asarray(values)
    error = math.sqrt((folds - 1) / folds * float(((found - found.mean()) ** 2).sum()))
    half = float(stdtrit(folds - 1, 0.975)) * error
    return max(0.0, whole - half), whole + half
