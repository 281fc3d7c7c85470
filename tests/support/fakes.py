"""Codecs that misbehave on purpose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from vaelab.arrays import Pixels
from vaelab.vae.base import CodecOptions, Decoded, LatentFacts, Latents, VAEInfo
from vaelab.vae.spec.grammar import VAESpec


class FakeCodec:
    """Identity, unless told otherwise."""

    def __init__(
        self,
        decode: Callable[[Pixels], Pixels] | None = None,
        before: Callable[[Sequence[int]], None] | None = None,
    ) -> None:
        self.info = VAEInfo(source="fake", family="fake", latent_channels=1, factor=1)
        self.precision = "fp32"
        self.check: Callable[[], None] | None = None
        self.notes: Sequence[str] = ()
        self.closed = False
        self.can_tile = False
        self.tile_side: int | None = None
        self.parked = 0
        self.batches: list[list[int]] = []
        self.nonfinite = 0.0
        self._decode = decode or (lambda images: images)
        self._before = before or (lambda indices: None)

    def encode(self, images: Pixels, indices: Sequence[int]) -> Latents:
        self.batches.append(list(indices))
        self._before(indices)
        return Latents(images, images.shape[1:3], len(images))

    def latent_facts(self, latents: Latents) -> tuple[LatentFacts, ...]:
        height, width = latents.size
        means = [float(image.mean()) for image in latents.data]
        return tuple(LatentFacts(height * width, (m,), (m * m + 1,), (2.0 * height * width,)) for m in means)

    def decode(self, latents: Latents) -> Decoded:
        share = (self.nonfinite,) * latents.count
        return Decoded(self._decode(latents.data), share, (0.0,) * latents.count)

    def tile(self) -> str:
        assert self.can_tile
        self.can_tile = False
        return "tiles of 64 px"

    def park(self) -> bool:
        self.parked += 1
        return self.parked == 1

    def close(self) -> None:
        self.closed = True


def install(monkeypatch: Any, **codecs: Any) -> None:
    """Let ``open_codec`` return these by label; an exception instead of a codec is raised."""

    def open_fake(spec: VAESpec, options: CodecOptions) -> Any:
        codec = codecs[spec.label]
        if isinstance(codec, BaseException):
            raise codec
        return codec

    monkeypatch.setattr("vaelab.engine.vaes.loaded_vae.open_codec", open_fake)


def darker(images: Pixels) -> Pixels:
    """A reconstruction with an error that every metric sees."""
    return np.asarray(images // 2, dtype=np.uint8)
