"""The page of the test charts: the figures as a table; under it what the chosen figure was read from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from vaelab.arrays import Pixels
from vaelab.charts.figures import EDGES, ChartFigure
from vaelab.charts.measure import ChartRecord
from vaelab.charts.slanted_edge import EDGES as EDGE_NAMES
from vaelab.gui.models import column_format as shown
from vaelab.gui.results.charts.chart_strip import ChartStrip
from vaelab.gui.results.charts.curve_plot import CurvePlot
from vaelab.gui.results.charts.model import ChartsModel
from vaelab.gui.results.table_view import ResultTable
from vaelab.gui.style import theme
from vaelab.report.chart_table import chart_notes, curves_of


class ChartsTab(QWidget):
    """Figures of the test charts.

    Attributes:
        chart: the chart whose pictures are shown; "" for none.

    Signals:
        chart_chosen: the name of the chart whose pictures are to be shown.
    """

    chart_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ChartsModel(self)
        self.chart = ""
        self._series: Mapping[str, int] = {}
        self.message = self._label("muted")
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setContentsMargins(24, 24, 24, 24)
        self.lead = self._label("muted")
        self.lead.setText(
            self.tr(
                "What came back of the test charts, 512 px and without the marker. They are in no mean and no J. Under a value: its difference from the original's."
            )
        )
        self.notes = self._label("small")
        self.table = ResultTable(lines=2, parent=self)
        self.table.setAccessibleName(self.tr("Figures of the test charts"))
        self.table.setModel(self.model)
        self.table.selectionModel().currentRowChanged.connect(self._moved)
        self.curves = CurvePlot(self)
        self.curves.setMinimumWidth(320)
        self.strip = ChartStrip(self)
        self.area = QScrollArea(self)
        self.area.setWidget(self.strip)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setAccessibleName(self.tr("Charts as they came back"))
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.message)
        self.stack.addWidget(self._page())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self.show_charts(None, {})

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(label, role)
        return label

    def _page(self) -> QWidget:
        below = QWidget(self)
        line = QHBoxLayout(below)
        line.setContentsMargins(12, 8, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.curves, 2)
        line.addWidget(self.area, 3)
        above = QWidget(self)
        box = QVBoxLayout(above)
        box.setContentsMargins(0, 10, 0, 0)
        box.setSpacing(4)
        for label in (self.lead, self.notes):
            label.setContentsMargins(12, 0, 12, 2)
        box.addWidget(self.lead)
        box.addWidget(self.table, 1)
        box.addWidget(self.notes)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(above)
        splitter.addWidget(below)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        return splitter

    def show_charts(self, record: ChartRecord | None, series: Mapping[str, int], problem: str = "") -> None:
        """Show what a run's charts say.

        Args:
            record: of the run; None where it measured none.
            series: VAE to its place in the run.
            problem: why the record cannot be read, in a sentence.
        """
        self._series, self.chart = series, ""
        self.model.show(record, series)
        self.strip.show_pictures("", ())
        if not self.model.rowCount():
            self.message.setText(problem or self._nothing())
            self.stack.setCurrentIndex(0)
            return
        self.notes.setText("\n".join(chart_notes(self.model.record)))
        self.notes.setVisible(bool(self.notes.text()))
        self.table.set_widths({0: 30})
        self.stack.setCurrentIndex(1)
        self.table.setCurrentIndex(self.model.index(0, 0))

    def _nothing(self) -> str:
        return self.tr(
            "No test charts were measured in this run. Switch on “Test charts” in the settings of the run and run it into a new folder."
        )

    def show_pictures(self, chart: str, pictures: Sequence[tuple[str, Pixels]]) -> None:
        """Show how a chart came back, if it is still the one that is wanted."""
        if chart == self.chart:
            self.strip.show_pictures(chart, pictures)

    @Slot()
    def _moved(self) -> None:
        index = self.table.currentIndex()
        if not index.isValid():
            return
        figure = self.model.figure(index.row())
        self._show_curves(figure)
        if figure.chart != self.chart:
            self.chart = figure.chart
            self.chart_chosen.emit(self.chart)

    def _show_curves(self, figure: ChartFigure) -> None:
        edge = next((name for name in EDGE_NAMES if figure.column.name.endswith(f"_{name}")), "")
        self.curves.setVisible(figure.chart == EDGES)
        if figure.chart == EDGES and edge:
            self.curves.show_curves(
                shown.title(figure.column), curves_of(self.model.record, edge), self._series
            )

    def changeEvent(self, event: QEvent) -> None:
        """Draw the curves in another theme's colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "curves"):
            self.curves.update()
