"""What a run's phase means for the controls: locked or free, live or still, how far it is."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from vaelab.gui.core.keep_awake import SleepLock
from vaelab.gui.core.phase import Phase
from vaelab.gui.plots.tab import PlotsTab
from vaelab.gui.results.images.tab import ImagesTab
from vaelab.gui.run.worker import RunController
from vaelab.gui.setup.model import SetupModel
from vaelab.gui.setup.panel import SetupPanel
from vaelab.gui.widgets.run_bar import RunBar


class RunPhaseDisplay(QObject):
    """Brings the widgets up to date with the phase, and with the progress while a run goes on.

    Signals:
        title_changed: how far the run is, for the window's title; empty when it has ended.
    """

    title_changed = Signal(str)

    def __init__(
        self,
        run_controller: RunController,
        setup_model: SetupModel,
        setup_panel: SetupPanel,
        images: ImagesTab,
        plots: PlotsTab,
        run_bar: RunBar,
        parent: QObject | None = None,
    ) -> None:
        """Follow a run; its events must have reached ``run_bar`` before they come here."""
        super().__init__(parent)
        self._run_controller, self._run_bar = run_controller, run_bar
        self._setup_model, self._setup_panel = setup_model, setup_panel
        self._images, self._plots = images, plots
        self._sleep_lock = SleepLock(self)
        self._percent = -1
        run_controller.phase_changed.connect(self._show_phase)
        run_controller.events.connect(self._show_progress)

    @Slot(object)
    def _show_phase(self, phase: Phase) -> None:
        idle = phase is Phase.IDLE
        self._setup_model.lock(not idle)
        self._setup_model.hashes.hold(not idle)
        self._sleep_lock.hold(phase in (Phase.RUNNING, Phase.STOPPING))
        self._setup_panel.show_phase(phase)
        self._images.live(not idle)
        self._plots.live(not idle)
        if phase is Phase.PAUSED:
            self._run_bar.hold()
        if idle:
            self._run_bar.hide()
            self._percent = -1
            self.title_changed.emit("")

    @Slot(object)
    def _show_progress(self, _: object) -> None:
        run_bar, phase = self._run_bar, self._run_controller.phase
        self._setup_panel.show_progress(*run_bar.counts())
        if phase is not Phase.IDLE and run_bar.percent != self._percent:
            self._percent = run_bar.percent
            self.title_changed.emit(f"{self._percent} %")
        if phase is Phase.PAUSED:
            run_bar.hold()
