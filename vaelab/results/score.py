"""J, the one-number score: a weighted sum of six distances from a perfect reconstruction. Lower is better.

J = λ1·L_perc + λ2·|1 − ρ_G| + λ3·|1 − ρ_C| + λ4·‖δ‖₂ + λ5·|b| + λ6·|γ − 1|

Over a set, L_perc, b and δ are means, and ρ_G, ρ_C and γ are ratios of means. ``score`` is the same formula on one image's own
values, the two ratio terms each at most 1, so that one chart of few colours cannot outweigh a hundred photographs.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from vaelab.arrays import Floats
from vaelab.score_terms import COLORS, DRIFTS, GRADIENT, SPAN, SPAN_REBUILT, TERMS, Term

Columns = Mapping[str, Floats]
"""Column name to (n,) float64 over images."""


GROUPS = (("lpips",), GRADIENT, COLORS, (*DRIFTS, "brightness_bias", *SPAN, *SPAN_REBUILT))
"""The columns of the quantities; those of one group are over the same images."""


def terms_of(*, marker: bool) -> tuple[Term, ...]:
    """Return all terms, or the first three where there is no marker."""
    return tuple(term for term in TERMS if marker or not term.marker)


def needed_columns(*, marker: bool) -> tuple[str, ...]:
    """Return the columns that J over a set needs."""
    return tuple(name for term in terms_of(marker=marker) for name in term.columns)


def quantities(mean: Mapping[str, float], *, marker: bool) -> dict[str, Any]:
    """Return the quantities of the formula from the means over a set: L_perc, ρ_G, ρ_C, b, γ, δ, the terms of J.

    Args:
        mean: column to its mean; what is missing makes None of what needs it.
        marker: whether J has the marker's terms.
    """
    rho_g, rho_c = _ratio(mean, GRADIENT), _ratio(mean, COLORS)
    delta = [mean[name] for name in DRIFTS] if all(name in mean for name in DRIFTS) else None
    found: dict[str, Any] = {
        "L_perc": mean.get("lpips"),
        "rho_G": rho_g,
        "rho_C": rho_c,
        "b": mean.get("brightness_bias"),
        "gamma": contrast_gain(mean),
        "delta": delta,
    }
    gamma = found["gamma"]
    values = {
        "lpips": found["L_perc"],
        "gradient": None if rho_g is None else abs(1.0 - rho_g),
        "color": None if rho_c is None else abs(1.0 - rho_c),
        "drift": None if delta is None else math.hypot(*delta),
        "brightness": None if found["b"] is None else abs(found["b"]),
        "contrast": None if gamma is None else abs(gamma - 1.0),
    }
    terms = {term.name: values[term.name] for term in terms_of(marker=marker)}
    return {**found, "J_terms": None if any(value is None for value in terms.values()) else terms}


def contrast_gain(mean: Mapping[str, float]) -> float | None:
    """γ: the mean white-to-black distance in the reconstruction over that in the original; None without a marker."""
    if any(name not in mean for name in (*SPAN, *SPAN_REBUILT)):
        return None
    span = mean[SPAN[0]] - mean[SPAN[1]]
    return (mean[SPAN_REBUILT[0]] - mean[SPAN_REBUILT[1]]) / span if span else None


def _ratio(mean: Mapping[str, float], names: tuple[str, str]) -> float | None:
    above, below = (mean.get(name) for name in names)
    return None if above is None or not below else above / below


def weigh(terms: Mapping[str, Any], weights: Mapping[str, float]) -> Any:
    """Weigh and add the terms; numbers or arrays."""
    return sum(weights[name] * value for name, value in terms.items())


def set_quantities(columns: Columns) -> tuple[dict[str, Any], dict[str, Floats]]:
    """Return the quantities of a set, and what each image contributes to each of them.

    The contributions are a quantity's linear expansion about the means (its empirical influence function; Efron and
    Tibshirani 1993, 21.3). Their mean is the quantity itself, so that the interval of a mean gives one that cannot lie beside it.

    Args:
        columns: those of :func:`needed_columns`, without NaN; the columns of one term over the same images.

    Returns:
        ``L_perc``, ``rho_G``, ``rho_C``, ``b``, ``gamma``, ``delta``, None without their columns; and by ``rho_G``, ``rho_C``,
        ``gamma`` and ``delta_norm``, as far as there are such, (n,) float64.
    """
    mean = {name: float(values.mean()) for name, values in columns.items() if len(values)}
    found = quantities(mean, marker=True)
    del found["J_terms"]
    parts: dict[str, Floats] = {}
    for name, pair in (("rho_G", GRADIENT), ("rho_C", COLORS)):
        if found[name] is not None:
            parts[name] = _ratio_parts(columns[pair[0]], columns[pair[1]], found[name])
    if found["gamma"] is not None:
        span, rebuilt = (columns[white] - columns[black] for white, black in (SPAN, SPAN_REBUILT))
        parts["gamma"] = _ratio_parts(rebuilt, span, found["gamma"])
    if found["delta"] is not None:
        length = math.hypot(*found["delta"])
        parts["delta_norm"] = np.full(len(columns[DRIFTS[0]]), length)
        if length:
            for name in DRIFTS:
                parts["delta_norm"] += mean[name] / length * (columns[name] - mean[name])
    return found, parts


def set_score(
    columns: Columns, weights: Mapping[str, float], *, marker: bool
) -> tuple[dict[str, Any], dict[str, Floats]]:
    """Return the quantities of a set with J, and what each image contributes to each of them.

    Args:
        columns: as for :func:`set_quantities`, all over the same images; what is missing makes J None.
        weights: λ by term.
        marker: whether J has the marker's terms.

    Returns:
        As :func:`set_quantities`, with ``J`` and ``J_terms``.
    """
    facts, parts = set_quantities(columns)
    mean = {name: float(values.mean()) for name, values in columns.items() if len(values)}
    found = {**facts, "J_terms": quantities(mean, marker=marker)["J_terms"]}
    terms = found["J_terms"]
    if terms is None:
        return {**found, "J": None}, parts
    total = float(weigh(terms, weights))
    changes = {
        "lpips": columns["lpips"] - mean["lpips"],
        "gradient": np.sign(found["rho_G"] - 1.0) * (parts["rho_G"] - found["rho_G"]),
        "color": np.sign(found["rho_C"] - 1.0) * (parts["rho_C"] - found["rho_C"]),
    }
    if marker:
        bias = columns["brightness_bias"] - mean["brightness_bias"]
        changes |= {
            "drift": parts["delta_norm"] - terms["drift"],
            "brightness": np.sign(mean["brightness_bias"]) * bias,
            "contrast": np.sign(found["gamma"] - 1.0) * (parts["gamma"] - found["gamma"]),
        }
    parts["J"] = total + np.asarray(weigh(changes, weights), np.float64)
    return {**found, "J": total}, parts


def _ratio_parts(above: Floats, below: Floats, ratio: float) -> Floats:
    """What each image contributes to a ratio of means; the mean of it is the ratio."""
    return np.asarray(ratio + (above - ratio * below) / below.mean())


def image_terms(columns: Columns, *, marker: bool) -> dict[str, Floats]:
    """Return the unweighted terms of each image's own score, ratio terms at most 1; NaN where a column has no value."""
    found = {
        "lpips": np.asarray(columns["lpips"], np.float64),
        "gradient": np.minimum(np.abs(1.0 - columns["gradient_ratio"]), 1.0),
        "color": np.minimum(np.abs(1.0 - columns["color_ratio"]), 1.0),
    }
    if marker:
        span, rebuilt = (columns[white] - columns[black] for white, black in (SPAN, SPAN_REBUILT))
        with np.errstate(invalid="ignore", divide="ignore"):
            gain = rebuilt / np.where(span == 0.0, np.nan, span)
        found |= {
            "drift": np.sqrt(sum(columns[name] ** 2 for name in DRIFTS)),
            "brightness": np.abs(columns["brightness_bias"]),
            "contrast": np.abs(gain - 1.0),
        }
    return found


def image_scores(columns: Columns, weights: Mapping[str, float], *, marker: bool) -> Floats:
    """Return J of each image, (n,) float64; NaN where one of its columns is missing or has no value."""
    wanted = {name for term in terms_of(marker=marker) for name in term.image_columns}
    if not wanted <= columns.keys():
        return np.full(len(next(iter(columns.values()), np.empty(0))), np.nan)
    return np.asarray(weigh(image_terms(columns, marker=marker), weights), np.float64)


def image_score(
    values: Mapping[str, float | int | None], weights: Mapping[str, float], *, marker: bool
) -> tuple[float | None, str]:
    """Return J of one image, None where it cannot be had, and what must be noted of it: the reason, or terms that were cut.

    Args:
        values: the image's own columns.
        weights: λ by term.
        marker: whether this image has a marker.
    """
    terms = terms_of(marker=marker)
    wanted = {name: values.get(name) for term in terms for name in term.image_columns}
    missing = [name for name, value in wanted.items() if value is None or not math.isfinite(value)]
    if missing:
        return None, f"score: needs {', '.join(missing)}"
    columns = {name: np.array([value], np.float64) for name, value in wanted.items()}
    cut = [term.name for term in terms if term.name in cut_terms(columns)]
    note = f"score: {' and '.join(cut)} counted as 100 % off, the most of one image" if cut else ""
    return float(image_scores(columns, weights, marker=marker)[0]), note


def cut_terms(columns: Columns) -> list[str]:
    """Name the terms that are cut at 1 on any of the images."""
    return [
        term.name
        for term in TERMS
        if term.most < math.inf and bool((np.abs(1.0 - columns[term.image_columns[0]]) > term.most).any())
    ]
