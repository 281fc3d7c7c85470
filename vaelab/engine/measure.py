"""From pixels to a row: everything that is said of one image and one reconstruction."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vaelab.engine.vaes.round_trip import RoundTrip
from vaelab.errors import Stopped
from vaelab.images import LoadedImage
from vaelab.images import marker as marker_module
from vaelab.images.image_file import ImageFile
from vaelab.images.marker import MarkerSettings, MarkerTrip, Placement
from vaelab.metrics.base import Undefined, Value
from vaelab.metrics.latent import image_values
from vaelab.results.records import Row
from vaelab.results.score import image_score
from vaelab.vae.base import Pixels

if TYPE_CHECKING:
    from vaelab.metrics.evaluate import Meter
    from vaelab.metrics.picture import Picture


@dataclass(frozen=True, slots=True)
class Subject:
    """An image on its way through the VAEs of a run; what is computed on it once is shared by all of them.

    Attributes:
        file: the image.
        index: its place in the run, from 0.
        loaded: its pixels after preparation, without the marker.
        placement: where the marker is, None without one.
        embedded: whether the marker is in the picture that is measured.
        picture: the unmarked image with its shared intermediates.
        notes: what was done to it, and why something is missing.
    """

    file: ImageFile
    index: int
    loaded: LoadedImage
    placement: Placement | None
    embedded: bool
    picture: Picture
    notes: tuple[str, ...]

    @property
    def given(self) -> Pixels:
        """What the VAEs are given to be measured: with the marker where that is embedded."""
        return self.marked if self.embedded else self.loaded.rgb

    @property
    def marked(self) -> Pixels:
        """The image with its marker, if it has one: made when it is asked for, not kept."""
        rgb = self.loaded.rgb
        return rgb if self.placement is None else marker_module.embed(rgb, self.placement)

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) in px."""
        height, width = self.loaded.rgb.shape[:2]
        return int(height), int(width)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the pictures of a row are saved, inside the run folder; empty where they are not. Names as in ``Row``."""

    original: str = ""
    reconstruction: str = ""
    marker_original: str = ""
    marker_reconstruction: str = ""


class Measurer:
    """Turns round trips into rows."""

    def __init__(
        self, meter: Meter, marker: MarkerSettings | None, weights: Mapping[str, float], *, embedded: bool
    ) -> None:
        """Remember how to measure: the metrics, the marker (None: without), the weights of J, whether it is in the picture."""
        self._meter = meter
        self._marker = marker
        self._weights = weights
        self._embedded = embedded

    def subject(self, file: ImageFile, index: int, loaded: LoadedImage, notes: tuple[str, ...]) -> Subject:
        """Prepare an image: find the marker's place."""
        rgb = loaded.rgb
        placement: Placement | None = None
        if self._marker is not None:
            placed = marker_module.place(rgb.shape[1], rgb.shape[0], self._marker)
            if isinstance(placed, Undefined):
                notes = (*notes, placed.reason)
            else:
                placement = placed
        embedded = self._embedded and placement is not None
        return Subject(file, index, loaded, placement, embedded, self._meter.picture(rgb), notes)

    def row(
        self,
        subject: Subject,
        label: str,
        trip: RoundTrip,
        marker: MarkerTrip,
        pngs: Places,
        check: Callable[[], None],
    ) -> Row:
        """Measure one reconstruction.

        Args:
            subject: the image.
            label: of the VAE.
            trip: what the VAE made of it.
            marker: what the VAE made of its marker.
            pngs: where the pictures are saved.
            check: raises between two metrics when the run is to stop now.
        """
        values: dict[str, Value] = {
            "nonfinite_fraction": trip.nonfinite_fraction,
            "clipped_fraction": trip.clipped_fraction,
            "encode_ms": trip.encode_ms,
            "decode_ms": trip.decode_ms,
        }
        notes = [*subject.notes, *trip.notes, *marker.notes]
        if trip.latent is not None:
            values |= image_values(trip.latent)
        if trip.nonfinite_fraction > 0:
            reason = f"the decoder's output is NaN or Inf in {trip.nonfinite_fraction:.3%} of its elements, so nothing is scored"
            # Why it failed is read first.
            return self._finish(subject, label, "failed", [*trip.notes, reason, *subject.notes], values, pngs)
        try:
            values |= self._measure(subject, trip.reconstruction, marker, check)
        except Stopped:
            raise
        # A metric that fails on one strange image must not end the run, nor pass in silence.
        except Exception as error:  # noqa: BLE001
            notes.append(f"measuring failed with {type(error).__name__}: {error}")
            return self._finish(subject, label, "failed", notes, values, pngs)
        found = {name: value for name, value in values.items() if not isinstance(value, Undefined)}
        score, reason = image_score(found, self._weights, marker=self._marker is not None)
        values["score"] = Undefined(reason) if score is None else score
        notes += [reason] if score is not None and reason else []
        notes += _reasons(values)
        return self._finish(subject, label, "ok", notes, values, pngs)

    def _measure(
        self, subject: Subject, reconstruction: Pixels, marker: MarkerTrip, check: Callable[[], None]
    ) -> dict[str, Value]:
        content, values = reconstruction, {}
        if subject.placement is not None and self._marker is not None:
            values = marker_module.measure_cut(marker, subject.placement, self._marker)
            if subject.embedded:
                content = marker_module.restore(reconstruction, subject.loaded.rgb, subject.placement)
        return {**values, **self._meter.measure(subject.picture, self._meter.picture(content), check)}

    @staticmethod
    def _finish(
        subject: Subject,
        label: str,
        status: str,
        notes: list[str],
        values: Mapping[str, Value],
        pngs: Places,
    ) -> Row:
        height, width = subject.size
        return Row(
            image=subject.file.name,
            vae=label,
            width=width,
            height=height,
            status="ok" if status == "ok" else "failed",
            note="; ".join(notes),
            original_png=pngs.original,
            reconstruction_png=pngs.reconstruction,
            marker_original_png=pngs.marker_original,
            marker_reconstruction_png=pngs.marker_reconstruction,
            image_sha256=subject.loaded.sha256,
            values={name: _number(value) for name, value in values.items()},
        )


def failed_row(file: ImageFile, label: str, reason: str, subject: Subject | None = None) -> Row:
    """Return the row of an image that could not be read, or that a VAE could not take."""
    height, width = (None, None) if subject is None else subject.size
    sha256 = "" if subject is None else subject.loaded.sha256
    return Row(file.name, label, width, height, "failed", note=reason, image_sha256=sha256)


def _reasons(values: Mapping[str, Value]) -> list[str]:
    """One note for each reason, naming the columns it leaves empty."""
    columns: dict[str, list[str]] = {}
    for name, value in values.items():
        if isinstance(value, Undefined) and value.reason:
            columns.setdefault(value.reason, []).append(name)
    return [
        reason if reason.startswith("score:") else f"{', '.join(names)}: {reason}"
        for reason, names in columns.items()
    ]


def _number(value: Value) -> float | int | None:
    if isinstance(value, Undefined) or math.isnan(value):
        return None
    return int(value) if isinstance(value, int | np.integer) else float(value)
