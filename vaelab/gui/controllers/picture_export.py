"""Pictures out of the viewer: to the clipboard, to files."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QIODevice, QObject, QSaveFile, Slot
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from vaelab.gui.core.background_jobs import Failure, Jobs
from vaelab.gui.core.mipmaps import Mips
from vaelab.gui.core.notifier import Notifier
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.plots.tab import PlotsTab
from vaelab.gui.viewer.panel import ViewerPanel

_LONGEST = 120
"""Letters of a file name that is proposed; most file systems take 255 bytes."""


class PictureExport(QObject):
    """Copies and saves what the viewer shows."""

    def __init__(
        self,
        viewer: ViewerPanel,
        plots: PlotsTab,
        jobs: Jobs,
        store: SettingsStore,
        notifier: Notifier,
        parent: QWidget,
    ) -> None:
        """Export what ``viewer`` shows, and say what ``plots`` exports; ``parent`` owns the dialogs."""
        super().__init__(parent)
        self._viewer, self._jobs, self._store = viewer, jobs, store
        self._notifier, self._parent = notifier, parent
        plots.told.connect(self._tell_of_plot)

    @Slot()
    def copy_post(self) -> None:
        """Copy both pictures with names and numbers."""
        draw = self._viewer.posting()
        if draw is not None:
            self._jobs.submit(draw, self._copy)

    def _copy(self, drawn: QImage | Failure) -> None:
        if isinstance(drawn, Failure):
            self._notifier.message(drawn.message, kind="bad")
            return
        QGuiApplication.clipboard().setImage(drawn)
        self._notifier.status(self.tr("Picture pair copied"), 4000)

    @Slot()
    def save_view(self) -> None:
        """Save what is seen."""
        self._save(self._viewer.view_image(), "view")

    @Slot()
    def save_original(self) -> None:
        """Save the original, pixel for pixel."""
        pair = self._viewer.pair
        if pair is not None:
            self._save(pair[0].levels[0], "original", pair[0])

    @Slot()
    def save_reconstruction(self) -> None:
        """Save the reconstruction, pixel for pixel."""
        pair = self._viewer.pair
        if pair is not None:
            self._save(pair[1].levels[0], "reconstruction", pair[1])

    def _save(self, image: QImage, what: str, owner: Mips | None = None) -> None:
        row = self._viewer.row
        stem = what if row is None else f"{Path(row.image).stem}-{row.vae}-{what}"
        stem = "".join(letter if letter.isalnum() or letter in "-_. " else "_" for letter in stem)
        start = str(Path(self._store.text("places/export") or str(Path.home())) / f"{stem[:_LONGEST]}.png")
        path, _ = QFileDialog.getSaveFileName(self._parent, self.tr("Save picture"), start, "PNG (*.png)")
        if not path:
            return
        self._store.put("places/export", str(Path(path).parent))
        # A large picture takes a second to compress. Its owner goes along, since the image has no memory of its own.
        self._jobs.submit(partial(_write, image, path, owner), partial(self._tell, path))

    def _tell(self, path: str, written: bool | Failure) -> None:
        if written is True:
            self._notifier.status(self.tr("Saved {0}").format(path))
        else:
            self._notifier.message(
                self.tr("'{0}' cannot be written: choose another place.").format(path), kind="bad"
            )

    @Slot(str, bool)
    def _tell_of_plot(self, text: str, wrong: bool) -> None:
        if wrong:
            self._notifier.message(text, kind="bad")
        else:
            self._notifier.status(text)


def _write(image: QImage, path: str, owner: Mips | None) -> bool:
    """Write a PNG whole or not at all: a file that was there stays if the disk is full."""
    file = QSaveFile(path)
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        return False
    if image.save(file, "PNG"):  # type: ignore[call-overload]  # the stub takes bytes, Qt text alone
        return file.commit()
    file.cancelWriting()
    return False
