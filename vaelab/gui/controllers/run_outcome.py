"""How a run ended, in one sentence, and what may be done next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from vaelab.engine.events import RunFinished, VAEFailed
from vaelab.errors import ExitCode
from vaelab.gui.core import engine_text
from vaelab.gui.rooms import Rooms
from vaelab.gui.run.worker import RunBroken
from vaelab.text import duration

if TYPE_CHECKING:
    from vaelab.gui.controllers.workflow import Flow


class Ending(QObject):
    """Says how a run ended, and offers the next steps.

    Attributes:
        stopped: whether the last run ended early, by the user or by an error: nothing more begins by itself then.

    Signals:
        ended: a run has ended and its summary is shown.
        problems_found: the ``RunFinished`` of a run, before anything is said about it.
        nothing_to_show: a run has broken off before its first row.
        run_waiting_wanted, remedies_wanted: the VAEs that were added are to be run, or the remedies tried.
        compare_wanted: the run folder that the shown run is to be compared with.
    """

    ended = Signal()
    problems_found = Signal(object)
    nothing_to_show = Signal()
    run_waiting_wanted = Signal()
    remedies_wanted = Signal()
    compare_wanted = Signal(object)

    def __init__(self, rooms: Rooms, flow: Flow) -> None:
        """Wait for a run to end."""
        super().__init__(flow)
        self._rooms, self._flow = rooms, flow
        self._before: Path | None = None
        self._event: RunFinished | None = None
        self._broken_in: Path | None = None
        self.stopped = False
        rooms.session.finished.connect(self._finished)
        rooms.session.broken.connect(self._broken)
        rooms.session.vae_failed.connect(self._vae_failed)
        rooms.banner.chosen.connect(self._banner_action)

    def begin(self, before: Path | None) -> None:
        """A run begins that is to be compared with the one in this folder, if any."""
        self._before = before
        self._event = None
        self.stopped = False

    @Slot(object)
    def _finished(self, event: RunFinished) -> None:
        r = self._rooms
        self._flow.opening.remember(event.folder)
        self.problems_found.emit(event)
        self.stopped = event.exit_code == ExitCode.STOPPED
        self._say(event)
        if r.session.data is not None and not self.stopped:
            r.tabs.setCurrentWidget(r.summary)
        self.ended.emit()

    def take_over(self, other: Ending) -> None:
        """Say how the last run ended as another window's did, if it still says so."""
        self.stopped, self._before, self._event = other.stopped, other._before, other._event
        if self._event is not None and not other._rooms.banner.isHidden():
            self._say(self._event)

    def _say(self, event: RunFinished) -> None:
        self._event = event
        kind = (
            "good"
            if event.exit_code == ExitCode.OK
            else "bad"
            if event.exit_code == ExitCode.VAE_FAILED
            else "warn"
        )
        said = event.message if event.said is None else engine_text.sentence(event.said)
        text = f"{said} · {duration(event.seconds)}"
        self._rooms.banner.say(text, kind=kind, actions=self._next_steps())

    def _next_steps(self) -> dict[str, str]:
        """Names of actions with the words on their buttons."""
        model, problems, opening = self._rooms.setup_model, self._flow.problems, self._flow.opening
        actions = {}
        if self.stopped:
            actions["resume"] = self.tr("Resume")
            if problems.waiting():
                actions["run:remedies"] = self.tr("Retry the failed VAEs")
        if model.waiting_vaes:
            number = len(model.waiting_vaes)
            if model.waiting_images:
                actions["run:waiting"] = self.tr("Run with what was added")
            elif number == 1:
                actions["run:waiting"] = self.tr("Run the added VAE")
            else:
                actions["run:waiting"] = self.tr("Run the {0} added VAEs").format(number)
        if opening.waiting is not None:
            actions["open:waiting"] = self.tr("Open {0}").format(opening.waiting.name)
        if self._before is not None:
            actions["compare:before"] = self.tr("Compare with the run before")
        return actions | {"report": self.tr("Open report"), "copy": self.tr("Copy table")}

    @Slot(object)
    def _broken(self, event: RunBroken) -> None:
        r = self._rooms
        self.stopped = True
        # Where the run's own folder was lost there is nothing to go on with in it.
        self._broken_in = event.rescued or r.session.folder
        if self._broken_in is not None:
            self._flow.opening.remember(self._broken_in)
        actions = {"resume:broken": self.tr("Resume")} if r.rows.rows() else {}
        r.banner.say(
            event.message,
            kind="bad",
            actions=actions | {"log": self.tr("Show log")},
            details=event.details,
        )
        if not r.rows.rows():
            self.nothing_to_show.emit()
        self.ended.emit()

    @Slot(object)
    def _vae_failed(self, event: VAEFailed) -> None:
        # The list of VAEs says it in place; only where there is no such entry, or nobody sees it, the banner does.
        known = any(problem.label == event.label for problem in self._flow.problems.all().values())
        if not known or self._rooms.setup.isHidden():
            text = self.tr("{0} failed: {1}").format(event.label, event.message)
            self._rooms.banner.say(text, kind="bad", actions={"log": self.tr("Show log")})

    @Slot(str)
    def _banner_action(self, name: str) -> None:
        if name == "run:waiting":
            self.run_waiting_wanted.emit()
        elif name == "run:remedies":
            self.remedies_wanted.emit()
        elif name == "compare:before" and self._before is not None:
            self.compare_wanted.emit(self._before)
        elif name == "resume:broken" and self._broken_in is not None:
            self._flow.opening.continue_run(self._broken_in)
