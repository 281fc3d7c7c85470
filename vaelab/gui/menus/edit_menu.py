"""Edit: undo, copies, the filter, the settings."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from vaelab.gui.core.engine_text import format_words
from vaelab.gui.keys.action_table import Menu, MenuEntry
from vaelab.gui.menus.controllers import Controllers
from vaelab.report.formats.table import FORMATS

translate = QCoreApplication.translate


def edit_menu(controllers: Controllers) -> Menu:
    """Return the menu."""
    undo, exports, enabled = controllers.undo, controllers.exports, controllers.enabled
    return Menu(
        translate("EditMenu", "&Edit"),
        [
            MenuEntry(
                "undo",
                translate("EditMenu", "Undo"),
                undo.undo,
                ["Ctrl+Z"],
                enabled=enabled.while_idle(undo.canUndo),
            ),
            MenuEntry(
                "redo",
                translate("EditMenu", "Redo"),
                undo.redo,
                ["Ctrl+Shift+Z", "Ctrl+Y"],
                enabled=enabled.while_idle(undo.canRedo),
            ),
            None,
            MenuEntry("copy_rows", translate("EditMenu", "Copy rows"), exports.copy_rows, ["Ctrl+C"]),
            MenuEntry(
                "copy_rows_md",
                translate("EditMenu", "Copy rows as Markdown"),
                exports.copy_rows_markdown,
                ["Ctrl+Shift+C"],
            ),
            None,
            *(
                MenuEntry(
                    f"copy_{row.name}",
                    format_words(row.copy),
                    partial(exports.copy_table, row.name),
                    enabled=enabled.has_run,
                )
                for row in FORMATS
                if row.copy
            ),
            MenuEntry(
                "copy_post",
                translate("EditMenu", "Copy picture pair to post"),
                controllers.picture_export.copy_post,
                ["Ctrl+Shift+V"],
                enabled=enabled.has_pair,
            ),
            MenuEntry(
                "copy_command",
                translate("EditMenu", "Copy run as command"),
                exports.copy_command,
                enabled=enabled.has_run,
            ),
            None,
            MenuEntry(
                "filter",
                translate("EditMenu", "Filter images"),
                controllers.pane_layout.focus_filter,
                ["Ctrl+F"],
            ),
            None,
            MenuEntry("settings", translate("EditMenu", "Settings…"), controllers.show_settings, ["Ctrl+,"]),
        ],
    )
