"""How a term of J follows from its columns: one row a shape. A term names its shape; a new term of a known shape is a row."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from vaelab.arrays import Floats
from vaelab.score_terms import Term

Columns = Mapping[str, Floats]
"""Column name to (n,) float64 over images."""
Means = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class TermShape:
    """What is computed of a term.

    Attributes:
        quantity: what the summary says of it, from the means of its columns; None where one is missing.
        distance: that of a quantity from its ideal, which J weighs.
        parts: what each image contributes to the quantity, (n,) float64: the linear expansion about the means.
        changes: the same of the distance, less the distance itself.
        of_images: each image's own distance, (n,) float64; NaN where a column has no value.
        has_parts: whether the quantity is of the set, and so is given its parts for an interval of its own.
    """

    quantity: Callable[[Term, Means], Any]
    distance: Callable[[Any], float]
    parts: Callable[[Term, Columns, Any], Floats]
    changes: Callable[[Any, Floats], Floats]
    of_images: Callable[[Term, Columns], Floats]
    has_parts: bool = True


def _mean(term: Term, means: Means) -> float | None:
    return means.get(term.columns[0])


def _column(term: Term, columns: Columns, quantity: Any = None) -> Floats:
    return np.asarray(columns[term.columns[0]], np.float64)


def _ratio(term: Term, means: Means) -> float | None:
    above, below = (means.get(name) for name in term.columns)
    return None if above is None or not below else above / below


def _ratio_parts(above: Floats, below: Floats, ratio: float) -> Floats:
    """What each image contributes to a ratio of means; the mean of it is the ratio."""
    return np.asarray(ratio + (above - ratio * below) / below.mean())


def _parts_of_ratio(term: Term, columns: Columns, ratio: float) -> Floats:
    above, below = term.columns
    return _ratio_parts(columns[above], columns[below], ratio)


def _gain(term: Term, means: Means) -> float | None:
    """The mean white-to-black distance in the reconstruction over that in the original; None without a marker."""
    if any(name not in means for name in term.columns):
        return None
    white, black, white_rebuilt, black_rebuilt = (means[name] for name in term.columns)
    span = white - black
    return (white_rebuilt - black_rebuilt) / span if span else None


def _spans(term: Term, columns: Columns) -> tuple[Floats, Floats]:
    white, black, white_rebuilt, black_rebuilt = (columns[name] for name in term.columns)
    return white_rebuilt - black_rebuilt, white - black


def _gain_of_images(term: Term, columns: Columns) -> Floats:
    rebuilt, span = _spans(term, columns)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.abs(rebuilt / np.where(span == 0.0, np.nan, span) - 1.0)


def _vector(term: Term, means: Means) -> list[float] | None:
    return [means[name] for name in term.columns] if all(name in means for name in term.columns) else None


def _length_parts(term: Term, columns: Columns, quantity: list[float]) -> Floats:
    length = math.hypot(*quantity)
    parts = np.full(len(columns[term.columns[0]]), length)
    if length:
        for name, mean in zip(term.columns, quantity, strict=True):
            parts += mean / length * (columns[name] - mean)
    return parts


def _length_of_images(term: Term, columns: Columns) -> Floats:
    return np.sqrt(sum(columns[name] ** 2 for name in term.columns))


def _off_one(quantity: float) -> float:
    return abs(1.0 - quantity)


def _off_one_changes(quantity: float, parts: Floats) -> Floats:
    return np.asarray(np.sign(quantity - 1.0) * (parts - quantity))


SHAPES: Mapping[str, TermShape] = {
    "mean": TermShape(_mean, float, _column, lambda mean, parts: parts - mean, _column, has_parts=False),
    "bias": TermShape(
        _mean,
        abs,
        _column,
        lambda mean, parts: np.sign(mean) * (parts - mean),
        lambda term, columns: np.abs(_column(term, columns)),
        has_parts=False,
    ),
    "ratio": TermShape(
        _ratio,
        _off_one,
        _parts_of_ratio,
        _off_one_changes,
        lambda term, columns: np.minimum(np.abs(1.0 - columns[term.image_columns[0]]), term.most),
    ),
    "gain": TermShape(
        _gain,
        _off_one,
        lambda term, columns, gain: _ratio_parts(*_spans(term, columns), gain),
        _off_one_changes,
        _gain_of_images,
    ),
    "length": TermShape(
        _vector,
        lambda vector: math.hypot(*vector),
        _length_parts,
        lambda vector, parts: parts - math.hypot(*vector),
        _length_of_images,
    ),
}
