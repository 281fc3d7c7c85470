"""The surface that shows pictures: panes by mode, one linked zoom and pan, drawn from mip levels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vaelab.gui.style import theme
from vaelab.gui.style.appearance import motion_is_reduced
from vaelab.gui.viewer.canvas.frame import Frame
from vaelab.gui.viewer.canvas.geometry import Viewport, step
from vaelab.gui.viewer.canvas.modes import CompareState, Mode, Scene, Shown
from vaelab.gui.viewer.canvas.mouse import Pointer
from vaelab.gui.viewer.canvas.panes import Pane
from vaelab.gui.viewer.canvas.pixel_values import Stamps
from vaelab.gui.viewer.canvas.renderer import render, render_loupe
from vaelab.gui.viewer.maps.maps import ColorScale

_BLINK_MS = 500  # 2 Hz: well under the three flashes a second that can harm


class Canvas(QWidget):
    """Draws what it is given; holds zoom, centre, mode and divider.

    Attributes:
        pins: pixels (x, y) that are marked, numbered from 1.
        message: said where there is no picture.

    Signals:
        view_changed: the zoom in percent of device pixels, as a float.
        probed: (x, y) of the image pixel under the pointer, or None.
    """

    view_changed = Signal(float)
    probed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(260, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setLayoutDirection(
            Qt.LayoutDirection.LeftToRight
        )  # pictures are not mirrored, nor are the labels on them
        self.view = Viewport()
        self.scene = Scene()
        self.look = CompareState()
        self.divider = 0.5
        self.message = ""
        self.pins: tuple[tuple[int, int], ...] = ()
        self._with_loupe = False
        self._stamps = Stamps()
        self._pointer = Pointer(self, self)
        self._blink = QTimer(self)
        self._blink.setInterval(_BLINK_MS)
        self._blink.timeout.connect(self._flip)

    # What is shown

    def show_pictures(self, original: Shown | None, candidates: Sequence[Shown], active: int) -> None:
        """Show an original and its reconstructions; zoom, centre and mode stay."""
        self.scene = replace(self.scene, original=original, candidates=tuple(candidates), active=active)
        self._announce()
        self.update()

    def show_derived(self, derived: Sequence[Shown], scale: ColorScale | None) -> None:
        """Give what the modes difference and map show, with the scale of its colours."""
        self.scene = replace(self.scene, derived=tuple(derived), scale=scale)
        self.update()

    def show_pins(self, pins: Sequence[tuple[int, int]]) -> None:
        """Mark pixels."""
        self.pins = tuple(pins)
        self.update()

    @property
    def original(self) -> Shown | None:
        """A, the original."""
        return self.scene.original

    def current(self) -> Shown | None:
        """B, the reconstruction that is looked at."""
        return self.scene.current

    @property
    def mode(self) -> Mode:
        """The way to compare."""
        return self.look.mode

    def set_mode(self, mode: Mode) -> None:
        """Compare another way, at the same spot."""
        self.look = replace(self.look, mode=mode, blinks_original=False)
        if mode is Mode.BLINK and not motion_is_reduced():
            self._blink.start()
        else:
            self._blink.stop()
        self._announce()
        self.update()

    def take_over(self, other: Canvas) -> None:
        """Look at the pictures as another canvas does: sides, zoom, place, divider, pins."""
        self._look(replace(self.look, swapped=other.look.swapped))
        self.divider = other.divider
        self.show_pins(other.pins)
        self._set_view(other.view)

    def hold(self, on: bool) -> None:
        """Show the original in place of every reconstruction while a key is held."""
        self._look(replace(self.look, held=on))

    def show_loupe(self, on: bool) -> None:
        """Show both pictures, much enlarged, around the pointer, or the middle, while a key is held."""
        if on != self._with_loupe:
            self._with_loupe = on
            self.update()

    def swap(self) -> None:
        """Change sides."""
        self._look(replace(self.look, swapped=not self.look.swapped))

    @Slot()
    def _flip(self) -> None:
        self._look(replace(self.look, blinks_original=not self.look.blinks_original))

    def _look(self, look: CompareState) -> None:
        if look != self.look:
            self.look = look
            self.update()

    # Zoom and pan

    def fit(self) -> None:
        """Show the whole picture, with both sides at the same place."""
        self._set_view(Viewport())

    def toggle_fit(self, at: QPointF) -> None:
        """Go between the whole picture and 100 % (of one shown larger already: four times as large) around a spot."""
        if self.view.zoom is None:
            self.zoom_to(1.0 if self.scale() < 1 else 4.0 * self.scale(), at)
        else:
            self.fit()

    def actual_size(self) -> None:
        """One image pixel per device pixel."""
        self.zoom_to(1.0)

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom to a scale (device pixels per image pixel) around a spot (logical px) or the middle."""
        pane = self.frame_.pane_at(at)
        at = pane.center() if at is None else at
        self._set_view(self.view.zoomed(zoom, at, pane, self.scene.size, self.devicePixelRatioF()))

    def zoom_step(self, up: bool) -> None:
        """Zoom to the next round scale, around the middle."""
        self.zoom_to(step(self.scale(), up))

    def scale(self) -> float:
        """Device pixels per image pixel."""
        return self.frame_.scale()

    def pan_by(self, by: QPointF) -> None:
        """Move the pictures by logical px."""
        ratio = self.devicePixelRatioF()
        self._set_view(self.view.panned(by, self.frame_.pane_at(), self.scene.size, ratio))

    def nudge_by(self, by: QPointF) -> None:
        """Move the reconstruction alone by logical px."""
        per = self.devicePixelRatioF() / self.scale()
        x, y = self.view.nudge
        self._set_view(replace(self.view, nudge=(x + by.x() * per, y + by.y() * per)))

    def move_divider(self, by: float) -> None:
        """Move the swipe's divider by a number of logical px."""
        self.put_divider(self.divider * self.width() + by)

    def put_divider(self, x: float) -> None:
        """Put the swipe's divider at a logical px."""
        self.divider = max(0.0, min(1.0, x / max(self.width(), 1)))
        self.update()

    def is_near_divider(self, at: QPointF) -> bool:
        """Whether a press at a spot would take the divider."""
        return self.frame_.is_near_divider(at)

    def _set_view(self, view: Viewport) -> None:
        self.view = view
        self._announce()
        self.update()

    def _announce(self) -> None:
        self.view_changed.emit(100.0 * self.scale())

    # Places

    @property
    def frame_(self) -> Frame:
        """What is seen now."""
        area, ratio = QRectF(self.rect()), self.devicePixelRatioF()
        return Frame(area, ratio, self.scene, self.look, self.view, self.divider, self.pins, self.message)

    def panes(self) -> list[Pane]:
        """What stands where."""
        return self.frame_.panes()

    def pixel_at(self, at: QPointF) -> tuple[int, int] | None:
        """Return the image pixel that is seen at a spot, or None."""
        return self.frame_.pixel_at(at)

    def probe(self, at: QPointF | None) -> None:
        """Tell what pixel is at a spot; the loupe goes there."""
        self.probed.emit(None if at is None else self.pixel_at(at))
        if self._with_loupe:
            self.update()

    def aimed(self) -> tuple[QPointF, tuple[int, int]] | None:
        """Return the spot under the pointer, or in the middle of the first pane if it is elsewhere, and its pixel."""
        for at in (self._pointer.at, self.frame_.pane_at().center()):
            pixel = None if at is None else self.pixel_at(at)
            if at is not None and pixel is not None:
                return at, pixel
        return None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all panes, and the loupe while it is held."""
        painter = QPainter(self)
        render(painter, self.frame_, theme.current(self), self._stamps)
        aimed = self.aimed() if self._with_loupe else None
        if aimed is not None:
            render_loupe(painter, self.frame_, *aimed)
        painter.end()

    def view_image(self) -> QImage:
        """Return what is seen, in device pixels, without the loupe."""
        ratio = self.devicePixelRatioF()
        image = QImage(self.size() * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        painter = QPainter(image)
        painter.setFont(self.font())
        render(painter, self.frame_, theme.current(self), self._stamps)
        painter.end()
        return image
