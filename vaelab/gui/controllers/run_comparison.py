"""One run beside another: reads the other, opens the table of both, writes it as a page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from vaelab.errors import RunFolderError, why
from vaelab.gui.core.background_jobs import Failure, Jobs
from vaelab.gui.core.notifier import Notifier
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.models import user_marks
from vaelab.gui.run.run_model import RunModel
from vaelab.gui.run.run_view import RunView
from vaelab.gui.widgets.desktop import Desktop
from vaelab.report.compare_runs import Comparison, compare_runs
from vaelab.report.formats.table import comparison
from vaelab.report.run.data import RunData, run_names
from vaelab.report.run.load import load_run
from vaelab.report.words.differences import device_differences, image_differences, protocol_differences
from vaelab.run_folder.read.rows import read_rows
from vaelab.run_folder.store import write_atomic

if TYPE_CHECKING:
    from vaelab.gui.results.comparison_window import ComparisonWindow


@dataclass(frozen=True)
class Both:
    """Two runs, and what is said of them together: the numbers that the table, its copy and its page share."""

    run: RunData
    other: RunData
    found: Comparison


class RunComparison(QObject):
    """Compares the run that is shown with one from disk.

    Attributes:
        shown: the table of both; None before there is one.
    """

    def __init__(
        self,
        run_model: RunModel,
        run_view: RunView,
        jobs: Jobs,
        store: SettingsStore,
        notifier: Notifier,
        desktop: Desktop,
        parent: QWidget,
    ) -> None:
        """Compare what ``run_model`` shows; ``parent`` owns the dialog and the table of both."""
        super().__init__(parent)
        self._run_model, self._jobs, self._store = run_model, jobs, store
        self._notifier, self._desktop, self._parent = notifier, desktop, parent
        self._both: Both | None = None
        self.shown: ComparisonWindow | None = None
        run_view.computed.connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        """Compare anew when the shown run is by other weights, or without some of its images."""
        both, shown = self._both, self.shown
        if both is None or shown is None or not (shiboken6.isValid(shown) and shown.isVisible()):
            return
        if both.other.folder is not None and both.run is not self._run_model.data:
            shown.close()
            self.compare_with(both.other.folder)

    def take_over(self, other: RunComparison) -> None:
        """Show the comparison that another window shows."""
        shown = other.shown is not None and shiboken6.isValid(other.shown) and other.shown.isVisible()
        if shown and other._both is not None:
            self._loaded(other._both)

    @Slot()
    def ask(self) -> None:
        """Ask for the other run's folder."""
        start = self._store.runs_folder()
        path = QFileDialog.getExistingDirectory(
            self._parent, self.tr("Run to compare with"), str(start if start.exists() else "")
        )
        if path:
            self.compare_with(Path(path))

    @Slot(object)
    def compare_with(self, folder: Path) -> None:
        """Read the other run and open the table of both; what sets them apart is named in it."""
        data = self._run_model.data
        if data is not None:
            self._jobs.submit(partial(_load, data, folder), self._loaded)

    def _loaded(self, both: Both | Failure) -> None:
        if isinstance(both, Failure):
            self._notifier.message(both.message, kind="bad")
            return
        from vaelab.gui.results.comparison_window import ComparisonWindow  # with the first comparison

        self._both = both
        runs = [both.run, both.other]
        self.shown = ComparisonWindow(
            both.run,
            both.other,
            both.found,
            protocol_differences(runs),
            [*image_differences(runs), *device_differences(runs)],
            self._parent,
        )
        self.shown.report_wanted.connect(self.show)
        self.shown.show()

    @Slot()
    def show(self) -> None:
        """Write one table of both runs beside them and open it in the browser."""
        both = self._both
        if both is not None:
            place = self._store.runs_folder() / f"comparison_{both.run.name}_{both.other.name}.html"
            self._jobs.submit(partial(_write, place, both.run, both.other), self._written)

    def _written(self, found: Path | Failure) -> None:
        if isinstance(found, Failure):
            self._notifier.message(found.message, kind="bad")
            return
        self._notifier.message(self.tr("Compared: {0}").format(found))
        self._desktop.open(found)


def _load(run: RunData, folder: Path) -> Both:
    """Read a run without the images that were excluded there, by the weights of the one that is shown, and compare it."""
    folder = folder.parent if folder.is_file() else folder
    excluded = user_marks.read(folder).excluded
    images = set(read_rows(folder).used("image"))
    other = load_run(folder, weights=run.weights, excluded=excluded & images)
    return Both(run, other, compare_runs([run, other], run_names((run, other))))


def _write(place: Path, data: RunData, other: RunData) -> Path:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(place, comparison([data, other], "html").encode())
    except OSError as error:
        raise RunFolderError(
            f"'{place}' cannot be written: {why(error)}; make room there and compare again"
        ) from error
    return place
