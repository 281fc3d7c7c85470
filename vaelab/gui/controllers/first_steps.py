"""The steps and the thumbnails of the first page, as the setup fills."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Slot

from vaelab.gui.setup.model import SetupModel
from vaelab.gui.start.start_page import StartPage
from vaelab.gui.viewer.panel import ViewerPanel
from vaelab.gui.widgets.navigation import Navigation


class FirstSteps(QObject):
    """Shows on the first page what the setup holds, and in the viewer the thumbnail that is chosen."""

    def __init__(
        self,
        setup_model: SetupModel,
        start: StartPage,
        viewer: ViewerPanel,
        navigation: Navigation,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._setup_model, self._start = setup_model, start
        self._viewer, self._navigation = viewer, navigation
        setup_model.changed.connect(self._show_setup)
        start.thumbs.chosen.connect(self._show_thumbnail)

    @Slot()
    def _show_setup(self) -> None:
        model, start = self._setup_model, self._start
        start.show_progress(
            images=bool(model.count()), vaes=bool(model.taking_part), ready=not model.obstacle()
        )
        start.thumbs.show_images(() if model.listing is None else model.listing.images, model.values)

    @Slot(str, object)
    def _show_thumbnail(self, name: str, pixels: Any) -> None:
        self._navigation.show_viewer(True)
        self._viewer.show_picture(name, pixels)
