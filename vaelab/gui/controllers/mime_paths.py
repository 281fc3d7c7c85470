"""What a drop or the clipboard hands over, as paths."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from vaelab.gui.controllers.path_kinds import paths_in


def paths_of(mime: QMimeData | None) -> tuple[str, ...]:
    """Return the paths, web addresses and names of built-ins in it, none where it has something else or is empty."""
    # What Qt's stubs deny: a clipboard that nobody has put anything on has no data at all.
    if mime is None:
        return ()
    if mime.hasUrls():
        # A web address is refused in words, which is better than in silence.
        found = tuple(url.toLocalFile() if url.isLocalFile() else url.toString() for url in mime.urls())
        if found:
            return found
    return paths_in(mime.text()) if mime.hasText() else ()
