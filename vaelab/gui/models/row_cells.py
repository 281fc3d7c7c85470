"""What a cell of the table of images says: to the eye, in its tooltip, to a screen reader."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from vaelab.errors import one_line
from vaelab.gui.models import column_format as shown
from vaelab.gui.models.row_columns import IMAGE, LEADING, LEADING_COLUMNS
from vaelab.gui.models.rows_base import RowsBase


def tooltip(model: RowsBase, line: int, column: int) -> str:
    """The full value, or why there is none; empty where there is nothing to add."""
    row = model.row_at(line)
    if column < len(LEADING):
        return one_line(row.image) if column == IMAGE else "\n".join(_state_words(model, line))
    metric = model.metrics[column - len(LEADING)]
    value = row.values.get(metric.name)
    if value is None:
        reason = next((part for part in row.note.split("; ") if metric.name in part), row.note)
        return one_line(reason) or QCoreApplication.translate("RowsModel", "not available")
    return "\n".join([f"{metric.name} = {value!r} {metric.unit}".strip(), *_place_words(model, line, column)])


def _state_words(model: RowsBase, line: int) -> list[str]:
    row = model.row_at(line)
    words = [one_line(row.note)] if row.note else []
    if row.image in model.marks.flagged:
        words.append(QCoreApplication.translate("RowsModel", "Flagged (X)"))
    if row.image in model.marks.excluded:
        words.append(QCoreApplication.translate("RowsModel", "Excluded from all means (C)"))
    return words


def accessible(model: RowsBase, line: int, column: int) -> str:
    """Name, value, direction and place: "LPIPS 0.041, lower is better, best of 3"."""
    if column < len(LEADING):
        text = LEADING_COLUMNS[column].text(model, model.where(line))
        if column == IMAGE and model.is_excluded(line):
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
    own = float(model.values(metric.name)[model.where(line)])
    siblings = [model.row_of((image, vae)) for vae in model.vaes()]
    values = [row.values.get(metric.name) for row in siblings if row is not None]
    known = metric.distance(np.array([value for value in values if value is not None], dtype=np.float64))
    if np.isnan(own) or known.size < 2:
        return []
    place = 1 + int((known < metric.distance(np.array([own]))[0]).sum())
    return [shown.place_words(place, known.size)]
