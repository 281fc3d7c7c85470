"""Colour: number of distinct colours, entropy of the histogram, CIEDE2000."""

from __future__ import annotations

import numpy as np

from vaelab.metrics.base import Values
from vaelab.metrics.numerics import cielab
from vaelab.metrics.picture import Picture


def colors(original: Picture, reconstruction: Picture) -> Values:
    """Return the number of distinct RGB triples of both, and their ratio."""
    ours, theirs = original.color_count, reconstruction.color_count
    return {"colors_original": ours, "colors_reconstruction": theirs, "color_ratio": theirs / ours}


def color_entropy(original: Picture, reconstruction: Picture) -> Values:
    """Return the Shannon entropy of both RGB histograms with 32 bins per channel, in bits."""
    return {
        "color_entropy_original": original.color_entropy,
        "color_entropy_reconstruction": reconstruction.color_entropy,
    }


def delta_e(original: Picture, reconstruction: Picture) -> Values:
    """Return mean and 95th percentile (linear interpolation) of CIEDE2000 over the pixels."""
    difference = cielab.ciede2000(original.lab, reconstruction.lab)
    return {
        "delta_e_mean": float(difference.mean(dtype=np.float64)),
        "delta_e_p95": float(np.percentile(difference, 95, overwrite_input=True)),
    }
