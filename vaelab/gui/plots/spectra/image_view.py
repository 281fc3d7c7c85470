"""The radial spectrum of one image and of what each VAE made of it, and their ratio."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from vaelab.arrays import Mask
from vaelab.gui.plots.captions import padded, sentence
from vaelab.gui.plots.data import PlotData
from vaelab.gui.plots.plot_request import PlotRequest
from vaelab.gui.plots.plot_style import line, no_pen
from vaelab.gui.plots.spectra.radial import BANDS, ratio
from vaelab.gui.plots.views.axes import LogAxis
from vaelab.gui.plots.views.base import PlotView
from vaelab.gui.plots.views.heading import LegendEntry
from vaelab.gui.style.vae_marks import symbol

_RATIO_AT_MOST = 2.0
"""Decades that the ratio's axis shows above and below 1."""


class SpectrumView(PlotView):
    """Power over frequency above, power of x̂ over that of x below."""

    def __init__(self, data: PlotData, parent: QWidget | None = None) -> None:
        super().__init__(data, parent)
        self.power, self.ratios = self.add_plot(left=LogAxis("left")), self.add_plot(left=LogAxis("left"))
        for row, height in ((1, 300.0), (2, 220.0)):
            self.ci.layout.setRowPreferredHeight(row, height)
            self.ci.layout.setRowStretchFactor(row, round(height))
        self.ratios.setXLink(self.power)
        self._one = pg.InfiniteLine(angle=0, pos=0.0)
        self.ratios.addItem(self._one, ignoreBounds=True)
        self._bounds = [pg.InfiniteLine(angle=90, pos=bound) for bound in BANDS for _ in self.plots]
        for number, item in enumerate(self._bounds):
            self.plots[number % 2].addItem(item, ignoreBounds=True)
        for plot in self.plots:
            plot.showGrid(x=False, y=True, alpha=0.4)
        self.original = pg.PlotCurveItem(antialias=True)
        self.original.setZValue(5)
        self.power.addItem(self.original, ignoreBounds=True)
        self.curves: dict[str, list[tuple[pg.PlotCurveItem, pg.ScatterPlotItem]]] = {}

    def dress(self) -> None:
        """Colours of all lines."""
        self._one.setPen(self.look.muted(1.2, Qt.PenStyle.DashLine))
        faint = self.look.muted().color()
        faint.setAlpha(90)
        for item in self._bounds:
            item.setPen(line(faint, 1.0, Qt.PenStyle.DotLine))
        self.original.setPen(line(QColor(self.look.colors.text), 1.8))
        for label, pair in self.curves.items():
            series = self.data.series(label)
            for curve, signs in pair:
                curve.setPen(self.look.pen(series, 1.5))
                signs.setSymbol(symbol(series))
                signs.setBrush(self.look.color(series))

    def draw(self, choice: PlotRequest) -> str:
        """Draw the spectra of ``choice.row``'s image."""
        if choice.row is None:
            return self.tr("Select a row to see the spectrum of its image.")
        image, original = choice.row.image, choice.spectra.get("")
        labels = [label for label in self.data.vaes() if label in choice.spectra]
        if original is None or not labels:
            if choice.waiting:
                return self.tr("Computing the spectrum of {0} …").format(image)
            return self.tr("The pictures of {0} were not kept, so there is no spectrum to show.").format(
                image
            )
        for label in [label for label in self.curves if label not in labels]:
            for plot, items in zip(self.plots, self.curves.pop(label), strict=True):
                for item in items:
                    plot.removeItem(item)
        for label in labels:
            if label not in self.curves:
                self.curves[label] = [
                    (
                        pg.PlotCurveItem(connect="finite", antialias=True),
                        pg.ScatterPlotItem(size=8, pen=no_pen()),
                    )
                    for _ in self.plots
                ]
                for plot, items in zip(self.plots, self.curves[label], strict=True):
                    for item in items:
                        plot.addItem(item, ignoreBounds=True)
        self.dress()
        floor = 1e-9 * float(original.power.max() or 1.0)
        powers = {label: np.log10(np.maximum(choice.spectra[label].power, floor)) for label in labels}
        base = np.log10(np.maximum(original.power, floor))
        self.original.setData(original.frequency, base, antialias=not choice.live)
        low, high = [float(base.min())], [float(base.max())]
        shown_ratios = []
        for number, label in enumerate(labels):
            frequency = choice.spectra[label].frequency
            with np.errstate(divide="ignore", invalid="ignore"):
                ratios = np.log10(ratio(original, choice.spectra[label]))
            ratios = np.where(np.isneginf(ratios), -9.0, ratios)
            marked = sparse(frequency.size, number, len(labels))
            for (curve, signs), values in zip(self.curves[label], (powers[label], ratios), strict=True):
                curve.setData(frequency, values, antialias=not choice.live)
                signs.setData(frequency[marked], values[marked])
            low.append(float(powers[label].min()))
            high.append(float(powers[label].max()))
            shown_ratios.append(ratios[np.isfinite(ratios)])
        self._frame((min(low), max(high)), np.concatenate([*shown_ratios, np.zeros(1)]))
        entries = [LegendEntry(None, self.tr("original"))] + [
            LegendEntry(self.data.series(label), label) for label in labels
        ]
        parts = [
            self.tr("mean power of luma in rings of equal frequency"),
            self.tr(
                "below: that of the reconstruction over that of the original, 1 keeps it, less is blur, more is added"
            ),
            self.tr("dotted: bounds of the low, middle and high band"),
        ]
        self.words(self.tr("Spectrum of {0}").format(image), sentence(parts), entries)
        return ""

    def _frame(self, power: tuple[float, float], ratios: np.ndarray) -> None:
        self.power.getAxis("left").dress(self.look, self.tr("power"))
        self.power.getAxis("bottom").dress(self.look, "")
        self.ratios.getAxis("left").dress(self.look, self.tr("ratio"))
        self.ratios.getAxis("bottom").dress(self.look, self.tr("cycles per pixel"))
        width = 3.2 * self.fontMetrics().horizontalAdvance("0.00")
        for plot in self.plots:
            plot.getAxis("left").setWidth(width)
        self.power.getAxis("bottom").setStyle(showValues=False)
        self.frame((0.0, 0.5), padded(*power, 0.05), 0)
        low = max(-_RATIO_AT_MOST, min(-0.15, float(ratios.min())))
        high = min(_RATIO_AT_MOST, max(0.15, float(ratios.max())))
        self.frame((0.0, 0.5), padded(low, high, 0.08), 1)


def sparse(size: int, number: int, of: int) -> Mask:
    """Which points of a line carry its sign: every twelfth, beginning elsewhere for each line, so that signs do not cover each other."""
    carry: Mask = (np.arange(size) % 12) == (number * 12 // max(of, 1)) % 12
    return carry
