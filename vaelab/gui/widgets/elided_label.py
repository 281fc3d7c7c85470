"""A label of one line that shortens its text rather than widening its parent."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from vaelab.gui.widgets import tips


class Elided(QLabel):
    """A label of one line that shortens its text, in the middle or at its end, rather than widening its parent."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, at_end: bool = False) -> None:
        super().__init__(parent)
        self._full = ""
        self._mode = Qt.TextElideMode.ElideRight if at_end else Qt.TextElideMode.ElideMiddle
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.put(text)

    def put(self, text: str) -> None:
        """Show another text; the whole of it is the tooltip when it had to be shortened."""
        self._full = text
        self._fit()

    def full_text(self) -> str:
        """The text, whole."""
        return self._full

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._full, self._mode, max(self.width(), 24))
        super().setText(shown)
        self.setToolTip(tips.plain(self._full) if shown != self._full else "")
        self.setAccessibleName(self._full)
