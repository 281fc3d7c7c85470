"""What the run that is set up will take: asked in the background whenever the setup changes, learned from finished runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from vaelab.engine.events import RunFinished
from vaelab.engine.forecast.forecast import Forecast, ForecastVAE, speeds_of
from vaelab.engine.forecast.from_settings import forecast_run
from vaelab.engine.forecast.image_sizes import HeaderSizes, read_headers
from vaelab.errors import UsageError
from vaelab.gui.core.background_jobs import Failure, Jobs
from vaelab.gui.core.phase import Phase
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.models.rows_model import RowsModel
from vaelab.gui.run.run_model import RunModel
from vaelab.gui.run.worker import RunController
from vaelab.gui.setup.model import SetupModel
from vaelab.gui.setup.panel import SetupPanel
from vaelab.settings import RunSettings
from vaelab.vae.base import VAEInfo

_DEBOUNCE_MS = 250
_SPEEDS = "speeds"


@dataclass(frozen=True, slots=True)
class _Answer:
    generation: int
    found: Forecast
    sizes: HeaderSizes


class ForecastController(QObject):
    """Keeps the forecast under Run up to date."""

    def __init__(
        self,
        setup_model: SetupModel,
        setup_panel: SetupPanel,
        run_controller: RunController,
        run_model: RunModel,
        rows: RowsModel,
        jobs: Jobs,
        store: SettingsStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._setup_model, self._setup_panel = setup_model, setup_panel
        self._run_controller, self._rows = run_controller, rows
        self._jobs, self._store = jobs, store
        self._generation = 0
        self._sizes: dict[Path, tuple[int, int] | None] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DEBOUNCE_MS)
        self._timer.timeout.connect(self._ask)
        setup_model.changed.connect(self.refresh)
        run_model.finished.connect(self._learn)

    @Slot()
    def refresh(self) -> None:
        """Ask anew, a moment after the last change."""
        self._generation += 1
        if self._run_controller.phase is Phase.IDLE:
            self._timer.start()

    @Slot()
    def _ask(self) -> None:
        model = self._setup_model
        listing = model.listing
        vaes = []
        for vae in model.taking_part:
            info = model.info(vae)
            if isinstance(info, VAEInfo):
                precision = vae.precision or str(model.values["precision"])
                vaes.append(ForecastVAE(vae.name, info, precision))
        if listing is None or not listing.images or len(vaes) < len(model.taking_part) or not vaes:
            self._setup_panel.show_forecast(None)
            return
        try:
            settings = model.settings(Path("somewhere"))
        except UsageError:
            # An odd value in the form: the obstacle under Run says which.
            self._setup_panel.show_forecast(None)
            return
        paths = tuple(image.path for image in listing.images)
        work = partial(
            _estimate, self._generation, settings, tuple(vaes), paths, self._speeds(), dict(self._sizes)
        )
        self._jobs.submit(work, self._answered)

    def _answered(self, answer: _Answer | Failure) -> None:
        if isinstance(answer, Failure):
            self._setup_panel.show_forecast(None)
            return
        self._sizes.update(answer.sizes)
        if answer.generation == self._generation:
            self._setup_panel.show_forecast(answer.found)

    # Learning

    def _speeds(self) -> dict[str, float]:
        kept = self._store.mapping(_SPEEDS)
        return {
            key: float(value) for key, value in kept.items() if isinstance(value, int | float) and value > 0
        }

    @Slot(object)
    def _learn(self, event: RunFinished) -> None:
        rows = self._rows.rows().snapshot()
        self._jobs.submit(partial(speeds_of, event.summary, rows), self._learned)

    def _learned(self, speeds: Mapping[str, float] | Failure) -> None:
        if not isinstance(speeds, Failure) and speeds:
            self._store.put(_SPEEDS, {**self._speeds(), **speeds})
            self.refresh()


def _estimate(
    generation: int,
    settings: RunSettings,
    vaes: Sequence[ForecastVAE],
    paths: Sequence[Path],
    speeds: Mapping[str, float],
    known: HeaderSizes,
) -> _Answer:
    headers = read_headers(paths, known)
    return _Answer(generation, forecast_run(settings, vaes, len(paths), headers, speeds), headers)
