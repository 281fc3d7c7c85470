"""Shares of answers: Wilson's interval, also where answers come in clusters, and the exact binomial test."""

from __future__ import annotations

from vaelab.arrays import Floats
from vaelab.results.intervals import Interval, wilson


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
