"""Every two VAEs of a run compared, metric by metric and by J, and the ranking that the data supports."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from vaelab import score
from vaelab.metrics.base import Column
from vaelab.statistics import Bootstrap, interval

Floats = npt.NDArray[np.float64]
Table = dict[str, Floats]
"""Column name to (n,) float64 over the run's images, NaN where there is no value."""

# The same for every VAE of a run, so there is nothing to compare.
_SHARED = ("marker_x", "marker_y", "marker_size")


def everything_to_resample(
    tables: Mapping[str, Table], pairs: Sequence[tuple[str, str]], columns: Sequence[Column]
) -> dict[str, Floats]:
    """Return all columns that the summary needs resampled: of each VAE, and of every two of them.

    Args:
        tables: VAE to its table.
        pairs: labels, two by two.
        columns: of the table.
    """
    wanted: dict[str, Floats] = {}
    for label, table in tables.items():
        wanted |= {f"{label}/{name}": values for name, values in table.items() if _has_spread(values)}
    for a, b in pairs:
        for column in filter(_compared, columns):
            difference = _difference(tables[a][column.name], tables[b][column.name])
            if not _has_spread(difference):
                continue
            # Where both have values for the same images, the difference of the means is the mean of the differences.
            if not _on_same_images(tables, a, b, column.name):
                wanted[f"{a}-{b}/{column.name}"] = difference
            if column.better == "ideal":
                wanted[f"|{a}-{b}|/{column.name}"] = _distance(tables, a, b, column)
        for name in (*score.CONTENT_COLUMNS, *score.MARKER_COLUMNS):
            if _on_same_images(tables, a, b, name):
                continue
            missing = _missing(tables, a, b, name)
            for label in (a, b):
                if not missing.all():
                    wanted[f"{a}&{b}/{label}/{name}"] = np.where(missing, math.nan, tables[label][name])
    return wanted


def compare(
    tables: Mapping[str, Table], boot: Bootstrap, a: str, b: str, column: Column
) -> dict[str, Any] | None:
    """Compare two VAEs by one metric over the images both finished."""
    if not _compared(column):
        return None
    differences = _difference(tables[a][column.name], tables[b][column.name])
    known = differences[~np.isnan(differences)]
    if not len(known):
        return None
    ideal = column.better == "ideal"
    distances = _distance(tables, a, b, column) if ideal else differences
    facts: dict[str, Any] = {"a": a, "b": b, "metric": column.name, "n": len(known)} | _wins(
        distances, column
    )
    if np.isinf(known).any():
        # One of them is perfect where the other is not: no mean, but a verdict where all images agree.
        agreed = len(known) > 1 and (bool((known > 0).all()) or bool((known < 0).all()))
        verdict = _better(column, float(np.sign(known[0]))) if agreed else "tie"
        return facts | {"mean_difference": None, "ci95": None, "verdict": verdict}
    bounds = interval(_resampled_difference(tables, boot, a, b, column.name))
    if ideal:
        # What decides is who is nearer to the ideal, on whichever side of it.
        nearer = interval(boot.means[f"|{a}-{b}|/{column.name}"])
        facts |= {"mean_distance_difference": float(np.nanmean(distances)), "distance_ci95": nearer}
    decided = _side(nearer if ideal else bounds)
    return facts | {
        "mean_difference": float(known.mean()),
        "ci95": bounds,
        "verdict": _better(column, decided) if decided else "tie",
    }


def compare_scores(
    tables: Mapping[str, Table],
    boot: Bootstrap,
    a: str,
    b: str,
    weights: Mapping[str, float],
    *,
    marker: bool,
) -> dict[str, Any] | None:
    """Compare two VAEs by J over the images both finished; None where one of them has no J on these."""
    needed = score.needed_columns(marker=marker)
    resampled = {
        label: {name: _resampled_on_both(tables, boot, a, b, label, name) for name in needed}
        for label in (a, b)
    }
    if any(not len(samples) for label in (a, b) for samples in resampled[label].values()):
        return None
    missing = {name: _missing(tables, a, b, name) for name in needed}

    def of_means(means: Mapping[str, Any]) -> Any:
        return score.score(score.terms(means, marker=marker), weights)

    means = [{name: tables[label][name][~missing[name]].mean() for name in needed} for label in (a, b)]
    bounds = interval(of_means(resampled[a]) - of_means(resampled[b]))
    side = _side(bounds)
    return {
        "a": a,
        "b": b,
        "metric": "J",
        "n": min(int((~absent).sum()) for absent in missing.values()),
        "mean_difference": float(of_means(means[0]) - of_means(means[1])),
        "ci95": bounds,
        "verdict": "tie" if not side else "b" if side > 0 else "a",
    }


def rank(
    vaes: Mapping[str, dict[str, Any]], of_score: Mapping[tuple[str, str], dict[str, Any]]
) -> list[dict[str, Any]]:
    """Order by J; a VAE that the data cannot tell from the first of a group shares its rank."""
    groups: list[dict[str, Any]] = []
    place = 0
    for label in sorted(
        (label for label in vaes if vaes[label]["J"] is not None), key=lambda label: vaes[label]["J"]
    ):
        place += 1
        if groups:
            leader = groups[-1]["vaes"][0]
            comparison = of_score.get((leader, label)) or of_score.get((label, leader))
            if comparison is not None and comparison["verdict"] == "tie":
                groups[-1]["vaes"].append(label)
                continue
        groups.append({"rank": place, "vaes": [label]})
    return groups


def _compared(column: Column) -> bool:
    return not column.name.endswith("_original") and column.name not in _SHARED


def _has_spread(values: Floats) -> bool:
    return bool(len(values)) and not np.isinf(values).any() and not np.isnan(values).all()


def _missing(tables: Mapping[str, Table], a: str, b: str, name: str) -> npt.NDArray[np.bool_]:
    """Where at least one of two VAEs has no value."""
    return np.isnan(tables[a][name]) | np.isnan(tables[b][name])


def _on_same_images(tables: Mapping[str, Table], a: str, b: str, name: str) -> bool:
    values = tables[a][name], tables[b][name]
    finite = not np.isinf(values[0]).any() and not np.isinf(values[1]).any()
    return finite and np.array_equal(np.isnan(values[0]), np.isnan(values[1]))


def _resampled_difference(tables: Mapping[str, Table], boot: Bootstrap, a: str, b: str, name: str) -> Floats:
    if _on_same_images(tables, a, b, name):
        return boot.means[f"{a}/{name}"] - boot.means[f"{b}/{name}"]
    return boot.means[f"{a}-{b}/{name}"]


def _resampled_on_both(
    tables: Mapping[str, Table], boot: Bootstrap, a: str, b: str, label: str, name: str
) -> Floats:
    """One VAE's bootstrapped means over the images that both have; empty where there are none."""
    key = f"{label}/{name}" if _on_same_images(tables, a, b, name) else f"{a}&{b}/{label}/{name}"
    return boot.means.get(key, np.empty(0))


def _wins(differences: Floats, column: Column) -> dict[str, int]:
    """On how many images each of the two is better; nothing where neither direction is."""
    if column.better == "none":
        return {}
    with np.errstate(invalid="ignore"):
        sides = np.sign(differences if column.better != "high" else -differences)
    return {"a_better": int((sides < 0).sum()), "b_better": int((sides > 0).sum())}


def _difference(a: Floats, b: Floats) -> Floats:
    with np.errstate(invalid="ignore"):
        found: Floats = a - b
    found[np.isinf(a) & (a == b)] = 0.0  # two perfect reconstructions do not differ
    return found


def _distance(tables: Mapping[str, Table], a: str, b: str, column: Column) -> Floats:
    ideal = 0.0 if column.ideal is None else column.ideal
    return np.asarray(np.abs(tables[a][column.name] - ideal) - np.abs(tables[b][column.name] - ideal))


def _side(bounds: list[float] | None) -> float:
    """-1 or 1 where an interval lies on one side of 0, else 0."""
    if bounds is None or bounds[0] <= 0.0 <= bounds[1]:
        return 0.0
    return 1.0 if bounds[0] > 0 else -1.0


def _better(column: Column, side: float) -> str:
    if column.better == "none":
        return "differs"
    a_is_larger = side > 0
    return "a" if a_is_larger == (column.better == "high") else "b"
