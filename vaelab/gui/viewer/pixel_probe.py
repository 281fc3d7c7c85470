"""The probe: what both pictures hold at a pixel, under the pointer and at the pixels that are pinned."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vaelab.arrays import Color
from vaelab.gui.core.mipmaps import Mips
from vaelab.gui.style import icons, theme
from vaelab.gui.widgets.key_tooltip import hint
from vaelab.metrics.maps import error_maps

PINS = 8
"""Pins that there can be at most."""

_NO_BREAK = "\N{NO-BREAK SPACE}"

Pixel = tuple[int, int]


@dataclass(frozen=True)
class Reading:
    """What stands at a pixel.

    Attributes:
        x, y: the pixel.
        a, b: R, G, B of the original and of the reconstruction; None where there is no such pixel.
        delta_e: CIEDE2000 of both.
    """

    x: int
    y: int
    a: Color | None
    b: Color | None
    delta_e: float | None


def read(original: Mips | None, reconstruction: Mips | None, pixel: Pixel) -> Reading:
    """Read both pictures at a pixel (x, y)."""
    x, y = pixel
    a, b = _color(original, pixel), _color(reconstruction, pixel)
    if a is None or b is None or original is None or reconstruction is None:
        return Reading(x, y, a, b, None)
    cut = (slice(y, y + 1), slice(x, x + 1))
    difference = error_maps.delta_e(original.pixels[cut], reconstruction.pixels[cut])
    return Reading(x, y, a, b, float(difference[0, 0]))


def _color(picture: Mips | None, pixel: Pixel) -> Color | None:
    if picture is None or not (
        0 <= pixel[0] < picture.size.width() and 0 <= pixel[1] < picture.size.height()
    ):
        return None
    red, green, blue = picture.pixels[pixel[1], pixel[0]].tolist()
    return red, green, blue


def line(reading: Reading, more: str = "") -> str:
    """Return a reading as one line, which may break between its parts but not within them."""
    parts = [f"x {reading.x} y {reading.y}", f"A {_rgb(reading.a)}"]
    if reading.b is not None:
        parts.append(f"B {_rgb(reading.b)}")
    if reading.delta_e is not None:
        parts.append(f"ΔE {reading.delta_e:.1f}")
    return "   ".join(part.replace(" ", _NO_BREAK) for part in (*parts, more) if part)


def table(readings: list[Reading]) -> str:
    """Return readings as tab-separated lines with a head, for a spreadsheet."""
    lines = ["pin\tx\ty\tA R\tA G\tA B\tB R\tB G\tB B\tdelta E 2000"]
    for number, reading in enumerate(readings, 1):
        colors = [str(part) for color in (reading.a, reading.b) for part in color or ("", "", "")]
        difference = "" if reading.delta_e is None else f"{reading.delta_e:.3f}"
        lines.append("\t".join([str(number), str(reading.x), str(reading.y), *colors, difference]))
    return "\n".join(lines)


def _rgb(color: Color | None) -> str:
    return "–" if color is None else " ".join(f"{part:3d}" for part in color)


class ProbeLine(QLabel):
    """A label that always has room for the longest reading at its width, so that the pictures above it do not jump."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        theme.set_role(self, "small")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Make room for a larger text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._make_room()

    def _make_room(self) -> None:
        white = (255, 255, 255)
        longest = line(Reading(8888, 8888, white, white, 88.8), "1 − SSIM 0.888")
        room = QRect(0, 0, max(self.width(), 1), 1 << 16)
        lines = self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), longest)
        self.setFixedHeight(lines.height())


class PinList(QFrame):
    """The pins and what is read there: it stays while one steps through images and VAEs. Hidden while there is none.

    Signals:
        changed: the pins, as a tuple of (x, y).
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pins: tuple[Pixel, ...] = ()
        self.readings: list[Reading] = []
        self._lines: list[QLabel] = []
        self._pair: tuple[Mips | None, Mips | None] = (None, None)
        self.setAccessibleName(self.tr("Pinned pixels"))
        self.copy_button = QPushButton(self.tr("Copy"), self)
        self.copy_button.setToolTip(self.tr("Copy the values of all pins as a table"))
        self.copy_button.setAccessibleName(self.tr("Copy the values of all pins"))
        self.copy_button.clicked.connect(self.copy_values)
        self.clear_button = QPushButton(self.tr("Unpin all"), self)
        hint(self.clear_button, self.tr("Take all pins away"), "looking.unpin")
        self.clear_button.clicked.connect(self.clear)
        for button in (self.copy_button, self.clear_button):
            theme.set_role(button, "chip")
        title = QLabel(self.tr("Pins"), self)
        theme.set_role(title, "muted")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(title, 1)
        head.addWidget(self.copy_button)
        head.addWidget(self.clear_button)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addLayout(self._grid)
        self.hide()

    def toggle(self, pixel: Pixel) -> bool:
        """Pin a pixel, or take its pin away; False where there are as many pins as there can be."""
        if pixel in self.pins:
            self._set(tuple(pin for pin in self.pins if pin != pixel))
            return True
        if len(self.pins) >= PINS:
            return False
        self._set((*self.pins, pixel))
        return True

    @Slot()
    def clear(self) -> None:
        """Take all pins away."""
        self._set(())

    @Slot()
    def copy_values(self) -> None:
        """Copy all readings as a table."""
        QGuiApplication.clipboard().setText(table(self.readings))

    def show_pictures(self, original: Mips | None, reconstruction: Mips | None) -> None:
        """Read other pictures at the same pixels."""
        self._pair = original, reconstruction
        self.readings = [read(original, reconstruction, pin) for pin in self.pins]
        for label, reading in zip(self._lines, self.readings, strict=True):
            label.setText(line(reading))

    def _set(self, pins: tuple[Pixel, ...]) -> None:
        self.pins = pins
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._lines = []
        for place in range(len(pins)):
            self._add_line(place)
        self.setVisible(bool(pins))
        self.show_pictures(*self._pair)
        self.changed.emit(pins)

    def _add_line(self, place: int) -> None:
        number = QLabel(str(place + 1), self)
        theme.set_role(number, "number")
        label = QLabel(self)
        label.setFont(theme.tabular(self.font()))
        label.setWordWrap(True)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setAccessibleName(self.tr("Values at pin {0}").format(place + 1))
        remove = QToolButton(self)
        icons.dress(remove, "remove", side=12)
        remove.setToolTip(self.tr("Take pin {0} away").format(place + 1))
        remove.setAccessibleName(remove.toolTip())
        pin = self.pins[place]
        remove.clicked.connect(lambda: self.toggle(pin))
        for column, widget in enumerate((number, label, remove)):
            self._grid.addWidget(widget, place, column)
        self._lines.append(label)
