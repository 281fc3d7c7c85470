"""View: pages, regions, and how everything looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from vaelab.gui.i18n import languages
from vaelab.gui.keys.action_table import Menu, MenuEntry
from vaelab.gui.menus.controllers import Controllers
from vaelab.gui.style import theme
from vaelab.gui.style.appearance import theme_words
from vaelab.gui.widgets.navigation import Page

translate = QCoreApplication.translate


def view_menu(controllers: Controllers) -> Menu:
    """Return the menu."""
    navigation, panes, appearance = controllers.navigation, controllers.pane_layout, controllers.appearance
    sizes = {size: f"{size} %" for size in theme.TEXT_SIZES}
    return Menu(
        translate("ViewMenu", "&View"),
        [
            MenuEntry(
                "tab_summary",
                translate("ViewMenu", "Summary"),
                partial(navigation.turn_to, Page.SUMMARY),
                ["Ctrl+1"],
            ),
            MenuEntry(
                "tab_images",
                translate("ViewMenu", "Images"),
                partial(navigation.turn_to, Page.IMAGES),
                ["Ctrl+2"],
            ),
            MenuEntry(
                "tab_plots",
                translate("ViewMenu", "Plots"),
                partial(navigation.turn_to, Page.PLOTS),
                ["Ctrl+3"],
            ),
            MenuEntry(
                "tab_log", translate("ViewMenu", "Log"), partial(navigation.turn_to, Page.LOG), ["Ctrl+4"]
            ),
            MenuEntry(
                "tab_charts",
                translate("ViewMenu", "Charts"),
                partial(navigation.turn_to, Page.CHARTS),
                ["Ctrl+5"],
            ),
            None,
            MenuEntry(
                "fold_setup",
                translate("ViewMenu", "Setup"),
                panes.fold_setup,
                ["Ctrl+B"],
                check=panes.is_setup_shown,
            ),
            MenuEntry(
                "full_screen",
                translate("ViewMenu", "Viewer alone"),
                panes.viewer_alone,
                ["F11"],
                check=panes.is_alone,
            ),
            MenuEntry("next_region", translate("ViewMenu", "Next region"), panes.next_region, ["F6"]),
            MenuEntry(
                "previous_region",
                translate("ViewMenu", "Previous region"),
                panes.previous_region,
                ["Shift+F6"],
            ),
            MenuEntry(
                "leave", translate("ViewMenu", "Clear filter, leave viewer alone"), panes.leave, ["Esc"]
            ),
            None,
            MenuEntry(
                "actual_size",
                translate("ViewMenu", "Zoom to 100 %"),
                controllers.canvas.actual_size,
                ["Ctrl+0"],
            ),
            None,
            _choices(
                "theme",
                translate("ViewMenu", "Theme"),
                theme_words(),
                appearance.theme_name,
                appearance.set_theme,
            ),
            _choices(
                "text",
                translate("ViewMenu", "Text size"),
                sizes,
                appearance.text_size,
                appearance.set_text_size,
            ),
            _choices(
                "language",
                translate("ViewMenu", "Language"),
                languages.NAMES,
                appearance.language,
                appearance.set_language,
            ),
        ],
    )


def _choices(
    name: str,
    title: str,
    words: Mapping[Any, str],
    read: Callable[[], object],
    choose: Callable[[Any], object],
) -> Menu:
    """One entry a value, ticked while ``read`` returns it."""
    return Menu(
        title,
        [
            MenuEntry(
                f"{name}_{value}", text, partial(choose, value), check=partial(_is, read, value), group=title
            )
            for value, text in words.items()
        ],
    )


def _is(read: Callable[[], object], value: object) -> bool:
    return read() == value
