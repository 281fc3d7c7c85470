"""Tool tips of other people's words: names, notes and paths are shown as they are written, never as HTML."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt


def plain(text: str) -> str:
    """Return a tool tip that shows this text.

    Qt takes a tool tip that begins like HTML for HTML and opens the pictures that it names: files of the user's, on Windows also
    those of another computer.
    """
    return f'<p style="white-space: pre-wrap">{escape(text)}</p>' if Qt.mightBeRichText(text) else text
