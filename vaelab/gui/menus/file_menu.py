"""File: what to measure, runs, exports."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from vaelab.gui.keys.action_table import Menu, MenuEntry
from vaelab.gui.menus.controllers import Controllers
from vaelab.gui.widgets.navigation import Page

translate = QCoreApplication.translate


def file_menu(controllers: Controllers) -> Menu:
    """Return the menu."""
    ask, exports, pictures = controllers.file_dialogs, controllers.exports, controllers.picture_export
    enabled = controllers.enabled
    return Menu(
        translate("FileMenu", "&File"),
        [
            MenuEntry(
                "add_folder",
                translate("FileMenu", "Add folder of images…"),
                ask.choose_folder,
                ["Ctrl+O"],
            ),
            MenuEntry("add_images", translate("FileMenu", "Add images…"), ask.choose_images),
            MenuEntry(
                "add_vaes",
                translate("FileMenu", "Add VAE files…"),
                ask.choose_vaes,
                ["Ctrl+Shift+O"],
            ),
            MenuEntry("add_vae_folder", translate("FileMenu", "Add folder of VAEs…"), ask.choose_vae_folder),
            MenuEntry(
                "get_vaes", translate("FileMenu", "Get VAEs from the Hugging Face Hub…"), controllers.hub.show
            ),
            MenuEntry("paste", translate("FileMenu", "Paste paths"), controllers.imports.paste, ["Ctrl+V"]),
            None,
            MenuEntry("open_run", translate("FileMenu", "Open run…"), ask.choose_run, ["Ctrl+Shift+R"]),
            MenuEntry(
                "start_page",
                translate("FileMenu", "Start page"),
                partial(controllers.navigation.show, Page.START),
                ["Ctrl+Home"],
                enabled=enabled.idle,
            ),
            None,
            MenuEntry(
                "open_report",
                translate("FileMenu", "Open report"),
                exports.open_report,
                ["Ctrl+R"],
                enabled=enabled.has_run,
            ),
            MenuEntry(
                "compare",
                translate("FileMenu", "Compare with another run…"),
                controllers.run_comparison.ask,
                enabled=enabled.has_run,
            ),
            MenuEntry(
                "export",
                translate("FileMenu", "Export…"),
                exports.export,
                ["Ctrl+E"],
                enabled=enabled.has_run,
            ),
            MenuEntry(
                "save_view",
                translate("FileMenu", "Save view as PNG…"),
                pictures.save_view,
                ["Ctrl+S"],
                enabled=enabled.has_pair,
            ),
            MenuEntry(
                "save_original",
                translate("FileMenu", "Save original as PNG…"),
                pictures.save_original,
                enabled=enabled.has_pair,
            ),
            MenuEntry(
                "save_other",
                translate("FileMenu", "Save reconstruction as PNG…"),
                pictures.save_reconstruction,
                enabled=enabled.has_pair,
            ),
            MenuEntry(
                "open_folder",
                translate("FileMenu", "Show run folder"),
                exports.open_run_folder,
                enabled=enabled.has_run,
            ),
            None,
            MenuEntry("quit", translate("FileMenu", "Quit"), controllers.close, ["Ctrl+Q"]),
        ],
    )
