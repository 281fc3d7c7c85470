"""The menu bar: one module a menu, and what their entries share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from vaelab.gui.controllers.exports import Sharing
from vaelab.gui.controllers.picture_export import PictureSaving
from vaelab.gui.controllers.run_comparison import Comparing
from vaelab.gui.dialogs.file_dialogs import Choosing
from vaelab.gui.hub.controller import Getting
from vaelab.gui.keys.command_palette import CommandPalette
from vaelab.gui.menus.edit_menu import EditMenu
from vaelab.gui.menus.enabled import Able
from vaelab.gui.menus.file_menu import FileMenu
from vaelab.gui.menus.help_menu import HelpMenu
from vaelab.gui.menus.run_menu import RunMenu
from vaelab.gui.menus.view_menu import ViewMenu
from vaelab.gui.widgets.desktop import Desktop

if TYPE_CHECKING:
    from vaelab.gui.main_window import MainWindow


class Menus(QObject):
    """Fills the menu bar, and answers the buttons of the banner."""

    def __init__(self, window: MainWindow) -> None:
        """Build all menus."""
        super().__init__(window)
        self._window = window
        self.choosing = Choosing(window)
        self.desktop = Desktop(window.banner, self)
        self.sharing = Sharing(window, self.desktop)
        self.pictures = PictureSaving(window)
        self.comparing = Comparing(window, self.desktop)
        self.getting = Getting(window)
        self.palette = CommandPalette(window.actions_, window.key_map, window)
        able = Able(window)
        self.file = FileMenu(window, self, able)
        self.edit = EditMenu(window, self, able)
        self.run = RunMenu(window, able)
        self.view = ViewMenu(window)
        self.help = HelpMenu(window, self.palette)
        window.setup_panel.images.choose_folder.connect(self.choosing.choose_folder)
        window.setup_panel.images.choose_files.connect(self.choosing.choose_images)
        window.setup_panel.images.show_skipped.connect(self.choosing.show_skipped)
        window.setup_panel.vaes.choose_files.connect(self.choosing.choose_vaes)
        window.setup_panel.vaes.choose_folder.connect(self.choosing.choose_vae_folder)
        window.setup_panel.vaes.choose_from_hub.connect(self.getting.show)
        window.setup_panel.vaes.reveal_wanted.connect(self.desktop.open)
        window.start.choose_folder.connect(self.choosing.choose_folder)
        window.start.choose_vae.connect(window.setup_panel.vaes.open_menu)
        window.banner.chosen.connect(self._banner_action)
        window.flow.ending.compare_wanted.connect(self.comparing.compare_with)

    @Slot(str)
    def _banner_action(self, name: str) -> None:
        w = self._window
        if name == "report":
            self.sharing.open_report()
        elif name == "copy":
            self.sharing.copy_table("md")
        elif name == "resume":
            w.flow.opening.continue_shown()
        elif name == "log":
            w.flow.show_results()
            w.tabs.setCurrentWidget(w.log)
