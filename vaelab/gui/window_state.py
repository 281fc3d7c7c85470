"""How the window is arranged, from one start to the next: place, regions, columns of the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vaelab.gui.main_window import MainWindow
    from vaelab.gui.results.table_view import Table


class WindowState:
    """Brings it back and keeps it."""

    def __init__(self, window: MainWindow) -> None:
        """Know the widths that the regions have at first."""
        self._window = window
        self._sizes = [300, 730, 410]

    def restore(self) -> None:
        """Arrange the window as it was left."""
        w = self._window
        geometry = w.store.data("window/geometry")
        if geometry is not None:
            w.restoreGeometry(geometry)
        sizes = w.store.items("window/sizes")
        if len(sizes) == 3 and all(isinstance(size, int) and size > 50 for size in sizes):
            self._sizes = sizes
        self.spread()
        for name, table in self._tables():
            columns = w.store.data(f"columns/{name}/{table.model().columnCount()}")
            if columns is not None:
                table.restore_columns(columns, w.store.integer(f"columns/{name}/measured", 1000))

    def spread(self) -> None:
        """Give each region its width; the viewer's goes to the results while it is hidden."""
        sizes = list(self._sizes)
        if self._window.viewer_frame.isHidden():
            sizes = [sizes[0], sizes[1] + sizes[2], 0]
        self._window.splitter.setSizes(sizes)

    def keep(self) -> None:
        """Take note of how the window is arranged now."""
        w = self._window
        w.store.put("window/geometry", w.saveGeometry())
        if not w.viewer_frame.isHidden() and not w.setup_panel.isHidden():
            w.store.put("window/sizes", w.splitter.sizes())
        for name, table in self._tables():
            w.store.put(f"columns/{name}/{table.model().columnCount()}", table.save_columns())
            w.store.put(f"columns/{name}/measured", table.measured_with)
        w.store.sync()

    def _tables(self) -> tuple[tuple[str, Table], ...]:
        return ("images", self._window.images.table), ("summary", self._window.summary.table)
