"""The test charts of the run that is shown: read in the background, once it has ended or was opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from vaelab.arrays import Pixels
from vaelab.charts.measure import ChartRecord
from vaelab.errors import RunFolderError
from vaelab.gui.core.background_jobs import Failure, Jobs
from vaelab.gui.results.charts.tab import ChartsTab
from vaelab.gui.run.run_model import RunModel
from vaelab.run_folder.read.charts import read_charts
from vaelab.run_folder.read.files import read_png


class ChartView(QObject):
    """Keeps the page of the charts true to the run."""

    def __init__(
        self, run_model: RunModel, tab: ChartsTab, jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._run_model, self._tab, self._jobs = run_model, tab, jobs
        run_model.started.connect(self._forget)
        run_model.finished.connect(self.read)
        run_model.opened.connect(self.read)
        tab.chart_chosen.connect(self._read_pictures)

    @Slot()
    def _forget(self) -> None:
        self._tab.show_charts(None, {})

    @Slot()
    def read(self) -> None:
        """Read the charts of the shown run anew."""
        folder = self._run_model.folder
        self._tab.show_charts(None, {})
        if folder is not None:
            self._jobs.submit(partial(read_charts, folder), partial(self._show, folder))

    def _show(self, folder: Path, found: ChartRecord | Failure | None) -> None:
        if folder != self._run_model.folder:
            return
        if isinstance(found, Failure):
            self._tab.show_charts(None, {}, found.message)
            return
        shown = self._run_model.shown
        labels = list(shown.vaes) if shown is not None else []
        self._tab.show_charts(found, {label: place for place, label in enumerate(labels)})

    @Slot(str)
    def _read_pictures(self, chart: str) -> None:
        folder = self._run_model.folder
        if folder is not None:
            record = self._tab.model.record
            self._jobs.submit(
                partial(_pictures, folder, record, chart), partial(self._show_pictures, folder, chart)
            )

    def _show_pictures(self, folder: Path, chart: str, found: list[tuple[str, Pixels]] | Failure) -> None:
        if folder == self._run_model.folder and not isinstance(found, Failure):
            self._tab.show_pictures(chart, found)


def _pictures(folder: Path, record: ChartRecord, chart: str) -> list[tuple[str, Pixels]]:
    found = []
    for label, reading in {"": record.original, **record.vaes}.items():
        try:
            found.append((label, read_png(folder, reading.pictures.get(chart, ""), (512, 512))))
        except RunFolderError:
            continue  # it is not there, or not to be shown
    return found
