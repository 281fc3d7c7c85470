"""What the rows so far say of each VAE, while the engine's own summary is not there yet: over the images all have finished."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np

from vaelab.gui.models.rows_model import RowsModel
from vaelab.results import score
from vaelab.results.records import Row

_CONTENT, _MARKED = score.needed_columns(marker=False), score.needed_columns(marker=True)


class LiveMeans:
    """Sums over the common images of a run that goes on. Each image is added once, when all VAEs have had their turn.

    Attributes:
        waiting: names of images that some VAE has finished and that do not count yet, or never will.
    """

    def __init__(self, model: RowsModel) -> None:
        self._model = model
        self._forget(())

    def _forget(self, labels: Sequence[str]) -> None:
        model = self._model
        self._source: Sequence[Row] = model.rows()
        self._left_out = model.marks.excluded
        self._labels = tuple(labels)
        self._known = 0
        self._rows: dict[str, dict[str, int]] = {}
        self._seen: set[str] = set()
        self.waiting: set[str] = set()
        shape = len(self._labels), len(model.metrics)
        self._sums = np.zeros(shape)
        self._counts, self._infinite = (np.zeros(shape, dtype=np.int64) for _ in range(2))
        self._ok: Counter[str] = Counter()
        self._failed: Counter[str] = Counter()
        self._n = 0
        # J is of the images that have all its columns, with the marker's or without.
        self._of_j = {marker: np.zeros(shape) for marker in (False, True)}
        self._n_of_j, self._tested = (dict.fromkeys((False, True), 0) for _ in range(2))
        place = {column.name: number for number, column in enumerate(model.metrics)}
        # Without them an image has no score of its own.
        self._ratios = [place[name] for name in ("gradient_ratio", "color_ratio")]
        self._marker_size, self._roomless = place["marker_size"], 0
        self._needed = {
            marker: [place[name] for name in names] if all(name in place for name in names) else None
            for marker, names in ((False, _CONTENT), (True, _MARKED))
        }

    def summary(
        self,
        labels: Sequence[str],
        facts: Mapping[str, Mapping[str, Any]],
        weights: Mapping[str, float],
        *,
        marker: bool,
        broken: Collection[str] = (),
    ) -> dict[str, Any]:
        """Return a summary of the rows so far, shaped as the engine's of a run that goes on.

        Args:
            labels: the VAEs of the run, in order.
            facts: what is known of each: ``family``, ``precision``, ``baseline``, ``notes``.
            weights: λ of J by term.
            marker: whether the run has a marker.
            broken: labels of the VAEs that have failed for good: nobody waits for them.
        """
        compared = [label for label in labels if label not in broken]
        far_behind = self._far_behind(compared)
        self._take_in([label for label in compared if label not in far_behind])
        used = marker and self._n_of_j[True] > 0 and 2 * self._n_of_j[True] >= self._n_of_j[False]
        vaes = {
            label: {**facts.get(label, {}), **self._entry(label, weights, marker=used)} for label in labels
        }
        order = sorted(
            (label for label in vaes if vaes[label]["J"] is not None), key=lambda label: vaes[label]["J"]
        )
        return {
            "state": "running",
            "weights": dict(weights),
            "vaes": vaes,
            "comparisons": [],
            "ranking": [
                {
                    "vae": label,
                    "baseline": bool(vaes[label].get("baseline")),
                    "J": vaes[label]["J"],
                    "rank": None,
                    "letters": "",
                    "letters_with_baselines": "",
                }
                for label in order
            ],
            "common": {
                "n": self._n,
                "copies": [],
                "left_out": sorted(self.waiting),
                "needed": None,
                "J": {
                    "n": self._n_of_j[used],
                    "tested": self._tested[used],
                    "marker": used,
                    "marker_left_out": self._why_without() if marker and not used else "",
                },
            },
        }

    def _why_without(self) -> str:
        """Why J is without the marker's terms: most images have no room for it, or some VAE lacks its columns."""
        if not self._n_of_j[False]:
            return ""
        return "room" if 2 * self._roomless > self._n_of_j[False] else "missing"

    def _far_behind(self, labels: Sequence[str]) -> list[str]:
        """The VAEs that finished fewer than half of the images that others finished, of those that all have tried."""
        if not self._model.failed().any():
            return []
        excluded = self._model.marks.excluded
        bits = {label: 1 << place for place, label in enumerate(labels)}
        everyone = sum(bits.values())
        tried: dict[str, int] = {}
        done: dict[str, int] = {}
        rows = self._model.rows()
        for (image, vae), failed in zip(rows.row_keys(), rows.failed().tolist(), strict=True):
            bit = bits.get(vae, 0)
            if bit and image not in excluded:
                tried[image] = tried.get(image, 0) | bit
                if not failed:
                    done[image] = done.get(image, 0) | bit
        known = np.array([done.get(image, 0) for image, bit in tried.items() if bit == everyone], np.int64)
        found = []
        for label, bit in bits.items():
            others = (known & ~bit) != 0
            if 2 * int(((known & bit) != 0)[others].sum()) < int(others.sum()):
                found.append(label)
        return found

    def _take_in(self, labels: Sequence[str]) -> None:
        model = self._model
        rows = model.rows()
        cleared = rows is not self._source or len(rows) < self._known
        if cleared or model.marks.excluded != self._left_out or tuple(labels) != self._labels:
            self._forget(labels)
        fresh = rows[self._known :]
        for place, ((image, vae), failed) in enumerate(
            zip(fresh.row_keys(), fresh.failed().tolist(), strict=True), self._known
        ):
            if image in self._left_out:
                continue
            (self._failed if failed else self._ok)[vae] += 1
            if vae in self._labels:
                of_image = self._rows.setdefault(image, {})
                of_image[vae] = place
                if not failed:
                    self.waiting.add(image)
                if len(of_image) == len(self._labels):
                    self._finish(image, self._rows.pop(image))
        self._known = len(rows)

    def _finish(self, image: str, places: Mapping[str, int]) -> None:
        """Add an image that all VAEs have had their turn on, if all finished it and its content is new."""
        rows = self._model.rows()
        own = [places[label] for label in self._labels]
        if rows.failed()[own].any():
            return
        self.waiting.discard(image)
        digest = rows[next(iter(places.values()))].image_sha256
        if digest and digest in self._seen:
            return
        self._seen.add(digest)
        values = rows.numbers(own, [metric.name for metric in self._model.metrics])
        finite = np.isfinite(values)
        self._sums += np.where(finite, values, 0.0)
        self._counts += ~np.isnan(values)
        self._infinite += np.isinf(values)
        self._n += 1
        self._roomless += int(not finite[:, self._marker_size].any())
        for marker, needed in self._needed.items():
            if needed is not None and finite[:, needed].all():
                self._of_j[marker] += np.where(finite, values, 0.0)
                self._n_of_j[marker] += 1
                self._tested[marker] += int(finite[:, self._ratios].all())

    def _entry(self, label: str, weights: Mapping[str, float], *, marker: bool) -> dict[str, Any]:
        counted = {"images_ok": self._ok[label], "images_failed": self._failed[label]}
        if label not in self._labels:
            nothing = score.quantities({}, marker=marker)
            return {
                **counted,
                "n": 0,
                "apart": "it failed on most images",
                "metrics": {},
                **nothing,
                "J": None,
            }
        code = self._labels.index(label)
        metrics: dict[str, dict[str, Any]] = {}
        for place in np.flatnonzero(self._counts[code]):
            n, infinite = int(self._counts[code, place]), int(self._infinite[code, place])
            mean = float(self._sums[code, place] / (n - infinite)) if n > infinite else None
            metrics[self._model.metrics[place].name] = {"mean": mean, "n": n, "n_infinite": infinite}
        n_of_j = self._n_of_j[marker]
        of_j = (
            {
                column.name: float(self._of_j[marker][code, place] / n_of_j)
                for place, column in enumerate(self._model.metrics)
                if column.name in (_MARKED if marker else _CONTENT)
            }
            if n_of_j
            else {}
        )
        found = score.quantities(of_j, marker=marker)
        terms = found["J_terms"]
        return {
            **counted,
            "n": self._n,
            "apart": None,
            "metrics": metrics,
            **found,
            "J": None if terms is None else float(score.weigh(terms, weights)),
        }
