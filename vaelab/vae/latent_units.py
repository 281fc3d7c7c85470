"""The units in which the diffusion models of a latent space see its latents. No torch here."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from vaelab.arrays import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """(z - mean) × scale is what the diffusion models of a space see.

    Attributes:
        mean, scale: (C or 1, k, k), repeated over the latent's positions; k is 1 except where positions are packed.
    """

    mean: Floats
    scale: Floats

    @classmethod
    def scaled(cls, scale: float, shift: float = 0.0) -> Units:
        """(z - shift) × scale."""
        return cls(np.full((1, 1, 1), shift), np.full((1, 1, 1), scale))
