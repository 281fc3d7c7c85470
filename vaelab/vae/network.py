"""A network and how to call it: what the builder of a family returns, and what the runtime fills and runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from torch import Tensor, nn

from vaelab.vae.latent_units import Units


@dataclass(frozen=True, slots=True)
class Tiles:
    """Tiles in which a network runs: they overlap by a quarter and are blended there.

    Attributes:
        side: px; images that are larger are cut.
        note: what was set, in words.
    """

    side: int
    note: str


@dataclass(frozen=True, slots=True)
class Network:
    """A network and how to call it.

    Attributes:
        module: the weights.
        encode: images (N, 3, H, W) to the posterior's mode (N, C, H/f, W/f) and its log variance, None without posterior.
        decode: latents to images (N, 3, H, W).
        low: what black is to the network: -1 where images are in [-1, 1], 0 where they are in [0, 1].
        tile: switches tiling on, for ``auto`` (None) or a side in px, and says what it set; None where the
            family cannot.
        autocast: a half precision is torch's autocast around fp32 weights instead of cast weights.
        codes: for a VAE with codebooks: the latent that ``decode`` takes to, for each codebook, the indices (N, …) int64 of
            the entries that it is decoded from, and the codebook's size; None without a codebook.
        decode_seeded: goes before ``decode`` where decoding draws noise: takes one seed for each image as well, so that an
            image comes out alike in every batch.
        units: the normalization of latents that the filled weights carry for a pipeline; None where they carry none.
        packed: whether the latent holds several levels, the finer ones packed into channels.
    """

    module: nn.Module
    encode: Callable[[Tensor], tuple[Tensor, Tensor | None]]
    decode: Callable[[Tensor], Tensor]
    low: float = -1.0
    tile: Callable[[int | None], Tiles] | None = None
    autocast: bool = False
    codes: Callable[[Tensor], Sequence[tuple[Tensor, int]]] | None = None
    decode_seeded: Callable[[Tensor, Sequence[int]], Tensor] | None = None
    units: Callable[[], Units | None] | None = None
    packed: bool = False
