"""The menu bar: one module a menu, and what their entries share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from vaelab.gui.controllers.exports import Exports
from vaelab.gui.controllers.picture_export import PictureExport
from vaelab.gui.controllers.run_comparison import RunComparison
from vaelab.gui.dialogs.file_dialogs import FileDialogs
from vaelab.gui.hub.controller import HubController
from vaelab.gui.keys.command_palette import CommandPalette
from vaelab.gui.menus.edit_menu import EditMenu
from vaelab.gui.menus.enabled import Enabled
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
        self.choosing = FileDialogs(window)
        self.desktop = Desktop(window.banner, self)
        self.sharing = Exports(window, self.desktop)
        self.pictures = PictureExport(window)
        self.comparing = RunComparison(window, self.desktop)
        self.getting = HubController(window)
        self.palette = CommandPalette(window.actions_, window.key_map, window)
        able = Enabled(window)
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
            self.sharing.copy_markdown()
        elif name == "resume":
            w.flow.opening.continue_shown()
        elif name == "log":
            w.flow.show_results()
            w.tabs.setCurrentWidget(w.log)
