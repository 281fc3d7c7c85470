"""Edit: undo, copies, the filter, the settings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from vaelab.gui.keys.action_table import Entry, Menu
from vaelab.gui.menus.controllers import Controllers

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
            Entry(
                "copy_md",
                translate("EditMenu", "Copy table as Markdown"),
                exports.copy_markdown,
                enabled=enabled.has_run,
            ),
            Entry(
                "copy_tsv",
                translate("EditMenu", "Copy table as TSV"),
                exports.copy_tsv,
                enabled=enabled.has_run,
            ),
            Entry(
                "copy_bbcode",
                translate("EditMenu", "Copy table as BBCode"),
                exports.copy_bbcode,
                enabled=enabled.has_run,
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
