"""A batch through a VAE, whatever it takes: room on the device, halves, tiles, another precision; and what was done, noted."""

from __future__ import annotations

from collections.abc import Generator, Sequence

import numpy as np

from vaelab.control import Control
from vaelab.engine.events import RunEvent
from vaelab.engine.forecast.forecast import ForecastVAE, activations_mb
from vaelab.engine.measure import Subject
from vaelab.engine.plan import Plan
from vaelab.engine.vaes.loaded_vae import PARKED, TILED, VAEState, park_others, reopen
from vaelab.engine.vaes.precision_ladder import NAMES, Ladder, retried_note, wider
from vaelab.engine.vaes.round_trip import Relief, RoundTrip, round_trip
from vaelab.errors import PrecisionError, Stopped, VAEError
from vaelab.memory import memory_state

WITH_MARKER = "with the marker: "
"""Stands before what was done to the marked image alone."""


class Rescue:
    """Runs batches for a session, in its thread."""

    def __init__(self, states: list[VAEState], plan: Plan, control: Control) -> None:
        """Remember the VAEs of the run; ``device`` is set once it is known."""
        self.device = "cpu"
        self._states = states
        self._plan = plan
        self._control = control
        self._parking = False

    def run(
        self, batch: Sequence[Subject], vae: VAEState, *, marked: bool = False
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
                vae.note(f"{when}in {ladder.precision}, since {self.device} cannot run it in {vae.precision}")
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
            trips[place] = trips[place].noted(str(overflow(vae.precision)))
        return trips

    def restore(self, vae: VAEState, ladder: Ladder | None, *, tiled: bool) -> RunEvent:
        """Load a VAE again as it ran before: in the precision of that ladder, in tiles or not.

        Raises:
            VAEError: it cannot be loaded again.
        """
        vae.tiled = tiled
        return self._reopen(vae, ladder)

    def _reopen(self, vae: VAEState, ladder: Ladder | None) -> RunEvent:
        try:
            return reopen(vae, ladder, self._states, self._plan, self.device, self._control)
        except (Stopped, VAEError):
            raise
        # Without its codec a VAE cannot go on, whatever kept it from being loaded again.
        except Exception as error:
            precision = vae.precision if ladder is None else ladder.precision
            raise VAEError(
                f"it could not be loaded again in {precision} ({type(error).__name__}: {error})"
            ) from error

    def _in_memory(self, batch: Sequence[Subject], vae: VAEState, marked: bool) -> list[RoundTrip]:
        assert vae.codec is not None
        when = WITH_MARKER if marked else ""
        if self._parking:
            park_others(vae, self._states, self.device)
        if self.device == "cpu" and self._may_tile(vae) and self._will_not_fit(batch, vae):
            vae.tile(when)
        relief = Relief(
            make_room=lambda: self._make_room(vae),
            halve=lambda: vae.note(f"{when}batch split after running out of memory"),
            tile=lambda: self._tile(vae, when),
            advice=lambda: self._advice(vae),
            notes=lambda: (TILED,) if vae.tiled else (),
        )
        images = np.stack([subject.marked if marked else subject.given for subject in batch])
        return round_trip(vae.codec, images, [subject.index for subject in batch], relief)

    def _make_room(self, vae: VAEState) -> bool:
        if not park_others(vae, self._states, self.device):
            return False
        self._parking = True
        vae.note(PARKED)
        return True

    def _may_tile(self, vae: VAEState) -> bool:
        return self._plan.settings.tiling == "auto" and vae.codec is not None and vae.codec.can_tile

    def _tile(self, vae: VAEState, when: str) -> bool:
        if not self._may_tile(vae):
            return False
        vae.tile(when)
        return True

    @staticmethod
    def _will_not_fit(batch: Sequence[Subject], vae: VAEState) -> bool:
        # A CPU's memory does not run out with an error that could be caught: the system kills the process.
        assert vae.info is not None
        height, width = batch[0].size
        known = ForecastVAE(vae.label, vae.info, vae.precision or "auto")
        needed = activations_mb(known, (width, height), "cpu", len(batch), "off")
        return needed > memory_state("cpu").ram_free_mb

    def _advice(self, vae: VAEState) -> tuple[tuple[str, ...], str]:
        ways = {"": "a smaller --size"}
        if vae.codec is not None and vae.codec.can_tile and not self._may_tile(vae):
            ways["tiling"] = "--tiling auto"
        if vae.precision == "fp32":
            ways["bf16"] = "--precision bf16"
        if self.device != "cpu":
            ways["cpu"] = "--device cpu"
        *most, last = ways.values()
        return tuple(filter(None, ways)), f"use {', '.join(most)}{' or ' if most else ''}{last}"


def overflow(precision: str) -> VAEError:
    """What is said of a VAE whose output is not finite, and what may cure it."""
    cures = wider(precision)
    name = NAMES.get(precision, "its numbers")
    if cures:
        return VAEError(
            f"its output became NaN in {name}: many VAEs, those of SDXL for example, overflow in half precision; "
            f"run it in {' or '.join(cures)}",
            remedies=cures,
        )
    return VAEError(f"its output became NaN in {name}: its weights are broken, so download them again")
