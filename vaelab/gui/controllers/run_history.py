"""Runs of before: open one, continue one, forget one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from vaelab.errors import UsageError
from vaelab.gui.core import engine_text
from vaelab.gui.core.background_jobs import Failure
from vaelab.gui.core.phase import Phase
from vaelab.gui.rooms import Rooms
from vaelab.gui.start.recent_runs import describe_runs
from vaelab.report.run.data import RunData
from vaelab.report.words.notes import doubled_and_missing
from vaelab.settings import RunSettings
from vaelab.text import rows

_RECENT = "recent/runs"


class Opening(QObject):
    """Everything about runs that are on disk.

    Signals:
        shown: the ``RunData`` of a run that has just been read.
        continued: the ``RunSettings`` of a run that is to be continued.
    """

    shown = Signal(object)
    continued = Signal(object)

    def __init__(self, rooms: Rooms, parent: QObject | None = None) -> None:
        """Connect the session and the first page."""
        super().__init__(parent)
        self._rooms = rooms
        self._continue_when_open = False
        self.waiting: Path | None = None
        rooms.start.open_wanted.connect(self.open_run)
        rooms.start.resume_wanted.connect(self.continue_run)
        rooms.start.discard_wanted.connect(self.forget)
        rooms.session.opened.connect(self._opened)
        rooms.session.open_failed.connect(self._say_problem)
        rooms.banner.chosen.connect(self._banner_action)

    # Opening

    @Slot(object)
    def open_run(self, folder: Path) -> None:
        """Open a run folder: now, or offered again when the run that goes on has ended."""
        if self._rooms.controller.phase is Phase.IDLE:
            self.waiting = None
            self._rooms.session.open(folder)
            return
        self.waiting = folder
        self._rooms.banner.say(
            self.tr("{0} can be opened when the run that goes on has ended.").format(folder.name), kind="info"
        )

    @Slot(object)
    def continue_run(self, folder: Path) -> None:
        """Open a run folder and go on with it."""
        if self._rooms.controller.phase is Phase.IDLE:
            self._continue_when_open = True
            self._rooms.session.open(folder)

    @Slot()
    def continue_shown(self) -> None:
        """Continue the run that is shown."""
        data = self._rooms.session.data
        if data is None or data.folder is None or self._rooms.controller.phase is not Phase.IDLE:
            return
        try:
            settings = RunSettings.from_json(data.summary["settings"], data.folder)
            self._rooms.setup_model.load(settings)
        except (UsageError, KeyError) as error:
            self._rooms.banner.say(self.tr("This run cannot be continued: {0}").format(error), kind="bad")
            return
        self.continued.emit(settings)

    @Slot(object)
    def _opened(self, data: RunData) -> None:
        r = self._rooms
        assert data.folder is not None
        self.remember(data.folder)
        r.viewer.show_following(False, live=False)
        r.summary.show_weights(data.weights)
        self.shown.emit(data)
        r.tabs.setCurrentWidget(r.summary)
        if r.rows.rows():
            r.images.select(r.rows.rows()[0].key)
        ended = str(data.summary.get("state", "finished")) == "finished"
        lost = data.damage.missing > 0
        if ended and not lost:
            r.banner.hide()
        elif not self._continue_when_open:
            text = (
                " ".join(map(engine_text.sentence, doubled_and_missing(data.damage)))
                if lost
                else self.tr("This run ended early, with {0}.").format(
                    engine_text.counted(rows(len(data.rows)))
                )
            )
            r.banner.say(
                text, kind="warn", actions={"resume": self.tr("Resume"), "report": self.tr("Open report")}
            )
        if self._continue_when_open:
            self._continue_when_open = False
            self.continue_shown()

    @Slot(str)
    def _say_problem(self, message: str) -> None:
        self._continue_when_open = False
        self._rooms.banner.say(message, kind="bad")

    # Remembering

    def remember(self, folder: Path) -> None:
        """Put a run at the head of the recent ones: from its first moment, so that the next start can offer it."""
        self._rooms.store.remember(_RECENT, str(folder))

    @Slot(object)
    def forget(self, folder: Path) -> None:
        """Take a run out of the recent ones. Its files stay."""
        kept = [text for text in self._rooms.store.items(_RECENT) if Path(str(text)) != folder]
        self._rooms.store.put(_RECENT, kept)
        self.show_recent()
        self._rooms.log.add(self.tr("{0} is no longer offered; its files stay.").format(folder))

    def recent_folders(self) -> list[Path]:
        """Run folders, newest first, whether or not they still exist."""
        return [Path(str(text)) for text in self._rooms.store.items(_RECENT)]

    def recent_runs(self) -> list[dict[str, Any]]:
        """Runs that still exist, newest first, as the first page shows them; read from disk here and now."""
        return describe_runs(self.recent_folders())

    def show_recent(self) -> None:
        """Bring the first page's list up to date, in the background."""
        self._rooms.jobs.submit(partial(describe_runs, self.recent_folders()), self._show_recent)

    def _show_recent(self, found: list[dict[str, Any]] | Failure) -> None:
        if not isinstance(found, Failure):
            self._rooms.start.show_recent(found)

    @Slot(str)
    def _banner_action(self, name: str) -> None:
        if name == "open:waiting" and self.waiting is not None:
            self.open_run(self.waiting)
