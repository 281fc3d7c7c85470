"""Encode once what several VAEs of a run would encode alike: those that share an encoder. No torch here.

A comparison of decoders gives every image to the same encoder once for each of them. What it makes depends on the weights, on
how they are run and on the batch, all of which are part of the key, so that sharing changes no number.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from vaelab.arrays import Pixels
from vaelab.vae.base import Latents

_KEPT = 32
"""Batches that are remembered. All VAEs of a run see a chunk of images, without and with the marker, before the next one comes."""


@dataclass(slots=True)
class Encodings:
    """What an encoder made of the last batches."""

    _made: OrderedDict[Hashable, Latents] = field(default_factory=OrderedDict)

    def find(self, key: Hashable) -> Latents | None:
        """What was made of this batch, if it is remembered."""
        return self._made.get(key)

    def keep(self, key: Hashable, latents: Latents) -> None:
        """Remember what was made of a batch, and forget the oldest."""
        self._made[key] = latents
        while len(self._made) > _KEPT:
            self._made.popitem(last=False)

    def forget(self) -> None:
        """Let go of everything: it lies in the device's memory."""
        self._made.clear()


@runtime_checkable
class SharesEncodings(Protocol):
    """A codec whose encoder may be that of another, too.

    Attributes:
        encodings: where it looks before it encodes; None where it is alone.
    """

    encodings: Encodings | None

    @property
    def encoder_key(self) -> Hashable:
        """Equal for encoders that make the same of the same batch."""

    def share_encoder(self, other: SharesEncodings) -> None:
        """Use the encoder of another codec with an equal key instead of its own, where that saves memory."""


def batch_key(encoder: Hashable, images: Pixels, indices: Sequence[int]) -> Hashable:
    """What an encoding depends on."""
    return encoder, images.shape, tuple(indices), hashlib.blake2b(images.tobytes()).digest()


def share_encodings(codecs: Iterable[object]) -> None:
    """Let the codecs with equal encoders encode each batch once for all of them."""
    alike: dict[Hashable, list[SharesEncodings]] = {}
    for codec in codecs:
        if isinstance(codec, SharesEncodings):
            alike.setdefault(codec.encoder_key, []).append(codec)
    for first, *others in alike.values():
        if not others:
            continue
        encodings = first.encodings or Encodings()
        first.encodings = encodings
        for place, codec in enumerate(others):
            codec.encodings = encodings
            for earlier in (first, *others[:place]):
                codec.share_encoder(earlier)
