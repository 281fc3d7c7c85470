"""Help: every command, every key, which version this is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from vaelab import __version__
from vaelab.gui.core.notifier import Notifier
from vaelab.gui.keys.action_table import Menu, MenuEntry
from vaelab.gui.menus.controllers import Controllers

translate = QCoreApplication.translate


def help_menu(controllers: Controllers) -> Menu:
    """Return the menu."""
    return Menu(
        translate("HelpMenu", "&Help"),
        [
            MenuEntry(
                "palette",
                translate("HelpMenu", "Search commands…"),
                controllers.palette.open_,
                ["Ctrl+K", "Ctrl+Shift+P"],
            ),
            MenuEntry("keys", translate("HelpMenu", "Keys"), controllers.show_keys, ["F1", "?"]),
            None,
            MenuEntry(
                "verify",
                translate("HelpMenu", "Verify this run"),
                controllers.verification.verify,
                enabled=controllers.enabled.while_idle(controllers.enabled.has_folder),
            ),
            None,
            MenuEntry(
                "about", translate("HelpMenu", "About VAELab"), partial(_show_about, controllers.notifier)
            ),
        ],
    )


def _show_about(notifier: Notifier) -> None:
    text = translate(
        "HelpMenu",
        "VAELab {0}: what an image VAE does to your own pictures. Everything stays on this computer.",
    )
    notifier.message(text.format(__version__))
