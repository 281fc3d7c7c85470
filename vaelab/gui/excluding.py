"""Numbers without the images that the user excludes: computed by the engine in the background, kept beside the run."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from vaelab.errors import RunFolderError
from vaelab.gui.jobs import Failure
from vaelab.gui.results import marks
from vaelab.gui.results.chips import Chip
from vaelab.gui.rooms import Rooms
from vaelab.records import Row
from vaelab.report.data import RunData
from vaelab.results.intervals import RESAMPLES
from vaelab.store import read_latents
from vaelab.results.summary import EXCLUDED, with_results

_QUICK_ROWS = 600
"""Up to so many rows, all resamples are drawn at once: it takes a blink."""
_QUICK_RESAMPLES = 200


class Excluding(QObject):
    """Lets summary, ranking, intervals and reports follow what is excluded, and writes flags and exclusions down.

    Signals:
        recomputed: the session's data are those of the remaining images now.
    """

    recomputed = Signal()

    def __init__(self, rooms: Rooms, parent: QObject | None = None) -> None:
        """Follow the session and the marks."""
        super().__init__(parent)
        self._rooms = rooms
        self._marks = rooms.rows.marks
        self._marks.stack = rooms.setup_model.undo
        self._busy = self._again = False
        self._marks.edited.connect(self._keep)
        self._marks.exclusion_changed.connect(self._follow)
        rooms.session.started.connect(self._show_marks)
        rooms.session.finished.connect(self._follow_finished)
        rooms.session.opened.connect(self._follow_opened)
        rooms.summary.excluded_wanted.connect(self._show_excluded)

    @property
    def busy(self) -> bool:
        """Whether other numbers than those that are shown are being computed."""
        return self._busy

    @Slot(object)
    def _show_marks(self, folder: Path) -> None:
        try:
            self._marks.show(marks.read(folder))
        except RunFolderError as error:
            self._marks.show(marks.Marked())
            self._rooms.log.add(str(error), "warn")

    @Slot(object)
    def _follow_opened(self, data: RunData) -> None:
        if data.folder is not None:
            self._show_marks(data.folder)

    @Slot(object)
    def _follow_finished(self, _: object) -> None:
        if self._marks.excluded:
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
            marks.write(folder, self._marks.marked)
        except RunFolderError as error:
            self._rooms.log.add(str(error), "warn")

    @Slot()
    def _show_excluded(self) -> None:
        self._rooms.tabs.setCurrentWidget(self._rooms.images)
        self._rooms.images.bar.put("", [Chip.EXCLUDED])

    # Computing

    def _compute(self, resamples: int | None = None) -> None:
        data = self._rooms.session.data
        if data is None:
            return
        if self._busy:
            self._again = True
            return
        self._busy, self._again = True, False
        rows = tuple(self._rooms.rows.rows())
        draws = resamples or (RESAMPLES if len(rows) <= _QUICK_ROWS else _QUICK_RESAMPLES)
        self._rooms.jobs.submit(
            partial(without, data.folder, data.summary, rows, self._marks.excluded, draws),
            partial(self._show, self._marks.generation, self._marks.excluded, draws),
        )

    def _show(
        self, generation: int, excluded: frozenset[str], resamples: int, found: RunData | Failure
    ) -> None:
        self._busy = False
        current = generation == self._marks.generation and excluded == self._marks.excluded
        if self._again or not current:
            # Another run, or more was excluded meanwhile: these are nobody's numbers.
            self._compute()
            return
        if isinstance(found, Failure):
            self._rooms.log.add(found.message, "bad")
            self._rooms.banner.say(found.message, kind="bad")
            return
        self._rooms.session.show_data(found)
        self.recomputed.emit()
        if resamples < RESAMPLES:
            self._compute(RESAMPLES)


def without(
    folder: Path | None,
    frame: Mapping[str, Any],
    rows: tuple[Row, ...],
    excluded: frozenset[str],
    resamples: int = RESAMPLES,
) -> RunData:
    """Return a run computed without some of its images; safe on any thread.

    Args:
        folder: of the run.
        frame: its summary, whose results are made anew.
        rows: all of its rows.
        excluded: names of images.
        resamples: of the bootstrap.
    """
    latents = {} if folder is None else read_latents(folder)
    summary = with_results(frame, rows, latents, resamples, excluded=excluded)
    left_out = set(summary.get(EXCLUDED) or ())
    return RunData(folder, summary, tuple(row for row in rows if row.image not in left_out))
