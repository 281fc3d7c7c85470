"""The buttons of the viewer: ways to compare, what is held, what stands under the pictures."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from vaelab.gui import icons
from vaelab.gui.viewer.modes import Mode


class ViewerBar(QWidget):
    """One row of icon buttons, each with its name and key in the tooltip.

    Attributes:
        modes: mode to its button.

    Signals:
        mode_chosen: a ``Mode``.
    """

    mode_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Have the first mode chosen and everything else off."""
        super().__init__(parent)
        names = {
            Mode.TWO_UP: ("two_up", self.tr("Side by side (1)")),
            Mode.SWIPE: ("swipe", self.tr("Swipe: drag the line (2)")),
            Mode.BLINK: ("blink", self.tr("Blink: both in one place, in turn (3)")),
            Mode.DIFFERENCE: ("difference", self.tr("Difference (4)")),
            Mode.MAP: ("map", self.tr("Map of the error (5)")),
            Mode.GRID: ("grid", self.tr("All VAEs at once (6)")),
        }
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(3)
        group = QButtonGroup(self)
        self.modes: dict[Mode, QToolButton] = {}
        for mode, (icon, name) in names.items():
            button = self._button(icon, name, checkable=True)
            button.setProperty("mode", mode.value)
            group.addButton(button)
            self.modes[mode] = button
        self.modes[Mode.TWO_UP].setChecked(True)
        group.buttonClicked.connect(self._choose)
        self._box.addStretch(1)
        self.hold = self._button("eye", self.tr("Hold to see the original in place (Space)"))
        self.loupe = self._button("search", self.tr("Hold to enlarge the spot under the pointer (Z)"))
        self.swap = self._button("swap", self.tr("Swap sides (S)"))
        self.pin = self._button(
            "pin", self.tr("Pin the pixel in the middle, or with P the one under the pointer")
        )
        self.histogram = self._button("histogram", self.tr("Histograms (H)"), checkable=True)
        self.lens = self._button("marker", self.tr("Marker: expected and read (M)"), checkable=True)

    def _button(self, icon: str, name: str, *, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        icons.dress(button, icon)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setCheckable(checkable)
        self._box.addWidget(button)
        return button

    @Slot(object)
    def _choose(self, button: QToolButton) -> None:
        self.mode_chosen.emit(Mode(button.property("mode")))
