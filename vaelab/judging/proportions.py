"""Shares of answers: Wilson's interval, also where answers come in clusters, and the exact binomial test."""

from __future__ import annotations

import math

import numpy as np

from vaelab.arrays import Floats

Interval = tuple[float, float]


def wilson(successes: float, n: float, level: float = 0.95) -> Interval:
    """Return Wilson's score interval of a share (Wilson 1927), (0, 1) where nothing was asked.

    Args:
        successes: how often it happened, 0 … n; half for what happened by half.
        n: how often it could have.
        level: of confidence.
    """
    from scipy.special import ndtri

    if n <= 0:
        return 0.0, 1.0
    z = float(ndtri(0.5 + level / 2))
    share = successes / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return max(0.0, middle - half), min(1.0, middle + half)


def binomial_p(successes: int, n: int) -> float:
    """Return the exact two-sided p-value against a fair coin: twice the smaller tail, at most 1."""
    from scipy.special import bdtr

    if n == 0:
        return 1.0
    return min(1.0, 2 * float(bdtr(min(successes, n - successes), n, 0.5)))


def clustered_share(successes: Floats, counts: Floats, level: float = 0.95) -> tuple[float, Interval, float]:
    """Return a share over clusters, its interval, and the number of independent answers that it is worth.

    Several answers to one image are not independent. The variance of the share is the ratio estimator's over images (Cochran
    1977, 6.3); Wilson's interval is taken at the number of answers that would have this variance (Korn and Graubard 1998), which is
    never more than there are. Where all say the same, an image counts as one answer. Below six images, likewise.

    Args:
        successes: (images,) how many answers of each were so; half for what was so by half.
        counts: (images,) how many answers of each there are, more than none.
        level: of confidence.
    """
    images, n = len(counts), float(counts.sum())
    share = float(successes.sum()) / n
    effective = float(images)
    if images > 1 and 0 < share < 1:
        residuals = successes - share * counts
        variance = images / (images - 1) * float((residuals**2).sum()) / n**2
        known = share * (1 - share) / variance if variance > 0 else n
        effective = min(n, known) if images >= 6 else min(n, known, images)
    return share, wilson(share * effective, effective, level), effective


def holm(p_values: list[float]) -> list[float]:
    """Return p-values corrected by Holm (1979), in the same order."""
    order = np.argsort(p_values, kind="stable")
    found, highest = [1.0] * len(p_values), 0.0
    for rank, place in enumerate(order.tolist()):
        highest = max(highest, min(1.0, (len(p_values) - rank) * p_values[place]))
        found[place] = highest
    return found
