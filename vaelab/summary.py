"""From the rows of a run to its summary: means with intervals, J and its ranking, every two VAEs compared.

Everything here can be made again from ``per_image.csv`` and ``latents.jsonl``; nothing needs pixels or torch.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from vaelab import score
from vaelab.comparing import Table, compare, compare_scores, everything_to_resample, rank
from vaelab.metrics.base import Column, SetMetric
from vaelab.metrics.latent import LatentHealth
from vaelab.metrics.registry import all_columns
from vaelab.records import Row
from vaelab.settings import marker_mode
from vaelab.statistics import RESAMPLES, SEED, Bootstrap, describe, interval
from vaelab.vae.base import LatentFacts
from vaelab.vae.labels import by_latents

EXCLUDED = "images_excluded"
"""Key of a summary: names of images that somebody chose to leave out of all means. The record of a run never has it."""


@dataclass(frozen=True)
class Overview:
    """What the rows of a run say together.

    Attributes:
        vaes: label to metrics, the quantities of J, latent health and speed.
        ranking: groups of tied VAEs, best first.
        comparisons: every two VAEs, every metric.
    """

    vaes: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    ranking: Sequence[dict[str, Any]] = ()
    comparisons: Sequence[dict[str, Any]] = ()


def summarize(
    rows: Sequence[Row],
    labels: Sequence[str],
    latents: Mapping[str, Mapping[str, LatentFacts]],
    weights: Mapping[str, float],
    *,
    marker: bool,
    resamples: int = RESAMPLES,
) -> Overview:
    """Aggregate rows.

    Args:
        rows: of one run, in any order.
        labels: its VAEs, in order.
        latents: moments of each image's latent, by VAE and image.
        weights: λ of J by term.
        marker: whether the run measured with the marker.
        resamples: of the bootstrap.
    """
    columns = all_columns()
    images = list(dict.fromkeys(row.image for row in rows))
    tables = {label: _table(label, rows, images, columns) for label in labels}
    pairs = list(itertools.combinations(labels, 2))
    boot = Bootstrap.of(everything_to_resample(tables, pairs, columns), resamples)

    vaes: dict[str, dict[str, Any]] = {}
    for label in labels:
        own = [row for row in rows if row.vae == label]
        metrics = {
            column.name: found
            for column in columns
            if (
                found := describe(
                    tables[label][column.name], boot.means.get(f"{label}/{column.name}", np.empty(0))
                )
            )
        }
        vaes[label] = {
            "images_ok": sum(row.status == "ok" for row in own),
            "images_failed": sum(row.status == "failed" for row in own),
            "metrics": metrics,
            **_formula(tables[label], boot, label, weights, marker=marker),
            "latent_health": _latent_health(latents.get(label, {})),
            "speed": _speed([row for row in own if row.status == "ok"]),
        }
    comparisons = [
        found
        for a, b in pairs
        for column in columns
        if (found := compare(tables, boot, a, b, column)) is not None
    ]
    of_score = {
        (a, b): found
        for a, b in pairs
        if (found := compare_scores(tables, boot, a, b, weights, marker=marker))
    }
    return Overview(vaes, rank(vaes, of_score), [*of_score.values(), *comparisons])


def with_results(
    frame: Mapping[str, Any],
    rows: Sequence[Row],
    latents: Mapping[str, Mapping[str, LatentFacts]],
    resamples: int = RESAMPLES,
    *,
    excluded: Collection[str] = (),
) -> dict[str, Any]:
    """Return a summary with everything that follows from the rows put in, or made anew.

    Args:
        frame: a summary with ``settings``, ``protocol`` and the facts of each VAE; what it says of results is replaced.
        rows: of the run.
        latents: as for :func:`summarize`.
        resamples: of the bootstrap.
        excluded: names of images that are left out of everything, for every VAE; the summary lists those it had rows of.
    """
    settings = frame["settings"]
    left_out = sorted({row.image for row in rows if row.image in excluded})
    if left_out:
        rows = [row for row in rows if row.image not in excluded]
        latents = {
            label: {image: facts for image, facts in own.items() if image not in excluded}
            for label, own in latents.items()
        }
    overview = summarize(
        rows,
        tuple(frame["vaes"]),
        latents,
        settings["weights"],
        marker=marker_mode(settings["marker"]) != "off",
        resamples=resamples,
    )
    inputs = {row.image: row for row in rows if row.image_sha256}
    return {
        **{key: value for key, value in frame.items() if key != EXCLUDED},
        "protocol": {**frame["protocol"], "bootstrap": {"resamples": resamples, "seed": SEED}},
        "vaes": {
            label: {**facts, **overview.vaes[label], **_by_latents(facts, overview.vaes[label])}
            for label, facts in frame["vaes"].items()
        },
        "ranking": list(overview.ranking),
        "comparisons": list(overview.comparisons),
        "inputs": [
            {"image": row.image, "sha256": row.image_sha256, "width": row.width, "height": row.height}
            for row in inputs.values()
        ],
        "images_failed": [
            {"image": row.image, "vae": row.vae, "reason": row.note} for row in rows if row.status == "failed"
        ],
        **({EXCLUDED: left_out} if left_out else {}),
    }


def _by_latents(facts: Mapping[str, Any], results: Mapping[str, Any]) -> dict[str, str]:
    """Which of the models that are built alike it is, where only its latents tell."""
    health = results["latent_health"] or {}
    found = by_latents(str(facts.get("family", "")), health.get("suggested_scaling_factor"))
    return {"family_by_latent_statistics": found} if found else {}


def _table(label: str, rows: Sequence[Row], images: Sequence[str], columns: Sequence[Column]) -> Table:
    by_image = {row.image: row for row in rows if row.vae == label and row.status == "ok"}
    table = {}
    for column in columns:
        cells = (by_image[image].values.get(column.name) if image in by_image else None for image in images)
        table[column.name] = np.array(
            [math.nan if cell is None else cell for cell in cells], dtype=np.float64
        )
    return table


def _formula(
    table: Table, boot: Bootstrap, label: str, weights: Mapping[str, float], *, marker: bool
) -> dict[str, Any]:
    """The quantities of the method's formulas, and J."""
    needed = score.needed_columns(marker=marker)
    known = {name: values[~np.isnan(values)] for name, values in table.items() if name in needed}
    mean = {name: float(values.mean()) for name, values in known.items() if len(values)}
    found = score.quantities(mean, marker=marker)
    if found["J_terms"] is None:
        return {**found, "J": None, "J_ci95": None}
    resampled = {name: boot.means[f"{label}/{name}"] for name in needed}
    samples = score.score(score.terms(resampled, marker=marker), weights)
    return {**found, "J": score.score(found["J_terms"], weights), "J_ci95": interval(samples)}


def _latent_health(latents: Mapping[str, LatentFacts]) -> dict[str, object] | None:
    health: SetMetric[LatentFacts] = LatentHealth()
    for facts in latents.values():
        health.update(facts)
    return health.compute()


def _speed(rows: Sequence[Row]) -> dict[str, float] | None:
    """Time per image and per megapixel of the two halves."""
    timed = [
        (row.values["encode_ms"] or 0.0, row.values["decode_ms"] or 0.0, row.width * row.height / 1e6)
        for row in rows
        if row.width and row.height and "encode_ms" in row.values and "decode_ms" in row.values
    ]
    if not timed:
        return None
    encode, decode, megapixels = (sum(column) for column in zip(*timed, strict=True))
    return {
        "images_per_s": 1000 * len(timed) / max(encode + decode, 1e-9),
        "encode_ms_per_mp": encode / megapixels,
        "decode_ms_per_mp": decode / megapixels,
    }
