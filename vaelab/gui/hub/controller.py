"""The dialog's place in the window: opened from menus, its finds put into the list of VAEs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from vaelab.vae.hub.ids import hub_label

if TYPE_CHECKING:
    from vaelab.gui.hub.dialog import HubDialog
    from vaelab.gui.main_window import MainWindow


class HubController(QObject):
    """Keeps the downloads of a window, whether their dialog is open or not."""

    def __init__(self, window: MainWindow) -> None:
        """Have nothing under way."""
        super().__init__(window)
        self._window = window
        self.downloads = window.models.downloads
        self.downloads.arrived.connect(self._arrived)
        self.dialog: HubDialog | None = None
        QGuiApplication.instance().aboutToQuit.connect(self.downloads.stop_all)

    @Slot()
    def show(self) -> None:
        """Open the dialog beside the window."""
        if self.dialog is None:
            from vaelab.gui.hub.dialog import HubDialog  # with the first look: most starts never ask for it

            self.dialog = HubDialog(self.downloads, self._window)
            self.dialog.chosen.connect(self._add)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    @Slot(list)
    def _add(self, hub_ids: list[str]) -> None:
        added = self._window.setup_model.add_vaes(hub_ids)
        names = ", ".join(hub_label(hub_id) for hub_id in hub_ids)
        words = self.tr("Added {0} to the VAEs.") if added else self.tr("{0} is in the list already.")
        self._window.flow.noted.emit(words.format(names))

    @Slot(str)
    def _arrived(self, hub_id: str) -> None:
        """Say it in the window where the dialog is not open to be seen."""
        self._window.setup_model.look_again(hub_id)
        if self.dialog is None or self.dialog.isHidden():
            self._window.flow.noted.emit(
                self.tr("{0} is downloaded: add it in 'Get VAEs'.").format(hub_label(hub_id))
            )
