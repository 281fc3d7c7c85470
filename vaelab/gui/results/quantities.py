"""What the table of VAEs shows of each, and what the rows so far say while the engine's own summary is not there yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from vaelab import score
from vaelab.gui.results.rows_model import RowsModel
from vaelab.metrics.base import Column
from vaelab.report.table import PUBLISHED, Quantity, of_metric

Entry = Mapping[str, Any]
"""What a summary says of one VAE."""

DEFAULT_QUANTITIES = tuple(item.column.name for item in PUBLISHED)
"""Columns that show until the user chooses others."""
_HIDDEN = ("marker_x", "marker_y", "marker_size")


def quantities(columns: Sequence[Column]) -> tuple[Quantity, ...]:
    """Return the columns of the summary: the published ones first, then the mean of every other metric."""
    covered = {"score", *(item.metric for item in PUBLISHED)}
    return PUBLISHED + tuple(
        of_metric(column, column.name)
        for column in columns
        if column.name not in covered and column.name not in _HIDDEN and not column.name.endswith("_original")
    )


def live_entry(model: RowsModel, label: str, *, marker: bool) -> dict[str, Any]:
    """Return what the rows so far say of one VAE, shaped like its entry in the engine's summary, without intervals.

    Excluded images are left out.
    """
    own = np.flatnonzero((model.vae_codes() == model.vaes().index(label)) & ~model.excluded())
    table = model.table()[own]
    known = ~np.isnan(table)
    counts = known.sum(axis=0)
    infinite = np.isinf(table).sum(axis=0)
    with np.errstate(invalid="ignore"):
        sums = np.where(known, table, 0.0).sum(axis=0)
    metrics: dict[str, dict[str, Any]] = {}
    for place in np.flatnonzero(counts):
        mean_value = None if infinite[place] else float(sums[place] / counts[place])
        facts = {"mean": mean_value, "n": int(counts[place]), "n_infinite": int(infinite[place])}
        metrics[model.metrics[place].name] = facts
    mean = {name: facts["mean"] for name, facts in metrics.items() if facts["mean"] is not None}
    failed = int(model.failed()[own].sum())
    return {
        "images_ok": len(own) - failed,
        "images_failed": failed,
        "metrics": metrics,
        **score.quantities(mean, marker=marker),
    }
