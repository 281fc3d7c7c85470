"""Rows for the plots, and where their points are on the screen."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget
from window.fakes import made_up_values

from vaelab.gui.plots.kinds import PlotKind
from vaelab.gui.plots.tab import PlotsTab
from vaelab.results.records import Row

LABELS = ("identity", "blur:2", "jpeg:75")


def rows(images: int = 20, labels: tuple[str, ...] = LABELS) -> list[Row]:
    """Rows with spread-out values; one failed, one without LPIPS, one infinite PSNR."""
    rng = np.random.default_rng(5)
    found = []
    for image in range(images):
        for place, label in enumerate(labels):
            values = made_up_values(image, place + 1)
            values = {
                name: value + 0.02 * rng.normal() for name, value in values.items() if value is not None
            }
            name = f"image-{image:03d}.png"
            if (image, place) == (3, 1):
                found.append(Row(name, label, None, None, "failed", "broken", values={"lpips": 99.0}))
                continue
            if (image, place) == (4, 1):
                del values["lpips"]
            if (image, place) == (5, 0):
                values["psnr"] = float("inf")
            found.append(Row(name, label, 64, 64, "ok", values=values))
    return found


def values_of(found: list[Row], label: str, metric: str) -> np.ndarray:
    """The finite values of one VAE, straight from the rows."""
    own = [row.values.get(metric) for row in found if row.vae == label and row.status == "ok"]
    return np.array([value for value in own if value is not None and np.isfinite(value)])


def show(plots: PlotsTab, kind: PlotKind, metric: str = "lpips") -> QWidget:
    metrics = plots.controls.metrics
    metrics.setCurrentIndex(metrics.findData(metric))
    plots.choose(kind)
    plots.redraw()
    view = plots.current()
    assert view is not None, plots.message.text()
    return view


def on_screen(view: QWidget, place: int) -> QPointF:
    """Where the point of a row is, in the view's viewport."""
    number = int(np.flatnonzero(view.points.places == place)[0])
    box = view.plots[0].getViewBox()
    at = box.mapViewToScene(QPointF(view.points.x[number], view.points.y[number]))
    return QPointF(view.mapFromScene(at))
