"""View: pages, regions, and how everything looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu

from vaelab.gui.i18n import languages
from vaelab.gui.keys.action_table import Entry
from vaelab.gui.style import theme
from vaelab.gui.style.appearance import theme_words

if TYPE_CHECKING:
    from vaelab.gui.main_window import MainWindow


class ViewMenu(QObject):
    """Fills the menu."""

    def __init__(self, window: MainWindow) -> None:
        """Add it to the window."""
        super().__init__(window)
        self._window = window
        regions = window.regions
        menu = window.actions_.menu(
            self.tr("&View"),
            [
                Entry("tab_summary", self.tr("Summary"), self._tab(0), ["Ctrl+1"]),
                Entry("tab_images", self.tr("Images"), self._tab(1), ["Ctrl+2"]),
                Entry("tab_plots", self.tr("Plots"), self._tab(2), ["Ctrl+3"]),
                Entry("tab_log", self.tr("Log"), self._tab(3), ["Ctrl+4"]),
                None,
                Entry("fold_setup", self.tr("Setup"), self.fold_setup, ["Ctrl+B"], check=self._setup_shown),
                Entry(
                    "full_screen",
                    self.tr("Viewer alone"),
                    regions.viewer_alone,
                    ["F11"],
                    check=regions.is_alone,
                ),
                Entry("next_region", self.tr("Next region"), regions.next_region, ["F6"]),
                Entry("previous_region", self.tr("Previous region"), regions.previous_region, ["Shift+F6"]),
                Entry("leave", self.tr("Clear filter, leave viewer alone"), regions.leave, ["Esc"]),
                None,
                Entry("actual_size", self.tr("Zoom to 100 %"), window.viewer.canvas.actual_size, ["Ctrl+0"]),
                None,
            ],
        )
        looks = window.appearance
        self._choices(menu, "theme", self.tr("Theme"), theme_words(), looks.theme_name, looks.set_theme)
        sizes = {size: f"{size} %" for size in theme.TEXT_SIZES}
        self._choices(menu, "text", self.tr("Text size"), sizes, looks.text_size, looks.set_text_size)
        self._choices(
            menu,
            "language",
            self.tr("Language"),
            languages.NAMES,
            looks.language,
            looks.set_language,
        )

    def _choices(
        self,
        menu: QMenu,
        name: str,
        title: str,
        words: Mapping[Any, str],
        read: Callable[[], object],
        choose: Callable[[Any], object],
    ) -> None:
        entries = [
            Entry(
                f"{name}_{value}",
                text,
                partial(choose, value),
                check=partial(_is, read, value),
                group=title,
            )
            for value, text in words.items()
        ]
        self._window.actions_.fill(menu.addMenu(title), entries)

    def _tab(self, place: int) -> Callable[[], object]:
        return lambda: self._window.tabs.setCurrentIndex(place)

    def _setup_shown(self) -> bool:
        return not self._window.setup_panel.isHidden()

    @Slot()
    def fold_setup(self) -> None:
        """Hide or show the setup."""
        panel = self._window.setup_panel
        panel.setVisible(panel.isHidden())


def _is(read: Callable[[], object], value: object) -> bool:
    return read() == value
