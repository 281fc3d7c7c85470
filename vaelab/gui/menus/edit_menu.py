"""Edit: undo, copies, the filter, the settings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from vaelab.gui.core.engine_text import format_words
from vaelab.gui.keys.action_table import Entry
from vaelab.gui.menus.enabled import Able
from vaelab.report.formats.table import FORMATS

if TYPE_CHECKING:
    from vaelab.gui.main_window import MainWindow
    from vaelab.gui.menus import Menus


class EditMenu(QObject):
    """Fills the menu."""

    def __init__(self, window: MainWindow, menus: Menus, able: Able) -> None:
        """Add it to the window."""
        super().__init__(window)
        self._window = window
        sharing, run = menus.sharing, able.has_run
        undo = window.setup_model.undo
        window.actions_.menu(
            self.tr("&Edit"),
            [
                Entry("undo", self.tr("Undo"), undo.undo, ["Ctrl+Z"], enabled=able.while_idle(undo.canUndo)),
                Entry(
                    "redo",
                    self.tr("Redo"),
                    undo.redo,
                    ["Ctrl+Shift+Z", "Ctrl+Y"],
                    enabled=able.while_idle(undo.canRedo),
                ),
                None,
                Entry("copy_rows", self.tr("Copy rows"), sharing.copy_rows, ["Ctrl+C"]),
                Entry(
                    "copy_rows_md",
                    self.tr("Copy rows as Markdown"),
                    sharing.copy_rows_markdown,
                    ["Ctrl+Shift+C"],
                ),
                None,
                *(
                    Entry(
                        f"copy_{row.name}",
                        format_words(row.copy),
                        partial(sharing.copy_table, row.name),
                        enabled=run,
                    )
                    for row in FORMATS
                    if row.copy
                ),
                Entry(
                    "copy_post",
                    self.tr("Copy picture pair to post"),
                    menus.pictures.copy_post,
                    ["Ctrl+Shift+V"],
                    enabled=able.has_pair,
                ),
                Entry("copy_command", self.tr("Copy run as command"), sharing.copy_command, enabled=run),
                None,
                Entry("filter", self.tr("Filter images"), self.focus_filter, ["Ctrl+F"]),
                None,
                Entry("settings", self.tr("Settings…"), window.show_settings, ["Ctrl+,"]),
            ],
        )

    @Slot()
    def focus_filter(self) -> None:
        """Go to the filter of the visible tab."""
        w = self._window
        if w.tabs.currentWidget() is w.log:
            w.log.filter.setFocus()
            return
        w.tabs.setCurrentWidget(w.images)
        w.images.filter.setFocus()
