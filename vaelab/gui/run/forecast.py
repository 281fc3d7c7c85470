"""What the run that is set up will take: asked in the background whenever the setup changes, learned from finished runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PIL import Image
from PySide6.QtCore import QObject, QTimer, Slot

from vaelab.engine.events import RunFinished
from vaelab.engine.forecast.forecast import Forecast, ForecastVAE, forecast, speeds_of
from vaelab.gui.core.background_jobs import Failure, Jobs
from vaelab.gui.core.phase import Phase
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.models.rows_model import RowsModel
from vaelab.gui.run.run_model import RunModel
from vaelab.gui.run.worker import RunController
from vaelab.gui.setup.model import SetupModel
from vaelab.gui.setup.panel import SetupPanel
from vaelab.images import Preparation
from vaelab.images.resize import size_after
from vaelab.memory import memory_state
from vaelab.settings import marker_mode
from vaelab.vae.base import VAEInfo

_DEBOUNCE_MS = 250
_HEADERS = 256
"""Images whose headers are read: the sizes of more are taken to be like theirs."""
_SPEEDS = "speeds"


@dataclass(frozen=True, slots=True)
class _Answer:
    generation: int
    found: Forecast
    sizes: Mapping[Path, tuple[int, int] | None]


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
        values, listing = dict(model.values), model.listing
        vaes = []
        for vae in model.taking_part:
            info = model.info(vae)
            if isinstance(info, VAEInfo):
                precision = vae.precision or str(values["precision"])
                vaes.append(ForecastVAE(vae.name, info, precision))
        if listing is None or not listing.images or len(vaes) < len(model.taking_part) or not vaes:
            self._setup_panel.show_forecast(None)
            return
        paths = tuple(image.path for image in listing.images)
        work = partial(
            _estimate, self._generation, paths, tuple(vaes), values, self._speeds(), dict(self._sizes)
        )
        self._jobs.submit(work, self._answered)

    def _answered(self, answer: _Answer | Failure) -> None:
        if isinstance(answer, Failure):
            # An odd value in the form: the obstacle under Run says which.
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
        rows = tuple(self._rows.rows())
        self._jobs.submit(partial(speeds_of, event.summary, rows), self._learned)

    def _learned(self, speeds: Mapping[str, float] | Failure) -> None:
        if not isinstance(speeds, Failure) and speeds:
            self._store.put(_SPEEDS, {**self._speeds(), **speeds})
            self.refresh()


def _estimate(
    generation: int,
    paths: Sequence[Path],
    vaes: Sequence[ForecastVAE],
    values: Mapping[str, Any],
    speeds: Mapping[str, float],
    known: dict[Path, tuple[int, int] | None],
) -> _Answer:
    step = max(1, -(-len(paths) // _HEADERS))
    sampled = paths[::step]
    for path in sampled:
        if path not in known:
            known[path] = _header_size(path)
    prep = Preparation(int(values["size"]), values["fit"], bool(values["upscale"]))
    sizes = [size_after(size, prep) for path in sampled if (size := known[path]) is not None]
    # An image that cannot be opened is taken to be like the others: the rows it fills are counted under Run too. Where none
    # can, each is taken to have the size asked for.
    sizes = sizes or [(prep.size, prep.size)]
    spread = [sizes[place * len(sizes) // len(paths)] for place in range(len(paths))]
    device = str(values["device"])
    found = forecast(
        vaes,
        spread,
        batch_size=values["batch_size"],
        tiling=values["tiling"],
        device=device,
        marker=marker_mode(values["marker"]),
        speeds=speeds,
        memory=memory_state(device),
    )
    return _Answer(generation, found, known)


def _header_size(path: Path) -> tuple[int, int] | None:
    """(width, height) in px as the header says, None where it says nothing. Nothing is decoded."""
    try:
        with Image.open(path) as image:
            return image.size
    except Exception:  # noqa: BLE001 - a stranger's file: whatever it causes, there is no size
        return None
