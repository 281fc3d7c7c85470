"""What the plots are drawn from: the rows' columns, who is a row's image and VAE, means with intervals. NumPy alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from vaelab.arrays import Codes, Floats, Mask, Places
from vaelab.gui.models.rows_model import RowsModel
from vaelab.gui.models.summary_model import SummaryModel
from vaelab.metrics.base import Column
from vaelab.results.intervals import intervals
from vaelab.results.records import Row


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean and its 95 % interval, None where one value, or none but equal ones, give none.

    ``final`` tells where the interval is from: the summary of the run, or, while that is not there, Student's t.
    """

    mean: float
    bounds: tuple[float, float] | None
    n: int
    final: bool = False


@dataclass(frozen=True, slots=True)
class PairDifferences:
    """How two VAEs differ, image by image, over the images that both finished.

    Attributes:
        difference: (n,), ascending: a minus b, or of their distances to the ideal where that is what counts.
        a, b: (n,), the rows behind each difference.
        a_better, b_better, equal: on how many images which of them is better, infinite ones counted.
        infinite: differences that cannot be drawn.
        of_distances: whether distances to the ideal were subtracted.
    """

    difference: Floats
    a: Places
    b: Places
    a_better: int
    b_better: int
    equal: int
    infinite: int
    of_distances: bool


def mean_interval(values: Floats) -> Mean | None:
    """Return mean and Student's 95 % interval of finite values: cheap enough for every redraw."""
    if not values.size:
        return None
    return Mean(float(values.mean()), intervals([values], 0)[0], int(values.size))


def running_mean(values: Floats) -> Floats:
    """Return the mean of the first 1, 2, … values."""
    return np.asarray(np.cumsum(values) / np.arange(1, values.size + 1))


class PlotData:
    """Follows the rows as they arrive; every question is answered from NumPy columns."""

    def __init__(self, rows: RowsModel, summary: SummaryModel) -> None:
        self.rows_model, self._summary = rows, summary
        self._source: Sequence[Row] = rows.rows()
        self._forget()

    def _forget(self) -> None:
        self._known = 0
        self._ok = np.zeros(0, dtype=bool)
        self._left_out: frozenset[str] = frozenset()
        self._revision = self.rows_model.revision

    def refresh(self) -> bool:
        """Take in what has come, was excluded or scored anew since the last time; returns whether anything has.

        Images that some VAE has not finished are left out, as in the tables, so that all VAEs are drawn over the same ones.
        """
        rows, excluded = self.rows_model.rows(), self.rows_model.marks.excluded | self._summary.left_out
        changed = False
        if rows is not self._source or len(rows) < self._known:  # the model was cleared
            self._source = rows
            changed = self._known > 0
            self._forget()
        if (
            len(rows) > self._known
            or excluded != self._left_out
            or self._revision != self.rows_model.revision
        ):
            self._known, self._left_out = len(rows), excluded
            self._revision = self.rows_model.revision
            self._ok = ~self.rows_model.failed() & ~self.rows_model.excluded() & self._compared()
            changed = True
        return changed

    def _compared(self) -> Mask:
        """Which rows are of images that the VAEs are compared on; of a VAE that stands apart, all."""
        labels = self.rows_model.vaes()
        known = self._summary.series()
        apart = np.array([label in known and self._summary.is_apart(label) for label in labels], dtype=bool)
        away = self.rows_model.among(self._summary.left_out)
        return ~away | apart[self.rows_model.vae_codes()] if len(labels) else ~away

    @property
    def count(self) -> int:
        """Rows taken in."""
        return self._known

    @property
    def counted(self) -> int:
        """Rows that were measured and count."""
        return int(self._ok.sum())

    @property
    def images(self) -> int:
        """Different images that were measured and are not excluded."""
        return int(np.unique(self._images()[self._ok]).size)

    @property
    def excluded(self) -> int:
        """Images that are left out."""
        return self.rows_model.excluded_images()

    def measured(self) -> Mask:
        """Which rows were measured and are not excluded."""
        return self._ok

    def _images(self) -> Codes:
        return self.rows_model.image_codes()[: self._known]

    def vaes(self) -> tuple[str, ...]:
        """Labels, in the order of the run."""
        return tuple(sorted(self.rows_model.vaes(), key=self.series))

    def series(self, label: str) -> int:
        """The VAE's place in the run, which tells colour and shape; the same as in the tables."""
        found = self._summary.series().get(label)
        return self.rows_model.vaes().index(label) if found is None else found

    def row(self, place: int) -> Row:
        """One row."""
        return self._source[place]

    def number_of(self, key: tuple[str, str]) -> int | None:
        """The number of the row of (image, VAE)."""
        found = self.rows_model.number_of(key)
        return found if found is not None and found < self._known else None

    def values(self, name: str) -> Floats:
        """One metric over all rows, NaN where a row has none, has failed or is excluded."""
        return np.where(self._ok, self.rows_model.values(name)[: self._known], np.nan)

    def places_of(self, label: str) -> Places:
        """The rows of one VAE."""
        vaes = self.rows_model.vaes()
        if label not in vaes:
            return np.zeros(0, dtype=np.intp)
        return np.flatnonzero(self.rows_model.vae_codes()[: self._known] == vaes.index(label))

    def of(self, label: str, name: str) -> tuple[Places, Floats, int]:
        """Return the rows of a VAE that have a finite value, the values, and how many are infinite."""
        places = self.places_of(label)
        values = self.values(name)[places]
        finite = np.isfinite(values)
        return places[finite], values[finite], int(np.isinf(values).sum())

    def mean(self, label: str, name: str, values: Floats) -> Mean | None:
        """Return mean and interval, with that of the summary where it rests on the same images."""
        found = mean_interval(values)
        if found is None or label not in self._summary.series():
            return found
        facts = (self._summary.entry(label).get("metrics") or {}).get(name) or {}
        bounds = facts.get("ci95")
        if bounds and facts.get("n") == found.n and _same(facts.get("mean"), found.mean):
            return Mean(found.mean, (float(bounds[0]), float(bounds[1])), found.n, final=True)
        return found

    def score_of_set(self, label: str) -> Mean | None:
        """Return a VAE's J and its interval as the summary has them; None where it has none."""
        if label not in self._summary.series():
            return None
        entry = self._summary.entry(label)
        if entry.get("J") is None:
            return None
        bounds = entry.get("J_ci95")
        ends = None if not bounds else (float(bounds[0]), float(bounds[1]))
        return Mean(float(entry["J"]), ends, int(entry.get("n") or 0), final=True)

    def paired_mean(self, a: str, b: str, column: Column, pairs: PairDifferences) -> Mean | None:
        """Return the mean difference, with the summary's interval where that rests on the same images."""
        found = mean_interval(pairs.difference)
        sign, item = 1.0, self._summary.comparison(a, b, column.name)
        if item is None:
            sign, item = -1.0, self._summary.comparison(b, a, column.name)
        if found is None or item is None or item["n"] != found.n:
            return found
        mean, bounds = (
            (item.get("mean_distance_difference"), item.get("distance_ci95"))
            if pairs.of_distances
            else (item["mean_difference"], item["ci95"])
        )
        if bounds is None or mean is None or not _same(sign * mean, found.mean):
            return found
        low, high = sorted(sign * float(bound) for bound in bounds)
        return Mean(found.mean, (low, high), found.n, final=True)

    def has(self, name: str) -> bool:
        """Whether any row has a finite value."""
        return bool(np.isfinite(self.values(name)).any())

    def paired(self, a: str, b: str, column: Column) -> PairDifferences:
        """Return the differences of two VAEs on the images that both have."""
        values = self.values(column.name)
        images = self._images()
        side_by_side = np.full((2, len(self.rows_model.images())), -1, dtype=np.intp)
        for line, label in enumerate((a, b)):
            places = self.places_of(label)
            places = places[~np.isnan(values[places])]
            side_by_side[line, images[places]] = places
        first, second = side_by_side[:, (side_by_side >= 0).all(axis=0)]
        x, y = values[first], values[second]
        far_a, far_b = column.distance(x), column.distance(y)
        of_distances = column.better == "ideal"
        if of_distances:
            x, y = far_a, far_b
        with np.errstate(invalid="ignore"):
            difference = np.where(x == y, 0.0, x - y)  # two infinite values do not differ
        finite = np.isfinite(difference)
        order = np.argsort(difference[finite], kind="stable")
        return PairDifferences(
            difference[finite][order],
            first[finite][order],
            second[finite][order],
            int((far_a < far_b).sum()),
            int((far_b < far_a).sum()),
            int((difference == 0).sum()),
            int((~finite).sum()),
            of_distances,
        )


def _same(a: float | None, b: float) -> bool:
    # Another set of as many images has another mean; the same one differs by rounding alone.
    return a is not None and abs(a - b) <= 1e-9 * max(1.0, abs(a), abs(b))


def thinned(places: npt.NDArray[np.integer[Any]], most: int) -> Mask:
    """Return which of many rows to draw: about ``most`` of them, the same ones again when more rows have come.

    A row is in by a hash of its number (Knuth's multiplicative one), so that growing data do not flicker.
    """
    if places.size <= most:
        return np.ones(places.size, dtype=bool)
    hashed = (places.astype(np.uint64) * np.uint64(2654435761)) & np.uint64(0xFFFFFFFF)
    return np.asarray(hashed < np.uint64(int(2**32 * most / places.size)))
