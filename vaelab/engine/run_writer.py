"""Collects the rows of a run and writes summary.json and report.html."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from statistics import median
from typing import Any

from vaelab import __version__
from vaelab import device as devices
from vaelab.engine.events import RunFinished
from vaelab.engine.plan import MARKER_ASKED, METRIC_MODELS, Plan
from vaelab.engine.vaes.loaded_vae import LoadedVAE
from vaelab.errors import ExitCode, RecordLostError, RunFolderError
from vaelab.report.run.data import RunData
from vaelab.report.words.protocol import recorded_facts
from vaelab.results.intervals import RESAMPLES
from vaelab.results.records import Row
from vaelab.results.row_table import RowTable
from vaelab.results.summary import rescored, with_results
from vaelab.run_files import REPORT
from vaelab.run_folder.salvage import salvage
from vaelab.run_folder.store import SCHEMA_VERSION
from vaelab.text import Sentence, images, rows, vaes
from vaelab.vae.base import LatentFacts

# While a run goes on its summary is brought up to date after every image, unless that would take over a tenth of the time.
_INTERIM_SHARE = 0.1
# A summary that is about to be replaced has Student's intervals and decides nothing; it says so itself.
_INTERIM_RESAMPLES = 0

# The pace of measuring is the median over the last rows.
_TIMED_ROWS = 200


class RunWriter:
    """Collects rows and writes the summary and the report.

    It starts with the rows of an interrupted run, if this one continues it; if not, it leaves a first summary.
    """

    def __init__(self, plan: Plan, vaes: Sequence[LoadedVAE]) -> None:
        self._plan = plan
        self._vaes = vaes
        self._rows = RowTable()
        self._rows.extend(plan.done)
        self._latents = {label: dict(facts) for label, facts in plan.latents.items()}
        self._environment = devices.environment()
        self._interim: Future[float] | None = None
        self._next_interim = 0.0
        self._measuring: deque[float] = deque(maxlen=_TIMED_ROWS)
        if not plan.done:
            self.write_first()

    @property
    def finished(self) -> int:
        """Rows on disk."""
        return len(self._rows)

    def write_first(self) -> None:
        """Write the summary before there are rows: what a resumed run has to know of this one."""
        self._plan.folder.write_summary(
            self._summary("running", self._rows, self._latents, _INTERIM_RESAMPLES)
        )

    def describe_device(self, device: str) -> None:
        """Record what the run runs on."""
        name, threads = devices.device_name(device), devices.threads()
        self._environment |= {"device": device, "device_name": name, "threads": threads}
        self._environment["instructions"] = devices.instructions()
        devices.reset_peak_memory(device)

    def add(self, row: Row, latent: LatentFacts | None) -> None:
        """Take in a row that is on disk."""
        self._rows.extend([row])
        if latent is not None and row.status == "ok":
            self._latents.setdefault(row.vae, {})[row.image] = latent

    def measured(self, milliseconds: float, megapixels: float) -> None:
        """Take in how long measuring a row took."""
        self._measuring.append(milliseconds / megapixels)

    def write_interim(self, pool: ThreadPoolExecutor) -> None:
        """Bring ``summary.json`` up to date in another thread, if it is worth its time."""
        if time.monotonic() < self._next_interim or (self._interim is not None and not self._interim.done()):
            return
        if self._interim is not None:
            self._next_interim = time.monotonic() + self._interim.result() / _INTERIM_SHARE
        latents = {label: dict(facts) for label, facts in self._latents.items()}
        self._interim = pool.submit(self._write_interim, self._rows.snapshot(), latents)

    def finish(self, started: float, *, stopped: bool) -> RunFinished:
        """Write the final summary and the report and say how the run ended.

        Args:
            started: when it began, as ``time.monotonic`` said.
            stopped: whether the user ended it.
        """
        from vaelab.report.formats.table import render
        from vaelab.report.run.set_results import with_sets

        summary = self._summary("stopped" if stopped else "finished", self._rows, self._latents, RESAMPLES)
        folder = self._plan.folder
        if not stopped:  # whoever stops a run does not wait for distances; a report computes them
            summary = with_sets(folder.path, summary, self._rows)
        folder.write_summary(summary)
        run = RunData(folder.path, summary, rescored(self._rows, summary))
        folder.write_file(REPORT, render(run, "html"))
        exit_code = self._exit_code(stopped=stopped)
        said = self._message(exit_code)
        return RunFinished(folder.path, exit_code, summary, str(said), time.monotonic() - started, said)

    def rescued(self, error: RecordLostError) -> RunFolderError:
        """Write all rows beside the run folder, whose files were lost, and return the error that says so."""
        summary = self._summary("running", self._rows, self._latents, _INTERIM_RESAMPLES)
        return salvage(self._plan.folder.path, error, self._rows, self._latents, summary)

    def _write_interim(self, rows: RowTable, latents: Mapping[str, Mapping[str, LatentFacts]]) -> float:
        start = time.monotonic()
        self._plan.folder.write_summary(self._summary("running", rows, latents, _INTERIM_RESAMPLES))
        return time.monotonic() - start

    def _summary(
        self,
        state: str,
        rows: RowTable,
        latents: Mapping[str, Mapping[str, LatentFacts]],
        resamples: int,
    ) -> dict[str, Any]:
        plan = self._plan
        frame = {
            "schema_version": SCHEMA_VERSION,
            "kind": "run",
            "vaelab_version": __version__,
            "created": plan.created,
            "updated": datetime.now(UTC).isoformat(timespec="seconds"),
            "state": state,
            "settings": plan.settings.to_json(),
            "protocol": self._protocol(),
            "environment": dict(self._environment),
            "timing": {
                "measure_ms_per_megapixel": median(list(self._measuring)) if self._measuring else None
            },
            "images": {
                "listed": len(plan.images),
                "skipped": [{"path": str(item.path), "reason": item.reason} for item in plan.skipped],
            },
            "vaes": {vae.label: _facts(vae) for vae in self._vaes},
        }
        summary = with_results(frame, rows, latents, resamples, running=state == "running")
        return {**summary, **recorded_facts(RunData(plan.folder.path, summary, rows))}

    def _protocol(self) -> dict[str, Any]:
        marker, asked = self._plan.marker, self._plan.marker_asked
        models = dict(self._plan.models.identities)
        no_room = {} if asked == self._plan.settings.marker else {MARKER_ASKED: asked}
        return (
            {
                "pixels": "8-bit sRGB in and out; decoder output clamped to [0, 1] and rounded",
                "resize": "Lanczos, antialiased (Pillow), never enlarged unless asked",
                "lpips": "v0.1, AlexNet, inputs in [-1, 1]",
                "luma": "Rec. 601",
                "latent": self._plan.settings.latent,
                "marker": None
                if marker is None
                else {
                    "mode": self._plan.settings.marker,
                    "preset": marker.preset,
                    "size": marker.size,
                    "corner": marker.corner,
                    "read": "inner half" if marker.inner else "whole patch",
                },
                "metrics": [spec.name for spec in self._plan.metrics],
            }
            | no_room
            | ({METRIC_MODELS: models} if models else {})
        )

    def _exit_code(self, *, stopped: bool) -> ExitCode:
        if stopped:
            return ExitCode.STOPPED
        if any(vae.error is not None for vae in self._vaes) or self._failed_on_everything():
            return ExitCode.VAE_FAILED
        return ExitCode.IMAGES_FAILED if self._rows.failed().any() else ExitCode.OK

    def _failed_on_everything(self) -> list[str]:
        """VAEs that gave nothing usable on any image that could be read (NaN throughout, for example)."""
        rows = self._rows
        readable = ~rows.among("image_sha256", ("",))
        failed = {vae.label: rows.failed()[readable & rows.among("vae", (vae.label,))] for vae in self._vaes}
        return [label for label, each in failed.items() if len(each) and each.all()]

    def _message(self, exit_code: ExitCode) -> Sentence:
        planned = len(self._plan.images) * len(self._vaes)
        failed = int(self._rows.failed().sum())
        said = Sentence(
            "{0} × {1}: {2} of {3} measured",
            (images(len(self._plan.images)), vaes(len(self._vaes)), len(self._rows) - failed, rows(planned)),
        )
        if failed:
            said = Sentence("{0}, {1} failed", (said, failed))
        broken = [vae.label for vae in self._vaes if vae.error is not None] or self._failed_on_everything()
        if broken:
            said = Sentence("{0}; VAE {1} failed", (said, ", ".join(broken)))
        if exit_code is ExitCode.STOPPED:
            said = Sentence("{0}; stopped by the user", (said,))
        return said


def _facts(vae: LoadedVAE) -> dict[str, Any]:
    info = vae.info
    facts: dict[str, Any] = {
        "source": vae.spec.what,
        "encoder": vae.spec.encoder,
        "padding": vae.spec.padding,
        "weights": vae.spec.weights,
        "precision": vae.precision,
        "notes": list(vae.notes),
        "tiled": vae.tiled,
        "batch_size": vae.batch_size,
        "error": vae.error,
        "peak_memory_mb": vae.peak_memory_mb,
    }
    if info is not None:
        facts |= {
            "family": info.family,
            "sha256": info.sha256,
            "same_file_as": info.details.get("same file as"),
            "parameters": info.parameters,
            "latent_channels": info.latent_channels,
            "factor": info.factor,
            "stored_dtype": info.stored_dtype,
            "encoder_family": info.details.get("encoder family"),
            "encoder_sha256": info.details.get("encoder sha256"),
            "baseline": info.baseline,
        }
    return facts
