"""Which way each column is better, as the registry's table says it, and how far values are from what is wanted."""

from __future__ import annotations

from functools import cache

import numpy as np

from vaelab.arrays import Floats
from vaelab.metrics.base import Column
from vaelab.metrics.registry import all_columns

DERIVED = ("drift_norm", "total_ms")
"""Columns that stand in no file: the length of an image's drift, and its time; of both, low is better."""


@cache
def _columns() -> dict[str, Column]:
    return {column.name: column for column in all_columns()}


def summary_columns() -> tuple[str, ...]:
    """Return every column that a summary has statistics of, but ``score``, which belongs to J."""
    return (*(name for name in _columns() if name != "score"), *DERIVED)


def compared_columns() -> tuple[str, ...]:
    """Return those in which two VAEs are compared: not where the marker lies, nor what is of the original alone."""
    return tuple(
        name
        for name in summary_columns()
        if name in DERIVED or (_columns()[name].averaged and not name.endswith("_original"))
    )


def better(name: str) -> str:
    """Return ``low``, ``high``, ``ideal`` or ``none``."""
    return "low" if name in DERIVED else _columns()[name].better


def distances(name: str, values: Floats) -> Floats:
    """Return how far values are from what is wanted, the larger the worse; the values themselves where nothing is wanted."""
    direction = better(name)
    if direction == "high":
        return -values
    if direction == "ideal":
        return np.asarray(np.abs(values - (_columns()[name].ideal or 0.0)))
    return values
