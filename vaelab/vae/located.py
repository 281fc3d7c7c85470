"""A recognized VAE and the tensors that it is made of. No torch here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vaelab.vae.files.source import Source
from vaelab.vae.recognized import RecognizedVAE

Side = Literal["both", "encoder", "decoder"]


@dataclass(frozen=True, slots=True)
class LocatedVAE:
    """What a user named, recognized.

    Attributes:
        source: the tensors.
        vae: what they make.
        side: what of it there is, or is wanted.
    """

    source: Source
    vae: RecognizedVAE
    side: Side = "both"
