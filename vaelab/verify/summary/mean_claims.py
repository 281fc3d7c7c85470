"""What the summary says of each VAE's columns, held against the rows."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from vaelab.arrays import Floats
from vaelab.verify.findings import Comparand
from vaelab.verify.summary import claims
from vaelab.verify.summary.column_directions import better, distances
from vaelab.verify.summary.recorded_rows import ComparedImages, RecordedRows
from vaelab.verify.summary.statistics import described


def mean_claims(
    rows: RecordedRows,
    found: ComparedImages,
    vaes: Mapping[str, Any],
    columns: Sequence[str],
    baselines: Sequence[str],
) -> Iterator[Comparand | None]:
    """Compare the statistics of every column of every VAE; None after each column, for whoever counts them.

    Args:
        rows: of the run.
        found: which images are compared.
        vaes: label to what the summary says of it.
        columns: all that the summary may speak of, J's own values aside.
        baselines: VAEs that are no autoencoders.
    """
    for label, images in found.own.items():
        of_own = claims.table(claims.table(vaes.get(label)).get("own"))
        yield claims.equal(claims.MEANS, of_own.get("n"), len(images), label, "own n")
    for column in columns:
        far = _mean_distances(rows, found, column, baselines)
        for label in rows.labels:
            said = claims.table(claims.table(vaes.get(label)).get("metrics")).get(column)
            values = rows.of(label, column, found.over(label))
            yield from statistics_claims(said, values, label, column)
            if column in far and not np.isnan(values).all():
                scale = _largest(distances(column, values))
                yield claims.number(
                    claims.MEANS, claims.table(said).get("distance"), far[column][label], scale, label, f"{column} distance"
                )  # fmt: skip
            own = rows.of(label, column, found.own[label])
            finite = own[np.isfinite(own)]
            recorded = claims.table(
                claims.table(claims.table(vaes.get(label)).get("own")).get("metrics")
            ).get(column)
            expected = math.fsum(finite) / len(finite) if len(finite) else None
            yield claims.number(
                claims.MEANS, recorded, expected, _largest(finite), label, f"{column} own mean"
            )
        yield None


def statistics_claims(said: object, values: Floats, label: str, column: str) -> Iterator[Comparand]:
    """Compare mean, spread, percentiles, n and interval of one column of one VAE.

    Args:
        said: what the summary has of it, None for nothing.
        values: (n,) float64, NaN where an image has no value.
        label: the VAE.
        column: its name.
    """
    if np.isnan(values).all():
        yield claims.equal(claims.MEANS, None if said is None else "statistics", None, label, column)
        return
    own = claims.table(said)
    finite = values[np.isfinite(values)]
    for name, expected in described(values).items():
        where = f"{column} {name}"
        yield claims.number(claims.MEANS, own.get(name), expected, _largest(finite), label, where)
    yield from claims.interval(claims.MEAN_INTERVALS, own.get("ci95"), finite, label, column)


def _largest(values: Floats) -> float:
    return float(np.abs(values[np.isfinite(values)]).max(initial=0.0))


def _mean_distances(
    rows: RecordedRows, found: ComparedImages, column: str, baselines: Sequence[str]
) -> dict[str, dict[str, float | None]]:
    """Column to label to the mean distance from what is wanted: of all peers over the images that are finite for all of them.

    A peer that is infinitely good on every image has no say in which images these are.
    """
    if better(column) == "none":
        return {}
    far = {label: distances(column, rows.of(label, column, found.over(label))) for label in rows.labels}
    own = [label for label in found.together if label not in baselines]
    peers = [label for label in (own if len(own) > 1 else found.together) if np.isfinite(far[label]).any()]
    shared = (
        np.array([np.isfinite(far[label]) for label in peers]).all(axis=0) if peers else np.zeros(0, bool)
    )
    means: dict[str, float | None] = {}
    for label, values in far.items():
        mask = shared if label in peers and shared.any() else np.isfinite(values)
        means[label] = math.fsum(values[mask]) / int(mask.sum()) if mask.any() else None
    return {column: means}
