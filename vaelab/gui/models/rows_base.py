"""What is asked of the rows of a run, whoever shows them and in whatever order."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QObject

from vaelab.arrays import Codes, Floats, Mask
from vaelab.gui.models.user_marks import Marks
from vaelab.metrics.base import Column
from vaelab.results.records import Row
from vaelab.results.row_table import RowTable


class RowsBase(QAbstractTableModel):
    """Rows, what was marked of their images, and the order in which they are visible; the table itself is its subclass.

    Attributes:
        metrics: the columns after the leading ones.
        marks: what the user said of images.
        revision: grows when the scores of rows change that were here before.
    """

    def __init__(self, metrics: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.metrics = tuple(metrics)
        self._place = {column.name: place for place, column in enumerate(self.metrics)}
        self._digits = [column.digits for column in self.metrics]
        self._signed = [column.better == "ideal" and column.ideal == 0.0 for column in self.metrics]
        self.marks = Marks(self)
        self.revision = 0
        self._empty()

    def _empty(self) -> None:
        self._table = RowTable([column.name for column in self.metrics])
        self._order: Codes = np.empty(0, dtype=np.int32)
        self._excluded = self._flagged = np.empty(0, dtype=np.bool_)

    # What the rest of the window asks

    def rows(self) -> RowTable:
        """All rows, in the order they came; another table once these are cleared."""
        return self._table

    def row_at(self, place: int) -> Row:
        """The row in a visible line."""
        return self._table[self.where(place)]

    def place_of(self, key: tuple[str, str]) -> int:
        """The visible line of (image, vae), or -1."""
        where = self.number_of(key)
        if where is None:
            return -1
        found = np.flatnonzero(self._order == where)
        return int(found[0]) if found.size else -1

    def number_of(self, key: tuple[str, str]) -> int | None:
        """The place of (image, vae) among all rows."""
        return self._table.place_of(*key)

    def row_of(self, key: tuple[str, str]) -> Row | None:
        """The row of (image, vae), visible or not."""
        where = self.number_of(key)
        return None if where is None else self._table[where]

    def values(self, name: str) -> Floats:
        """One metric over all rows, NaN where there is none."""
        return self._table.column(name)

    def failed(self) -> Mask:
        """Which rows failed."""
        return self._table.failed()

    def excluded(self) -> Mask:
        """Which rows are of excluded images."""
        return self._excluded

    def among(self, images: Collection[str]) -> Mask:
        """Which rows are of these images."""
        return self._table.among("image", images)

    def excluded_images(self) -> int:
        """How many images of the run are excluded."""
        return len(np.unique(self.image_codes()[self._excluded]))

    def flagged(self) -> Mask:
        """Which rows are of flagged images."""
        return self._flagged

    def vae_codes(self) -> Codes:
        """Which VAE each row is of, as its place in :meth:`vaes`."""
        return self._table.codes("vae")

    def image_codes(self) -> Codes:
        """Which image each row is of, as its place in :meth:`images`."""
        return self._table.codes("image")

    def vaes(self) -> tuple[str, ...]:
        """Labels, in the order they came."""
        return tuple(self._table.words["vae"].list)

    def images(self) -> tuple[str, ...]:
        """Names, in the order they came."""
        return tuple(self._table.words["image"].list)

    def where(self, line: int) -> int:
        """The place of a visible line's row among all rows."""
        return int(self._order[line])

    def is_excluded(self, line: int) -> bool:
        """Whether a visible line is of an excluded image."""
        return bool(self._excluded[self._order[line]])
