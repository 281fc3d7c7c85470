"""The buttons of the viewer: ways to compare, what is held, what stands under the pictures."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QToolButton, QWidget

from vaelab.gui.style import icons
from vaelab.gui.viewer.canvas.modes import Mode
from vaelab.gui.widgets.key_tooltip import hint

_GAP = 3
_LEFT = Qt.AlignmentFlag.AlignLeft


class ViewerBar(QWidget):
    """One row of icon buttons, two where it is narrow, each with its name and key in the tooltip.

    Attributes:
        modes: mode to its button.

    Signals:
        mode_chosen: a ``Mode``.
    """

    mode_chosen = Signal(Mode)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ways, self._tools = QWidget(self), QWidget(self)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(_GAP)
        for part, side in ((self._ways, _LEFT), (self._tools, Qt.AlignmentFlag.AlignRight)):
            box = QHBoxLayout(part)
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(_GAP)
            self._line.addWidget(part, 0, side)
        group = QButtonGroup(self)
        self.modes: dict[Mode, QToolButton] = {}
        for mode in Mode:
            button = self._button(self._ways, mode.value, mode.tip, mode.value, checkable=True)
            button.setProperty("mode", mode.value)
            group.addButton(button)
            self.modes[mode] = button
        self.modes[Mode.TWO_UP].setChecked(True)
        group.buttonClicked.connect(self._choose)
        self.hold = self._button(self._tools, "eye", self.tr("Hold to see the original in place"), "hold")
        self.loupe = self._button(
            self._tools, "search", self.tr("Hold to enlarge the spot under the pointer"), "loupe"
        )
        self.swap = self._button(self._tools, "swap", self.tr("Swap sides"), "swap")
        self.pin = self._button(
            self._tools,
            "pin",
            self.tr("Pin the pixel in the middle; the key, the one under the pointer"),
            "pin",
        )
        self.histogram = self._button(
            self._tools, "histogram", self.tr("Histograms"), "histogram", checkable=True
        )
        self.lens = self._button(
            self._tools, "marker", self.tr("Marker: expected and read"), "marker_lens", checkable=True
        )

    def minimumSizeHint(self) -> QSize:
        """Room for the wider half: where there is no more, the other one goes below it."""
        widest = max(self._ways.sizeHint().width(), self._tools.sizeHint().width())
        return QSize(widest, self._line.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put both halves into one line where they fit."""
        needed = self._ways.sizeHint().width() + 4 * _GAP + self._tools.sizeHint().width()
        below = self.width() < needed
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.TopToBottom if below else direction.LeftToRight)
        self._line.setAlignment(self._tools, _LEFT if below else Qt.AlignmentFlag.AlignRight)
        self.updateGeometry()
        super().resizeEvent(event)

    def _button(
        self, part: QWidget, icon: str, name: str, key: str, *, checkable: bool = False
    ) -> QToolButton:
        button = QToolButton(part)
        icons.dress(button, icon)
        hint(button, name, f"looking.{key}")
        button.setAccessibleName(name)
        button.setCheckable(checkable)
        layout = part.layout()
        assert layout is not None
        layout.addWidget(button)
        return button

    @Slot(object)
    def _choose(self, button: QToolButton) -> None:
        self.mode_chosen.emit(Mode(button.property("mode")))  # type: ignore[call-arg]  # by its name; mypy sees a row
