"""Starts, pauses and resumes runs: the one that is set up, the demo, and those that follow from another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from vaelab.engine.demo import demo_settings
from vaelab.errors import UsageError
from vaelab.gui.controllers.row_selection import RowSelection
from vaelab.gui.controllers.run_history import RunHistory
from vaelab.gui.controllers.run_outcome import RunOutcomeBanner
from vaelab.gui.controllers.vae_failures import VAEFailures
from vaelab.gui.core.notifier import Notifier
from vaelab.gui.core.phase import Phase
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.results.images.tab import ImagesTab
from vaelab.gui.results.summary_tab import SummaryTab
from vaelab.gui.run.run_model import RunModel
from vaelab.gui.run.run_view import RunView
from vaelab.gui.run.worker import RunController
from vaelab.gui.setup.model import SetupModel
from vaelab.gui.setup.selection import VAEChoice, labels_of
from vaelab.gui.widgets.navigation import Navigation, Page
from vaelab.run_folder.new_folder import new_run_folder
from vaelab.settings import RunSettings


class WorkflowController(QObject):
    """The way from Run to the result."""

    def __init__(
        self,
        run_controller: RunController,
        run_model: RunModel,
        run_view: RunView,
        setup_model: SetupModel,
        *,
        row_selection: RowSelection,
        history: RunHistory,
        failures: VAEFailures,
        outcome: RunOutcomeBanner,
        summary: SummaryTab,
        images: ImagesTab,
        navigation: Navigation,
        store: SettingsStore,
        notifier: Notifier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._run_controller, self._run_model, self._run_view = run_controller, run_model, run_view
        self._setup_model, self._row_selection = setup_model, row_selection
        self._failures, self._outcome = failures, outcome
        self._summary, self._images = summary, images
        self._navigation, self._store, self._notifier = navigation, store, notifier
        run_controller.phase_changed.connect(self._go_on)
        history.continued.connect(self._continue)
        failures.run_wanted.connect(self._try_remedies)
        outcome.run_waiting_wanted.connect(self.run_waiting)

    @Slot()
    def run(self) -> None:
        """Start the run that is set up; does nothing where the button would be disabled."""
        model = self._setup_model
        if self._run_controller.phase is not Phase.IDLE or model.obstacle():
            return
        try:
            settings = model.settings(model.new_folder(), self._run_view.own_weights)
        except UsageError as error:
            self._notifier.message(str(error), kind="bad")
            return
        model.take_images()
        self.start_run(settings, model.taking_part)

    @Slot()
    def run_demo(self) -> None:
        """Set up the demo and run it."""
        if self._run_controller.phase is not Phase.IDLE:
            return
        settings = demo_settings(new_run_folder("demo", self._store.runs_folder()))
        self._setup_model.load(settings)
        self.start_run(settings, self._setup_model.taking_part)

    @Slot()
    def run_waiting(self) -> None:
        """Run the VAEs that were added while the last run went on; all of them, if images were added too."""
        model, vaes = self._setup_model, self._setup_model.waiting_vaes
        if self._run_controller.phase is not Phase.IDLE or not vaes:
            return
        if model.waiting_images:
            self.run()
            return
        try:
            settings = model.settings(model.new_folder(), self._run_view.own_weights)
            settings = replace(settings, vaes=tuple(vae.spec() for vae in vaes))
        except UsageError as error:
            self._notifier.message(str(error), kind="bad")
            return
        self.start_run(settings, vaes, before=self._run_model.folder)

    @Slot(object, object, object)
    def _try_remedies(self, settings: RunSettings, keys: Iterable[int], before: Path) -> None:
        vaes = tuple(vae for vae in self._setup_model.vaes if vae.key in set(keys))
        self.start_run(settings, vaes, before=before)

    @Slot(object)
    def _continue(self, settings: RunSettings) -> None:
        self.start_run(settings, self._setup_model.taking_part, resume=True)

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
        self._notifier.close_message()
        self._setup_model.begin(vae.key for vae in vaes)
        self._failures.begin(dict(zip(labels_of(vaes), vaes, strict=True)))
        self._run_model.begin(settings)
        self._summary.show_weights(settings.weights)
        self._outcome.begin(before)
        self._row_selection.begin()
        self._run_controller.start(settings, resume=resume)
        self._navigation.show(Page.IMAGES)
        # The controls that had the focus are locked now.
        self._images.table.setFocus()

    @Slot()
    def pause_or_resume(self) -> None:
        """Pause a run that goes on, resume one that is paused."""
        if self._run_controller.phase is Phase.PAUSED:
            self._run_controller.resume()
        else:
            self._run_controller.pause()

    @Slot()
    def run_or_pause(self) -> None:
        """The one key for Run, Pause and Resume."""
        if self._run_controller.phase is Phase.IDLE:
            self.run()
        else:
            self.pause_or_resume()

    @Slot(object)
    def _go_on(self, phase: Phase) -> None:
        if phase is Phase.IDLE and not self._outcome.stopped:
            self._failures.go_on()
