"""What detection says of a VAE: all that is needed to build it and to fill it, without torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Shapes = Mapping[str, tuple[int, ...]]
"""Tensor name to shape."""


@dataclass(frozen=True, slots=True)
class RecognizedVAE:
    """A recognized VAE.

    Attributes:
        family: key of its row in the table of families.
        label: for people: ``AutoencoderKL (SD1/SDXL-type)``.
        layout: how its tensors are named in the file: ``diffusers``, ``LDM``, ``taesd pair``, …
        latent_channels: channels of the latent; 0 where only running it can tell.
        factor: pixels per latent position, in each direction; 0 as above.
        arguments: constructor arguments, from shapes.
        keys: name in the file to name in the model, for every tensor that belongs to the VAE.
        splits: name in the file to the names, in the model, of equal parts along its first axis.
        prefix: what stood before all names in the file.
        sample_size: side in px that the VAE was trained at, where a config says so.
        others: prefixes, as a user writes them, of other VAEs in the same files.
    """

    family: str
    label: str
    layout: str
    latent_channels: int
    factor: int
    arguments: Mapping[str, object]
    keys: Mapping[str, str]
    prefix: str = ""
    sample_size: int | None = None
    notes: tuple[str, ...] = field(default=())
    splits: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    others: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The tensors of the file that belong to the VAE."""
        return (*self.keys, *self.splits)
