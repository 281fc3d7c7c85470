"""Marks texts of tables for translation, with the types that PySide6's own mark lacks: its stubs say that it returns an object."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Return a text as it is; Qt's tools find it by this function's name and put it into the catalogues."""
    return text
