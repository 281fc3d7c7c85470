"""The tab of plots: what is drawn is chosen above, rows picked in a plot are handed on. pyqtgraph comes with the first look."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from vaelab.gui.core.background_jobs import Jobs
from vaelab.gui.core.pictures import PictureStore
from vaelab.gui.models.rows_model import RowsModel
from vaelab.gui.models.summary_model import SummaryModel
from vaelab.gui.plots.captions import why_empty
from vaelab.gui.plots.controls import Controls
from vaelab.gui.plots.data import PlotData
from vaelab.gui.plots.kinds import Needs, PlotKind
from vaelab.gui.plots.plot_request import PlotRequest
from vaelab.gui.plots.save import Saving
from vaelab.gui.plots.spectra.of_image import ImageSpectra
from vaelab.gui.plots.spectra.of_run import MeanSpectra
from vaelab.gui.style import theme
from vaelab.metrics.registry import column as column_named
from vaelab.results.records import Row

if TYPE_CHECKING:
    from vaelab.gui.plots.spectra.radial import MeanRatio, Radial
    from vaelab.gui.plots.views.base import PlotView

_SOONEST_MS, _LATEST_MS = 180, 2000
_FOLLOW_S = 1.0
_SHARE = 12
"""Drawing takes at most one part in so many of the window's time."""


class PlotsTab(QWidget):
    """All plots of the run's rows.

    Attributes:
        selected: (image, VAE) of the rows that are ringed.

    Signals:
        rows_selected: list of (image, VAE) that the user clicked, stepped to or drew a loop around.
        told: one line to show to the user: (what was saved, or why not; whether it went wrong).
    """

    rows_selected = Signal(object)
    told = Signal(str, bool)

    def __init__(
        self,
        rows: RowsModel,
        summary: SummaryModel,
        pictures: PictureStore,
        jobs: Jobs,
        parent: QWidget | None = None,
    ) -> None:
        """Be empty; nothing is imported or drawn before the tab is looked at.

        Args:
            rows: the table of images.
            summary: the table of VAEs, which knows their colours and intervals.
            pictures: where the spectra's pixels come from.
            jobs: where spectra are computed.
            parent: owner.
        """
        super().__init__(parent)
        self.data = PlotData(rows, summary)
        self.redraws = 0
        self._rows = rows
        self._spectra = ImageSpectra(pictures, jobs, self)
        self._spectra.changed.connect(self.refresh)
        self._ratios = MeanSpectra(self.data, jobs, self)
        self._ratios.changed.connect(self.refresh)
        self._pictures = pictures
        self._row: Row | None = None
        self._newest: Row | None = None
        self._chosen = self._live = False
        self._taken = 0.0
        self._stale, self._restyle = True, False
        self.selected: tuple[tuple[str, str], ...] = ()
        self.views: dict[PlotKind, PlotView] = {}
        self.controls = Controls(rows.metrics, self)
        self.controls.changed.connect(self._choose)
        self.controls.selecting_changed.connect(self._set_selecting)
        self.controls.reset_wanted.connect(self._reset)
        self.saving = Saving(self.current, lambda: self.controls.kind, self)
        self.saving.told.connect(self.told)
        self.controls.save_wanted.connect(self.saving.ask)
        self.controls.copy_wanted.connect(self.saving.copy)
        self.message = QLabel(self)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setContentsMargins(24, 24, 24, 24)
        theme.set_role(self.message, "muted")
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.message)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.controls)
        layout.addWidget(self.stack, 1)
        self._timer = QTimer(self)
        self._timer.setInterval(_SOONEST_MS)
        self._timer.timeout.connect(self._look)
        for signal in (summary.modelReset, summary.layoutChanged):
            signal.connect(self.refresh)
        self._say(why_empty(self.data))

    # From the window

    def live(self, on: bool) -> None:
        """Rows begin to arrive, or have all arrived: then the intervals of the summary are at hand."""
        self._live = on
        self._chosen = self._chosen and not on
        if not on and self._newest is not None and not self._chosen:
            self._take_row(self._newest)  # the last of a run may have come too soon after the one before
        self.refresh()

    @Slot(object)
    def show_row(self, row: Row | None) -> None:
        """Ring the row that the user moved to, and take its image for the spectrum."""
        self._chosen = row is not None
        self._take_row(row)

    @Slot(object)
    def show_newest(self, row: Row) -> None:
        """Follow the newest row as long as the user has chosen none."""
        self._newest, now = row, time.monotonic()
        if not self._chosen and (not self._live or now - self._taken > _FOLLOW_S):
            self._taken = now
            self._take_row(row)

    def _take_row(self, row: Row | None) -> None:
        self._row = row
        if row is not None and row.key not in self.selected:
            self.selected = (row.key,)
        self.refresh()

    def choose(self, kind: PlotKind) -> None:
        """Show one kind of plot."""
        self.controls.set_kind(kind)

    @Slot()
    def refresh(self) -> None:
        """Draw with the next tick, if the tab is being looked at."""
        self._stale = True

    # Looking

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to follow the rows."""
        super().showEvent(event)
        self._timer.setInterval(_SOONEST_MS)
        self._timer.start()
        # Once the tab is up: the first look imports pyqtgraph, half a second that should not delay the tab itself.
        self._draw_soon()

    def hideEvent(self, event: QHideEvent) -> None:
        """Do nothing while nobody looks."""
        super().hideEvent(event)
        self._ratios.pause()
        self._timer.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Take over another theme or text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "views"):
            # Not at once: the plots learn of the new palette after this, their parent, has.
            self._restyle = True
            self._draw_soon()

    @Slot()
    def _draw_soon(self) -> None:
        self._stale = True
        QTimer.singleShot(0, self, self._look)

    @Slot()
    def _look(self) -> None:
        # Rows are asked for, not waited for: the model does not announce those that its filter hides.
        if not self.isVisible():
            return
        if self.data.refresh():
            self.controls.offer_vaes(self.data.vaes())
            # A spectrum is of one image: other rows do not change it.
            one_image = Needs.SPECTRA_OF_IMAGE in self.controls.kind.needs
            self._stale = self._stale or not one_image or self.current() is None
        if self._stale or self._restyle:
            if self.data.count:
                self._view(self.controls.kind)  # making it is not part of what a redraw costs
            begin = time.perf_counter()
            self.redraw()
            spent = round((time.perf_counter() - begin) * 1000)
            self._timer.setInterval(max(_SOONEST_MS, min(_LATEST_MS, _SHARE * spent)))

    def redraw(self) -> None:
        """Draw what is chosen, now."""
        self._stale = False
        self.redraws += 1
        if not self.data.count:
            self._row, self._newest, self._chosen, self.selected = None, None, False, ()
            self._spectra.clear()
            self._ratios.clear()
        nothing = why_empty(self.data)
        if nothing:
            self._say(nothing)
            return
        if self._restyle:
            self._restyle = False
            for view in self.views.values():
                view.retheme()
        view = self._view(self.controls.kind)
        choice = self._choice()
        if choice.waiting and self.current() is view:
            return  # what is shown stays until all of the next image's spectra are there
        problem = view.redraw(choice)
        if problem:
            self._say(problem)
            return
        view.select(self._places())
        self.stack.setCurrentWidget(view)
        self.controls.allow(drawn=True)

    def _choice(self) -> PlotRequest:
        c = self.controls
        found: dict[str, Radial] = {}
        waiting = False
        if Needs.SPECTRA_OF_IMAGE in c.kind.needs and self._row is not None:
            rows = [self._rows.row_of((self._row.image, label)) for label in self.data.vaes()]
            found, waiting = self._spectra.of([row for row in rows if row is not None and row.status == "ok"])
        ratios: dict[str, MeanRatio] = {}
        images = (0, 0)
        if Needs.SPECTRA_OF_RUN in c.kind.needs:
            ratios, images = self._ratios.of(self._pictures.folder)
        return PlotRequest(
            column_named(c.metric_name),
            column_named(c.other_name),
            c.a,
            c.b,
            self._row,
            found,
            waiting,
            ratios,
            images,
            self._live,
        )

    def _places(self) -> list[int]:
        return [place for place in map(self.data.number_of, self.selected) if place is not None]

    def _view(self, kind: PlotKind) -> PlotView:
        view = self.views.get(kind)
        if view is None:
            view = self.views[kind] = kind.view(self.data, self)
            view.retheme()
            view.picked.connect(self._picked)
            view.zoomed.connect(self._zoomed)
            view.resized.connect(self._draw_soon)
            view.set_selecting(self.controls.selecting)
            self.stack.addWidget(view)
            self.setTabOrder(self.controls, view)
        return view

    def current(self) -> PlotView | None:
        """The plot that is being shown."""
        widget = self.stack.currentWidget()
        return None if widget is self.message else widget  # type: ignore[return-value]  # all others are plots

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.stack.setCurrentWidget(self.message)
        self.controls.allow(drawn=False)

    # Choosing

    @Slot()
    def _choose(self) -> None:
        for view in self.views.values():
            view.reset_zoom()
        self._stale = True
        if self.isVisible():
            self._look()

    @Slot(bool)
    def _set_selecting(self, on: bool) -> None:
        for view in self.views.values():
            view.set_selecting(on)

    @Slot()
    def _reset(self) -> None:
        view = self.current()
        if view is not None:
            view.reset_zoom()

    @Slot(bool)
    def _zoomed(self, on: bool) -> None:
        self.controls.allow(zoomed=on)
        if not on:
            self.refresh()

    @Slot(object)
    def _picked(self, places: Sequence[int]) -> None:
        self.selected = tuple(self.data.row(place).key for place in places)
        view = self.current()
        if view is not None:
            view.select(places)
        self.rows_selected.emit(list(self.selected))
