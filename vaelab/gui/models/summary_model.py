"""The table of VAEs: a row each, from the means so far while a run goes on, from the engine's summary when it has ended."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from vaelab.arrays import Floats
from vaelab.errors import one_line
from vaelab.gui.models import column_format as shown
from vaelab.gui.models import roles, summary_cells
from vaelab.gui.models.baseline_comparison import Versus, versus
from vaelab.gui.models.cell_colors import DistanceRange, Scales
from vaelab.gui.models.roles import ROOT, Index
from vaelab.gui.models.summary_columns import Entry, quantities
from vaelab.gui.widgets import tips
from vaelab.metrics.base import Column
from vaelab.report.palette import style_of
from vaelab.report.quantities import Quantity, standing
from vaelab.report.summary_table import SummaryLine, marked, places_of
from vaelab.report.words.numbers import MISSING
from vaelab.results.summary import EXCLUDED


class SummaryModel(QAbstractTableModel):
    """A row per VAE, best J first."""

    def __init__(self, metrics: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.quantities = quantities(metrics)
        self._entries: dict[str, Entry] = {}
        self._order: list[str] = []
        self._series: dict[str, int] = {}
        self._places: dict[str, tuple[int | None, str]] = {}
        self._compared: Sequence[Entry] = ()
        self._comparisons: dict[tuple[str, str, str], Entry] = {}
        self._baseline = ""
        self._marks: dict[tuple[str, int], int] = {}
        self._scales = Scales()
        self.excluded = 0
        self.left_out: frozenset[str] = frozenset()
        self._sort = (0, False)

    # Content

    def clear(self) -> None:
        """Forget everything."""
        self.show({})

    def show(self, summary: Mapping[str, Any]) -> None:
        """Show the VAEs of a summary: the engine's, or that of the rows so far."""
        entries: Mapping[str, Entry] = summary.get("vaes") or {}
        comparisons: Sequence[Entry] = summary.get("comparisons") or ()
        self.excluded = len(summary.get(EXCLUDED) or ())
        common = summary.get("common") or {}
        self.left_out = frozenset((*(common.get("left_out") or ()), *(common.get("copies") or ())))
        self._places = places_of(summary)
        self._compared = comparisons
        self._comparisons = {(item["a"], item["b"], item["metric"]): item for item in comparisons}
        same = set(entries) == set(self._entries)
        if not same:
            self.beginResetModel()
        self._series = {label: place for place, label in enumerate(entries)}
        self._entries = dict(entries)
        if not same:
            self._order = list(entries)
            self._arrange()
            self.endResetModel()
        else:
            self._rearrange()

    def set_baseline(self, label: str) -> None:
        """Show differences to one VAE under the values; an empty label shows intervals."""
        self._baseline = label
        self._changed()

    def set_heat(self, on: bool) -> None:
        """Colour the cells by their values, or no longer."""
        self._scales.on = on
        self._changed()

    @property
    def baseline(self) -> str:
        """The VAE that others are compared with; empty for none."""
        return self._baseline

    def labels(self) -> list[str]:
        """Labels as shown, from the top."""
        return list(self._order)

    def entry(self, label: str) -> Entry:
        """A VAE's entry."""
        return self._entries[label]

    def series(self) -> Mapping[str, int]:
        """Label to its place in the run, which tells its colour."""
        return self._series

    def is_apart(self, label: str) -> bool:
        """Whether a VAE is not compared with the others."""
        return bool(self._entries[label].get("apart"))

    def place(self, label: str) -> str:
        """Rank and letters as reports show them: ``1 a``; an en dash where nothing was decided."""
        style = style_of(self._series[label])
        return SummaryLine(label, self._entries[label], style, *self._places.get(label, (None, ""))).place

    # Order and marks

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort: best first, or worst first; VAEs without a value stay last."""
        self._sort = (max(column - 1, -1), order == Qt.SortOrder.DescendingOrder)
        self._rearrange()

    @property
    def sorted_by(self) -> tuple[int, bool]:
        """The column that the order follows, and whether worst first."""
        place, worst_first = self._sort
        return place + 1, worst_first

    def _rearrange(self) -> None:
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        labels = [self._order[index.row()] for index in held]
        self._arrange()
        self.changePersistentIndexList(
            held,
            [
                self.index(self._order.index(label), index.column())
                for index, label in zip(held, labels, strict=True)
            ],
        )
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        place, worst_first = self._sort
        if place < 0:
            self._order = sorted(self._entries, key=str.casefold, reverse=worst_first)
        else:
            quantity = self.quantities[place]

            def key(label: str) -> tuple[bool, bool, float, int]:
                bad = self.far(label, quantity)
                missing = math.isnan(bad)
                far = 0.0 if missing else (-bad if worst_first else bad)
                # What is not compared stands below what is.
                return self.is_apart(label), missing, far, self._series[label]

            self._order = sorted(self._entries, key=key)
        self._mark()

    def far(self, label: str, quantity: Quantity) -> float:
        """How far a VAE is from what is wanted in a quantity; NaN where it cannot be said."""
        entry = self._entries[label]
        far = standing(entry, quantity)
        value = quantity.value(entry) if far is None else far
        if value is None:
            return math.nan
        return value if far is not None else float(quantity.column.distance(value))

    def _mark(self) -> None:
        lines = [
            SummaryLine(label, entry, style_of(self._series[label])) for label, entry in self._entries.items()
        ]
        table = marked(lines, self.quantities, self._compared)
        labels = list(self._entries)
        place = {quantity.column.name: number for number, quantity in enumerate(self.quantities)}
        self._marks = {(labels[index], place[name]): mark for (index, name), mark in table.marks.items()}
        self._scales.forget()

    def _changed(self) -> None:
        if self._order:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, self.columnCount() - 1))

    def mark(self, label: str, place: int) -> int:
        """1 for the best in a quantity, 2 for the second best, else 0."""
        return self._marks.get((label, place), 0)

    def versus(self, label: str, quantity: Quantity) -> Versus | None:
        """How a VAE compares with the baseline; None for itself, and where nothing is known."""
        if self._baseline not in self._entries or label == self._baseline:
            return None
        found = versus(self._comparisons, label, self._baseline, quantity.metric)
        if found is None or not quantity.of_set:
            return found
        # What is shown is made of means over the set; the engine's difference is of the images' own values.
        a, b = (quantity.value(self._entries[each]) for each in (label, self._baseline))
        return replace(found, difference=None if a is None or b is None else a - b, interval=None)

    def comparison(self, a: str, b: str, metric: str) -> Entry | None:
        """What the engine says of two VAEs in one metric, a before b as the run has them; None before it has."""
        return self._comparisons.get((a, b, metric))

    def scale(self, place: int) -> DistanceRange | None:
        """What the colours of a quantity stand for; None where they are off or nothing differs."""
        quantity = self.quantities[place]

        def values() -> Floats:
            compared = [label for label in self._entries if not self.is_apart(label)]
            return np.array([self.far(label, quantity) for label in compared], dtype=np.float64)

        return self._scales.of(place, quantity.column, values)

    # What Qt asks

    @property
    def profile_column(self) -> int:
        """Number of the column of words."""
        return len(self.quantities) + 1

    @property
    def count_column(self) -> int:
        """Number of the column that says of how many images the means are made."""
        return len(self.quantities) + 2

    def rowCount(self, parent: Index = ROOT) -> int:
        """VAEs."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Label, quantities, profile, and how many images they are made of."""
        return 0 if parent.isValid() else len(self.quantities) + 3

    def data(self, index: Index, role: int = roles.DISPLAY) -> Any:
        """One cell."""
        label, column = self._order[index.row()], index.column()
        if column == 0:
            return self._label_cell(label, role)
        if column == self.profile_column:
            return summary_cells.profile_cell(self._entries[label], role)
        if column == self.count_column:
            return summary_cells.count_cell(self._entries[label], self.excluded, role)
        place = column - 1
        quantity = self.quantities[place]
        value = quantity.value(self._entries[label])
        if role == roles.DISPLAY:
            return summary_cells.cell(self._entries[label], quantity)
        if role == roles.NUMBER_ROLE:
            return value
        if role == roles.HEAT_ROLE:
            scale = self.scale(place)
            apart = self.is_apart(label)
            return (
                None if scale is None or value is None or apart else scale.colors(self.far(label, quantity))
            )
        if role == roles.MARK_ROLE:
            return self.mark(label, place)
        if role == roles.UNDER_ROLE:
            compared = self._baseline in self._entries
            found = self.versus(label, quantity)
            return summary_cells.under(self._entries[label], quantity, found, compared=compared)
        if role == roles.ALIGN:
            return roles.RIGHT
        if role == roles.TOOLTIP:
            found = self.versus(label, quantity)
            return tips.plain(summary_cells.tooltip(self._entries[label], quantity, self._baseline, found))
        if role == roles.ACCESSIBLE:
            return self._accessible(label, place)
        return None

    def _accessible(self, label: str, place: int) -> str:
        quantity, compared = self.quantities[place], [each for each in self._order if not self.is_apart(each)]
        far = (
            {each: self.far(each, quantity) for each in compared} if quantity.column.better != "none" else {}
        )
        own = None if quantity.value(self._entries[label]) is None else far.get(label)
        others = [each for each in far.values() if not math.isnan(each)]
        return summary_cells.accessible(self._entries[label], quantity, self.mark(label, place), own, others)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = roles.DISPLAY) -> Any:
        """Names, directions, definitions."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == roles.ALIGN:
            return roles.LEFT if section in (0, self.profile_column) else roles.RIGHT
        if section in (0, self.profile_column, self.count_column):
            words = {
                (0, roles.DISPLAY): "VAE",
                (self.profile_column, roles.DISPLAY): self.tr("Profile"),
                (self.profile_column, roles.HINT_ROLE): self.tr("in words"),
                (self.profile_column, roles.TOOLTIP): self.tr(
                    "Each quality in a word; the tooltip of a cell has the thresholds."
                ),
                (self.count_column, roles.DISPLAY): "n",
                (self.count_column, roles.HINT_ROLE): self.tr("images"),
                (self.count_column, roles.TOOLTIP): self.tr(
                    "Images that the means are made of: those that all VAEs have finished."
                ),
            }
            return words.get((section, role))
        words_of = {
            roles.DISPLAY: shown.title,
            roles.HINT_ROLE: shown.direction,
            roles.TOOLTIP: shown.help_text,
        }.get(role)
        return None if words_of is None else words_of(self.quantities[section - 1].column)

    def _label_cell(self, label: str, role: int) -> Any:
        entry = self._entries[label]
        if role in (roles.DISPLAY, roles.ACCESSIBLE):
            return one_line(label)
        if role == roles.SERIES_ROLE:
            return self._series[label]
        if role == roles.UNDER_ROLE:
            rank = self.place(label)
            parts = ("" if rank == MISSING else rank, entry.get("family"), entry.get("precision"))
            return " · ".join(one_line(str(part)) for part in parts if part)
        if role == roles.TOOLTIP:
            apart = [self.tr("not compared: {0}").format(entry["apart"])] if entry.get("apart") else []
            return tips.plain("\n".join(map(one_line, (label, *apart, *map(str, entry.get("notes") or ())))))
        return None
