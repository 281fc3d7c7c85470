"""What a further pass through a VAE gives for a batch: values, and pictures that are still to be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from vaelab.arrays import Float32, Pixels
from vaelab.metrics.base import Value
from vaelab.vae.base import Codec, OpensLatent


@dataclass(frozen=True, slots=True)
class ProbeBatch:
    """A batch that has been through a VAE once.

    Attributes:
        codec: the VAE; equal images give equal latents.
        latents: its latents as arrays; None where it has none that could be opened.
        images, reconstructions: (N, H, W, 3) uint8.
        indices: the images' places in the run.
        seed: of the run.
    """

    codec: Codec
    latents: OpensLatent | None
    images: Pixels
    reconstructions: Pixels
    indices: Sequence[int]
    seed: int


@dataclass(frozen=True, slots=True)
class PicturePairs:
    """Pictures to be compared.

    Attributes:
        columns: the metric's column to the row's.
        firsts, seconds: (N, H, W, 3) uint8, the first as the original.
    """

    columns: Mapping[str, str]
    firsts: Pixels
    seconds: Pixels


@dataclass(frozen=True, slots=True)
class ProbeResult:
    """What came of a probe.

    Attributes:
        values: for each image what is known already.
        comparisons: what the measuring thread fills in.
    """

    values: Sequence[Mapping[str, Value]]
    comparisons: Sequence[PicturePairs] = ()


def relative_distances(found: Float32, expected: Float32) -> list[float]:
    """Return for each latent the length of the difference over that of ``expected``; infinite where that is 0 and they differ."""
    count = len(expected)
    difference = (found.astype(np.float64) - expected).reshape(count, -1)
    lengths = np.linalg.norm(expected.reshape(count, -1).astype(np.float64), axis=1)
    distances = np.linalg.norm(difference, axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = np.where(distances == 0, 0.0, distances / lengths)
    return [float(share) for share in shares]
