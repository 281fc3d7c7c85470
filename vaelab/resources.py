"""Where the files that ship with VAELab lie: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path


def assets_folder() -> Path:
    """Return the folder of test charts, photographs, icons and built-in weights."""
    package = Path(__file__).resolve().parent
    inside = package / "assets"
    return inside if inside.is_dir() else package.parent / "assets"
