"""Colour: number of distinct colours, entropy of the histogram, CIEDE2000."""

from __future__ import annotations

import torch
from torch import Tensor

from vaelab.metrics.base import Values
from vaelab.metrics.numerics import cielab
from vaelab.metrics.pictures import Pair

_QUANTILE = 0.95


def colors(pair: Pair) -> list[Values]:
    """Return the number of distinct RGB triples of both, and their ratio."""
    counts = zip(pair.original.color_counts.tolist(), pair.reconstruction.color_counts.tolist(), strict=True)
    return [
        {"colors_original": ours, "colors_reconstruction": theirs, "color_ratio": theirs / ours}
        for ours, theirs in counts
    ]


def color_entropy(pair: Pair) -> list[Values]:
    """Return the Shannon entropy of both RGB histograms with 32 bins per channel, in bits."""
    entropies = zip(
        pair.original.color_entropies.tolist(), pair.reconstruction.color_entropies.tolist(), strict=True
    )
    return [
        {"color_entropy_original": ours, "color_entropy_reconstruction": theirs} for ours, theirs in entropies
    ]


def delta_e(pair: Pair) -> list[Values]:
    """Return mean and 95th percentile (linear interpolation) of CIEDE2000 over the pixels."""
    ours, theirs = pair.original.lab, pair.reconstruction.lab
    differences = torch.cat(
        [
            cielab.ciede2000(ours[:, strip], theirs[:, strip], torch)
            for strip in cielab.strips(ours.shape[1], pair.original.pixels_at_once)
        ]
    ).view(pair.original.count, -1)
    means, percentiles = differences.mean(1, dtype=torch.float64), _percentiles(differences)
    return [
        {"delta_e_mean": mean, "delta_e_p95": percentile}
        for mean, percentile in zip(means.tolist(), percentiles.tolist(), strict=True)
    ]


def _percentiles(values: Tensor) -> Tensor:
    """The 95th percentiles (N,) of values (N, M), linearly interpolated; ``torch.quantile`` takes at most 2^24 of them."""
    last = values.shape[1] - 1
    below = int(_QUANTILE * last)
    low, high = (values.kthvalue(1 + min(place, last), 1).values for place in (below, below + 1))
    return torch.lerp(low.double(), high.double(), _QUANTILE * last - below)
