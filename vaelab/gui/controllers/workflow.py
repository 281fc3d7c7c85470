"""What happens on a button or an event: the way from Run to the result. Knows the parts, draws nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from vaelab.engine.demo import demo_settings
from vaelab.errors import UsageError
from vaelab.gui.controllers.forecast import Forecasting
from vaelab.gui.controllers.headline import Headline
from vaelab.gui.controllers.imports import Receiving
from vaelab.gui.controllers.path_kinds import Want
from vaelab.gui.controllers.row_selection import Looking
from vaelab.gui.controllers.run_history import Opening
from vaelab.gui.controllers.run_outcome import Ending
from vaelab.gui.controllers.vae_failures import Problems
from vaelab.gui.core.keep_awake import SleepLock
from vaelab.gui.core.phase import Phase
from vaelab.gui.core.settings_store import runs_folder
from vaelab.gui.rooms import Rooms
from vaelab.gui.run.run_view import RunView
from vaelab.gui.setup.selection import VAEChoice, labels_of
from vaelab.report.run.data import RunData
from vaelab.run_folder.new_folder import new_run_folder
from vaelab.settings import RunSettings


class Flow(QObject):
    """Runs the window.

    Attributes:
        receiving, opening, problems, ending, forecasting, headline, view, looking: the parts of the way that have a module of their own.

    Signals:
        title_changed: what the window's title should say beside its name.
        state_changed: something that menus depend on.
        noted: a line for the status bar.
        results_shown: tables and viewer have just taken the first page's place.
    """

    title_changed = Signal(str)
    state_changed = Signal()
    results_shown = Signal()
    noted = Signal(str)

    def __init__(self, rooms: Rooms, parent: QObject | None = None) -> None:
        """Connect the rooms."""
        super().__init__(parent)
        self._rooms = rooms
        self.looking = Looking(rooms, self)
        self.headline = Headline(rooms, self)
        self.view = RunView(rooms, self)
        self.receiving = Receiving(rooms, self)
        self.opening = Opening(rooms, self)
        self.problems = Problems(rooms, self)
        self.ending = Ending(rooms, self)
        self.forecasting = Forecasting(rooms, self)
        self._sleep_lock = SleepLock(self)
        self._percent = -1
        r = rooms
        r.setup_model.changed.connect(self._show_readiness)
        r.setup.run_wanted.connect(self.run)
        r.setup.pause_wanted.connect(self.pause_or_resume)
        r.setup.stop_wanted.connect(r.controller.stop)
        r.setup.vaes.retry_wanted.connect(self.problems.retry)
        r.setup.vaes.retry_cancelled.connect(self.problems.cancel)
        r.setup.vaes.problem_dismissed.connect(self.problems.dismiss)
        r.start.run_wanted.connect(self.run)
        r.start.demo_wanted.connect(self.run_demo)
        r.start.thumbs.chosen.connect(self._show_thumb)
        r.controller.phase_changed.connect(self._enter)
        r.controller.events.connect(r.session.take)
        r.controller.events.connect(self._after_events)
        r.session.started.connect(self.opening.remember)
        r.setup_model.hashes.told.connect(self._hash_told)
        r.plots.told.connect(self._told)
        r.log.problems_changed.connect(self._count_problems)
        self.receiving.run_found.connect(self.opening.open_run)
        self.opening.shown.connect(self._opened)
        self.opening.continued.connect(self._continue)
        self.problems.changed.connect(self._show_problems)
        self.problems.run_wanted.connect(self._try_remedies)
        self.forecasting.found.connect(r.setup.show_forecast)
        self.ending.problems_found.connect(self.problems.take_end)
        self.ending.run_waiting_wanted.connect(self.run_waiting)
        self.ending.remedies_wanted.connect(self.problems.go_on)
        self.ending.nothing_to_show.connect(self.show_start)
        self.ending.ended.connect(self._ended)
        self.show_start()

    def take_over(self, other: Flow) -> None:
        """Go on where the flow of another window was, over the same models; no run may be going on."""
        self.looking.following = other.looking.following
        self.problems.take_over(other.problems)
        self.view.take_over(other.view)
        self.headline.say()
        self.ending.take_over(other.ending)

    def take_paths(self, paths: Sequence[str], want: Want = "") -> None:
        """Use dropped, pasted or named paths; ``want`` says what a dialog asked for."""
        self.receiving.take_paths(paths, want)

    @Slot()
    def _show_readiness(self) -> None:
        model = self._rooms.setup_model
        self._rooms.start.show_progress(
            images=bool(model.count()), vaes=bool(model.taking_part), ready=not model.obstacle()
        )
        self._rooms.start.thumbs.show_images(
            () if model.listing is None else model.listing.images, model.values
        )
        self.state_changed.emit()

    # Running

    @Slot()
    def run(self) -> None:
        """Start the run that is set up; does nothing where the button would be disabled."""
        model = self._rooms.setup_model
        if self._rooms.controller.phase is not Phase.IDLE or model.obstacle():
            return
        try:
            settings = model.settings(model.new_folder(), self.view.own_weights)
        except UsageError as error:
            self._rooms.banner.say(str(error), kind="bad")
            return
        model.take_images()
        self.start_run(settings, model.taking_part)

    @Slot()
    def run_demo(self) -> None:
        """Set up the demo and run it."""
        if self._rooms.controller.phase is not Phase.IDLE:
            return
        settings = demo_settings(new_run_folder("demo", runs_folder()))
        self._rooms.setup_model.load(settings)
        self.start_run(settings, self._rooms.setup_model.taking_part)

    @Slot()
    def run_waiting(self) -> None:
        """Run the VAEs that were added while the last run went on; all of them, if images were added too."""
        r = self._rooms
        model, vaes = r.setup_model, r.setup_model.waiting_vaes
        if r.controller.phase is not Phase.IDLE or not vaes:
            return
        if model.waiting_images:
            self.run()
            return
        try:
            settings = model.settings(model.new_folder(), self.view.own_weights)
            settings = replace(settings, vaes=tuple(vae.spec() for vae in vaes))
        except UsageError as error:
            r.banner.say(str(error), kind="bad")
            return
        self.start_run(settings, vaes, before=r.session.folder)

    @Slot(object, object, object)
    def _try_remedies(self, settings: RunSettings, keys: Iterable[int], before: Path) -> None:
        vaes = tuple(vae for vae in self._rooms.setup_model.vaes if vae.key in set(keys))
        self.start_run(settings, vaes, before=before)

    @Slot(object)
    def _continue(self, settings: RunSettings) -> None:
        self.start_run(settings, self._rooms.setup_model.taking_part, resume=True)

    def start_run(
        self,
        settings: RunSettings,
        vaes: tuple[VAEChoice, ...] = (),
        *,
        resume: bool = False,
        before: Path | None = None,
    ) -> None:
        """Start a run, or continue one.

        Args:
            settings: of the run.
            vaes: the entries of the list that its VAEs are, in order.
            resume: whether to continue the run in its folder.
            before: folder of the run that this one is to be compared with.
        """
        r = self._rooms
        r.banner.hide()
        r.log.clear()
        r.setup_model.begin(vae.key for vae in vaes)
        self.problems.begin(dict(zip(labels_of(vaes), vaes, strict=True)))
        r.session.begin(settings)
        r.summary.show_weights(settings.weights)
        r.viewer.show_row(None)
        r.plots.show_row(None)
        self.looking.following = True
        self.ending.begin(before)
        r.viewer.show_following(True, live=True)
        r.controller.start(settings, resume=resume)
        self.show_results()
        r.tabs.setCurrentWidget(r.images)
        # The controls that had the focus are locked now.
        r.images.table.setFocus()

    @Slot()
    def pause_or_resume(self) -> None:
        """Pause a run that goes on, resume one that is paused."""
        if self._rooms.controller.phase is Phase.PAUSED:
            self._rooms.controller.resume()
        else:
            self._rooms.controller.pause()

    @Slot()
    def run_or_pause(self) -> None:
        """The one key for Run, Pause and Resume."""
        if self._rooms.controller.phase is Phase.IDLE:
            self.run()
        else:
            self.pause_or_resume()

    @Slot(object)
    def _enter(self, phase: Phase) -> None:
        r = self._rooms
        idle = phase is Phase.IDLE
        r.setup_model.lock(not idle)
        r.setup_model.hashes.hold(not idle)
        self._sleep_lock.hold(phase in (Phase.RUNNING, Phase.STOPPING))
        r.setup.show_phase(phase)
        r.images.live(not idle)
        r.plots.live(not idle)
        if phase is Phase.PAUSED:
            r.strip.hold()
        if idle:
            r.strip.hide()
            r.viewer.show_following(self.looking.following, live=False)
            self._percent = -1
            self.title_changed.emit("")
        self._show_problems()
        self.state_changed.emit()
        if idle and not self.ending.stopped:
            self.problems.go_on()

    @Slot(object)
    def _after_events(self, _: object) -> None:
        r = self._rooms
        r.setup.show_progress(*r.strip.counts())
        if r.controller.phase is not Phase.IDLE and r.strip.percent != self._percent:
            self._percent = r.strip.percent
            self.title_changed.emit(f"{self._percent} %")
        if r.controller.phase is Phase.PAUSED:
            r.strip.hold()

    @Slot()
    def _ended(self) -> None:
        self.looking.show_again(select=True)
        self.state_changed.emit()

    @Slot()
    def _show_problems(self) -> None:
        self._rooms.setup.vaes.show_problems(
            self.problems.all(), running=self._rooms.controller.phase is not Phase.IDLE
        )

    # Pages

    @Slot(object)
    def _opened(self, data: RunData) -> None:
        self.looking.following = False
        self.show_results()
        self.title_changed.emit("" if data.folder is None else data.folder.name)
        self.state_changed.emit()

    @Slot()
    def show_start(self) -> None:
        """Show the first page."""
        self._rooms.stack.setCurrentWidget(self._rooms.start)
        self._rooms.viewer_frame.hide()
        self.opening.show_recent()

    def show_results(self) -> None:
        """Show tables and viewer."""
        r = self._rooms
        r.stack.setCurrentWidget(r.tabs)
        if r.viewer_frame.isHidden():
            r.viewer_frame.show()
            self.results_shown.emit()

    @Slot(str, object)
    def _show_thumb(self, name: str, pixels: Any) -> None:
        r = self._rooms
        if r.viewer_frame.isHidden():
            r.viewer_frame.show()
            self.results_shown.emit()
        r.viewer.show_picture(name, pixels)

    @Slot(str, bool)
    def _told(self, text: str, wrong: bool) -> None:
        if wrong:
            self._rooms.banner.say(text, kind="bad")
        else:
            self.noted.emit(text)

    @Slot(str, str, str)
    def _hash_told(self, _: str, sha256: str, problem: str) -> None:
        if sha256:
            QGuiApplication.clipboard().setText(sha256)
            self.noted.emit(self.tr("SHA-256 copied: {0}").format(sha256))
        else:
            self._rooms.banner.say(problem, kind="bad")

    @Slot(int)
    def _count_problems(self, number: int) -> None:
        tabs = self._rooms.tabs
        text = self.tr("Log") + (f" {number} ⚠" if number else "")
        tabs.setTabText(tabs.indexOf(self._rooms.log), text)
