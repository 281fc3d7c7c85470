"""From the run's events to the models: what a row, a stage, a failure means for what is shown."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from vaelab.errors import VAELabError
from vaelab.events import RowDone, RunFinished, RunStarted, StageChanged, VAEFailed, VAELoaded
from vaelab.gui import vocabulary
from vaelab.gui.jobs import Failure, Jobs
from vaelab.gui.results.live_means import LiveMeans
from vaelab.gui.results.log import LogPanel
from vaelab.gui.results.rows_model import RowsModel
from vaelab.gui.results.summary_model import SummaryModel
from vaelab.gui.strip import RunStrip
from vaelab.gui.viewer.run_pictures import RunPictures
from vaelab.gui.vocabulary import stage_name
from vaelab.gui.worker import RunBroken
from vaelab.records import Row
from vaelab.report.data import RunData
from vaelab.report.load import load_run
from vaelab.settings import RunSettings
from vaelab.summary import EXCLUDED

_LIVE_MS = 400
_ROWS_S = 0.2
_STRIP_S = 0.1


@dataclass(frozen=True)
class Parts:
    """What a session feeds."""

    rows: RowsModel
    summary: SummaryModel
    pictures: RunPictures
    log: LogPanel
    strip: RunStrip


class Session(QObject):
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
    """

    started = Signal(object)
    newest = Signal(object)
    finished = Signal(object)
    broken = Signal(object)
    vae_loaded = Signal(str)
    vae_failed = Signal(object)
    opened = Signal(object)
    open_failed = Signal(str)

    def __init__(self, parts: Parts, jobs: Jobs, parent: QObject | None = None) -> None:
        """Have no run."""
        super().__init__(parent)
        self._parts = parts
        self._jobs = jobs
        self.folder: Path | None = None
        self.settings: RunSettings | None = None
        self.data: RunData | None = None
        self.planned = 0
        self.device = ""
        self.saved_at: float | None = None
        self._labels: tuple[str, ...] = ()
        self._facts: dict[str, dict[str, Any]] = {}
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

    def take_over(self, other: Session) -> None:
        """Show the run that another session shows; none may be going on."""
        self.folder, self.settings, self.data = other.folder, other.settings, other.data
        self.planned, self._labels, self._facts = other.planned, other._labels, other._facts
        self.device, self.saved_at = other.device, other.saved_at

    # A run that goes on

    def begin(self, settings: RunSettings) -> None:
        """Forget the run before and wait for events."""
        self._clear()
        self.settings = settings
        self._parts.strip.begin()
        self._parts.log.add(self.tr("Run into {0}").format(settings.out))

    @Slot(object)
    def take(self, events: tuple[Any, ...]) -> None:
        """Take in a batch of events."""
        for event in events:
            if isinstance(event, RowDone):
                self._take_row(event)
                self._fresh.append(event.row)
            elif isinstance(event, StageChanged):
                self._parts.strip.stage(event)
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
            self._parts.strip.refresh()

    def _take_row(self, event: RowDone) -> None:
        row = event.row
        self._parts.pictures.put_row(event)
        self.saved_at = time.monotonic()
        if row.status == "failed":
            self._parts.log.add(f"{row.image} · {row.vae}: {row.note}", "warn")
        self._parts.strip.row(event, time.monotonic())

    @Slot()
    def _flush(self) -> None:
        rows, self._fresh = self._fresh, []
        if rows:
            self._next_flush = time.monotonic() + _ROWS_S
            self._parts.rows.append(rows)
            self._stale = True
            self.newest.emit(rows[-1])

    def _take_other(self, event: Any) -> None:
        log = self._parts.log
        if isinstance(event, RunStarted):
            self.folder = event.folder
            self.planned = event.images
            self._labels = event.vaes
            self._parts.pictures.open(event.folder)
            self._parts.strip.started(event)
            for item in event.skipped:
                log.add(self.tr("Left out {0}: {1}").format(item.path, item.reason), "warn")
            if event.done:
                self._parts.rows.append(event.done)
                log.add(self.tr("{0} rows of an earlier start are kept").format(len(event.done)))
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
            log.add(f"{event.label}: {event.message}", "bad")
            if event.details:
                log.add(event.details, "info")
            self.vae_failed.emit(event)
        elif isinstance(event, RunFinished):
            self._end(event)
        elif isinstance(event, RunBroken):
            self._live.stop()
            self.show_live()
            log.add(event.message, "bad")
            if event.details:
                log.add(event.details, "info")
            self.broken.emit(event)

    def _end(self, event: RunFinished) -> None:
        self._live.stop()
        self.folder = event.folder
        self.data = RunData(event.folder, event.summary, tuple(self._parts.rows.rows()))
        self._show_summary(event.summary)
        said = event.message if event.said is None else vocabulary.sentence(event.said)
        self._parts.log.add(said, "info" if event.exit_code in (0, 130) else "warn")
        self.finished.emit(event)

    @Slot()
    def show_live(self) -> None:
        """Bring the table of VAEs up to date with the rows so far."""
        self._flush()
        if not self._stale or self.settings is None:
            return
        self._stale = False
        model = self._parts.rows
        found = self._means.entries(marker=self.settings.marker != "off")
        entries = {
            label: {**self._facts.get(label, {}), **found[label]} for label in self._labels if label in found
        }
        self._parts.summary.show(entries, (), self.settings.weights, excluded=model.excluded_images())

    def recount(self) -> None:
        """Bring the live means up to date though no row has come: other images are excluded."""
        self._stale = True
        self.show_live()

    def show_data(self, data: RunData) -> None:
        """Show other numbers of the same run: without some of its images, or with them again."""
        self.data = data
        self._show_summary(data.summary)

    def _show_summary(self, summary: Mapping[str, Any]) -> None:
        self._stale = False
        settings = summary.get("settings") or {}
        self._parts.summary.show(
            summary.get("vaes") or {},
            summary.get("comparisons") or (),
            settings.get("weights"),
            excluded=len(summary.get(EXCLUDED) or ()),
        )

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
        self.planned = int((found.summary.get("images") or {}).get("listed") or 0)
        self._parts.pictures.open(found.folder)
        self._parts.rows.append(found.rows)
        self._show_summary(found.summary)
        self._parts.log.add(self.tr("Opened {0}").format(found.folder))
        self.opened.emit(found)

    def _clear(self) -> None:
        self._live.stop()
        self.device = ""
        self.saved_at = None
        self.data = None
        self.folder = None
        self.planned = 0
        self._labels = ()
        self._facts = {}
        self._stale = False
        self._fresh = []
        self._next_flush = self._next_strip = 0.0
        self._parts.rows.clear()
        self._parts.summary.clear()


def _read(folder: Path) -> RunData:
    try:
        return load_run(folder)
    except VAELabError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise VAELabError(
            f"'{folder}' cannot be opened: its files are damaged or not VAELab's ({type(error).__name__}: {error})"
        ) from error
