"""The threads of a run, and the order of its rows: images go to the codec, to the measuring thread, and to the disk."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import numpy as np

from vaelab import device as devices
from vaelab.control import Control
from vaelab.engine.chart_pass import ChartPass
from vaelab.engine.events import RowDone, RunEvent, RunFinished, StageChanged
from vaelab.engine.failure_policy import (
    FAILURES_AT_START,
    changed_since,
    ends_vae,
    is_retried_one_by_one,
    reason,
)
from vaelab.engine.inputs.marked_image import ImageBatch, MarkedImage, SizeGroup, mark_image
from vaelab.engine.measure import Measurer, RowSource, failed_row
from vaelab.engine.plan import Plan
from vaelab.engine.probes.probe_pass import PlacedResult, ProbePass
from vaelab.engine.run_writer import RunWriter
from vaelab.engine.saved_pictures import PictureWriter
from vaelab.engine.sets.of_run import FeatureRecorder
from vaelab.engine.vaes.batch_choice import batch_seconds, choose_batch
from vaelab.engine.vaes.loaded_vae import LoadedVAE
from vaelab.engine.vaes.marker_pass import MarkerPass
from vaelab.engine.vaes.memory_ladder import MemoryLadder
from vaelab.errors import ImageError, OutOfMemoryError, RecordLostError, RunFolderError, Stopped
from vaelab.images import LoadedImage
from vaelab.images.image_file import ImageFile
from vaelab.metrics.registry import METRICS
from vaelab.results.records import Row
from vaelab.sets.table import selected

# Rows being measured while the codec goes on, or a batch of them. More would only hold more pixels in memory.
_IN_FLIGHT = 3


@dataclass(frozen=True, slots=True)
class _Pending:
    """A batch under way: being measured, while its pictures are being written.

    Attributes:
        rows: one for each of ``batch``.
        batch: what becomes rows.
        writes: of the pictures of each; None for an image whose row an earlier run has written.
    """

    rows: Future[list[Row]]
    batch: list[RowSource]
    writes: list[tuple[Future[str], ...] | None]


@dataclass(frozen=True, slots=True)
class _Tools:
    """What exists once the device is known and torch is loaded."""

    device: str
    measurer: Measurer
    ladder: MemoryLadder
    marker_pass: MarkerPass
    probe_pass: ProbePass
    features: FeatureRecorder | None


class RunPipeline:
    """The working parts of one run, which it owns, as it does the plan's open run folder.

    The line that uses them is ``runner.run``; every method is called from its thread.
    """

    def __init__(self, plan: Plan, control: Control) -> None:
        self.plan = plan
        self.control = control
        self.vaes = [LoadedVAE(spec, number) for number, spec in enumerate(plan.specs, 1)]
        self._writer = RunWriter(plan, self.vaes)
        self._tools: _Tools | None = None
        self._pending: deque[_Pending] = deque()
        self._done = set(plan.done.row_keys())
        self._unsaved = set(plan.missing)
        images, hashes = plan.done.texts("image"), plan.done.texts("image_sha256")
        self._inputs = {image: digest for image, digest in zip(images, hashes, strict=True) if digest}
        self._first_with = dict(zip(reversed(hashes), reversed(images), strict=True))
        self._started = time.monotonic()
        # One thread measures, so that the intermediates of an original are never computed twice at once.
        self._measuring = ThreadPoolExecutor(1, thread_name_prefix="measure")
        self._writing = ThreadPoolExecutor(devices.file_threads(), thread_name_prefix="write")
        with_pictures = plan.done.select(
            np.array([key not in plan.missing for key in plan.done.row_keys()], np.bool_)
        )
        self._pictures = PictureWriter(plan.folder, plan.settings.save_images, with_pictures, self._writing)

    def __enter__(self) -> Self:
        """Return the pipeline."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the threads, free the VAEs and close the run folder, whatever happened."""
        if error is not None:
            self.control.stop_now()
        self._measuring.shutdown(wait=True, cancel_futures=True)
        self._writing.shutdown(wait=True, cancel_futures=True)
        for vae in self.vaes:
            if vae.codec is not None:
                vae.codec.close()
        if self._tools is not None and self._tools.features is not None:
            self._tools.features.close()
        self.plan.folder.close()

    @property
    def working(self) -> list[LoadedVAE]:
        """The VAEs that have not failed."""
        return [vae for vae in self.vaes if vae.codec is not None]

    def begin(self, device: str) -> None:
        """Get ready to measure on a device; torch is loaded by now."""
        from vaelab.metrics.batch_meter import BatchMeter

        self._writer.describe_device(device)
        meter = BatchMeter(self.plan.metrics, device, self.plan.models.folders)
        meter.load()
        # Two teams of threads on the same cores wait for each other at every barrier: one thread for the metrics costs less
        # than it saves. The second call keeps the first from holding for threads that start later.
        threads = devices.threads()
        self._measuring.submit(devices.use_threads, 1).result()
        devices.use_threads(threads)
        names = {spec.name for spec in self.plan.metrics}
        comparing = BatchMeter([spec for spec in METRICS if spec.name in ("lpips", "pixel")], device)
        measurer = Measurer(
            meter, comparing, self.plan.marker, self.plan.settings.weights, has_seam="seam" in names
        )
        settings = self.plan.settings
        probe_pass = ProbePass(names, settings.generations, settings.seed, self.control)
        if probe_pass.is_needed:
            comparing.load()
        ladder = MemoryLadder(self.vaes, self.plan, device, self.control)
        features = (
            FeatureRecorder(self.plan.folder.path, settings, device) if selected(settings.sets) else None
        )
        self._tools = _Tools(device, measurer, ladder, MarkerPass(ladder, self.control), probe_pass, features)
        self._started = time.monotonic()

    def mark(self, index: int, file: ImageFile, loaded: LoadedImage | ImageError) -> MarkedImage | ImageError:
        """Find the place of the marker in an image; or return why the image is not measured."""
        if isinstance(loaded, ImageError):
            return loaded
        changed = changed_since(loaded, self._inputs.get(file.name))
        if changed is not None:
            return changed
        notes = loaded.notes
        first = self._first_with.setdefault(loaded.sha256, file.name)
        if first != file.name:
            notes = (*notes, f"same file content as '{first}'")
        embedded = self.plan.settings.marker == "embedded"
        return mark_image(file, index, loaded, notes, self.plan.marker, embedded=embedded)

    def fail_image(self, file: ImageFile, error: ImageError) -> Iterator[RunEvent]:
        """Write a failed row for every VAE that has none of this image yet."""
        yield from self.drain(0)
        for vae in self.working:
            if (file.name, vae.label) not in self._done:
                yield self._write(failed_row(file, vae.label, str(error)))

    def choose_batches(self, groups: Sequence[SizeGroup]) -> Iterator[RunEvent]:
        """Choose how many images each VAE takes at once, where the user left that open, by trying it on the first image."""
        undecided = [vae for vae in self.working if vae.batch_size is None]
        if not groups or not undecided:
            return
        largest = devices.largest_batch(self.plan.settings.batch_size, self._ready.device)
        for vae in undecided:
            vae.batch_size = largest
            is_open = (
                self.plan.settings.batch_size == "auto" and vae.info is not None and not vae.info.baseline
            )
            if largest > 1 and is_open:
                yield StageChanged("Choosing the batch size", vae=vae.number, label=vae.label)
                vae.batch_size = self._batch_of(vae, groups[0].images[0], largest)
        if largest > 1:
            # Before there is a row, so that a run that is cut off goes on in the same batches.
            self._writer.write_first()

    def _batch_of(self, vae: LoadedVAE, image: MarkedImage, largest: int) -> int:
        def seconds(size: int) -> float | None:
            self.control.check()
            assert vae.codec is not None
            return batch_seconds(vae.codec, image.given, size)

        try:
            return choose_batch(seconds, largest)
        except Stopped:
            raise
        # Whatever the VAE raises here it raises again on this image, where it is heard and told.
        except Exception:  # noqa: BLE001
            return 1

    def batches(self, groups: Sequence[SizeGroup], vae: LoadedVAE) -> Iterator[ImageBatch]:
        """Yield a chunk's images in the batches of a VAE, without the groups whose rows an earlier run has written."""
        for group in groups:
            if any(self._is_open(image, vae) for image in group.images):
                yield from group.batches(vae.batch_size or 1)

    def _is_open(self, image: MarkedImage, vae: LoadedVAE) -> bool:
        key = (image.file.name, vae.label)
        return key not in self._done or key in self._unsaved

    def send(self, batch: ImageBatch, vae: LoadedVAE) -> Iterator[RunEvent]:
        """Put a batch through a VAE and hand what comes back to the measuring thread; yield what has become ready."""
        self.control.check()
        if vae.codec is None:
            return
        images = batch.images
        first = images[0]
        yield StageChanged("encode, decode", first.index + 1, vae.number, first.file.name, vae.label)
        devices.reset_peak_memory(self._ready.device)
        try:
            trips = yield from self._ready.ladder.run(images, vae)
            markers = yield from self._ready.marker_pass.run(images, trips, vae)
            probes, failures = self._ready.probe_pass.run(images, trips, vae)
        except Stopped:
            raise
        # A codec runs untrusted weights: whatever it raises concerns this VAE, or this image, alone.
        except Exception as error:  # noqa: BLE001
            yield from self._fail(error, images, vae)
            return
        peak = devices.peak_memory_mb(self._ready.device)
        vae.peak_memory_mb = peak if peak is None else max(peak, vae.peak_memory_mb or 0.0)
        sources = [
            RowSource(
                image,
                vae.label,
                trip,
                marker,
                self._pictures.paths(image, marker, vae.label),
                failures.get(place, ()),
            )
            for place, (image, trip, marker) in enumerate(zip(images, trips, markers, strict=True))
        ]
        self._measure(batch, sources, probes, vae)
        overflows = sum(trip.nonfinite_fraction > 0 for trip in trips)
        vae.record = vae.record.after_batch(len(trips), overflows, vae.precision, is_program=vae.is_program)
        if vae.lost is not None:
            yield from self.drain(0)
            yield vae.fail(vae.lost)
        elif overflows:
            yield from self._give_up(vae)
        yield from self.drain(max(_IN_FLIGHT, len(images)))

    def drain(self, keep: int) -> Iterator[RunEvent]:
        """Yield the rows that are ready, in order, until at most ``keep`` are under way."""
        while self._pending and (
            sum(len(pending.batch) for pending in self._pending) > keep or self._pending[0].rows.done()
        ):
            pending = self._pending.popleft()
            rows = pending.rows.result()
            for measured, row, writes in zip(pending.batch, rows, pending.writes, strict=True):
                if writes is not None:
                    for write in writes:
                        write.result()
                    yield self._write(row, measured)

    def settle(self) -> Iterator[RunEvent]:
        """Take out the VAEs that failed on all of the few images there were."""
        for vae in self.working:
            if not self.control.stopping:
                yield from self._give_up(vae, failures=1)

    def measure_charts(self) -> Iterator[RunEvent]:
        """Give the VAEs the test charts, where they were asked for."""
        if self.plan.settings.charts:
            chart_pass = ChartPass(self.plan, self._ready.ladder, self.control)
            yield from chart_pass.run(self.working)

    def write_interim_summary(self) -> None:
        """Bring the summary up to date, beside the run."""
        self._writer.write_interim(self._writing)

    def finish(self) -> RunFinished:
        """Write everything and return the end of the run."""
        if self.control.stopping:
            self._keep_what_is_measured()
        self._writing.shutdown(wait=True)
        return self._writer.finish(self._started, stopped=self.control.stopping)

    def rescued(self, error: RecordLostError) -> RunFolderError:
        """Write the rows in memory beside the folder whose files were lost, and return the error that names the place."""
        return self._writer.rescued(error)

    def _keep_what_is_measured(self) -> None:
        self._measuring.shutdown(wait=True, cancel_futures=True)
        for pending in self._pending:
            # What was not finished when the user stopped is not a row.
            if pending.rows.cancelled() or pending.rows.exception() is not None:
                break
            for measured, row, writes in zip(
                pending.batch, pending.rows.result(), pending.writes, strict=True
            ):
                if writes is not None:
                    self._write(row, measured)
        self._pending.clear()

    @property
    def _ready(self) -> _Tools:
        assert self._tools is not None
        return self._tools

    def _measure(
        self, batch: ImageBatch, measured: list[RowSource], probes: list[PlacedResult], vae: LoadedVAE
    ) -> None:
        """Measure the whole batch, as an uninterrupted run would, and write what is not there yet."""
        new = [(each.image.file.name, vae.label) not in self._done for each in measured]
        for each, is_new in zip(measured, new, strict=True):
            if not is_new and self._is_open(each.image, vae):
                self._save_again(each)
        if any(new):
            rows = self._measuring.submit(
                self._timed, self._ready.measurer, measured, batch, probes, self.working[-1:] in ([], [vae])
            )
            writes = [
                self._pictures.write(each) if is_new else None
                for each, is_new in zip(measured, new, strict=True)
            ]
            self._pending.append(_Pending(rows, measured, writes))

    def _save_again(self, measured: RowSource) -> None:
        """Write the pictures of a row that stands; its numbers are of the same pictures."""
        for write in self._pictures.write(measured):
            write.result()
        self._unsaved.discard((measured.image.file.name, measured.label))

    def _timed(
        self,
        measurer: Measurer,
        batch: list[RowSource],
        originals: ImageBatch,
        probes: list[PlacedResult],
        is_last: bool,
    ) -> list[Row]:
        start = time.perf_counter()
        rows = measurer.rows(batch, originals, self.control, probes)
        if is_last:
            originals.originals = None  # what was computed of them is memory that the next batch may need
        if self._ready.features is not None:
            rows = self._ready.features.measure(batch, originals, rows)
        height, width = batch[0].image.size
        pixels = len(batch) * height * width
        self._writer.measured(1000 * (time.perf_counter() - start), pixels / 1e6)
        return rows

    def _write(self, row: Row, measured: RowSource | None = None) -> RowDone:
        latent = None if measured is None else measured.trip.latent
        if self._tools is not None and self._tools.features is not None:
            self._tools.features.write(row)
        self.plan.folder.append(row, latent if row.status == "ok" else None)
        self._writer.add(row, latent)
        self._done.add(row.key)
        total = len(self.plan.images) * len(self.plan.labels)
        if measured is None:
            return RowDone(row, self._writer.finished, total)
        return RowDone(
            row,
            self._writer.finished,
            total,
            measured.image.loaded.rgb,
            measured.trip.reconstruction,
            measured.marker.original,
            measured.marker.reconstruction,
        )

    def _fail(self, error: Exception, images: Sequence[MarkedImage], vae: LoadedVAE) -> Iterator[RunEvent]:
        if is_retried_one_by_one(error, len(images)):
            for image in images:
                yield from self.send(ImageBatch([image]), vae)
            return
        yield from self.drain(0)
        vae.record = vae.record.after_error(error)
        if ends_vae(error, vae.record):
            yield vae.fail(error)
            return
        (image,) = images
        if (image.file.name, vae.label) not in self._done:
            yield self._write(failed_row(image.file, vae.label, reason(error, vae.label), image))
        if isinstance(error, OutOfMemoryError):
            yield from self._give_up(vae)

    def _give_up(self, vae: LoadedVAE, failures: int = FAILURES_AT_START) -> Iterator[RunEvent]:
        """Take a VAE out that has failed so often for the same reason, and never succeeded."""
        why = vae.record.why_given_up(failures)
        if why is not None:
            yield from self.drain(0)
            yield vae.fail(why)
