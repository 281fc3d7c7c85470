"""Lays out at once what would otherwise be laid out step by step, and be seen half done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget


def settle(widget: QWidget) -> None:
    """Lay out a widget whose children came, went or grew, and all around it up to its window.

    Qt lays out level by level, each in its own turn of the event loop; between two of them the window may be painted.
    """
    around: QWidget | None = widget
    while around is not None:
        QCoreApplication.sendPostedEvents(around, QEvent.Type.LayoutRequest)
        around = around.parentWidget()
