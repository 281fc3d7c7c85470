"""Encode with one VAE, decode with another that shares its latent space."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace

from vaelab.arrays import Float32, Pixels
from vaelab.vae.base import Decoded, LatentFacts, Latents, VAEInfo
from vaelab.vae.identity.latent_spaces import Bridge
from vaelab.vae.runtime.codec import TorchCodec
from vaelab.vae.runtime.posterior import Posterior
from vaelab.vae.runtime.shared_encodings import Encodings, SharesEncodings


class PairedCodec:
    """The encoder of one codec before the decoder of another.

    The latent's moments are the encoder's; which entries of a codebook are used is said by the decoder, whose they are.
    """

    def __init__(
        self, encoder: TorchCodec, decoder: TorchCodec, bridge: Bridge, info: VAEInfo, notes: Sequence[str]
    ) -> None:
        self.info = info
        self.precision = decoder.precision
        self._encoder = encoder
        self._decoder = decoder
        self._bridge = bridge
        self._own_notes = tuple(notes)
        self._closed = False

    @property
    def check(self) -> Callable[[], None] | None:
        """Called inside a long encode or decode; raises when the run is to stop now."""
        return self._decoder.check

    @check.setter
    def check(self, check: Callable[[], None] | None) -> None:
        self._encoder.check = self._decoder.check = check

    @property
    def notes(self) -> Sequence[str]:
        """What was done that changes numbers, in words."""
        return (
            *self._own_notes,
            *(f"decoder: {note}" for note in self._decoder.notes),
            *(f"encoder: {note}" for note in self._encoder.notes),
        )

    @property
    def encodings(self) -> Encodings | None:
        """Where the encoder looks first."""
        return self._encoder.encodings

    @encodings.setter
    def encodings(self, encodings: Encodings | None) -> None:
        self._encoder.encodings = encodings

    @property
    def encoder_key(self) -> Hashable:
        """Equal for encoders that make the same of the same batch."""
        return self._encoder.encoder_key

    def share_encoder(self, other: SharesEncodings) -> None:
        """Give up the own encoder for that of another pair."""
        if isinstance(other, PairedCodec) and other._encoder is not self._encoder:
            self._encoder.close()
            self._encoder = other._encoder
            self._encoder.users += 1

    def encode(self, images: Pixels, indices: Sequence[int]) -> Latents:
        """Encode (N, H, W, 3) uint8 with the one."""
        return self._encoder.encode(images, indices)

    def latent_facts(self, latents: Latents) -> tuple[LatentFacts, ...]:
        """Moments of what the encoder made, in its own units."""
        facts = self._encoder.latent_facts(latents)
        books = self._decoder.code_use(self._bridged(latents))
        return tuple(replace(one, codes=codes) for one, codes in zip(facts, books, strict=True))

    @property
    def latent_is_spatial(self) -> bool:
        """Whether a place of the latent is that place of the picture."""
        return self._encoder.latent_is_spatial

    def latent_of(self, latents: Latents) -> Float32:
        """What the encoder made, in its own units, (N, C, h, w)."""
        return self._encoder.latent_of(latents)

    def from_latent(self, latent: Float32, size: tuple[int, int], indices: Sequence[int]) -> Latents:
        """Latents in the encoder's units that decode to images of a size (height, width)."""
        return self._encoder.from_latent(latent, size, indices)

    def decode(self, latents: Latents) -> Decoded:
        """Decode with the other."""
        return self._decoder.decode(self._bridged(latents))

    @property
    def tile_side(self) -> int | None:
        """Side of the tiles that it decodes in, px."""
        return self._decoder.tile_side

    @property
    def can_tile(self) -> bool:
        """Whether ``tile`` would change how it runs; an encoder that others use, too, stays as it is."""
        return self._decoder.can_tile or (self._encoder.can_tile and self._encoder.users == 1)

    def tile(self) -> str:
        """Encode and decode in tiles from now on, as far as each can; says so in words.

        Raises:
            VAEError: neither can be tiled.
        """
        said = []
        if self._encoder.can_tile and self._encoder.users == 1:
            said.append(f"encoder: {self._encoder.tile()}")
        if self._decoder.can_tile or not said:
            said.append(f"decoder: {self._decoder.tile()}")
        return "; ".join(said)

    def park(self) -> bool:
        """Give the device's memory back until the next ``encode``; no number changes by it. False if there was none."""
        return self._encoder.park() | self._decoder.park()

    def close(self) -> None:
        """Free the weights; the encoder's stay while another pair has them."""
        if not self._closed:
            self._closed = True
            self._encoder.close()
            self._decoder.close()

    def _bridged(self, latents: Latents) -> Latents:
        made: Posterior = latents.data
        z = self._decoder.taken(made.z, self._bridge)
        return replace(latents, data=Posterior(z, None, z, made.seeds))
