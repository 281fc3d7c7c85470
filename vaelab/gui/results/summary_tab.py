"""The table of VAEs, the sentence above it, and the weights of J under it."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vaelab.gui import theme
from vaelab.gui.results.summary_model import DEFAULT_QUANTITIES, SummaryModel
from vaelab.gui.results.table_view import Table
from vaelab.settings import WEIGHT_NAMES


class SummaryTab(QWidget):
    """A row per VAE.

    Signals:
        vae_chosen: label of the VAE that the user moved to.
        weights_changed: the weights of J, name to number.
    """

    vae_chosen = Signal(str)
    weights_changed = Signal(object)

    def __init__(self, model: SummaryModel, parent: QWidget | None = None) -> None:
        """Show the model."""
        super().__init__(parent)
        self.model = model
        self.headline = QLabel(self)
        self.headline.setWordWrap(True)
        self.headline.setTextFormat(Qt.TextFormat.RichText)
        self.partial = QLabel(self)
        theme.set_role(self.partial, "muted")
        self.baseline = QComboBox(self)
        self.baseline.setAccessibleName(self.tr("Difference to"))
        label = QLabel(self.tr("Difference to"), self)
        label.setBuddy(self.baseline)
        theme.set_role(label, "muted")
        self.baseline.currentIndexChanged.connect(self._choose_baseline)
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 0, 12, 4)
        words = QHBoxLayout()
        words.setContentsMargins(12, 10, 12, 0)
        words.addWidget(self.headline)
        bar.setSpacing(8)
        bar.addWidget(self.partial)
        bar.addStretch(1)
        bar.addWidget(label)
        bar.addWidget(self.baseline)
        self.table = Table(lines=2, parent=self)
        self.table.setAccessibleName(self.tr("Summary"))
        self.table.setModel(model)
        names = [item.column.name for item in model.quantities]
        wanted = [
            0,
            *(names.index(name) + 1 for name in DEFAULT_QUANTITIES if name in names),
            model.columnCount() - 1,
        ]
        self.table.show_columns(wanted)
        self.table.set_widths({0: 20, model.columnCount() - 1: 8})
        self.table.header_clicked.connect(self._sort)
        self.table.selectionModel().currentRowChanged.connect(self._moved)
        self._sorted = (1, False)
        self.table.show_arrow(1, "▴", self.tr("best first"))
        self.legend = QLabel(self.tr("● best   ○ second best   ± 95 % interval of the mean"), self)
        theme.set_role(self.legend, "small")
        self.legend.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(words)
        layout.addLayout(bar)
        layout.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 2, 12, 2)
        foot.addWidget(self.legend, 1)
        layout.addLayout(foot)
        layout.addWidget(self._weights_bar())
        model.modelReset.connect(self._list_baselines)
        self._list_baselines()

    def _weights_bar(self) -> QFrame:
        frame = QFrame(self)
        theme.set_role(frame, "strip")
        names = {
            "lpips": ("LPIPS", self.tr("λ1: perceptual distance")),
            "gradient": ("|1−ρG|", self.tr("λ2: sharpness")),
            "color": ("|1−ρC|", self.tr("λ3: colour diversity")),
            "drift": ("‖δ‖", self.tr("λ4: colour drift of the marker")),
            "brightness": ("|b|", self.tr("λ5: brightness bias of the marker")),
            "contrast": ("|γ−1|", self.tr("λ6: contrast of the marker")),
        }
        box = QGridLayout(frame)
        box.setContentsMargins(12, 8, 12, 8)
        box.setHorizontalSpacing(4)
        box.setVerticalSpacing(6)
        lead = QLabel("J =", frame)
        theme.set_role(lead, "heading")
        lead.setToolTip(self.tr("J is the weighted sum of six distances from perfect. Lower is better."))
        box.addWidget(lead, 0, 0)
        self.weights: dict[str, QDoubleSpinBox] = {}
        for place, name in enumerate(WEIGHT_NAMES):
            term, tip = names[name]
            line, column = divmod(place, 2)
            if place:
                box.addWidget(QLabel("+", frame), line, 3 * column, Qt.AlignmentFlag.AlignRight)
            spin = QDoubleSpinBox(frame)
            spin.setRange(0.0, 100.0)
            spin.setDecimals(2)
            spin.setSingleStep(0.1)
            spin.setValue(1.0)
            spin.setToolTip(tip)
            spin.setAccessibleName(tip)
            spin.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
            spin.setMinimumWidth(self.fontMetrics().horizontalAdvance("00.00") + 12)
            spin.valueChanged.connect(self._weigh)
            term_label = QLabel(f"· {term}", frame)
            term_label.setToolTip(tip)
            term_label.setBuddy(spin)
            box.addWidget(spin, line, 3 * column + 1)
            box.addWidget(term_label, line, 3 * column + 2)
            self.weights[name] = spin
        box.setColumnStretch(6, 1)
        self.reset = QPushButton(self.tr("All 1"), frame)
        theme.set_role(self.reset, "quiet")
        self.reset.setToolTip(self.tr("Set all weights back to 1"))
        self.reset.clicked.connect(self._reset_weights)
        box.addWidget(self.reset, 0, 7)
        return frame

    def say(self, headline: str, partial: str = "") -> None:
        """Put a sentence above the table, and how much of the run it rests on."""
        first, dot, rest = headline.partition(". ")
        self.headline.setText(f"<b>{escape(first + dot.strip())}</b> {escape(rest)}")
        self.headline.setVisible(bool(headline))
        self.partial.setText(partial)

    def current_weights(self) -> dict[str, float]:
        """The weights as set."""
        return {name: spin.value() for name, spin in self.weights.items()}

    def show_weights(self, weights: Mapping[str, float]) -> None:
        """Show the weights of a run, without counting it as the user's choice."""
        for name, spin in self.weights.items():
            spin.blockSignals(True)
            spin.setValue(float(weights.get(name, 1.0)))
            spin.blockSignals(False)
        self.model.set_weights(self.current_weights())

    @Slot()
    def _weigh(self) -> None:
        weights = self.current_weights()
        self.model.set_weights(weights)
        self.weights_changed.emit(weights)

    @Slot()
    def _reset_weights(self) -> None:
        for spin in self.weights.values():
            spin.blockSignals(True)
            spin.setValue(1.0)
            spin.blockSignals(False)
        self._weigh()

    @Slot()
    def _list_baselines(self) -> None:
        kept = self.model.baseline
        self.baseline.blockSignals(True)
        self.baseline.clear()
        self.baseline.addItem(self.tr("nothing"), "")
        for label in self.model.series():
            self.baseline.addItem(label, label)
        self.baseline.setCurrentIndex(max(0, self.baseline.findData(kept)))
        self.baseline.blockSignals(False)

    def choose_baseline(self, label: str) -> None:
        """Compare with a VAE."""
        self.baseline.setCurrentIndex(max(0, self.baseline.findData(label)))

    @Slot(int)
    def _choose_baseline(self, place: int) -> None:
        label = self.baseline.itemData(place) or ""
        self.model.set_baseline(label)
        under = self.tr("▲ better, ▼ worse, ≈ a tie") if label else self.tr("± 95 % interval of the mean")
        self.legend.setText(self.tr("● best   ○ second best   {0}").format(under))

    @Slot(int)
    def _sort(self, column: int) -> None:
        worst_first = self._sorted == (column, False)
        self._sorted = (column, worst_first)
        self.model.sort(column, Qt.SortOrder.DescendingOrder if worst_first else Qt.SortOrder.AscendingOrder)
        self.table.show_arrow(
            column,
            "▾" if worst_first else "▴",
            self.tr("worst first") if worst_first else self.tr("best first"),
        )

    def _moved(self, now: object, before: object) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.vae_chosen.emit(self.model.labels()[index.row()])
