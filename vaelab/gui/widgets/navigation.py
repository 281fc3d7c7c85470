"""Which page is shown, whether the viewer stands beside it, and how wide each region is."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget


class Page(Enum):
    """What the middle of the window can show; all but the first are tabs, in this order."""

    START = -1
    SUMMARY = 0
    IMAGES = 1
    PLOTS = 2
    LOG = 3
    CHARTS = 4


class Navigation(QObject):
    """Owns the regions of the window: setup, middle, viewer.

    Attributes:
        tabs: the pages with results.
        stack: the middle: the first page, or the tabs.
        viewer_frame: around the viewer; hidden while there is nothing to look at.
        splitter: holds the three regions.
        widths: of the three regions, logical px.

    Signals:
        start_shown: the first page is shown.
    """

    start_shown = Signal()

    def __init__(
        self, setup: QWidget, start: QWidget, pages: dict[Page, QWidget], viewer: QWidget, parent: QWidget
    ) -> None:
        """Turn to pages of these widgets.

        Args:
            setup: the left region.
            start: the first page.
            pages: the tabs.
            viewer: the right region.
            parent: what holds all of them.
        """
        super().__init__(parent)
        self.widths = [300, 730, 410]
        titles = {
            Page.SUMMARY: self.tr("Summary"),
            Page.IMAGES: self.tr("Images"),
            Page.PLOTS: self.tr("Plots"),
            Page.LOG: self.tr("Log"),
            Page.CHARTS: self.tr("Charts"),
        }
        # From the outside in: each new parent makes Qt look up the style of all that is below again.
        self.splitter = QSplitter(Qt.Orientation.Horizontal, parent)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.stack = QStackedWidget(self.splitter)
        self.tabs = QTabWidget(self.stack)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Results"))
        for page, title in titles.items():
            self.tabs.addTab(pages[page], title)
        self.stack.addWidget(start)
        self.stack.addWidget(self.tabs)
        self.viewer_frame = QFrame(self.splitter)
        box = QVBoxLayout(self.viewer_frame)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(viewer)
        for widget, stretch in ((setup, 0), (self.stack, 3), (self.viewer_frame, 2)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(self.splitter.indexOf(widget), stretch)

    def page(self) -> Page:
        """The page that is shown."""
        return self.tab() if self.stack.currentWidget() is self.tabs else Page.START

    def tab(self) -> Page:
        """The tab that is chosen, seen or not."""
        return Page(self.tabs.currentIndex())

    def show(self, page: Page) -> None:
        """Show a page: results with the viewer beside them, the first page without it."""
        if page is Page.START:
            self.stack.setCurrentIndex(0)
            self.show_viewer(False)
            self.start_shown.emit()
        else:
            self.show_results()
            self.turn_to(page)

    def show_results(self) -> None:
        """Show the tab that was shown last, and the viewer."""
        self.stack.setCurrentWidget(self.tabs)
        self.show_viewer(True)

    def turn_to(self, page: Page) -> None:
        """Choose a tab without leaving the first page."""
        self.tabs.setCurrentIndex(page.value)

    def show_viewer(self, on: bool) -> None:
        """Show or hide the viewer; its width goes to the middle while it is hidden."""
        appears = on and self.viewer_frame.isHidden()
        self.viewer_frame.setVisible(on)
        if appears:
            self.spread()

    def spread(self) -> None:
        """Give each region its width."""
        setup, middle, viewer = self.widths
        hidden = self.viewer_frame.isHidden()
        self.splitter.setSizes([setup, middle + viewer, 0] if hidden else [setup, middle, viewer])

    @Slot(int)
    def count_problems(self, number: int) -> None:
        """Say on the tab of the log how many problems are in it."""
        self.tabs.setTabText(Page.LOG.value, self.tr("Log") + (f" {number} ⚠" if number else ""))
