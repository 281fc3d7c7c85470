"""What the summary says of J, held against the rows: its quantities, terms and intervals, ranks, letters, comparisons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from vaelab.arrays import Floats, Places
from vaelab.verify.findings import Comparand
from vaelab.verify.summary import claims
from vaelab.verify.summary.mean_claims import statistics_claims
from vaelab.verify.summary.rank_claims import ScoreOfVAE, images_of_test, rank_claims
from vaelab.verify.summary.recorded_rows import ComparedImages, RecordedRows
from vaelab.verify.summary.set_score import (
    CONTENT,
    MARKER,
    Numbers,
    contributions,
    image_scores,
    length,
    needed,
    quantities,
    terms,
    total,
)

_Said = Mapping[str, Any]


@dataclass(frozen=True)
class ScoreBasis:
    """What J is made of.

    Attributes:
        marker: whether it has the marker's terms.
        images: on which all VAEs that are compared have all of its columns.
    """

    marker: bool
    images: Places


def score_basis(rows: RecordedRows, found: ComparedImages, *, marker: bool) -> ScoreBasis:
    """Return what J is made of; without the marker's terms where fewer than half of the images have them from all VAEs.

    Args:
        rows: of the run.
        found: what is compared.
        marker: whether the run measured with the marker.
    """
    content = _whole(rows, found.together, found.images, needed(marker=False))
    marked = _whole(rows, found.together, content, MARKER)
    with_marker = marker and len(marked) > 0 and 2 * len(marked) >= len(content)
    return ScoreBasis(with_marker, marked if with_marker else content)


def _whole(rows: RecordedRows, labels: Sequence[str], images: Places, names: Sequence[str]) -> Places:
    """The images on which these VAEs have a finite value in all of these columns."""
    if not labels:
        return images[:0]
    known = [np.isfinite(rows.of(label, name, images)) for label in labels for name in names]
    return np.asarray(images[np.all(known, axis=0)])


def score_claims(
    rows: RecordedRows, found: ComparedImages, summary: _Said, baselines: Sequence[str], *, marker: bool
) -> Iterator[Comparand]:
    """Compare everything that the summary says of J.

    Args:
        rows: of the run.
        found: what is compared.
        summary: of the run.
        baselines: VAEs that are no autoencoders.
        marker: whether the run measured with the marker.
    """
    basis, weights = score_basis(rows, found, marker=marker), summary["weights"]
    of: dict[str, ScoreOfVAE] = {}
    for label in rows.labels:
        said = claims.table(claims.table(summary["vaes"]).get(label))
        yield from _quantities(rows, found, label, said)
        of[label] = _score_of(rows, found, basis, label, weights)
        yield from _total(rows, found, basis, label, said, weights, of[label])
    ranked = [label for label in found.together if of[label].total is not None]
    tested = images_of_test([of[label] for label in ranked])
    common = claims.table(claims.table(summary.get("common")).get("J"))
    for name, expected in (("n", len(basis.images)), ("tested", tested), ("marker", basis.marker)):
        yield claims.equal(claims.COMMON, common.get(name), expected, "J", name)
    yield from rank_claims({label: of[label] for label in ranked}, summary, baselines)


def _quantities(rows: RecordedRows, found: ComparedImages, label: str, said: _Said) -> Iterator[Comparand]:
    """The quantities over the images that have their columns, whatever J can be had of."""
    together = label in found.together
    peers = found.together if together else (label,)
    values: dict[str, Floats] = {}
    for group in (*CONTENT, MARKER):
        images = _whole(rows, peers, found.over(label), group)
        if len(images):
            values |= {name: rows.of(label, name, images) for name in group}
    means = {name: float(column.mean()) for name, column in values.items()}
    for name, expected in quantities(means).items():
        recorded = said.get(name)
        if name == "delta" and expected is not None and isinstance(recorded, list) and len(recorded) == 3:
            for channel, ours, theirs in zip("rgb", recorded, expected, strict=True):
                yield claims.number(claims.J, ours, theirs, 1.0, label, f"delta {channel}")
        else:
            scale = abs(expected) if isinstance(expected, float) else 1.0
            yield claims.number(claims.J, recorded, expected, max(scale, 1e-3), label, name)
    parts = (
        ("rho_G", CONTENT[1], _named("rho_G")),
        ("rho_C", CONTENT[2], _named("rho_C")),
        ("gamma", MARKER, _named("gamma")),
        ("delta_norm", MARKER, length),
    )
    for name, group, quantity in parts:
        own = {column: values[column] for column in group if column in values}
        changes = contributions(own, quantity)
        recorded = claims.table(said.get("quantities_ci95")).get(name)
        counted = claims.table(said.get("quantities_n")).get(name)
        yield claims.equal(claims.J, counted, None if changes is None else len(changes), label, f"{name} n")
        if changes is not None:
            value = quantity(means) or 0.0
            yield from claims.interval(claims.J_INTERVALS, recorded, changes, label, name, around=value)


def _named(name: str) -> partial[float | None]:
    return partial(_quantity, name)


def _quantity(name: str, means: Numbers) -> float | None:
    found = quantities(means)[name]
    return None if found is None else float(found)


def _score_of(
    rows: RecordedRows, found: ComparedImages, basis: ScoreBasis, label: str, weights: Mapping[str, float]
) -> ScoreOfVAE:
    columns = needed(marker=basis.marker)
    images = basis.images
    if label not in found.together:
        images = _whole(rows, (label,), found.own[label], columns)
    values = {name: rows.of(label, name, images) for name in columns} if len(images) else {}
    quantity = partial(total, weights=weights, marker=basis.marker)
    means = {name: float(column.mean()) for name, column in values.items()}
    own = {name: rows.of(label, name, images) for name in ("lpips", "gradient_ratio", "color_ratio", *MARKER)}
    return ScoreOfVAE(
        quantity(means), contributions(values, quantity), image_scores(own, weights, marker=basis.marker)
    )


def _total(
    rows: RecordedRows,
    found: ComparedImages,
    basis: ScoreBasis,
    label: str,
    said: _Said,
    weights: Mapping[str, float],
    own: ScoreOfVAE,
) -> Iterator[Comparand]:
    yield claims.number(claims.J, said.get("J"), own.total, 1.0, label, "J")
    columns = needed(marker=basis.marker)
    images = basis.images
    if label not in found.together:
        images = _whole(rows, (label,), found.own[label], columns)
    means = {name: float(rows.of(label, name, images).mean()) for name in columns} if len(images) else {}
    of_terms = terms(quantities(means), marker=basis.marker)
    for name, value in (of_terms or {}).items():
        yield claims.number(
            claims.J, claims.table(said.get("J_terms")).get(name), value, 1.0, label, f"term {name}"
        )
        share = weights[name] * value / own.total if own.total else 0.0
        yield claims.number(
            claims.J, claims.table(said.get("J_shares")).get(name), share, 1.0, label, f"share {name}"
        )
    if own.parts is not None:
        yield from claims.interval(
            claims.J_INTERVALS, said.get("J_ci95"), own.parts, label, "J", around=own.total
        )
    score = said.get("score")
    yield from statistics_claims(score, own.scores, label, "score")
    listed = claims.table(said.get("metrics")).get("score")
    yield claims.equal(claims.MEANS, str(listed), str(score), label, "score among the metrics")
