"""The kinds of plot, and which choices each needs; imported with the window, so without pyqtgraph."""

from __future__ import annotations

import enum
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from vaelab.gui.plots.views.base import PlotView


class Kind(enum.Enum):
    """A kind of plot: the module and class that draw it."""

    DISTRIBUTION = ("views.distribution", "Distribution")
    PAIRED = ("views.paired", "PairedDifference")
    SCATTER = ("views.scatter", "Scatter")
    SPECTRUM = ("spectra.image_view", "SpectrumView")
    RATIO = ("spectra.run_view", "MeanSpectrumView")
    DRIFT = ("views.drift", "MarkerDrift")
    RUNNING = ("views.running", "RunningMean")

    @property
    def has_metric(self) -> bool:
        """Whether one metric is to be chosen."""
        return self in (Kind.DISTRIBUTION, Kind.PAIRED, Kind.SCATTER, Kind.RUNNING)

    @property
    def can_pick(self) -> bool:
        """Whether rows can be selected in it."""
        return self.has_metric

    def view(self, *args: Any) -> PlotView:
        """Make the plot; the first time, this imports pyqtgraph."""
        module, name = self.value
        make = cast("Callable[..., PlotView]", getattr(import_module(f"vaelab.gui.plots.{module}"), name))
        return make(*args)
