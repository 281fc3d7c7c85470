"""The run as it is shown: by the weights of J in force, without the excluded images. Whatever shows, copies or exports a number reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from vaelab.errors import RunFolderError
from vaelab.gui.core.background_jobs import Failure, Jobs
from vaelab.gui.core.notifier import Notifier
from vaelab.gui.models import user_marks
from vaelab.gui.models.rows_model import RowsModel
from vaelab.gui.results.images.quick_filters import Chip
from vaelab.gui.results.images.tab import ImagesTab
from vaelab.gui.results.log import LogPanel
from vaelab.gui.results.summary_tab import SummaryTab
from vaelab.gui.run.run_model import RunModel
from vaelab.gui.widgets.navigation import Navigation, Page
from vaelab.report.run.data import RunData
from vaelab.report.run.load import shown_run
from vaelab.results.intervals import RESAMPLES
from vaelab.results.row_table import RowTable
from vaelab.results.summary import EXCLUDED, rescored, reweighed

_QUICK_ROWS = 600
"""Up to so many rows, all resamples are drawn at once: it takes a blink."""


@dataclass(frozen=True)
class Computed:
    """A run computed anew.

    Attributes:
        data: what is shown from now on.
        rows: all rows, the excluded ones too, each with its score by the same weights.
    """

    data: RunData
    rows: RowTable


class RunView(QObject):
    """Keeps ``run_model.data`` true to the weights, the exclusions and the rows, and writes flags and exclusions down.

    Attributes:
        own_weights: the user's own, for the next run: the demo and a reopened run show theirs without leaving them behind.

    Signals:
        computed: the data of ``run_model`` are by the weights and exclusions in force now.
    """

    computed = Signal()

    def __init__(
        self,
        run_model: RunModel,
        rows: RowsModel,
        undo: QUndoStack,
        jobs: Jobs,
        notifier: Notifier,
        navigation: Navigation,
        *,
        images: ImagesTab,
        summary: SummaryTab,
        log: LogPanel,
        parent: QObject | None = None,
    ) -> None:
        """Follow the weights, the marks and the run; flags and exclusions can be undone by ``undo``."""
        super().__init__(parent)
        self._run_model, self._rows, self._jobs = run_model, rows, jobs
        self._notifier, self._navigation = notifier, navigation
        self._images, self._summary, self._log = images, summary, log
        self._marks = rows.marks
        self._marks.stack = undo
        # Whether what is shown has been computed with fewer resamples than it will have.
        self._busy = self._again = self._quick = False
        self.own_weights: dict[str, float] = summary.current_weights()
        self._marks.edited.connect(self._keep)
        self._marks.exclusion_changed.connect(self._follow)
        summary.weights_changed.connect(self._weigh)
        run_model.started.connect(self._show_marks)
        run_model.finished.connect(self._follow_finished)
        run_model.opened.connect(self._follow_opened)
        summary.excluded_wanted.connect(self._show_excluded)

    @property
    def weights(self) -> Mapping[str, float]:
        """λ of J in force."""
        return self._run_model.weights

    @property
    def busy(self) -> bool:
        """Whether other numbers than those that are shown are being computed."""
        return self._busy

    def take_over(self, other: RunView) -> None:
        """Go on where another window's was."""
        self.own_weights = dict(other.own_weights)

    @Slot(object)
    def _weigh(self, weights: Mapping[str, float]) -> None:
        self.own_weights = dict(weights)
        self._run_model.weights = dict(weights)
        if self._run_model.data is None:
            self._run_model.recount()
        else:
            self._compute()

    @Slot(object)
    def _show_marks(self, folder: Path) -> None:
        self._quick = False
        try:
            self._marks.show(user_marks.read(folder))
        except RunFolderError as error:
            self._marks.show(user_marks.Marked())
            self._log.add(str(error), "warn")

    @Slot(object)
    def _follow_opened(self, data: RunData) -> None:
        self._summary.show_weights(data.weights)
        if data.folder is not None:
            self._show_marks(data.folder)

    @Slot(object)
    def _follow_finished(self, _: object) -> None:
        self._compute()

    @Slot()
    def _follow(self) -> None:
        if self._run_model.data is None:
            self._run_model.recount()
        else:
            self._compute()

    @Slot()
    def _keep(self) -> None:
        folder = self._run_model.folder
        if folder is None:
            return
        try:
            user_marks.write(folder, self._marks.marked)
        except RunFolderError as error:
            self._log.add(str(error), "warn")

    @Slot()
    def _show_excluded(self) -> None:
        self._navigation.show(Page.IMAGES)
        self._images.bar.put("", [Chip.EXCLUDED])

    # Computing

    def _compute(self) -> None:
        data = self._run_model.data
        if data is None:
            return
        if self._busy:
            self._again = True
            return
        weights, excluded = dict(self.weights), self._marks.excluded
        rows = self._rows.rows().snapshot()
        present = excluded & set(rows.used("image"))
        same_images = set(data.summary.get(EXCLUDED) or ()) == present and not self._quick
        if same_images and dict(data.weights) == weights:
            return  # it is what is shown
        self._busy, self._again = True, False
        draws = RESAMPLES if same_images or self._quick or len(rows) <= _QUICK_ROWS else 0
        work = (
            partial(_by_weights, data, rows, weights)
            if same_images
            else partial(_without, data, rows, excluded, weights, draws)
        )
        self._jobs.submit(work, partial(self._show, self._marks.generation, excluded, weights, draws))

    def _show(
        self,
        generation: int,
        excluded: frozenset[str],
        weights: Mapping[str, float],
        resamples: int,
        found: Computed | Failure,
    ) -> None:
        self._busy = False
        current = generation == self._marks.generation and excluded == self._marks.excluded
        if self._again or not current or dict(self.weights) != weights:
            # Another run, or other weights or exclusions meanwhile: these are nobody's numbers.
            self._compute()
            return
        if isinstance(found, Failure):
            self._log.add(found.message, "bad")
            self._notifier.message(found.message, kind="bad")
            return
        self._run_model.show_data(found.data, found.rows)
        self.computed.emit()
        self._quick = resamples < RESAMPLES
        if self._quick:
            self._compute()


def _by_weights(data: RunData, rows: RowTable, weights: Mapping[str, float]) -> Computed:
    summary = reweighed(data.summary, rows, weights)
    all_rows = rescored(rows, summary)
    kept = all_rows.without_images(summary.get(EXCLUDED) or ())
    return Computed(RunData(data.folder, summary, kept, data.damage), all_rows)


def _without(
    data: RunData,
    rows: RowTable,
    excluded: frozenset[str],
    weights: Mapping[str, float],
    resamples: int,
) -> Computed:
    found = shown_run(
        data.folder, data.summary, rows, weights=weights, excluded=excluded, resamples=resamples
    )
    # What is damaged was found when the files were read; these rows are what was left.
    return Computed(replace(found, damage=data.damage), rescored(rows, found.summary))
