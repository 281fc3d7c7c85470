"""What a cell of the table of images says: to the eye, in its tooltip, to a screen reader; and by what it sorts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication

from vaelab.gui.models import column_format as shown
from vaelab.gui.models.row_columns import EXCLUDED, FAILED, FLAGGED, LEADING, NOTE, OK
from vaelab.gui.models.rows_base import RowsBase
from vaelab.metrics.base import distance


def leading(model: RowsBase, where: int, column: int) -> str:
    """Number, image, VAE or state of a row.

    Args:
        model: the table.
        where: place of the row among all.
        column: number of the column.
    """
    row = model.rows()[where]
    if column < 3:
        return (str(where + 1), row.image, row.vae)[column]
    state = state_of(model, where)
    if state == FAILED:
        return QCoreApplication.translate("RowsModel", "⚠ failed")
    flag = "⚑ " if row.image in model.marks.flagged else ""
    if state == EXCLUDED:
        return flag + QCoreApplication.translate("RowsModel", "⊘ excluded")
    if state == FLAGGED:
        return QCoreApplication.translate("RowsModel", "⚑ flagged")
    if state == NOTE:
        return QCoreApplication.translate("RowsModel", "ⓘ note")
    return QCoreApplication.translate("RowsModel", "ok")


def tooltip(model: RowsBase, line: int, column: int) -> str:
    """The full value, or why there is none; empty where there is nothing to add."""
    row = model.row_at(line)
    if column < len(LEADING):
        return row.image if column == 1 else "\n".join(_state_words(model, line))
    metric = model.metrics[column - len(LEADING)]
    value = row.values.get(metric.name)
    if value is None:
        reason = next((part for part in row.note.split("; ") if metric.name in part), row.note)
        return reason or QCoreApplication.translate("RowsModel", "not available")
    return "\n".join([f"{metric.name} = {value!r} {metric.unit}".strip(), *_place_words(model, line, column)])


def _state_words(model: RowsBase, line: int) -> list[str]:
    row = model.row_at(line)
    words = [row.note] if row.note else []
    if row.image in model.marks.flagged:
        words.append(QCoreApplication.translate("RowsModel", "Flagged (X)"))
    if row.image in model.marks.excluded:
        words.append(QCoreApplication.translate("RowsModel", "Excluded from all means (C)"))
    return words


def accessible(model: RowsBase, line: int, column: int) -> str:
    """Name, value, direction and place: "LPIPS 0.041, lower is better, best of 3"."""
    if column < len(LEADING):
        text = leading(model, model.where(line), column)
        if column == 1 and model.is_excluded(line):
            return QCoreApplication.translate("RowsModel", "{0}, excluded from means").format(text)
        return text
    metric = model.metrics[column - len(LEADING)]
    value = model.row_at(line).values.get(metric.name)
    text = (
        QCoreApplication.translate("RowsModel", "not available")
        if value is None
        else shown.shown(metric, value)
    )
    parts = [f"{metric.label} {text}", shown.direction_words(metric), *_place_words(model, line, column)]
    return ", ".join(parts)


def _place_words(model: RowsBase, line: int, column: int) -> list[str]:
    """Which place a value takes among the VAEs' on the same image; nothing where there is no better or worse."""
    metric = model.metrics[column - len(LEADING)]
    if metric.better == "none":
        return []
    image = model.row_at(line).image
    own = model.number(line, column)
    siblings = [model.row_of((image, vae)) for vae in model.vaes()]
    values = [row.values.get(metric.name) for row in siblings if row is not None]
    known = distance(metric, np.array([value for value in values if value is not None], dtype=np.float64))
    if np.isnan(own) or known.size < 2:
        return []
    place = 1 + int((known < distance(metric, np.array([own]))[0]).sum())
    return [shown.place_words(place, known.size)]


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


def leading_keys(model: RowsBase, name: str) -> npt.NDArray[np.int64]:
    """What rows sort by in a leading column, over all rows: words by the alphabet, states by :data:`FAILED` and so on."""
    if name == "image":
        return _ranks(model.images())[model.image_codes()]
    if name == "vae":
        return _ranks(model.vaes())[model.vae_codes()]
    if name == "number":
        return np.arange(len(model.rows()), dtype=np.int64)
    noted = np.fromiter((bool(row.note) for row in model.rows()), dtype=bool, count=len(model.rows()))
    return np.select(
        [model.failed(), model.excluded(), model.flagged(), noted], [FAILED, EXCLUDED, FLAGGED, NOTE], OK
    ).astype(np.int64)


def _ranks(names: Sequence[str]) -> npt.NDArray[np.int64]:
    ranks = np.empty(len(names), dtype=np.int64)
    ranks[sorted(range(len(names)), key=lambda code: names[code].casefold())] = np.arange(len(names))
    return ranks
