"""How large a window may be: none is larger than the screen it opens on, whatever it was the last time or on another screen."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_FRAME = QMargins(8, 36, 8, 4)
"""Room for what a desktop draws around a window, in logical px: how much that is, is known only once the window is shown."""


def fitted(wanted: QRect, available: QRect, frame: QMargins = _FRAME) -> QRect:
    """Return where a window goes that would like to be somewhere.

    Args:
        wanted: the place it would like, without its frame, in logical px.
        available: what a screen has, without panels and docks.
        frame: what is drawn around the window.

    Returns:
        That place where all of the window and its frame is on the screen; else the nearest that is, smaller if need be.
    """
    room = available.marginsRemoved(frame)
    size = wanted.size().boundedTo(room.size())
    left = min(max(wanted.left(), room.left()), room.right() - size.width() + 1)
    top = min(max(wanted.top(), room.top()), room.bottom() - size.height() + 1)
    return QRect(left, top, size.width(), size.height())


def centered(size: QSize, available: QRect) -> QRect:
    """Return a place of a size in the middle of a screen, smaller where that size does not fit."""
    place = QRect(available.topLeft(), size)
    place.moveCenter(available.center())
    return fitted(place, available)


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window a size, in logical px, or as much of it as its screen has."""
    room = window.screen().availableGeometry().marginsRemoved(_FRAME)
    window.resize(QSize(width, height).boundedTo(room.size()))


def smallest_room() -> QSize:
    """Return what every screen has room for, in logical px: no window may insist on more, as it can be moved to any."""
    room = QSize(1 << 20, 1 << 20)
    for screen in QGuiApplication.screens():
        room = room.boundedTo(screen.availableGeometry().marginsRemoved(_FRAME).size())
    return room
