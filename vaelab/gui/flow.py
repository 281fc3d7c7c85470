"""What happens on a button, a drop, an event: the way from choosing to sharing. Knows the parts, draws nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from vaelab.demo import demo_settings, new_run_folder
from vaelab.errors import UsageError
from vaelab.events import RunFinished, VAEFailed
from vaelab.gui.intake import Intake, sort_out
from vaelab.gui.jobs import Failure
from vaelab.gui.looking import Looking
from vaelab.gui.rooms import Rooms
from vaelab.gui.settings_store import runs_folder
from vaelab.gui.strip import duration
from vaelab.gui.worker import Phase, RunBroken
from vaelab.report.data import RunData
from vaelab.report.verdict import verdict
from vaelab.settings import RunSettings
from vaelab.vae.base import VAEInfo


class Flow(QObject):
    """Runs the window.

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
        self._percent = -1
        self._failed_vaes: list[str] = []
        # The user's own: the demo and a reopened run show theirs without leaving them behind.
        self._own_weights: dict[str, float] = rooms.summary.current_weights()
        r = rooms
        r.setup_model.changed.connect(self._show_readiness)
        r.setup.run_wanted.connect(self.run)
        r.setup.pause_wanted.connect(self.pause_or_resume)
        r.setup.stop_wanted.connect(r.controller.stop)
        r.start.run_wanted.connect(self.run)
        r.start.demo_wanted.connect(self.run_demo)
        r.start.open_wanted.connect(self.open_run)
        r.start.thumbs.chosen.connect(self._show_thumb)
        r.controller.phase_changed.connect(self._enter)
        r.controller.events.connect(r.session.take)
        r.controller.events.connect(self._after_events)
        r.session.started.connect(self._remember_run)
        r.session.finished.connect(self._finished)
        r.session.broken.connect(self._broken)
        r.session.vae_failed.connect(self._vae_failed)
        r.session.opened.connect(self._opened)
        r.session.open_failed.connect(self._say_problem)
        r.summary.weights_changed.connect(self._weights_changed)
        r.plots.told.connect(self._told)
        r.log.problems_changed.connect(self._count_problems)
        self.show_start()

    # Choosing

    def take_paths(self, paths: Sequence[str]) -> None:
        """Sort out dropped, pasted or named paths in the background, then use them."""
        if paths:
            self._rooms.jobs.submit(partial(sort_out, tuple(paths)), self._take_intake)

    def _take_intake(self, found: Intake | Failure) -> None:
        if isinstance(found, Failure):
            self._rooms.banner.say(found.message, kind="bad")
            return
        for path, reason in found.refused:
            self._rooms.log.add(self.tr("{0} was not taken: {1}").format(path, reason), "warn")
        if found.refused and not (found.images or found.vaes or found.runs):
            path, reason = found.refused[0]
            self._rooms.banner.say(
                self.tr("{0} was not taken: {1}.").format(Path(path).name, reason), kind="warn"
            )
        busy = self._rooms.controller.phase is not Phase.IDLE
        if busy and (found.images or found.vaes or found.runs):
            self._rooms.banner.say(self.tr("A run is going on: stop it first, then drop again."), kind="warn")
            return
        if found.images:
            self._rooms.setup_model.add_images(found.images)
            self._rooms.store.remember("recent/images", found.images[0])
        if found.vaes:
            self._rooms.setup_model.add_vaes(found.vaes)
        if found.runs:
            self.open_run(found.runs[0])

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
            settings = model.settings(model.new_folder(), self._own_weights)
        except UsageError as error:
            self._rooms.banner.say(str(error), kind="bad")
            return
        self.start_run(settings)

    @Slot()
    def run_demo(self) -> None:
        """Set up the demo and run it."""
        if self._rooms.controller.phase is not Phase.IDLE:
            return
        settings = demo_settings(new_run_folder("demo", runs_folder()))
        self._rooms.setup_model.load(settings)
        self.start_run(settings)

    def start_run(self, settings: RunSettings, *, resume: bool = False) -> None:
        """Start a run, or continue one."""
        r = self._rooms
        r.banner.hide()
        r.log.clear()
        self._failed_vaes = []
        r.session.begin(settings)
        r.summary.show_weights(settings.weights)
        r.viewer.show_row(None)
        r.plots.show_row(None)
        self.looking.following = True
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
        r.setup.show_phase(phase)
        r.images.live(phase is not Phase.IDLE)
        r.plots.live(phase is not Phase.IDLE)
        if phase is Phase.PAUSED:
            r.strip.hold()
        if phase is Phase.IDLE:
            r.strip.hide()
            r.viewer.show_following(self.looking.following, live=False)
            self._percent = -1
            self.title_changed.emit("")
        self.state_changed.emit()

    @Slot(object)
    def _after_events(self, _: object) -> None:
        r = self._rooms
        r.setup.show_progress(*r.strip.counts())
        if r.controller.phase is not Phase.IDLE and r.strip.percent != self._percent:
            self._percent = r.strip.percent
            self.title_changed.emit(f"{self._percent} %")
        if r.controller.phase is Phase.PAUSED:
            r.strip.hold()

    @Slot(object)
    def _finished(self, event: RunFinished) -> None:
        r = self._rooms
        self._remember_run(event.folder)
        stopped = event.exit_code == 130
        kind = "good" if event.exit_code == 0 else "warn" if event.exit_code != 3 else "bad"
        actions = {"report": self.tr("Open report"), "copy": self.tr("Copy table")}
        if stopped:
            actions = {"resume": self.tr("Resume"), **actions}
        for label in self._failed_vaes:
            remedy = self._remedy(label)
            if remedy:
                actions = {
                    f"retry:{label}": self.tr("Run again with {0} in {1}").format(label, remedy),
                    **actions,
                }
        r.banner.say(f"{event.message} · {duration(event.seconds)}", kind=kind, actions=actions)
        self._say_headline()
        if r.session.data is not None and not stopped:
            r.tabs.setCurrentWidget(r.summary)
        row = r.viewer.row
        if row is not None:
            r.images.select(row.key, quietly=True)
            r.viewer.show_row(row, self.looking.siblings(row))
        self.state_changed.emit()

    @Slot(object)
    def _broken(self, event: RunBroken) -> None:
        r = self._rooms
        if r.session.folder is not None:
            self._remember_run(r.session.folder)
        r.banner.say(event.message, kind="bad", actions={"log": self.tr("Show log")})
        if not r.rows.rows():
            self.show_start()
        self.state_changed.emit()

    @Slot(object)
    def _vae_failed(self, event: VAEFailed) -> None:
        self._failed_vaes.append(event.label)
        text = self.tr("{0} failed: {1}").format(event.label, event.message)
        self._rooms.banner.say(text, kind="bad", actions={"log": self.tr("Show log")})

    def _remedy(self, label: str) -> str:
        """The precision that may cure a VAE: single, unless it was run so already."""
        model = self._rooms.setup_model
        vae = next((vae for vae in model.taking_part if vae.name == label), None)
        if vae is None:
            return ""
        info = model.info(vae.what)
        used = vae.precision or str(model.values["precision"])
        if not isinstance(info, VAEInfo) or info.baseline or used in ("fp32", "auto"):
            return ""
        return "fp32"

    @Slot(str)
    def retry(self, label: str) -> None:
        """Run everything again, one VAE in the precision that may cure it."""
        model = self._rooms.setup_model
        place = next((place for place, vae in enumerate(model.vaes) if vae.name == label), -1)
        remedy = self._remedy(label)
        if place >= 0 and remedy and self._rooms.controller.phase is Phase.IDLE:
            model.change_vae(place, precision=remedy)
            self.run()

    @Slot(object)
    def _remember_run(self, folder: Path) -> None:
        # From the first moment: after a crash the next start offers to continue.
        self._rooms.store.remember("recent/runs", str(folder))

    # Runs of before

    @Slot(object)
    def open_run(self, folder: Path) -> None:
        """Open a run folder."""
        if self._rooms.controller.phase is Phase.IDLE:
            self._rooms.session.open(folder)

    @Slot(object)
    def _opened(self, data: RunData) -> None:
        r = self._rooms
        assert data.folder is not None
        self._remember_run(data.folder)
        self.looking.following = False
        r.viewer.show_following(False, live=False)
        r.summary.show_weights((data.summary.get("settings") or {}).get("weights") or {})
        self.show_results()
        r.tabs.setCurrentWidget(r.summary)
        if r.rows.rows():
            r.images.select(r.rows.rows()[0].key)
        self._say_headline()
        state = str(data.summary.get("state", "finished"))
        if state != "finished":
            text = self.tr("This run ended early: {0} rows are here.").format(len(data.rows))
            r.banner.say(
                text, kind="warn", actions={"resume": self.tr("Resume"), "report": self.tr("Open report")}
            )
        else:
            r.banner.hide()
        self.title_changed.emit(data.folder.name)
        self.state_changed.emit()

    @Slot(str)
    def _say_problem(self, message: str) -> None:
        self._rooms.banner.say(message, kind="bad")

    @Slot(str, bool)
    def _told(self, text: str, wrong: bool) -> None:
        if wrong:
            self._rooms.banner.say(text, kind="bad")
        else:
            self.noted.emit(text)

    @Slot(str, object)
    def _show_thumb(self, name: str, pixels: Any) -> None:
        r = self._rooms
        if r.viewer_frame.isHidden():
            r.viewer_frame.show()
            self.results_shown.emit()
        r.viewer.show_picture(name, pixels)

    @Slot()
    def resume_run(self) -> None:
        """Continue the run that is shown."""
        data = self._rooms.session.data
        if data is None or data.folder is None or self._rooms.controller.phase is not Phase.IDLE:
            return
        try:
            settings = RunSettings.from_json(data.summary["settings"], data.folder)
        except (UsageError, KeyError) as error:
            self._rooms.banner.say(self.tr("This run cannot be continued: {0}").format(error), kind="bad")
            return
        self._rooms.setup_model.load(settings)
        self.start_run(settings, resume=True)

    # Pages

    @Slot()
    def show_start(self) -> None:
        """Show the first page."""
        self._rooms.stack.setCurrentWidget(self._rooms.start)
        self._rooms.viewer_frame.hide()
        self._rooms.start.show_recent(self.recent_runs())

    def show_results(self) -> None:
        """Show tables and viewer."""
        r = self._rooms
        r.stack.setCurrentWidget(r.tabs)
        if r.viewer_frame.isHidden():
            r.viewer_frame.show()
            self.results_shown.emit()

    def recent_runs(self) -> list[dict[str, Any]]:
        """Runs that still exist, newest first, as the first page shows them."""
        from vaelab.gui.recent import describe_run

        found = []
        for text in self._rooms.store.items("recent/runs"):
            facts = describe_run(Path(str(text)))
            if facts is not None:
                found.append(facts)
        return found

    def _say_headline(self) -> None:
        r = self._rooms
        data = r.session.data
        if data is None:
            r.summary.say("")
            return
        partial_words = ""
        if data.summary.get("state") != "finished" and r.session.planned:
            images = len({row.image for row in data.rows})
            partial_words = self.tr("{0} of {1} images").format(images, r.session.planned)
        r.summary.say(verdict(data), partial_words)

    @Slot(object)
    def _weights_changed(self, weights: dict[str, float]) -> None:
        self._own_weights = dict(weights)
        data = self._rooms.session.data
        if data is None:
            return
        own = data.summary.get("settings", {}).get("weights")
        if own is not None and dict(own) != weights:
            labels = self._rooms.summary.model.labels()
            if labels:
                self._rooms.summary.say(self.tr("With these weights {0} has the lowest J.").format(labels[0]))
        else:
            self._say_headline()

    @Slot(int)
    def _count_problems(self, number: int) -> None:
        tabs = self._rooms.tabs
        text = self.tr("Log") + (f" {number} ⚠" if number else "")
        tabs.setTabText(tabs.indexOf(self._rooms.log), text)
