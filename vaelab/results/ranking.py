"""J of every VAE over the common images, who is apart by it, and the order that follows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from vaelab.arrays import Floats, Places
from vaelab.results import score
from vaelab.results.common_images import CommonImages
from vaelab.results.intervals import Interval, describe, intervals
from vaelab.results.letters import compact_letters
from vaelab.results.pairwise import corrected_p, pairs_of
from vaelab.results.row_columns import RowColumns
from vaelab.results.sign_flip import ALPHA, fewest_images, p_values


@dataclass(frozen=True)
class Basis:
    """What J is computed from.

    Attributes:
        marker: whether J has the marker's terms.
        images: places of the images that have all columns of J for all VAEs that are compared.
        left_out: why it has not, where the run measured with a marker: ``room``, since most images have none for it, or
            ``missing``, since some VAE lacks its columns on most of them; empty where it has, or none was wanted.
    """

    marker: bool
    images: Places
    left_out: str = ""


def basis_of(columns: RowColumns, common: CommonImages, *, marker: bool) -> Basis:
    """Decide which terms J has, and on which images: the same for all VAEs that are compared.

    The marker's terms are left out where fewer than half of the common images have room for a marker, so that a set of
    small pictures is ranked all the same.

    Args:
        columns: of the run.
        common: its common images.
        marker: whether the run measured with a marker.
    """
    together, images = common.together, common.images
    content = _shared(columns, together, images, score.needed_columns(marker=False))
    if not marker or not len(content):
        return Basis(False, content)
    marked = _shared(columns, together, content, score.needed_columns(marker=True))
    if len(marked) and 2 * len(marked) >= len(content):
        return Basis(True, marked)
    rows = np.array([columns.labels.index(label) for label in together])
    place = columns.values.get("marker_size")
    without = 0 if place is None else int(np.isnan(place[np.ix_(rows, content)]).all(axis=0).sum())
    return Basis(False, content, "room" if 2 * without > len(content) else "missing")


def _shared(columns: RowColumns, labels: Sequence[str], images: Places, names: Sequence[str]) -> Places:
    """The images on which all of these VAEs have a finite value in all of these columns."""
    if not labels or any(name not in columns.values for name in names):
        return images[:0]
    rows = np.array([columns.labels.index(label) for label in labels])
    whole = np.ones(len(images), dtype=bool)
    for name in names:
        whole &= np.isfinite(columns.values[name][np.ix_(rows, images)]).all(axis=0)
    return images[whole]


def _cells(columns: RowColumns, label: str, images: Places, names: Sequence[str]) -> dict[str, Floats]:
    """Some columns of one VAE over some images; none where there is no image."""
    place = columns.labels.index(label)
    if not len(images):
        return {}
    return {name: columns.values[name][place, images] for name in names if name in columns.values}


@dataclass(frozen=True)
class Scores:
    """J and what follows from it.

    Attributes:
        of: label to ``L_perc``, ``rho_G``, ``rho_C``, ``b``, ``gamma``, ``delta``, ``J``, ``J_terms`` (unweighted),
            ``J_shares`` (of the weighted terms in J, in [0, 1]), ``J_ci95``, ``quantities_ci95``
            and ``quantities_n`` (of ``rho_G``, ``rho_C``, ``gamma``, ``delta_norm``), ``score``, the statistics of the images' own J, and
            ``closest``: on how many images its own J is the lowest among the autoencoders.
        comparisons: of J, as :func:`vaelab.results.pairwise.compare_all` gives those of a column.
        tested: how many images have a score of their own from every VAE that is ranked: those of the test.
        ranking: ``vae``, ``baseline``, ``J``, ``rank`` (None for a baseline, and where nothing could be decided), ``letters``, ``letters_with_baselines``, best first.
    """

    of: Mapping[str, dict[str, Any]]
    comparisons: Sequence[dict[str, Any]]
    ranking: Sequence[dict[str, Any]]
    tested: int = 0


def scores_of(
    columns: RowColumns,
    common: CommonImages,
    basis: Basis,
    weights: Mapping[str, float],
    baselines: Collection[str],
    *,
    resamples: int,
    running: bool,
) -> Scores:
    """Compute J of every VAE, compare every two by it, and rank.

    Args:
        columns: of the run.
        common: its common images.
        basis: what J is made of.
        weights: λ by term.
        baselines: labels of VAEs that are no autoencoders.
        resamples: of the intervals.
        running: more rows are to come: the order is shown, and nothing is decided.
    """
    found: dict[str, dict[str, Any]] = {}
    contributions: dict[str, Floats] = {}
    parts_of: dict[tuple[str, str], Floats] = {}
    own_scores: dict[str, Floats] = {}
    for label in columns.labels:
        apart = label in common.apart
        peers, over = ([label], common.own[label]) if apart else (common.together, common.images)
        known: dict[str, Floats] = {}
        for names in score.GROUPS:
            known |= _cells(columns, label, _shared(columns, peers, over, names), names)
        facts, parts = score.set_quantities(known)
        needed = score.needed_columns(marker=basis.marker)
        images = _shared(columns, peers, over, needed) if apart else basis.images
        of_j, parts_of_j = score.set_score(
            _cells(columns, label, images, needed), weights, marker=basis.marker
        )
        found[label] = {
            **facts,
            "J": of_j["J"],
            "J_terms": of_j["J_terms"],
            "J_shares": _shares(of_j["J_terms"], weights),
            "J_ci95": None,
            "quantities_ci95": {},
            "quantities_n": {name: len(values) for name, values in parts.items()},
        }
        own_scores[label] = score.image_scores(columns.of_vae(label, images), weights, marker=basis.marker)
        parts_of |= {(label, name): values for name, values in parts.items()}
        if "J" in parts_of_j:
            contributions[label] = parts_of[label, "J"] = parts_of_j["J"]
    for (label, name), ends in zip(parts_of, intervals(list(parts_of.values()), resamples), strict=True):
        # None of these is negative, whatever the interval of a mean allows; and no rounding puts one beside its interval.
        value = found[label][name] if name in found[label] else float(parts_of[label, name].mean())
        held = None if ends is None else [min(value, max(0.0, ends[0])), max(value, ends[1])]
        if name == "J":
            found[label]["J_ci95"] = held
        else:
            found[label]["quantities_ci95"][name] = held
    known_scores = {label: values[~np.isnan(values)] for label, values in own_scores.items()}
    ends_of_scores = intervals(list(known_scores.values()), resamples)
    for label, ends in zip(known_scores, ends_of_scores, strict=True):
        found[label]["score"] = describe(known_scores[label], ends)
    ranked = [label for label in common.together if found[label]["J"] is not None]
    _count_closest(found, own_scores, ranked, baselines)
    comparisons = (
        []
        if running
        else _compare(
            {label: contributions[label] for label in ranked},
            {label: own_scores[label] for label in ranked},
            {label: found[label]["J"] for label in ranked},
            baselines,
            resamples,
        )
    )
    tested = _tested([own_scores[label] for label in ranked])
    ranking = _ranking(
        {label: found[label]["J"] for label in ranked},
        comparisons,
        baselines,
        running=running,
        tested=tested,
    )
    return Scores(found, comparisons, ranking, tested)


def _tested(own_scores: Sequence[Floats]) -> int:
    return int((~np.isnan(np.stack(own_scores)).any(axis=0)).sum()) if own_scores else 0


def _count_closest(
    found: Mapping[str, dict[str, Any]],
    own_scores: Mapping[str, Floats],
    ranked: Sequence[str],
    baselines: Collection[str],
) -> None:
    """Add on how many images each autoencoder's own J is below that of all others; among baselines where there is no other."""
    own = [label for label in ranked if label not in baselines]
    peers = own or list(ranked)
    if len(peers) < 2:
        return
    table = np.stack([own_scores[label] for label in peers])
    table = table[:, ~np.isnan(table).any(axis=0)]
    for place, label in enumerate(peers):
        others = np.delete(table, place, axis=0).min(axis=0)
        found[label]["closest"] = {"on": int((table[place] < others).sum()), "of": int(table.shape[1])}


def _shares(terms: Mapping[str, float] | None, weights: Mapping[str, float]) -> dict[str, float] | None:
    if terms is None:
        return None
    weighted = {name: weights[name] * value for name, value in terms.items()}
    total = sum(weighted.values())
    return {name: value / total if total else 0.0 for name, value in weighted.items()}


def _compare(
    contributions: Mapping[str, Floats],
    own_scores: Mapping[str, Floats],
    totals: Mapping[str, float],
    baselines: Collection[str],
    resamples: int,
) -> list[dict[str, Any]]:
    """Compare every two VAEs by J: decided where the test on the images' own scores decides in the same direction."""
    pairs = pairs_of(tuple(contributions))
    differences = []
    for a, b in pairs:
        difference = own_scores[a] - own_scores[b]
        differences.append(difference[~np.isnan(difference)])
    bounds: list[Interval | None] = intervals(
        [contributions[a] - contributions[b] for a, b in pairs], resamples
    )
    p = p_values(differences)
    corrected = corrected_p([(pair, "J") for pair in pairs], p, baselines)
    entries = []
    for (a, b), difference, ends, value, adjusted in zip(
        pairs, differences, bounds, p, corrected, strict=True
    ):
        of_sets = totals[a] - totals[b]
        of_images = float(difference.mean()) if len(difference) else 0.0
        decided = adjusted < ALPHA and of_sets * of_images > 0
        entries.append(
            {
                "a": a,
                "b": b,
                "metric": "J",
                "n": len(difference),
                "a_better": int((difference < 0).sum()),
                "b_better": int((difference > 0).sum()),
                "mean_difference": of_sets,
                "ci95": None if ends is None else list(ends),
                "mean_score_difference": of_images,
                "p": value,
                "p_holm": adjusted,
                "verdict": "tie" if not decided else "a" if of_sets < 0 else "b",
            }
        )
    return entries


def _ranking(
    totals: Mapping[str, float],
    comparisons: Sequence[Mapping[str, Any]],
    baselines: Collection[str],
    *,
    running: bool,
    tested: int,
) -> list[dict[str, Any]]:
    order = sorted(totals, key=lambda label: totals[label])
    apart = {frozenset((item["a"], item["b"])) for item in comparisons if item["verdict"] != "tie"}
    own = [label for label in order if label not in baselines]
    # A rank is a verdict: there is none where nothing could have been decided.
    ranks = not running and len(own) > 1 and tested >= fewest_images(len(own) * (len(own) - 1) // 2)
    among_own = {} if running else compact_letters(own, apart)
    among_all = {} if running else compact_letters(order, apart)
    return [
        {
            "vae": label,
            "baseline": label in baselines,
            "J": totals[label],
            "rank": None
            if label in baselines or not ranks
            else 1 + sum(frozenset((label, other)) in apart for other in own[: own.index(label)]),
            "letters": among_own.get(label, ""),
            "letters_with_baselines": among_all.get(label, ""),
        }
        for label in order
    ]
