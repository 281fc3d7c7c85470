"""Named sets of options: three of ours, and the user's own."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.setup.model import SetupModel
from vaelab.settings import options

_KEY = "presets"
_NAMES = (
    "size", "fit", "upscale", "marker", "marker_preset", "marker_size", "precision", "tiling", "latent", "metrics",
)  # fmt: skip
"""The options that our presets set, to what they are when nobody says otherwise."""


class PresetsMenu(QMenu):
    """Applies, saves and removes presets."""

    def __init__(self, model: SetupModel, store: SettingsStore, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._store = model, store
        self.aboutToShow.connect(self.fill)
        self.triggered.connect(self._apply)

    @Slot()
    def fill(self) -> None:
        """List all presets."""
        self.clear()
        for name, values in self.ours().items():
            self.addAction(name).setData(values)
        own = self._store.mapping(_KEY)
        if own:
            self.addSection(self.tr("Your own"))
        for name, values in own.items():
            self.addAction(name).setData(values)
        self.addSeparator()
        self.addAction(self.tr("Save these options as…"), self._ask_name)
        if own:
            removal = self.addMenu(self.tr("Remove"))
            removal.triggered.connect(self._remove)
            for name in own:
                removal.addAction(name)

    def ours(self) -> dict[str, dict[str, Any]]:
        """The presets that ship."""
        known = options()
        standard = {name: known[name].default for name in _NAMES}
        return {
            self.tr("Standard: 512 px, robust marker"): standard,
            self.tr("1024 px, robust marker"): {**standard, "size": 1024},
            self.tr("Classic: 8 px marker of older tables"): {**standard, "marker_preset": "classic"},
            self.tr("Own size, no marker"): {**standard, "fit": "native", "marker": "off"},
        }

    def save(self, name: str) -> None:
        """Keep the options of now under a name."""
        if name.strip():
            self._store.put(_KEY, {**self._store.mapping(_KEY), name.strip(): dict(self._model.values)})

    @Slot(QAction)
    def _apply(self, action: QAction) -> None:
        values = action.data()
        if isinstance(values, dict):
            self._model.set_options(values)

    @Slot()
    def _ask_name(self) -> None:
        name, accepted = QInputDialog.getText(self, self.tr("Save options"), self.tr("Name of the preset:"))
        if accepted:
            self.save(name)

    @Slot(QAction)
    def _remove(self, action: QAction) -> None:
        own = self._store.mapping(_KEY)
        own.pop(action.text(), None)
        self._store.put(_KEY, own)
