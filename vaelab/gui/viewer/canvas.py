"""The surface that shows pictures: panes by mode, one linked zoom and pan, drawn from mip levels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from vaelab.gui import theme
from vaelab.gui.viewer import painting
from vaelab.gui.viewer.geometry import View, split, step
from vaelab.gui.viewer.mips import Mips
from vaelab.gui.viewer.modes import Mode

_GAP = 4.0
_BLINK_MS = 500  # 2 Hz: well under the three flashes a second that can harm


@dataclass(frozen=True)
class Shown:
    """A picture with its name, and whether it is the original."""

    letter: str
    name: str
    picture: Mips | None
    is_original: bool = False
    missing: str = ""


@dataclass(frozen=True)
class _Pane:
    rect: QRectF
    shown: Shown


class Canvas(QWidget):
    """Draws what it is given; holds zoom, centre, mode and divider.

    Signals:
        view_changed: the zoom in percent of device pixels, as a float.
        probed: (x, y) of the image pixel under the pointer, or None.
    """

    view_changed = Signal(float)
    probed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Be empty, in 2-up, fitted."""
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.view = View()
        self.mode = Mode.TWO_UP
        self.divider = 0.5
        self.swapped = False
        self.message = ""
        self._original: Shown | None = None
        self._candidates: tuple[Shown, ...] = ()
        self._derived: tuple[Shown, ...] = ()
        self._scale: tuple[float, float, str] | None = None
        self._active = 0
        self._holding = False
        self._blink_original = False
        self._drag: QPointF | None = None
        self._drags_divider = False
        self._blink = QTimer(self)
        self._blink.setInterval(_BLINK_MS)
        self._blink.timeout.connect(self._flip)

    # What is shown

    def show_pictures(self, original: Shown | None, candidates: Sequence[Shown], active: int) -> None:
        """Show an original and its reconstructions; zoom, centre and mode stay."""
        self._original, self._candidates, self._active = original, tuple(candidates), active
        self._announce()
        self.update()

    def show_derived(self, derived: Sequence[Shown], scale: tuple[float, float, str] | None) -> None:
        """Give what the modes difference and map show, with low end, high end and unit of its colours."""
        self._derived = tuple(derived)
        self._scale = scale
        self.update()

    def set_mode(self, mode: Mode) -> None:
        """Compare another way, at the same spot."""
        self.mode = mode
        self._blink_original = False
        if mode is Mode.BLINK:
            self._blink.start()
        else:
            self._blink.stop()
        self._announce()
        self.update()

    def hold(self, on: bool) -> None:
        """Show the original in place of every reconstruction while a key is held."""
        if on != self._holding:
            self._holding = on
            self.update()

    @property
    def holding(self) -> bool:
        """Whether the original is being held."""
        return self._holding

    def swap(self) -> None:
        """Change sides."""
        self.swapped = not self.swapped
        self.update()

    # Zoom and pan

    def fit(self) -> None:
        """Show the whole picture."""
        self._set_view(View())

    def actual_size(self) -> None:
        """One image pixel per device pixel."""
        self._zoom_to(1.0, None)

    def zoom_to(self, zoom: float) -> None:
        """Zoom to a scale (device pixels per image pixel) around the middle."""
        self._zoom_to(zoom, None)

    def zoom_step(self, up: bool, at: QPointF | None = None) -> None:
        """Zoom to the next round scale, around a spot or the middle."""
        self._zoom_to(step(self.scale(), up), at)

    def scale(self) -> float:
        """Device pixels per image pixel."""
        pane, size = self._reference()
        return self.view.scale(pane, size, self.devicePixelRatioF())

    def pan_by(self, by: QPointF) -> None:
        """Move the pictures by logical px."""
        pane, size = self._reference()
        self._set_view(self.view.panned(by, pane, size, self.devicePixelRatioF()))

    def move_divider(self, by: float) -> None:
        """Move the swipe's divider by a number of logical px."""
        self.divider = max(0.0, min(1.0, self.divider + by / max(self.width(), 1)))
        self.update()

    def _zoom_to(self, zoom: float, at: QPointF | None) -> None:
        pane, size = self._reference(at)
        self._set_view(self.view.zoomed(zoom, at or pane.center(), pane, size, self.devicePixelRatioF()))

    def _set_view(self, view: View) -> None:
        self.view = view
        self._announce()
        self.update()

    def _announce(self) -> None:
        self.view_changed.emit(100.0 * self.scale())

    def _reference(self, at: QPointF | None = None) -> tuple[QRectF, QSizeF]:
        panes = self._panes()
        pane = next(
            (pane for pane in panes if at is not None and pane.rect.contains(at)), panes[0] if panes else None
        )
        if pane is None:
            return QRectF(self.rect()), QSizeF(512, 512)
        return pane.rect, self._size()

    def _size(self) -> QSizeF:
        for shown in (self._original, *self._candidates):
            if shown is not None and shown.picture is not None:
                return QSizeF(shown.picture.size)
        return QSizeF(512, 512)

    # Panes

    def current(self) -> Shown | None:
        """The reconstruction that is looked at."""
        return self._candidates[self._active] if 0 <= self._active < len(self._candidates) else None

    @property
    def original(self) -> Shown | None:
        """The original."""
        return self._original

    def _panes(self) -> list[_Pane]:
        area = QRectF(self.rect())
        original, current = self._original, self.current()
        if original is None or current is None:
            return [_Pane(area, original)] if original is not None else []
        pair = [current, original] if self.swapped else [original, current]
        if self.mode is Mode.TWO_UP:
            shown = pair
        elif self.mode is Mode.GRID:
            shown = [original, *self._candidates]
        elif self.mode in (Mode.DIFFERENCE, Mode.MAP):
            shown = list(self._derived) or [Shown("", current.name, None)]
        elif self.mode is Mode.BLINK:
            shown = [original if self._blink_original else current]
        else:
            shown = [pair[1]]
        if self._holding:
            shown = [original for _ in shown]
        rects = split(area, len(shown), self._size(), _GAP)
        return [_Pane(rect, item) for rect, item in zip(rects, shown, strict=True)]

    @Slot()
    def _flip(self) -> None:
        self._blink_original = not self._blink_original
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all panes."""
        painter = QPainter(self)
        self.render_view(painter)
        painter.end()

    def view_image(self) -> QImage:
        """Return what is seen, in device pixels."""
        ratio = self.devicePixelRatioF()
        image = QImage(self.size() * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        painter = QPainter(image)
        painter.setFont(self.font())
        self.render_view(painter)
        painter.end()
        return image

    def render_view(self, painter: QPainter) -> None:
        """Draw all panes with a painter."""
        colors = theme.current(self)
        painter.fillRect(self.rect(), QColor(colors.stage))
        panes = self._panes()
        if not panes:
            painting.words(painter, QRectF(self.rect()), self.message, colors)
            return
        for pane in panes:
            self._draw_pane(painter, pane.rect, pane.shown, colors)
        if (
            self.mode is Mode.SWIPE
            and not self._holding
            and self.current() is not None
            and self._original is not None
        ):
            self._draw_swipe(painter, panes[0].rect, colors)
            return
        for pane in panes:
            if pane.shown.picture is not None:
                painting.label(painter, pane.rect, pane.shown.letter, pane.shown.name)
        if self.mode is Mode.MAP and self._scale is not None and not self._holding:
            painting.scale_bar(painter, panes[0].rect, *self._scale)

    def _draw_pane(self, painter: QPainter, rect: QRectF, shown: Shown, colors: theme.Theme) -> None:
        if shown.picture is None:
            painting.words(painter, rect, shown.missing, colors)
            return
        ratio = self.devicePixelRatioF()
        size = QSizeF(shown.picture.size)
        target = self.view.target(rect, size, ratio, nudged=not shown.is_original)
        scale = self.view.scale(rect, size, ratio)
        painter.save()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        shown.picture.draw(painter, target, scale)
        if scale >= painting.VALUES_FROM:
            painting.values(painter, rect, shown.picture, target, ratio)
        painter.restore()

    def _draw_swipe(self, painter: QPainter, rect: QRectF, colors: theme.Theme) -> None:
        original, current = self._original, self.current()
        assert original is not None
        assert current is not None
        left, right = (current, original) if self.swapped else (original, current)
        x = rect.left() + self.divider * rect.width()
        painter.save()
        half = QRectF(rect.left(), rect.top(), x - rect.left(), rect.height())
        painter.setClipRect(half)
        painter.fillRect(half, QColor(colors.stage))
        self._draw_pane(painter, rect, left, colors)
        painter.restore()
        painting.divider(painter, rect, x)
        painting.label(painter, rect, left.letter, left.name)
        painting.label(painter, rect, right.letter, right.name, right=True)

    # Input

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if turned:
            self._zoom_to(self.scale() * 2 ** (turned / 240), event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Zoom by pinch too."""
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self._zoom_to(self.scale() * (1 + event.value()), event.position())
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to pan, or to move the divider."""
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return
        self._drag = event.position()
        self._drags_divider = (
            self._near_divider(event.position()) and event.button() == Qt.MouseButton.LeftButton
        )
        if not self._drags_divider:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, move the divider, nudge one side (Alt), or probe."""
        at = event.position()
        if self._drag is not None:
            by = at - self._drag
            self._drag = at
            if self._drags_divider:
                self.divider = max(0.0, min(1.0, at.x() / max(self.width(), 1)))
                self.update()
            elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
                per = self.devicePixelRatioF() / self.scale()
                x, y = self.view.nudge
                self._set_view(replace(self.view, nudge=(x + by.x() * per, y + by.y() * per)))
            else:
                self.pan_by(by)
        else:
            near = self._near_divider(at)
            self.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.CrossCursor)
        self.probed.emit(self.pixel_at(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag."""
        self._drag = None
        self._drags_divider = False
        self.setCursor(Qt.CursorShape.CrossCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go between the whole picture and 100 %."""
        if self.view.zoom is None:
            self._zoom_to(1.0 if self.scale() < 1 else 4.0 * self.scale(), event.position())
        else:
            self.fit()

    def leaveEvent(self, event: QEvent) -> None:
        """Stop probing."""
        self.probed.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows pan, or move the divider in swipe."""
        far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        key = event.key()
        if self.mode is Mode.SWIPE and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.move_divider((1 if key == Qt.Key.Key_Right else -1) * far)
            return
        steps = {
            Qt.Key.Key_Left: QPoint(1, 0),
            Qt.Key.Key_Right: QPoint(-1, 0),
            Qt.Key.Key_Up: QPoint(0, 1),
            Qt.Key.Key_Down: QPoint(0, -1),
        }
        if key in steps:
            self.pan_by(QPointF(steps[key]) * 20 * far)
            return
        super().keyPressEvent(event)

    def pixel_at(self, at: QPointF) -> tuple[int, int] | None:
        """Return the image pixel at a spot, or None."""
        for pane in self._panes():
            if pane.rect.contains(at) and pane.shown.picture is not None:
                size = QSizeF(pane.shown.picture.size)
                target = self.view.target(pane.rect, size, self.devicePixelRatioF())
                x = int((at.x() - target.left()) / target.width() * size.width())
                y = int((at.y() - target.top()) / target.height() * size.height())
                inside = target.contains(at) and 0 <= x < size.width() and 0 <= y < size.height()
                return (x, y) if inside else None
        return None

    def _near_divider(self, at: QPointF) -> bool:
        return (
            self.mode is Mode.SWIPE
            and self.current() is not None
            and abs(at.x() - self.divider * self.width()) < 14
        )
