"""Codecs that are no autoencoder: what a metric reacts to (blur, contrast, tint), and what plain compression achieves.

Each degrades in ``encode`` and gives an image back in ``decode``. NumPy and Pillow only; there is no latent.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image, ImageFilter

from vaelab.arrays import Float32, Pixels
from vaelab.errors import ImageError, VAEError
from vaelab.vae.base import Decoded, LatentFacts, Latents, VAEInfo

TINT = 8
"""Levels of 255 that ``tint`` adds to the named channels."""

TINTS: Mapping[str, tuple[int, int, int]] = {
    "red": (1, 0, 0),
    "green": (0, 1, 0),
    "blue": (0, 0, 1),
    "cyan": (0, 1, 1),
    "magenta": (1, 0, 1),
    "yellow": (1, 1, 0),
}

Encode = Callable[[Pixels], Any]
"""One image (H, W, 3) to whatever the codec stores."""

Decode = Callable[[Any, tuple[int, int]], "Pixels | Float32"]
"""What was stored and (height, width) to an image: uint8, or float32 in levels of 255, not yet clamped."""


@dataclass(slots=True)
class Baseline:
    """A pair of functions behind the codec protocol; ``precision`` is empty, there is no floating-point network."""

    info: VAEInfo
    encode_one: Encode
    decode_one: Decode
    precision: str = ""
    notes: Sequence[str] = ()
    check: Callable[[], None] | None = None
    can_tile: bool = False
    tile_side: int | None = None

    def encode(self, images: Pixels, indices: Sequence[int]) -> Latents:
        """Degrade (N, H, W, 3) uint8.

        Raises:
            ImageError: the format cannot hold an image of this size.
        """
        height, width = images.shape[1:3]
        return Latents(
            [self._guarded(self.encode_one, image) for image in images], (height, width), len(images)
        )

    def decode(self, latents: Latents) -> Decoded:
        """The degraded images."""
        images, clipped = [], []
        for data in latents.data:
            image = self._guarded(self.decode_one, data, latents.size)
            clipped.append(float(np.mean((image < 0) | (image > 255))) if image.dtype != np.uint8 else 0.0)
            images.append(
                np.rint(np.clip(image, 0, 255)).astype(np.uint8) if image.dtype != np.uint8 else image
            )
        return Decoded(np.stack(images), (0.0,) * latents.count, tuple(clipped))

    def latent_facts(self, latents: Latents) -> tuple[LatentFacts, ...] | None:
        """None: there is no latent."""
        return None

    def tile(self) -> str:
        """Never called: ``can_tile`` is False."""
        raise VAEError(f"{self.info.source} cannot be tiled: choose tiling off.")

    def park(self) -> bool:
        """False: it holds no device's memory."""
        return False

    def close(self) -> None:
        """Nothing to free."""

    def _guarded(self, function: Callable[..., Any], *args: Any) -> Any:
        if self.check is not None:
            self.check()
        try:
            return function(*args)
        except (OSError, ValueError) as error:
            raise ImageError(
                f"{self.info.family} cannot take this image ({error}): use a smaller size."
            ) from error


def identity(info: VAEInfo, argument: object) -> Baseline:
    """The image itself."""
    return Baseline(info, np.copy, _as_it_is)


def blur(info: VAEInfo, sigma: float) -> Baseline:
    """Gaussian blur of this standard deviation in px, as Pillow approximates it by three box filters."""

    def encode(image: Pixels) -> Pixels:
        return np.asarray(Image.fromarray(image).filter(ImageFilter.GaussianBlur(sigma)))

    return Baseline(info, encode, _as_it_is)


def contrast(info: VAEInfo, gain: float) -> Baseline:
    """Distance from mid-grey (0.5) times a gain."""

    def encode(image: Pixels) -> Float32:
        return (image.astype(np.float32) - np.float32(127.5)) * np.float32(gain) + np.float32(127.5)

    return Baseline(info, encode, _as_it_is)


def tint(info: VAEInfo, color: str) -> Baseline:
    """8 levels of 255 more in the channels that the colour names."""
    shift = np.array(TINTS[color], np.float32) * TINT

    def encode(image: Pixels) -> Float32:
        return image.astype(np.float32) + shift

    return Baseline(info, encode, _as_it_is)


def jpeg(info: VAEInfo, quality: float) -> Baseline:
    """JPEG as Pillow writes it by default: 4:2:0, standard tables."""
    return _compressed(info, "JPEG", int(quality))


def webp(info: VAEInfo, quality: float) -> Baseline:
    """Lossy WebP as Pillow writes it by default."""
    return _compressed(info, "WEBP", int(quality))


def downscale(info: VAEInfo, factor: float) -> Baseline:
    """Antialiased Lanczos down by a factor (sides rounded up), bicubic back up."""

    def encode(image: Pixels) -> Image.Image:
        height, width = image.shape[:2]
        size = max(1, int(np.ceil(width / factor))), max(1, int(np.ceil(height / factor)))
        return Image.fromarray(image).resize(size, Image.Resampling.LANCZOS)

    def decode(small: Image.Image, size: tuple[int, int]) -> Pixels:
        return np.asarray(small.resize((size[1], size[0]), Image.Resampling.BICUBIC))

    return Baseline(info, encode, decode)


def _compressed(info: VAEInfo, kind: str, quality: int) -> Baseline:
    def encode(image: Pixels) -> bytes:
        buffer = io.BytesIO()
        Image.fromarray(image).save(buffer, format=kind, quality=quality)
        return buffer.getvalue()

    def decode(data: bytes, size: tuple[int, int]) -> Pixels:
        with Image.open(io.BytesIO(data), formats=[kind]) as image:
            return np.asarray(image.convert("RGB"))

    return Baseline(info, encode, decode)


def _as_it_is(data: Any, size: tuple[int, int]) -> Any:
    return data
