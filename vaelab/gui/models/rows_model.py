"""The table of images: rows that stream in, shown through one array of indices over NumPy columns.

No proxy model: sorting 100 000 rows is one argsort, filtering is one mask.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QModelIndex, QObject, Qt, Signal, Slot

from vaelab.arrays import Array, Codes, Floats, Mask
from vaelab.gui.models import column_format as shown
from vaelab.gui.models import roles, row_cells
from vaelab.gui.models.cell_colors import DistanceRange, Scales
from vaelab.gui.models.roles import ROOT, Index
from vaelab.gui.models.row_columns import LEADING, LEADING_COLUMNS
from vaelab.gui.models.rows_base import RowsBase
from vaelab.gui.models.user_marks import Marked
from vaelab.gui.widgets import tips
from vaelab.metrics.base import Column
from vaelab.results.records import Row


class RowsModel(RowsBase):
    """All rows of a run; what is visible, and in which order, is one array of places.

    Attributes:
        metrics: the columns after the leading ones.
        marks: what the user said of images.

    Signals:
        grown: rows have come, whether the filter shows them or not.
    """

    grown = Signal()

    def __init__(self, metrics: Sequence[Column], parent: QObject | None = None) -> None:
        """Hold no rows yet.

        Args:
            metrics: the columns after the leading ones, in CSV order.
            parent: owner.
        """
        super().__init__(metrics, parent)
        self._sort: tuple[int, bool, bool] | None = None
        self._filter: Callable[[RowsModel], Mask] | None = None
        self._settling = self._stale = False
        self._scales = Scales()
        self.marks.changed.connect(self._show_marks)

    # Growing and marking

    def clear(self) -> None:
        """Forget all rows, and what was marked."""
        self.beginResetModel()
        self._empty()
        self._stale = False
        self.endResetModel()
        self.marks.show(Marked())

    def append(self, rows: Sequence[Row]) -> None:
        """Add rows at the end of what is visible; they move to their sorted place with the next :meth:`settle`."""
        places = self._table.add(rows)
        if not places:
            return
        self._take_marks()
        fresh = np.arange(places.start, places.stop, dtype=np.int32)
        if self._filter is not None:
            fresh = fresh[self._filter(self)[places.start :]]
        self._stale = self._stale or self._settling or (self._sort is not None and bool(fresh.size))
        if fresh.size:
            start = len(self._order)
            self.beginInsertRows(ROOT, start, start + len(fresh) - 1)
            self._order = np.concatenate([self._order, fresh])
            self.endInsertRows()
        self.grown.emit()

    def rescore(self, scores: Floats) -> None:
        """Show the same rows with scores by other weights of J, in the order that follows.

        Args:
            scores: (rows,) float64, NaN where a row has none.
        """
        if np.array_equal(scores, self.values("score"), equal_nan=True):
            return
        self._table.replace_column("score", scores)
        self.revision += 1
        self._scales.forget()
        self._rearrange()
        if len(self._order):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, self.columnCount() - 1))

    def toggle_flag(self, image: str) -> None:
        """Flag an image, or take its flag away; can be undone."""
        self.marks.toggle_flag(image)

    def toggle_excluded(self, image: str) -> None:
        """Exclude an image from all means, for every VAE, or take it in again; can be undone."""
        self.marks.toggle_excluded(image)

    def _take_marks(self) -> None:
        self._scales.forget()
        self._excluded = self._table.among("image", self.marks.excluded)
        self._flagged = self._table.among("image", self.marks.flagged)

    @Slot()
    def _show_marks(self) -> None:
        self._take_marks()
        if self._settling:
            self._rearrange()
        if len(self._order):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, self.columnCount() - 1))

    def settle(self) -> None:
        """Move rows that came since to their sorted places, and let go of those that no longer pass the filter."""
        if self._stale:
            self._rearrange()

    # Sorting and filtering

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by raw value, as Qt's header asks; see :meth:`sort_by`."""
        self.sort_by(column, descending=order == Qt.SortOrder.DescendingOrder)

    def sort_by(self, column: int, *, descending: bool = False, by_distance: bool = False) -> None:
        """Sort by a column; rows without a value stay last in both directions.

        Args:
            column: number of the column, or -1 for the order the rows came in.
            descending: largest, or worst, first.
            by_distance: by how bad a value is (distance to the ideal) instead of by the value itself.
        """
        self._sort = (column, descending, by_distance) if column >= 0 else None
        self._rearrange()

    def set_filter(self, keep: Callable[[RowsModel], Mask] | None, *, settling: bool = False) -> None:
        """Show only the rows for which ``keep(self)`` is True.

        Args:
            keep: asked for all rows at once.
            settling: whether a row's answer may change when others come or marks change, as that of the ten worst.
        """
        self._filter, self._settling = keep, settling and keep is not None
        self._rearrange()

    def _rearrange(self) -> None:
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        where = [self._order[index.row()] for index in held]
        visible = np.arange(len(self._table), dtype=np.int32)
        if self._filter is not None:
            visible = visible[self._filter(self)]
        if self._sort is not None:
            column, descending, by_distance = self._sort
            keys = self._keys(visible, column, by_distance=by_distance)
            # NaN sorts last of itself; turning the sign keeps it there and keeps equal rows in their order.
            visible = visible[np.argsort(-keys if descending else keys, kind="stable")]
        self._order = visible
        self._stale = False
        back = np.full(len(self._table), -1, dtype=np.int32)
        back[visible] = np.arange(len(visible), dtype=np.int32)
        moved = [
            self.index(int(back[place]), index.column()) if back[place] >= 0 else QModelIndex()
            for index, place in zip(held, where, strict=True)
        ]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _keys(self, visible: Codes, column: int, *, by_distance: bool) -> Array:
        if column < len(LEADING):
            return LEADING_COLUMNS[column].keys(self)[visible]
        metric = self.metrics[column - len(LEADING)]
        keys = self.values(metric.name)[visible]
        return metric.distance(keys) if by_distance else keys

    # What Qt asks

    def rowCount(self, parent: Index = ROOT) -> int:
        """Visible rows."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Leading columns and metrics."""
        return 0 if parent.isValid() else len(LEADING) + len(self.metrics)

    def data(self, index: Index, role: int = roles.DISPLAY) -> Any:
        """One cell; kept to a lookup, since views ask thousands of times."""
        column = index.column()
        if role == roles.DISPLAY:
            return self.text(index.row(), column)
        if role == roles.ALIGN:
            return roles.RIGHT if self.is_right(column) else roles.LEFT
        if role == roles.NUMBER_ROLE:
            value = self.number(index.row(), column)
            return None if np.isnan(value) else value
        if role == roles.TOOLTIP:
            return tips.plain(row_cells.tooltip(self, index.row(), column))
        if role == roles.ACCESSIBLE:
            return row_cells.accessible(self, index.row(), column)
        return None

    def column_of(self, name: str) -> int:
        """The column number of a metric or a leading column."""
        return LEADING.index(name) if name in LEADING else len(LEADING) + self._place[name]

    def number(self, line: int, column: int) -> float:
        """The number of one cell, NaN where there is none."""
        place = column - len(LEADING)
        return float(self.values(self.metrics[place].name)[self._order[line]]) if place >= 0 else float("nan")

    def text(self, line: int, column: int) -> str:
        """The words of one cell."""
        where = self._order[line]
        place = column - len(LEADING)
        if place < 0:
            return LEADING_COLUMNS[column].text(self, int(where))
        value = float(self.values(self.metrics[place].name)[where])
        return shown.number(value, self._digits[place], signed=self._signed[place])

    def set_heat(self, on: bool) -> None:
        """Colour the cells by their values, or no longer."""
        self._scales.on = on
        self._show_marks()

    def scale(self, column: int) -> DistanceRange | None:
        """What the colours of a column stand for; None while they are off, and where nothing differs."""
        place = column - len(LEADING)
        if place < 0:
            return None
        metric = self.metrics[place]
        return self._scales.of(
            column, metric, lambda: metric.distance(self.values(metric.name)[~self.excluded()])
        )

    def far(self, line: int, column: int) -> float:
        """How far the number of a cell is from what is wanted; NaN where there is none."""
        return float(self.metrics[column - len(LEADING)].distance(self.number(line, column)))

    @staticmethod
    def is_right(column: int) -> bool:
        """Whether a column's words stand on the right."""
        return column >= len(LEADING) or LEADING_COLUMNS[column].right

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = roles.DISPLAY) -> Any:
        """Names of the columns, their direction as a second line, their definition as the tooltip."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == roles.ALIGN:
            return roles.RIGHT if self.is_right(section) else roles.LEFT
        if section < len(LEADING):
            return self.tr(LEADING_COLUMNS[section].title) if role == roles.DISPLAY else None
        words = {
            roles.DISPLAY: shown.title,
            roles.HINT_ROLE: shown.direction,
            roles.TOOLTIP: shown.help_text,
        }.get(role)
        return None if words is None else words(self.metrics[section - len(LEADING)])
