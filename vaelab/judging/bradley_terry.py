"""Strengths from paired comparisons: Bradley and Terry 1952, by the MM algorithm of Hunter 2004.

The probability that i is chosen over j is p_i / (p_i + p_j). "No difference" counts as half a choice of each, so that the
likelihood stays that of two outcomes. The maximum exists if and only if nobody can be split off who was never chosen over
the others (Ford 1957); else strengths go to infinity, while the chances to be chosen keep their limits.
"""

from __future__ import annotations

import numpy as np

from vaelab.arrays import Floats

_MOST_STEPS, _NEAR = 1000, 1e-10


def strengths(wins: Floats) -> Floats:
    """Return p of each, scaled so that the mean of their logarithms is 0.

    Args:
        wins: (…, K, K) how often the one in the row was chosen over the one in the column, halves for ties; 0 on the diagonal.
            Leading axes are fitted each for itself.

    Returns:
        (…, K) float64, positive. Where no maximum exists, values that are far apart but finite.
    """
    won = wins.sum(axis=-1)
    met = wins + np.swapaxes(wins, -1, -2)
    p = np.ones_like(won)
    # Who was never compared keeps 1; who never won goes to 0, which a floor keeps in range.
    compared = met.sum(axis=-1) > 0
    for _ in range(_MOST_STEPS):
        denominator = (met / (p[..., :, None] + p[..., None, :])).sum(axis=-1)
        new = np.where(compared, won / np.where(denominator > 0, denominator, 1.0), 1.0)
        new = np.maximum(new, 1e-12)
        new = new / np.exp(np.log(new).mean(axis=-1, keepdims=True))
        moved = float(np.abs(np.log(new) - np.log(p)).max(initial=0.0))
        p = new
        if moved < _NEAR:
            break
    return np.asarray(p, np.float64)


def exists(wins: Floats) -> bool:
    """Whether the likelihood has a maximum: from each there is a chain of choices to each other."""
    reach = (wins > 0) | np.eye(len(wins), dtype=bool)
    for _ in range(max(1, len(wins).bit_length())):
        reach = (reach.astype(np.int64) @ reach.astype(np.int64)) > 0
    return bool(reach.all())


def chances(p: Floats) -> Floats:
    """Return the chance of each to be chosen over another one, the mean over the others: 0.5 where all are equal.

    Args:
        p: (…, K) strengths.

    Returns:
        (…, K) in [0, 1].
    """
    count = p.shape[-1]
    over = p[..., :, None] / (p[..., :, None] + p[..., None, :])
    return np.asarray((over.sum(axis=-1) - 0.5) / max(1, count - 1), np.float64)


def chance_intervals(wins_of_image: Floats, level: float = 0.95) -> Floats:
    """Return the interval of each chance, by the jackknife over images on the scale of logits, with Student's quantile.

    Images, each with all of its answers, are what is independent. A percentile bootstrap holds in 84 % at six images and 90 % at
    thirty (benchmarks/judges.py); this one does not undercut what it says.

    Args:
        wins_of_image: (images, K, K), at least two images, as ``strengths`` takes the sum of it.
        level: of confidence.

    Returns:
        (K, 2), ends in [0, 1]; NaN where a chance is at its limit, so that nothing is known but that.
    """
    from scipy.special import expit, logit, stdtrit

    total = wins_of_image.sum(axis=0)
    images = len(wins_of_image)
    center = chances(strengths(total))
    without = chances(strengths(total - wins_of_image))
    at_limit = (total.sum(axis=0) == 0) | (total.sum(axis=1) == 0)
    near = np.finfo(np.float64).eps
    left_out = logit(np.clip(without, near, 1 - near))
    error = np.sqrt((images - 1) / images * ((left_out - left_out.mean(axis=0)) ** 2).sum(axis=0))
    half = float(stdtrit(images - 1, 0.5 + level / 2)) * error
    middle = logit(np.clip(center, near, 1 - near))
    found = np.stack([expit(middle - half), expit(middle + half)], axis=1)
    found[at_limit] = np.nan
    return np.asarray(found, np.float64)
