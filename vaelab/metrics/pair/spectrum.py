"""Similarity of the luma spectra: magnitudes, phases and the power in three bands."""

from __future__ import annotations

from torch import Tensor

from vaelab.metrics.base import Undefined, Value, Values
from vaelab.metrics.pictures import Pair

BANDS = ("low", "mid", "high")


def spectrum(pair: Pair) -> list[Values]:
    """Return how alike the two spectra are, DC left out.

    ``fft_magnitude_similarity``: Pearson correlation of log1p(|F|); ``fft_phase_similarity``: Σ Re(F · conj(F̂)) /
    Σ |F| · |F̂|; ``fft_low_ratio``, ``fft_mid_ratio``, ``fft_high_ratio``: power of the reconstruction over the original's.
    """
    magnitudes, phases = _magnitude_similarities(pair), _phase_similarities(pair)
    ours, theirs = (each.spectra.bands.tolist() for each in (pair.original, pair.reconstruction))
    return [
        {
            "fft_magnitude_similarity": magnitudes[place],
            "fft_phase_similarity": phases[place],
            **_ratios(ours[place], theirs[place]),
        }
        for place in range(pair.original.count)
    ]


def _ratios(ours: list[float], theirs: list[float]) -> dict[str, Value]:
    return {
        f"fft_{name}_ratio": after / before
        if before > 0
        else Undefined(f"the original has no power in the {name} frequencies")
        for name, before, after in zip(BANDS, ours, theirs, strict=True)
    }


def _magnitude_similarities(pair: Pair) -> list[Value]:
    ours, theirs = pair.original.spectra, pair.reconstruction.spectra
    covariances = ours.total(ours.centred_log_magnitude * theirs.centred_log_magnitude)
    variations = ours.log_magnitude_variation * theirs.log_magnitude_variation
    values: list[Value] = [*_clamped(covariances / variations.sqrt())]
    # Of the two, the original is named first.
    for name, spectra in (("reconstruction", theirs), ("original", ours)):
        why = f"all frequencies of the {name} are equally strong, so that nothing can correlate with them"
        values = [
            Undefined(why) if flat else value
            for flat, value in zip(spectra.is_flat.tolist(), values, strict=True)
        ]
    return values


def _phase_similarities(pair: Pair) -> list[Value]:
    ours, theirs = pair.original.spectra, pair.reconstruction.spectra
    # Of the squares, and not the product of two roots: equal images then give exactly 1.
    weights = ours.total((ours.power * theirs.power).sqrt_())
    alike = _clamped(ours.total(ours.inner(theirs)) / weights)
    why = "original and reconstruction have no frequency in common, so that no phases can be compared"
    return [
        value if weight != 0 else Undefined(why)
        for value, weight in zip(alike, weights.tolist(), strict=True)
    ]


def _clamped(values: Tensor) -> list[float]:
    found: list[float] = values.clamp(-1.0, 1.0).tolist()
    return found
