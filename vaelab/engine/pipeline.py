"""What a run holds while it goes on: its VAEs, its threads, the rows under way, the rows that are done."""

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
from vaelab.engine.events import RowDone, RunEvent, RunFinished, StageChanged
from vaelab.engine.marker_pass import MarkerPass
from vaelab.engine.measure import Measurer, Places, Subject, failed_row
from vaelab.engine.plan import Plan
from vaelab.engine.run_writer import Ledger, Outcome
from vaelab.engine.saved_pictures import Saving
from vaelab.engine.vaes.loaded_vae import VAEState
from vaelab.engine.vaes.memory_ladder import Rescue, overflow
from vaelab.engine.vaes.round_trip import RoundTrip
from vaelab.errors import (
    ImageError,
    OutOfMemoryError,
    RecordLostError,
    RunFolderError,
    Stopped,
    VAEError,
    VAELabError,
)
from vaelab.images import LoadedImage
from vaelab.images.image_file import ImageFile
from vaelab.images.marker import MarkerTrip
from vaelab.results.records import Row

# Rows being measured while the codec goes on. More would only hold more pixels in memory.
_IN_FLIGHT = 3
# A VAE that has failed on so many images, and has never succeeded, is broken itself.
_FAILURES_AT_START = 3


@dataclass(slots=True)
class _Pending:
    """A row under way: being measured, while its pictures are being written."""

    row: Future[Row]
    writes: tuple[Future[str], ...]
    subject: Subject
    trip: RoundTrip
    marker: MarkerTrip


class Session:
    """The working parts of one run. The line that uses them is ``runner.run``; every method is called from its thread."""

    def __init__(self, plan: Plan, control: Control) -> None:
        """Take over the plan's open run folder."""
        self.plan = plan
        self.control = control
        self.vaes = [VAEState(spec, number) for number, spec in enumerate(plan.specs, 1)]
        self._ledger = Ledger(plan, self.vaes)
        self._rescue = Rescue(self.vaes, plan, control)
        self._marker_pass = MarkerPass(self._rescue, control)
        self._pending: deque[_Pending] = deque()
        self._done = set(plan.done.row_keys())
        self._unsaved = set(plan.missing)
        images, hashes = plan.done.texts("image"), plan.done.texts("image_sha256")
        self._inputs = {image: digest for image, digest in zip(images, hashes, strict=True) if digest}
        self._first_with = dict(zip(reversed(hashes), reversed(images), strict=True))
        self._device = "cpu"
        self._measurer: Measurer | None = None
        self._started = time.monotonic()
        # One thread measures, so that the intermediates of an original are never computed twice at once.
        self._measuring = ThreadPoolExecutor(1, thread_name_prefix="measure")
        self._writing = ThreadPoolExecutor(2, thread_name_prefix="write")
        with_pictures = plan.done.select(
            np.array([key not in plan.missing for key in plan.done.row_keys()], np.bool_)
        )
        self._saving = Saving(plan.folder, plan.settings.save_images, with_pictures, self._writing)

    def __enter__(self) -> Self:
        """Return the session."""
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
        self.plan.folder.close()

    @property
    def working(self) -> list[VAEState]:
        """The VAEs that have not failed."""
        return [vae for vae in self.vaes if vae.codec is not None]

    def begin(self, device: str) -> None:
        """Get ready to measure on a device; torch is loaded by now."""
        from vaelab.metrics.evaluate import Meter

        self._device = self._rescue.device = device
        self._ledger.describe_device(device)
        meter = Meter(self.plan.metrics, device)
        meter.load()
        # Two teams of threads on the same cores wait for each other at every barrier: one thread for the metrics costs less
        # than it saves. The second call keeps the first from holding for threads that start later.
        threads = devices.threads()
        self._measuring.submit(devices.use_threads, 1).result()
        devices.use_threads(threads)
        settings = self.plan.settings
        embedded = settings.marker == "embedded"
        self._measurer = Measurer(meter, self.plan.marker, settings.weights, embedded=embedded)
        self._started = time.monotonic()

    def mark(self, index: int, file: ImageFile, loaded: LoadedImage | ImageError) -> Subject | None:
        """Make a subject of an image that was read, with its marker; None, remembering why, if it could not be read."""
        assert self._measurer is not None
        if isinstance(loaded, ImageError):
            self._ledger.unreadable[file.name] = str(loaded)
            return None
        if self._inputs.get(file.name, loaded.sha256) != loaded.sha256:
            self._ledger.unreadable[file.name] = (
                "the file was changed since the run began, and the rows that it has are of the old picture: put that back, or "
                "measure the new one in a new run"
            )
            return None
        notes = loaded.notes
        first = self._first_with.setdefault(loaded.sha256, file.name)
        if first != file.name:
            notes = (*notes, f"same file content as '{first}'")
        return self._measurer.subject(file, index, loaded, notes)

    def fail_image(self, file: ImageFile) -> Iterator[RunEvent]:
        """Write a failed row for every VAE that has none of this image yet."""
        yield from self.drain(0)
        for vae in self.working:
            if (file.name, vae.label) not in self._done:
                yield self._write(failed_row(file, vae.label, self._ledger.unreadable[file.name]))

    def batches(self, subjects: Sequence[Subject], vae: VAEState) -> list[list[Subject]]:
        """Group a chunk's images by size, leaving out the groups whose rows an earlier run has written."""
        groups: dict[tuple[int, int], list[Subject]] = {}
        for subject in subjects:
            groups.setdefault(subject.size, []).append(subject)
        return [
            group
            for group in groups.values()
            if any(
                key not in self._done or key in self._unsaved
                for key in ((subject.file.name, vae.label) for subject in group)
            )
        ]

    def send(self, batch: list[Subject], vae: VAEState) -> Iterator[RunEvent]:
        """Put a batch through a VAE and hand what comes back to the measuring thread; yield what has become ready."""
        self.control.check()
        if vae.codec is None:
            return
        yield self._stage("encode, decode", batch[0], vae)
        try:
            trips = yield from self._rescue.run(batch, vae)
            markers = yield from self._marker_pass.run(batch, trips, vae)
        except Stopped:
            raise
        # A codec runs a stranger's weights: whatever it raises concerns this VAE, or this image, alone.
        except Exception as error:  # noqa: BLE001
            yield from self._fail(error, batch, vae)
            return
        vae.peak_memory_mb = devices.peak_memory_mb(self._device)
        for subject, trip, marker in zip(batch, trips, markers, strict=True):
            if (subject.file.name, vae.label) not in self._done:
                self._pending.append(self._measure(subject, trip, marker, vae))
            elif (subject.file.name, vae.label) in self._unsaved:
                self._save_again(subject, trip, marker, vae)
        overflows = sum(trip.nonfinite_fraction > 0 for trip in trips)
        vae.succeeded = vae.succeeded or overflows < len(trips)
        if vae not in self.working and vae.broken is not None:
            yield from self.drain(0)
            yield vae.fail(vae.broken)
        elif overflows:
            vae.failures += overflows
            vae.broken = overflow(vae.precision)
            yield from self._give_up(vae, _FAILURES_AT_START)
        yield from self.drain(_IN_FLIGHT)

    def drain(self, keep: int) -> Iterator[RunEvent]:
        """Yield the rows that are ready, in order, until at most ``keep`` are under way."""
        while self._pending and (len(self._pending) > keep or self._pending[0].row.done()):
            pending = self._pending.popleft()
            row = pending.row.result()
            for write in pending.writes:
                write.result()
            yield self._write(row, pending)

    def settle(self) -> Iterator[RunEvent]:
        """Take out the VAEs that failed on all of the few images there were."""
        for vae in self.working:
            if not self.control.stopping:
                yield from self._give_up(vae, 1)

    def write_interim_summary(self) -> None:
        """Bring the summary up to date, beside the run."""
        self._ledger.write_interim(self._writing)

    def finish(self) -> RunFinished:
        """Write everything and return the end of the run."""
        if self.control.stopping:
            self._keep_what_is_measured()
        self._writing.shutdown(wait=True)
        outcome: Outcome = self._ledger.finish(stopped=self.control.stopping)
        seconds = time.monotonic() - self._started
        return RunFinished(
            self.plan.folder.path,
            outcome.exit_code,
            outcome.summary,
            str(outcome.message),
            seconds,
            outcome.message,
        )

    def rescued(self, error: RecordLostError) -> RunFolderError:
        """Write the rows in memory beside the folder whose files were lost, and return the error that names the place."""
        return self._ledger.rescued(error)

    def _keep_what_is_measured(self) -> None:
        self._measuring.shutdown(wait=True, cancel_futures=True)
        for pending in self._pending:
            # What was not finished when the user stopped is not a row.
            if pending.row.cancelled() or pending.row.exception() is not None:
                break
            self._write(pending.row.result(), pending)
        self._pending.clear()

    def _measure(self, subject: Subject, trip: RoundTrip, marker: MarkerTrip, vae: VAEState) -> _Pending:
        assert self._measurer is not None
        at = self._saving.places(subject, marker, vae.label)
        row = self._measuring.submit(self._timed, self._measurer, subject, vae.label, trip, marker, at)
        writes = self._saving.write(subject, trip, marker, vae.label, at)
        return _Pending(row, writes, subject, trip, marker)

    def _save_again(self, subject: Subject, trip: RoundTrip, marker: MarkerTrip, vae: VAEState) -> None:
        """Write the pictures of a row that stands; its numbers are of the same pictures."""
        at = self._saving.places(subject, marker, vae.label)
        for write in self._saving.write(subject, trip, marker, vae.label, at):
            write.result()
        self._unsaved.discard((subject.file.name, vae.label))

    def _timed(
        self,
        measurer: Measurer,
        subject: Subject,
        label: str,
        trip: RoundTrip,
        marker: MarkerTrip,
        at: Places,
    ) -> Row:
        start = time.perf_counter()
        row = measurer.row(subject, label, trip, marker, at, self.control.check)
        height, width = subject.size
        self._ledger.measured(1000 * (time.perf_counter() - start), height * width / 1e6)
        return row

    def _write(self, row: Row, pending: _Pending | None = None) -> RowDone:
        latent = None if pending is None else pending.trip.latent
        self.plan.folder.append(row, latent if row.status == "ok" else None)
        self._ledger.add(row, latent)
        self._done.add(row.key)
        total = len(self.plan.images) * len(self.plan.labels)
        if pending is None:
            return RowDone(row, self._ledger.finished, total)
        return RowDone(
            row,
            self._ledger.finished,
            total,
            pending.subject.loaded.rgb,
            pending.trip.reconstruction,
            pending.marker.original,
            pending.marker.reconstruction,
        )

    def _fail(self, error: Exception, batch: list[Subject], vae: VAEState) -> Iterator[RunEvent]:
        too_large = error if isinstance(error, OutOfMemoryError) else None
        fatal = isinstance(error, VAEError) and too_large is None
        if len(batch) > 1 and not fatal:
            # One image spoiled the batch; the others need not share its fate.
            for subject in batch:
                yield from self.send([subject], vae)
            return
        yield from self.drain(0)
        vae.failures += not isinstance(error, ImageError)
        if fatal or (too_large is None and not vae.succeeded and vae.failures >= _FAILURES_AT_START):
            yield vae.fail(error)
            return
        said = isinstance(error, VAELabError)  # written for people already
        reason = (
            str(error) if said else f"{vae.label} failed on this image with {type(error).__name__}: {error}"
        )
        if (batch[0].file.name, vae.label) not in self._done:
            yield self._write(failed_row(batch[0].file, vae.label, reason, batch[0]))
        if too_large is not None:
            vae.broken = too_large
            yield from self._give_up(vae, _FAILURES_AT_START)

    def _give_up(self, vae: VAEState, failures: int) -> Iterator[RunEvent]:
        """Take a VAE out that has failed so often for the same reason, and never succeeded."""
        if vae.broken is not None and not vae.succeeded and vae.failures >= failures:
            yield from self.drain(0)
            yield vae.fail(vae.broken)

    def _stage(self, stage: str, subject: Subject, vae: VAEState) -> StageChanged:
        return StageChanged(stage, subject.index + 1, vae.number, subject.file.name, vae.label)
