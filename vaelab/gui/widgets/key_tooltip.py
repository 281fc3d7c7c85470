"""Tooltips that end in the keys which do the same."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

WORDS, LINES, KEYS = "hint_words", "hint_lines", "hint_keys"


def hint(widget: QWidget, words: str, lines: str) -> None:
    """Give a control a tooltip that ends in its keys.

    Args:
        widget: the control.
        words: what it does.
        lines: name of the :class:`~vaelab.gui.keys.key_map.KeyLine` that does the same; of several, with blanks between them.
    """
    widget.setProperty(WORDS, words)
    widget.setProperty(LINES, lines)
    widget.setToolTip(tooltip(widget))


def tooltip(widget: QWidget) -> str:
    """Return what its tooltip says, with the keys in force."""
    words, keys = widget.property(WORDS), widget.property(KEYS)
    return f"{words} ({keys})" if keys else words
