"""One batch through one codec: timed, checked, and when memory runs out halved, then tiled if that is allowed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from vaelab import device
from vaelab.errors import OutOfMemoryError, VAEError
from vaelab.vae.base import Codec, LatentFacts, Pixels


@dataclass(frozen=True, slots=True)
class RoundTrip:
    """What a codec made of one image.

    Attributes:
        reconstruction: (H, W, 3) uint8.
        nonfinite_fraction, clipped_fraction: over the decoder's output elements, [0, 1].
        encode_ms, decode_ms: wall time divided by the number of images in the batch.
        latent: moments of the latent, None for a codec without one and where they are not finite.
        notes: what was done to this image that changes its numbers.
    """

    reconstruction: Pixels
    nonfinite_fraction: float
    clipped_fraction: float
    encode_ms: float
    decode_ms: float
    latent: LatentFacts | None
    notes: tuple[str, ...] = ()

    def noted(self, *notes: str) -> RoundTrip:
        """The same, with more notes."""
        return replace(self, notes=(*self.notes, *notes))


@dataclass(frozen=True, slots=True)
class Relief:
    """What may be done when memory runs out, in the order in which it is tried.

    Attributes:
        make_room: frees memory that others hold, which changes no number; False when there was nothing to free.
        halve: told when a batch is halved.
        tile: switches tiling on; False where that is not allowed, not possible or not new.
        notes: what is to be noted of the images that are run now.
        advice: what a user may still do: remedies as in ``VAEFailed``, and words to the same effect.
    """

    make_room: Callable[[], bool]
    halve: Callable[[], None]
    tile: Callable[[], bool]
    notes: Callable[[], tuple[str, ...]]
    advice: Callable[[], tuple[tuple[str, ...], str]]


def round_trip(codec: Codec, images: Pixels, indices: Sequence[int], relief: Relief) -> list[RoundTrip]:
    """Encode and decode a batch of equal size.

    Args:
        codec: what encodes and decodes.
        images: (N, H, W, 3) uint8.
        indices: places of the images in the run.
        relief: what may be done when memory runs out.

    Raises:
        OutOfMemoryError: when a single image is too much for the memory, whatever was done.
        VAEError: when the codec's output has another shape.
    """
    try:
        return _round_trip(codec, images, indices, relief.notes())
    except (MemoryError, RuntimeError) as error:
        if not device.is_out_of_memory(error):
            raise
        message = (str(error).strip() or type(error).__name__).splitlines()[0]
    # Outside the handler: the traceback would keep the failed batch's tensors alive.
    device.free_memory()
    if relief.make_room():
        return round_trip(codec, images, indices, relief)
    if len(images) > 1:
        relief.halve()
        half = len(images) // 2
        return [
            *round_trip(codec, images[:half], indices[:half], relief),
            *round_trip(codec, images[half:], indices[half:], relief),
        ]
    if relief.tile():
        return round_trip(codec, images, indices, relief)
    height, width = images.shape[1:3]
    remedies, words = relief.advice()
    raise OutOfMemoryError(
        f"out of memory on a single {width}×{height} image ({message}): {words}", remedies=remedies
    )


def _round_trip(
    codec: Codec, images: Pixels, indices: Sequence[int], notes: tuple[str, ...]
) -> list[RoundTrip]:
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
            notes=notes,
        )
        for place in range(count)
    ]


def _is_finite(facts: LatentFacts) -> bool:
    """A latent with NaN or Inf has no moments worth keeping; what it decodes to is judged by its own pixels."""
    series = (facts.mean, facts.mean_square, facts.kl or (), facts.variance or (), *(facts.at_places or ()))
    return all(bool(np.isfinite(values).all()) for values in series)
