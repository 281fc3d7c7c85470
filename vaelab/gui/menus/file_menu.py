"""File: what to measure, runs, exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vaelab.gui.keys.action_table import Entry
from vaelab.gui.menus.enabled import Enabled

if TYPE_CHECKING:
    from vaelab.gui.main_window import MainWindow
    from vaelab.gui.menus import Menus


class FileMenu(QObject):
    """Fills the menu."""

    def __init__(self, window: MainWindow, menus: Menus, able: Enabled) -> None:
        """Add it to the window."""
        super().__init__(window)
        choosing, sharing, pictures = menus.choosing, menus.sharing, menus.pictures
        idle, run, pair = able.idle, able.has_run, able.has_pair
        window.actions_.menu(
            self.tr("&File"),
            [
                Entry(
                    "add_folder",
                    self.tr("Add folder of images…"),
                    choosing.choose_folder,
                    ["Ctrl+O"],
                ),
                Entry("add_images", self.tr("Add images…"), choosing.choose_images),
                Entry(
                    "add_vaes",
                    self.tr("Add VAE files…"),
                    choosing.choose_vaes,
                    ["Ctrl+Shift+O"],
                ),
                Entry("add_vae_folder", self.tr("Add folder of VAEs…"), choosing.choose_vae_folder),
                Entry("get_vaes", self.tr("Get VAEs from the Hugging Face Hub…"), menus.getting.show),
                Entry("paste", self.tr("Paste paths"), window.paste, ["Ctrl+V"]),
                None,
                Entry("open_run", self.tr("Open run…"), choosing.choose_run, ["Ctrl+Shift+R"]),
                Entry(
                    "start_page", self.tr("Start page"), window.flow.show_start, ["Ctrl+Home"], enabled=idle
                ),
                None,
                Entry("open_report", self.tr("Open report"), sharing.open_report, ["Ctrl+R"], enabled=run),
                Entry("compare", self.tr("Compare with another run…"), menus.comparing.ask, enabled=run),
                Entry("export", self.tr("Export…"), sharing.export, ["Ctrl+E"], enabled=run),
                Entry(
                    "save_view", self.tr("Save view as PNG…"), pictures.save_view, ["Ctrl+S"], enabled=pair
                ),
                Entry(
                    "save_original",
                    self.tr("Save original as PNG…"),
                    pictures.save_original,
                    enabled=pair,
                ),
                Entry(
                    "save_other",
                    self.tr("Save reconstruction as PNG…"),
                    pictures.save_reconstruction,
                    enabled=pair,
                ),
                Entry("open_folder", self.tr("Show run folder"), sharing.open_run_folder, enabled=run),
                None,
                Entry("quit", self.tr("Quit"), window.close, ["Ctrl+Q"]),
            ],
        )
