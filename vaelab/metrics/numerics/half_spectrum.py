"""The spectra of a batch of images' luma, by half: the rest of a real image's spectrum is its mirror image."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import torch
from torch import Tensor

# A band's share of the power below which it is the FFT's rounding (about 1e-31), and no image's (above 1e-13).
ROUNDING = 1e-24


@dataclass(frozen=True, eq=False)
class Spectra:
    """Columns 0 … W//2 of the two-dimensional FFTs of images (N, H, W) less their means, unnormalised, DC term 0.

    float64 throughout: in float32 the rounding of strong frequencies would pass for weak ones.

    Attributes:
        real, imaginary: (N, H, W//2 + 1).
        width: W, px, which the shape does not tell.
    """

    real: Tensor
    imaginary: Tensor
    width: int

    @property
    def terms(self) -> int:
        """Number of terms of a full spectrum without DC."""
        return int(self.real.shape[1]) * self.width - 1

    def total(self, values: Tensor) -> Tensor:
        """Sums (N,) over the full spectra of a quantity that is even in frequency, given on the half (its DC must be 0)."""
        return values.sum(1) @ _column_weights(self.width, values.device)

    def inner(self, other: Spectra) -> Tensor:
        """Re(F · conj(G)), term by term."""
        return (self.real * other.real).addcmul_(self.imaginary, other.imaginary)

    @cached_property
    def power(self) -> Tensor:
        """|F|²."""
        return self.inner(self)

    @cached_property
    def centred_log_magnitude(self) -> Tensor:
        """log1p(|F|) less its mean over the full spectrum without DC; 0 at DC."""
        logarithm = self.power.sqrt().log1p_()
        if self.terms:
            logarithm -= (self.total(logarithm) / self.terms)[:, None, None]
        logarithm[:, 0, 0] = 0.0
        return logarithm

    @cached_property
    def log_magnitude_variation(self) -> Tensor:
        """Sums (N,) of the squares of ``centred_log_magnitude`` over the full spectra."""
        return self.total(self.centred_log_magnitude.square())

    @property
    def is_flat(self) -> Tensor:
        """Whether (N,) all magnitudes are the same up to rounding, as of a constant image or a single bright pixel."""
        return self.log_magnitude_variation <= ROUNDING * self.terms

    @cached_property
    def bands(self) -> Tensor:
        """Power (N, 3) in the radial bands (0, 1/6], (1/6, 1/3], (1/3, ∞) cycles per pixel; what is rounding counts as 0."""
        # A product with the bands' weights: a histogram on a GPU would add in another order each time.
        weights = _band_weights(self.real.shape[1], self.width, self.real.device)
        sums = self.power.flatten(1) @ weights
        return torch.where(sums > ROUNDING * sums.sum(1, keepdim=True), sums, 0.0)


@lru_cache(maxsize=4)  # the images of a run mostly have one size
def _column_weights(width: int, device: torch.device) -> Tensor:
    """How often each column occurs in the full spectrum: twice, but for the columns that are their own mirror."""
    weights = torch.full((width // 2 + 1,), 2.0, dtype=torch.float64)
    weights[0] = 1.0
    if width % 2 == 0:
        weights[-1] = 1.0
    return weights.to(device)


@lru_cache(maxsize=2)
def _band_weights(height: int, width: int, device: torch.device) -> Tensor:
    """How often each term of the half spectrum, row by row, counts in each band: (H · (W//2 + 1), 3), 0 for DC."""
    rows = torch.minimum(torch.arange(height), height - torch.arange(height))[:, None]
    columns = torch.arange(width // 2 + 1)[None, :]
    # Whole numbers, so that a frequency right on a boundary is inside: (kx / W)² + (ky / H)² <= (1 / 3)².
    squared, whole = (columns * height) ** 2 + (rows * width) ** 2, (height * width) ** 2
    band = (36 * squared > whole).long() + (9 * squared > whole).long()
    weights = torch.nn.functional.one_hot(band, 3) * _column_weights(width, torch.device("cpu"))[:, None]
    weights[0, 0] = 0.0
    return weights.flatten(0, 1).to(device)


@lru_cache(maxsize=2)
def squared_frequencies(height: int, width: int, device: torch.device) -> Tensor:
    """The squared radius of each term of a half spectrum, in cycles per pixel, (H, W//2 + 1) float64."""
    rows = torch.fft.fftfreq(height, dtype=torch.float64, device=device)
    columns = torch.fft.rfftfreq(width, dtype=torch.float64, device=device)
    squared: Tensor = rows.square()[:, None] + columns.square()
    return squared


def spectra(luma_thousandths: Tensor) -> Spectra:
    """Return the spectra of luma (N, H, W), given times 1000 in whole numbers: a constant's mean is then exact."""
    luma = luma_thousandths.double()
    luma -= luma.mean((1, 2), keepdim=True)
    luma /= 1000.0
    transformed = torch.fft.rfft2(luma)
    transformed[:, 0, 0] = 0.0
    return Spectra(transformed.real.contiguous(), transformed.imag.contiguous(), luma.shape[2])
