"""From the run's events to the models: what a row, a stage, a failure means for what is shown."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from vaelab.engine.events import RowDone, RunFinished, RunStarted, StageChanged, VAEFailed, VAELoaded
from vaelab.errors import ExitCode, VAELabError
from vaelab.gui.core import engine_text
from vaelab.gui.core.background_jobs import Failure, Jobs
from vaelab.gui.core.engine_text import stage_name
from vaelab.gui.models.live_means import LiveMeans
from vaelab.gui.models.rows_model import RowsModel
from vaelab.gui.models.summary_model import SummaryModel
from vaelab.gui.results.log import LogPanel
from vaelab.gui.run.worker import RunBroken
from vaelab.gui.viewer.run_pictures import RunPictures
from vaelab.gui.widgets.run_bar import RunBar
from vaelab.report.run.data import RunData
from vaelab.report.run.load import load_run
from vaelab.results.records import Row
from vaelab.results.row_table import RowTable
from vaelab.results.summary import EXCLUDED, rescored
from vaelab.settings import WEIGHT_NAMES, RunSettings, marker_mode
from vaelab.text import rows as counted_rows

_LIVE_MS = 400
_ROWS_S = 0.2
_STRIP_S = 0.1


@dataclass(frozen=True)
class RunParts:
    """What a run feeds."""

    rows: RowsModel
    summary: SummaryModel
    pictures: RunPictures
    log: LogPanel
    run_bar: RunBar


class RunModel(QObject):
    """One run, going on or reopened.

    Signals:
        started: the run folder, as a ``Path``.
        newest: the ``Row`` that has come in last, once per batch.
        finished: the ``RunFinished`` event.
        broken: a ``RunBroken``.
        vae_loaded: label of a VAE that is ready.
        vae_failed: a ``VAEFailed``.
        opened: the ``RunData`` of a run that was read from disk.
        open_failed: why one could not be read.
        summary_shown: the tables show other numbers than before: those of :attr:`shown`.
        rescored: rows that were there before have other scores.

    Attributes:
        data: the run as it is shown, once it has ended: what is copied, exported and compared.
        shown: the same, or the rows so far of a run that goes on; None where there is none.
        weights: λ of J in force.
    """

    started = Signal(object)
    newest = Signal(object)
    finished = Signal(object)
    broken = Signal(object)
    vae_loaded = Signal(str)
    vae_failed = Signal(object)
    opened = Signal(object)
    open_failed = Signal(str)
    summary_shown = Signal()
    rescored = Signal()

    def __init__(self, parts: RunParts, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._jobs = jobs
        self.folder: Path | None = None
        self.settings: RunSettings | None = None
        self.data: RunData | None = None
        self.shown: RunData | None = None
        self.weights: dict[str, float] = dict.fromkeys(WEIGHT_NAMES, 1.0)
        self.planned = 0
        self.device = ""
        self.saved_at: float | None = None
        self.rescued: Path | None = None
        self._labels: tuple[str, ...] = ()
        self._facts: dict[str, dict[str, Any]] = {}
        self._broken: set[str] = set()
        # By which weights the rows that are here are scored.
        self._weighed: dict[str, float] = dict(self.weights)
        self._means = LiveMeans(parts.rows)
        self._live = QTimer(self)
        self._live.setInterval(_LIVE_MS)
        self._live.timeout.connect(self.show_live)
        self._stale = False
        self._fresh: list[Row] = []
        self._next_flush = self._next_strip = 0.0

    @property
    def precisions(self) -> tuple[str, ...]:
        """What the VAEs of the run really run in, each once."""
        return tuple(
            sorted({str(facts["precision"]) for facts in self._facts.values() if facts.get("precision")})
        )

    def take_over(self, other: RunModel) -> None:
        """Show the run that another model shows; none may be going on."""
        self.folder, self.settings, self.data = other.folder, other.settings, other.data
        self.shown, self.weights, self._broken = other.shown, dict(other.weights), set(other._broken)
        self.planned, self._labels, self._facts = other.planned, other._labels, other._facts
        self.device, self.saved_at, self.rescued = other.device, other.saved_at, other.rescued

    # A run that goes on

    def begin(self, settings: RunSettings) -> None:
        """Forget the run before and wait for events."""
        self._clear()
        self.settings = settings
        self.weights = dict(settings.weights)
        self._weighed = dict(settings.weights)
        self._parts.log.clear()
        self._parts.run_bar.begin()
        self._parts.log.add(self.tr("Run into {0}").format(settings.out))

    @Slot(object)
    def handle(self, events: tuple[Any, ...]) -> None:
        """Take in a batch of events."""
        for event in events:
            if isinstance(event, RowDone):
                self._take_row(event)
                self._fresh.append(event.row)
            elif isinstance(event, StageChanged):
                self._parts.run_bar.stage(event)
                if not event.image:
                    self._parts.log.add(f"{stage_name(event.stage)} {event.label}".strip())
            else:
                self._flush()
                self._take_other(event)
        # A table that grows is painted whole: a few times a second is enough for the eye.
        if self._fresh and time.monotonic() >= self._next_flush:
            self._flush()
        self._show_strip()

    def _show_strip(self) -> None:
        now = time.monotonic()
        if now >= self._next_strip:
            self._next_strip = now + _STRIP_S
            self._parts.run_bar.refresh()

    def _take_row(self, event: RowDone) -> None:
        row = event.row
        self._parts.pictures.put_row(event)
        self.saved_at = time.monotonic()
        if row.status == "failed":
            self._parts.log.add(f"{row.image} · {row.vae}: {row.note}", "warn")
        self._parts.run_bar.row(event, time.monotonic())

    @Slot()
    def _flush(self) -> None:
        rows, self._fresh = self._fresh, []
        if rows:
            scored = self._scored(rows)
            self._next_flush = time.monotonic() + _ROWS_S
            self._parts.rows.append(scored)
            self._stale = True
            self.newest.emit(scored[-1])

    def _take_other(self, event: Any) -> None:
        log = self._parts.log
        if isinstance(event, RunStarted):
            self.folder = event.folder
            self.planned = event.images
            self._labels = event.vaes
            if event.without_marker and self.settings is not None:
                self.settings = replace(self.settings, marker="off")
            self._parts.pictures.open(event.folder)
            self._parts.run_bar.started(event)
            for item in event.skipped:
                log.add(self.tr("Left out {0}: {1}").format(item.path, item.reason), "warn")
            for note in event.notes:
                log.add(note, "warn")
            if event.done:
                self._parts.rows.append(event.done)
                log.add(
                    self.tr("Kept of an earlier start: {0}").format(
                        engine_text.counted(counted_rows(len(event.done)))
                    )
                )
            self._live.start()
            self.started.emit(event.folder)
        elif isinstance(event, VAELoaded):
            self.device = event.device
            self._facts[event.label] = {
                "family": event.info.family,
                "precision": event.precision,
                "baseline": event.info.baseline,
                "notes": list(event.notes),
            }
            facts = (event.info.family, event.precision, event.device)
            log.add(
                self.tr("{0} is ready: {1}").format(event.label, " · ".join(part for part in facts if part))
            )
            for note in event.notes:
                log.add(f"{event.label}: {note}", "warn")
            self.vae_loaded.emit(event.label)
        elif isinstance(event, VAEFailed):
            self._broken.add(event.label)
            self._stale = True
            log.add(f"{event.label}: {event.message}", "bad")
            if event.details:
                log.add_details(event.details)
            self.vae_failed.emit(event)
        elif isinstance(event, RunFinished):
            self._end(event)
        elif isinstance(event, RunBroken):
            self._live.stop()
            self.show_live()
            if event.lost:
                self.saved_at = None
            self.rescued = event.rescued
            log.add(event.message if event.said is None else engine_text.sentence(event.said), "bad")
            if event.details:
                log.add_details(event.details)
            self.broken.emit(event)

    def _end(self, event: RunFinished) -> None:
        self._live.stop()
        self.folder = event.folder
        rows = rescored(self._parts.rows.rows().snapshot(), event.summary)
        self.show_data(RunData(event.folder, event.summary, rows), rows)
        said = event.message if event.said is None else engine_text.sentence(event.said)
        self._parts.log.add(said, "info" if event.exit_code in (ExitCode.OK, ExitCode.STOPPED) else "warn")
        self.finished.emit(event)

    @Slot()
    def show_live(self) -> None:
        """Bring the table of VAEs up to date with the rows so far."""
        self._flush()
        if not self._stale or self.settings is None:
            return
        self._stale = False
        summary = self._means.summary(
            self._labels,
            self._facts,
            self.weights,
            marker=self._has_marker(),
            broken=self._broken,
        )
        model = self._parts.rows
        rows, excluded = model.rows(), model.marks.excluded
        failed = rows.select(model.failed() & ~model.excluded())
        summary |= {
            "settings": self.settings.to_json(),
            "images": {"listed": self.planned},
            "images_failed": [{"image": row.image, "vae": row.vae, "reason": row.note} for row in failed],
            EXCLUDED: sorted(excluded & set(model.images())) if excluded else [],
        }
        self._show(RunData(self.folder, summary, rows.snapshot()))

    def _scored(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Rows as they came in, with their scores by the weights in force, which may be others than the run measures with."""
        if self.settings is None or self.weights == dict(self.settings.weights):
            return rows
        return _scored_by(rows, self.weights, marker=self._has_marker())

    def _has_marker(self) -> bool:
        return self.settings is not None and marker_mode(self.settings.marker) != "off"

    def recount(self) -> None:
        """Bring the live means up to date though no row has come: other images are excluded, or other weights are in force."""
        if self.data is None and self.weights != self._weighed:
            self._weighed = dict(self.weights)
            rows = self._parts.rows.rows().snapshot()
            work = partial(_scored_by, rows, self._weighed, marker=self._has_marker())
            self._jobs.submit(work, partial(self._take_scores, self._weighed))
        self._stale = True
        self.show_live()

    def _take_scores(self, weights: Mapping[str, float], found: RowTable | Failure) -> None:
        """Take in rows scored by other weights, unless they are no longer in force, or another run is shown."""
        rows = self._parts.rows.rows()
        if isinstance(found, Failure) or self.data is not None or weights != self._weighed:
            return
        if len(found) <= len(rows) and (not found or found[0].key == rows[0].key):
            # Rows that came meanwhile have theirs by these weights already.
            scores = np.concatenate([found.column("score"), rows.column("score")[len(found) :]])
            self._parts.rows.rescore(scores)
            self.rescored.emit()

    def show_data(self, data: RunData, rows: RowTable) -> None:
        """Show a run by other weights, or without some of its images.

        Args:
            data: what is shown.
            rows: all of its rows, the excluded ones too, with their scores by the same weights.
        """
        self.data = data
        self._stale = False
        self._parts.rows.rescore(rows.column("score"))
        self._show(data)
        self.rescored.emit()

    def _show(self, data: RunData) -> None:
        self.shown = data
        self._parts.summary.show(data.summary)
        self.summary_shown.emit()

    # A run of before

    def open(self, folder: Path) -> None:
        """Read a run folder in the background and show it."""
        self._jobs.submit(partial(_read, folder), self._opened)

    def _opened(self, found: RunData | Failure) -> None:
        if isinstance(found, Failure):
            self._parts.log.add(found.message, "bad")
            self.open_failed.emit(found.message)
            return
        self._clear()
        assert found.folder is not None
        self.folder = found.folder
        self.data = found
        self.weights = dict(found.weights)
        self.planned = int((found.summary.get("images") or {}).get("listed") or 0)
        self._parts.pictures.open(found.folder)
        self._parts.rows.append(found.rows)
        self._show(found)
        self._parts.log.add(self.tr("Opened {0}").format(found.folder))
        self.opened.emit(found)

    def _clear(self) -> None:
        self._live.stop()
        self.device = ""
        self.saved_at = self.rescued = None
        self.data = self.shown = None
        self.folder = None
        self.planned = 0
        self._labels = ()
        self._facts = {}
        self._broken = set()
        self._stale = False
        self._fresh = []
        self._next_flush = self._next_strip = 0.0
        self._parts.rows.clear()
        self._parts.summary.clear()
        self.summary_shown.emit()


def _scored_by(rows: Sequence[Row], weights: Mapping[str, float], *, marker: bool) -> RowTable:
    return rescored(rows, {"weights": weights, "common": {"J": {"marker": marker}}})


def _read(folder: Path) -> RunData:
    try:
        return load_run(folder)
    except VAELabError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise VAELabError(
            f"'{folder}' cannot be opened: its files are damaged or not VAELab's ({type(error).__name__}: {error})"
        ) from error
