"""The keys in force, in the tooltips of the buttons that do the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from vaelab.gui.keys.key_map import KeyMap

_WORDS, _LINES, _KEYS = "hint_words", "hint_lines", "hint_keys"


def hint(widget: QWidget, words: str, lines: str) -> None:
    """Give a control a tooltip that ends in its keys.

    Args:
        widget: the control.
        words: what it does.
        lines: name of the :class:`~vaelab.gui.keys.key_map.KeyLine` that does the same; of several, with blanks between them.
    """
    widget.setProperty(_WORDS, words)
    widget.setProperty(_LINES, lines)
    widget.setToolTip(_text(widget))


def _text(widget: QWidget) -> str:
    words, keys = widget.property(_WORDS), widget.property(_KEYS)
    return f"{words} ({keys})" if keys else words


class KeyHints(QObject):
    """Keeps the tooltips of a window's controls up to date."""

    def __init__(self, key_map: KeyMap, window: QWidget) -> None:
        """Name the keys in force, and follow them."""
        super().__init__(window)
        self._key_map, self._window = key_map, window
        key_map.changed.connect(self.show)
        self.show()

    @Slot()
    def show(self) -> None:
        """Bring all tooltips up to date."""
        shown = {line.name: line.shown() for line in self._key_map.lines()}
        for widget in self._window.findChildren(QWidget):
            lines = widget.property(_LINES)
            if not lines:
                continue
            says_so = widget.toolTip() == _text(widget)  # and not, for now, why it is disabled
            widget.setProperty(_KEYS, ", ".join(filter(None, (shown[line] for line in lines.split()))))
            if says_so:
                widget.setToolTip(_text(widget))
