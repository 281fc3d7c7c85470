"""J and its six weights: a change ranks anew at once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QDoubleSpinBox, QFrame, QGridLayout, QLabel, QPushButton, QWidget

from vaelab.gui.core.engine_text import term_words
from vaelab.gui.style import theme
from vaelab.score_terms import TERMS
from vaelab.settings import WEIGHT_NAMES


class WeightsBar(QFrame):
    """Six spin boxes in the shape of the formula.

    Signals:
        changed: the weights, name to number, by the user's hand.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "strip")
        self.spins: dict[str, QDoubleSpinBox] = {}
        # A box shows three decimals; what it does not show is not lost while it is not edited.
        self._exact: dict[str, float] = dict.fromkeys(WEIGHT_NAMES, 1.0)
        box = QGridLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.setHorizontalSpacing(4)
        box.setVerticalSpacing(6)
        lead = QLabel("J =", self)
        theme.set_role(lead, "heading")
        lead.setToolTip(self.tr("J is the weighted sum of six distances from perfect. Lower is better."))
        box.addWidget(lead, 0, 0)
        for place, term in enumerate(TERMS):
            name, tip = term.name, term_words(term)
            line, column = divmod(place, 2)
            if place:
                box.addWidget(QLabel("+", self), line, 3 * column, Qt.AlignmentFlag.AlignRight)
            spin = self.spins[name] = self._spin(tip)
            spin.valueChanged.connect(partial(self._edit, name))
            label = QLabel(f"· {_narrow(term.symbol)}", self)
            label.setToolTip(tip)
            label.setBuddy(spin)
            box.addWidget(spin, line, 3 * column + 1)
            box.addWidget(label, line, 3 * column + 2)
        box.setColumnStretch(6, 1)
        self.reset = QPushButton(self.tr("All 1"), self)
        theme.set_role(self.reset, "quiet")
        self.reset.setToolTip(self.tr("Set all weights back to 1"))
        self.reset.clicked.connect(self._reset)
        box.addWidget(self.reset, 0, 7)

    def _spin(self, tip: str) -> QDoubleSpinBox:
        spin = QDoubleSpinBox(self)
        spin.setRange(0.0, 1_000_000.0)
        spin.setDecimals(3)
        spin.setSingleStep(0.1)
        spin.setValue(1.0)
        spin.setToolTip(tip)
        spin.setAccessibleName(tip)
        return spin

    def weights(self) -> dict[str, float]:
        """The weights as set."""
        return dict(self._exact)

    def put(self, weights: Mapping[str, float]) -> None:
        """Show weights, 1 where none is given, without telling."""
        self._exact = {name: float(weights.get(name, 1.0)) for name in WEIGHT_NAMES}
        for name, spin in self.spins.items():
            with QSignalBlocker(spin):
                spin.setValue(self._exact[name])
            spin.setToolTip(f"{spin.accessibleName()}: {self._exact[name]:g}")

    def _edit(self, name: str, value: float) -> None:
        self._exact[name] = value
        self.spins[name].setToolTip(f"{self.spins[name].accessibleName()}: {value:g}")
        self.changed.emit(self.weights())

    @Slot()
    def _reset(self) -> None:
        self.put({})
        self.changed.emit(self.weights())


def _narrow(symbol: str) -> str:
    # Two of them, with their boxes, share a line.
    return symbol.replace(" ", "").replace("_", "")
