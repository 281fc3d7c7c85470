"""Repeated passes: what is left of a picture that goes through the VAE again and again, as 8-bit pixels each time."""

from __future__ import annotations

from vaelab.arrays import Float32, Pixels
from vaelab.engine.probes.probe_result import (
    NOT_FINITE,
    PicturePairs,
    ProbeBatch,
    ProbeResult,
    not_finite,
    relative_distances,
)
from vaelab.metrics.base import Value
from vaelab.metrics.probe_columns import GENERATIONS


def generations(batch: ProbeBatch, passes: int) -> ProbeResult:
    """Return x_k = R(x_{k-1}), k = 1, 2, 4 … ``passes``, against x, and how far its latent has drifted.

    ‖E(x_k) − E(x)‖ / ‖E(x)‖ of the posterior's mode; left out where the VAE has no latent that could be opened.

    Raises:
        Exception: whatever the VAE raises.
    """
    values: list[dict[str, Value]] = [{} for _ in batch.indices]
    comparisons = []
    first = _encoded(batch, batch.images)
    pixels, failed = batch.reconstructions, frozenset[int]()
    for count in range(1, passes + 1):
        if count > 1:
            latents = batch.codec.encode(pixels, batch.indices)
            decoded = batch.codec.decode(latents)
            pixels, failed = decoded.images, failed | not_finite(decoded)
        if count not in GENERATIONS:
            continue
        if count > 1:
            columns = {name: f"generation_{count}_{name}" for name in ("psnr", "lpips")}
            comparisons.append(PicturePairs(columns, batch.images, pixels, failed))
        if first is not None and (found := _encoded(batch, pixels)) is not None:
            for place, distance in enumerate(relative_distances(found, first, first)):
                values[place][f"generation_{count}_drift"] = NOT_FINITE if place in failed else distance
    return ProbeResult(values, comparisons)


def _encoded(batch: ProbeBatch, pixels: Pixels) -> Float32 | None:
    if batch.latents is None:
        return None
    return batch.latents.latent_of(batch.codec.encode(pixels, batch.indices))
