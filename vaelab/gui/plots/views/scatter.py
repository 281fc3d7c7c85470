"""One metric against another, a sign per row."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vaelab.arrays import Floats, Places
from vaelab.gui.core.engine_text import counted
from vaelab.gui.models import column_format as shown
from vaelab.gui.plots.captions import axis_label, left_out, padded, sentence, with_ideal
from vaelab.gui.plots.data import PlotData, thinned
from vaelab.gui.plots.plot_request import PlotRequest, Points
from vaelab.gui.plots.plot_style import no_pen
from vaelab.gui.plots.views.base import PlotView
from vaelab.gui.style.vae_marks import symbol
from vaelab.metrics.base import Column
from vaelab.text import rows

MOST, MOST_LIVE = 10_000, 2_000
"""Signs at most, when all rows are there and while they arrive; beyond it a sample is drawn, and the extremes."""


class Scatter(PlotView):
    """Two metrics."""

    def __init__(self, data: PlotData, parent: QWidget | None = None) -> None:
        super().__init__(data, parent)
        self.plot = self.add_plot()
        self.plot.showGrid(x=True, y=True, alpha=0.4)
        self._ideals = (pg.InfiniteLine(angle=90), pg.InfiniteLine(angle=0))
        for item in self._ideals:
            self.plot.addItem(item, ignoreBounds=True)
            item.setZValue(-10)
        self.signs: dict[str, pg.ScatterPlotItem] = {}

    def dress(self) -> None:
        """Colours of all signs."""
        for item in self._ideals:
            item.setPen(self.look.muted(1.2, Qt.PenStyle.DashLine))
        for label, signs in self.signs.items():
            series = self.data.series(label)
            signs.setSymbol(symbol(series))
            signs.setBrush(self.look.color(series, 170))

    def draw(self, choice: PlotRequest) -> str:
        """Draw ``choice.other`` over ``choice.metric``."""
        labels = self.data.vaes()
        for label in [label for label in self.signs if label not in labels]:
            self.plot.removeItem(self.signs.pop(label))
        x, y = self.data.values(choice.metric.name), self.data.values(choice.other.name)
        finite = np.isfinite(x) & np.isfinite(y)
        total = int(finite.sum())
        if not total:
            return self.tr("No row has finite values of both {0} and {1}.").format(
                choice.metric.label, choice.other.label
            )
        fresh = any(label not in self.signs for label in labels)
        keep = np.zeros(finite.shape, dtype=bool)
        places = np.flatnonzero(finite)
        most = MOST_LIVE if choice.live else MOST
        keep[places[thinned(places, most)]] = True
        if total > most:
            keep[_extremes(x, places)] = keep[_extremes(y, places)] = True
        parts = []
        for label in labels:
            own = self.data.places_of(label)
            own = own[keep[own]]
            signs = self.signs.get(label)
            if signs is None:
                signs = self.signs[label] = pg.ScatterPlotItem(size=8, pen=no_pen())
                self.plot.addItem(signs, ignoreBounds=True)
            signs.setData(x[own], y[own])
            parts.append((x[own], y[own], own))
        if fresh:
            self.dress()
        self._frame(choice, x[finite], y[finite])
        self.offer(Points.joined(parts), lambda place: self.describe(place, choice.metric, choice.other))
        self._say(choice, x[finite], y[finite], int(keep.sum()))
        return ""

    def _frame(self, choice: PlotRequest, x: Floats, y: Floats) -> None:
        ranges = []
        for column, values, item, side in zip(
            (choice.metric, choice.other), (x, y), self._ideals, ("bottom", "left"), strict=True
        ):
            item.setVisible(column.ideal is not None)
            if column.ideal is not None:
                item.setValue(column.ideal)
            self.plot.getAxis(side).dress(self.look, axis_label(column))
            ranges.append(padded(*with_ideal(float(values.min()), float(values.max()), column.ideal)))
        self.frame(ranges[0], ranges[1])

    def _say(self, choice: PlotRequest, x: Floats, y: Floats, drawn: int) -> None:
        total = x.size
        parts = (
            [self._direction(choice.metric), self._direction(choice.other)]
            if choice.metric is not choice.other
            else [self._direction(choice.metric)]
        )
        if total > 2 and x.std() > 0 and y.std() > 0:
            parts.append(self.tr("correlation {0}").format(shown.number(float(np.corrcoef(x, y)[0, 1]), 2)))
        if any(column.ideal is not None for column in (choice.metric, choice.other)):
            parts.append(self.tr("dashed: the ideal"))
        missing = self.data.counted - total
        if missing:
            parts.append(self.tr("left out, without finite values: {0}").format(counted(rows(missing))))
        parts.append(left_out(self.data))
        if drawn < total:
            parts.append(self.tr("a sample of {0} is drawn, and all extremes").format(f"{drawn:,}"))
        title = self.tr("{0} over {1}, {2}").format(
            axis_label(choice.other), axis_label(choice.metric), counted(rows(total))
        )
        self.words(title, sentence(parts), self.vae_entries())

    def _direction(self, column: Column) -> str:
        return self.tr("{0}: {1}").format(shown.title(column), shown.direction_words(column))


def _extremes(values: Floats, places: Places, each: int = 25) -> Places:
    order = np.argpartition(values[places], (each, places.size - each))
    extreme: Places = places[np.concatenate([order[:each], order[-each:]])]
    return extreme
