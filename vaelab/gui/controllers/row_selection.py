"""Which row is looked at: the newest while the viewer follows the run, otherwise the one that the user chose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from vaelab.gui.core.phase import Phase
from vaelab.gui.models.rows_model import RowsModel
from vaelab.gui.plots.tab import PlotsTab
from vaelab.gui.results.images.tab import ImagesTab
from vaelab.gui.results.summary_tab import SummaryTab
from vaelab.gui.run.run_model import RunModel
from vaelab.gui.run.worker import RunController
from vaelab.gui.viewer.panel import ViewerPanel
from vaelab.results.records import Row


class RowSelection(QObject):
    """Moves table, viewer and plots to a row together.

    Attributes:
        following: whether the viewer follows the newest row.
    """

    def __init__(
        self,
        rows: RowsModel,
        run_model: RunModel,
        run_controller: RunController,
        *,
        images: ImagesTab,
        summary: SummaryTab,
        plots: PlotsTab,
        viewer: ViewerPanel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows, self._run_controller = rows, run_controller
        self._images, self._plots, self._viewer = images, plots, viewer
        self.following = True
        self._went_worst = False
        images.row_chosen.connect(self.choose)
        summary.vae_chosen.connect(self.choose_vae)
        viewer.follow_wanted.connect(self.follow_live)
        plots.rows_selected.connect(self.pick)
        run_model.newest.connect(self.show_newest)
        run_model.rescored.connect(self.show_again)
        run_model.newest.connect(plots.show_newest)
        run_controller.phase_changed.connect(self._phase_changed)

    def begin(self) -> None:
        """Forget the row of the run before, and follow the rows of the one that begins."""
        self._viewer.show_row(None)
        self._plots.show_row(None)
        self.following = True
        self._viewer.show_following(True, live=True)

    def stop_following(self) -> None:
        """Take note that no run goes on whose rows could be followed."""
        self.following = False
        self._viewer.show_following(False, live=False)

    @Slot(object)
    def _phase_changed(self, phase: Phase) -> None:
        if phase is Phase.IDLE:
            self._viewer.show_following(self.following, live=False)

    def choose(self, row: Row) -> None:
        """Show a row that the user has chosen; the viewer no longer follows the run."""
        self.following = False
        self._went_worst = False
        siblings = self.siblings(row)
        self._viewer.show_row(row, siblings)
        # What is one key away: the next lines of the table, then the same image through the other VAEs.
        self._viewer.store.prefetch([*self._images.neighbours(row), *siblings])
        self._plots.show_row(row)
        self._viewer.show_following(False, live=self._run_controller.phase is not Phase.IDLE)

    @Slot()
    def follow_live(self) -> None:
        """Let the viewer follow the newest row again."""
        self.following = True
        self._viewer.show_following(True, live=self._run_controller.phase is not Phase.IDLE)
        if self._rows.rows():
            self.show_newest(self._rows.rows()[-1])

    def select_first(self) -> None:
        """Go to the row that came first."""
        if self._rows.rows():
            self._images.select(self._rows.rows()[0].key)

    @Slot(int)
    def step_image(self, by: int) -> None:
        """Go to the next or previous line of the table."""
        row = self._viewer.row
        place = self._rows.place_of(row.key) if row is not None else -1
        place = max(0, min(self._rows.rowCount() - 1, place + by))
        if self._rows.rowCount():
            self._images.select(self._rows.row_at(place).key)

    @Slot(int)
    def step_worst(self, by: int) -> None:
        """Go to the next row in the order of badness: by the sorted metric, else by the score."""
        order = self._images.worst_order()
        if not order:
            return
        row = self._viewer.row
        keys = self._rows.rows().select(order).row_keys()
        place = keys.index(row.key) + by if row is not None and row.key in keys and self._went_worst else 0
        self._went_worst = True
        self._images.select(keys[max(0, min(len(keys) - 1, place))])
        self._went_worst = True

    @Slot(int)
    def step_vae(self, by: int) -> None:
        """Show the same image through the next or previous VAE."""
        row = self._viewer.row
        if row is None:
            return
        siblings = self.siblings(row)
        place = next((place for place, other in enumerate(siblings) if other.vae == row.vae), 0)
        other = siblings[(place + by) % len(siblings)]
        if self._rows.place_of(other.key) >= 0:
            self._images.select(other.key)
        else:
            self.choose(other)

    @Slot(str)
    def choose_vae(self, label: str) -> None:
        """Show the same image through a VAE."""
        row = self._viewer.row or (self._rows.rows()[0] if self._rows.rows() else None)
        if row is None:
            return
        other = self._rows.row_of((row.image, label))
        if other is not None and other is not self._viewer.row:
            self._images.select(other.key, quietly=True)
            self.choose(other)

    def siblings(self, row: Row) -> list[Row]:
        """All rows of the same image, in the order of the VAEs."""
        model = self._rows
        found = (model.row_of((row.image, vae)) for vae in model.vaes())
        return [other for other in found if other is not None]

    @Slot(object)
    def show_newest(self, row: Row) -> None:
        """Show the row that has just come in, if the viewer follows; otherwise bring its siblings up to date."""
        if self.following:
            self._viewer.show_row(row, self.siblings(row))
        elif self._viewer.row is not None and self._viewer.row.image == row.image:
            self._viewer.show_row(self._viewer.row, self.siblings(row))

    @Slot()
    def show_again(self, *, select: bool = False) -> None:
        """Show the row that is looked at as it is now: its score may be another; ``select`` also moves the table to it."""
        row = None if self._viewer.row is None else self._rows.row_of(self._viewer.row.key)
        if row is not None:
            if select:
                self._images.select(row.key, quietly=True)
            self._viewer.show_row(row, self.siblings(row))

    @Slot(object)
    def pick(self, keys: Sequence[tuple[str, str]]) -> None:
        """Select the rows of a plot in the table too, and look at the first."""
        if not keys:
            return
        self._images.select_all(keys)
        row = self._rows.row_of(keys[0])
        if row is not None:
            self.choose(row)
