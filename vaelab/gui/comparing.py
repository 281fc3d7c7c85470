"""One run beside another: reads the other, opens the table of both, writes it as a page."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from vaelab.errors import RunFolderError
from vaelab.gui.desktop import Desktop
from vaelab.gui.excluding import without
from vaelab.gui.jobs import Failure
from vaelab.gui.results import marks
from vaelab.gui.settings_store import runs_folder
from vaelab.report import comparison, protocol_differences
from vaelab.report.data import RunData
from vaelab.report.load import load_run
from vaelab.report.protocol import device_differences
from vaelab.store import write_atomic

if TYPE_CHECKING:
    from vaelab.gui.comparison_window import ComparisonWindow
    from vaelab.gui.main_window import MainWindow


class Comparing(QObject):
    """Compares the run that is shown with one from disk.

    Attributes:
        shown: the table of both; None before there is one.
    """

    def __init__(self, window: MainWindow, desktop: Desktop) -> None:
        """Belong to a window."""
        super().__init__(window)
        self._window, self._desktop = window, desktop
        self._other: RunData | None = None
        self.shown: ComparisonWindow | None = None

    def take_over(self, other: Comparing) -> None:
        """Show the comparison that another window shows."""
        shown = other.shown is not None and shiboken6.isValid(other.shown) and other.shown.isVisible()
        if shown and other._other is not None:
            self._loaded(other._other)

    @Slot()
    def ask(self) -> None:
        """Ask for the other run's folder."""
        start = runs_folder()
        path = QFileDialog.getExistingDirectory(
            self._window, self.tr("Run to compare with"), str(start if start.exists() else "")
        )
        if path:
            self.compare_with(Path(path))

    @Slot(object)
    def compare_with(self, folder: Path) -> None:
        """Read the other run and open the table of both; what sets them apart is named in it."""
        self._window.jobs.submit(partial(_load, folder), self._loaded)

    def _loaded(self, found: RunData | Failure) -> None:
        w, data = self._window, self._window.session.data
        if isinstance(found, Failure):
            w.banner.say(found.message, kind="bad")
            return
        if data is None:
            return
        from vaelab.gui.comparison_window import ComparisonWindow  # with the first comparison

        self._other = found
        self.shown = ComparisonWindow(
            data, found, protocol_differences([data, found]), device_differences([data, found]), w
        )
        self.shown.report_wanted.connect(self.show)
        self.shown.show()

    @Slot()
    def show(self) -> None:
        """Write one table of both runs beside them and open it in the browser."""
        w, data, other = self._window, self._window.session.data, self._other
        if data is not None and other is not None:
            place = runs_folder() / f"comparison_{data.name}_{other.name}.html"
            w.jobs.submit(partial(_write, place, data, other), self._written)

    def _written(self, found: Path | Failure) -> None:
        if isinstance(found, Failure):
            self._window.banner.say(found.message, kind="bad")
            return
        self._window.banner.say(self.tr("Compared: {0}").format(found))
        self._desktop.open(found)


def _load(folder: Path) -> RunData:
    """Read a run as its own window shows it: without the images that were excluded there."""
    found = load_run(folder)
    assert found.folder is not None
    excluded = marks.read(found.folder).excluded
    return without(found.folder, found.summary, found.rows, excluded) if excluded else found


def _write(place: Path, data: RunData, other: RunData) -> Path:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(place, comparison([data, other], "html").encode())
    except OSError as error:
        raise RunFolderError(
            f"'{place}' cannot be written: {error.strerror or error}; make room there and compare again"
        ) from error
    return place
