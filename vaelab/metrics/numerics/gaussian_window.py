"""The Gaussian window of SSIM and the halving of MS-SSIM, for a batch of images of one size."""

from __future__ import annotations

import math
from functools import cached_property

from torch import Tensor
from torch.nn import functional as F

WINDOW = 11
"""Side of the Gaussian window, px."""
SIGMA = 1.5
RADIUS = WINDOW // 2


def _weights() -> tuple[float, ...]:
    """The window's weights from the middle outwards; the whole window's sum is 1."""
    bell = [math.exp(-(offset**2) / (2 * SIGMA**2)) for offset in range(RADIUS + 1)]
    total = bell[0] + 2 * sum(bell[1:])
    return tuple(value / total for value in bell)


WEIGHTS = _weights()


class Scale:
    """Images at one scale, with their local moments in strips of rows, each made once.

    In strips, since the intermediates of a large image would take many times its memory.

    Attributes:
        planes: (N, 3, H, W) float32 less ``centre``: variances do not notice, and float32 keeps more of their digits.
        centre: (N, 3, 1, 1), whole numbers near the channels' means.
        values: how many values of the planes a strip has, about.
    """

    def __init__(self, planes: Tensor, centre: Tensor, values: int) -> None:
        self.planes = planes
        self.centre = centre
        self.values = values
        self._moments: dict[int, tuple[Tensor, Tensor]] = {}

    @property
    def _rows(self) -> int:
        """Rows of positions in a strip."""
        count, channels, _, width = self.planes.shape
        return max(WINDOW, self.values // (count * channels * width))

    @property
    def strips(self) -> range:
        """First row of each strip of valid positions."""
        return range(0, self.planes.shape[2] - WINDOW + 1, self._rows)

    @property
    def positions(self) -> int:
        """Number of valid positions of the window."""
        height, width = self.planes.shape[2:]
        return int((height - WINDOW + 1) * (width - WINDOW + 1))

    def under_window(self, start: int) -> Tensor:
        """The rows that the strip's windows cover."""
        return self.planes[:, :, start : start + self._rows + WINDOW - 1]

    def moments(self, start: int) -> tuple[Tensor, Tensor]:
        """``local_moments`` of a strip, made once: an original meets many reconstructions, each of them only once."""
        if start not in self._moments:
            self._moments[start] = local_moments(self.under_window(start))
        return self._moments[start]

    @cached_property
    def half(self) -> Scale:
        """The next scale: means of 2×2. As piq does, the first row and column are repeated where a side is odd."""
        planes = self.planes
        if planes.shape[2] % 2 or planes.shape[3] % 2:
            planes = F.pad(planes, (1, 0, 1, 0), mode="replicate")
        return Scale(F.avg_pool2d(planes, 2), self.centre, self.values)


def full_scale(planes: Tensor, values: int) -> Scale:
    """Return the first scale of images (N, 3, H, W), float32, 0 to 255; ``values`` as in ``Scale``."""
    centre = planes.mean((2, 3), keepdim=True).round()
    return Scale(planes - centre, centre, values)


def local_moments(planes: Tensor) -> tuple[Tensor, Tensor]:
    """Return local mean (less the centre) and biased variance of planes (…, H, W), each (…, H − 10, W − 10)."""
    mean = gaussian(planes)
    return mean, gaussian(planes * planes).addcmul_(mean, mean, value=-1)


def gaussian(planes: Tensor) -> Tensor:
    """Return planes (…, H, W) under the window, valid positions only: (…, H − 10, W − 10).

    As a sum of shifted planes: eleven multiplications down and eleven across, which a CPU does at the speed of its memory
    (a convolution of single channels takes thirty times as long there).
    """
    height, width = planes.shape[-2] - WINDOW + 1, planes.shape[-1] - WINDOW + 1
    down = planes[..., RADIUS : RADIUS + height, :] * WEIGHTS[0]
    for offset, weight in enumerate(WEIGHTS[1:], 1):
        for first in (RADIUS - offset, RADIUS + offset):
            down.add_(planes[..., first : first + height, :], alpha=weight)
    result = down[..., RADIUS : RADIUS + width] * WEIGHTS[0]
    for offset, weight in enumerate(WEIGHTS[1:], 1):
        for first in (RADIUS - offset, RADIUS + offset):
            result.add_(down[..., first : first + width], alpha=weight)
    return result
