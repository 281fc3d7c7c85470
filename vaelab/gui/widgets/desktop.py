"""Opens files and folders with the desktop's own programs, and says where they lie when nothing opens."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from vaelab.gui.core.notifier import Notifier


class Desktop(QObject):
    """Hands paths to the desktop."""

    def __init__(self, notifier: Notifier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notifier = notifier

    @Slot(object)
    def open(self, path: Path) -> None:
        """Open a page in the browser, or a folder in the file manager."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = self.tr("No program of this computer opened it; it lies here: {0}")
            self._notifier.message(text.format(path), kind="warn")
