"""Ranges and words that all plots share."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from vaelab.gui.models import column_format as shown
from vaelab.gui.plots.data import PlotData
from vaelab.metrics.base import Column


def padded(low: float, high: float, share: float = 0.04) -> tuple[float, float]:
    """Return a range a little wider than the data, and never empty."""
    if low == high:
        half = abs(low) * 0.05 or 0.5
        return low - half, high + half
    room = (high - low) * share
    return low - room, high + room


def with_ideal(low: float, high: float, ideal: float | None) -> tuple[float, float]:
    """Take the ideal into a range where that does not press the data together."""
    if ideal is None or not math.isfinite(ideal):
        return low, high
    wide = min(low, ideal), max(high, ideal)
    span = high - low
    return wide if wide[1] - wide[0] <= 2.2 * span or span == 0 else (low, high)


def axis_label(column: Column) -> str:
    """Return the name of an axis: label and unit."""
    return f"{shown.title(column)} ({column.unit})" if column.unit else shown.title(column)


def sentence(parts: Sequence[str]) -> str:
    """Join parts of a caption."""
    text = "; ".join(part for part in parts if part)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def left_out(data: PlotData) -> str:
    """Return how many images the user has excluded; empty for none."""
    if not data.excluded:
        return ""
    return QCoreApplication.translate("plots", "excluded images, left out: {0}").format(data.excluded)


def why_empty(data: PlotData) -> str:
    """Return why no plot can be drawn of these rows; empty if one can."""
    if not data.count:
        return QCoreApplication.translate("plots", "Plots appear with the first row.")
    if data.counted:
        return ""
    if data.excluded and not data.rows_model.failed().all():
        return QCoreApplication.translate(
            "plots", "Every image is excluded: there is nothing to plot. Press C on one to take it in again."
        )
    return QCoreApplication.translate(
        "plots", "No row has a result: all have failed. The State column of Images says why."
    )
