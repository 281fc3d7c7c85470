"""Two runs side by side: per VAE and quantity the difference, and both numbers under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QColor

from vaelab.errors import one_line
from vaelab.gui.models import column_format as shown
from vaelab.gui.models import roles
from vaelab.gui.models.roles import ROOT, Index
from vaelab.gui.models.summary_cells import signed
from vaelab.gui.style import theme
from vaelab.gui.widgets import tips
from vaelab.report.quantities import PUBLISHED, Quantity
from vaelab.report.run.data import RunData, run_names
from vaelab.report.run.merge import merged_labels


class DeltasModel(QAbstractTableModel):
    """A row per VAE that either run has; the difference is this run less the other, over the images that both measured.

    Runs that were not measured alike have grey differences, each over its own images, until :meth:`acknowledge`; who is better
    is then never said.
    """

    def __init__(
        self, run: RunData, other: RunData, merged: RunData | None, parent: QObject | None = None
    ) -> None:
        """Compare two runs.

        Args:
            run: that is shown.
            other: is subtracted from it.
            merged: both as one run; None where they were not measured alike.
            parent: owner.
        """
        super().__init__(parent)
        self._merged = merged
        self._acknowledged = merged is not None
        self.labels: Sequence[str] = tuple(dict.fromkeys([*run.vaes, *other.vaes]))
        called = merged_labels((run, other), run_names((run, other)))
        self._called = [
            labels if merged is not None else dict(zip(data.vaes, data.vaes, strict=True))
            for labels, data in zip(called, (run, other), strict=True)
        ]
        self._vaes = [merged.vaes] * 2 if merged is not None else [run.vaes, other.vaes]
        comparisons = () if merged is None else merged.summary["comparisons"]
        self._compared = {(item["a"], item["b"], item["metric"]): item for item in comparisons}
        self.quantities: Sequence[Quantity] = tuple(
            quantity
            for quantity in PUBLISHED
            if any(quantity.value(vae) is not None for data in (run, other) for vae in data.vaes.values())
        )

    @property
    def acknowledged(self) -> bool:
        """Whether differences count: the runs are alike, or the user said so."""
        return self._acknowledged

    @property
    def decides(self) -> bool:
        """Whether it is said who is better: the runs were measured alike."""
        return self._merged is not None

    def acknowledge(self) -> None:
        """Show the differences as if the runs had been measured alike."""
        self._acknowledged = True
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = ROOT) -> int:
        """VAEs."""
        return 0 if parent.isValid() else len(self.labels)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Label and quantities."""
        return 0 if parent.isValid() else len(self.quantities) + 1

    def values(self, label: str, quantity: Quantity) -> tuple[float | None, float | None]:
        """The numbers of this run and of the other."""
        a, b = (
            None if (name := called.get(label)) is None else quantity.value(vaes[name])
            for called, vaes in zip(self._called, self._vaes, strict=True)
        )
        return a, b

    def delta(self, label: str, quantity: Quantity) -> float | None:
        """This run less the other; None where one of them has no number, or both are infinite."""
        a, b = self.values(label, quantity)
        if a is None or b is None:
            return None
        return 0.0 if a == b else a - b

    def data(self, index: Index, role: int = roles.DISPLAY) -> Any:
        """One cell."""
        label = self.labels[index.row()]
        if index.column() == 0:
            return self._label_cell(label, role)
        quantity = self.quantities[index.column() - 1]
        if role == roles.DISPLAY:
            return self._delta_words(label, quantity)
        if role == roles.NUMBER_ROLE:
            return self.delta(label, quantity)
        if role == roles.UNDER_ROLE:
            a, b = map(shown.compact, self.values(label, quantity))
            return f"{b} → {a}"
        if role == roles.HEAT_ROLE and not self._acknowledged:
            colors = theme.current()
            return QColor(colors.raised), QColor(colors.muted)
        if role in (roles.TOOLTIP, roles.ACCESSIBLE):
            words = self._sentence(label, quantity)
            return tips.plain(words) if role == roles.TOOLTIP else words
        return roles.RIGHT if role == roles.ALIGN else None

    def _delta_words(self, label: str, quantity: Quantity) -> str:
        delta = self.delta(label, quantity)
        if delta is None:
            return "–"
        sign = self._verdict(label, quantity)
        return f"{signed(delta)} {('', '▲', '▼')[sign]}".strip()

    def _verdict(self, label: str, quantity: Quantity) -> int:
        """1 where this run is better, -1 where it is worse, 0 where the test does not decide, or there is none."""
        own, other = (called.get(label, "") for called in self._called)
        item = self._compared.get((own, other, quantity.metric))
        return 0 if item is None else {"a": 1, "b": -1}.get(item["verdict"], 0)

    def _sentence(self, label: str, quantity: Quantity) -> str:
        a, b = self.values(label, quantity)
        words = [
            self.tr("{0} of {1}").format(quantity.column.label, one_line(label)),
            self.tr("this run {0!r}").format(a),
            self.tr("the other {0!r}").format(b),
        ]
        delta = self.delta(label, quantity)
        if delta is not None:
            words.append(self.tr("difference {0}").format(repr(delta)))
        if not self._acknowledged:
            words.append(self.tr("not comparable: the runs were measured differently"))
        elif self._merged is not None and delta is not None:
            verdict = self._verdict(label, quantity)
            words.append((self.tr("not told apart"), self.tr("better"), self.tr("worse"))[verdict])
        return ", ".join(words)

    def _label_cell(self, label: str, role: int) -> Any:
        if role in (roles.DISPLAY, roles.ACCESSIBLE):
            return one_line(label)
        if role == roles.UNDER_ROLE:
            if label not in self._called[1]:
                return self.tr("only in this run")
            return self.tr("only in the other") if label not in self._called[0] else ""
        if role == roles.SERIES_ROLE:
            return self.labels.index(label)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = roles.DISPLAY) -> Any:
        """Names, directions, definitions."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == roles.ALIGN:
            return roles.RIGHT if section else roles.LEFT
        if section == 0:
            return "VAE" if role == roles.DISPLAY else None
        words = {
            roles.DISPLAY: shown.title,
            roles.HINT_ROLE: shown.direction,
            roles.TOOLTIP: shown.help_text,
        }.get(role)
        return None if words is None else words(self.quantities[section - 1].column)
