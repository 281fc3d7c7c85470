"""Pictures out of the viewer: to the clipboard, to files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QObject, QSaveFile, Slot
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from vaelab.gui.core.background_jobs import Failure
from vaelab.gui.core.mipmaps import Mips

if TYPE_CHECKING:
    from vaelab.gui.main_window import MainWindow

_LONGEST = 120
"""Letters of a file name that is proposed; most file systems take 255 bytes."""


class PictureExport(QObject):
    """Copies and saves what the viewer shows."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window."""
        super().__init__(window)
        self._window = window

    @Slot()
    def copy_post(self) -> None:
        """Copy both pictures with names and numbers."""
        draw = self._window.viewer.posting()
        if draw is not None:
            self._window.jobs.submit(draw, self._copy)

    def _copy(self, drawn: QImage | Failure) -> None:
        if isinstance(drawn, Failure):
            self._window.banner.say(drawn.message, kind="bad")
            return
        QGuiApplication.clipboard().setImage(drawn)
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
            self._save(pair[0].levels[0], "original", pair[0])

    @Slot()
    def save_reconstruction(self) -> None:
        """Save the reconstruction, pixel for pixel."""
        pair = self._window.viewer.pair
        if pair is not None:
            self._save(pair[1].levels[0], "reconstruction", pair[1])

    def _save(self, image: QImage, what: str, owner: Mips | None = None) -> None:
        w = self._window
        row = w.viewer.row
        stem = what if row is None else f"{Path(row.image).stem}-{row.vae}-{what}"
        stem = "".join(letter if letter.isalnum() or letter in "-_. " else "_" for letter in stem)
        start = str(Path(w.store.text("places/export") or str(Path.home())) / f"{stem[:_LONGEST]}.png")
        path, _ = QFileDialog.getSaveFileName(w, self.tr("Save picture"), start, "PNG (*.png)")
        if not path:
            return
        w.store.put("places/export", str(Path(path).parent))
        # A large picture takes a second to compress. Its owner goes along, since the image has no memory of its own.
        w.jobs.submit(partial(_write, image, path, owner), partial(self._tell, path))

    def _tell(self, path: str, written: bool | Failure) -> None:
        w = self._window
        if written is True:
            w.statusBar().showMessage(self.tr("Saved {0}").format(path), 6000)
        else:
            w.banner.say(self.tr("'{0}' cannot be written: choose another place.").format(path), kind="bad")


def _write(image: QImage, path: str, owner: Mips | None) -> bool:
    """Write a PNG whole or not at all: a file that was there stays if the disk is full."""
    file = QSaveFile(path)
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        return False
    if image.save(file, "PNG"):  # type: ignore[call-overload]
        return file.commit()
    file.cancelWriting()
    return False
