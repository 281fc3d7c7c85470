"""The figures of the test charts as a table: a line a figure, the original's value and each VAE's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from vaelab.charts.figures import ChartFigure
from vaelab.charts.measure import ChartReading, ChartRecord
from vaelab.errors import one_line
from vaelab.gui.models import column_format as shown
from vaelab.gui.models import roles
from vaelab.gui.models.roles import ROOT, Index
from vaelab.gui.widgets import tips
from vaelab.report.chart_table import chart_lines

_EMPTY = ChartRecord(ChartReading(), {}, {})


class ChartsModel(QAbstractTableModel):
    """Figures by VAE.

    Attributes:
        record: what is shown.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.record = _EMPTY
        self._figures: list[ChartFigure] = []
        self._labels: list[str] = []

    def show(self, record: ChartRecord | None, series: Mapping[str, int]) -> None:
        """Show a run's charts, or nothing.

        Args:
            record: what they say.
            series: VAE to its place in the run; others are left out.
        """
        self.beginResetModel()
        record = record or _EMPTY
        kept = {label: record.vaes[label] for label in series if label in record.vaes}
        self.record = ChartRecord(record.original, kept, record.charts)
        self._figures = [line.figure for line in chart_lines(self.record)]
        self._labels = list(kept)
        self.endResetModel()

    def figure(self, row: int) -> ChartFigure:
        """The figure of a line."""
        return self._figures[row]

    def rowCount(self, parent: Index = ROOT) -> int:
        """Figures."""
        return 0 if parent.isValid() else len(self._figures)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Name, original, VAEs."""
        return 0 if parent.isValid() else 2 + len(self._labels)

    def _reading(self, column: int) -> ChartReading:
        return self.record.original if column == 1 else self.record.vaes[self._labels[column - 2]]

    def data(self, index: Index, role: int = roles.DISPLAY) -> Any:
        """One cell."""
        figure = self._figures[index.row()].column
        if index.column() == 0:
            if role in (roles.DISPLAY, roles.ACCESSIBLE):
                return shown.title(figure)
            if role == roles.UNDER_ROLE:
                return "" if shown.direction(figure) == "·" else shown.direction(figure)
            return tips.plain(shown.help_text(figure)) if role == roles.TOOLTIP else None
        value = self._reading(index.column()).values.get(figure.name)
        if role == roles.DISPLAY:
            return shown.number(value, figure.digits)
        if role == roles.UNDER_ROLE:
            return self._change(index)
        if role == roles.NUMBER_ROLE:
            return value
        if role in (roles.TOOLTIP, roles.ACCESSIBLE):
            words = self._sentence(index)
            return tips.plain(words) if role == roles.TOOLTIP else words
        return roles.RIGHT if role == roles.ALIGN else None

    def _change(self, index: Index) -> str:
        """How far a VAE's value is from the original's, where neither way is better in itself."""
        figure = self._figures[index.row()].column
        value = self._reading(index.column()).values.get(figure.name)
        original = self.record.original.values.get(figure.name)
        if index.column() == 1 or value is None or original is None or figure.better != "none":
            return ""
        return shown.number(value - original, figure.digits, signed=True)

    def _sentence(self, index: Index) -> str:
        figure = self._figures[index.row()].column
        reading = self._reading(index.column())
        who = self.tr("the original") if index.column() == 1 else one_line(self._labels[index.column() - 2])
        value = reading.values.get(figure.name)
        if value is None:
            return self.tr("{0} of {1}: {2}").format(
                shown.title(figure), who, reading.reasons.get(figure.name, self.tr("not measured"))
            )
        words = self.tr("{0} of {1}: {2}").format(shown.title(figure), who, repr(value))
        change = self._change(index)
        return self.tr("{0}; {1} from the original").format(words, change) if change else words

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = roles.DISPLAY) -> Any:
        """What stands in a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == roles.ALIGN:
            return roles.RIGHT if section else roles.LEFT
        if role == roles.DISPLAY:
            if section < 2:
                return (self.tr("Figure"), self.tr("Original"))[section]
            return one_line(self._labels[section - 2])
        return None
