"""The keys in force, in the tooltips of the buttons that do the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from vaelab.gui.widgets.key_tooltip import KEYS, LINES, tooltip

if TYPE_CHECKING:
    from vaelab.gui.keys.key_map import KeyMap


class KeyTooltips(QObject):
    """Keeps the tooltips of a window's controls up to date."""

    def __init__(self, key_map: KeyMap, window: QWidget) -> None:
        super().__init__(window)
        self._key_map, self._window = key_map, window
        key_map.changed.connect(self.show)
        self.show()

    @Slot()
    def show(self) -> None:
        """Bring all tooltips up to date."""
        shown = {line.name: line.shown() for line in self._key_map.lines()}
        for widget in self._window.findChildren(QWidget):
            lines = widget.property(LINES)
            if not lines:
                continue
            says_so = widget.toolTip() == tooltip(widget)  # and not, for now, why it is disabled
            widget.setProperty(KEYS, ", ".join(filter(None, (shown[line] for line in lines.split()))))
            if says_so:
                widget.setToolTip(tooltip(widget))
