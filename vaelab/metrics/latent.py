"""What a set of latents says of the space they live in: active units, spread, KL per channel, health."""

from __future__ import annotations

import numpy as np

from vaelab.metrics.base import Value
from vaelab.vae.base import LatentFacts

ACTIVE_VARIANCE = 0.01
"""A unit is active where the variance of its posterior mean over the data exceeds this (Burda et al. 2016)."""

COLLAPSED_KL = 0.01
"""Mean KL per latent element, in nats, under which a posterior says nothing."""


def image_values(facts: LatentFacts) -> dict[str, Value]:
    """Return ``kl``, ``kl_per_dim``, ``latent_mean`` and ``latent_std`` of one image."""
    mean = float(np.mean(facts.mean))
    variance = float(np.mean(facts.mean_square)) - mean**2
    values: dict[str, Value] = {"latent_mean": mean, "latent_std": float(np.sqrt(max(variance, 0.0)))}
    if facts.kl is not None:
        kl = float(np.sum(facts.kl))
        values |= {"kl": kl, "kl_per_dim": kl / (facts.positions * len(facts.mean))}
    return values


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

        ``channels``, ``active_channels``, per channel ``mean``, ``std`` and ``kl_per_dim``; the mean ``kl_per_dim``
        (None without a posterior); ``suggested_scaling_factor`` = 1/std over all elements; ``verdict``: healthy or collapsed,
        with the reason.
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
        overall = float(np.sqrt(max(square.mean() - mean.mean() ** 2, 0.0)))
        return {
            "channels": len(mean),
            "active_channels": active,
            "mean": mean.tolist(),
            "std": np.sqrt(variance).tolist(),
            "kl_per_dim": None if kl is None else float(kl.mean()),
            "kl_per_channel": None if kl is None else kl.tolist(),
            "suggested_scaling_factor": 1.0 / overall if overall > 0 else None,
            "verdict": _verdict(active, len(mean), None if kl is None else float(kl.mean())),
        }


def _verdict(active: int, channels: int, kl_per_dim: float | None) -> str:
    if kl_per_dim is not None and kl_per_dim < COLLAPSED_KL:
        return f"collapsed: the mean KL is {kl_per_dim:.4f} nats per dimension, under {COLLAPSED_KL}"
    if 2 * active < channels:
        return f"collapsed: only {active} of {channels} channels are active"
    return f"healthy: {active} of {channels} channels are active"
