"""Catalogues of the window's words, by language."""
