"""A plot leaves the window: as a file, or to the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from vaelab.errors import VAELabError
from vaelab.gui.plots.kinds import PlotKind

if TYPE_CHECKING:
    from vaelab.gui.plots.views.base import PlotView


class Saving(QObject):
    """Saves and copies the plot that is shown.

    Signals:
        told: one line to show to the user: (what was saved, or why not; whether it went wrong).
    """

    told = Signal(str, bool)

    def __init__(
        self, view: Callable[[], PlotView | None], kind: Callable[[], PlotKind], parent: QWidget
    ) -> None:
        """Save what ``view`` returns, which is of the ``kind`` returned; ``parent`` owns the dialog."""
        super().__init__(parent)
        self._view, self._kind, self._parent = view, kind, parent

    @Slot()
    def ask(self) -> None:
        """Ask where to, and save there."""
        kinds = {self.tr("Picture (*.png)"): ".png", self.tr("Drawing (*.svg)"): ".svg"}
        start = str(Path.home() / f"{self._kind().name.lower()}.png")
        path, chosen = QFileDialog.getSaveFileName(
            self._parent, self.tr("Save the plot"), start, ";;".join(kinds)
        )
        if path:
            suffix = Path(path).suffix.lower()
            self.save(Path(path) if suffix in kinds.values() else Path(path + kinds.get(chosen, ".png")))

    def save(self, path: Path) -> None:
        """Write the plot as PNG or SVG, as its name says, and tell so."""
        from vaelab.gui.plots import export

        view = self._view()
        if view is None:
            return
        try:
            export.save(view, path)
        except VAELabError as error:
            self.told.emit(str(error), True)
            return
        self.told.emit(self.tr("Saved {0}").format(path), False)

    @Slot()
    def copy(self) -> None:
        """Put the plot on the clipboard."""
        from vaelab.gui.plots import export

        view = self._view()
        if view is not None:
            QGuiApplication.clipboard().setImage(export.picture(view))
            self.told.emit(self.tr("The plot is on the clipboard."), False)
