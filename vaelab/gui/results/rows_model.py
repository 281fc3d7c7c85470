"""The table of images: rows that stream in, kept as NumPy columns and shown through one array of indices.

No proxy model: sorting 100 000 rows is one argsort, filtering is one mask.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vaelab.gui.results import columns as shown
from vaelab.metrics.base import Column
from vaelab.records import Row

Index = QModelIndex | QPersistentModelIndex
Mask = npt.NDArray[np.bool_]
Order = npt.NDArray[np.int32]
LEADING = ("number", "image", "vae", "status")
NUMBER_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The cell's raw number, None where there is none."""
HINT_ROLE = int(Qt.ItemDataRole.UserRole) + 2
"""Of a header: the muted second line."""

_ROOT = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class RowsModel(QAbstractTableModel):
    """All rows of a run; what is visible, and in which order, is ``order``."""

    def __init__(self, metrics: Sequence[Column], parent: QObject | None = None) -> None:
        """Be empty.

        Args:
            metrics: the columns after the leading ones, in CSV order.
            parent: owner.
        """
        super().__init__(parent)
        self.metrics = tuple(metrics)
        self._place = {column.name: place for place, column in enumerate(self.metrics)}
        self._digits = [shown.digits(column) for column in self.metrics]
        self._signed = [column.better == "ideal" and column.ideal == 0.0 for column in self.metrics]
        self._sort: tuple[int, bool, bool] | None = None
        self._filter: Callable[[RowsModel], Mask] | None = None
        self._stale = False
        self.flagged: set[str] = set()
        self._empty()

    def _empty(self) -> None:
        self._rows: list[Row] = []
        self._values = np.full((0, len(self.metrics)), np.nan)
        self._order: Order = np.empty(0, dtype=np.int32)
        self._where: dict[tuple[str, str], int] = {}
        self._vae_codes: dict[str, int] = {}
        self._codes = np.empty(0, dtype=np.int32)
        self._failed = np.empty(0, dtype=np.bool_)

    # What the rest of the window asks

    def rows(self) -> Sequence[Row]:
        """All rows, in the order they came."""
        return self._rows

    def row_at(self, place: int) -> Row:
        """The row in a visible line."""
        return self._rows[self._order[place]]

    def place_of(self, key: tuple[str, str]) -> int:
        """The visible line of (image, vae), or -1."""
        where = self._where.get(key)
        if where is None:
            return -1
        found = np.flatnonzero(self._order == where)
        return int(found[0]) if found.size else -1

    def row_of(self, key: tuple[str, str]) -> Row | None:
        """The row of (image, vae), visible or not."""
        where = self._where.get(key)
        return None if where is None else self._rows[where]

    def values(self, name: str) -> shown.Floats:
        """One metric over all rows, NaN where there is none."""
        return self._values[: len(self._rows), self._place[name]]

    def table(self) -> shown.Floats:
        """All metrics over all rows, (rows, metrics), NaN where there is none."""
        return self._values[: len(self._rows)]

    def failed(self) -> Mask:
        """Which rows failed."""
        return self._failed[: len(self._rows)]

    def vae_codes(self) -> npt.NDArray[np.int32]:
        """Which VAE each row is of, as its place in :meth:`vaes`."""
        return self._codes[: len(self._rows)]

    def vaes(self) -> tuple[str, ...]:
        """Labels, in the order they came."""
        return tuple(self._vae_codes)

    def column_of(self, name: str) -> int:
        """The column number of a metric or a leading column."""
        return LEADING.index(name) if name in LEADING else len(LEADING) + self._place[name]

    # Growing

    def clear(self) -> None:
        """Forget all rows."""
        self.beginResetModel()
        self._empty()
        self.flagged.clear()
        self._stale = False
        self.endResetModel()

    def append(self, rows: Sequence[Row]) -> None:
        """Add rows at the end of what is visible; they move to their sorted place with the next :meth:`settle`."""
        rows = [row for row in rows if row.key not in self._where]
        if not rows:
            return
        first = len(self._rows)
        last = first + len(rows)
        if last > len(self._values):
            room = max(1024, 2 * len(self._values), last)
            grown = np.full((room, len(self.metrics)), np.nan)
            grown[:first] = self._values[:first]
            self._values = grown
            codes = np.zeros(room, dtype=np.int32)
            codes[:first] = self._codes[:first]
            self._codes = codes
            failed = np.zeros(room, dtype=np.bool_)
            failed[:first] = self._failed[:first]
            self._failed = failed
        for where, row in enumerate(rows, first):
            for name, value in row.values.items():
                place = self._place.get(name)
                if place is not None and value is not None:
                    self._values[where, place] = value
            self._codes[where] = self._vae_codes.setdefault(row.vae, len(self._vae_codes))
            self._failed[where] = row.status == "failed"
            self._where[row.key] = where
        fresh = np.arange(first, last, dtype=np.int32)
        self._rows.extend(rows)
        if self._filter is not None:
            fresh = fresh[self._filter(self)[first:last]]
        self._stale = self._stale or (self._sort is not None and bool(fresh.size))
        if not fresh.size:
            return
        start = len(self._order)
        self.beginInsertRows(_ROOT, start, start + len(fresh) - 1)
        self._order = np.concatenate([self._order, fresh])
        self.endInsertRows()

    def toggle_flag(self, image: str) -> None:
        """Flag an image, or take its flag away."""
        self.flagged ^= {image}
        if len(self._order):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, len(LEADING) - 1))

    def settle(self) -> None:
        """Move rows that came since to their sorted places."""
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

    def set_filter(self, keep: Callable[[RowsModel], Mask] | None) -> None:
        """Show only the rows for which ``keep(self)`` is True."""
        self._filter = keep
        self._rearrange()

    def _rearrange(self) -> None:
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        where = [self._order[index.row()] for index in held]
        visible = np.arange(len(self._rows), dtype=np.int32)
        if self._filter is not None:
            visible = visible[self._filter(self)]
        if self._sort is not None:
            visible = visible[self._arranged(visible, *self._sort)]
        self._order = visible
        self._stale = False
        back = np.full(len(self._rows), -1, dtype=np.int32)
        back[visible] = np.arange(len(visible), dtype=np.int32)
        moved = [
            self.index(int(back[place]), index.column()) if back[place] >= 0 else QModelIndex()
            for index, place in zip(held, where, strict=True)
        ]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _arranged(
        self, visible: Order, column: int, descending: bool, by_distance: bool
    ) -> npt.NDArray[np.intp]:
        if column < len(LEADING):
            return self._arranged_by_words(visible, LEADING[column], descending)
        metric = self.metrics[column - len(LEADING)]
        keys = self._values[visible, column - len(LEADING)]
        if by_distance:
            keys = shown.badness(metric, keys)
        # NaN sorts last of itself; turning the sign keeps it there and keeps equal rows in their order.
        return np.argsort(-keys if descending else keys, kind="stable")

    def _arranged_by_words(self, visible: Order, name: str, descending: bool) -> npt.NDArray[np.intp]:
        if name == "number":
            keys = visible.astype(np.int64)
        else:
            field = {"image": "image", "vae": "vae", "status": "status"}[name]
            words = [getattr(self._rows[place], field) for place in visible]
            ranks = {word: rank for rank, word in enumerate(sorted(set(words), key=str.casefold))}
            keys = np.array([ranks[word] for word in words], dtype=np.int64)
        return np.argsort(-keys if descending else keys, kind="stable")

    # What Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Visible rows."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Leading columns and metrics."""
        return 0 if parent.isValid() else len(LEADING) + len(self.metrics)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """One cell; kept to a lookup, since views ask thousands of times."""
        column = index.column()
        where = self._order[index.row()]
        if role == _DISPLAY:
            return self.text(index.row(), column)
        if role == _ALIGN:
            return _RIGHT if self.is_right(column) else _LEFT
        if role == NUMBER_ROLE:
            if column < len(LEADING):
                return None
            value = self._values[where, column - len(LEADING)]
            return None if np.isnan(value) else float(value)
        if role == _TOOLTIP:
            return self._tooltip(int(where), column)
        if role == _ACCESSIBLE:
            return self._accessible(int(where), column)
        return None

    def text(self, line: int, column: int) -> str:
        """The words of one cell."""
        where = self._order[line]
        place = column - len(LEADING)
        if place < 0:
            return self._leading(int(where), column)
        return shown.number(
            float(self._values[where, place]), self._digits[place], signed=self._signed[place]
        )

    @staticmethod
    def is_right(column: int) -> bool:
        """Whether a column's words stand on the right."""
        return column >= len(LEADING) or column == 0

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Names of the columns, their direction as a second line, their definition as the tooltip."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if section < len(LEADING):
            if role == _DISPLAY:
                return ("#", self.tr("Image"), "VAE", self.tr("State"))[section]
            return _LEFT if role == _ALIGN and section else (_RIGHT if role == _ALIGN else None)
        column = self.metrics[section - len(LEADING)]
        if role == _DISPLAY:
            return shown.title(column)
        if role == HINT_ROLE:
            return shown.direction(column)
        if role == _TOOLTIP:
            return shown.help_text(column)
        return _RIGHT if role == _ALIGN else None

    def _leading(self, where: int, column: int) -> str:
        row = self._rows[where]
        if column == 0:
            return str(where + 1)
        if column == 1:
            return row.image
        if column == 2:
            return row.vae
        if row.status == "failed":
            return self.tr("⚠ failed")
        if row.image in self.flagged:
            return self.tr("⚑ flagged")
        return self.tr("ⓘ note") if row.note else self.tr("ok")

    def _tooltip(self, where: int, column: int) -> str | None:
        row = self._rows[where]
        if column < len(LEADING):
            return row.image if column == 1 else row.note or None
        metric = self.metrics[column - len(LEADING)]
        value = row.values.get(metric.name)
        if value is None:
            reason = next((part for part in row.note.split("; ") if metric.name in part), row.note)
            return reason or self.tr("not available")
        return f"{metric.name} = {value!r} {metric.unit}".strip()

    def _accessible(self, where: int, column: int) -> str:
        if column < len(LEADING):
            return self._leading(where, column)
        metric = self.metrics[column - len(LEADING)]
        value = self._rows[where].values.get(metric.name)
        text = self.tr("not available") if value is None else shown.shown(metric, value)
        return f"{metric.label} {text}, {shown.direction_words(metric)}"
