"""Kernel distances of two sets of features: KID (Bińkowski et al. 2018) and CMMD (Jayasumana et al. 2024)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from vaelab.arrays import Floats, Reals

SUBSETS, SUBSET_SIZE, SEED = 100, 1000, 0
_CMMD_SIGMA, _CMMD_SCALE = 10.0, 1000.0
_BLOCK = 2048

Kernel = Callable[[Floats, Floats], Floats]


def polynomial(a: Floats, b: Floats) -> Floats:
    """KID's kernel (x·y / d + 1)³ of vectors (n, d) and (m, d): (n, m)."""
    product = a @ b.T
    product /= a.shape[1]
    product += 1.0
    return product * product * product


def unbiased_mmd2(real: Floats, other: Floats) -> float:
    """Return the unbiased squared maximum mean discrepancy by KID's kernel; below 0 where the sets are nearer than chance.

    Args:
        real: (n, d) float64, two vectors at least.
        other: (m, d) float64, two at least.
    """
    n, m = len(real), len(other)
    own = [
        (_sum(each, each, polynomial) - float((((each * each).mean(axis=1) + 1) ** 3).sum()))
        / (len(each) * (len(each) - 1))
        for each in (real, other)
    ]
    return own[0] + own[1] - 2 * _sum(real, other, polynomial) / (n * m)


def kernel_distance(real: Reals, other: Reals, check: Callable[[], None]) -> tuple[float, float | None]:
    """Return KID's mean and standard deviation over 100 subsets of at most 1 000 pictures, drawn without repetition.

    Where both sets are no larger than a subset there is only one, and no standard deviation.

    Args:
        real: (n, d), two vectors at least.
        other: (m, d), two at least.
        check: called before each subset; may raise to stop.
    """
    first, second = (np.asarray(each, np.float64) for each in (real, other))
    size = min(SUBSET_SIZE, len(first), len(second))
    if size == len(first) == len(second):
        check()
        return unbiased_mmd2(first, second), None
    generator = np.random.default_rng(SEED)
    values = []
    for _ in range(SUBSETS):
        check()
        some = [each[generator.choice(len(each), size, replace=False)] for each in (first, second)]
        values.append(unbiased_mmd2(some[0], some[1]))
    return float(np.mean(values)), float(np.std(values, ddof=1))


def cmmd(real: Reals, other: Reals) -> float:
    """Return CMMD of CLIP embeddings of unit length: the biased squared MMD, Gaussian kernel σ = 10, times 1 000.

    Biased as the published code is: each vector counts against itself.
    """
    first, second = (np.asarray(each, np.float64) for each in (real, other))
    gamma = 1 / (2 * _CMMD_SIGMA**2)

    def gaussian(a: Floats, b: Floats) -> Floats:
        squares = (a * a).sum(1)[:, None] + (b * b).sum(1)[None, :] - 2 * (a @ b.T)
        return np.asarray(np.exp(-gamma * np.maximum(squares, 0.0)))

    n, m = len(first), len(second)
    own = _sum(first, first, gaussian) / n**2 + _sum(second, second, gaussian) / m**2
    return _CMMD_SCALE * (own - 2 * _sum(first, second, gaussian) / (n * m))


def _sum(a: Floats, b: Floats, kernel: Kernel) -> float:
    """The kernel's sum over all pairs, in blocks, so that 10 000 × 10 000 pairs take no gigabyte."""
    starts = range(0, len(a), _BLOCK)
    return float(sum(kernel(a[start : start + _BLOCK], b).sum() for start in starts))
