"""How much of a disturbance of its latent a decoder shows: what a diffusion model gets a little wrong, it has to bear."""

from __future__ import annotations

import numpy as np

from vaelab.engine.probes.probe_result import PicturePairs, ProbeBatch, ProbeResult, not_finite
from vaelab.metrics.base import Undefined
from vaelab.metrics.probe_columns import DISTURBANCES


def robustness(batch: ProbeBatch) -> ProbeResult:
    """Return what compares D(z + σ·s·ε) with D(z), σ in percent of ``DISTURBANCES``, s the standard deviation of the image's latent.

    ε is drawn on the CPU in float32 from the run's seed and the image's place, the same for every σ, device and precision.

    Raises:
        Exception: whatever the VAE raises.
    """
    if batch.codec.info.baseline:
        return ProbeResult([{} for _ in batch.indices])  # as its other columns of a latent
    if batch.latents is None:
        columns = [f"robustness_{percent}_{name}" for percent in DISTURBANCES for name in ("psnr", "lpips")]
        why = Undefined("the VAE's latent cannot be opened")
        return ProbeResult([dict.fromkeys(columns, why) for _ in batch.indices])
    size = (batch.images.shape[1], batch.images.shape[2])
    latent = batch.latents.latent_of(batch.codec.encode(batch.images, batch.indices))
    noise = np.stack(
        [
            np.random.default_rng([batch.seed, index]).standard_normal(latent.shape[1:], dtype=np.float32)
            for index in batch.indices
        ]
    )
    spread = latent.std(axis=(1, 2, 3), dtype=np.float64).astype(np.float32)[:, None, None, None]
    undisturbed = batch.codec.decode(batch.latents.from_latent(latent, size, batch.indices))
    comparisons = []
    for percent in DISTURBANCES:
        disturbed = latent + np.float32(percent / 100) * spread * noise
        made = batch.codec.decode(batch.latents.from_latent(disturbed, size, batch.indices))
        failed = not_finite(undisturbed) | not_finite(made)
        filled = {name: f"robustness_{percent}_{name}" for name in ("psnr", "lpips")}
        comparisons.append(PicturePairs(filled, undisturbed.images, made.images, failed))
    return ProbeResult([{} for _ in batch.indices], comparisons)
