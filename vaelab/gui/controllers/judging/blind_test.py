"""Opens the blind test of the run that is shown; whatever else is on screen steps back, since it names VAEs and files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from vaelab.gui.controllers import export_formats
from vaelab.gui.core.background_jobs import Failure, Jobs
from vaelab.gui.core.notifier import Notifier
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.judge.session import has_pictures
from vaelab.gui.run.run_model import RunModel
from vaelab.report.words.protocol import report_name
from vaelab.run_files import REPORT

if TYPE_CHECKING:
    from vaelab.gui.judge.judge_window import JudgeWindow

_NAME = "judge/name"


class BlindTest(QObject):
    """One test at a time.

    Attributes:
        shown: its window; None while there is none.

    Signals:
        ended: there may be new answers.
    """

    ended = Signal()

    def __init__(
        self, run_model: RunModel, jobs: Jobs, store: SettingsStore, notifier: Notifier, parent: QWidget
    ) -> None:
        """Judge what ``run_model`` shows; ``parent`` is the window that steps back meanwhile."""
        super().__init__(parent)
        self._run_model, self._jobs, self._store = run_model, jobs, store
        self._notifier, self._window = notifier, parent
        self._hidden: list[QWidget] = []
        self.shown: JudgeWindow | None = None

    @Slot()
    def ask(self) -> None:
        """Open the test, where the run has saved what is to be seen."""
        data = self._run_model.data
        if data is None or self.shown is not None:
            return
        if not has_pictures(data):
            self._notifier.message(
                self.tr(
                    "This run has saved no originals and reconstructions to judge: choose “all” under Save images, and run it again."
                ),
                kind="warn",
            )
            return
        from vaelab.gui.judge.judge_window import JudgeWindow  # with the first test

        self.shown = JudgeWindow(data, self._jobs, self._store.text(_NAME))
        self.shown.ended.connect(self._end)
        self._hidden = [
            widget
            for widget in QApplication.topLevelWidgets()
            if widget.isVisible() and widget is not self.shown
        ]
        self.shown.setGeometry(self._window.geometry())
        if self._window.isMaximized() or self._window.isFullScreen():
            self.shown.showMaximized()
        else:
            self.shown.show()
        for widget in self._hidden:
            widget.hide()
        self.shown.activateWindow()

    @Slot(str)
    def _end(self, judge: str) -> None:
        hidden, self._hidden, self.shown = self._hidden, [], None
        for widget in hidden:
            if shiboken6.isValid(widget):
                widget.show()
        if judge:
            self._store.put(_NAME, judge)
        self.ended.emit()
        data = self._run_model.data
        if data is not None and data.folder is not None and report_name(data) == REPORT:
            # The page of the run gets its section of judges.
            write = partial(export_formats.save, data, "html", data.folder / REPORT)
            self._jobs.submit(write, self._saved)

    def _saved(self, found: object) -> None:
        if isinstance(found, Failure):
            self._notifier.message(found.message, kind="bad")
