"""What a set of latents says of the space they live in: active units, spread, KL and variance per channel, codes, health.

For a codebook whose entries are used with the shares p: usage is the share of entries with p > 0, the entropy
H = -Σ p log2 p in bits, the perplexity 2^H (van den Oord et al. 2017, arXiv 1711.00937, report exp of H in nats: the same).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from vaelab.metrics.base import Value
from vaelab.vae.base import LatentFacts

ACTIVE_VARIANCE = 0.01
"""A unit is active where the variance of its posterior mean over the data exceeds this (Burda et al. 2016)."""

COLLAPSED_KL = 0.01
"""Mean KL per latent element, in nats, under which a posterior says nothing."""


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


def entropy_bits(counts: npt.NDArray[np.integer[Any]]) -> float:
    """Shannon entropy, in bits, of how often each of a set of things was counted; 0 where nothing was."""
    shares = counts[counts > 0] / max(counts.sum(), 1)
    return abs(float((shares * np.log2(shares)).sum()))


class LatentHealth:
    """A metric over the set: feed it one image's moments at a time (see ``SetMetric``)."""

    def __init__(self) -> None:
        """Start with no image."""
        self._facts: list[LatentFacts] = []

    def update(self, facts: LatentFacts) -> None:
        """Take in one image."""
        self._facts.append(facts)

    def compute(self) -> dict[str, object] | None:
        """Return the latent's health over everything taken in; None where there was no latent.

        ``channels``, ``active_channels``, per channel ``mean``, ``std``, ``posterior_variance`` and ``kl_per_channel``; the
        mean ``kl_per_dim`` (None without a posterior); ``suggested_scaling_factor`` = 1/std over all elements; ``codebooks``,
        a list with the ``entries``, ``used``, ``usage``, ``entropy_bits``, ``perplexity`` and ``indices`` of each codebook,
        where there are such; ``verdict``: healthy or collapsed, with the reason, or how much of the codebooks is used.
        """
        if not self._facts:
            return None
        positions = np.array([facts.positions for facts in self._facts], dtype=np.float64)[:, None]
        mean = (np.array([facts.mean for facts in self._facts]) * positions).sum(axis=0) / positions.sum()
        square = (np.array([facts.mean_square for facts in self._facts]) * positions).sum(
            axis=0
        ) / positions.sum()
        variance = np.maximum(square - mean**2, 0.0)
        active = int((variance > ACTIVE_VARIANCE).sum())
        kl = None
        if all(facts.kl is not None for facts in self._facts):
            kl = np.array([facts.kl for facts in self._facts], dtype=np.float64).sum(axis=0) / positions.sum()
        posterior = None
        if all(facts.variance is not None for facts in self._facts):
            spread = np.array([facts.variance for facts in self._facts], dtype=np.float64)
            posterior = ((spread * positions).sum(axis=0) / positions.sum()).tolist()
        books = _codebooks(self._facts)
        overall = float(np.sqrt(max(square.mean() - mean.mean() ** 2, 0.0)))
        return {
            "channels": len(mean),
            "active_channels": active,
            "mean": mean.tolist(),
            "std": np.sqrt(variance).tolist(),
            "kl_per_dim": None if kl is None else float(kl.mean()),
            "kl_per_channel": None if kl is None else kl.tolist(),
            "posterior_variance": posterior,
            "suggested_scaling_factor": 1.0 / overall if overall > 0 else None,
            **({"codebooks": books} if books else {}),
            "verdict": _use(books)
            if books
            else _verdict(active, len(mean), None if kl is None else float(kl.mean())),
        }


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
                "entropy_bits": entropy,
                "perplexity": 2.0**entropy,
                "indices": int(total.sum()),
            }
        )
    return found


def _use(books: Sequence[dict[str, Any]]) -> str:
    return "; ".join(
        f"{book['used']} of {book['entries']} codebook entries used by {book['indices']} indices, "
        f"perplexity {book['perplexity']:.1f}"
        for book in books
    )


def _verdict(active: int, channels: int, kl_per_dim: float | None) -> str:
    if kl_per_dim is not None and kl_per_dim < COLLAPSED_KL:
        return f"collapsed: the mean KL is {kl_per_dim:.4f} nats per dimension, under {COLLAPSED_KL}"
    if 2 * active < channels:
        return f"collapsed: only {active} of {channels} channels are active"
    return f"healthy: {active} of {channels} channels are active"
