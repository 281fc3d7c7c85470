"""What the table of VAEs shows of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from vaelab.metrics.base import Column
from vaelab.report.quantities import PUBLISHED, Quantity, of_metric

Entry = Mapping[str, Any]
"""What a summary says of one VAE."""

DEFAULT_QUANTITIES = tuple(item.column.name for item in PUBLISHED)
"""Columns that show until the user chooses others."""


def quantities(columns: Sequence[Column]) -> tuple[Quantity, ...]:
    """Return the columns of the summary: the published ones first, then the mean of every other metric."""
    covered = {"score", *(item.metric for item in PUBLISHED)}
    return PUBLISHED + tuple(
        of_metric(column, column.name) for column in columns if column.compared and column.name not in covered
    )
