"""Encodes and decodes one batch with one codec, timed and checked."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from vaelab import device
from vaelab.arrays import Pixels
from vaelab.errors import VAEError
from vaelab.text import first_line
from vaelab.vae.base import Codec, LatentFacts


@dataclass(frozen=True, slots=True)
class RoundTrip:
    """What a codec made of one image.

    Attributes:
        reconstruction: (H, W, 3) uint8.
        nonfinite_fraction, clipped_fraction: over the decoder's output elements, [0, 1].
        encode_ms, decode_ms: wall time divided by the number of images in the batch.
        latent: moments of the latent, None for a codec without one and where they are not finite.
        notes: what was done to this image that changes its numbers.
        on_device: the reconstruction as a tensor where a GPU made it, else None.
        tile_side: of the tiles that it was decoded in, px; None where it was decoded whole.
    """

    reconstruction: Pixels
    nonfinite_fraction: float
    clipped_fraction: float
    encode_ms: float
    decode_ms: float
    latent: LatentFacts | None
    notes: tuple[str, ...] = ()
    on_device: Any = None
    tile_side: int | None = None

    def noted(self, *notes: str) -> RoundTrip:
        """The same, with more notes."""
        return replace(self, notes=(*self.notes, *notes))


class BatchTooLargeError(Exception):
    """The memory does not hold a batch; the message is the first line of what the library said."""


def round_trip(codec: Codec, images: Pixels, indices: Sequence[int]) -> list[RoundTrip]:
    """Encode and decode a batch of equal size.

    Args:
        codec: what encodes and decodes.
        images: (N, H, W, 3) uint8.
        indices: places of the images in the run.

    Raises:
        BatchTooLargeError: memory ran out.
        VAEError: when the codec's output has another shape.
    """
    try:
        return _round_trip(codec, images, indices)
    except (MemoryError, RuntimeError) as error:
        if not device.is_out_of_memory(error):
            raise
        message = first_line(error)
    # Outside the handler: the traceback would keep the failed batch's tensors alive.
    raise BatchTooLargeError(message)


def _round_trip(codec: Codec, images: Pixels, indices: Sequence[int]) -> list[RoundTrip]:
    count = len(images)
    start = time.perf_counter()
    latents = codec.encode(images, indices)
    encoded = time.perf_counter()
    facts = codec.latent_facts(latents)
    restart = time.perf_counter()
    decoded = codec.decode(latents)
    end = time.perf_counter()
    if decoded.images.shape != images.shape or decoded.images.dtype != np.uint8:
        raise VAEError(
            f"its decoder returned {decoded.images.dtype} {decoded.images.shape} for images of shape {images.shape}: "
            "it cannot be compared pixel by pixel; it may be an upscaling decoder or a wrong configuration"
        )
    return [
        RoundTrip(
            reconstruction=decoded.images[place],
            nonfinite_fraction=decoded.nonfinite_fraction[place],
            clipped_fraction=decoded.clipped_fraction[place],
            encode_ms=1000 * (encoded - start if latents.seconds is None else latents.seconds) / count,
            decode_ms=1000 * (end - restart) / count,
            latent=None if facts is None or not _is_finite(facts[place]) else facts[place],
            on_device=None if decoded.on_device is None else decoded.on_device[place],
            tile_side=codec.tile_side,
        )
        for place in range(count)
    ]


def _is_finite(facts: LatentFacts) -> bool:
    """A latent with NaN or Inf has no moments worth keeping; what it decodes to is judged by its own pixels."""
    series = (facts.mean, facts.mean_square, facts.kl or (), facts.variance or (), *(facts.at_places or ()))
    return all(bool(np.isfinite(values).all()) for values in series)
