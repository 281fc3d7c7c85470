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
from vaelab.results.term_shapes import SHAPES, Columns, Means
from vaelab.score_terms import TERMS, Term

GROUPS = (
    *(term.columns for term in TERMS if not term.marker),
    tuple(name for term in TERMS if term.marker for name in term.columns),
)
"""The columns of the quantities; those of one group are over the same images."""


def terms_of(*, marker: bool) -> tuple[Term, ...]:
    """Return all terms, or those that need no marker."""
    return tuple(term for term in TERMS if marker or not term.marker)


def needed_columns(*, marker: bool) -> tuple[str, ...]:
    """Return the columns that J over a set needs."""
    return tuple(name for term in terms_of(marker=marker) for name in term.columns)


def quantities(means: Means, *, marker: bool) -> dict[str, Any]:
    """Return the quantities of the formula from the means over a set, by their names, and ``J_terms``, the terms of J.

    Args:
        means: column to its mean; what is missing makes None of what needs it.
        marker: whether J has the marker's terms.
    """
    found = {term.quantity: SHAPES[term.shape].quantity(term, means) for term in TERMS}
    terms = terms_of(marker=marker)
    if any(found[term.quantity] is None for term in terms):
        return {**found, "J_terms": None}
    distances = {term.name: SHAPES[term.shape].distance(found[term.quantity]) for term in terms}
    return {**found, "J_terms": distances}


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
    found = quantities(_means(columns), marker=True)
    del found["J_terms"]
    parts = {
        term.part or term.quantity: SHAPES[term.shape].parts(term, columns, found[term.quantity])
        for term in TERMS
        if SHAPES[term.shape].has_parts and found[term.quantity] is not None
    }
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
    found = {**facts, "J_terms": quantities(_means(columns), marker=marker)["J_terms"]}
    if found["J_terms"] is None:
        return {**found, "J": None}, parts
    total = float(weigh(found["J_terms"], weights))
    changes = {}
    for term in terms_of(marker=marker):
        shape, quantity = SHAPES[term.shape], found[term.quantity]
        own = parts.get(term.part or term.quantity)
        changes[term.name] = shape.changes(
            quantity, shape.parts(term, columns, quantity) if own is None else own
        )
    parts["J"] = total + np.asarray(weigh(changes, weights), np.float64)
    return {**found, "J": total}, parts


def _means(columns: Columns) -> dict[str, float]:
    return {name: float(values.mean()) for name, values in columns.items() if len(values)}


def image_terms(columns: Columns, *, marker: bool) -> dict[str, Floats]:
    """Return the unweighted terms of each image's own score, ratio terms at most 1; NaN where a column has no value."""
    return {term.name: SHAPES[term.shape].of_images(term, columns) for term in terms_of(marker=marker)}


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
