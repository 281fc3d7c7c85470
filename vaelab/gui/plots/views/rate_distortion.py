"""What quality a VAE gives for how many bits a pixel: one sign a VAE, with the intervals of both means."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtWidgets import QWidget

from vaelab.gui.models import column_format as shown
from vaelab.gui.plots.captions import axis_label, left_out, padded, sentence
from vaelab.gui.plots.data import Mean, PlotData
from vaelab.gui.plots.plot_request import PlotRequest
from vaelab.gui.plots.plot_style import line
from vaelab.gui.plots.views.base import PlotView
from vaelab.gui.style.vae_marks import symbol
from vaelab.metrics.base import Column
from vaelab.metrics.registry import column as column_named

RATE = "bits_per_pixel"


class RateDistortion(PlotView):
    """A metric's mean over the mean rate."""

    def __init__(self, data: PlotData, parent: QWidget | None = None) -> None:
        super().__init__(data, parent)
        self.plot = self.add_plot()
        self.plot.showGrid(x=True, y=True, alpha=0.4)
        self.signs: dict[str, pg.ScatterPlotItem] = {}
        self.intervals: dict[str, pg.PlotCurveItem] = {}

    def dress(self) -> None:
        """Colours of all signs."""
        for label, sign in self.signs.items():
            series = self.data.series(label)
            sign.setSymbol(symbol(series))
            sign.setBrush(self.look.color(series))
            sign.setPen(line(self.look.surface(), 1.0))
            self.intervals[label].setPen(self.look.pen(series, 1.6))

    def draw(self, choice: PlotRequest) -> str:
        """Draw all VAEs that have a rate and a finite mean."""
        rate = column_named(RATE)
        found = {label: self._means(label, choice.metric) for label in self.data.vaes()}
        points = {label: (x, y) for label, (x, y) in found.items() if x is not None and y is not None}
        for label in [label for label in self.signs if label not in points]:
            self.plot.removeItem(self.signs.pop(label))
            self.plot.removeItem(self.intervals.pop(label))
        if not points:
            return self.tr(
                "No VAE has both a rate in bits per pixel and a finite mean of {0}: a rate is known of VAEs with a posterior or a codebook."
            ).format(shown.title(choice.metric))
        fresh = [label for label in points if label not in self.signs]
        for label in fresh:
            self.signs[label] = pg.ScatterPlotItem(size=13)
            self.signs[label].setZValue(10)
            self.intervals[label] = pg.PlotCurveItem(connect="pairs", antialias=True)
            for item in (self.signs[label], self.intervals[label]):
                self.plot.addItem(item, ignoreBounds=True)
        if fresh:
            self.dress()
        across: list[float] = []
        up: list[float] = []
        for label, (x, y) in points.items():
            self.signs[label].setData([x.mean], [y.mean])
            (left, right), (low, high) = (each.bounds or (each.mean, each.mean) for each in (x, y))
            self.intervals[label].setData([left, right, x.mean, x.mean], [y.mean, y.mean, low, high])
            across += [left, right]
            up += [low, high]
        self.plot.getAxis("bottom").dress(self.look, axis_label(rate))
        self.plot.getAxis("left").dress(self.look, axis_label(choice.metric))
        self.frame(padded(min(across), max(across), 0.08), padded(min(up), max(up), 0.08))
        self._say(choice.metric, rate, points, [label for label in found if label not in points])
        return ""

    def _means(self, label: str, metric: Column) -> tuple[Mean | None, Mean | None]:
        _, bits, _ = self.data.of(label, RATE)
        rate = self.data.mean(label, RATE, bits)
        if metric.name == "score":
            # The J of the tables is made of means; it is not the mean of the images' own.
            return rate, self.data.score_of_set(label)
        _, values, _ = self.data.of(label, metric.name)
        return rate, self.data.mean(label, metric.name, values)

    def _say(
        self, metric: Column, rate: Column, points: dict[str, tuple[Mean, Mean]], missing: list[str]
    ) -> None:
        parts = [
            shown.direction_words(metric),
            self.tr("lines: 95 % intervals of the means"),
            self.tr(
                "codes of a codebook are counted, the rate of a posterior is its KL divergence: two kinds that are not the same quantity"
            ),
        ]
        if missing:
            parts.append(self.tr("without a rate, or without a finite mean: {0}").format(", ".join(missing)))
        parts.append(left_out(self.data))
        title = self.tr("{0} over {1}, a sign a VAE").format(axis_label(metric), axis_label(rate))
        self.words(title, sentence(parts), [entry for entry in self.vae_entries() if entry.text in points])
