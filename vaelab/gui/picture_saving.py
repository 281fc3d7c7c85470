"""Pictures out of the viewer: to the clipboard, to files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from vaelab.gui.main_window import MainWindow


class PictureSaving(QObject):
    """Copies and saves what the viewer shows."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window."""
        super().__init__(window)
        self._window = window

    @Slot()
    def copy_post(self) -> None:
        """Copy both pictures with names and numbers."""
        image = self._window.viewer.post_image()
        if image is not None:
            QGuiApplication.clipboard().setImage(image)
            self._window.statusBar().showMessage(self.tr("Picture pair copied"), 4000)

    @Slot()
    def save_view(self) -> None:
        """Save what is seen."""
        self._save(self._window.viewer.view_image(), "view")

    @Slot()
    def save_original(self) -> None:
        """Save the original, pixel for pixel."""
        pair = self._window.viewer.pair
        if pair is not None:
            self._save(pair[0].levels[0], "original")

    @Slot()
    def save_reconstruction(self) -> None:
        """Save the reconstruction, pixel for pixel."""
        pair = self._window.viewer.pair
        if pair is not None:
            self._save(pair[1].levels[0], "reconstruction")

    def _save(self, image: QImage, what: str) -> None:
        w = self._window
        row = w.viewer.row
        stem = what if row is None else f"{Path(row.image).stem}-{row.vae}-{what}"
        stem = "".join(letter if letter.isalnum() or letter in "-_. " else "_" for letter in stem)
        start = str(Path(w.store.text("places/export") or str(Path.home())) / f"{stem}.png")
        path, _ = QFileDialog.getSaveFileName(w, self.tr("Save picture"), start, "PNG (*.png)")
        if not path:
            return
        w.store.put("places/export", str(Path(path).parent))
        if image.save(path, "PNG"):  # type: ignore[call-overload]
            w.statusBar().showMessage(self.tr("Saved {0}").format(path), 6000)
        else:
            w.banner.say(self.tr("'{0}' cannot be written: choose another place.").format(path), kind="bad")
