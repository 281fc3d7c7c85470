"""Tiles of diffusers' classes: the side that a family takes, and the sentence that says so. No torch here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from vaelab.errors import VAEError
from vaelab.vae.network import Tiles
from vaelab.vae.recognized import RecognizedVAE


def check_side(vae: RecognizedVAE, side: int) -> None:
    """That a tile of this side, in px, can be cut: it is blended by quarters, counted in latent positions.

    Raises:
        VAEError: it cannot.
    """
    step = 4 * vae.factor
    if side < step or side % step:
        raise VAEError(f"A tile of {side} px does not fit {vae.label}: its tiles are multiples of {step} px.")


def quartered(side: int) -> Tiles:
    """Tiles of a side that overlap by a quarter, and what was set, in words."""
    return Tiles(
        side,
        f"images larger than {side} px are encoded and decoded in tiles of {side} px that overlap by a quarter",
    )


def strided_tiles(module: Any, vae: RecognizedVAE, usual: int) -> Callable[[int | None], Tiles]:
    """``Network.tile`` of a class that is told the side of its tiles and how far they lie apart.

    Args:
        module: of the class.
        vae: what it was built of.
        usual: side in px where none is named; made a multiple that fits.
    """

    def tile(side: int | None) -> Tiles:
        step = 4 * vae.factor
        side = max(usual // step * step, step) if side is None else side
        check_side(vae, side)
        stride = side // 4 * 3
        module.enable_tiling(
            tile_sample_min_height=side,
            tile_sample_min_width=side,
            tile_sample_stride_height=stride,
            tile_sample_stride_width=stride,
        )
        return quartered(side)

    return tile
