"""The kinds of plot, one row each; imported with the window, so without pyqtgraph."""

from __future__ import annotations

import enum
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QCoreApplication

from vaelab.gui.i18n.noop import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from vaelab.gui.plots.views.base import PlotView


class Needs(enum.Flag):
    """What is to be chosen or computed before a plot can be drawn; ``MEANS``: no row, the means of each VAE alone."""

    NOTHING = 0
    METRIC = enum.auto()
    SECOND_METRIC = enum.auto()
    TWO_VAES = enum.auto()
    SPECTRA_OF_IMAGE = enum.auto()
    SPECTRA_OF_RUN = enum.auto()
    MEANS = enum.auto()


class PlotKind(enum.Enum):
    """A kind of plot.

    A row is: its name; its tooltip; the module and class that draw it; what it needs.
    """

    # fmt: off
    DISTRIBUTION = (
        QT_TRANSLATE_NOOP("Controls", "Distribution"),
        QT_TRANSLATE_NOOP("Controls", "Every image's value, by VAE, with mean and 95 % interval"),
        "views.distribution:Distribution", Needs.METRIC)
    PAIRED = (
        QT_TRANSLATE_NOOP("Controls", "Paired difference"),
        QT_TRANSLATE_NOOP("Controls", "Two VAEs on the same images: who is better, how often, by how much"),
        "views.paired:PairedDifference", Needs.METRIC | Needs.TWO_VAES)
    SCATTER = (
        QT_TRANSLATE_NOOP("Controls", "Scatter"),
        QT_TRANSLATE_NOOP("Controls", "One metric against another"),
        "views.scatter:Scatter", Needs.METRIC | Needs.SECOND_METRIC)
    SPECTRUM = (
        QT_TRANSLATE_NOOP("Controls", "Spectrum"),
        QT_TRANSLATE_NOOP("Controls", "Power by frequency of the selected image and its reconstructions"),
        "spectra.image_view:SpectrumView", Needs.SPECTRA_OF_IMAGE)
    RATIO = (
        QT_TRANSLATE_NOOP("Controls", "Mean spectrum"),
        QT_TRANSLATE_NOOP("Controls", "Power kept, lost or added by frequency, over all images"),
        "spectra.run_view:MeanSpectrumView", Needs.SPECTRA_OF_RUN)
    DRIFT = (
        QT_TRANSLATE_NOOP("Controls", "Marker drift"),
        QT_TRANSLATE_NOOP("Controls", "Drift of red, green, blue, brightness and contrast, by VAE"),
        "views.drift:MarkerDrift", Needs.NOTHING)
    RUNNING = (
        QT_TRANSLATE_NOOP("Controls", "Running mean"),
        QT_TRANSLATE_NOOP("Controls", "How the means settle while rows arrive"),
        "views.running:RunningMean", Needs.METRIC)
    RATE = (
        QT_TRANSLATE_NOOP("Controls", "Rate–distortion"),
        QT_TRANSLATE_NOOP("Controls", "What quality each VAE gives for how many bits a pixel"),
        "views.rate_distortion:RateDistortion", Needs.METRIC | Needs.MEANS)
    # fmt: on

    def __init__(self, title: str, tip: str, view_class: str, needs: Needs) -> None:
        self._title, self._tip, self.view_class, self.needs = title, tip, view_class, needs

    @property
    def title(self) -> str:
        """What it is called in the list of plots."""
        return QCoreApplication.translate("Controls", self._title)

    @property
    def tip(self) -> str:
        """What it shows."""
        return QCoreApplication.translate("Controls", self._tip)

    @property
    def has_metric(self) -> bool:
        """Whether one metric is to be chosen."""
        return Needs.METRIC in self.needs

    @property
    def has_rows(self) -> bool:
        """Whether each point is a row, so that rows can be selected in it; else it is a VAE."""
        return self.has_metric and Needs.MEANS not in self.needs

    def view(self, *args: Any) -> PlotView:
        """Make the plot; the first time, this imports pyqtgraph."""
        module, name = self.view_class.split(":")
        make = cast("Callable[..., PlotView]", getattr(import_module(f"vaelab.gui.plots.{module}"), name))
        return make(*args)
