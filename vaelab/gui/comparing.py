"""One run beside another: what differs between their protocols, and one table of both."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from vaelab.errors import VAELabError
from vaelab.gui.jobs import Failure
from vaelab.gui.settings_store import runs_folder
from vaelab.report import comparison, protocol_differences
from vaelab.report.data import RunData
from vaelab.report.load import load_run
from vaelab.store import write_atomic

if TYPE_CHECKING:
    from vaelab.gui.main_window import MainWindow


class Comparing(QObject):
    """Compares the run that is shown with one from disk."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window."""
        super().__init__(window)
        self._window = window
        self._other: RunData | None = None

    @Slot()
    def ask(self) -> None:
        """Ask for the other run's folder."""
        start = runs_folder()
        path = QFileDialog.getExistingDirectory(
            self._window, self.tr("Run to compare with"), str(start if start.exists() else "")
        )
        if path:
            self.compare_with(Path(path))

    def compare_with(self, folder: Path) -> None:
        """Read the other run, name what differs, and open the table of both where nothing does."""
        self._window.jobs.submit(partial(load_run, folder), self._loaded)

    def _loaded(self, found: RunData | Failure) -> None:
        w = self._window
        data = w.session.data
        if isinstance(found, Failure):
            w.banner.say(found.message, kind="bad")
            return
        if data is None:
            return
        self._other = found
        differences = protocol_differences([data, found])
        if differences:
            text = self.tr("These runs were not measured alike, so their numbers are not comparable: {0}.")
            w.banner.say(
                text.format("; ".join(differences)),
                kind="warn",
                actions={"compare": self.tr("Compare anyway")},
            )
            return
        self.show()

    @Slot()
    def show(self) -> None:
        """Write one table of both runs beside them and open it in the browser."""
        w, data, other = self._window, self._window.session.data, self._other
        if data is None or other is None:
            return
        place = runs_folder() / f"comparison_{data.name}_{other.name}.html"
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            write_atomic(place, comparison([data, other], "html").encode())
        except (OSError, VAELabError) as error:
            w.banner.say(self.tr("The comparison cannot be written: {0}").format(error), kind="bad")
            return
        w.banner.say(self.tr("Compared: {0}").format(place))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
