"""The second line of the viewer's bar: what the modes difference and map show, and how strongly."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from vaelab.gui import theme
from vaelab.gui.viewer.maps import DIFFERENCES, GAINS, MAPS, Kind
from vaelab.gui.viewer.modes import Mode


class MapTools(QWidget):
    """Chooses kind and gain.

    Signals:
        changed: either of them.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Be hidden; absolute difference times 8, absolute error times 4."""
        super().__init__(parent)
        self._mode = Mode.TWO_UP
        self._kinds = {Mode.DIFFERENCE: Kind.ABSOLUTE, Mode.MAP: Kind.ERROR}
        self._gains = {Mode.DIFFERENCE: 8, Mode.MAP: 4}
        self.kinds = QComboBox(self)
        self.kinds.setAccessibleName(self.tr("What is shown"))
        self.kinds.currentIndexChanged.connect(self._choose_kind)
        self.gains = QComboBox(self)
        self.gains.setAccessibleName(self.tr("Gain"))
        self.gains.setToolTip(self.tr("Gain (E, Shift+E)"))
        for gain in GAINS:
            self.gains.addItem(f"×{gain}", gain)
        self.gains.currentIndexChanged.connect(self._choose_gain)
        self.facts = QLabel(self)
        theme.set_role(self.facts, "muted")
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.kinds)
        box.addWidget(self.gains)
        box.addWidget(self.facts, 1)
        self.hide()

    @property
    def kind(self) -> Kind:
        """What is shown."""
        return self._kinds.get(self._mode, Kind.ABSOLUTE)

    @property
    def gain(self) -> int:
        """How strongly."""
        return self._gains.get(self._mode, 1)

    def show_mode(self, mode: Mode) -> None:
        """Offer what a mode can show."""
        self._mode = mode
        self.setVisible(mode in self._kinds)
        if mode not in self._kinds:
            return
        names = {
            Kind.SIGNED: self.tr("Signed difference"),
            Kind.ABSOLUTE: self.tr("Absolute difference"),
            Kind.ERROR: self.tr("Absolute error"),
            Kind.DELTA_E: self.tr("Colour difference ΔE 2000"),
            Kind.SSIM: self.tr("Structure: 1 − SSIM"),
            Kind.SPECTRUM: self.tr("Spectra of both"),
        }
        self.kinds.blockSignals(True)
        self.kinds.clear()
        for kind in DIFFERENCES if mode is Mode.DIFFERENCE else MAPS:
            self.kinds.addItem(names[kind], kind.value)
        self.kinds.setCurrentIndex(self.kinds.findData(self.kind.value))
        self.kinds.blockSignals(False)
        self._show_gain()

    def step_gain(self, up: bool) -> None:
        """Show differences more strongly, or less."""
        place = GAINS.index(self.gain) + (1 if up else -1)
        if self.isVisibleTo(self.parentWidget()) and 0 <= place < len(GAINS):
            self.gains.setCurrentIndex(place)

    def _show_gain(self) -> None:
        self.gains.blockSignals(True)
        self.gains.setCurrentIndex(GAINS.index(self.gain))
        self.gains.blockSignals(False)
        self.gains.setEnabled(self.kind is not Kind.SPECTRUM)

    @Slot(int)
    def _choose_kind(self, place: int) -> None:
        self._kinds[self._mode] = Kind(self.kinds.itemData(place))
        self._show_gain()
        self.changed.emit()

    @Slot(int)
    def _choose_gain(self, place: int) -> None:
        self._gains[self._mode] = int(self.gains.itemData(place))
        self.changed.emit()
