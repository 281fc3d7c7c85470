"""The marker's own pass: after the images of a batch, the same images with the marker. Nothing else of the row comes from it."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from vaelab.arrays import Pixels
from vaelab.control import Control
from vaelab.engine.events import RunEvent
from vaelab.engine.failure_policy import reason
from vaelab.engine.inputs.marked_image import MarkedImage
from vaelab.engine.vaes.loaded_vae import LoadedVAE
from vaelab.engine.vaes.memory_ladder import WITH_MARKER, MemoryLadder
from vaelab.engine.vaes.round_trip import RoundTrip
from vaelab.errors import Stopped, VAEError
from vaelab.images.marker import MarkerTrip, Placement, cut


class MarkerPass:
    """Gives a VAE the marked images of a batch, in the thread of the pipeline."""

    def __init__(self, ladder: MemoryLadder, control: Control) -> None:
        self._ladder = ladder
        self._control = control

    def run(
        self, batch: Sequence[MarkedImage], trips: Sequence[RoundTrip], vae: LoadedVAE
    ) -> Generator[RunEvent, None, list[MarkerTrip]]:
        """Return what the VAE made of each image's marker: without one an empty trip, embedded what the picture shows.

        Whatever fails with the marker costs the marker's columns alone. The VAE is left as it was, in the precision and the
        tiles that the images alone need, so that no number of the next image depends on the marker. Where it cannot be
        loaded again for that, ``vae.codec`` is None and ``vae.lost`` says why.

        Args:
            batch: images of equal size.
            trips: what the VAE made of them.
            vae: which.

        Raises:
            Stopped: the run is to stop now.
        """
        found = [_shown(image, trip) for image, trip in zip(batch, trips, strict=True)]
        places = [place for place, trip in enumerate(trips) if _wanted(batch[place], trip)]
        if places:
            self._control.check()
            marked = yield from self._send([(batch[place], trips[place]) for place in places], vae)
            for place, trip in zip(places, marked, strict=True):
                found[place] = trip
        return found

    def _send(
        self, pairs: Sequence[tuple[MarkedImage, RoundTrip]], vae: LoadedVAE
    ) -> Generator[RunEvent, None, list[MarkerTrip]]:
        if vae.codec is None:
            return [_missing(str(vae.lost))] * len(pairs)
        ladder, precision, tiled = vae.ladder, vae.precision, vae.tiled
        marked, why = None, ""
        try:
            marked = yield from self._ladder.run([image for image, _ in pairs], vae, marked=True)
        except Stopped:
            raise
        # A codec runs untrusted weights: whatever it raises concerns these markers alone.
        except Exception as error:  # noqa: BLE001
            why = reason(error, vae.label, "the marked image")
        if vae.codec is None or (vae.precision, vae.tiled) != (precision, tiled):
            try:
                yield self._ladder.restore(vae, ladder, tiled=tiled)
            except VAEError as error:
                vae.lost = error
        if marked is not None:
            return [_read(*pair, trip) for pair, trip in zip(pairs, marked, strict=True)]
        if len(pairs) == 1:
            return [_missing(why)]
        # Retry the images one by one, so that only the bad one fails.
        found: list[MarkerTrip] = []
        for pair in pairs:
            found += yield from self._send([pair], vae)
        return found


def _wanted(image: MarkedImage, trip: RoundTrip) -> bool:
    """Whether the marker of an image is to be measured in a pass of its own; nothing of a failed row is scored."""
    return image.placement is not None and not image.embedded and trip.nonfinite_fraction == 0


def _shown(image: MarkedImage, trip: RoundTrip) -> MarkerTrip:
    """The marker as the picture itself shows it, where it is embedded."""
    if image.placement is None or not image.embedded:
        return MarkerTrip()
    return _cut_out(image.marked, trip.reconstruction, image.placement, ())


def _read(image: MarkedImage, content: RoundTrip, marked: RoundTrip) -> MarkerTrip:
    if marked.nonfinite_fraction > 0:
        return _missing(
            f"the decoder's output is NaN or Inf in {marked.nonfinite_fraction:.3%} of its elements"
        )
    assert image.placement is not None
    notes = tuple(f"{WITH_MARKER}{note}" for note in marked.notes if note not in content.notes)
    return _cut_out(image.marked, marked.reconstruction, image.placement, notes)


def _cut_out(given: Pixels, back: Pixels, placement: Placement, notes: tuple[str, ...]) -> MarkerTrip:
    return MarkerTrip(cut(given, placement), cut(back, placement), notes)


def _missing(reason: str) -> MarkerTrip:
    return MarkerTrip(notes=(f"no marker columns: {reason}",))
