"""Pictures made of two pictures: signed and absolute difference, heat maps of an error, spectra. No Qt here."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from vaelab.gui.style.colormaps import cividis
from vaelab.metrics.maps import error_maps, flip

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.floating[Any]]

AUTO = 0
"""Stands for the gain at which a picture's own largest value gets the last colour."""
GAINS = (1, 2, 4, 8, 16, 32, 64)


class Kind(enum.Enum):
    """What a derived picture shows."""

    SIGNED = "signed"
    ABSOLUTE = "absolute"
    ERROR = "error"
    DELTA_E = "delta_e"
    SSIM = "ssim"
    FLIP = "flip"
    LPIPS = "lpips"
    SPECTRUM = "spectrum"


DIFFERENCES = (Kind.SIGNED, Kind.ABSOLUTE)
MAPS = (Kind.ERROR, Kind.DELTA_E, Kind.SSIM, Kind.FLIP, Kind.LPIPS, Kind.SPECTRUM)

# What the last colour stands for at gain 1: the largest value that there can be, or, of those without one, a large one.
_TOPS = {
    Kind.SIGNED: 127.0,
    Kind.ABSOLUTE: 255.0,
    Kind.ERROR: 255.0,
    Kind.DELTA_E: 40.0,
    Kind.SSIM: 2.0,
    Kind.FLIP: 1.0,
    Kind.LPIPS: 1.0,
}
UNITS = {
    Kind.SIGNED: "B − A",
    Kind.ABSOLUTE: "|B − A|",
    Kind.ERROR: "|B − A|",
    Kind.DELTA_E: "ΔE 2000",
    Kind.SSIM: "1 − SSIM",
    Kind.FLIP: "FLIP",
    Kind.LPIPS: "LPIPS",
    Kind.SPECTRUM: "log(1 + |F|)",
}

PairMap = Callable[[Pixels, Pixels], Floats]
"""(original, reconstruction) to a value for every pixel."""

_ENGINE: dict[Kind, PairMap] = {
    Kind.ERROR: error_maps.absolute_error,
    Kind.DELTA_E: error_maps.delta_e,
    Kind.SSIM: lambda original, reconstruction: 1 - error_maps.ssim_map(original, reconstruction),
    Kind.FLIP: flip.flip_map,
}


@dataclass(frozen=True, slots=True)
class Scale:
    """What colours stand for.

    Attributes:
        low, high: of the first and the last colour.
        unit: of both.
        ramp: the colours between, (256, 3) uint8.
        open: whether the last colour also stands for all above (and, below 0, the first for all below).
    """

    low: float
    high: float
    unit: str
    ramp: Pixels
    open: bool = True


@dataclass(frozen=True, slots=True)
class Measured:
    """What is slow to compute, and the same at every gain.

    Attributes:
        values: (H, W) of a map, or (H, W, 3) of a difference, B − A; two for spectra (original, reconstruction).
        pooled: of a map as a whole; None of what is none.
        peak: the largest absolute value.
    """

    kind: Kind
    values: tuple[Floats | npt.NDArray[np.int16], ...]
    pooled: flip.Pooled | None
    peak: float

    @property
    def nbytes(self) -> int:
        """Memory that the values take."""
        return sum(part.nbytes for part in self.values)


def measure(kind: Kind, original: Pixels, reconstruction: Pixels, lpips: PairMap | None = None) -> Measured:
    """Compute what a derived picture shows.

    Args:
        kind: what.
        original: (H, W, 3) uint8.
        reconstruction: the same shape.
        lpips: the map of LPIPS, asked for with that kind alone.
    """
    if kind in DIFFERENCES:
        change = reconstruction.astype(np.int16) - original.astype(np.int16)
        return Measured(kind, (change,), None, float(np.abs(change).max()))
    if kind is Kind.SPECTRUM:
        spectra = tuple(error_maps.log_spectrum(pixels) for pixels in (original, reconstruction))
        return Measured(kind, spectra, None, max(float(spectrum.max()) for spectrum in spectra))
    make = lpips if kind is Kind.LPIPS else _ENGINE[kind]
    assert make is not None
    values = make(original, reconstruction)
    whole = flip.pooled(np.maximum(values, 0))
    return Measured(kind, (values,), whole, whole.maximum)


def scale(measured: Measured, gain: int) -> Scale:
    """Return what the colours stand for at a gain, or at ``AUTO``."""
    kind = measured.kind
    if kind is Kind.SPECTRUM:
        return Scale(0, measured.peak or 1.0, UNITS[kind], cividis(), open=False)
    automatic = gain == AUTO
    top = _TOPS[kind] / (gain or GAINS[-1])
    if automatic and measured.peak > 0:
        top = measured.peak
    if kind in DIFFERENCES:
        return Scale(-top if kind is Kind.SIGNED else 0, top, UNITS[kind], _grey(), open=not automatic)
    return Scale(0, top, UNITS[kind], cividis(), open=not automatic)


def paint(measured: Measured, by: Scale) -> tuple[Pixels, ...]:
    """Return the picture of what was measured, or two of them, of equal size."""
    if measured.kind in DIFFERENCES:
        return (_difference(measured, by),)
    return tuple(colored(values / by.high) for values in measured.values)


def _difference(measured: Measured, by: Scale) -> Pixels:
    change = measured.values[0]
    if measured.kind is Kind.SIGNED:
        shown = np.rint(change * np.float32(127 / by.high)) + 128
    else:
        shown = np.rint(np.abs(change) * np.float32(255 / by.high))
    return np.asarray(np.clip(shown, 0, 255), dtype=np.uint8)


def colored(share: Floats) -> Pixels:
    """Return a map in cividis; what is below 0 or above 1 takes the end's colour."""
    index = np.clip(np.nan_to_num(share) * 255 + 0.5, 0, 255).astype(np.uint8)
    return np.ascontiguousarray(cividis().take(index, axis=0))


def _grey() -> Pixels:
    return np.repeat(np.arange(256, dtype=np.uint8)[:, None], 3, axis=1)
