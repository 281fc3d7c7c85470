"""J, its quantities and what each image contributes to them, a second time: from the formula and its numerical derivative.

J = λ1·L_perc + λ2·|1 − ρ_G| + λ3·|1 − ρ_C| + λ4·‖δ‖₂ + λ5·|b| + λ6·|γ − 1| of the means over a set. What an image contributes
to a quantity is the quantity plus its derivative towards that image's values, here by a central difference.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from vaelab.arrays import Floats

CONTENT = (
    ("lpips",),
    ("gradient_energy_reconstruction", "gradient_energy_original"),
    ("colors_reconstruction", "colors_original"),
)
"""The columns of the first three terms; those of one term are over the same images."""
MARKER = (
    "drift_r",
    "drift_g",
    "drift_b",
    "brightness_bias",
    "marker_white_original",
    "marker_black_original",
    "marker_white_reconstruction",
    "marker_black_reconstruction",
)
"""The columns of the last three."""
_STEP = 1e-5

Numbers = Mapping[str, Any]
"""Column to a mean, or to the values of images."""


def needed(*, marker: bool) -> tuple[str, ...]:
    """Return the columns that J needs."""
    return (*(name for group in CONTENT for name in group), *(MARKER if marker else ()))


def quantities(means: Numbers) -> dict[str, Any]:
    """Return L_perc, rho_G, rho_C, b, gamma and delta of means; None where a mean is missing or nothing can be divided by."""
    gain = None
    if all(name in means for name in MARKER[4:]):
        white, black, white_back, black_back = (means[name] for name in MARKER[4:])
        gain = (white_back - black_back) / (white - black) if white != black else None
    return {
        "L_perc": means.get("lpips"),
        "rho_G": _ratio(means, *CONTENT[1]),
        "rho_C": _ratio(means, *CONTENT[2]),
        "b": means.get("brightness_bias"),
        "gamma": gain,
        "delta": [means[name] for name in MARKER[:3]] if all(name in means for name in MARKER[:3]) else None,
    }


def _ratio(means: Numbers, above: str, below: str) -> float | None:
    return means[above] / means[below] if above in means and means.get(below) else None


def terms(found: Mapping[str, Any], *, marker: bool) -> dict[str, float] | None:
    """Return the unweighted terms of J by name; None where one cannot be had."""
    names = ("L_perc", "rho_G", "rho_C", *(("delta", "b", "gamma") if marker else ()))
    if any(found[name] is None for name in names):
        return None
    result = {
        "lpips": found["L_perc"],
        "gradient": abs(1 - found["rho_G"]),
        "color": abs(1 - found["rho_C"]),
    }
    if marker:
        result["drift"] = math.sqrt(sum(each**2 for each in found["delta"]))
        result |= {"brightness": abs(found["b"]), "contrast": abs(found["gamma"] - 1)}
    return result


def total(means: Numbers, weights: Mapping[str, float], *, marker: bool) -> float | None:
    """Return J of means."""
    found = terms(quantities(means), marker=marker)
    return None if found is None else sum(weights[name] * value for name, value in found.items())


def contributions(values: Mapping[str, Floats], quantity: Callable[[Numbers], float | None]) -> Floats | None:
    """Return what each image contributes to a quantity of means, (n,) float64, whose mean is the quantity.

    Args:
        values: column to (n,) float64, all over the same images.
        quantity: of means; None where it cannot be had.
    """
    count = len(next(iter(values.values()), ()))
    if not count:
        return None
    means = {name: float(column.mean()) for name, column in values.items()}
    center = quantity(means)
    if center is None:
        return None
    found = np.empty(count)
    for image in range(count):
        aside = []
        for step in (_STEP, -_STEP):
            moved = {name: means[name] + step * (values[name][image] - means[name]) for name in means}
            value = quantity(moved)
            aside.append(center if value is None else value)
        found[image] = center + (aside[0] - aside[1]) / (2 * _STEP)
    return found


def length(means: Numbers) -> float | None:
    """Return ‖δ‖₂ of means."""
    delta = quantities(means)["delta"]
    return None if delta is None else math.sqrt(sum(each**2 for each in delta))


def image_scores(values: Mapping[str, Floats], weights: Mapping[str, float], *, marker: bool) -> Floats:
    """Return J(x) of images, (n,) float64; NaN where a column is missing or not finite.

    The two ratio terms are each at most 1.

    Args:
        values: column to (n,) float64: ``lpips``, ``gradient_ratio``, ``color_ratio`` and, for the marker, those of ``MARKER``.
        weights: λ by term.
        marker: whether J has the marker's terms.
    """
    parts = [
        weights["lpips"] * values["lpips"],
        weights["gradient"] * np.minimum(abs(1 - values["gradient_ratio"]), 1),
        weights["color"] * np.minimum(abs(1 - values["color_ratio"]), 1),
    ]
    if marker:
        white, black, white_back, black_back = (values[name] for name in MARKER[4:])
        with np.errstate(divide="ignore", invalid="ignore"):
            gain = (white_back - black_back) / (white - black)
        parts += [
            weights["drift"] * np.linalg.norm([values[name] for name in MARKER[:3]], axis=0),
            weights["brightness"] * abs(values["brightness_bias"]),
            weights["contrast"] * abs(gain - 1),
        ]
    found = np.sum(parts, axis=0)
    return np.where(np.isfinite(found), found, math.nan)
