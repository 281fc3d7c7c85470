"""Who is next to whom: precision, recall, density, coverage, authenticity and data copying, by exact distances in blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from vaelab.arrays import Floats, Places, Reals

NEAREST_FOR_PRECISION, NEAREST_FOR_DENSITY = 3, 5
MOST_PICTURES = 10_000
"""Pictures of a set that are compared one by one, drawn at random where there are more."""
_BLOCK = 1024

Check = Callable[[], None]


@dataclass(frozen=True, slots=True, eq=False)
class Neighbourhood:
    """How a set of other pictures lies among the real ones, picture by picture.

    Attributes:
        realistic: (m,) 0 or 1: within the reach of a real picture (precision is its mean; Kynkäänniemi et al. 2019, k = 3).
        found: (n,) 0 or 1: a real picture within the reach of another one (recall).
        dense: (m,) within the reach of how many real pictures, over k (density; Naeem et al. 2020, k = 5).
        covered: (n,) 0 or 1: a real picture whose reach holds another one (coverage).
        authentic: (m,) 0 or 1: farther from its nearest real picture than that is from its own (authenticity; Alaa et al. 2022).
        nearest: (m,) place of the nearest real picture.
        distance: (m,) Euclidean distance to it.
        closeness: (m,) that distance over the nearest real picture's from its own nearest; NaN where that has a twin.
    """

    realistic: Floats
    found: Floats
    dense: Floats
    covered: Floats
    authentic: Floats
    nearest: Places
    distance: Floats
    closeness: Floats


def neighbourhood(real: Reals, other: Reals, check: Check) -> Neighbourhood:
    """Return how the others lie among the real pictures.

    Args:
        real: features (n, d), more than five.
        other: features (m, d), more than five.
        check: called before each block; may raise to stop.
    """
    # Distances are differences of squares: about the middle of the real pictures, little is left to cancel.
    middle = np.asarray(real, np.float64).mean(axis=0)
    first, second = (np.asarray(each, np.float64) - middle for each in (real, other))
    reaches = _reaches(first, check)
    other_reach = _reaches(second, check)[:, 1]
    # A picture is within its twin's reach, be that 0: rounding must not put it outside.
    slack = 1e-12 * max(float((first * first).sum(1).max()), float((second * second).sum(1).max()))
    m, n = len(second), len(first)
    realistic, dense, nearest, distance = np.zeros(m), np.zeros(m), np.zeros(m, np.intp), np.zeros(m)
    found, closest_other = np.zeros(n, np.bool_), np.full(n, np.inf)
    for start in range(0, m, _BLOCK):
        check()
        part = slice(start, min(start + _BLOCK, m))
        squares = _squares(second[part], first)
        realistic[part] = (squares <= reaches[:, 1] + slack).any(axis=1)
        dense[part] = (squares <= reaches[:, 2] + slack).sum(axis=1) / NEAREST_FOR_DENSITY
        nearest[part] = squares.argmin(axis=1)
        distance[part] = np.sqrt(squares.min(axis=1))
        found |= (squares <= other_reach[part, None] + slack).any(axis=0)
        np.minimum(closest_other, squares.min(axis=0), out=closest_other)
    own = np.sqrt(reaches[nearest, 0])
    with np.errstate(divide="ignore", invalid="ignore"):
        closeness = np.where(own > 0, distance / own, np.nan)
    return Neighbourhood(
        realistic=realistic,
        found=found.astype(np.float64),
        dense=dense,
        covered=(closest_other <= reaches[:, 2] + slack).astype(np.float64),
        authentic=(distance > own).astype(np.float64),
        nearest=nearest,
        distance=distance,
        closeness=closeness,
    )


def data_copying_z(training: Reals, held_out: Reals, other: Reals, check: Check) -> float:
    """Return the z of Meehan, Chaudhuri and Dasgupta 2020: below 0 where others lie nearer to training than fresh pictures do.

    Over the whole space at once, without the paper's cells. The Mann–Whitney statistic of the distances to the nearest training picture, held-out against others, ties at half, by its
    normal approximation.

    Args:
        training: features (n, d) of the pictures that may have been copied.
        held_out: features (m, d) of fresh ones.
        other: features (k, d) of the generated ones.
        check: called before each block; may raise to stop.
    """
    from scipy.stats import rankdata

    fresh, made = (_to_nearest(each, training, check) for each in (held_out, other))
    m, n = len(fresh), len(made)
    ranks = rankdata(np.concatenate([made, fresh]))
    # How often a generated picture lies farther than a held-out one.
    u = float(ranks[:n].sum()) - n * (n + 1) / 2
    _, ties = np.unique(np.concatenate([made, fresh]), return_counts=True)
    total = m + n
    spread = (
        m * n / 12 * (total + 1 - float((ties.astype(np.float64) ** 3 - ties).sum()) / (total * (total - 1)))
    )
    return 0.0 if spread <= 0 else (u - m * n / 2) / float(np.sqrt(spread))


def retrieval(real: Reals, other: Reals, check: Check) -> tuple[Floats, Floats]:
    """Return how well each original is found among all of them by what was made of it.

    Args:
        real: features (n, d) of the originals, two at least.
        other: features (n, d) of what was made of each, in the same order.
        check: called before each block; may raise to stop.

    Returns:
        How many other originals are at least as near as its own, (n,): 0 where it is found first. And the margin, (n,): how much
        farther the nearest other original is, as a share of that distance; 0 where that is a twin, below 0 where another is nearer.
    """
    middle = np.asarray(real, np.float64).mean(axis=0)
    first, second = (np.asarray(each, np.float64) - middle for each in (real, other))
    before, margin = np.empty(len(first)), np.empty(len(first))
    for start in range(0, len(second), _BLOCK):
        check()
        squares = _squares(second[start : start + _BLOCK], first)
        rows = np.arange(len(squares))
        own = np.sqrt(squares[rows, rows + start])
        squares[rows, rows + start] = np.inf
        distances = np.sqrt(squares)
        before[rows + start] = (distances <= own[:, None]).sum(axis=1)
        nearest = distances.min(axis=1)
        margin[rows + start] = np.where(
            nearest > 0, (nearest - own) / np.where(nearest > 0, nearest, 1.0), 0.0
        )
    return before, margin


def _to_nearest(some: Reals, others: Reals, check: Check) -> Floats:
    middle = np.asarray(others, np.float64).mean(axis=0)
    first, second = (np.asarray(each, np.float64) - middle for each in (some, others))
    found = []
    for start in range(0, len(first), _BLOCK):
        check()
        found.append(np.sqrt(_squares(first[start : start + _BLOCK], second).min(axis=1)))
    return np.concatenate(found)


def _reaches(vectors: Floats, check: Check) -> Floats:
    """Squared distances (n, 3) of each vector to its nearest other, its third and its fifth."""
    wanted = (0, NEAREST_FOR_PRECISION - 1, NEAREST_FOR_DENSITY - 1)
    found = np.empty((len(vectors), 3))
    for start in range(0, len(vectors), _BLOCK):
        check()
        squares = _squares(vectors[start : start + _BLOCK], vectors)
        rows = np.arange(len(squares))
        squares[rows, rows + start] = np.inf
        found[start : start + _BLOCK] = np.partition(squares, wanted, axis=1)[:, wanted]
    return found


def _squares(a: Floats, b: Floats) -> Floats:
    squares = (a * a).sum(1)[:, None] + (b * b).sum(1)[None, :] - 2 * (a @ b.T)
    return np.asarray(np.maximum(squares, 0.0))
