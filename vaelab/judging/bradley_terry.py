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


def resampled_chances(wins_of_image: Floats, resamples: int = 2000, seed: int = 0) -> Floats:
    """Return the chances over images drawn with replacement, each with all of its answers.

    Args:
        wins_of_image: (images, K, K), as ``strengths`` takes the sum of it.
        resamples: how many.
        seed: of the draws.

    Returns:
        (resamples, K).
    """
    random = np.random.default_rng(seed)
    images = len(wins_of_image)
    drawn = random.multinomial(images, np.full(images, 1 / images), size=resamples).astype(np.float64)
    wins = np.tensordot(drawn, wins_of_image, axes=1)
    # Where a draw leaves nothing to tell two apart a fixed number of steps comes close enough to the limit.
    return chances(strengths(wins))
