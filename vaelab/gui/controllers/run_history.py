"""Runs of before: open one, continue one, forget one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from vaelab.errors import UsageError
from vaelab.gui.controllers.exports import Exports
from vaelab.gui.controllers.row_selection import RowSelection
from vaelab.gui.core import engine_text
from vaelab.gui.core.background_jobs import Failure, Jobs
from vaelab.gui.core.notifier import Action, Notifier
from vaelab.gui.core.phase import Phase
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.results.log import LogPanel
from vaelab.gui.run.run_model import RunModel
from vaelab.gui.run.worker import RunController
from vaelab.gui.setup.model import SetupModel
from vaelab.gui.start.recent_runs import describe_runs
from vaelab.gui.start.start_page import StartPage
from vaelab.gui.widgets.navigation import Navigation, Page
from vaelab.report.run.data import RunData
from vaelab.report.words.notes import doubled_and_missing
from vaelab.settings import RunSettings
from vaelab.text import rows

_RECENT = "recent/runs"


class RunHistory(QObject):
    """Everything about runs that are on disk.

    Attributes:
        waiting: a run folder that was to be opened while a run went on.

    Signals:
        shown: the ``RunData`` of a run that has just been read.
        continued: the ``RunSettings`` of a run that is to be continued.
    """

    shown = Signal(RunData)
    continued = Signal(RunSettings)

    def __init__(
        self,
        run_model: RunModel,
        run_controller: RunController,
        setup_model: SetupModel,
        row_selection: RowSelection,
        exports: Exports,
        *,
        start: StartPage,
        log: LogPanel,
        navigation: Navigation,
        jobs: Jobs,
        store: SettingsStore,
        notifier: Notifier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._run_model, self._run_controller = run_model, run_controller
        self._setup_model, self._row_selection, self._exports = setup_model, row_selection, exports
        self._start, self._log = start, log
        self._navigation, self._jobs, self._store, self._notifier = navigation, jobs, store, notifier
        self._continue_when_open = False
        self.waiting: Path | None = None
        start.open_wanted.connect(self.open_run)
        start.resume_wanted.connect(self.continue_run)
        start.discard_wanted.connect(self.forget)
        run_model.started.connect(self.remember)
        run_model.opened.connect(self._opened)
        run_model.open_failed.connect(self._say_problem)
        navigation.start_shown.connect(self.show_recent)

    # Opening

    @Slot(object)
    def open_run(self, folder: Path) -> None:
        """Open a run folder: now, or offered again when the run that goes on has ended."""
        if self._run_controller.phase is Phase.IDLE:
            self.waiting = None
            self._run_model.open(folder)
            return
        self.waiting = folder
        self._notifier.message(
            self.tr("{0} can be opened when the run that goes on has ended.").format(folder.name), kind="info"
        )

    @Slot(object)
    def continue_run(self, folder: Path) -> None:
        """Open a run folder and go on with it."""
        if self._run_controller.phase is Phase.IDLE:
            self._continue_when_open = True
            self._run_model.open(folder)

    @Slot()
    def continue_shown(self) -> None:
        """Continue the run that is shown."""
        data = self._run_model.data
        if data is None or data.folder is None or self._run_controller.phase is not Phase.IDLE:
            return
        try:
            settings = RunSettings.from_json(data.summary["settings"], data.folder)
            self._setup_model.load(settings)
        except (UsageError, KeyError) as error:
            self._notifier.message(self.tr("This run cannot be continued: {0}").format(error), kind="bad")
            return
        self.continued.emit(settings)

    @Slot(object)
    def _opened(self, data: RunData) -> None:
        assert data.folder is not None
        self.remember(data.folder)
        self._row_selection.stop_following()
        self._navigation.show(Page.SUMMARY)
        self.shown.emit(data)
        self._row_selection.select_first()
        ended = str(data.summary.get("state", "finished")) == "finished"
        lost = data.damage.missing > 0
        if ended and not lost:
            self._notifier.close_message()
        elif not self._continue_when_open:
            text = (
                " ".join(map(engine_text.sentence, doubled_and_missing(data.damage)))
                if lost
                else self.tr("This run ended early, with {0}.").format(
                    engine_text.counted(rows(len(data.rows)))
                )
            )
            resume = Action(self.tr("Resume"), self.continue_shown)
            report = Action(self.tr("Open report"), self._exports.open_report)
            self._notifier.message(text, kind="warn", actions=[resume, report])
        if self._continue_when_open:
            self._continue_when_open = False
            self.continue_shown()

    @Slot(str)
    def _say_problem(self, message: str) -> None:
        self._continue_when_open = False
        self._notifier.message(message, kind="bad")

    # Remembering

    @Slot(object)
    def remember(self, folder: Path) -> None:
        """Put a run at the head of the recent ones: from its first moment, so that the next start can offer it."""
        self._store.remember(_RECENT, str(folder))

    @Slot(object)
    def forget(self, folder: Path) -> None:
        """Take a run out of the recent ones. Its files stay."""
        kept = [text for text in self._store.items(_RECENT) if Path(str(text)) != folder]
        self._store.put(_RECENT, kept)
        self.show_recent()
        self._log.add(self.tr("{0} is no longer offered; its files stay.").format(folder))

    def recent_folders(self) -> list[Path]:
        """Run folders, newest first, whether or not they still exist."""
        return [Path(str(text)) for text in self._store.items(_RECENT)]

    @Slot()
    def show_recent(self) -> None:
        """Bring the first page's list up to date, in the background."""
        self._jobs.submit(partial(describe_runs, self.recent_folders()), self._show_recent)

    def _show_recent(self, found: list[dict[str, Any]] | Failure) -> None:
        if not isinstance(found, Failure):
            self._start.show_recent(found)
