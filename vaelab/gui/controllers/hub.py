"""The dialog of the Hugging Face Hub: opened from menus, its finds put into the list of VAEs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QWidget

from vaelab.gui.core.notifier import Notifier
from vaelab.gui.hub.downloads import DownloadManager
from vaelab.gui.setup.model import SetupModel
from vaelab.vae.hub.ids import hub_label

if TYPE_CHECKING:
    from vaelab.gui.hub.dialog import HubDialog


class HubController(QObject):
    """Follows the downloads of a window, whether their dialog is open or not.

    Attributes:
        dialog: None before it is opened for the first time.
    """

    def __init__(
        self, downloads: DownloadManager, setup_model: SetupModel, notifier: Notifier, parent: QWidget
    ) -> None:
        """Follow the downloads; ``parent`` owns the dialog."""
        super().__init__(parent)
        self._downloads, self._setup_model = downloads, setup_model
        self._notifier, self._parent = notifier, parent
        self.dialog: HubDialog | None = None
        downloads.arrived.connect(self._arrived)
        app = QCoreApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(downloads.stop_all)

    @Slot()
    def show(self) -> None:
        """Open the dialog beside the window."""
        if self.dialog is None:
            from vaelab.gui.hub.dialog import HubDialog  # with the first look: most starts never ask for it

            self.dialog = HubDialog(self._downloads, self._parent)
            self.dialog.chosen.connect(self._add)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    @Slot(list)
    def _add(self, hub_ids: list[str]) -> None:
        added = self._setup_model.add_vaes(hub_ids)
        names = ", ".join(hub_label(hub_id) for hub_id in hub_ids)
        words = self.tr("Added {0} to the VAEs.") if added else self.tr("{0} is in the list already.")
        self._notifier.status(words.format(names))

    @Slot(str)
    def _arrived(self, hub_id: str) -> None:
        """Say it in the window where the dialog is not open to be seen."""
        self._setup_model.look_again(hub_id)
        if self.dialog is None or self.dialog.isHidden():
            self._notifier.status(
                self.tr("{0} is downloaded: add it in 'Get VAEs'.").format(hub_label(hub_id))
            )
