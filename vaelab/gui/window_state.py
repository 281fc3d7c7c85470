"""How the window is arranged, from one start to the next: place, regions, columns of the tables."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.results.table_view import ResultTable
from vaelab.gui.widgets.navigation import Navigation
from vaelab.gui.widgets.screen_room import centered, fitted

_FIRST = QSize(1440, 900)
"""What the window would like on a fresh account, in logical px."""


class WindowState:
    """Brings it back and keeps it."""

    def __init__(
        self,
        window: QWidget,
        navigation: Navigation,
        setup: QWidget,
        tables: Mapping[str, ResultTable],
        store: SettingsStore,
    ) -> None:
        """Save and restore a window's geometry.

        Args:
            window: whose place on the screen is kept.
            navigation: whose regions' widths are kept.
            setup: the region whose width means nothing while it is folded.
            tables: whose columns are kept, by name.
            store: where all is kept.
        """
        self._window, self._navigation, self._setup = window, navigation, setup
        self._tables, self._store = tables, store

    def restore(self) -> None:
        """Arrange the window as it was left."""
        self._place()
        widths = self._store.items("window/sizes")
        if len(widths) == 3 and all(isinstance(width, int) and width > 50 for width in widths):
            self._navigation.widths = widths
        self._navigation.spread()
        for name, table in self._tables.items():
            columns = self._store.data(f"columns/{name}/{table.model().columnCount()}")
            if columns is not None:
                table.restore_columns(columns, self._store.integer(f"columns/{name}/measured", 1000))

    def _place(self) -> None:
        window = self._window
        window.setGeometry(centered(_FIRST, window.screen().availableGeometry()))
        geometry = self._store.data("window/geometry")
        if geometry is None or not window.restoreGeometry(geometry):
            return
        if not window.isMaximized() and not window.isFullScreen():
            place = window.geometry()
            screen = QGuiApplication.screenAt(place.center()) or window.screen()
            window.setGeometry(fitted(place, screen.availableGeometry()))

    def keep(self) -> None:
        """Take note of how the window is arranged now."""
        self._store.put("window/geometry", self._window.saveGeometry())
        if not self._navigation.viewer_frame.isHidden() and not self._setup.isHidden():
            self._store.put("window/sizes", self._navigation.splitter.sizes())
        for name, table in self._tables.items():
            self._store.put(f"columns/{name}/{table.model().columnCount()}", table.save_columns())
            self._store.put(f"columns/{name}/measured", table.measured_with)
        self._store.sync()
