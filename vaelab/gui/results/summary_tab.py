"""The table of VAEs, the sentence above it, and the weights of J under it."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vaelab.errors import one_line
from vaelab.gui.models.summary_columns import DEFAULT_QUANTITIES
from vaelab.gui.models.summary_model import SummaryModel
from vaelab.gui.results.heat_legend import HeatLegend, heat_switch
from vaelab.gui.results.table_view import ResultTable
from vaelab.gui.results.weights_bar import WeightsBar
from vaelab.gui.style import theme
from vaelab.gui.widgets import tips
from vaelab.gui.widgets.flow_layout import FlowLayout


class SummaryTab(QWidget):
    """A row per VAE.

    Signals:
        vae_chosen: label of the VAE that the user moved to.
        weights_changed: the weights of J, name to number.
        excluded_wanted: the images that are left out are to be seen.
    """

    vae_chosen = Signal(str)
    weights_changed = Signal(object)
    excluded_wanted = Signal()

    def __init__(self, model: SummaryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.headline = QLabel(self)
        self.headline.setWordWrap(True)
        self.headline.setTextFormat(Qt.TextFormat.RichText)
        self.basis = QLabel(self)
        self.basis.setWordWrap(True)
        self.basis.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self.basis, "muted")
        self.excluded = QPushButton(self)
        theme.set_role(self.excluded, "quiet")
        self.excluded.setToolTip(self.tr("Show the excluded images"))
        self.excluded.clicked.connect(self.excluded_wanted)
        self.excluded.hide()
        self.heat = heat_switch(self)
        self.heat.toggled.connect(self._color)
        self.heat_legend = HeatLegend(self)
        self.baseline = QComboBox(self)
        self.baseline.setAccessibleName(self.tr("Difference to"))
        label = QLabel(self.tr("Difference to"), self)
        label.setBuddy(self.baseline)
        theme.set_role(label, "muted")
        self.baseline.currentIndexChanged.connect(self._choose_baseline)
        bar = FlowLayout(spacing=8)
        around = QVBoxLayout()
        around.setContentsMargins(12, 0, 12, 4)
        around.addLayout(bar)
        against = QWidget(self)
        together = QHBoxLayout(against)
        together.setContentsMargins(0, 0, 0, 0)
        together.setSpacing(8)
        together.addWidget(label)
        together.addWidget(self.baseline)
        words = QVBoxLayout()
        words.setContentsMargins(12, 10, 12, 0)
        words.setSpacing(2)
        words.addWidget(self.headline)
        words.addWidget(self.basis)
        for widget in (against, self.heat, self.excluded):
            bar.addWidget(widget)
        self.table = ResultTable(lines=2, parent=self)
        self.table.setAccessibleName(self.tr("Summary"))
        self.table.setModel(model)
        names = [item.column.name for item in model.quantities]
        wanted = [
            0,
            *(names.index(name) + 1 for name in DEFAULT_QUANTITIES if name in names),
            model.profile_column,
            model.count_column,
        ]
        self.table.show_columns(wanted)
        self.table.set_widths({0: 20, model.profile_column: 36, model.count_column: 10})
        self.table.header_clicked.connect(self._sort)
        self.table.selectionModel().currentRowChanged.connect(self._moved)
        # The model outlives a window: its order and baseline are those that the window before has shown.
        self._sorted = model.sorted_by
        self._show_arrow()
        self._details: dict[str, str] = {}
        self.details = QLabel(self)
        self.details.setWordWrap(True)
        self.details.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self.details, "muted")
        self.judges = QLabel(self)
        self.judges.setWordWrap(True)
        self.judges.setTextFormat(Qt.TextFormat.RichText)
        self.judges.hide()
        self.legend = QLabel(self)
        theme.set_role(self.legend, "small")
        self.legend.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(words)
        layout.addLayout(around)
        layout.addWidget(self.heat_legend)
        layout.addWidget(self.table, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 2, 12, 2)
        foot.setSpacing(2)
        foot.addWidget(self.judges)
        foot.addWidget(self.details)
        foot.addWidget(self.legend)
        layout.addLayout(foot)
        self.weights_bar = WeightsBar(self)
        self.weights, self.reset = self.weights_bar.spins, self.weights_bar.reset
        self.weights_bar.changed.connect(self.weights_changed)
        layout.addWidget(self.weights_bar)
        model.modelReset.connect(self._list_baselines)
        for signal in (model.modelReset, model.layoutChanged):
            signal.connect(self._show_left_out)
        self._list_baselines()
        self.table.set_lines(3 if model.baseline else 2)
        self._show_left_out()
        self._explain()

    def say(self, headline: str, basis: str = "", details: Mapping[str, str] | None = None) -> None:
        """Say what was found.

        Args:
            headline: above the table; its first sentence stands out.
            basis: of which images it is made, under it.
            details: of each VAE, what its J is made of and what is said of its latents: under the table for the current one.
        """
        first, dot, rest = headline.partition(". ")
        self.headline.setText(f"<b>{escape(first + dot.strip())}</b> {escape(rest)}")
        self.headline.setVisible(bool(headline))
        self.basis.setText(basis)
        self.basis.setVisible(bool(basis))
        self._details = dict(details or {})
        self._show_details()

    def say_judges(self, text: str) -> None:
        """Say what people found in the blind test; nothing for an empty text."""
        self.judges.setText(f"<b>{escape(self.tr('Judges'))}</b> {escape(text)}")
        self.judges.setVisible(bool(text))

    def _show_details(self) -> None:
        """Say more of the VAE in the current line, else of the first autoencoder."""
        index = self.table.currentIndex()
        labels = self.model.labels()
        own = [label for label in labels if not self.model.entry(label).get("baseline")]
        current = labels[index.row()] if index.isValid() else next(iter(own or labels), "")
        words = self._details.get(current, "")
        self.details.setText(words)
        self.details.setToolTip(tips.plain("\n".join(filter(None, self._details.values()))))
        self.details.setVisible(bool(words))

    def current_weights(self) -> dict[str, float]:
        """The weights as set."""
        return self.weights_bar.weights()

    def show_weights(self, weights: Mapping[str, float]) -> None:
        """Show the weights of a run, without counting it as the user's choice."""
        self.weights_bar.put(weights)

    @Slot()
    def _list_baselines(self) -> None:
        kept = self.model.baseline
        self.baseline.blockSignals(True)
        self.baseline.clear()
        self.baseline.addItem(self.tr("nothing"), "")
        for label in self.model.series():
            self.baseline.addItem(one_line(label), label)
        self.baseline.setCurrentIndex(max(0, self.baseline.findData(kept)))
        self.baseline.blockSignals(False)

    def choose_baseline(self, label: str) -> None:
        """Compare with a VAE."""
        self.baseline.setCurrentIndex(max(0, self.baseline.findData(label)))

    @Slot(int)
    def _choose_baseline(self, place: int) -> None:
        label = self.baseline.itemData(place) or ""
        self.model.set_baseline(label)
        # The difference, and under it how often the VAE wins.
        self.table.set_lines(3 if label else 2)
        self._explain()

    def _explain(self) -> None:
        under = (
            self.tr("▲ better, ▼ worse, ≈ not told apart; under it: on how many of the images it is better")
            if self.model.baseline
            else self.tr("[ ] 95 % interval of the mean")
        )
        words = [self.tr("● best   ○ second best, where the test decides"), under]
        if self.model.baseline:
            read = sum(
                not self.table.isColumnHidden(place + 1) for place in range(len(self.model.quantities))
            )
            words.append(self.tr("{0} columns are read together, each corrected for itself").format(read))
        self.legend.setText("   ".join(words))
        self.legend.setToolTip(
            self.tr(
                "A mark is given where the paired test decides. Columns with an arrow (→) are judged by the mean distance of the images from the ideal."
            )
        )

    @Slot()
    def _show_left_out(self) -> None:
        number = self.model.excluded
        used = max((self.model.entry(label)["n"] for label in self.model.labels()), default=0)
        self.excluded.setText(self.tr("n = {0} ({1} excluded)").format(used, number))
        self.excluded.setVisible(bool(number))
        self._show_scale()

    @Slot(bool)
    def _color(self, on: bool) -> None:
        self.model.set_heat(on)
        self._show_scale()

    def _show_scale(self) -> None:
        place = self._sorted[0] - 1 if 0 < self._sorted[0] <= len(self.model.quantities) else 0
        self.heat_legend.show_scale(self.model.quantities[place].column, self.model.scale(place))

    def _show_arrow(self) -> None:
        column, worst_first = self._sorted
        words = self.tr("worst first") if worst_first else self.tr("best first")
        self.table.show_arrow(column, "▾" if worst_first else "▴", words)

    @Slot(int)
    def _sort(self, column: int) -> None:
        if column >= self.model.profile_column:
            return  # words and counts have no better and worse
        worst_first = self._sorted == (column, False)
        self._sorted = (column, worst_first)
        self.model.sort(column, Qt.SortOrder.DescendingOrder if worst_first else Qt.SortOrder.AscendingOrder)
        self._show_arrow()
        self._show_scale()

    def _moved(self, now: object, before: object) -> None:
        index = self.table.currentIndex()
        self._show_details()
        if index.isValid():
            self.vae_chosen.emit(self.model.labels()[index.row()])
