"""The menu bar as data: one module a menu, each a function from the controllers to entries."""

from __future__ import annotations

from vaelab.gui.keys.action_table import Menu
from vaelab.gui.menus.controllers import Controllers
from vaelab.gui.menus.edit_menu import edit_menu
from vaelab.gui.menus.file_menu import file_menu
from vaelab.gui.menus.help_menu import help_menu
from vaelab.gui.menus.run_menu import run_menu
from vaelab.gui.menus.view_menu import view_menu

MENUS = (file_menu, edit_menu, run_menu, view_menu, help_menu)
"""In the order of the menu bar."""


def all_menus(controllers: Controllers) -> tuple[Menu, ...]:
    """Return the whole menu bar, in the language in force."""
    return tuple(menu(controllers) for menu in MENUS)
