"""Ready-made filters: the worst rows, the failed, the flagged, the excluded, and the images on which the VAEs' order is another."""

from __future__ import annotations

import enum

import numpy as np

from vaelab.arrays import Mask, Places
from vaelab.gui.models.rows_model import RowsModel

WORST = 10


class Chip(enum.Enum):
    """A ready-made filter."""

    WORST = "worst"
    FAILED = "failed"
    FLAGGED = "flagged"
    EXCLUDED = "excluded"
    DISAGREE = "disagree"


def mask(chip: Chip, model: RowsModel, metric: str) -> Mask:
    """Return the rows that a chip keeps.

    Args:
        chip: which.
        model: all rows.
        metric: by which rows are bad.
    """
    if chip is Chip.FAILED:
        return model.failed()
    if chip is Chip.FLAGGED:
        return model.flagged()
    if chip is Chip.EXCLUDED:
        return model.excluded()
    if chip is Chip.WORST:
        found = np.zeros(len(model.rows()), dtype=bool)
        found[worst_order(model, metric)[:WORST]] = True
        return found
    return _disagreeing(model, metric)


def worst_order(model: RowsModel, metric: str) -> Places:
    """Return places in ``model.rows()``, worst first; excluded rows and those without a value are left out."""
    column = next(column for column in model.metrics if column.name == metric)
    bad = np.where(model.excluded(), np.nan, column.distance(model.values(metric)))
    order = np.argsort(-bad, kind="stable")
    return order[~np.isnan(bad[order])]


def _disagreeing(model: RowsModel, metric: str) -> Mask:
    """Rows of the images that put the VAEs into another order than the means over all images do."""
    column = next(column for column in model.metrics if column.name == metric)
    bad = np.where(model.excluded(), np.nan, column.distance(model.values(metric)))
    image = model.image_codes()
    table = np.full((len(model.images()), len(model.vaes())), np.nan)
    table[image, model.vae_codes()] = bad
    complete = ~np.isnan(table).any(axis=1)
    if table.shape[1] < 2 or not complete.any():
        return np.zeros(len(model.rows()), dtype=bool)
    with np.errstate(invalid="ignore"):
        means = np.where(np.isfinite(table), table, np.nan)[complete]
    usual = (
        np.argsort(np.nanmean(means, axis=0), kind="stable") if np.isfinite(means).any(axis=0).all() else None
    )
    if usual is None:
        return np.zeros(len(model.rows()), dtype=bool)
    ordered = table[:, usual]
    in_order = (ordered[:, 1:] >= ordered[:, :-1]).all(axis=1)
    disagrees: Mask = complete & ~in_order
    return disagrees[image]
