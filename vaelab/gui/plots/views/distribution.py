"""Every image's value, a lane per VAE, with the box of the middle half and the mean with its interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vaelab.arrays import Floats, Places
from vaelab.gui.core.engine_text import counted
from vaelab.gui.models import column_format as shown
from vaelab.gui.plots.captions import axis_label, left_out, padded, sentence, with_ideal
from vaelab.gui.plots.data import Mean, PlotData, thinned
from vaelab.gui.plots.plot_request import PlotRequest, Points
from vaelab.gui.plots.plot_style import line, no_pen
from vaelab.gui.plots.views.axes import Lane, LaneAxis
from vaelab.gui.plots.views.base import PlotView
from vaelab.gui.plots.views.heading import LegendEntry
from vaelab.gui.style.vae_marks import symbol
from vaelab.metrics.base import Column
from vaelab.text import images

MOST, MOST_LIVE = 6_000, 1_500
"""Dots at most, in all lanes together, when all rows are there and while they arrive."""
_DOTS_AT, _DOTS_HALF, _BOX_AT, _BOX_HALF = 0.13, 0.27, -0.29, 0.07
_GOLDEN = 0.6180339887498949


@dataclass(frozen=True)
class _Items:
    dots: pg.ScatterPlotItem
    box: pg.PlotCurveItem
    interval: pg.PlotCurveItem
    mean: pg.ScatterPlotItem


class Distribution(PlotView):
    """Strip, box and mean of one metric."""

    def __init__(self, data: PlotData, parent: QWidget | None = None) -> None:
        super().__init__(data, parent)
        self._lanes = LaneAxis()
        self.plot = self.add_plot(left=self._lanes)
        self.plot.showGrid(x=True, y=False, alpha=0.4)
        self.plot.setMouseEnabled(x=True, y=False)
        self._ideal = pg.InfiniteLine(angle=90)
        self._ideal.setZValue(-10)
        self.plot.addItem(self._ideal, ignoreBounds=True)
        self.items_: dict[str, _Items] = {}

    def dress(self) -> None:
        """Colours of all lanes."""
        self._ideal.setPen(self.look.muted(1.2, Qt.PenStyle.DashLine))
        for label, items in self.items_.items():
            series = self.data.series(label)
            items.dots.setSymbol(symbol(series))
            items.dots.setBrush(self.look.color(series, 150))
            items.box.setPen(self.look.pen(series, 1.4))
            items.interval.setPen(self.look.pen(series, 4.0))
            items.mean.setSymbol(symbol(series))
            items.mean.setBrush(self.look.color(series))
            items.mean.setPen(line(self.look.surface(), 1.5))

    def _items_of(self, label: str) -> _Items:
        found = self.items_.get(label)
        if found is None:
            found = _Items(
                pg.ScatterPlotItem(size=6, pen=no_pen()),
                pg.PlotCurveItem(connect="pairs", antialias=True),
                pg.PlotCurveItem(),
                pg.ScatterPlotItem(size=13),
            )
            for item in (found.dots, found.box, found.interval, found.mean):
                self.plot.addItem(item, ignoreBounds=True)
            self.items_[label] = found
        return found

    def draw(self, choice: PlotRequest) -> str:
        """Draw all lanes."""
        column, labels = choice.metric, self.data.vaes()
        for label in [label for label in self.items_ if label not in labels]:
            gone = self.items_.pop(label)
            for item in (gone.dots, gone.box, gone.interval, gone.mean):
                self.plot.removeItem(item)
        known = {label: self.data.of(label, column.name) for label in labels}
        total = sum(values.size for _, values, _ in known.values())
        if not total:
            return self._nothing(column, known)
        fresh = any(label not in self.items_ for label in labels)
        lanes, parts, drawn, final = [], [], 0, True
        most = MOST_LIVE if choice.live else MOST
        for number, label in enumerate(labels):
            places, values, infinite = known[label]
            mean = self.data.mean(label, column.name, values)
            final = final and (mean is None or mean.final)
            keep = (
                thinned(places, max(100, most * values.size // total))
                if total > most
                else np.ones(values.size, dtype=bool)
            )
            keep |= _outer(values, 10)
            parts.append(self._lane(label, -float(number), places, values, keep, mean))
            drawn += int(keep.sum())
            lanes.append(
                Lane(-float(number), self.data.series(label), label, self._under(column, mean, infinite))
            )
        if fresh:
            self.dress()
        finite = np.concatenate([values for _, values, _ in known.values()])
        self._frame(column, float(finite.min()), float(finite.max()), lanes)
        self.offer(Points.joined(parts), lambda place: self.describe(place, column))
        self._say(choice, total, drawn, final=final)
        return ""

    def _lane(
        self, label: str, y: float, places: Places, values: Floats, keep: np.ndarray, mean: Mean | None
    ) -> tuple[Floats, Floats, Places]:
        items = self._items_of(label)
        x = values[keep]
        dots = y + _DOTS_AT + _DOTS_HALF * swarm(x, places[keep])
        items.dots.setData(x, dots)
        if mean is None:
            for item in (items.box, items.interval, items.mean):
                item.setData([], [])
            return x, dots, places[keep]
        p05, q1, median, q3, p95 = np.percentile(values, (5, 25, 50, 75, 95))
        at, low, high = y + _BOX_AT, y + _BOX_AT - _BOX_HALF, y + _BOX_AT + _BOX_HALF
        ends = [(p05, at, q1, at), (q3, at, p95, at), (q1, low, q3, low), (q1, high, q3, high)]
        ends += [(q1, low, q1, high), (q3, low, q3, high), (median, low, median, high)]
        pairs = np.array(ends).reshape(-1, 2)
        items.box.setData(pairs[:, 0], pairs[:, 1])
        bounds = mean.bounds or ()
        items.interval.setData(list(bounds), [at] * len(bounds))
        items.mean.setData([mean.mean], [at])
        return x, dots, places[keep]

    def _frame(self, column: Column, low: float, high: float, lanes: Sequence[Lane]) -> None:
        self._ideal.setVisible(column.ideal is not None)
        if column.ideal is not None:
            self._ideal.setValue(column.ideal)
        self._lanes.dress(self.look, lanes, max(90.0, 0.34 * self.width()))
        self.plot.getAxis("bottom").dress(self.look, axis_label(column))
        # A single lane as tall as the window would scatter its dots without need.
        spare = max(0.0, (3 - len(lanes)) / 2)
        self.frame(padded(*with_ideal(low, high, column.ideal)), (-len(lanes) + 0.5 - spare, 0.5 + spare))

    def _under(self, column: Column, mean: Mean | None, infinite: int) -> str:
        if mean is None:
            return self.tr("∞ on all {0}").format(infinite) if infinite else self.tr("no value")
        text = shown.compact(mean.mean)
        if mean.bounds is not None and mean.bounds[0] < mean.bounds[1]:
            text += f" [{shown.compact(mean.bounds[0])}, {shown.compact(mean.bounds[1])}]"
        return self.tr("{0}, ∞ on {1}").format(text, infinite) if infinite else text

    def _say(self, choice: PlotRequest, total: int, drawn: int, *, final: bool) -> None:
        column = choice.metric
        parts = [
            shown.direction_words(column),
            self.tr(
                "a sign is one image, the box the middle half, the thin line the 5th to the 95th percentile"
            ),
        ]
        parts.append(
            self.tr("the large sign is the mean, the thick line its 95 % interval")
            if final
            else self.tr(
                "the large sign is the mean, the thick line its 95 % interval so far, by Student's t"
            )
        )
        parts.append(left_out(self.data))
        if drawn < total:
            parts.append(self.tr("{0} of {1} values are drawn").format(f"{drawn:,}", f"{total:,}"))
        entries = (
            [LegendEntry(None, self.tr("ideal {0}").format(f"{column.ideal:g}"), dashed=True)]
            if column.ideal is not None
            else []
        )
        title = self.tr("{0} by VAE, {1}").format(axis_label(column), counted(images(self.data.images)))
        self.words(title, sentence(parts), entries)

    def _nothing(self, column: Column, known: dict[str, tuple[Places, Floats, int]]) -> str:
        if any(infinite for _, _, infinite in known.values()):
            return self.tr("{0} is infinite on every image: nothing can be drawn.").format(column.label)
        return self.tr("No image has a value of {0} in this run.").format(column.label)


def swarm(values: Floats, places: Places) -> Floats:
    """Return heights in [-1, 1] that spread equal values apart, wider where they are dense.

    A row's height depends on its number through the golden ratio's multiples, which fill an interval evenly.
    """
    if values.size < 2 or values.min() == values.max():
        width = np.ones(values.size)
    else:
        counts, edges = np.histogram(values, bins=int(np.clip(values.size**0.5 * 2, 8, 60)))
        smooth = np.convolve(counts, [0.25, 0.5, 0.25], mode="same")
        middles = (edges[:-1] + edges[1:]) / 2
        width = np.interp(values, middles, smooth / smooth.max())
    return np.asarray((2 * ((places * _GOLDEN) % 1.0) - 1) * np.clip(width, 0.12, 1.0))


def _outer(values: Floats, each: int) -> np.ndarray:
    found = np.zeros(values.size, dtype=bool)
    if values.size > 2 * each:
        order = np.argpartition(values, (each, values.size - each))
        found[order[:each]] = found[order[-each:]] = True
    return found
