"""The mean ratio of the reconstructions' spectra to the originals': blur falls, invented detail rises."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from vaelab.gui.core.engine_text import counted
from vaelab.gui.plots.captions import left_out, padded, sentence
from vaelab.gui.plots.data import PlotData
from vaelab.gui.plots.plot_request import PlotRequest
from vaelab.gui.plots.plot_style import line, no_pen
from vaelab.gui.plots.spectra.image_view import sparse
from vaelab.gui.plots.spectra.radial import BANDS, GRID
from vaelab.gui.plots.views.axes import LogAxis
from vaelab.gui.plots.views.base import PlotView
from vaelab.gui.plots.views.heading import LegendEntry
from vaelab.gui.style.vae_marks import symbol
from vaelab.text import images

_DECADES = 2.0
"""What the axis shows above and below 1 at most."""


class MeanSpectrumView(PlotView):
    """A line per VAE, and the middle half of its images as a band."""

    def __init__(self, data: PlotData, parent: QWidget | None = None) -> None:
        super().__init__(data, parent)
        self.plot = self.add_plot(left=LogAxis("left"))
        self.plot.showGrid(x=False, y=True, alpha=0.4)
        self._one = pg.InfiniteLine(angle=0, pos=0.0)
        self._bounds = [pg.InfiniteLine(angle=90, pos=bound) for bound in BANDS]
        for item in (self._one, *self._bounds):
            self.plot.addItem(item, ignoreBounds=True)
        self.curves: dict[str, pg.PlotCurveItem] = {}
        self.signs: dict[str, pg.ScatterPlotItem] = {}
        self.edges: dict[str, tuple[pg.PlotCurveItem, pg.PlotCurveItem]] = {}
        self.bands: dict[str, pg.FillBetweenItem] = {}

    def dress(self) -> None:
        """Colours of all lines."""
        self._one.setPen(self.look.muted(1.2, Qt.PenStyle.DashLine))
        faint = QColor(self.look.colors.muted)
        faint.setAlpha(90)
        for item in self._bounds:
            item.setPen(line(faint, 1.0, Qt.PenStyle.DotLine))
        for label, curve in self.curves.items():
            series = self.data.series(label)
            curve.setPen(self.look.pen(series, 1.8))
            self.signs[label].setSymbol(symbol(series))
            self.signs[label].setBrush(self.look.color(series))
            self.bands[label].setBrush(self.look.color(series, 36))

    def draw(self, choice: PlotRequest) -> str:
        """Draw what is known so far."""
        done, total = choice.images
        labels = [label for label in self.data.vaes() if label in choice.ratios]
        if not labels:
            if done < total:
                return self.tr("Computing the spectra of {0} …").format(counted(images(total)))
            return self.tr("The pictures of this run were not kept, so there are no spectra to show.")
        for label in [label for label in self.curves if label not in labels]:
            for items in (self.curves, self.signs, self.bands):
                self.plot.removeItem(items.pop(label))
            del self.edges[label]
        fresh = [label for label in labels if label not in self.curves]
        for label in fresh:
            self._add(label)
        if fresh:
            self.dress()
        seen = [np.zeros(1)]
        for number, label in enumerate(labels):
            found = choice.ratios[label]
            middle, low, high = (np.log10(each) for each in (found.ratio, found.low, found.high))
            known = ~np.isnan(middle)
            x = GRID[known]
            self.curves[label].setData(x, middle[known])
            for edge, values in zip(self.edges[label], (low, high), strict=True):
                edge.setData(x, values[known])
            marked = sparse(x.size, number, len(labels))
            self.signs[label].setData(x[marked], middle[known][marked])
            seen += [low[known], high[known]]
        self._frame(np.concatenate(seen))
        self._say(labels, done, total)
        return ""

    def _add(self, label: str) -> None:
        self.curves[label] = pg.PlotCurveItem(antialias=True)
        self.signs[label] = pg.ScatterPlotItem(size=9, pen=no_pen())
        self.edges[label] = (pg.PlotCurveItem(), pg.PlotCurveItem())
        self.bands[label] = pg.FillBetweenItem(*self.edges[label])
        self.bands[label].setZValue(-5)
        for item in (self.bands[label], self.curves[label], self.signs[label]):
            self.plot.addItem(item, ignoreBounds=True)

    def _frame(self, seen: np.ndarray) -> None:
        self.plot.getAxis("left").dress(self.look, self.tr("power of the reconstruction / original"))
        self.plot.getAxis("bottom").dress(self.look, self.tr("cycles per pixel"))
        low = max(-_DECADES, min(-0.15, float(seen.min())))
        high = min(_DECADES, max(0.15, float(seen.max())))
        self.frame((0.0, 0.5), padded(low, high, 0.08))

    def _say(self, labels: list[str], done: int, total: int) -> None:
        parts = [
            self.tr("geometric mean over the images of the power of luma in rings of equal frequency"),
            self.tr("1 keeps it, less is blur, more is added"),
            self.tr("band: the middle half of the images"),
            self.tr("dotted: bounds of the low, middle and high band"),
            left_out(self.data),
        ]
        if done < total:
            parts.insert(0, self.tr("{0} of {1} so far").format(done, counted(images(total))))
        elif self.data.images > total:
            parts.append(self.tr("a sample of {0} images").format(total))
        title = self.tr("Mean spectrum over that of the originals, {0}").format(counted(images(done)))
        entries = [LegendEntry(self.data.series(label), label) for label in labels]
        self.words(title, sentence(parts), entries)
