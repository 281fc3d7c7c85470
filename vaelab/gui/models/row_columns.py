"""The columns before the metrics: number, image, VAE, state; and by what they sort. NumPy alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from vaelab.gui.models.rows_model import RowsModel

LEADING = ("number", "image", "vae", "status")
"""Names of the columns, in order."""

FAILED, EXCLUDED, FLAGGED, NOTE, OK = range(5)
"""States of a row, the one to look at first first."""


def state_of(model: RowsModel, where: int) -> int:
    """The state that a row's cell names: the first that holds."""
    row = model.rows()[where]
    if row.status == "failed":
        return FAILED
    if model.marks.excluded and row.image in model.marks.excluded:
        return EXCLUDED
    if model.marks.flagged and row.image in model.marks.flagged:
        return FLAGGED
    return NOTE if row.note else OK


def leading_keys(model: RowsModel, name: str) -> npt.NDArray[np.int64]:
    """What rows sort by in a leading column, over all rows: words by the alphabet, states by :data:`FAILED` and so on."""
    if name == "image":
        return _ranks(model.images())[model.image_codes()]
    if name == "vae":
        return _ranks(model.vaes())[model.vae_codes()]
    if name == "number":
        return np.arange(len(model.rows()), dtype=np.int64)
    noted = ~model.rows().among("note", ("",))
    return np.select(
        [model.failed(), model.excluded(), model.flagged(), noted], [FAILED, EXCLUDED, FLAGGED, NOTE], OK
    ).astype(np.int64)


def _ranks(names: Sequence[str]) -> npt.NDArray[np.int64]:
    ranks = np.empty(len(names), dtype=np.int64)
    ranks[sorted(range(len(names)), key=lambda code: names[code].casefold())] = np.arange(len(names))
    return ranks
