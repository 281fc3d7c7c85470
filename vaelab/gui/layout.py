"""The parts of the window as the keyboard sees them: go to the next one, give one the whole window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from vaelab.gui.main_window import MainWindow


class PaneLayout(QObject):
    """Setup, middle, viewer."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window."""
        super().__init__(window)
        self._window = window

    def is_alone(self) -> bool:
        """Whether the viewer has the whole window."""
        w = self._window
        return not w.viewer_frame.isHidden() and w.stack.isHidden()

    @Slot()
    def viewer_alone(self) -> None:
        """Give the whole window to the viewer, or take it back."""
        w = self._window
        alone = not self.is_alone()
        if alone and w.viewer_frame.isHidden():
            return
        w.stack.setVisible(not alone)
        w.setup_panel.setVisible(not alone)
        w.viewer.canvas.setFocus()

    @Slot()
    def leave(self) -> None:
        """Step back: out of the viewer alone, else out of the filter."""
        w = self._window
        if self.is_alone():
            self.viewer_alone()
        elif w.tabs.currentWidget() is w.images:
            w.images.clear_filter()

    @Slot()
    def next_region(self) -> None:
        """Go to the next part of the window."""
        self._move(1)

    @Slot()
    def previous_region(self) -> None:
        """Go to the part of the window before."""
        self._move(-1)

    def _move(self, by: int) -> None:
        w = self._window
        focus = w.focusWidget()
        entrances: list[tuple[QWidget, QWidget]] = [
            (w.setup_panel, w.setup_panel.images.folder_button),
            (w.stack, self._middle()),
            (w.viewer_frame, w.viewer.canvas),
        ]
        shown = [(pane, entrance) for pane, entrance in entrances if pane.isVisible()]
        here = next(
            (n for n, (pane, _) in enumerate(shown) if focus is not None and pane.isAncestorOf(focus)), None
        )
        place = 0 if here is None else (here + by) % len(shown)
        shown[place][1].setFocus(Qt.FocusReason.TabFocusReason)

    def _middle(self) -> QWidget:
        w = self._window
        if w.stack.currentWidget() is w.start:
            return w.start.folder_button
        page = w.tabs.currentWidget()
        if page is w.images:
            return w.images.table
        return w.summary.table if page is w.summary else w.log.view
