"""The dialogs that ask for images, VAEs and runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from vaelab.gui.controllers.imports import ImportController
from vaelab.gui.controllers.run_history import RunHistory
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.results.log import LogPanel
from vaelab.gui.setup.model import SetupModel
from vaelab.gui.widgets.navigation import Navigation, Page
from vaelab.images.files import EXTENSIONS
from vaelab.vae.files.weight_names import WEIGHT_SUFFIXES


class FileDialogs(QObject):
    """Asks, and hands the answer on."""

    def __init__(
        self,
        imports: ImportController,
        history: RunHistory,
        setup_model: SetupModel,
        log: LogPanel,
        navigation: Navigation,
        store: SettingsStore,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._imports, self._history, self._setup_model = imports, history, setup_model
        self._log, self._navigation, self._store, self._parent = log, navigation, store, parent

    @Slot()
    def choose_folder(self) -> None:
        """Ask for a folder of images."""
        path = QFileDialog.getExistingDirectory(
            self._parent, self.tr("Folder of images"), self._last("images")
        )
        self._take([path] if path else [], "images")

    @Slot()
    def choose_images(self) -> None:
        """Ask for images."""
        patterns = " ".join(f"*{suffix}" for suffix in sorted(EXTENSIONS))
        paths, _ = QFileDialog.getOpenFileNames(
            self._parent, self.tr("Images"), self._last("images"), self.tr("Images ({0})").format(patterns)
        )
        self._take(paths, "images")

    @Slot()
    def choose_vaes(self) -> None:
        """Ask for weight files."""
        patterns = " ".join(f"*{suffix}" for suffix in WEIGHT_SUFFIXES)
        paths, _ = QFileDialog.getOpenFileNames(
            self._parent,
            self.tr("VAE files"),
            self._last("vaes"),
            self.tr("VAE weights ({0})").format(patterns),
        )
        self._take(paths, "vaes")

    @Slot()
    def choose_vae_folder(self) -> None:
        """Ask for a folder with a model, or with many."""
        path = QFileDialog.getExistingDirectory(self._parent, self.tr("Folder of VAEs"), self._last("vaes"))
        self._take([path] if path else [], "vaes")

    @Slot()
    def choose_run(self) -> None:
        """Ask for a run folder."""
        start = self._store.runs_folder()
        path = QFileDialog.getExistingDirectory(
            self._parent, self.tr("Run folder"), str(start if start.exists() else "")
        )
        if path:
            self._history.open_run(Path(path))

    def _last(self, kind: str) -> str:
        return self._store.text(f"places/{kind}")

    def _take(self, paths: list[str], kind: str) -> None:
        if paths:
            self._store.put(f"places/{kind}", str(Path(paths[0]).parent))
            self._imports.take_paths(paths, "vaes" if kind == "vaes" else "images")

    @Slot()
    def show_skipped(self) -> None:
        """Write the files that were left out, with reasons, into the log and show it."""
        listing = self._setup_model.listing
        for item in () if listing is None else listing.skipped:
            self._log.add(self.tr("Left out {0}: {1}").format(item.path, item.reason))
        self._navigation.show(Page.LOG)
