"""What the window remembers between two starts: places, sizes, choices. Results are never kept here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QSettings, QStandardPaths

_SCHEMA = 1
_RECENT = 10


class SettingsStore(QObject):
    """Typed access to one INI file; a value that cannot be read counts as missing."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Open the file of this user; one written by an unknown newer schema is left alone and read as empty."""
        super().__init__(parent)
        self._file = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "VAELab", "VAELab")
        self._readable = self.integer("schema", _SCHEMA) == _SCHEMA
        if self._readable:
            self._file.setValue("schema", _SCHEMA)

    def text(self, key: str, default: str = "") -> str:
        """Return a string."""
        value = self._file.value(key, default)
        return value if isinstance(value, str) else default

    def integer(self, key: str, default: int) -> int:
        """Return a whole number."""
        try:
            return int(str(self._file.value(key, default)))
        except ValueError:
            return default

    def flag(self, key: str, default: bool) -> bool:
        """Return a yes or no."""
        return self.text(key, "true" if default else "false") == "true"

    def data(self, key: str) -> QByteArray | None:
        """Return a widget's saved state."""
        value = self._file.value(key)
        return value if isinstance(value, QByteArray) else None

    def mapping(self, key: str) -> dict[str, Any]:
        """Return a JSON object."""
        try:
            value = json.loads(self.text(key, "{}"))
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}

    def items(self, key: str) -> list[Any]:
        """Return a JSON list."""
        try:
            value = json.loads(self.text(key, "[]"))
        except ValueError:
            return []
        return value if isinstance(value, list) else []

    def put(self, key: str, value: str | int | bool | QByteArray | Mapping[str, Any] | list[Any]) -> None:
        """Keep a value."""
        if not self._readable:
            return
        if isinstance(value, bool):
            self._file.setValue(key, "true" if value else "false")
        elif isinstance(value, str | int | QByteArray):
            self._file.setValue(key, value)
        else:
            self._file.setValue(key, json.dumps(value, ensure_ascii=False))

    def remember(self, key: str, item: Any) -> None:
        """Put an item at the head of a short list of recent ones."""
        self.put(key, [item, *(other for other in self.items(key) if other != item)][:_RECENT])

    def runs_folder(self) -> Path:
        """Return where runs go: the folder chosen in the settings, else the default."""
        chosen = self.text("runs/folder")
        return Path(chosen) if chosen else default_runs_folder()

    def sync(self) -> None:
        """Write everything to disk."""
        self._file.sync()


def default_runs_folder() -> Path:
    """Return where runs go unless the user says otherwise: ``VAELab/runs`` in the documents folder."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or Path.home()) / "VAELab" / "runs"
