"""What a set of latents says of the space they live in: spread, KL and variance per channel, collapse, active units, codes.

For a codebook whose entries are used with the shares p: usage is the share of entries with p > 0, the entropy
H = -Σ p log2 p in bits, the perplexity 2^H (van den Oord et al. 2017, arXiv 1711.00937, report exp of H in nats: the same).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from vaelab.arrays import Floats
from vaelab.metrics.base import Value
from vaelab.vae.base import LatentFacts

ACTIVE_SHARE = 0.01
"""A channel is active where its posterior mean varies over images by more than this share of its posterior variance."""

COLLAPSED_KL = 0.01
"""KL per latent element, in nats, under which a channel says nothing of the image."""


def image_values(facts: LatentFacts) -> dict[str, Value]:
    """Return what the columns of the ``latent`` metric say of one image; those that a VAE has not are left out."""
    mean = float(np.mean(facts.mean))
    variance = float(np.mean(facts.mean_square)) - mean**2
    values: dict[str, Value] = {"latent_mean": mean, "latent_std": float(np.sqrt(max(variance, 0.0)))}
    if facts.kl is not None:
        kl = float(np.sum(facts.kl))
        values |= {"kl": kl, "kl_per_dim": kl / (facts.positions * len(facts.mean))}
    if facts.variance is not None:
        values["posterior_variance"] = float(np.mean(facts.variance))
    if facts.codes:
        books = [book.counts for book in facts.codes]
        indices = [int(counts.sum()) for counts in books]
        entropy = sum(
            entropy_bits(counts) * number for counts, number in zip(books, indices, strict=True)
        ) / sum(indices)
        used = sum(int((counts > 0).sum()) for counts in books)
        values |= {
            "codebook_usage": used / sum(book.size for book in facts.codes),
            "code_entropy": entropy,
            "code_perplexity": 2.0**entropy,
        }
    return values


def rate_values(facts: LatentFacts, pixels: int) -> dict[str, Value]:
    """Return what a latent costs: bits a pixel of the image, empty where it has neither codes nor a posterior.

    Of codes their number times log2 of the codebook's entries, and beside it their number times the image's own code entropy, which
    an ideal entropy coder would need; of a posterior the KL divergence in bits, which a coder with the prior N(0, I) would
    need on average (Hinton and van Camp 1993).

    Args:
        facts: of one image.
        pixels: of the image itself, without padding.
    """
    if facts.codes:
        counts = [book.counts for book in facts.codes]
        bits = sum(
            int(own.sum()) * math.log2(book.size) for own, book in zip(counts, facts.codes, strict=True)
        )
        ideal = sum(int(own.sum()) * entropy_bits(own) for own in counts)
        return {"bits_per_pixel": bits / pixels, "bits_per_pixel_entropy": ideal / pixels}
    if facts.kl is not None:
        return {"bits_per_pixel": float(np.sum(facts.kl)) / math.log(2) / pixels}
    return {}


def entropy_bits(counts: npt.NDArray[np.integer[Any]]) -> float:
    """Shannon entropy, in bits, of how often each of a set of things was counted; 0 where nothing was."""
    shares = counts[counts > 0] / max(counts.sum(), 1)
    return abs(float((shares * np.log2(shares)).sum()))


class LatentHealth:
    """A metric over the set: feed it one image's moments at a time (see ``SetMetric``)."""

    def __init__(self) -> None:
        self._facts: list[LatentFacts] = []

    def update(self, facts: LatentFacts) -> None:
        """Take in one image."""
        self._facts.append(facts)

    def compute(self) -> dict[str, object] | None:
        """Return the latent's health over everything taken in; None where there was no latent.

        ``n``, of how many images; ``channels``; per channel ``mean``, ``std`` and ``posterior_variance`` over all images and positions, and
        ``kl_per_channel`` in nats per element; their mean ``kl_per_dim``; ``collapsed_channels``, how many have a KL under
        ``COLLAPSED_KL``, and ``collapsed_share``; ``active_channels`` (see :func:`_active`); ``suggested_scaling_factor`` =
        1/std over all elements; where there are codebooks ``codebooks``, a list with the ``entries``, ``used``, ``usage``,
        ``dead_share``, ``entropy_bits``, ``perplexity`` and ``indices`` of each; ``verdict``: ``collapsed``, ``k of n channels
        collapsed`` or ``healthy``. Without a posterior whatever speaks of KL, collapse and activity is None, the verdict too.
        """
        if not self._facts:
            return None
        positions = np.array([facts.positions for facts in self._facts], dtype=np.float64)
        mean = np.average([facts.mean for facts in self._facts], axis=0, weights=positions)
        square = np.average([facts.mean_square for facts in self._facts], axis=0, weights=positions)
        kl = self._kl(positions.sum())
        posterior = self._posterior_variance(positions)
        collapsed = None if kl is None else int((kl < COLLAPSED_KL).sum())
        overall = float(np.sqrt(max(square.mean() - mean.mean() ** 2, 0.0)))
        books = _codebooks(self._facts)
        return {
            "n": len(self._facts),
            "channels": len(mean),
            "active_channels": _active(self._facts, posterior),
            "collapsed_channels": collapsed,
            "collapsed_share": None if collapsed is None else collapsed / len(mean),
            "mean": mean.tolist(),
            "std": np.sqrt(np.maximum(square - mean**2, 0.0)).tolist(),
            "kl_per_dim": None if kl is None else float(kl.mean()),
            "kl_per_channel": None if kl is None else kl.tolist(),
            "posterior_variance": None if posterior is None else posterior.tolist(),
            "suggested_scaling_factor": 1.0 / overall if overall > 0 else None,
            **({"codebooks": books} if books else {}),
            "verdict": None if kl is None else _verdict(kl),
        }

    def _kl(self, positions: float) -> Floats | None:
        """KL of each channel per element."""
        sums = [facts.kl for facts in self._facts if facts.kl is not None]
        return np.sum(sums, axis=0) / positions if len(sums) == len(self._facts) else None

    def _posterior_variance(self, positions: Floats) -> Floats | None:
        spread = [facts.variance for facts in self._facts if facts.variance is not None]
        return np.average(spread, axis=0, weights=positions) if len(spread) == len(self._facts) else None


def _active(images: Sequence[LatentFacts], posterior_variance: Floats | None) -> int | None:
    """How many channels are active: their posterior mean differs between images, against their posterior's own variance.

    Burda, Grosse, Salakhutdinov 2016 (arXiv 1509.00519) call a unit active where the variance of its posterior mean over the
    data exceeds 0.01, of a prior of variance 1. A channel of a latent with positions is a unit at each of them, and the scale
    of a latent is arbitrary: so the variance over images (n - 1) is taken at each place, averaged over the places, and held
    against the channel's posterior variance. The places are the 16 that ``LatentFacts.at_places`` has of every image, whatever
    its size; a pattern that is the same in every image is not activity.

    Returns:
        None for fewer than two images, without a posterior, and for images of which an earlier version kept no places.
    """
    places = [facts.at_places for facts in images if facts.at_places is not None]
    if posterior_variance is None or len(places) < len(images) or len(images) < 2:
        return None
    over_images = np.var(np.array(places, dtype=np.float64), axis=0, ddof=1).mean(axis=-1)
    return int((over_images > ACTIVE_SHARE * posterior_variance).sum())


def _codebooks(images: Sequence[LatentFacts]) -> list[dict[str, Any]]:
    """What each codebook's entries were used for over all images."""
    if len({tuple(book.size for book in facts.codes) for facts in images}) > 1:
        return []  # a run that an earlier version began: it counted no codes
    totals = [np.zeros(book.size, np.int64) for book in images[0].codes]
    for facts in images:
        for total, book in zip(totals, facts.codes, strict=True):
            total += book.counts
    found = []
    for total in totals:
        entropy, used = entropy_bits(total), int((total > 0).sum())
        found.append(
            {
                "entries": len(total),
                "used": used,
                "usage": used / len(total),
                "dead_share": 1.0 - used / len(total),
                "entropy_bits": entropy,
                "perplexity": 2.0**entropy,
                "indices": int(total.sum()),
            }
        )
    return found


def _verdict(kl_per_channel: Floats) -> str:
    channels, collapsed = len(kl_per_channel), int((kl_per_channel < COLLAPSED_KL).sum())
    if kl_per_channel.mean() < COLLAPSED_KL or 2 * collapsed > channels:
        return "collapsed"
    return f"{collapsed} of {channels} channels collapsed" if collapsed else "healthy"
