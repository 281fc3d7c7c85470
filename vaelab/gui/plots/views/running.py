"""How the means settle while rows arrive: one line per VAE."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vaelab.gui.models import column_format as shown
from vaelab.gui.plots.captions import axis_label, left_out, padded, sentence, with_ideal
from vaelab.gui.plots.data import PlotData, running_mean
from vaelab.gui.plots.plot_request import PlotRequest, Points
from vaelab.gui.plots.plot_style import line
from vaelab.gui.plots.views.base import PlotView
from vaelab.gui.style.vae_marks import symbol

_MOST = 600
"""Corners of a line at most."""


class RunningMean(PlotView):
    """The mean over the first 1, 2, … images."""

    def __init__(self, data: PlotData, parent: QWidget | None = None) -> None:
        super().__init__(data, parent)
        self.plot = self.add_plot()
        self.plot.showGrid(x=True, y=True, alpha=0.4)
        self._ideal = pg.InfiniteLine(angle=0)
        self._ideal.setZValue(-10)
        self.plot.addItem(self._ideal, ignoreBounds=True)
        self.lines: dict[str, pg.PlotCurveItem] = {}
        self.ends: dict[str, pg.ScatterPlotItem] = {}

    def dress(self) -> None:
        """Colours of all lines."""
        self._ideal.setPen(self.look.muted(1.2, Qt.PenStyle.DashLine))
        for label, curve in self.lines.items():
            series = self.data.series(label)
            curve.setPen(self.look.pen(series, 1.6))
            self.ends[label].setSymbol(symbol(series))
            self.ends[label].setBrush(self.look.color(series))
            self.ends[label].setPen(line(self.look.surface(), 1.0))

    def draw(self, choice: PlotRequest) -> str:
        """Draw all lines."""
        column, labels = choice.metric, self.data.vaes()
        for label in [label for label in self.lines if label not in labels]:
            self.plot.removeItem(self.lines.pop(label))
            self.plot.removeItem(self.ends.pop(label))
        fresh = any(label not in self.lines for label in labels)
        parts, infinite, settled = [], 0, []
        for label in labels:
            places, values, endless = self.data.of(label, column.name)
            infinite += endless
            x = np.arange(1.0, values.size + 1)
            means = running_mean(values)
            self._line(label, x, means)
            if values.size:
                parts.append((x, means, places))
                settled.append(means[min(4, values.size // 4) :])
        if fresh:
            self.dress()
        if not parts:
            if infinite:
                return self.tr("{0} is infinite on every image: nothing can be drawn.").format(column.label)
            return self.tr("No image has a value of {0} in this run.").format(column.label)
        self._ideal.setVisible(column.ideal is not None)
        if column.ideal is not None:
            self._ideal.setValue(column.ideal)
        self.plot.getAxis("left").dress(self.look, self.tr("mean {0}").format(axis_label(column)))
        self.plot.getAxis("bottom").dress(self.look, self.tr("images finished"))
        # The first few means jump about: they may leave the frame, the rest decides it.
        low, high = min(float(each.min()) for each in settled), max(float(each.max()) for each in settled)
        longest = max(float(x[-1]) for x, _, _ in parts)
        self.frame(padded(0.0, max(longest, 2.0), 0.02), padded(*with_ideal(low, high, column.ideal), 0.06))
        self.offer(Points.joined(parts), lambda place: self.describe(place, column))
        words = [
            shown.direction_words(column),
            self.tr("where the lines have become level, more images would change little"),
        ]
        if column.ideal is not None:
            words.append(self.tr("dashed: the ideal {0}").format(f"{column.ideal:g}"))
        words.append(left_out(self.data))
        if infinite:
            words.append(self.tr("{0} infinite values are left out").format(infinite))
        title = self.tr("Mean {0} as images are finished").format(axis_label(column))
        self.words(title, sentence(words), self.vae_entries())
        return ""

    def _line(self, label: str, x: np.ndarray, y: np.ndarray) -> None:
        if label not in self.lines:
            curve = pg.PlotCurveItem(antialias=True)
            end = pg.ScatterPlotItem(size=12)
            end.setZValue(10)
            for item in (curve, end):
                self.plot.addItem(item, ignoreBounds=True)
            self.lines[label], self.ends[label] = curve, end
        # A mean of many hardly moves from one image to the next: some hundred points tell the whole line.
        some = np.unique(np.round(np.linspace(0, max(x.size - 1, 0), min(x.size, _MOST))).astype(np.intp))
        self.lines[label].setData(x[some], y[some])
        self.ends[label].setData(x[-1:], y[-1:])
