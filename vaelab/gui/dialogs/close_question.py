"""The one question that the window asks: what becomes of a run when it is closed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget


class CloseQuestion(QObject):
    """Asks, once at a time.

    Signals:
        confirmed: the run is to be stopped and the window closed.
    """

    confirmed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._box: QMessageBox | None = None

    def ask(self) -> None:
        """Put the question, or bring it to the front."""
        if self._box is not None:
            self._box.raise_()
            return
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(self.tr("A run is going on."))
        box.setInformativeText(
            self.tr("What is done is on disk. If you stop now, you can resume the run later.")
        )
        keep = box.addButton(self.tr("Keep running"), QMessageBox.ButtonRole.RejectRole)
        box.addButton(self.tr("Stop and close"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._answered)
        self._box = box
        box.open()

    @Slot(int)
    def _answered(self, _: int) -> None:
        box, self._box = self._box, None
        if box is None:
            return
        button = box.clickedButton()
        if button is not None and box.buttonRole(button) == QMessageBox.ButtonRole.AcceptRole:
            self.confirmed.emit()
