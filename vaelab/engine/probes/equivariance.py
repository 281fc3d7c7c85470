"""Whether a latent moves with its picture: Kouzelis et al., EQ-VAE, arXiv 2502.09509.

A latent that does can be learned more easily by a diffusion model.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from vaelab.arrays import Float32, Pixels
from vaelab.engine.probes.probe_result import (
    PicturePairs,
    ProbeBatch,
    ProbeResult,
    not_finite,
    relative_distances,
)
from vaelab.metrics.base import Undefined, Value
from vaelab.metrics.probe_columns import TRANSFORMS


def equivariance(batch: ProbeBatch) -> ProbeResult:
    """Return ‖E(τx) − τE(x)‖ / ‖E(x)‖ and what compares D(τE(x)) with τx, for τ a scale of 0.5 and a quarter turn.

    Of the largest part of the image, from its top left corner, whose sides 2 · factor divides, so that no padding takes part.

    Raises:
        Exception: whatever the VAE raises.
    """
    factor = batch.codec.info.factor
    if batch.codec.info.baseline:
        return ProbeResult([{} for _ in batch.indices])  # as its other columns of a latent
    if batch.latents is None or factor is None:
        return _undefined(batch, "the VAE's latent cannot be opened")
    if not batch.latents.latent_is_spatial:
        return _undefined(batch, "the VAE has no latent whose places are those of the picture")
    height, width = (side // (2 * factor) * (2 * factor) for side in batch.images.shape[1:3])
    if not height or not width:
        return _undefined(batch, f"the image is under {2 * factor} px")
    images = np.ascontiguousarray(batch.images[:, :height, :width])
    latent = batch.latents.latent_of(batch.codec.encode(images, batch.indices))
    values: list[dict[str, Value]] = [{} for _ in batch.indices]
    comparisons = []
    for name in TRANSFORMS:
        of_picture, of_latent = _TRANSFORMS[name]
        moved = of_picture(images)
        expected = of_latent(latent)
        found = batch.latents.latent_of(batch.codec.encode(moved, batch.indices))
        for own, distance in zip(values, relative_distances(found, expected, latent), strict=True):
            own[f"equivariance_{name}_latent"] = distance
        made = batch.codec.decode(
            batch.latents.from_latent(expected, (moved.shape[1], moved.shape[2]), batch.indices)
        )
        comparisons.append(
            PicturePairs({"lpips": f"equivariance_{name}_lpips"}, moved, made.images, not_finite(made))
        )
    return ProbeResult(values, comparisons)


def _undefined(batch: ProbeBatch, reason: str) -> ProbeResult:
    columns = [f"equivariance_{name}_{what}" for name in TRANSFORMS for what in ("latent", "lpips")]
    return ProbeResult([dict.fromkeys(columns, Undefined(reason)) for _ in batch.indices])


def _halved(images: Pixels) -> Pixels:
    """Lanczos with antialiasing, as images are brought to size."""
    height, width = images.shape[1:3]
    return np.stack(
        [
            np.asarray(Image.fromarray(image).resize((width // 2, height // 2), Image.Resampling.LANCZOS))
            for image in images
        ]
    )


def _averaged(latent: Float32) -> Float32:
    """Bilinear interpolation at half the size, which is the mean of 2 × 2."""
    count, channels, height, width = latent.shape
    parts = latent.reshape(count, channels, height // 2, 2, width // 2, 2)
    return np.asarray(parts.mean((3, 5), dtype=np.float32))


def _turned_pictures(images: Pixels) -> Pixels:
    return np.ascontiguousarray(np.rot90(images, axes=(1, 2)))


def _turned_latents(latent: Float32) -> Float32:
    return np.ascontiguousarray(np.rot90(latent, axes=(2, 3)))


_TRANSFORMS: dict[str, tuple[Callable[[Pixels], Pixels], Callable[[Float32], Float32]]] = {
    "scale": (_halved, _averaged),
    "turn": (_turned_pictures, _turned_latents),
}
