"""The dialogs that ask for images, VAEs and runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from vaelab.gui.core.settings_store import runs_folder
from vaelab.images.files import EXTENSIONS
from vaelab.vae.files.weight_names import WEIGHT_SUFFIXES

if TYPE_CHECKING:
    from vaelab.gui.main_window import MainWindow


class FileDialogs(QObject):
    """Asks, and hands the answer to the flow."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window."""
        super().__init__(window)
        self._window = window

    @Slot()
    def choose_folder(self) -> None:
        """Ask for a folder of images."""
        path = QFileDialog.getExistingDirectory(
            self._window, self.tr("Folder of images"), self._last("images")
        )
        self._take([path] if path else [], "images")

    @Slot()
    def choose_images(self) -> None:
        """Ask for images."""
        patterns = " ".join(f"*{suffix}" for suffix in sorted(EXTENSIONS))
        paths, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Images"), self._last("images"), self.tr("Images ({0})").format(patterns)
        )
        self._take(paths, "images")

    @Slot()
    def choose_vaes(self) -> None:
        """Ask for weight files."""
        patterns = " ".join(f"*{suffix}" for suffix in WEIGHT_SUFFIXES)
        paths, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("VAE files"),
            self._last("vaes"),
            self.tr("VAE weights ({0})").format(patterns),
        )
        self._take(paths, "vaes")

    @Slot()
    def choose_vae_folder(self) -> None:
        """Ask for a folder with a model, or with many."""
        path = QFileDialog.getExistingDirectory(self._window, self.tr("Folder of VAEs"), self._last("vaes"))
        self._take([path] if path else [], "vaes")

    @Slot()
    def choose_run(self) -> None:
        """Ask for a run folder."""
        start = runs_folder()
        path = QFileDialog.getExistingDirectory(
            self._window, self.tr("Run folder"), str(start if start.exists() else "")
        )
        if path:
            self._window.flow.opening.open_run(Path(path))

    def _last(self, kind: str) -> str:
        return self._window.store.text(f"places/{kind}")

    def _take(self, paths: list[str], kind: str) -> None:
        if paths:
            self._window.store.put(f"places/{kind}", str(Path(paths[0]).parent))
            self._window.flow.take_paths(paths, "vaes" if kind == "vaes" else "images")

    @Slot()
    def show_skipped(self) -> None:
        """Write the files that were left out, with reasons, into the log and show it."""
        w = self._window
        listing = w.setup_model.listing
        for item in () if listing is None else listing.skipped:
            w.log.add(self.tr("Left out {0}: {1}").format(item.path, item.reason))
        w.flow.show_results()
        w.tabs.setCurrentWidget(w.log)
