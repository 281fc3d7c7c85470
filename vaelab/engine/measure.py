"""Measures one image and one reconstruction, and makes the row of the table."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from vaelab.control import Control
from vaelab.engine.inputs.marked_image import ImageBatch, MarkedImage
from vaelab.engine.probes.probe_result import NOT_FINITE, PicturePairs
from vaelab.engine.vaes.round_trip import RoundTrip
from vaelab.errors import Stopped
from vaelab.images import marker as marker_module
from vaelab.images.image_file import ImageFile
from vaelab.images.marker import MarkerSettings, MarkerTrip
from vaelab.metrics.base import Undefined, Value
from vaelab.metrics.latent import image_values, rate_values
from vaelab.metrics.seam import seam
from vaelab.results.records import Row
from vaelab.results.score import image_score

if TYPE_CHECKING:
    from vaelab.engine.probes.probe_pass import PlacedResult
    from vaelab.metrics.batch_meter import BatchMeter


@dataclass(frozen=True, slots=True)
class PicturePaths:
    """Where the pictures of a row are saved, inside the run folder; empty where they are not. Names as in ``Row``."""

    original: str = ""
    reconstruction: str = ""
    marker_original: str = ""
    marker_reconstruction: str = ""


@dataclass(frozen=True, slots=True)
class RowSource:
    """What becomes a row.

    Attributes:
        image: the image.
        label: of the VAE.
        trip: what the VAE made of it.
        marker: what the VAE made of its marker.
        paths: where the pictures are saved.
        notes: what failed beside it.
    """

    image: MarkedImage
    label: str
    trip: RoundTrip
    marker: MarkerTrip
    paths: PicturePaths
    notes: Sequence[str] = ()


class Measurer:
    """Turns round trips into rows, with the metrics of a meter, the marker (None: without) and the weights of J."""

    def __init__(
        self,
        meter: BatchMeter,
        comparing: BatchMeter,
        marker: MarkerSettings | None,
        weights: Mapping[str, float],
        *,
        has_seam: bool,
    ) -> None:
        """Take what measures.

        Args:
            meter: the metrics of the run.
            comparing: PSNR and LPIPS, for the pictures of the probes.
            marker: how it is read, None without one.
            weights: of J.
            has_seam: whether seams of tiles are measured.
        """
        self._meter = meter
        self._comparing = comparing
        self._has_seam = has_seam
        self._marker = marker
        self._weights = weights

    def rows(
        self,
        batch: Sequence[RowSource],
        originals: ImageBatch,
        control: Control,
        probes: Sequence[PlacedResult] = (),
    ) -> list[Row]:
        """Measure what a VAE made of a batch.

        Args:
            batch: for each image of ``originals`` what came of it.
            originals: the images; what is computed of them is kept there.
            control: of the run, which may stop it between two metrics.
            probes: what came of further passes.
        """
        further = self._further(len(batch), probes, control)
        return [
            self._row(each, found, more)
            for each, found, more in zip(
                batch, self._metrics(batch, originals, control), further, strict=True
            )
        ]

    def _further(
        self, count: int, probes: Sequence[PlacedResult], control: Control
    ) -> list[dict[str, Value]]:
        """The columns of the probes, of each image."""
        values: list[dict[str, Value]] = [{} for _ in range(count)]
        for placed in probes:
            for place, known in zip(placed.places, placed.result.values, strict=True):
                values[place].update(known)
            for pairs in placed.result.comparisons:
                for place, found in zip(placed.places, self._compared(pairs, control), strict=True):
                    values[place].update(found)
        return values

    def _compared(self, pairs: PicturePairs, control: Control) -> list[dict[str, Value]]:
        """The columns of pictures that a probe has made; one that cannot be compared says why, and costs nothing else."""
        try:
            originals = self._comparing.originals(list(pairs.firsts))
            measured = self._comparing.measure(originals, list(pairs.seconds), control.check)
        except Stopped:
            raise
        except Exception as error:  # noqa: BLE001
            why = Undefined(f"comparing failed with {type(error).__name__}: {error}")
            return [dict.fromkeys(pairs.columns.values(), why) for _ in pairs.firsts]
        return [
            {
                column: NOT_FINITE if place in pairs.failed else own[name]
                for name, column in pairs.columns.items()
            }
            for place, own in enumerate(measured)
        ]

    def _metrics(
        self, batch: Sequence[RowSource], originals: ImageBatch, control: Control
    ) -> list[dict[str, Value] | Exception]:
        if all(each.trip.nonfinite_fraction > 0 for each in batch):
            return [{} for _ in batch]
        try:
            if originals.originals is None:
                pixels = [image.loaded.rgb for image in originals.images]
                originals.originals = self._meter.originals(pixels)
            contents = [self._content(each) for each in batch]
            return [*self._meter.measure(originals.originals, contents, control.check)]
        except Stopped:
            raise
        # A metric that fails on one strange image must not end the run, nor pass in silence.
        except Exception as error:  # noqa: BLE001
            if len(batch) == 1:
                return [error]
        return [found for each in batch for found in self._metrics([each], ImageBatch([each.image]), control)]

    @staticmethod
    def _content(measured: RowSource) -> Any:
        """What is compared with the original: the reconstruction, its marker replaced by what is there in the original."""
        image, trip = measured.image, measured.trip
        if image.embedded or trip.on_device is None:
            return image.content(trip.reconstruction)
        return trip.on_device

    def _row(
        self, measured: RowSource, found: dict[str, Value] | Exception, further: Mapping[str, Value]
    ) -> Row:
        image, trip, marker = measured.image, measured.trip, measured.marker
        values: dict[str, Value] = {
            "nonfinite_fraction": trip.nonfinite_fraction,
            "clipped_fraction": trip.clipped_fraction,
            "encode_ms": trip.encode_ms,
            "decode_ms": trip.decode_ms,
        }
        notes = [*image.notes, *trip.notes, *marker.notes, *measured.notes]
        if trip.latent is not None:
            height, width = image.size
            values |= image_values(trip.latent) | rate_values(trip.latent, height * width)
        if trip.nonfinite_fraction > 0:
            reason = f"the decoder's output is NaN or Inf in {trip.nonfinite_fraction:.3%} of its elements, so nothing is scored"
            # Why it failed is read first.
            return self._finish(measured, "failed", [*trip.notes, reason, *image.notes], values)
        if isinstance(found, Exception):
            notes.append(f"measuring failed with {type(found).__name__}: {found}")
            return self._finish(measured, "failed", notes, values)
        if image.placement is not None and self._marker is not None:
            values |= marker_module.measure_cut(marker, image.placement, self._marker)
        values |= {**found, **further}
        if self._has_seam and trip.tile_side is not None:
            values["seam"] = seam(image.given, trip.reconstruction, trip.tile_side)
        loss, kl = found.get("reconstruction_loss"), values.get("kl")
        if isinstance(loss, float | int) and isinstance(kl, float | int):
            values["total_loss"] = loss + kl
        numbers = {name: value for name, value in values.items() if not isinstance(value, Undefined)}
        score, reason = image_score(numbers, self._weights, marker=self._marker is not None)
        values["score"] = Undefined(reason) if score is None else score
        notes += [reason] if score is not None and reason else []
        notes += _reasons(values)
        return self._finish(measured, "ok", notes, values)

    @staticmethod
    def _finish(
        measured: RowSource, status: Literal["ok", "failed"], notes: list[str], values: Mapping[str, Value]
    ) -> Row:
        height, width = measured.image.size
        paths = measured.paths
        return Row(
            image=measured.image.file.name,
            vae=measured.label,
            width=width,
            height=height,
            status=status,
            note="; ".join(notes),
            original_png=paths.original,
            reconstruction_png=paths.reconstruction,
            marker_original_png=paths.marker_original,
            marker_reconstruction_png=paths.marker_reconstruction,
            image_sha256=measured.image.loaded.sha256,
            values={name: _number(value) for name, value in values.items()},
        )


def failed_row(file: ImageFile, label: str, reason: str, image: MarkedImage | None = None) -> Row:
    """Return the row of an image that could not be read, or that a VAE could not take."""
    height, width = (None, None) if image is None else image.size
    sha256 = "" if image is None else image.loaded.sha256
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
