"""One image and everything that several metrics, or several VAEs of a run, need of it: computed once, when first asked for.

Everything but the network's features is NumPy on the CPU: at these sizes a pass over the image takes a fraction of a
millisecond, less than waking a second thread, and it neither waits for the codec's threads nor slows them.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from vaelab.arrays import Float32, Pixels
from vaelab.metrics.numerics import cielab, gaussian_window, half_spectrum

if TYPE_CHECKING:
    from torch import Tensor

T = TypeVar("T")

# Rec. 601 in thousandths: with whole numbers, luma times 1000 is exact in float32 (at most 255 000 < 2^24), and so is
# every difference of two lumas, however small.
LUMA_THOUSANDTHS = np.array([299, 587, 114], dtype=np.float32)


class FeatureNetwork(Protocol):
    """What :mod:`vaelab.metrics.lpips` compares images by."""

    def features(self, rgb: Pixels) -> list[Tensor]:
        """Return the activations of its layers, of unit length over the channels."""

    def distance(self, ours: list[Tensor], theirs: list[Tensor]) -> float:
        """Return how far apart two images are by their activations, 0 for equal ones."""


class Picture:
    """An 8-bit RGB image with lazily computed, cached intermediates.

    It may pass from one thread to another, but must not be used by two at once.

    Attributes:
        rgb: (H, W, 3) uint8, contiguous; not to be written to.
        height, width: px.
    """

    def __init__(self, rgb: Pixels, network: Callable[[], FeatureNetwork] | None = None) -> None:
        """Wrap an image.

        Args:
            rgb: (H, W, 3) uint8.
            network: returns the network of LPIPS, asked for only when its features are.

        Raises:
            ValueError: ``rgb`` is no such array, or is empty.
        """
        if rgb.dtype != np.uint8 or rgb.ndim != 3 or rgb.shape[2] != 3 or rgb.size == 0:
            raise ValueError(f"an image is uint8 (H, W, 3) and not empty, not {rgb.dtype} {rgb.shape}")
        self.rgb = np.ascontiguousarray(rgb)
        self.height, self.width = int(rgb.shape[0]), int(rgb.shape[1])
        self._network = network
        self._partner: weakref.ref[Picture] | None = None
        self._shared: dict[str, object] = {}

    def shared(self, original: Picture, name: str, compute: Callable[[], T]) -> T:
        """Return what two metrics need of this reconstruction and ``original`` together, computed once for the pair.

        Args:
            original: the other image of the pair; only the last one's results are kept.
            name: of the intermediate.
            compute: makes it; every call with the same name must make the same.
        """
        if self._partner is None or self._partner() is not original:
            # Weak, since an identical reconstruction is measured as a pair of the original with itself.
            self._partner, self._shared = weakref.ref(original), {}
        if name not in self._shared:
            self._shared[name] = compute()
        return self._shared[name]  # type: ignore[return-value]  # what compute made under this name

    @cached_property
    def luma_thousandths(self) -> Float32:
        """Rec. 601 luma times 1000, (H, W), 0…255 000: whole numbers, exact."""
        luma: Float32 = self.rgb[..., 0] * LUMA_THOUSANDTHS[0]
        for channel in (1, 2):
            luma += self.rgb[..., channel] * LUMA_THOUSANDTHS[channel]
        return luma

    @cached_property
    def spectrum(self) -> half_spectrum.Spectrum:
        """The luma's spectrum without its DC term."""
        return half_spectrum.spectrum(self.luma_thousandths)

    @cached_property
    def full_scale(self) -> gaussian_window.ScaleMoments:
        """The image as SSIM takes it, with its local moments; its halves are the further scales of MS-SSIM."""
        return gaussian_window.full_scale(self.rgb)

    def scale(self, halvings: int) -> gaussian_window.ScaleMoments:
        """The image after that many halvings."""
        return self.full_scale if halvings == 0 else self.scale(halvings - 1).half

    @cached_property
    def packed(self) -> npt.NDArray[np.uint32]:
        """The colours as R + 256 G + 65536 B, (H·W,), ascending."""
        four = np.zeros((self.height * self.width, 4), dtype=np.uint8)
        four[:, :3] = self.rgb.reshape(-1, 3)
        packed = four.view("<u4").ravel().astype(np.uint32, copy=False)
        packed.sort()
        return packed

    @cached_property
    def color_count(self) -> int:
        """Number of distinct RGB triples."""
        return 1 + int(np.count_nonzero(self.packed[1:] != self.packed[:-1]))

    @cached_property
    def color_entropy(self) -> float:
        """Shannon entropy of the RGB histogram with 32 bins per channel, bits."""
        packed = self.packed
        bins = (packed >> 3 & 0x1F) | (packed >> 6 & 0x3E0) | (packed >> 9 & 0x7C00)
        counts = np.bincount(bins.view(np.int32))
        share = counts[counts > 0] / packed.size
        return abs(float(np.sum(share * np.log2(share))))

    @cached_property
    def lab(self) -> Float32:
        """CIE L*a*b* (D65, 2°), (3, H·W)."""
        return cielab.from_srgb(self.rgb.reshape(-1, 3))

    @cached_property
    def gradient_energy(self) -> float:
        """Mean dx² plus mean dy² of luma, forward differences, u8²; a direction without neighbours adds 0."""
        luma = self.luma_thousandths
        return sum(_mean_square(np.diff(luma, axis=axis)) for axis in (1, 0)) / 1e6

    @property
    def network(self) -> FeatureNetwork:
        """The network of LPIPS.

        Raises:
            ValueError: this picture was made without one.
        """
        if self._network is None:
            raise ValueError("this picture was made without the network of LPIPS: use Meter.picture")
        return self._network()

    @cached_property
    def features(self) -> list[Tensor]:
        """The five layers of the LPIPS network, of unit length over the channels."""
        return self.network.features(self.rgb)


def _mean_square(values: Float32) -> float:
    if values.size == 0:
        return 0.0
    # NumPy adds a row's float32 values pairwise, the rows in float64: no sum loses more than the values themselves.
    rows = np.square(values).sum(axis=1)
    return float(rows.sum(dtype=np.float64)) / values.size
