"""Edit: undo, copies, the filter, the settings."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from vaelab.gui.core.engine_text import format_words
from vaelab.gui.keys.action_table import Entry, Menu
from vaelab.gui.menus.controllers import Controllers
from vaelab.report.formats.table import FORMATS

translate = QCoreApplication.translate


def edit_menu(controllers: Controllers) -> Menu:
    """Return the menu."""
    undo, exports, enabled = controllers.undo, controllers.exports, controllers.enabled
    return Menu(
        translate("EditMenu", "&Edit"),
        [
            Entry(
                "undo",
                translate("EditMenu", "Undo"),
                undo.undo,
                ["Ctrl+Z"],
                enabled=enabled.while_idle(undo.canUndo),
            ),
            Entry(
                "redo",
                translate("EditMenu", "Redo"),
                undo.redo,
                ["Ctrl+Shift+Z", "Ctrl+Y"],
                enabled=enabled.while_idle(undo.canRedo),
            ),
            None,
            Entry("copy_rows", translate("EditMenu", "Copy rows"), exports.copy_rows, ["Ctrl+C"]),
            Entry(
                "copy_rows_md",
                translate("EditMenu", "Copy rows as Markdown"),
                exports.copy_rows_markdown,
                ["Ctrl+Shift+C"],
            ),
            None,
            *(
                Entry(
                    f"copy_{row.name}",
                    format_words(row.copy),
                    partial(exports.copy_table, row.name),
                    enabled=enabled.has_run,
                )
                for row in FORMATS
                if row.copy
            ),
            Entry(
                "copy_post",
                translate("EditMenu", "Copy picture pair to post"),
                controllers.picture_export.copy_post,
                ["Ctrl+Shift+V"],
                enabled=enabled.has_pair,
            ),
            Entry(
                "copy_command",
                translate("EditMenu", "Copy run as command"),
                exports.copy_command,
                enabled=enabled.has_run,
            ),
            None,
            Entry(
                "filter",
                translate("EditMenu", "Filter images"),
                controllers.pane_layout.focus_filter,
                ["Ctrl+F"],
            ),
            None,
            Entry("settings", translate("EditMenu", "Settings…"), controllers.show_settings, ["Ctrl+,"]),
        ],
    )
