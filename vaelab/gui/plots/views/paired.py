"""Two VAEs against each other, image by image: the differences in order, as a waterfall, with their mean."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget

from vaelab.arrays import Floats
from vaelab.errors import one_line
from vaelab.gui.core.engine_text import counted
from vaelab.gui.models import column_format as shown
from vaelab.gui.plots.captions import axis_label, left_out, padded, sentence
from vaelab.gui.plots.data import Mean, PairDifferences, PlotData
from vaelab.gui.plots.plot_request import PlotRequest, Points
from vaelab.gui.plots.plot_style import line, no_pen
from vaelab.gui.plots.views.base import PlotView
from vaelab.gui.plots.views.heading import LegendEntry
from vaelab.metrics.base import Column
from vaelab.text import images

_BARS_APART = 250
"""Bars that are drawn with gaps between them; more of them become one shape."""
_STEPS = 800
"""Steps of that shape at most: more than a screen has pixels for it."""


class PairedDifference(PlotView):
    """A bar per image, from the smallest difference to the largest."""

    def __init__(self, data: PlotData, parent: QWidget | None = None) -> None:
        super().__init__(data, parent)
        self.plot = self.add_plot()
        self.plot.showGrid(x=False, y=True, alpha=0.4)
        self.below, self.above = (pg.BarGraphItem(x=[], height=[], width=1.0) for _ in range(2))
        self._zero = pg.InfiniteLine(angle=0, pos=0.0)
        self.mean_line = pg.InfiniteLine(angle=0)
        self.mean_band = pg.LinearRegionItem(orientation="horizontal", movable=False)
        # Thousands of bars are one shape, which is drawn a hundred times faster.
        self.areas = tuple(pg.PlotCurveItem(fillLevel=0.0) for _ in range(2))
        for item in (*self.areas, self.mean_band, self.below, self.above, self._zero, self.mean_line):
            self.plot.addItem(item, ignoreBounds=True)
        self.mean_band.setZValue(5)
        self._sides: tuple[int, int] = (0, 1)
        self._pairs = np.empty(0, dtype=np.intp), np.empty(0, dtype=np.intp)

    def dress(self) -> None:
        """Bars in the colour of the VAE that is better."""
        for item, series in zip((self.below, self.above), self._sides, strict=True):
            item.setOpts(pen=no_pen(), brush=self.look.color(series, 200))
        for item, series in zip(self.areas, self._sides, strict=True):
            item.setPen(no_pen())
            item.setBrush(self.look.color(series, 200))
        self._zero.setPen(line(self.look.muted().color(), 1.0))
        text = line(self.look.muted().color(), 1.6, Qt.PenStyle.DashLine)
        text.setColor(self.look.colors.text)
        self.mean_line.setPen(text)
        fill = self.look.muted().color()
        fill.setAlpha(60)
        self.mean_band.setBrush(fill)
        for edge in self.mean_band.lines:
            edge.setPen(no_pen())

    def draw(self, choice: PlotRequest) -> str:
        """Draw the differences of ``choice.a`` and ``choice.b``."""
        if len(self.data.vaes()) < 2:
            return self.tr("A difference needs two VAEs in the run.")
        if choice.a == choice.b:
            return self.tr("Choose two different VAEs to compare.")
        column = choice.metric
        pairs = self.data.paired(choice.a, choice.b, column)
        n = pairs.difference.size
        if not n:
            if pairs.infinite:
                return self.tr(
                    "{0} is infinite for one of the two on every image: nothing can be drawn."
                ).format(column.label)
            return self.tr("No image has {0} of both {1} and {2}.").format(column.label, choice.a, choice.b)
        low_is_better = column.better != "high"
        a, b = self.data.series(choice.a), self.data.series(choice.b)
        sides = (a, b) if low_is_better else (b, a)
        if sides != self._sides:
            self._sides = sides
            self.dress()
        negative = int(np.searchsorted(pairs.difference, 0.0, "left"))
        positive = int(np.searchsorted(pairs.difference, 0.0, "right"))
        x: Floats = np.arange(n) + np.float64(0.5)
        few = n <= _BARS_APART
        for bars, area, part in zip(
            (self.below, self.above), self.areas, (slice(0, negative), slice(positive, n)), strict=True
        ):
            heights = pairs.difference[part]
            bars.setVisible(few)
            area.setVisible(not few and bool(heights.size))
            if few:
                bars.setOpts(x=x[part], height=heights, width=0.86)
            elif heights.size:
                _fill(area, float(part.start), heights)
        mean = self.data.paired_mean(choice.a, choice.b, column, pairs)
        assert mean is not None
        self.mean_line.setValue(mean.mean)
        self.mean_band.setVisible(mean.bounds is not None)
        if mean.bounds is not None:
            self.mean_band.setRegion(mean.bounds)
        self._frame(pairs, column, choice)
        self._pairs = pairs.a, pairs.b
        self.offer(Points(x, pairs.difference, pairs.a), lambda place: self._describe_pair(place, column))
        self._say(pairs, mean, choice)
        return ""

    def _frame(self, pairs: PairDifferences, column: Column, choice: PlotRequest) -> None:
        low, high = float(pairs.difference[0]), float(pairs.difference[-1])
        self.frame(
            padded(0.0, float(pairs.difference.size), 0.01), padded(min(low, 0.0), max(high, 0.0), 0.06)
        )
        name = axis_label(column)
        if pairs.of_distances:
            name = self.tr("|{0} − {1}|").format(name, f"{column.ideal:g}")
        self.plot.getAxis("left").dress(self.look, self.tr("{0}: {1} − {2}").format(name, choice.a, choice.b))
        self.plot.getAxis("bottom").dress(self.look, self.tr("images, in order of the difference"))

    def _say(self, pairs: PairDifferences, mean: Mean, choice: PlotRequest) -> None:
        column, n = choice.metric, pairs.difference.size + pairs.infinite
        digits = column.digits
        a, b = self.data.series(choice.a), self.data.series(choice.b)
        if column.better == "none":
            words = self.tr("{5}: {0} lower on {1} of {2}, {3} on {4}")
        else:
            words = self.tr("{5}: {0} better on {1} of {2}, {3} on {4}")
        title = words.format(
            choice.a,
            f"{pairs.a_better:,}",
            counted(images(n)),
            choice.b,
            f"{pairs.b_better:,}",
            shown.title(column),
        )
        if pairs.equal:
            title += self.tr(", equal on {0}").format(f"{pairs.equal:,}")
        values = (mean.mean, *(mean.bounds or ()))
        numbers = [shown.number(value, digits, signed=True) for value in values]
        kind = (
            self.tr("mean difference {0}")
            if mean.bounds is None
            else self.tr("mean difference {0}, 95 % interval {1} to {2}")
            if mean.final
            else self.tr("mean difference {0}, 95 % interval so far {1} to {2}, by Student's t")
        )
        parts = [kind.format(*numbers)]
        if pairs.of_distances:
            parts.append(
                self.tr("what is compared is the distance to the ideal {0}").format(f"{column.ideal:g}")
            )
        parts.append(left_out(self.data))
        if pairs.infinite:
            parts.append(self.tr("{0} infinite differences cannot be drawn").format(pairs.infinite))
        better = self.tr("{0} lower") if column.better == "none" else self.tr("{0} better")
        entries = [LegendEntry(a, better.format(choice.a)), LegendEntry(b, better.format(choice.b))]
        entries.append(LegendEntry(None, self.tr("mean and its 95 % interval"), dashed=True))
        self.words(title, sentence(parts), entries)

    def _describe_pair(self, place: int, column: Column) -> str:
        first, second = self._pairs
        lines = [one_line(self.data.row(place).image)]
        for each in (place, *second[first == place]):
            row = self.data.row(int(each))
            lines.append(
                f"{one_line(row.vae)}: {column.label} {shown.shown(column, row.values.get(column.name))}"
            )
        return "\n".join(lines)

    def nearest(self, at: QPointF) -> int | None:
        """The image whose bar is under the pointer, or would be if it were longer."""
        number = int(np.floor(at.x()))
        return int(self.points.places[number]) if 0 <= number < self.points.places.size else None


def _fill(area: pg.PlotCurveItem, start: float, heights: Floats) -> None:
    count = min(heights.size, _STEPS)
    edges = np.round(np.linspace(0, heights.size, count + 1)).astype(np.intp)
    # They are in order, so the farthest from 0 of each step is its first below 0, its last above.
    tops = heights[edges[:-1]] if heights[0] < 0 else heights[edges[1:] - 1]
    area.setData(start + edges.astype(np.float64), tops, stepMode="center")
