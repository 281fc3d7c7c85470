"""What a further pass through a VAE gives for a batch: values, and pictures that are still to be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from vaelab.arrays import Float32, Pixels
from vaelab.metrics.base import Undefined, Value
from vaelab.vae.base import Codec, Decoded, OpensLatent


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
        failed: places at which a decoder's output was not finite, so that there is nothing to compare.
    """

    columns: Mapping[str, str]
    firsts: Pixels
    seconds: Pixels
    failed: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ProbeResult:
    """What came of a probe.

    Attributes:
        values: for each image what is known already.
        comparisons: what the measuring thread fills in.
    """

    values: Sequence[Mapping[str, Value]]
    comparisons: Sequence[PicturePairs] = ()


def not_finite(decoded: Decoded) -> frozenset[int]:
    """Places of a batch at which the decoder's output was not finite."""
    return frozenset(place for place, share in enumerate(decoded.nonfinite_fraction) if share > 0)


NOT_FINITE = Undefined("the decoder's output of a further pass is NaN or Inf")


def relative_distances(found: Float32, expected: Float32, whole: Float32) -> list[float]:
    """Return for each latent the length of the difference over that of ``whole``; infinite where that is 0 and they differ."""
    count = len(expected)
    difference = (found.astype(np.float64) - expected).reshape(count, -1)
    lengths = np.linalg.norm(whole.reshape(count, -1).astype(np.float64), axis=1)
    distances = np.linalg.norm(difference, axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = np.where(distances == 0, 0.0, distances / lengths)
    return [float(share) for share in shares]
