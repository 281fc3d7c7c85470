"""A run's rows as NumPy columns that grow by doubling: what the tables, the filters and the plots compute with. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from vaelab.results.records import Row

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.int32]

_LEAST_ROOM = 1024


class RowTable:
    """Rows in the order they came, each (image, VAE) once.

    Attributes:
        rows: all of them.
        where: (image, VAE) to the row's place.
        vaes, images: label or name to its code, in the order they came.
    """

    def __init__(self, names: Sequence[str]) -> None:
        """Be empty; ``names`` are the metrics, in the order of the columns."""
        self._place = {name: place for place, name in enumerate(names)}
        self.rows: list[Row] = []
        self.where: dict[tuple[str, str], int] = {}
        self.vaes: dict[str, int] = {}
        self.images: dict[str, int] = {}
        self._values = np.full((0, len(self._place)), np.nan)
        self._vae = np.empty(0, dtype=np.int32)
        self._image = np.empty(0, dtype=np.int32)
        self._failed = np.empty(0, dtype=np.bool_)

    def __len__(self) -> int:
        return len(self.rows)

    def add(self, rows: Iterable[Row]) -> range:
        """Take in the rows that are not here yet; returns the places that they got."""
        fresh = list({row.key: row for row in reversed(list(rows)) if row.key not in self.where}.values())[
            ::-1
        ]
        places = range(len(self.rows), len(self.rows) + len(fresh))
        self._make_room(places.stop)
        for place, row in zip(places, fresh, strict=True):
            for name, value in row.values.items():
                column = self._place.get(name)
                if column is not None and value is not None:
                    self._values[place, column] = value
            self._vae[place] = self.vaes.setdefault(row.vae, len(self.vaes))
            self._image[place] = self.images.setdefault(row.image, len(self.images))
            self._failed[place] = row.status == "failed"
            self.where[row.key] = place
        self.rows.extend(fresh)
        return places

    def rescore(self, rows: Sequence[Row]) -> None:
        """Put the same rows in place of those that are here, with other scores."""
        self.rows[:] = rows
        place = self._place.get("score")
        if place is not None:
            found = (row.values.get("score") for row in rows)
            self._values[: len(rows), place] = [np.nan if value is None else value for value in found]

    def _make_room(self, need: int) -> None:
        have = len(self._values)
        if need <= have:
            return
        room = max(_LEAST_ROOM, 2 * have, need)
        values = np.full((room, len(self._place)), np.nan)
        values[:have] = self._values
        self._values = values
        # What lies beyond the rows is never looked at.
        self._vae, self._image = np.resize(self._vae, room), np.resize(self._image, room)
        self._failed = np.resize(self._failed, room)

    def values(self) -> Floats:
        """All metrics over all rows, (rows, metrics), NaN where there is none."""
        return self._values[: len(self.rows)]

    def column(self, name: str) -> Floats:
        """One metric over all rows, NaN where there is none."""
        return self._values[: len(self.rows), self._place[name]]

    def vae_codes(self) -> Codes:
        """Which VAE each row is of, as its place in ``vaes``."""
        return self._vae[: len(self.rows)]

    def image_codes(self) -> Codes:
        """Which image each row is of, as its place in ``images``."""
        return self._image[: len(self.rows)]

    def failed(self) -> Mask:
        """Which rows failed."""
        return self._failed[: len(self.rows)]

    def among(self, images: Iterable[str]) -> Mask:
        """Which of ``images`` (by code) are among these names."""
        found = np.zeros(len(self.images), dtype=np.bool_)
        found[[self.images[name] for name in images if name in self.images]] = True
        return found
