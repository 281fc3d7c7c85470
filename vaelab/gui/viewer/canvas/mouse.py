"""The mouse over the pictures: wheel and pinch zoom, drag pans, Alt+drag moves one side, the divider is dragged."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QWidget


class MouseTarget(Protocol):
    """What the mouse moves; points are logical px of the widget it is over."""

    def scale(self) -> float:
        """Device pixels for each pixel of the picture."""

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom, keeping what lies at a point where it is."""

    def toggle_fit(self, at: QPointF) -> None:
        """Change between the whole picture and its pixels at a point."""

    def pan_by(self, by: QPointF) -> None:
        """Move both sides."""

    def nudge_by(self, by: QPointF) -> None:
        """Move one side alone."""

    def is_near_divider(self, at: QPointF) -> bool:
        """Whether a point is close enough to the divider to drag it."""

    def put_divider(self, x: float) -> None:
        """Move the divider."""

    def probe(self, at: QPointF | None) -> None:
        """Say what lies at a point; None where the pointer is elsewhere."""


class Pointer(QObject):
    """Turns what the mouse does on a canvas into what the canvas can do.

    Attributes:
        at: where the pointer is, logical px; None where it is elsewhere.
    """

    def __init__(self, widget: QWidget, target: MouseTarget) -> None:
        super().__init__(widget)
        self._widget, self._target = widget, target
        self._drag: QPointF | None = None
        self._drags_divider = False
        self.at: QPointF | None = None
        widget.setMouseTracking(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Act on the mouse, leave other events alone."""
        kind = event.type()
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        if isinstance(event, QNativeGestureEvent):
            return self._pinch(event)
        if isinstance(event, QMouseEvent):
            if kind == QEvent.Type.MouseButtonPress:
                return self._press(event)
            if kind == QEvent.Type.MouseMove:
                return self._move(event)
            if kind == QEvent.Type.MouseButtonRelease:
                return self._release()
            if kind == QEvent.Type.MouseButtonDblClick and event.button() == Qt.MouseButton.LeftButton:
                self._target.toggle_fit(event.position())
                return True
        elif kind == QEvent.Type.Leave:
            self.at = None
            self._target.probe(None)
        return super().eventFilter(watched, event)

    def _wheel(self, event: QWheelEvent) -> bool:
        turned = event.angleDelta().y() or event.angleDelta().x()
        if turned:
            self._target.zoom_to(self._target.scale() * 2 ** (turned / 240), event.position())
        event.accept()
        return True

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._target.zoom_to(self._target.scale() * (1 + event.value()), event.position())
        return True

    def _press(self, event: QMouseEvent) -> bool:
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return False
        self._widget.setFocus(Qt.FocusReason.MouseFocusReason)
        self._drag = event.position()
        self._drags_divider = event.button() == Qt.MouseButton.LeftButton and self._target.is_near_divider(
            event.position()
        )
        if not self._drags_divider:
            self._widget.setCursor(Qt.CursorShape.ClosedHandCursor)
        return True

    def _move(self, event: QMouseEvent) -> bool:
        at = self.at = event.position()
        if self._drag is None:
            near = self._target.is_near_divider(at)
            self._widget.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.CrossCursor)
        elif self._drags_divider:
            self._target.put_divider(at.x())
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._target.nudge_by(at - self._drag)
        else:
            self._target.pan_by(at - self._drag)
        if self._drag is not None:
            self._drag = at
        self._target.probe(at)
        return True

    def _release(self) -> bool:
        self._drag = None
        self._drags_divider = False
        self._widget.setCursor(Qt.CursorShape.CrossCursor)
        return True
