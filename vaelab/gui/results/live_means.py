"""What the rows so far say of each VAE, while the engine's own summary is not there yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from vaelab import score
from vaelab.gui.results.rows_model import RowsModel
from vaelab.records import Row


class LiveMeans:
    """Sums over the rows of a model. Each row is looked at once, so that means cost the same however many there are."""

    def __init__(self, model: RowsModel) -> None:
        """Look at nothing yet."""
        self._model = model
        self._forget()

    def _forget(self) -> None:
        self._source: Sequence[Row] = self._model.rows()
        self._left_out = self._model.marks.excluded
        self._known = 0
        self._sums = np.zeros((0, len(self._model.metrics)))
        self._counts, self._infinite = (np.zeros(self._sums.shape, dtype=np.int64) for _ in range(2))
        self._rows, self._failed = (np.zeros(0, dtype=np.int64) for _ in range(2))

    def entries(self, *, marker: bool) -> dict[str, dict[str, Any]]:
        """Return each VAE's entry, shaped as in the engine's summary but without intervals; excluded images are left out.

        Args:
            marker: whether the run has a marker, whose terms count in J.
        """
        self._take_in()
        return {label: self._entry(code, marker=marker) for code, label in enumerate(self._model.vaes())}

    def _take_in(self) -> None:
        model = self._model
        rows = model.rows()
        cleared = rows is not self._source or len(rows) < self._known
        if cleared or model.marks.excluded != self._left_out:
            self._forget()
        self._make_room(len(model.vaes()))
        fresh = slice(self._known, len(rows))
        table, codes, failed = model.table()[fresh], model.vae_codes()[fresh], model.failed()[fresh]
        counted = ~model.excluded()[fresh]
        for code in np.unique(codes):
            own = (codes == code) & counted
            values = table[own]
            self._sums[code] += np.where(np.isfinite(values), values, 0.0).sum(axis=0)
            self._counts[code] += (~np.isnan(values)).sum(axis=0)
            self._infinite[code] += np.isinf(values).sum(axis=0)
            self._rows[code] += own.sum()
            self._failed[code] += failed[own].sum()
        self._known = len(rows)

    def _make_room(self, vaes: int) -> None:
        more = vaes - len(self._rows)
        if more > 0:
            self._sums, self._counts, self._infinite = (
                np.pad(each, ((0, more), (0, 0))) for each in (self._sums, self._counts, self._infinite)
            )
            self._rows, self._failed = (np.pad(each, (0, more)) for each in (self._rows, self._failed))

    def _entry(self, code: int, *, marker: bool) -> dict[str, Any]:
        metrics: dict[str, dict[str, Any]] = {}
        for place in np.flatnonzero(self._counts[code]):
            n, infinite = int(self._counts[code, place]), int(self._infinite[code, place])
            mean_value = None if infinite else float(self._sums[code, place] / n)
            metrics[self._model.metrics[place].name] = {"mean": mean_value, "n": n, "n_infinite": infinite}
        mean = {name: facts["mean"] for name, facts in metrics.items() if facts["mean"] is not None}
        failed = int(self._failed[code])
        return {
            "images_ok": int(self._rows[code]) - failed,
            "images_failed": failed,
            "metrics": metrics,
            **score.quantities(mean, marker=marker),
        }
