"""Similarity of the luma spectra: magnitudes, phases and the power in three bands."""

from __future__ import annotations

import math

import numpy as np

from vaelab.metrics.base import Undefined, Value, Values
from vaelab.metrics.picture import Picture

BANDS = ("low", "mid", "high")


def spectrum(original: Picture, reconstruction: Picture) -> Values:
    """Return how alike the two spectra are, DC left out.

    ``fft_magnitude_similarity``: Pearson correlation of log1p(|F|); ``fft_phase_similarity``: Σ Re(F · conj(F̂)) /
    Σ |F| · |F̂|; ``fft_low_ratio``, ``fft_mid_ratio``, ``fft_high_ratio``: power of the reconstruction over the original's.
    """
    values: dict[str, Value] = {
        "fft_magnitude_similarity": _magnitude_similarity(original, reconstruction),
        "fft_phase_similarity": _phase_similarity(original, reconstruction),
    }
    for name, ours, theirs in zip(BANDS, original.spectrum.bands, reconstruction.spectrum.bands, strict=True):
        empty = Undefined(f"the original has no power in the {name} frequencies")
        values[f"fft_{name}_ratio"] = theirs / ours if ours > 0 else empty
    return values


def _magnitude_similarity(original: Picture, reconstruction: Picture) -> Value:
    ours, theirs = original.spectrum, reconstruction.spectrum
    for name, each in (("original", ours), ("reconstruction", theirs)):
        if each.is_flat:
            return Undefined(
                f"all frequencies of the {name} are equally strong, so that nothing can correlate with them"
            )
    covariance = ours.total(ours.centred_log_magnitude * theirs.centred_log_magnitude)
    return _clamp(covariance / math.sqrt(ours.log_magnitude_variation * theirs.log_magnitude_variation))


def _phase_similarity(original: Picture, reconstruction: Picture) -> Value:
    ours, theirs = original.spectrum, reconstruction.spectrum
    # Of the squares, and not the product of two roots: equal images then give exactly 1.
    weight = ours.total(np.sqrt(ours.power * theirs.power))
    if weight == 0:
        return Undefined(
            "original and reconstruction have no frequency in common, so that no phases can be compared"
        )
    return _clamp(ours.total(ours.inner(theirs)) / weight)


def _clamp(value: float) -> float:
    return min(1.0, max(-1.0, value))
