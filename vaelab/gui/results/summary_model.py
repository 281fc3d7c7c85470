"""The table of VAEs: a row each, from the means so far while a run goes on, from the engine's summary when it has ended."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from vaelab import score
from vaelab.gui.results import columns as shown
from vaelab.gui.results.rows_model import HINT_ROLE, NUMBER_ROLE, Index, RowsModel
from vaelab.metrics.base import Column
from vaelab.report.palette import style_of
from vaelab.report.table import PUBLISHED, Line, Quantity, distance, marked, of_metric
from vaelab.settings import WEIGHT_NAMES

MARK_ROLE = int(Qt.ItemDataRole.UserRole) + 3
"""1 for the best value of its column, 2 for the second best, 0 otherwise."""
UNDER_ROLE = int(Qt.ItemDataRole.UserRole) + 4
"""The muted second line of a cell: interval, or difference to the baseline."""
SERIES_ROLE = int(Qt.ItemDataRole.UserRole) + 5
"""Of the label's cell: the VAE's place, which tells its colour."""

_ROOT = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

Entry = Mapping[str, Any]


def quantities(columns: Sequence[Column]) -> tuple[Quantity, ...]:
    """Return the columns of the summary: the published ones first, then the mean of every other metric."""
    covered = {"score", *(item.metric for item in PUBLISHED)}
    hidden = {"marker_x", "marker_y", "marker_size"}
    return PUBLISHED + tuple(
        of_metric(column, column.name)
        for column in columns
        if column.name not in covered and column.name not in hidden and not column.name.endswith("_original")
    )


DEFAULT_QUANTITIES = tuple(item.column.name for item in PUBLISHED)


def live_entry(model: RowsModel, label: str, *, marker: bool) -> dict[str, Any]:
    """Return what the rows so far say of one VAE, shaped like its entry in the engine's summary, without intervals."""
    own = np.flatnonzero(model.vae_codes() == model.vaes().index(label))
    table = model.table()[own]
    known = ~np.isnan(table)
    counts = known.sum(axis=0)
    infinite = np.isinf(table).sum(axis=0)
    with np.errstate(invalid="ignore"):
        sums = np.where(known, table, 0.0).sum(axis=0)
    metrics: dict[str, dict[str, Any]] = {}
    for place in np.flatnonzero(counts):
        mean_value = None if infinite[place] else float(sums[place] / counts[place])
        facts = {"mean": mean_value, "n": int(counts[place]), "n_infinite": int(infinite[place])}
        metrics[model.metrics[place].name] = facts
    mean = {name: facts["mean"] for name, facts in metrics.items() if facts["mean"] is not None}
    failed = int(model.failed()[own].sum())
    return {
        "images_ok": len(own) - failed,
        "images_failed": failed,
        "metrics": metrics,
        **score.quantities(mean, marker=marker),
    }


class SummaryModel(QAbstractTableModel):
    """A row per VAE, best J first; J follows the weights at once."""

    def __init__(self, metrics: Sequence[Column], parent: QObject | None = None) -> None:
        """Be empty."""
        super().__init__(parent)
        self.quantities = quantities(metrics)
        self._entries: dict[str, Entry] = {}
        self._order: list[str] = []
        self._series: dict[str, int] = {}
        self._weights: dict[str, float] = dict.fromkeys(WEIGHT_NAMES, 1.0)
        self._run_weights = dict(self._weights)
        self._comparisons: dict[tuple[str, str, str], Entry] = {}
        self._ties: dict[str, set[frozenset[str]]] = {}
        self._baseline = ""
        self._marks: dict[tuple[str, int], int] = {}
        self._sort = (0, False)

    # Content

    def clear(self) -> None:
        """Forget everything but the weights."""
        self.show({}, ())

    def show(
        self,
        entries: Mapping[str, Entry],
        comparisons: Sequence[Entry],
        weights: Mapping[str, float] | None = None,
    ) -> None:
        """Show VAEs.

        Args:
            entries: label to its entry of the summary, or to one from :func:`live_entry`.
            comparisons: the summary's, none while the run goes on.
            weights: what the engine's J and its interval were computed with.
        """
        if weights is not None:
            self._run_weights = dict(weights)
        self._comparisons = {(item["a"], item["b"], item["metric"]): item for item in comparisons}
        self._ties = {}
        for item in comparisons:
            if item["verdict"] == "tie" and (item["metric"] != "J" or self._weights == self._run_weights):
                self._ties.setdefault(item["metric"], set()).add(frozenset((item["a"], item["b"])))
        same = set(entries) == set(self._entries)
        if not same:
            self.beginResetModel()
        self._series = {label: place for place, label in enumerate(entries)}
        self._entries = {label: self._weighed(entry) for label, entry in entries.items()}
        if not same:
            self._order = list(entries)
            self._arrange()
            self.endResetModel()
        else:
            self._rearrange()

    def set_weights(self, weights: Mapping[str, float]) -> None:
        """Weigh J anew and rank by it."""
        self._weights = dict(weights)
        if self._weights != self._run_weights:
            self._ties.pop("J", None)
        self._entries = {label: self._weighed(entry) for label, entry in self._entries.items()}
        self._rearrange()

    def set_baseline(self, label: str) -> None:
        """Show differences to one VAE under the values; an empty label shows intervals."""
        self._baseline = label
        self._changed()

    @property
    def weights(self) -> Mapping[str, float]:
        """The weights of J in force."""
        return self._weights

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

    def _weighed(self, entry: Entry) -> Entry:
        parts = entry.get("J_terms")
        return {**entry, "J": None if not parts else float(score.score(parts, self._weights))}

    # Order and marks

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort: best first, or worst first; VAEs without a value stay last."""
        self._sort = (max(column - 1, -1), order == Qt.SortOrder.DescendingOrder)
        self._rearrange()

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

            def key(label: str) -> tuple[bool, float, int]:
                bad = self._badness(quantity, label)
                missing = math.isnan(bad)
                return missing, 0.0 if missing else (-bad if worst_first else bad), self._series[label]

            self._order = sorted(self._entries, key=key)
        self._mark()

    def _badness(self, quantity: Quantity, label: str) -> float:
        value = quantity.value(self._entries[label])
        bad = distance(quantity.column, value)
        return math.nan if value is None else value if bad is None else bad

    def _mark(self) -> None:
        lines = [Line(label, entry, style_of(self._series[label])) for label, entry in self._entries.items()]
        table = marked(lines, self.quantities, self._ties)
        labels = list(self._entries)
        place = {quantity.column.name: number for number, quantity in enumerate(self.quantities)}
        self._marks = {(labels[index], place[name]): mark for (index, name), mark in table.marks.items()}

    def _changed(self) -> None:
        if self._order:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, self.columnCount() - 1))

    # What Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        """VAEs."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Label, quantities, and how many images they are made of."""
        return 0 if parent.isValid() else len(self.quantities) + 2

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """One cell."""
        label = self._order[index.row()]
        entry = self._entries[label]
        if index.column() == 0:
            return self._label_cell(label, role)
        if index.column() == self.columnCount() - 1:
            if role == _DISPLAY:
                return str(entry["images_ok"])
            if role == UNDER_ROLE:
                failed = entry["images_failed"]
                return self.tr("{0} failed").format(failed) if failed else ""
            return _RIGHT if role == int(Qt.ItemDataRole.TextAlignmentRole) else None
        place = index.column() - 1
        quantity = self.quantities[place]
        value = quantity.value(entry)
        if role == _DISPLAY:
            return shown.shown(quantity.column, value)
        if role == NUMBER_ROLE:
            return value
        if role == MARK_ROLE:
            return self._marks.get((label, place), 0)
        if role == UNDER_ROLE:
            return self._under(label, quantity)
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            return _RIGHT
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return self._tooltip(label, quantity)
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            mark = ("", self.tr(", best"), self.tr(", second best"))[self._marks.get((label, place), 0)]
            words = shown.direction_words(quantity.column)
            return f"{quantity.column.label} {shown.shown(quantity.column, value)}, {words}{mark}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Names, directions, definitions."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if section in (0, self.columnCount() - 1):
            if role == _DISPLAY:
                return "VAE" if section == 0 else "n"
            if role == HINT_ROLE and section:
                return self.tr("images")
            if role == int(Qt.ItemDataRole.ToolTipRole) and section:
                return self.tr("Images that this VAE's means are made of.")
            return (_RIGHT if section else _LEFT) if role == int(Qt.ItemDataRole.TextAlignmentRole) else None
        column = self.quantities[section - 1].column
        if role == _DISPLAY:
            return shown.title(column)
        if role == HINT_ROLE:
            return shown.direction(column)
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return shown.help_text(column)
        return _RIGHT if role == int(Qt.ItemDataRole.TextAlignmentRole) else None

    def _label_cell(self, label: str, role: int) -> Any:
        entry = self._entries[label]
        if role in (_DISPLAY, int(Qt.ItemDataRole.AccessibleTextRole)):
            return label
        if role == SERIES_ROLE:
            return self._series[label]
        if role == UNDER_ROLE:
            return " · ".join(str(part) for part in (entry.get("family"), entry.get("precision")) if part)
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return "\n".join([label, *(str(note) for note in entry.get("notes") or ())])
        return None

    def _under(self, label: str, quantity: Quantity) -> str:
        if self._baseline and self._baseline in self._entries:
            return "" if label == self._baseline else self._difference(label, quantity)
        bounds = self._interval(label, quantity)
        if not bounds:
            return ""
        return "± " + shown.number((bounds[1] - bounds[0]) / 2, shown.digits(quantity.column))

    def _interval(self, label: str, quantity: Quantity) -> Sequence[float] | None:
        if quantity.metric == "J" and self._weights != self._run_weights:
            return None  # it belongs to the weights of the run
        return quantity.bounds(self._entries[label])

    def _difference(self, label: str, quantity: Quantity) -> str:
        sign, item = 1.0, self._comparisons.get((label, self._baseline, quantity.metric))
        if item is None:
            sign, item = -1.0, self._comparisons.get((self._baseline, label, quantity.metric))
        if item is None or item["mean_difference"] is None:
            return ""
        if quantity.metric == "J" and self._weights != self._run_weights:
            return ""
        text = shown.number(sign * item["mean_difference"], shown.digits(quantity.column), signed=True)
        wins = {"a": item["a"], "b": item["b"]}.get(item["verdict"])
        mark = "≈" if item["verdict"] == "tie" else "" if wins is None else "▲" if wins == label else "▼"
        return f"{text} {mark}".strip()

    def _tooltip(self, label: str, quantity: Quantity) -> str:
        value = quantity.value(self._entries[label])
        lines = [f"{quantity.column.label} = {'–' if value is None else repr(value)}"]
        bounds = self._interval(label, quantity)
        if bounds:
            lines.append(self.tr("95 % interval of the mean: {0:.4g} to {1:.4g}").format(*bounds))
        facts = self._entries[label]["metrics"].get(quantity.metric)
        if facts:
            lines.append(self.tr("over {0} images").format(facts["n"]))
        if self._baseline and label != self._baseline:
            lines.append(self.tr("▲ better, ▼ worse, ≈ not distinguishable from {0}").format(self._baseline))
        return "\n".join(lines)
