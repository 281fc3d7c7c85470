"""The columns before the metrics, one row each: number, image, VAE, state; what they say and by what they sort."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from vaelab.arrays import Integers
from vaelab.errors import one_line
from vaelab.gui.i18n.noop import QT_TRANSLATE_NOOP
from vaelab.gui.models.rows_base import RowsBase

FAILED, EXCLUDED, FLAGGED, NOTE, OK = range(5)
"""States of a row, the one to look at first first."""

_ICONS = {FAILED: ("warning",), EXCLUDED: ("excluded",), FLAGGED: ("flag",), NOTE: ("info",), OK: ()}


def state_of(model: RowsBase, where: int) -> int:
    """The state that a row's cell names: the first that holds."""
    row = model.rows()[where]
    if row.status == "failed":
        return FAILED
    if model.marks.excluded and row.image in model.marks.excluded:
        return EXCLUDED
    if model.marks.flagged and row.image in model.marks.flagged:
        return FLAGGED
    return NOTE if row.note else OK


def _state_text(model: RowsBase, where: int) -> str:
    state = state_of(model, where)
    if state == FAILED:
        return QCoreApplication.translate("RowsModel", "failed")
    if state == EXCLUDED:
        return QCoreApplication.translate("RowsModel", "excluded")
    if state == FLAGGED:
        return QCoreApplication.translate("RowsModel", "flagged")
    if state == NOTE:
        return QCoreApplication.translate("RowsModel", "note")
    return QCoreApplication.translate("RowsModel", "ok")


def state_icons(model: RowsBase, where: int) -> tuple[str, ...]:
    """Names of the icons before a row's state: drawn, since a font may lack the signs. A flag is seen on an excluded row too."""
    state = state_of(model, where)
    flagged = state == EXCLUDED and model.rows()[where].image in model.marks.flagged
    return (*(("flag",) if flagged else ()), *_ICONS[state])


def _state_keys(model: RowsBase) -> Integers:
    noted = ~model.rows().among("note", ("",))
    return np.select(
        [model.failed(), model.excluded(), model.flagged(), noted], [FAILED, EXCLUDED, FLAGGED, NOTE], OK
    ).astype(np.int64)


def _ranks(names: Sequence[str]) -> Integers:
    ranks = np.empty(len(names), dtype=np.int64)
    ranks[sorted(range(len(names)), key=lambda code: names[code].casefold())] = np.arange(len(names))
    return ranks


@dataclass(frozen=True, slots=True)
class LeadingColumn:
    """One column before the metrics.

    Attributes:
        name: by which views remember it.
        title: its header, to be translated.
        width: characters that it has room for.
        text: what the cell of a row says, by the row's place among all.
        keys: what all rows sort by: words by the alphabet, states by :data:`FAILED` and so on.
        word: whether filters compare the row's own value of that name with words.
        right: whether its words stand on the right.
    """

    name: str
    title: str
    width: int
    text: Callable[[RowsBase, int], str]
    keys: Callable[[RowsBase], Integers]
    word: bool = True
    right: bool = False


# fmt: off
LEADING_COLUMNS = (
    LeadingColumn("number", "#", 4,
                  lambda model, where: str(where + 1),
                  lambda model: np.arange(len(model.rows()), dtype=np.int64), word=False, right=True),
    LeadingColumn("image", QT_TRANSLATE_NOOP("RowsModel", "Image"), 18,
                  lambda model, where: one_line(model.rows()[where].image),
                  lambda model: _ranks(model.images())[model.image_codes()]),
    LeadingColumn("vae", "VAE", 12,
                  lambda model, where: one_line(model.rows()[where].vae),
                  lambda model: _ranks(model.vaes())[model.vae_codes()]),
    LeadingColumn("status", QT_TRANSLATE_NOOP("RowsModel", "State"), 13, _state_text, _state_keys),
)
# fmt: on

LEADING = tuple(column.name for column in LEADING_COLUMNS)
"""Names of the columns, in order."""
IMAGE = LEADING.index("image")
