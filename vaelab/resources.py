"""Where the files that ship with VAELab lie, beside the package in a checkout, inside it in a wheel; and where it may keep its own."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def assets_folder() -> Path:
    """Return the folder of test charts, photographs, icons and built-in weights."""
    package = Path(__file__).resolve().parent
    inside = package / "assets"
    return inside if inside.is_dir() else package.parent / "assets"


def cache_folder() -> Path:
    """Return the folder for what can be made again, by the system's own rules; it need not exist."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "VAELab" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "VAELab"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "vaelab"
