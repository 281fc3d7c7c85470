"""The seam between the line and whatever encodes and decodes. No torch here.

Images cross it as uint8 RGB arrays (N, H, W, 3) in both directions. Only a codec knows input ranges, dtypes, padding,
posteriors, tiling and devices, so every metric can be recomputed from two PNG files.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol, get_args, runtime_checkable

from vaelab.arrays import Float32, Pixels
from vaelab.settings import Decoding, Tiling
from vaelab.vae.codebook_usage import CodeUse

Padding = Literal["zeros", "reflect", "replicate"]
PADDINGS: tuple[Padding, ...] = get_args(Padding)
"""What a convolution sees beyond the image's edge; which of them a VAE was trained with stands in no weight file."""


@dataclass(frozen=True, slots=True)
class VAEInfo:
    """What can be said of a VAE from its header, without loading it.

    Attributes:
        source: what the user named: a path, a built-in with its argument.
        family: e.g. ``AutoencoderKL (SD1/SDXL-type)``, ``TAEF2``, ``JPEG baseline``.
        latent_channels: channels of the latent, None where there is no latent.
        factor: spatial compression factor, None where there is no latent.
        parameters: number of weights; 0 for a baseline.
        stored_dtype: dtype of the stored weights (``fp32``, ``fp16``, ``bf16``, ``mixed``), empty for a baseline.
        sha256: of the weight file, or of the sorted ``name:sha256`` lines of several files; None for a baseline.
        files: the weight files.
        baseline: True for codecs that are no autoencoder at all (identity, blur, JPEG, …).
        is_program: True where the file itself is run, as its author's TorchScript program.
        details: further facts for ``vaelab inspect`` (layout, container, prefix, constructor arguments, …).
    """

    source: str
    family: str
    latent_channels: int | None = None
    factor: int | None = None
    parameters: int = 0
    stored_dtype: str = ""
    sha256: str | None = None
    files: tuple[Path, ...] = ()
    baseline: bool = False
    is_program: bool = False
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CodecOptions:
    """How a codec is to run; resolved facts, no ``auto`` left except where the codec decides.

    Attributes:
        device: torch device string: ``cpu``, ``cuda:0``, ``mps``.
        precision: a name of ``PRECISIONS``; ``auto`` lets the codec choose what this device runs correctly.
        latent: the posterior's ``mode``, or a seeded ``sample``.
        seed: seed of the sample; each image draws from its own generator (seed + its index).
        tiling: ``off``, ``auto`` or a tile side in px.
        trusted: SHA-256 of the TorchScript programs that may be run.
        check: raises when the run is to stop now; for codecs whose loading can be stopped.
    """

    device: str = "cpu"
    precision: str = "auto"
    latent: Decoding = "mode"
    seed: int = 0
    tiling: Tiling = "off"
    trusted: tuple[str, ...] = ()
    check: Callable[[], None] | None = field(default=None, compare=False)


PLACES_A_SIDE = 4
"""At the middles of 4 × 4 equal cells of a latent its mode is kept, so that it can be compared between images."""


@dataclass(frozen=True, slots=True)
class LatentFacts:
    """Moments of one image's latent, per channel, in float64.

    ``mean`` and ``mean_square`` are of the posterior's mode over all positions; ``kl`` is KL(q‖N(0, I)) summed over the
    positions, in nats, and ``variance`` the posterior's variance, mean over the positions, both None where there is no
    posterior. ``positions`` is the number of elements per channel. ``codes`` says for each codebook which entries the
    latent became; empty without one. ``at_places`` is the mode at ``PLACES_A_SIDE``² places of the latent, per channel, row by
    row, as float32 holds it: the same places, as shares of height and width, in images of every size. It is there where a
    posterior is, but for what an earlier version measured.
    """

    positions: int
    mean: tuple[float, ...]
    mean_square: tuple[float, ...]
    kl: tuple[float, ...] | None = None
    variance: tuple[float, ...] | None = None
    codes: tuple[CodeUse, ...] = ()
    at_places: tuple[tuple[float, ...], ...] | None = None


@dataclass(frozen=True, slots=True)
class Latents:
    """What ``encode`` returns: opaque to everyone but the codec that made it.

    Attributes:
        data: the codec's own.
        size: (height, width) of the images, which ``decode`` crops back to.
        count: number of images in the batch.
        seconds: what it took to make them, where that was at another time; None where it is what ``encode`` just took.
    """

    data: Any
    size: tuple[int, int]
    count: int
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Decoded:
    """What ``decode`` returns.

    Attributes:
        images: (N, H, W, 3) uint8, clamped to [0, 1] and rounded; not finite values become 0 here and are counted.
        nonfinite_fraction: share of NaN or Inf over the decoder's output elements, one per image, [0, 1].
        clipped_fraction: share of elements outside [0, 1] before the clamp, one per image, [0, 1].
        on_device: the images once more as a tensor of the same shape where a GPU made them, to be measured there; else None.
    """

    images: Pixels
    nonfinite_fraction: tuple[float, ...]
    clipped_fraction: tuple[float, ...]
    on_device: Any = None


class Codec(Protocol):
    """Whatever encodes and decodes: a loaded VAE or a baseline.

    ``precision`` is what it really runs in. ``notes`` says what was done that changes numbers (padding override, tiling,
    retried precision); it goes into the summary. ``encode`` and ``decode`` return when the device has finished. ``check``,
    where it is set, is called inside a long encode or decode and raises when the run is to stop now.
    """

    info: VAEInfo
    precision: str
    check: Callable[[], None] | None

    @property
    def tile_side(self) -> int | None:
        """Side of the tiles that it decodes in, px, overlapping by a quarter; None where it does not."""

    @property
    def notes(self) -> Sequence[str]:
        """What was done that changes numbers, in words."""

    def encode(self, images: Pixels, indices: Sequence[int]) -> Latents:
        """Encode (N, H, W, 3) uint8; ``indices`` are the images' places in the run, for seeded sampling."""

    def latent_facts(self, latents: Latents) -> tuple[LatentFacts, ...] | None:
        """Moments of each image's latent; None for a codec without one."""

    def decode(self, latents: Latents) -> Decoded:
        """Decode to images of the size that was encoded."""

    @property
    def can_tile(self) -> bool:
        """Whether ``tile`` would change how it runs."""

    def tile(self) -> str:
        """Encode and decode in tiles from now on, of the side that suits the family; says so in words."""

    def park(self) -> bool:
        """Give the device's memory back until the next ``encode``; no number changes by it. False if there was none."""

    def close(self) -> None:
        """Free the weights."""


@runtime_checkable
class OpensLatent(Protocol):
    """A codec whose latents can be looked into and made from numbers.

    Attributes:
        latent_is_spatial: whether a place of the latent is that place of the picture; not so where levels of a hierarchy are
            packed into channels.
    """

    @property
    def latent_is_spatial(self) -> bool:
        """See above."""

    def latent_of(self, latents: Latents) -> Float32:
        """The posterior's mode, or the latent where there is no posterior, (N, C, h, w)."""

    def from_latent(self, latent: Float32, size: tuple[int, int], indices: Sequence[int]) -> Latents:
        """Latents that decode to images of a size (height, width); ``indices`` as for ``encode``."""
