"""Runs a batch with fallbacks when memory or precision fails: free memory, halve, tile, change precision. Each is noted."""

from __future__ import annotations

from collections.abc import Generator, Sequence

import numpy as np

from vaelab import device as devices
from vaelab.arrays import Pixels
from vaelab.control import Control
from vaelab.engine.events import RunEvent
from vaelab.engine.failure_policy import overflow
from vaelab.engine.forecast.forecast import ForecastVAE, activations_mb
from vaelab.engine.inputs.marked_image import MarkedImage
from vaelab.engine.plan import Plan
from vaelab.engine.vaes.loaded_vae import PARKED, TILED, LoadedVAE, park_others, reopen
from vaelab.engine.vaes.precision_ladder import Ladder, retried_note
from vaelab.engine.vaes.round_trip import BatchTooLargeError, RoundTrip, round_trip
from vaelab.errors import OutOfMemoryError, PrecisionError, Stopped, VAEError
from vaelab.memory import memory_state
from vaelab.precisions import HALF, PRECISIONS

WITH_MARKER = "with the marker: "
"""Stands before what was done to the marked image alone."""


class MemoryLadder:
    """Runs batches, in the thread of the pipeline.

    When memory runs out, in this order: what other VAEs hold is freed, which changes no number; the batch is halved; the VAE
    is switched to tiles, where ``tiling auto`` allows it. Where nothing is left to try, the error says what a user may do.
    """

    def __init__(self, vaes: list[LoadedVAE], plan: Plan, device: str, control: Control) -> None:
        self._vaes = vaes
        self._plan = plan
        self._device = device
        self._control = control
        self._parking = False

    def run(
        self, batch: Sequence[MarkedImage], vae: LoadedVAE, *, marked: bool = False
    ) -> Generator[RunEvent, None, list[RoundTrip]]:
        """Encode and decode a batch; yields ``VAELoaded`` where the VAE had to be loaded in another precision.

        Args:
            batch: images of equal size.
            vae: what encodes and decodes them.
            marked: with the marker, in the pass that is the marker's own.

        Raises:
            OutOfMemoryError: one of the images is too large, whatever was tried.
            VAEError: the VAE cannot go on.
            Exception: whatever else the codec raised.
        """
        when = WITH_MARKER if marked else ""
        trips: list[RoundTrip] | None = None
        while trips is None:
            try:
                trips = self._in_memory(batch, vae, marked)
            except PrecisionError:
                ladder = None if vae.ladder is None else vae.ladder.after_refusal()
                if ladder is None:
                    raise
                vae.note(
                    f"{when}in {ladder.precision}, since {self._device} cannot run it in {vae.precision}"
                )
                yield self._reopen(vae, ladder)
        bad = [place for place, trip in enumerate(trips) if trip.nonfinite_fraction > 0]
        overflowed = vae.precision
        while bad and vae.ladder is not None and (ladder := vae.ladder.after_overflow()) is not None:
            try:
                yield self._reopen(vae, ladder)
                again = self._in_memory([batch[place] for place in bad], vae, marked)
            except PrecisionError:
                if ladder.after_overflow() is None:
                    raise
                continue
            note = retried_note(overflowed, vae.precision)
            vae.note(f"{when}{note}" if marked else f"{note}, from '{batch[bad[0]].file.name}' on")
            overflowed = vae.precision
            for place, trip in zip(bad, again, strict=True):
                trips[place] = trip.noted(*trips[place].notes, note)
            bad = [place for place in bad if trips[place].nonfinite_fraction > 0]
        for place in bad:
            trips[place] = trips[place].noted(str(overflow(vae.precision, is_program=vae.is_program)))
        return trips

    def restore(self, vae: LoadedVAE, ladder: Ladder | None, *, tiled: bool) -> RunEvent:
        """Load a VAE again as it ran before: in the precision of that ladder, in tiles or not.

        Raises:
            VAEError: it cannot be loaded again.
        """
        vae.tiled = tiled
        return self._reopen(vae, ladder)

    def _reopen(self, vae: LoadedVAE, ladder: Ladder | None) -> RunEvent:
        try:
            return reopen(vae, ladder, self._vaes, self._plan, self._device, self._control)
        except (Stopped, VAEError):
            raise
        # Without its codec a VAE cannot go on, whatever kept it from being loaded again.
        except Exception as error:
            precision = vae.precision if ladder is None else ladder.precision
            raise VAEError(
                f"it could not be loaded again in {precision} ({type(error).__name__}: {error})"
            ) from error

    def _in_memory(self, batch: Sequence[MarkedImage], vae: LoadedVAE, marked: bool) -> list[RoundTrip]:
        assert vae.codec is not None
        when = WITH_MARKER if marked else ""
        if self._parking:
            park_others(vae, self._vaes, self._device)
        if self._device == "cpu" and self._may_tile(vae) and self._will_not_fit(batch, vae):
            vae.tile(when)
        images = np.stack([image.marked if marked else image.given for image in batch])
        return self._fitted(images, [image.index for image in batch], vae, when)

    def _fitted(self, images: Pixels, indices: list[int], vae: LoadedVAE, when: str) -> list[RoundTrip]:
        assert vae.codec is not None
        try:
            trips = round_trip(vae.codec, images, indices)
            return [trip.noted(TILED) for trip in trips] if vae.tiled else trips
        except BatchTooLargeError as error:
            reason = str(error)
        # Outside the handler: the traceback would keep the failed batch's tensors alive.
        devices.free_memory()
        if self._make_room(vae):
            return self._fitted(images, indices, vae, when)
        if len(images) > 1:
            vae.note(f"{when}batch split after running out of memory")
            half = len(images) // 2
            return [
                *self._fitted(images[:half], indices[:half], vae, when),
                *self._fitted(images[half:], indices[half:], vae, when),
            ]
        if self._may_tile(vae):
            vae.tile(when)
            return self._fitted(images, indices, vae, when)
        height, width = images.shape[1:3]
        remedies, words = self._advice(vae)
        raise OutOfMemoryError(
            f"out of memory on a single {width}×{height} image ({reason}): {words}", remedies=remedies
        )

    def _make_room(self, vae: LoadedVAE) -> bool:
        if not park_others(vae, self._vaes, self._device):
            return False
        self._parking = True
        vae.note(PARKED)
        return True

    def _may_tile(self, vae: LoadedVAE) -> bool:
        return self._plan.settings.tiling == "auto" and vae.codec is not None and vae.codec.can_tile

    @staticmethod
    def _will_not_fit(batch: Sequence[MarkedImage], vae: LoadedVAE) -> bool:
        # A CPU's memory does not run out with an error that could be caught: the system kills the process.
        assert vae.info is not None
        height, width = batch[0].size
        known = ForecastVAE(vae.label, vae.info, vae.precision or "auto")
        needed = activations_mb(known, (width, height), "cpu", len(batch), "off")
        return needed > memory_state("cpu").ram_free_mb

    def _advice(self, vae: LoadedVAE) -> tuple[tuple[str, ...], str]:
        ways = {"": "a smaller size"}
        if vae.codec is not None and vae.codec.can_tile and not self._may_tile(vae):
            ways["tiling"] = "tiling auto"
        if vae.precision in PRECISIONS and PRECISIONS[vae.precision].size > PRECISIONS[HALF].size:
            ways[HALF] = f"precision {HALF}"
        if self._device != "cpu":
            ways["cpu"] = "device cpu"
        *most, last = ways.values()
        return tuple(filter(None, ways)), f"use {', '.join(most)}{' or ' if most else ''}{last}"
