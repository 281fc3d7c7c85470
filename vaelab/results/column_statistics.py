"""What is said of each VAE's columns: statistics over the common images, its own means, its speed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np

from vaelab.arrays import Floats
from vaelab.metrics.base import Column
from vaelab.results.common_images import CommonImages
from vaelab.results.intervals import describe, intervals
from vaelab.results.row_columns import TIMES, RowColumns


def column_statistics(
    columns: RowColumns,
    common: CommonImages,
    wanted: Sequence[Column],
    baselines: Collection[str],
    resamples: int,
) -> dict[str, dict[str, dict[str, Any]]]:
    """Label to column to its statistics over the common images, with the mean distance from what is wanted."""
    found: dict[str, dict[str, dict[str, Any]]] = {label: {} for label in columns.labels}
    cells: list[tuple[str, Column, Floats]] = []
    for label in columns.labels:
        table = columns.of_vae(label, common.over(label))
        cells += [(label, column, table[column.name]) for column in wanted if column.name in table]
    finite = [values if (known := np.isfinite(values)).all() else values[known] for _, _, values in cells]
    for (label, column, values), ends in zip(cells, intervals(finite, resamples), strict=True):
        facts = describe(values, ends)
        if facts is not None:
            found[label][column.name] = facts
    own = [label for label in common.together if label not in baselines]
    peers = own if len(own) > 1 else list(common.together)
    for column in wanted:
        if column.name in columns.values and column.better != "none":
            _add_distances(columns, common, column, peers, found)
    return found


def _add_distances(
    columns: RowColumns,
    common: CommonImages,
    column: Column,
    peers: Sequence[str],
    found: Mapping[str, dict[str, dict[str, Any]]],
) -> None:
    """Add to each VAE's statistics of a column its mean distance from what is wanted, of all peers over the same images.

    Where some images came back exactly from a VAE, its PSNR is infinite there: the mean is then over the images on which
    all peers but those that are exact everywhere have a finite value.
    """
    far = {
        label: column.distance(columns.of_vae(label, common.over(label))[column.name])
        for label in columns.labels
        if column.name in found[label]
    }
    finite = {label: np.isfinite(values) for label, values in far.items()}
    measured = [label for label in peers if label in far and finite[label].any()]
    shared = np.logical_and.reduce([finite[label] for label in measured]) if measured else None
    for label, values in far.items():
        mask = finite[label]
        if label in measured and shared is not None and shared.any():
            mask = shared
        found[label][column.name]["distance"] = float(values[mask].mean()) if mask.any() else None


def own_means(
    columns: RowColumns, common: CommonImages, label: str, wanted: Sequence[Column]
) -> dict[str, Any]:
    """A VAE's means over all images that it has finished, whatever the others did."""
    images = common.own[label]
    table = columns.of_vae(label, images)
    means = {}
    for column in wanted:
        values = table.get(column.name)
        known = np.empty(0) if values is None else values[np.isfinite(values)]
        if len(known):
            means[column.name] = float(known.mean())
    return {"n": len(images), "metrics": means}


def speed_of(columns: RowColumns, label: str) -> dict[str, Any] | None:
    """Time per image and per megapixel of the two halves, without the warm-up where there is more than that."""
    place = columns.labels.index(label)
    if any(name not in columns.values for name in TIMES):
        return None
    timed = np.flatnonzero(columns.finished[place] & ~np.isnan(columns.values["total_ms"][place]))
    if not len(timed):
        return None
    megapixels = sum(columns.megapixels[place, timed].tolist())
    encode, decode = (float(columns.values[name][place, timed].sum()) for name in TIMES)
    if not megapixels:
        return None
    return {
        "images_per_s": 1000 * len(timed) / max(encode + decode, 1e-9),
        "encode_ms_per_mp": encode / megapixels,
        "decode_ms_per_mp": decode / megapixels,
        "n": len(timed),
    }
