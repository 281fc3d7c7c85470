"""The second line of the viewer's bar: what the modes difference and map show, and how strongly."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from vaelab.gui.style import theme
from vaelab.gui.viewer.canvas.modes import Mode
from vaelab.gui.viewer.maps.maps import AUTO, GAINS, DerivedKind, Measured
from vaelab.gui.widgets.key_tooltip import hint
from vaelab.results.records import Row


class MapTools(QWidget):
    """Chooses kind and gain.

    Signals:
        changed: either of them.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mode = Mode.TWO_UP
        self._kinds = {mode: mode.derived.kind for mode in Mode if mode.derived}
        self._gains = {mode: mode.derived.gain for mode in Mode if mode.derived}
        self.kinds = QComboBox(self)
        self.kinds.setAccessibleName(self.tr("What is shown"))
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.kinds.setMinimumWidth(120)  # its words are cut off before the viewer forces the window wider
        self.kinds.currentIndexChanged.connect(self._choose_kind)
        self.gains = QComboBox(self)
        self.gains.setAccessibleName(self.tr("Gain"))
        for gain in GAINS:
            self.gains.addItem(f"×{gain}", gain)
        self.gains.addItem(self.tr("Auto"), AUTO)
        hint(
            self.gains,
            self.tr(
                "Gain: the same one gives colours the same meaning for all VAEs and images; Auto ends at each picture's own largest value"
            ),
            "looking.more_gain looking.less_gain",
        )
        self.gains.currentIndexChanged.connect(self._choose_gain)
        self.facts = QLabel(self)
        self.facts.setWordWrap(True)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        theme.set_role(self.facts, "muted")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.kinds)
        row.addWidget(self.gains)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(row)
        box.addWidget(self.facts)
        self.hide()

    @property
    def kind(self) -> DerivedKind:
        """What is shown."""
        return self._kinds.get(self._mode, DerivedKind.ABSOLUTE)

    @property
    def gain(self) -> int:
        """How strongly."""
        return self._gains.get(self._mode, 1)

    def show_mode(self, mode: Mode) -> None:
        """Offer what a mode can show."""
        self._mode = mode
        derived = mode.derived
        self.setVisible(derived is not None)
        # Room for its two lines at once, so that the pictures do not jump when they are said.
        self.facts.setVisible(derived is not None and derived.is_map)
        self.facts.setMinimumHeight(2 * self.facts.fontMetrics().lineSpacing())
        if derived is None:
            return
        self.kinds.blockSignals(True)
        self.kinds.clear()
        for kind in DerivedKind:
            if kind.is_difference != derived.is_map:
                self.kinds.addItem(kind.words, kind.value)
        self.kinds.setCurrentIndex(self.kinds.findData(self.kind.value))
        self.kinds.blockSignals(False)
        self._show_gain()

    def step_gain(self, up: bool) -> None:
        """Show differences more strongly, or less."""
        if not self.isHidden() and self.gains.isEnabled():
            place = self.gains.currentIndex() + (1 if up else -1)
            self.gains.setCurrentIndex(max(0, min(self.gains.count() - 1, place)))

    def say(self, measured: Measured | None, row: Row | None) -> None:
        """Say what a map says as a whole."""
        pooled = None if measured is None else measured.pooled
        if measured is None or pooled is None:
            self.facts.setText("")
            return
        self.facts.setText(measured.kind.whole.words(pooled, {} if row is None else row.values))

    def _show_gain(self) -> None:
        self.gains.blockSignals(True)
        self.gains.setCurrentIndex(self.gains.findData(self.gain))
        self.gains.blockSignals(False)
        self.gains.setEnabled(not self.kind.of_each)

    @Slot(int)
    def _choose_kind(self, place: int) -> None:
        self._kinds[self._mode] = DerivedKind(self.kinds.itemData(place))  # type: ignore[call-arg]  # by its name; mypy sees a row
        self._show_gain()
        self.changed.emit()

    @Slot(int)
    def _choose_gain(self, place: int) -> None:
        self._gains[self._mode] = int(self.gains.itemData(place))
        self.changed.emit()
