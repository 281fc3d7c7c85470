"""Help: every command, every key, which version this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from vaelab import __version__
from vaelab.gui.keys.action_table import Entry
from vaelab.gui.keys.command_palette import CommandPalette
from vaelab.gui.keys.shortcut_sheet import ShortcutSheet

if TYPE_CHECKING:
    from vaelab.gui.main_window import MainWindow


class HelpMenu(QObject):
    """Fills the menu."""

    def __init__(self, window: MainWindow, palette: CommandPalette) -> None:
        """Add it to the window."""
        super().__init__(window)
        self._window = window
        window.actions_.menu(
            self.tr("&Help"),
            [
                Entry("palette", self.tr("Search commands…"), palette.open_, ["Ctrl+K", "Ctrl+Shift+P"]),
                Entry("keys", self.tr("Keys"), self.show_keys, ["F1", "?"]),
                None,
                Entry("about", self.tr("About VAELab"), self.show_about),
            ],
        )

    @Slot()
    def show_keys(self) -> None:
        """Show all keys."""
        ShortcutSheet(self._window.key_map, self._window).show()

    @Slot()
    def show_about(self) -> None:
        """Say which version this is."""
        text = self.tr(
            "VAELab {0}: what an image VAE does to your own pictures. Everything stays on this computer."
        )
        self._window.banner.say(text.format(__version__))
