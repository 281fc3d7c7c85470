"""J, the one-number score: a weighted sum of six distances from a perfect reconstruction. Lower is better.

J = λ1·L_perc + λ2·|1 − ρ_G| + λ3·|1 − ρ_C| + λ4·‖δ‖₂ + λ5·|b| + λ6·|γ − 1|
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

CONTENT_COLUMNS = ("lpips", "gradient_ratio", "color_ratio")
MARKER_COLUMNS = (
    "drift_r",
    "drift_g",
    "drift_b",
    "brightness_bias",
    "marker_white_original",
    "marker_white_reconstruction",
    "marker_black_original",
    "marker_black_reconstruction",
)


def terms(mean: Mapping[str, Any], *, marker: bool) -> dict[str, Any]:
    """Return the unweighted terms of J from the means of the columns they need.

    Works alike on the values of one image (each its own mean), on the means over a set, and on arrays of bootstrapped
    means. With ``marker=False`` the last three terms are left out.
    """
    found = {
        "lpips": mean["lpips"],
        "gradient": abs(1.0 - mean["gradient_ratio"]),
        "color": abs(1.0 - mean["color_ratio"]),
    }
    if marker:
        drift = np.stack([np.asarray(mean[name], dtype=np.float64) for name in MARKER_COLUMNS[:3]])
        norm = np.sqrt((drift**2).sum(axis=0))
        found |= {
            "drift": norm if norm.ndim else float(norm),
            "brightness": abs(mean["brightness_bias"]),
            "contrast": abs(contrast_gain(mean) - 1.0),
        }
    return found


def contrast_gain(mean: Mapping[str, Any]) -> Any:
    """γ: the mean white-to-black distance in the reconstruction over that in the original."""
    rebuilt = mean["marker_white_reconstruction"] - mean["marker_black_reconstruction"]
    return rebuilt / (mean["marker_white_original"] - mean["marker_black_original"])


def needed_columns(*, marker: bool) -> tuple[str, ...]:
    """The columns that J needs."""
    return CONTENT_COLUMNS + (MARKER_COLUMNS if marker else ())


def quantities(mean: Mapping[str, float], *, marker: bool) -> dict[str, Any]:
    """Return the quantities of the method's formulas from the means over a set: L_perc, ρ_G, ρ_C, b, γ, δ, the terms of J.

    Args:
        mean: column to its mean; what is missing makes None of what needs it.
        marker: whether the run measured with the marker.
    """
    has_marker = marker and all(name in mean for name in MARKER_COLUMNS)
    complete = all(name in mean for name in needed_columns(marker=marker))
    return {
        "L_perc": mean.get("lpips"),
        "rho_G": mean.get("gradient_ratio"),
        "rho_C": mean.get("color_ratio"),
        "b": mean.get("brightness_bias"),
        "gamma": contrast_gain(mean) if has_marker else None,
        "delta": [mean[name] for name in MARKER_COLUMNS[:3]] if has_marker else None,
        "J_terms": terms(mean, marker=marker) if complete else None,
    }


def score(parts: Mapping[str, Any], weights: Mapping[str, float]) -> Any:
    """Weigh and add the terms."""
    return sum(weights[name] * value for name, value in parts.items())


def image_score(
    values: Mapping[str, float | int | None], weights: Mapping[str, float], *, marker: bool
) -> tuple[float | None, str]:
    """Return J of one image and, where it cannot be had, None and the reason.

    Args:
        values: the image's own columns.
        weights: λ by term.
        marker: whether the run measures with a marker; then an image without one gets no score, since a J without
            the marker is never ranked beside one with it.
    """
    missing = [
        name
        for name in needed_columns(marker=marker)
        if (value := values.get(name)) is None or not math.isfinite(value)
    ]
    if missing:
        return None, f"score: needs {', '.join(missing)}"
    return float(score(terms(values, marker=marker), weights)), ""
