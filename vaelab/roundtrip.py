"""One batch through one codec: timed, checked, and split in halves when memory runs out."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from vaelab import device
from vaelab.errors import VAEError
from vaelab.vae.base import Codec, LatentFacts, Pixels


@dataclass(frozen=True, slots=True)
class RoundTrip:
    """What a codec made of one image.

    Attributes:
        reconstruction: (H, W, 3) uint8.
        nonfinite_fraction, clipped_fraction: over the decoder's output elements, [0, 1].
        encode_ms, decode_ms: wall time divided by the number of images in the batch.
        latent: moments of the latent, None for a codec without one and where they are not finite.
    """

    reconstruction: Pixels
    nonfinite_fraction: float
    clipped_fraction: float
    encode_ms: float
    decode_ms: float
    latent: LatentFacts | None


def round_trip(
    codec: Codec, images: Pixels, indices: Sequence[int], on_split: Callable[[], None]
) -> list[RoundTrip]:
    """Encode and decode a batch of equal size.

    Args:
        codec: what encodes and decodes.
        images: (N, H, W, 3) uint8.
        indices: places of the images in the run.
        on_split: told when memory ran out and the batch is halved.

    Raises:
        VAEError: when a single image is too much for the memory, or the codec's output has another shape.
    """
    try:
        return _round_trip(codec, images, indices)
    except (MemoryError, RuntimeError) as error:
        if not device.is_out_of_memory(error):
            raise
        message = str(error)
    # Outside the handler: the traceback would keep the failed batch's tensors alive.
    device.free_memory()
    height, width = images.shape[1:3]
    if len(images) == 1:
        raise VAEError(
            f"out of memory on a single {width}×{height} image ({message.splitlines()[0]}): "
            "use a smaller --size, --tiling auto, a half precision or another --device"
        )
    on_split()
    half = len(images) // 2
    return [
        *round_trip(codec, images[:half], indices[:half], on_split),
        *round_trip(codec, images[half:], indices[half:], on_split),
    ]


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
            encode_ms=1000 * (encoded - start) / count,
            decode_ms=1000 * (end - restart) / count,
            latent=None if facts is None or not _is_finite(facts[place]) else facts[place],
        )
        for place in range(count)
    ]


def _is_finite(facts: LatentFacts) -> bool:
    """A latent with NaN or Inf has no moments worth keeping; what it decodes to is judged by its own pixels."""
    return bool(np.isfinite([*facts.mean, *facts.mean_square, *(facts.kl or ())]).all())
