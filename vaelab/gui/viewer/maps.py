"""Pictures made of two pictures: signed and absolute difference, heat maps of an error, spectra. No Qt here."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from vaelab.metrics import lab

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.floating[Any]]

GAINS = (1, 2, 4, 8, 16, 32, 64)

# Ten evenly spaced colours of cividis (Nunez, Anderton, Renslow 2018): even in lightness, the same to all eyes.
_CIVIDIS = np.array(
    [
        (0x00, 0x22, 0x4E), (0x12, 0x35, 0x70), (0x3B, 0x49, 0x6C), (0x57, 0x5D, 0x6D), (0x70, 0x71, 0x73),
        (0x8A, 0x86, 0x78), (0xA5, 0x9C, 0x74), (0xC3, 0xB3, 0x69), (0xE1, 0xCC, 0x55), (0xFE, 0xE8, 0x38),
    ],
    dtype=np.float64,
)  # fmt: skip
_SSIM_SIGMA, _SSIM_RADIUS = 1.5, 5
_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2


class Kind(enum.Enum):
    """What a derived picture shows."""

    SIGNED = "signed"
    ABSOLUTE = "absolute"
    ERROR = "error"
    DELTA_E = "delta_e"
    SSIM = "ssim"
    SPECTRUM = "spectrum"


DIFFERENCES = (Kind.SIGNED, Kind.ABSOLUTE)
MAPS = (Kind.ERROR, Kind.DELTA_E, Kind.SSIM, Kind.SPECTRUM)


@dataclass(frozen=True, slots=True)
class Derived:
    """One or two pictures, and the scale of their colours.

    Attributes:
        pictures: of equal size; two only for spectra (original, reconstruction).
        low, high: what the first and the last colour stand for; equal where colours stand for themselves.
        unit: of the scale.
        mean: of the map over all pixels; None where it means nothing.
    """

    pictures: tuple[Pixels, ...]
    low: float = 0.0
    high: float = 0.0
    unit: str = ""
    mean: float | None = None


def derive(kind: Kind, original: Pixels, reconstruction: Pixels, gain: int) -> Derived:
    """Make a derived picture.

    Args:
        kind: what.
        original: (H, W, 3) uint8.
        reconstruction: the same shape.
        gain: factor on differences; a map's upper end is divided by it.
    """
    if kind in DIFFERENCES:
        return Derived((difference(original, reconstruction, gain, signed=kind is Kind.SIGNED),))
    if kind is Kind.SPECTRUM:
        spectra = tuple(log_spectrum(pixels) for pixels in (original, reconstruction))
        top = max(float(spectrum.max()) for spectrum in spectra) or 1.0
        return Derived(tuple(colored(spectrum / top) for spectrum in spectra), 0.0, top, "log1p |F|")
    if kind is Kind.DELTA_E:
        values, high, unit = delta_e(original, reconstruction), 40.0 / gain, "ΔE 2000"
    elif kind is Kind.SSIM:
        values, high, unit = 1.0 - ssim_map(original, reconstruction), 2.0 / gain, "1 − SSIM"
    else:
        values, high, unit = absolute_error(original, reconstruction), 255.0 / gain, "|B − A|"
    return Derived((colored(values / high),), 0.0, high, unit, float(values.mean()))


def difference(original: Pixels, reconstruction: Pixels, gain: int, *, signed: bool) -> Pixels:
    """Return reconstruction minus original times a gain: around mid-grey, or its absolute value on black."""
    change = (reconstruction.astype(np.int16) - original.astype(np.int16)) * gain
    shown = 128 + change if signed else np.abs(change)
    return np.asarray(np.clip(shown, 0, 255), dtype=np.uint8)


def absolute_error(original: Pixels, reconstruction: Pixels) -> Floats:
    """Return the mean absolute error over the channels, 0 to 255, (H, W)."""
    return np.asarray(np.abs(reconstruction.astype(np.float32) - original.astype(np.float32)).mean(axis=-1))


def delta_e(original: Pixels, reconstruction: Pixels) -> Floats:
    """Return the CIEDE2000 difference of every pixel, (H, W)."""
    height, width = original.shape[:2]
    pair = (
        lab.from_srgb(np.ascontiguousarray(pixels).reshape(-1, 3)) for pixels in (original, reconstruction)
    )
    return lab.ciede2000(*pair).reshape(height, width)


def ssim_map(original: Pixels, reconstruction: Pixels) -> Floats:
    """Return SSIM around every pixel, mean of the channels, (H, W); borders are continued by mirroring.

    Wang et al. 2004 with the window of the metric; within 5 px of the border it is only for the eye.
    """
    result = np.zeros(original.shape[:2], dtype=np.float32)
    for channel in range(3):
        x = original[..., channel].astype(np.float32)
        y = reconstruction[..., channel].astype(np.float32)
        mean_x, mean_y = _blur(x), _blur(y)
        var_x = _blur(x * x) - mean_x**2
        var_y = _blur(y * y) - mean_y**2
        covariance = _blur(x * y) - mean_x * mean_y
        top = (2 * mean_x * mean_y + _C1) * (2 * covariance + _C2)
        result += top / ((mean_x**2 + mean_y**2 + _C1) * (var_x + var_y + _C2))
    return result / 3


def log_spectrum(pixels: Pixels) -> Floats:
    """Return log1p of the magnitude of the luma's centred Fourier transform, mean removed, (H, W)."""
    luma = pixels @ np.array([0.299, 0.587, 0.114], dtype=np.float32)
    spectrum = np.fft.fftshift(np.abs(np.fft.fft2(luma - luma.mean())))
    return np.asarray(np.log1p(spectrum), dtype=np.float32)


def colored(share: Floats) -> Pixels:
    """Return a map in cividis; what is below 0 or above 1 takes the end's colour."""
    index = np.clip(np.nan_to_num(share) * 255 + 0.5, 0, 255).astype(np.uint8)
    return np.ascontiguousarray(lookup_table()[index])


def lookup_table() -> Pixels:
    """Return cividis in 256 steps, (256, 3) uint8."""
    at = np.linspace(0, len(_CIVIDIS) - 1, 256)
    channels = [np.interp(at, np.arange(len(_CIVIDIS)), _CIVIDIS[:, channel]) for channel in range(3)]
    return np.rint(np.stack(channels, axis=-1)).astype(np.uint8)


def _blur(plane: Floats) -> Floats:
    offsets = np.arange(-_SSIM_RADIUS, _SSIM_RADIUS + 1)
    window = np.exp(-(offsets**2) / (2 * _SSIM_SIGMA**2)).astype(np.float32)
    window /= window.sum()
    for axis in (0, 1):
        width = [(0, 0), (0, 0)]
        width[axis] = (_SSIM_RADIUS, _SSIM_RADIUS)
        padded = np.pad(plane, width, mode="symmetric")
        length = plane.shape[axis]
        parts = (
            weight * (padded[place : place + length] if axis == 0 else padded[:, place : place + length])
            for place, weight in enumerate(window)
        )
        plane = sum(parts)
    return plane
