"""How far judges agree: Krippendorff's α (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability")."""

from __future__ import annotations

from typing import Literal

import numpy as np

from vaelab.arrays import Floats

Level = Literal["nominal", "ordinal", "interval"]


def krippendorff_alpha(values: Floats, level: Level = "nominal") -> float | None:
    """Return α: 1 where all agree, 0 where they agree as often as chance would, below 0 where less.

    Args:
        values: (judges, units) float64, NaN where a judge did not judge. A unit with one value says nothing and is left out.
        level: what differences mean: equal or not; the ranks between; the square of the difference.

    Returns:
        α, None where no unit has two values or all values are equal, so that there is nothing to agree on.
    """
    known = ~np.isnan(values)
    paired = values[:, known.sum(axis=0) > 1]
    found = np.unique(paired[~np.isnan(paired)])
    if len(found) < 2:
        return None
    # (units, values): how many judges gave which.
    counts = np.stack([(paired == value).sum(axis=0) for value in found], axis=1).astype(np.float64)
    judges = counts.sum(axis=1)
    coincidences = np.einsum("ui,uj,u->ij", counts, counts, 1 / (judges - 1)) - np.diag(
        (counts / (judges - 1)[:, None]).sum(axis=0)
    )
    return alpha_of(coincidences, found, level)


def alpha_of(coincidences: Floats, found: Floats, level: Level) -> float | None:
    """Return α from the matrix of coincidences.

    Args:
        coincidences: (values, values), how often two judges of a unit gave this pair of values.
        found: the values, ascending.
        level: as for :func:`krippendorff_alpha`.
    """
    totals = coincidences.sum(axis=1)
    n = float(totals.sum())
    distance = _distances(found, totals, level)
    expected = float((np.outer(totals, totals) * distance).sum()) / (n - 1)
    if expected <= 0:
        return None
    return 1.0 - float((coincidences * distance).sum()) / expected


def preference_alpha(values: Floats) -> float | None:
    """Return α of choices between two: −1 for the one, 1 for the other, 0 for neither.

    Which of two VAEs is called the first says nothing; so each unit counts once in either order, and two judges who always
    choose the better VAE agree perfectly, whichever it is.

    Args:
        values: (judges, units), NaN where a judge did not judge.
    """
    return krippendorff_alpha(np.concatenate([values, -values], axis=1), "nominal")


def _distances(found: Floats, totals: Floats, level: Level) -> Floats:
    """Squared differences between values, (values, values)."""
    if level == "nominal":
        return 1.0 - np.eye(len(found))
    if level == "interval":
        return np.asarray((found[:, None] - found[None, :]) ** 2, np.float64)
    # Half of the two ends and all between, by how often each was given.
    ranks = np.cumsum(totals) - totals / 2
    return np.asarray((ranks[:, None] - ranks[None, :]) ** 2, np.float64)
