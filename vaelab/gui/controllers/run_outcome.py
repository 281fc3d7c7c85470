"""How a run ended, in one sentence, and what may be done next."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from vaelab.engine.events import RunFinished, VAEFailed
from vaelab.errors import ExitCode
from vaelab.gui.controllers.exports import Exports
from vaelab.gui.controllers.row_selection import RowSelection
from vaelab.gui.controllers.run_comparison import RunComparison
from vaelab.gui.controllers.run_history import RunHistory
from vaelab.gui.controllers.vae_failures import VAEFailures
from vaelab.gui.core import engine_text
from vaelab.gui.core.notifier import Action, MessageKind, Notifier
from vaelab.gui.models.rows_model import RowsModel
from vaelab.gui.run.run_model import RunModel
from vaelab.gui.run.worker import RunBroken
from vaelab.gui.setup.model import SetupModel
from vaelab.gui.setup.panel import SetupPanel
from vaelab.gui.widgets.navigation import Navigation, Page
from vaelab.text import duration


class RunOutcomeBanner(QObject):
    """Says how a run ended, and offers the next steps.

    Attributes:
        stopped: whether the last run ended early, by the user or by an error: nothing more begins by itself then.

    Signals:
        ended: a run has ended and its summary is shown.
        run_waiting_wanted: the VAEs that were added while the run went on are to be run.
    """

    ended = Signal()
    run_waiting_wanted = Signal()

    def __init__(
        self,
        run_model: RunModel,
        rows: RowsModel,
        setup_model: SetupModel,
        setup_panel: SetupPanel,
        navigation: Navigation,
        notifier: Notifier,
        *,
        row_selection: RowSelection,
        history: RunHistory,
        failures: VAEFailures,
        comparison: RunComparison,
        exports: Exports,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._run_model, self._rows = run_model, rows
        self._setup_model, self._setup_panel = setup_model, setup_panel
        self._navigation, self._notifier = navigation, notifier
        self._row_selection, self._history, self._failures = row_selection, history, failures
        self._comparison, self._exports = comparison, exports
        self._before: Path | None = None
        self._event: RunFinished | None = None
        self.stopped = False
        run_model.finished.connect(self._finished)
        run_model.broken.connect(self._broken)
        run_model.vae_failed.connect(self._vae_failed)

    def begin(self, before: Path | None) -> None:
        """A run begins that is to be compared with the one in this folder, if any."""
        self._before = before
        self._event = None
        self.stopped = False

    @Slot(object)
    def _finished(self, event: RunFinished) -> None:
        self._history.remember(event.folder)
        self._failures.take_end(event)
        self.stopped = event.exit_code == ExitCode.STOPPED
        self._say(event)
        if self._run_model.data is not None and not self.stopped:
            self._navigation.show(Page.SUMMARY)
        self._end()

    def take_over(self, other: RunOutcomeBanner, *, shown: bool) -> None:
        """Know how the last run ended as another window's did; ``shown`` says whether that window still says so."""
        self.stopped, self._before, self._event = other.stopped, other._before, other._event
        if self._event is not None and shown:
            self._say(self._event)

    def _say(self, event: RunFinished) -> None:
        self._event = event
        kind: MessageKind = (
            "good"
            if event.exit_code == ExitCode.OK
            else "bad"
            if event.exit_code == ExitCode.VAE_FAILED
            else "warn"
        )
        said = event.message if event.said is None else engine_text.sentence(event.said)
        text = f"{said} · {duration(event.seconds)}"
        self._notifier.message(text, kind=kind, actions=self._next_steps())

    def _end(self) -> None:
        self._row_selection.show_again(select=True)
        self.ended.emit()

    def _next_steps(self) -> list[Action]:
        model, failures, waiting = self._setup_model, self._failures, self._history.waiting
        actions = []
        if self.stopped:
            actions.append(Action(self.tr("Resume"), self._history.continue_shown))
            if failures.waiting():
                actions.append(Action(self.tr("Retry the failed VAEs"), failures.go_on))
        if model.waiting_vaes:
            number = len(model.waiting_vaes)
            if model.waiting_images:
                text = self.tr("Run with what was added")
            elif number == 1:
                text = self.tr("Run the added VAE")
            else:
                text = self.tr("Run the {0} added VAEs").format(number)
            actions.append(Action(text, self.run_waiting_wanted.emit))
        if waiting is not None:
            text = self.tr("Open {0}").format(waiting.name)
            actions.append(Action(text, partial(self._history.open_run, waiting)))
        if self._before is not None:
            compare = partial(self._comparison.compare_with, self._before)
            actions.append(Action(self.tr("Compare with the run before"), compare))
        return [
            *actions,
            Action(self.tr("Open report"), self._exports.open_report),
            Action(self.tr("Copy table"), partial(self._exports.copy_table, "md")),
        ]

    def _show_log(self) -> Action:
        return Action(self.tr("Show log"), partial(self._navigation.show, Page.LOG))

    @Slot(object)
    def _broken(self, event: RunBroken) -> None:
        self.stopped = True
        # Where the run's own folder was lost there is nothing to go on with in it.
        folder = event.rescued or self._run_model.folder
        actions = [self._show_log()]
        if folder is not None and not event.lost:
            self._history.remember(folder)
            if self._rows.rows():
                actions.insert(0, Action(self.tr("Resume"), partial(self._history.continue_run, folder)))
        said = event.message if event.said is None else engine_text.sentence(event.said)
        self._notifier.message(said, kind="bad", actions=actions, details=event.details)
        if not self._rows.rows():
            self._navigation.show(Page.START)
        self._end()

    @Slot(object)
    def _vae_failed(self, event: VAEFailed) -> None:
        # The list of VAEs says it in place; only where there is no such entry, or nobody sees it, the banner does.
        known = any(problem.label == event.label for problem in self._failures.all().values())
        if not known or self._setup_panel.isHidden():
            text = self.tr("{0} failed: {1}").format(event.label, event.message)
            self._notifier.message(text, kind="bad", actions=[self._show_log()])
