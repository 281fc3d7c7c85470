"""The run as it is shown: by the weights of J in force, without the excluded images. Whatever shows, copies or exports a number reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from vaelab.errors import RunFolderError
from vaelab.gui.core.background_jobs import Failure
from vaelab.gui.models import user_marks
from vaelab.gui.results.images.quick_filters import Chip
from vaelab.gui.rooms import Rooms
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
    """Keeps ``session.data`` true to the weights, the exclusions and the rows, and writes flags and exclusions down.

    Attributes:
        own_weights: the user's own, for the next run: the demo and a reopened run show theirs without leaving them behind.

    Signals:
        computed: the session's data are by the weights and exclusions in force now.
    """

    computed = Signal()

    def __init__(self, rooms: Rooms, parent: QObject | None = None) -> None:
        """Follow the weights, the marks and the session."""
        super().__init__(parent)
        self._rooms = rooms
        self._marks = rooms.rows.marks
        self._marks.stack = rooms.setup_model.undo
        # Whether what is shown has been computed with fewer resamples than it will have.
        self._busy = self._again = self._quick = False
        self.own_weights: dict[str, float] = rooms.summary.current_weights()
        self._marks.edited.connect(self._keep)
        self._marks.exclusion_changed.connect(self._follow)
        rooms.summary.weights_changed.connect(self._weigh)
        rooms.session.started.connect(self._show_marks)
        rooms.session.finished.connect(self._follow_finished)
        rooms.session.opened.connect(self._follow_opened)
        rooms.summary.excluded_wanted.connect(self._show_excluded)

    @property
    def weights(self) -> Mapping[str, float]:
        """λ of J in force."""
        return self._rooms.session.weights

    @property
    def excluded(self) -> frozenset[str]:
        """Names of the images that are left out of everything."""
        return self._marks.excluded

    @property
    def baseline(self) -> str:
        """The VAE that differences are shown to; empty for none."""
        return self._rooms.summary.model.baseline

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
        self._rooms.session.weights = dict(weights)
        if self._rooms.session.data is None:
            self._rooms.session.recount()
        else:
            self._compute()

    @Slot(object)
    def _show_marks(self, folder: Path) -> None:
        self._quick = False
        try:
            self._marks.show(user_marks.read(folder))
        except RunFolderError as error:
            self._marks.show(user_marks.Marked())
            self._rooms.log.add(str(error), "warn")

    @Slot(object)
    def _follow_opened(self, data: RunData) -> None:
        if data.folder is not None:
            self._show_marks(data.folder)

    @Slot(object)
    def _follow_finished(self, _: object) -> None:
        self._compute()

    @Slot()
    def _follow(self) -> None:
        if self._rooms.session.data is None:
            self._rooms.session.recount()
        else:
            self._compute()

    @Slot()
    def _keep(self) -> None:
        folder = self._rooms.session.folder
        if folder is None:
            return
        try:
            user_marks.write(folder, self._marks.marked)
        except RunFolderError as error:
            self._rooms.log.add(str(error), "warn")

    @Slot()
    def _show_excluded(self) -> None:
        self._rooms.tabs.setCurrentWidget(self._rooms.images)
        self._rooms.images.bar.put("", [Chip.EXCLUDED])

    # Computing

    def _compute(self) -> None:
        data = self._rooms.session.data
        if data is None:
            return
        if self._busy:
            self._again = True
            return
        weights, excluded = dict(self.weights), self._marks.excluded
        rows = self._rooms.rows.rows().snapshot()
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
        self._rooms.jobs.submit(work, partial(self._show, self._marks.generation, excluded, weights, draws))

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
            self._rooms.log.add(found.message, "bad")
            self._rooms.banner.say(found.message, kind="bad")
            return
        self._rooms.session.show_data(found.data, found.rows)
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
