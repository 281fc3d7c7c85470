"""The rows of a run as arrays: one per column, VAE by VAE over the images."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vaelab.metrics.base import Column
from vaelab.results.records import Row
from vaelab.results.row_values import each_column

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

TIMES = ("encode_ms", "decode_ms")

DERIVED = (
    Column(
        "drift_norm",
        "‖δ‖ of an image",
        "Length of one image's drift of the marker's red, green and blue.",
        better="low",
        ideal=0.0,
    ),
    Column("total_ms", "ms", "Time to encode and decode one image.", unit="ms", better="low"),
)
"""Columns that follow from others and stand in no file: they say who is better in a quantity of the summary."""


@dataclass(frozen=True)
class RowColumns:
    """All rows of a run.

    Attributes:
        images: names, in the order in which they were measured.
        hashes: SHA-256 of each image's file; empty where it could not be read.
        labels: the VAEs, in order.
        values: column to (VAEs, images) float64, NaN where there is no value.
        finished, failed: (VAEs, images): which rows are ok, which failed; neither where there is no row yet.
        warm_up: (VAEs, images): which rows are of a VAE's first batch, in which devices and libraries do what they do only
            once, so that their times say nothing.
    """

    images: tuple[str, ...]
    hashes: tuple[str, ...]
    labels: tuple[str, ...]
    values: Mapping[str, Floats]
    finished: Mask
    failed: Mask
    warm_up: Mask

    @classmethod
    def of(cls, rows: Sequence[Row], labels: Sequence[str], columns: Sequence[Column]) -> RowColumns:
        """Sort rows into arrays; those of other VAEs than ``labels`` are left out."""
        places = {label: place for place, label in enumerate(labels)}
        rows = [row for row in rows if row.vae in places]
        images: dict[str, int] = {}
        for row in rows:
            images.setdefault(row.image, len(images))
        hashes = [""] * len(images)
        shape = len(labels), len(images)
        finished, failed = (np.zeros(shape, dtype=bool) for _ in range(2))
        for row in rows:
            image = images[row.image]
            hashes[image] = hashes[image] or row.image_sha256
        which = np.fromiter((places[row.vae] for row in rows), np.intp, len(rows))
        where = np.fromiter((images[row.image] for row in rows), np.intp, len(rows))
        ok = np.fromiter((row.status == "ok" for row in rows), np.bool_, len(rows))
        # Of two rows of one image and VAE the later one holds.
        finished[which, where], failed[which, where] = ok, ~ok
        values = {}
        for name, cells in each_column(rows, [column.name for column in columns]):
            values[name] = np.full(shape, math.nan)
            values[name][which[ok], where[ok]] = cells[ok]
        warm_up = _first_batches(finished, values)
        values |= _derived(values, warm_up)
        return cls(tuple(images), tuple(hashes), tuple(labels), values, finished, failed, warm_up)

    def without(self, excluded: Collection[str]) -> RowColumns:
        """Return the same without some images."""
        keep = np.array([image not in excluded for image in self.images], dtype=bool)
        if keep.all():
            return self
        return RowColumns(
            tuple(image for image, kept in zip(self.images, keep, strict=True) if kept),
            tuple(digest for digest, kept in zip(self.hashes, keep, strict=True) if kept),
            self.labels,
            {name: values[:, keep] for name, values in self.values.items()},
            *(mask[:, keep] for mask in (self.finished, self.failed, self.warm_up)),
        )

    def of_vae(self, label: str, images: npt.NDArray[np.intp]) -> dict[str, Floats]:
        """Return one VAE's columns over some images, by their places in order; those of all images are not copied."""
        place = self.labels.index(label)
        if len(images) == len(self.images):
            return {name: values[place] for name, values in self.values.items()}
        return {name: values[place, images] for name, values in self.values.items()}


def _first_batches(finished: Mask, values: Mapping[str, Floats]) -> Mask:
    """The rows of each VAE's first batch: those before any with other times, which the images of a batch share."""
    found = np.zeros_like(finished)
    if not all(name in values for name in TIMES):
        return found
    for place in range(len(finished)):
        where = np.flatnonzero(finished[place])
        if len(where):
            times = np.stack([values[name][place, where] for name in TIMES])
            others = np.flatnonzero((times != times[:, :1]).any(axis=0))
            found[place, where[: others[0] if len(others) else len(where)]] = True
    return found


def _derived(values: dict[str, Floats], warm_up: Mask) -> dict[str, Floats]:
    """Fill the derived columns, and take the times of warm-up rows out where a VAE has others."""
    found: dict[str, Floats] = {}
    drifts = [values[name] for name in ("drift_r", "drift_g", "drift_b") if name in values]
    if len(drifts) == 3:
        found["drift_norm"] = np.sqrt(sum(each**2 for each in drifts))
    if all(name in values for name in TIMES):
        others: Mask = np.asarray((~np.isnan(values[TIMES[0]]) & ~warm_up).any(axis=1))
        left_out = warm_up & others[:, None]
        for name in TIMES:
            found[name] = np.where(left_out, math.nan, values[name])
        found["total_ms"] = found[TIMES[0]] + found[TIMES[1]]
    return found
