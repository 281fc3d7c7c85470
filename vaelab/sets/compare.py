"""Two sets' statistics in, the entries of ``summary.json`` out: every value with n, its interval and its floor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from vaelab.arrays import Float32, Floats
from vaelab.results.intervals import intervals, wilson
from vaelab.sets.frechet import frechet, jackknife_interval
from vaelab.sets.inception_score import inception_score
from vaelab.sets.kernel import cmmd, kernel_distance
from vaelab.sets.neighbours import (
    NEAREST_FOR_DENSITY,
    Neighbourhood,
    data_copying_z,
    neighbourhood,
    retrieval,
)
from vaelab.sets.statistics import FOLDS, SetStatistics
from vaelab.sets.table import FeatureSpec

FEWEST = NEAREST_FOR_DENSITY + 1
"""Pictures of each set below which there are no neighbours to speak of."""
FEWEST_FOR_INTERVAL = 10 * FOLDS
"""Pictures of each set below which the distance has no interval: a fold would be a picture or two."""
FEWEST_IN_A_HALF = 2

Check = Callable[[], None]
Entry = dict[str, Any]


class Reference:
    """The real set, with what is computed of it once, whatever is compared with it."""

    def __init__(self, spec: FeatureSpec, statistics: SetStatistics, check: Check) -> None:
        """Take the real set and compare its two halves.

        Args:
            spec: the network.
            statistics: of the real pictures.
            check: called between the parts of the work; may raise to stop.
        """
        self.spec, self.statistics, self.check = spec, statistics, check
        # Beside a codec that keeps all cores busy, a second BLAS thread waits for its turn at every product.
        with threadpool_limits(1, user_api="blas"):
            self.floors = self._floors()

    def _floors(self) -> dict[str, float]:
        """Every measure between the two halves of the real set."""
        even, odd = self.statistics.halves
        if min(even.moments.count, odd.moments.count) < FEWEST_IN_A_HALF:
            return {}
        found = {self.spec.distance: frechet(even, odd).value}
        found[self.spec.paired_distance] = found[self.spec.distance]
        first, second = self.statistics.vectors[0::2], self.statistics.vectors[1::2]
        found[self.spec.kernel] = self._kernel(first, second)[0]
        if min(len(first), len(second)) >= FEWEST:
            near = neighbourhood(first, second, self.check)
            found |= {key: float(values.mean()) for key, values in _shares(self.spec, near).items()}
        return found

    def compare(
        self, other: SetStatistics, *, paired: bool, held_out: SetStatistics | None = None
    ) -> tuple[dict[str, Entry], Neighbourhood | None]:
        """Return what is to be said of another set, by key, and who its pictures' neighbours are; None for too few.

        Args:
            other: the set.
            paired: whether it is reconstructions of the real pictures: nothing is said of novelty then, for they are meant to
                be copies.
            held_out: real pictures that nobody was trained on.
        """
        with threadpool_limits(1, user_api="blas"):
            return self._compare(other, paired=paired, held_out=held_out)

    def _compare(
        self, other: SetStatistics, *, paired: bool, held_out: SetStatistics | None
    ) -> tuple[dict[str, Entry], Neighbourhood | None]:
        spec, real = self.spec, self.statistics
        entries: dict[str, Entry] = {}
        distance = frechet(real.gaussian, other.gaussian)
        n = min(real.count, other.count)
        key = spec.paired_distance if paired else spec.distance
        entries[key] = self._entry(key, distance.value, n) | {
            "n_real": real.count,
            "ci95": self._interval(other),
            "means": distance.means,
            "trace_real": distance.trace_real,
            "trace_other": distance.trace_other,
            "rank": min(real.gaussian.rank, other.gaussian.rank),
            "width": len(real.gaussian.moments.mean),
        }
        kept = min(len(real.vectors), len(other.vectors))
        value, spread = self._kernel(real.vectors, other.vectors)
        entries[spec.kernel] = self._entry(spec.kernel, value, kept) | {"std": spread}
        if other.classes:
            score, parts = inception_score(list(other.classes))
            own = inception_score(list(real.classes))[0] if real.classes else None
            entries["inception_score"] = {"value": score, "std": parts, "real": own, "n": other.count}
        if kept < FEWEST:
            return entries, None
        near = neighbourhood(real.vectors, other.vectors, self.check)
        for name, values in _shares(spec, near).items():
            if paired and name.startswith("authenticity"):
                continue
            entries[name] = self._entry(name, float(values.mean()), len(values)) | {
                "ci95": _mean_interval(values)
            }
        if paired and spec.finds and len(real.vectors) == len(other.vectors):
            entries |= _retrieval(*retrieval(real.vectors, other.vectors, self.check))
        if paired and spec.compares_pairs and len(real.vectors) == len(other.vectors):
            cosines = _cosines(real.vectors, other.vectors)
            found_mean = _mean_interval(cosines)
            entries[f"{spec.name}_similarity"] = {
                "value": float(cosines.mean()),
                "n": len(cosines),
                "ci95": found_mean,
            }
        if held_out is not None and len(held_out.vectors) and not paired:
            name = f"data_copying_z_{spec.name}"
            z = data_copying_z(real.vectors, held_out.vectors, other.vectors, self.check)
            entries[name] = {"value": z, "n": len(other.vectors), "n_held_out": len(held_out.vectors)}
        return entries, near

    def _entry(self, key: str, value: float, n: int) -> Entry:
        return {"value": value, "floor": self.floors.get(key), "n": n}

    def _kernel(self, real: Floats | Any, other: Floats | Any) -> tuple[float, float | None]:
        if self.spec.kernel == "cmmd":
            self.check()
            return cmmd(real, other), None
        return kernel_distance(real, other, self.check)

    def _interval(self, other: SetStatistics) -> list[float] | None:
        real = self.statistics
        if len(real.folds) != FOLDS or min(real.count, other.count) < FEWEST_FOR_INTERVAL:
            return None
        found = jackknife_interval(real.folds, other.folds, self.check)
        return None if found is None else list(found)


def _shares(spec: FeatureSpec, near: Neighbourhood) -> dict[str, Floats]:
    return {
        f"precision_{spec.name}": near.realistic,
        f"recall_{spec.name}": near.found,
        f"density_{spec.name}": near.dense,
        f"coverage_{spec.name}": near.covered,
        f"authenticity_{spec.name}": near.authentic,
    }


def _cosines(first: Float32, second: Float32) -> Floats:
    a, b = (np.asarray(each, np.float64) for each in (first, second))
    lengths = np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1)
    return np.asarray((a * b).sum(1) / np.maximum(lengths, np.finfo(np.float64).tiny))


def _retrieval(before: Floats, margin: Floats) -> dict[str, Entry]:
    """Recall among 1 and 5, whose floor is what guessing finds, and the margin."""
    n = len(before)
    found: dict[str, Entry] = {}
    for most in (1, 5):
        hits = float((before < most).sum())
        bounds = list(wilson(hits, n))
        found[f"retrieval_at_{most}"] = {
            "value": hits / n,
            "floor": min(1.0, most / n),
            "n": n,
            "ci95": bounds,
        }
    found["retrieval_margin"] = {"value": float(margin.mean()), "n": n, "ci95": _mean_interval(margin)}
    return found


def _mean_interval(values: Floats) -> list[float]:
    """The 95 % interval over the pictures of this set, the other one as it is: Wilson's of a share, else the bootstrap's.

    A share is near 0 or 1 where it matters, and a bootstrap of ones alone has no width.
    """
    if set(np.unique(values)) <= {0.0, 1.0}:
        return list(wilson(float(values.sum()), len(values)))
    (found,) = intervals([values])
    return list(found) if found is not None else []
