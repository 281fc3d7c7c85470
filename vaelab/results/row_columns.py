"""The rows of a run as arrays: one per column, VAE by VAE over the images."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from vaelab.arrays import Floats, Mask, Places
from vaelab.metrics.base import Column
from vaelab.results.records import Row
from vaelab.results.row_table import RowTable, in_order
from vaelab.score_terms import DRIFTS

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
        megapixels: (VAEs, images) float64, of the images as the VAEs were given them.
    """

    images: tuple[str, ...]
    hashes: tuple[str, ...]
    labels: tuple[str, ...]
    values: Mapping[str, Floats]
    finished: Mask
    failed: Mask
    warm_up: Mask
    megapixels: Floats

    @classmethod
    def of(cls, rows: Sequence[Row], labels: Sequence[str], columns: Sequence[Column]) -> RowColumns:
        """Sort rows into arrays; those of other VAEs than ``labels`` are left out."""
        table = RowTable.of(rows)
        known = table.among("vae", labels)
        table = table if known.all() else table.select(known)
        place_of = np.zeros(len(table.words["vae"]), np.intp)
        for place, label in enumerate(labels):
            if label in table.words["vae"]:
                place_of[table.words["vae"][label]] = place
        which = place_of[table.codes("vae")]
        where = in_order(table.codes("image"))[1]
        images = table.used("image")
        shape = len(labels), len(images)
        ok = ~table.failed()
        finished, failed = (np.zeros(shape, dtype=bool) for _ in range(2))
        megapixels = np.zeros(shape)
        # Of two rows of one image and VAE the later one holds.
        finished[which, where], failed[which, where] = ok, ~ok
        megapixels[which, where] = table.megapixels()
        values = {}
        for name in (column.name for column in columns):
            values[name] = np.full(shape, math.nan)
            values[name][which[ok], where[ok]] = table.column(name)[ok]
        warm_up = _first_batches(finished, values)
        values |= _derived(values, warm_up)
        hashes = _hashes(table, where, len(images))
        return cls(tuple(images), hashes, tuple(labels), values, finished, failed, warm_up, megapixels)

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
            self.finished[:, keep],
            self.failed[:, keep],
            self.warm_up[:, keep],
            self.megapixels[:, keep],
        )

    def of_vae(self, label: str, images: Places) -> dict[str, Floats]:
        """Return one VAE's columns over some images, by their places in order; those of all images are not copied."""
        place = self.labels.index(label)
        if len(images) == len(self.images):
            return {name: values[place] for name, values in self.values.items()}
        return {name: values[place, images] for name, values in self.values.items()}


def _hashes(table: RowTable, where: Places, images: int) -> tuple[str, ...]:
    """The first hash that the rows of each image have; empty where none has one."""
    codes, words = table.codes("image_sha256"), table.words["image_sha256"]
    known = codes != words.get("", -1)
    found = np.full(images, -1, np.int32)
    found[where[known][::-1]] = codes[known][::-1]
    return tuple(words.list[code] if code >= 0 else "" for code in found.tolist())


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
    drifts = [values[name] for name in DRIFTS if name in values]
    if len(drifts) == len(DRIFTS):
        found["drift_norm"] = np.sqrt(sum(each**2 for each in drifts))
    if all(name in values for name in TIMES):
        others: Mask = np.asarray((~np.isnan(values[TIMES[0]]) & ~warm_up).any(axis=1))
        left_out = warm_up & others[:, None]
        for name in TIMES:
            found[name] = np.where(left_out, math.nan, values[name])
        found["total_ms"] = found[TIMES[0]] + found[TIMES[1]]
    return found
