"""Under the pictures: what is under the pointer, and the pins; pinning by key, button and menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from vaelab.gui.core.mipmaps import Mips
from vaelab.gui.viewer import pixel_probe
from vaelab.gui.viewer.canvas.canvas import Canvas
from vaelab.gui.viewer.pixel_probe import PinList, Pixel, ProbeLine


class ProbeBox(QWidget):
    """A line for the pointer and the list of pins, both of one canvas.

    Attributes:
        line: what is under the pointer.
        pins: the pins.
    """

    def __init__(
        self, canvas: Canvas, value_at: Callable[[Pixel], str], parent: QWidget | None = None
    ) -> None:
        """Listen to a canvas.

        Args:
            canvas: whose pixels are read.
            value_at: what a map that is shown says at a pixel, or an empty string.
            parent: as usual.
        """
        super().__init__(parent)
        self._canvas, self._value_at = canvas, value_at
        self._at: Pixel | None = None
        self._pair: tuple[Mips | None, Mips | None] = (None, None)
        self.line = ProbeLine(self)
        self.pins = PinList(self)
        self.pins.changed.connect(canvas.show_pins)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.line)
        layout.addWidget(self.pins)
        canvas.probed.connect(self._show)
        canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        canvas.customContextMenuRequested.connect(self._open_menu)

    def show_pictures(self, original: Mips | None, reconstruction: Mips | None) -> None:
        """Read other pictures, at the same pixels."""
        self._pair = original, reconstruction
        self.pins.show_pictures(original, reconstruction)
        self._show(self._at)

    @Slot()
    def toggle_pin(self) -> None:
        """Pin the pixel under the pointer, or in the middle if it is elsewhere; take the pin away if there is one."""
        aimed = self._canvas.aimed()
        if aimed is not None:
            at, pixel = aimed
            self.toggle(self._canvas.frame_.pin_at(at) or pixel)

    @Slot()
    def clear(self) -> None:
        """Take all pins away."""
        self.pins.clear()

    def toggle(self, pixel: Pixel) -> None:
        """Pin a pixel of the original, or take its pin away; says so where there are too many."""
        if not self.pins.toggle(pixel):
            text = self.tr("There are {0} pins already: take one away first.")
            self.line.setText(text.format(pixel_probe.PINS))

    @Slot(object)
    def _show(self, at: Pixel | None) -> None:
        self._at = at
        reading = None if at is None else pixel_probe.read(*self._pair, at)
        if at is None or reading is None or reading.a is None:
            self.line.setText("")
            return
        self.line.setText(pixel_probe.line(reading, self._value_at(at)))

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        spot = at.toPointF()
        pixel = self._canvas.frame_.pin_at(spot) or self._canvas.pixel_at(spot)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        pinned = pixel in self.pins.pins
        pin = menu.addAction(self.tr("Take this pin away") if pinned else self.tr("Pin this pixel"))
        pin.setEnabled(pixel is not None)
        if pixel is not None:
            pin.triggered.connect(lambda: self.toggle(pixel))
        clear = menu.addAction(self.tr("Take all pins away"))
        clear.setEnabled(bool(self.pins.pins))
        clear.triggered.connect(self.clear)
        menu.addSeparator()
        menu.addAction(self.tr("Fit")).triggered.connect(self._canvas.fit)
        menu.addAction(self.tr("Zoom to 100 %")).triggered.connect(self._canvas.actual_size)
        menu.popup(self._canvas.mapToGlobal(at))
