"""How many images a VAE takes at once on a GPU: measured on the first image, before any becomes a row, and then recorded."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

import numpy as np

from vaelab import device as devices
from vaelab.arrays import Pixels
from vaelab.device import LARGEST_BATCH
from vaelab.engine.vaes.round_trip import BatchTooLargeError, round_trip
from vaelab.vae.base import Codec

_GAIN: Final = 1.03
"""A larger batch is taken where it does this much more a second: it also costs memory, and a stop waits for its end."""

_SECONDS: Final = 4.0
"""No larger batch is tried once so much has been spent."""

# Places that no image of a run has, so that what is encoded here is never taken for one of its batches.
_FIRST_INDEX: Final = 1 << 40


def choose_batch(seconds: Callable[[int], float | None], largest: int = LARGEST_BATCH) -> int:
    """Return the batch, 1, 2, 4 … ``largest``, beyond which a VAE gains nothing worth having.

    Args:
        seconds: tries a batch of so many images and returns its wall time; None where memory does not hold it.
        largest: a power of two.
    """
    chosen, best, spent, size = 1, 0.0, 0.0, 1
    while size <= largest and spent < _SECONDS:
        took = seconds(size)
        if took is None or size / took < _GAIN * best:
            break
        chosen, best = size, size / took
        spent += 2 * took  # each size is tried twice
        size *= 2
    return chosen


def batch_seconds(codec: Codec, image: Pixels, size: int) -> float | None:
    """Return the wall time of encoding and decoding ``size`` copies of an image (H, W, 3); None where memory runs out.

    Twice, and the second time counts: the first allocates memory and chooses the device's programs.
    """
    images = np.stack([image] * size)
    took = None
    for attempt in range(2):
        indices = [_FIRST_INDEX + 2 * size * attempt + place for place in range(size)]
        start = time.perf_counter()
        try:
            round_trip(codec, images, indices)
        except BatchTooLargeError:
            devices.free_memory()
            return None
        took = time.perf_counter() - start
    return took
