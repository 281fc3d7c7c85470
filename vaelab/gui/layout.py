"""The regions of the window as the keyboard sees them: go to the next one, fold one, give one the whole window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from vaelab.gui.results.images.tab import ImagesTab
from vaelab.gui.results.log import LogPanel
from vaelab.gui.results.summary_tab import SummaryTab
from vaelab.gui.setup.panel import SetupPanel
from vaelab.gui.start.start_page import StartPage
from vaelab.gui.viewer.canvas.canvas import Canvas
from vaelab.gui.widgets.navigation import Navigation, Page


class PaneLayout(QObject):
    """Moves between setup, middle and viewer, and shows or hides them."""

    def __init__(
        self,
        navigation: Navigation,
        *,
        setup_panel: SetupPanel,
        start: StartPage,
        summary: SummaryTab,
        images: ImagesTab,
        log: LogPanel,
        canvas: Canvas,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._navigation, self._setup_panel, self._start = navigation, setup_panel, start
        self._summary, self._images, self._log = summary, images, log
        self._canvas, self._window = canvas, window

    def is_alone(self) -> bool:
        """Whether the viewer has the whole window."""
        return not self._navigation.viewer_frame.isHidden() and self._navigation.stack.isHidden()

    @Slot()
    def viewer_alone(self) -> None:
        """Give the whole window to the viewer, or take it back."""
        alone = not self.is_alone()
        if alone and self._navigation.viewer_frame.isHidden():
            return
        self._navigation.stack.setVisible(not alone)
        self._setup_panel.setVisible(not alone)
        self._canvas.setFocus()

    def is_setup_shown(self) -> bool:
        """Whether the setup is not folded."""
        return not self._setup_panel.isHidden()

    @Slot()
    def fold_setup(self) -> None:
        """Hide or show the setup."""
        self._setup_panel.setVisible(self._setup_panel.isHidden())

    @Slot()
    def focus_filter(self) -> None:
        """Go to the filter of the visible tab."""
        if self._navigation.tab() is Page.LOG:
            self._log.filter.setFocus()
            return
        self._navigation.turn_to(Page.IMAGES)
        self._images.filter.setFocus()

    @Slot()
    def leave(self) -> None:
        """Step back: out of the viewer alone, else out of the filter."""
        if self.is_alone():
            self.viewer_alone()
        elif self._navigation.tab() is Page.IMAGES:
            self._images.clear_filter()

    @Slot()
    def next_region(self) -> None:
        """Go to the next part of the window."""
        self._move(1)

    @Slot()
    def previous_region(self) -> None:
        """Go to the part of the window before."""
        self._move(-1)

    def _move(self, by: int) -> None:
        focus = self._window.focusWidget()
        entrances: list[tuple[QWidget, QWidget]] = [
            (self._setup_panel, self._setup_panel.images.folder_button),
            (self._navigation.stack, self._middle()),
            (self._navigation.viewer_frame, self._canvas),
        ]
        shown = [(pane, entrance) for pane, entrance in entrances if pane.isVisible()]
        here = next(
            (n for n, (pane, _) in enumerate(shown) if focus is not None and pane.isAncestorOf(focus)), None
        )
        place = 0 if here is None else (here + by) % len(shown)
        shown[place][1].setFocus(Qt.FocusReason.TabFocusReason)

    def _middle(self) -> QWidget:
        page = self._navigation.page()
        if page is Page.START:
            return self._start.folder_button
        if page is Page.IMAGES:
            return self._images.table
        return self._summary.table if page is Page.SUMMARY else self._log.view
