"""The spectrum of an image's luma, by half: the rest of a real image's spectrum is its mirror image."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import scipy.fft

from vaelab.arrays import Bytes, Float32, Floats

# A band's share of the power below which it is the FFT's rounding (about 1e-31), and no image's (above 1e-13).
ROUNDING = 1e-24


@dataclass(frozen=True)
class Spectrum:
    """Columns 0 … W//2 of the two-dimensional FFT of an image (H, W) less its mean, unnormalised, DC term 0.

    float64 throughout: in float32 the rounding of strong frequencies would pass for weak ones.

    Attributes:
        real, imaginary: (H, W//2 + 1).
        width: W, px, which the shape does not tell.
    """

    real: Floats
    imaginary: Floats
    width: int

    @property
    def terms(self) -> int:
        """Number of terms of the full spectrum without DC."""
        return int(self.real.shape[0]) * self.width - 1

    @cached_property
    def column_weights(self) -> Floats:
        """How often each column occurs in the full spectrum: twice, but for the columns that are their own mirror."""
        weights = np.full(self.real.shape[1], 2.0)
        weights[0] = 1.0
        if self.width % 2 == 0:
            weights[-1] = 1.0
        return weights

    def total(self, values: Floats) -> float:
        """Sum over the full spectrum of a quantity that is even in frequency, given on the half (its DC must be 0)."""
        return float(values.sum(axis=0) @ self.column_weights)

    def inner(self, other: Spectrum) -> Floats:
        """Re(F · conj(G)), term by term."""
        product = self.real * other.real
        product += self.imaginary * other.imaginary
        return product

    @cached_property
    def power(self) -> Floats:
        """|F|²."""
        return self.inner(self)

    @cached_property
    def centred_log_magnitude(self) -> Floats:
        """log1p(|F|) less its mean over the full spectrum without DC; 0 at DC."""
        logarithm = np.sqrt(self.power)
        np.log1p(logarithm, out=logarithm)
        if self.terms:
            logarithm -= self.total(logarithm) / self.terms
        logarithm[0, 0] = 0.0
        return logarithm

    @cached_property
    def log_magnitude_variation(self) -> float:
        """Sum of the squares of ``centred_log_magnitude`` over the full spectrum."""
        return self.total(self.centred_log_magnitude * self.centred_log_magnitude)

    @property
    def is_flat(self) -> bool:
        """Whether all magnitudes are the same up to rounding, as of a constant image or a single bright pixel."""
        return self.log_magnitude_variation <= ROUNDING * self.terms

    @cached_property
    def bands(self) -> tuple[float, float, float]:
        """Power in the radial bands (0, 1/6], (1/6, 1/3], (1/3, ∞) cycles per pixel; what is rounding counts as 0."""
        index = _band_index(self.real.shape[0], self.width)
        sums = np.bincount(index.ravel(), weights=(self.power * self.column_weights).ravel(), minlength=4)[1:]
        low, mid, high = (float(each) if each > ROUNDING * sums.sum() else 0.0 for each in sums)
        return low, mid, high


@lru_cache(maxsize=2)  # the images of a run mostly have one size
def _band_index(height: int, width: int) -> Bytes:
    """The band of each term of the half spectrum: 0 for DC, then 1, 2, 3 from low to high."""
    rows = np.minimum(np.arange(height), height - np.arange(height))[:, None]
    columns = np.arange(width // 2 + 1)[None, :]
    # Whole numbers, so that a frequency right on a boundary is inside: (kx / W)² + (ky / H)² <= (1 / 3)².
    squared = (columns * height) ** 2 + (rows * width) ** 2
    whole = (height * width) ** 2
    index = np.ones(squared.shape, dtype=np.uint8)
    index += 36 * squared > whole
    index += 9 * squared > whole
    index[0, 0] = 0
    return index


def spectrum(luma_thousandths: Float32) -> Spectrum:
    """Return the spectrum of an image's luma (H, W), given times 1000 in whole numbers: a constant's mean is then exact."""
    luma = luma_thousandths.astype(np.float64)
    luma -= luma.mean()
    luma /= 1000.0
    transformed = scipy.fft.rfft2(luma, overwrite_x=True)
    transformed[0, 0] = 0.0
    return Spectrum(transformed.real.copy(), transformed.imag.copy(), luma.shape[1])
