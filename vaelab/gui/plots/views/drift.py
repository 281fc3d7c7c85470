"""What the marker says of each VAE: drift of red, green and blue, lifted blacks, lost contrast."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vaelab.arrays import Floats
from vaelab.gui.plots.captions import left_out, padded, sentence
from vaelab.gui.plots.data import Mean, PlotData
from vaelab.gui.plots.plot_request import PlotRequest
from vaelab.gui.plots.plot_style import line
from vaelab.gui.plots.views.axes import Lane, LaneAxis
from vaelab.gui.plots.views.base import PlotView
from vaelab.gui.plots.views.heading import LegendEntry
from vaelab.gui.style.vae_marks import symbol
from vaelab.metrics.base import Column
from vaelab.metrics.marker_columns import READINGS
from vaelab.metrics.registry import column as column_named


class MarkerDrift(PlotView):
    """The mean of each marker quantity less its ideal, with its interval, a sign per VAE."""

    def __init__(self, data: PlotData, parent: QWidget | None = None) -> None:
        super().__init__(data, parent)
        self._columns: tuple[Column, ...] = tuple(column_named(name) for name in READINGS)
        self._lanes = LaneAxis()
        self.plot = self.add_plot(left=self._lanes)
        self.plot.showGrid(x=True, y=False, alpha=0.4)
        self.plot.setMouseEnabled(x=True, y=False)
        self._ideal = pg.InfiniteLine(angle=90, pos=0.0)
        self._rules = pg.PlotCurveItem(connect="pairs", antialias=True)
        for item in (self._ideal, self._rules):
            item.setZValue(-10)
            self.plot.addItem(item, ignoreBounds=True)
        self.spreads: dict[str, pg.PlotCurveItem] = {}
        self.intervals: dict[str, pg.PlotCurveItem] = {}
        self.means: dict[str, pg.ScatterPlotItem] = {}

    def dress(self) -> None:
        """Colours of all signs."""
        self._ideal.setPen(self.look.muted(1.2, Qt.PenStyle.DashLine))
        border = self.look.muted().color()
        border.setAlpha(70)
        self._rules.setPen(line(border))
        for label, means in self.means.items():
            series = self.data.series(label)
            self.spreads[label].setPen(self.look.pen(series, 1.2))
            self.intervals[label].setPen(self.look.pen(series, 4.0))
            means.setSymbol(symbol(series))
            means.setBrush(self.look.color(series))
            means.setPen(line(self.look.surface(), 1.0))

    def draw(self, choice: PlotRequest) -> str:
        """Draw all VAEs."""
        labels = self.data.vaes()
        for label in [label for label in self.means if label not in labels]:
            for items in (self.spreads, self.intervals, self.means):
                self.plot.removeItem(items.pop(label))
        values = {
            (label, column.name): self._values(label, column) for label in labels for column in self._columns
        }
        if not any(each.size for each in values.values()):
            return self.tr("This run was measured without a marker: there is no drift to show.")
        if any(label not in self.means for label in labels):
            for label in labels:
                self._add(label)
            self.dress()
        bounds: list[float] = [0.0]
        for number, label in enumerate(labels):
            bounds += self._draw_vae(label, (number + 0.5) / len(labels), values)
        lanes = [
            Lane(-float(number), None, self._name(column)) for number, column in enumerate(self._columns)
        ]
        self._lanes.dress(self.look, lanes, max(90.0, 0.34 * self.width()))
        span = padded(min(bounds), max(bounds), 0.06)
        rules = np.array([(x, 0.5 - number) for number in range(1, len(READINGS)) for x in (-1e3, 1e3)])
        self._rules.setData(rules[:, 0], rules[:, 1])
        self.plot.getAxis("bottom").dress(self.look, self.tr("difference from the ideal, of full scale 1"))
        self.frame(span, (-len(READINGS) + 0.5, 0.5))
        parts = [
            self.tr("0 is perfect"),
            self.tr("above 0 a patch came back brighter, or contrast was gained"),
            self.tr("thick: 95 % interval of the mean"),
            self.tr("thin: 5th to 95th percentile of the images"),
            left_out(self.data),
        ]
        self.words(
            self.tr("Drift of the marker"),
            sentence(parts),
            [*self.vae_entries(), LegendEntry(None, self.tr("ideal"), dashed=True)],
        )
        return ""

    def _name(self, column: Column) -> str:
        return column.label if not column.ideal else f"{column.label} − {column.ideal:g}"

    def _values(self, label: str, column: Column) -> Floats:
        _, values, _ = self.data.of(label, column.name)
        return values

    def _add(self, label: str) -> None:
        if label in self.means:
            return
        self.spreads[label] = pg.PlotCurveItem(connect="pairs", antialias=True)
        self.intervals[label] = pg.PlotCurveItem(connect="pairs", antialias=True)
        self.means[label] = pg.ScatterPlotItem(size=11)
        for items in (self.spreads, self.intervals, self.means):
            self.plot.addItem(items[label], ignoreBounds=True)

    def _draw_vae(self, label: str, share: float, values: Mapping[tuple[str, str], Floats]) -> list[float]:
        thick: list[tuple[float, float]] = []
        thin: list[tuple[float, float]] = []
        means: list[tuple[float, float]] = []
        for number, column in enumerate(self._columns):
            own = values[label, column.name]
            mean: Mean | None = self.data.mean(label, column.name, own)
            if mean is None:
                continue
            ideal = column.ideal or 0.0
            y = -number + 0.36 - 0.72 * share
            low, high = np.percentile(own, (5, 95))
            thin += [(float(low) - ideal, y), (float(high) - ideal, y)]
            if mean.bounds is not None:
                thick += [(bound - ideal, y) for bound in mean.bounds]
            means.append((mean.mean - ideal, y))
        for item, found in (
            (self.spreads[label], thin),
            (self.intervals[label], thick),
            (self.means[label], means),
        ):
            points = np.array(found).reshape(-1, 2)
            item.setData(points[:, 0], points[:, 1])
        return [x for x, _ in (*thin, *thick)]
