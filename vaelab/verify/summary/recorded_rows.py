"""The rows of a run as this package needs them: arrays of VAEs by images, and which images the VAEs are compared on."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from vaelab.arrays import Floats, Mask, Places
from vaelab.results.records import Row

_TIMES = ("encode_ms", "decode_ms")


@dataclass(frozen=True)
class RecordedRows:
    """What per_image.csv says.

    Attributes:
        labels: the VAEs.
        images: in the order in which they first come.
        hashes: SHA-256 of each image's file, empty where it is not known.
        finished, failed: (VAEs, images).
        values: column to (VAEs, images), NaN where there is no value.
    """

    labels: tuple[str, ...]
    images: tuple[str, ...]
    hashes: tuple[str, ...]
    finished: Mask
    failed: Mask
    values: dict[str, Floats]

    def of(self, label: str, column: str, images: Places) -> Floats:
        """Return one VAE's column over some images, (n,) float64."""
        return np.asarray(self.values[column][self.labels.index(label), images])


def recorded_rows(rows: Iterable[Row], labels: Sequence[str], columns: Iterable[str]) -> RecordedRows:
    """Sort rows into arrays; those of other VAEs than ``labels`` are left out.

    Besides ``columns`` there are ``drift_norm``, the length of an image's drift, and ``total_ms``; times of a VAE's first batch,
    in which everything is done for the first time, are left out where it has others.
    """
    kept = [row for row in rows if row.vae in labels]
    images = tuple(dict.fromkeys(row.image for row in kept))
    at = {image: place for place, image in enumerate(images)}
    shape = len(labels), len(images)
    finished, failed = np.zeros(shape, bool), np.zeros(shape, bool)
    values = {name: np.full(shape, math.nan) for name in columns}
    hashes = [""] * len(images)
    for row in kept:
        place = labels.index(row.vae), at[row.image]
        finished[place], failed[place] = row.status == "ok", row.status != "ok"
        hashes[place[1]] = hashes[place[1]] or row.image_sha256
        if row.status == "ok":
            for name in values:
                number = row.values.get(name)
                values[name][place] = math.nan if number is None else number
    _derive(values, finished)
    return RecordedRows(tuple(labels), images, tuple(hashes), finished, failed, values)


def _derive(values: dict[str, Floats], finished: Mask) -> None:
    values["drift_norm"] = np.sqrt(sum(values[f"drift_{channel}"] ** 2 for channel in "rgb"))
    for place, done in enumerate(finished):
        own = np.flatnonzero(done)
        times = [tuple(values[name][place, image] for name in _TIMES) for image in own]
        batch = next((number for number, each in enumerate(times) if each != times[0]), len(times))
        if any(not math.isnan(first) for first, _ in times[batch:]):
            for name in _TIMES:
                values[name][place, own[:batch]] = math.nan
    values["total_ms"] = values["encode_ms"] + values["decode_ms"]


@dataclass(frozen=True)
class ComparedImages:
    """Which images and VAEs are compared.

    Attributes:
        images: those that all of ``together`` have finished, each content once.
        together: the VAEs that are compared.
        own: label to the images that it has finished, each content once.
        copies, left_out: names of the images that do not count: of a content that does, and those that some VAE has not finished.
    """

    images: Places
    together: tuple[str, ...]
    own: dict[str, Places]
    copies: tuple[str, ...]
    left_out: tuple[str, ...]

    def over(self, label: str) -> Places:
        """The images that what is said of a VAE is made of."""
        return self.images if label in self.together else self.own[label]


def compared(rows: RecordedRows, *, ended: bool, broken: Collection[str]) -> ComparedImages:
    """Return what is compared: docs/statistics.md, "Which images".

    Args:
        rows: of the run.
        ended: whether every VAE has had its turn on every image.
        broken: VAEs that have failed for good.
    """
    done = rows.finished
    counts: Mask = np.ones(len(rows.images), bool)
    if not ended:
        going = [number for number, label in enumerate(rows.labels) if label not in broken]
        tried = done | rows.failed
        counts = np.asarray(tried[going].all(axis=0)) if going else ~counts
    together = []
    for number, label in enumerate(rows.labels):
        others = counts & np.delete(done, number, axis=0).any(axis=0)
        enough = 2 * (done[number] & others).sum() >= others.sum()
        if enough and (not ended or done[number].any()):
            together.append(label)
    shared: Mask = np.zeros(len(rows.images), bool)
    if together:
        rest = [number for number, label in enumerate(rows.labels) if label in together]
        shared = np.asarray(counts & done[rest].all(axis=0))
    images, copies = _once(rows, np.flatnonzero(shared))
    return ComparedImages(
        images=images,
        together=tuple(together),
        own={
            label: _once(rows, np.flatnonzero(own))[0] for label, own in zip(rows.labels, done, strict=True)
        },
        copies=copies,
        left_out=tuple(rows.images[place] for place in np.flatnonzero(done.any(axis=0) & ~shared)),
    )


def _once(rows: RecordedRows, among: Places) -> tuple[Places, tuple[str, ...]]:
    """Of some images the first of each content, and the names of the others."""
    kept: list[int] = []
    seen: set[str] = set()
    copies = []
    for place in among.tolist():
        digest = rows.hashes[place]
        if digest and digest in seen:
            copies.append(rows.images[place])
        else:
            kept.append(place)
            seen.add(digest)
    return np.array(kept, np.intp), tuple(copies)
