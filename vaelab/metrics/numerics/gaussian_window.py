"""The Gaussian window of SSIM and the halving of MS-SSIM."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import numpy as np

from vaelab.arrays import Float32, Pixels

WINDOW = 11
"""Side of the Gaussian window, px."""
SIGMA = 1.5
# Positions made at once. A band of the window's matrix costs (BLOCK + 10) / 11 times the multiplications of a plain
# convolution, but a matrix product does them ten times faster than a convolution of single channels.
BLOCK = 32
# Columns or rows of the other matrix: products of up to 2^18 multiplications are not worth OpenBLAS's threads to it.
# Hundreds of small products on several threads would each wait for the slowest, for seconds on a busy machine.
TILE = 192
STRIP = 64
"""Rows of positions held at once."""


def _band() -> Float32:
    """Each row the window, one further to the right than in the row above: (BLOCK, BLOCK + 10)."""
    offset = np.arange(WINDOW) - WINDOW // 2
    window = np.exp(-(offset**2) / (2 * SIGMA**2))
    band = np.zeros((BLOCK, BLOCK + WINDOW - 1), dtype=np.float32)
    for row in range(BLOCK):
        band[row, row : row + WINDOW] = window / window.sum()
    return band


BAND = _band()


class ScaleMoments:
    """An image at one scale, with its local moments in strips of up to STRIP rows, each made once.

    Strips stay in the processor's cache, and an image of any size needs little more memory than its moments.

    Attributes:
        rows: (H, 3, W) less ``centre``: variances do not notice, and float32 keeps more of their digits.
        centre: (3, 1), whole numbers near the channels' means.
    """

    def __init__(self, rows: Float32, centre: Float32) -> None:
        self.rows = rows
        self.centre = centre
        self._moments: dict[int, tuple[Float32, Float32]] = {}

    @property
    def strips(self) -> range:
        """First row of each strip of valid positions."""
        return range(0, self.rows.shape[0] - WINDOW + 1, STRIP)

    @property
    def positions(self) -> int:
        """Number of valid positions of the window."""
        height, _, width = self.rows.shape
        return int((height - WINDOW + 1) * (width - WINDOW + 1))

    def under_window(self, start: int) -> Float32:
        """The rows that the strip's windows cover."""
        return self.rows[start : start + STRIP + WINDOW - 1]

    def moments(self, start: int) -> tuple[Float32, Float32]:
        """``local_moments`` of a strip, made once: an original meets many reconstructions, each of them only once."""
        if start not in self._moments:
            self._moments[start] = local_moments(self.under_window(start))
        return self._moments[start]

    @cached_property
    def half(self) -> ScaleMoments:
        """The next scale: means of 2×2. As piq does, the first row and column are repeated where a side is odd."""
        rows = self.rows
        if rows.shape[0] % 2 or rows.shape[2] % 2:
            rows = np.pad(rows, ((1, 0), (0, 0), (1, 0)), mode="edge")
        height, width = rows.shape[0] // 2 * 2, rows.shape[2] // 2 * 2
        pairs = rows[0:height:2] + rows[1:height:2]
        return ScaleMoments((pairs[..., 0:width:2] + pairs[..., 1:width:2]) * np.float32(0.25), self.centre)


def full_scale(rgb: Pixels) -> ScaleMoments:
    """Return the first scale of an image (H, W, 3)."""
    rows = np.ascontiguousarray(rgb.transpose(0, 2, 1), dtype=np.float32)
    centre = rows.mean(axis=2).mean(axis=0)[:, None].round()
    rows -= centre
    return ScaleMoments(rows, centre)


def local_moments(rows: Float32) -> tuple[Float32, Float32]:
    """Return local mean (less the centre) and biased variance of rows (n, 3, W), each (n − 10, 3, W − 10)."""
    mean = gaussian(rows)
    variance = gaussian(rows * rows)
    variance -= mean * mean
    return mean, variance


def gaussian(rows: Float32) -> Float32:
    """Return rows (n, 3, W) under the window, valid positions only: (n − 10, 3, W − 10)."""
    count, planes, width = rows.shape
    height, valid = count - WINDOW + 1, width - WINDOW + 1
    flat = rows.reshape(count, planes * width)
    down = np.empty((height, planes * width), dtype=np.float32)
    for block, covered, window in _blocks(height):
        for tile in _slices(planes * width, TILE):
            np.matmul(window, flat[covered, tile], out=down[block, tile])
    down = down.reshape(height * planes, width)
    result = np.empty((height * planes, valid), dtype=np.float32)
    for block, covered, window in _blocks(valid):
        for tile in _slices(height * planes, TILE):
            np.matmul(down[tile, covered], window.T, out=result[tile, block])
    return result.reshape(height, planes, valid)


def _blocks(positions: int) -> Iterator[tuple[slice, slice, Float32]]:
    """Blocks of valid positions, the rows or columns that their windows cover, and the windows."""
    for block in _slices(positions, BLOCK):
        count = block.stop - block.start
        covered = slice(block.start, block.stop + WINDOW - 1)
        yield block, covered, BAND[:count, : count + WINDOW - 1]


def _slices(length: int, step: int) -> Iterator[slice]:
    for start in range(0, length, step):
        yield slice(start, min(start + step, length))
