"""From the rows of a run to its summary: means with intervals, J and its ranking, every two VAEs compared.

Everything here can be made again from ``per_image.csv`` and ``latents.jsonl``; nothing needs pixels or torch.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from vaelab.metrics.base import Column, SetMetric
from vaelab.metrics.latent import LatentHealth
from vaelab.metrics.registry import all_columns
from vaelab.results import score
from vaelab.results.column_statistics import column_statistics, own_means, speed_of
from vaelab.results.common_images import CommonImages, common_images
from vaelab.results.intervals import RESAMPLES, SEED
from vaelab.results.pairwise import compare_all
from vaelab.results.ranking import Basis, basis_of, scores_of
from vaelab.results.records import Row
from vaelab.results.row_columns import DERIVED, RowColumns
from vaelab.results.row_table import SIDES, RowTable
from vaelab.results.sign_flip import DRAWS, fewest_images
from vaelab.score_terms import TERMS
from vaelab.settings import marker_mode
from vaelab.vae.base import LatentFacts
from vaelab.vae.identity.labels import by_latents

EXCLUDED = "images_excluded"
"""Key of a summary: names of images that somebody chose to leave out of all means. The record of a run never has it."""


@dataclass(frozen=True)
class Overview:
    """What the rows of a run say together.

    Attributes:
        vaes: label to ``n``, metrics, the quantities of J, latent health and speed, and ``apart``: why a VAE is not compared.
        ranking: best J first.
        comparisons: every two VAEs, J and every metric.
        common: of how many images all this is made, and which terms J has.
    """

    vaes: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    ranking: Sequence[dict[str, Any]] = ()
    comparisons: Sequence[dict[str, Any]] = ()
    common: Mapping[str, Any] = field(default_factory=dict)


def summarize(
    rows: Sequence[Row],
    labels: Sequence[str],
    latents: Mapping[str, Mapping[str, LatentFacts]],
    weights: Mapping[str, float],
    *,
    marker: bool,
    baselines: Collection[str] = (),
    broken: Collection[str] = (),
    excluded: Collection[str] = (),
    unfinished: bool = False,
    running: bool = False,
    resamples: int = RESAMPLES,
) -> Overview:
    """Aggregate rows.

    Args:
        rows: of one run, in any order.
        labels: its VAEs, in order.
        latents: moments of each image's latent, by VAE and image.
        weights: λ of J by term.
        marker: whether the run measured with the marker.
        baselines: labels of VAEs that are no autoencoders.
        broken: labels of VAEs that have failed for good.
        excluded: names of images that are left out of everything.
        unfinished: not every VAE has had its turn on every image.
        running: more rows are to come: nothing is decided then.
        resamples: of the bootstrap; 0 for Student's intervals.
    """
    specs = all_columns()
    # The first batch is told before anything is excluded: it stays the first whichever images count.
    columns = RowColumns.of(rows, labels, specs).without(excluded)
    common = common_images(columns, unfinished=unfinished or running, broken=broken)
    basis = basis_of(columns, common, marker=marker)
    scores = scores_of(columns, common, basis, weights, baselines, resamples=resamples, running=running)
    wanted = [column for column in (*specs, *DERIVED) if column.name != "score"]
    metrics = column_statistics(columns, common, wanted, baselines, resamples)
    comparisons = [] if running else _comparisons(columns, common, wanted, baselines, resamples)
    vaes: dict[str, dict[str, Any]] = {}
    for place, label in enumerate(labels):
        of_score = scores.of[label]["score"]
        vaes[label] = {
            "images_ok": int(columns.finished[place].sum()),
            "images_failed": int(columns.failed[place].sum()),
            "n": len(common.over(label)),
            "apart": str(common.apart[label]) if label in common.apart else None,
            "metrics": {**metrics[label], **({"score": of_score} if of_score else {})},
            "own": own_means(columns, common, label, wanted),
            **scores.of[label],
            "latent_health": _latent_health(
                [
                    latents[label][image]
                    for image in (columns.images[place] for place in common.own[label])
                    if image in latents.get(label, {})
                ]
            ),
            "speed": speed_of(columns, label),
        }
    return Overview(
        vaes,
        scores.ranking,
        [*scores.comparisons, *comparisons],
        _facts(common, basis, baselines, scores.tested),
    )


def with_results(
    frame: Mapping[str, Any],
    rows: Sequence[Row],
    latents: Mapping[str, Mapping[str, LatentFacts]],
    resamples: int = RESAMPLES,
    *,
    excluded: Collection[str] = (),
    weights: Mapping[str, float] | None = None,
    running: bool = False,
) -> dict[str, Any]:
    """Return a summary with everything that follows from the rows put in, or made anew.

    Args:
        frame: a summary with ``settings``, ``protocol`` and the facts of each VAE; what it says of results is replaced.
        rows: of the run.
        latents: as for :func:`summarize`.
        resamples: of the bootstrap.
        excluded: names of images that are left out of everything, for every VAE; the summary lists those it had rows of.
        weights: λ of J by term; the run's own when not given.
        running: more rows are to come.
    """
    settings = frame["settings"]
    table = RowTable.of(rows)
    counted = table.without_images(excluded)
    left_out = [] if counted is table else sorted(set(table.used("image")) & set(excluded))
    if left_out:
        latents = {
            label: {image: facts for image, facts in own.items() if image not in excluded}
            for label, own in latents.items()
        }
    chosen = dict(settings["weights"] if weights is None else weights)
    overview = summarize(
        table,
        tuple(frame["vaes"]),
        latents,
        chosen,
        marker=marker_mode(settings["marker"]) != "off",
        baselines=baselines_of(frame),
        broken=_broken(frame),
        excluded=excluded,
        unfinished=_is_unfinished(frame),
        running=running,
        resamples=resamples,
    )
    of_images = ("image", "image_sha256")
    sides = ((None if side < 0 else side for side in counted.codes(name).tolist()) for name in SIDES)
    inputs = {
        image: {"image": image, "sha256": digest, "width": width, "height": height}
        for image, digest, width, height in zip(*map(counted.texts, of_images), *sides, strict=True)
        if digest
    }
    return {
        **{key: value for key, value in frame.items() if key != EXCLUDED},
        "protocol": {
            **{key: value for key, value in frame["protocol"].items() if key != "bootstrap"},
            "statistics": _methods(resamples),
        },
        "weights": chosen,
        "common": overview.common,
        "vaes": {
            label: {**facts, **overview.vaes[label], **_by_latents(facts, overview.vaes[label])}
            for label, facts in frame["vaes"].items()
        },
        "ranking": list(overview.ranking),
        "comparisons": list(overview.comparisons),
        "inputs": list(inputs.values()),
        "images_failed": [
            {"image": row.image, "vae": row.vae, "reason": row.note}
            for row in counted.select(counted.failed())
        ],
        **({EXCLUDED: left_out} if left_out else {}),
    }


def reweighed(
    summary: Mapping[str, Any], rows: Sequence[Row], weights: Mapping[str, float], resamples: int = RESAMPLES
) -> dict[str, Any]:
    """Return a summary with J, its comparisons and the ranking by other weights; everything else stays.

    Args:
        summary: of these rows, without the images that it says are excluded.
        rows: of the run.
        weights: λ by term.
        resamples: of the intervals.
    """
    labels = tuple(summary["vaes"])
    excluded = set(summary.get(EXCLUDED) or ())
    needed = {name for term in TERMS for name in (*term.columns, *term.image_columns)}
    specs = [column for column in all_columns() if column.name in needed]
    columns = RowColumns.of(rows, labels, specs).without(excluded)
    common = common_images(columns, unfinished=_is_unfinished(summary), broken=_broken(summary))
    basis = basis_of(columns, common, marker=marker_mode(summary["settings"]["marker"]) != "off")
    scores = scores_of(
        columns, common, basis, weights, baselines_of(summary), resamples=resamples, running=False
    )
    vaes = {}
    for label, facts in summary["vaes"].items():
        own = scores.of[label]
        metrics = {name: each for name, each in facts["metrics"].items() if name != "score"}
        vaes[label] = {**facts, **own, "metrics": metrics | ({"score": own["score"]} if own["score"] else {})}
    kept = [item for item in summary["comparisons"] if item["metric"] != "J"]
    return {
        **summary,
        "weights": dict(weights),
        "vaes": vaes,
        "ranking": list(scores.ranking),
        "comparisons": [*scores.comparisons, *kept],
    }


def rescored(rows: Sequence[Row], summary: Mapping[str, Any]) -> RowTable:
    """Return rows whose ``score`` is by the weights and the terms of J of their summary; empty where a value is missing."""
    table = RowTable.of(rows)
    marker = bool(summary["common"]["J"]["marker"])
    columns = {
        name: np.where(np.isfinite(values := table.column(name)), values, math.nan)
        for name in {name for term in score.terms_of(marker=marker) for name in term.image_columns}
    }
    before = table.column("score")
    found = score.image_scores(columns, summary["weights"], marker=marker)
    same = (found == before) | (np.isnan(found) & np.isnan(before))
    return table.with_column("score", found, ~table.failed() & ~same)


def baselines_of(summary: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the labels of the VAEs that are no autoencoders."""
    return tuple(label for label, facts in summary["vaes"].items() if facts.get("baseline"))


def _broken(summary: Mapping[str, Any]) -> list[str]:
    return [label for label, facts in summary["vaes"].items() if facts.get("error")]


def _is_unfinished(summary: Mapping[str, Any]) -> bool:
    return str(summary.get("state", "finished")) != "finished"


def _comparisons(
    columns: RowColumns,
    common: CommonImages,
    wanted: Sequence[Column],
    baselines: Collection[str],
    resamples: int,
) -> list[dict[str, Any]]:
    known = [column for column in wanted if column.name in columns.values]
    tables = {label: columns.of_vae(label, common.images) for label in common.together}
    return compare_all(tables, known, baselines, resamples)


def _facts(common: CommonImages, basis: Basis, baselines: Collection[str], tested: int) -> dict[str, Any]:
    own = [label for label in common.together if label not in baselines]
    compared = own if len(own) > 1 else list(common.together)
    pairs = len(compared) * (len(compared) - 1) // 2
    return {
        "n": len(common.images),
        "copies": list(common.copies),
        "left_out": list(common.left_out),
        "needed": fewest_images(pairs) if pairs else None,
        "J": {
            "n": len(basis.images),
            "tested": tested,
            "marker": basis.marker,
            "marker_left_out": basis.left_out,
        },
    }


def _methods(resamples: int) -> dict[str, Any]:
    return {
        "intervals": "95 %: Student's t below 6 images, bootstrap-t to 2000, Student's t above",
        "test": "paired sign-flip permutation, Holm over the pairs of a column, 0.05",
        "resamples": resamples,
        "flips": DRAWS,
        "seed": SEED,
    }


def _by_latents(facts: Mapping[str, Any], results: Mapping[str, Any]) -> dict[str, str]:
    """Which of the models that are built alike it is, where only its latents tell."""
    health = results["latent_health"] or {}
    found = by_latents(str(facts.get("family", "")), health.get("suggested_scaling_factor"))
    return {"family_by_latent_statistics": found} if found else {}


def _latent_health(latents: Sequence[LatentFacts]) -> dict[str, object] | None:
    """The health of a VAE's latents over all images that it has finished, each content once."""
    health: SetMetric[LatentFacts] = LatentHealth()
    for facts in latents:
        health.update(facts)
    return health.compute()
