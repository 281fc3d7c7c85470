"""The demo: the pictures that ship with VAELab against three codecs and the identity. It needs no download."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from vaelab.assets import assets_folder
from vaelab.settings import RunSettings

DEMO_VAES = ("identity", "mini", "linear", "jpeg:75")


def demo_settings(out: Path, vaes: tuple[str, ...] = DEMO_VAES, limit: int | None = None) -> RunSettings:
    """Return the settings of the demo run, or of a part of it."""
    images = (str(assets_folder() / "demo"),)
    # A chart of 64 colours comes back with thousands at the least error: ρ_C would drown the other five terms of J.
    weights = {"color": 0.0}
    return RunSettings(
        images=images, vaes=vaes, out=str(out), limit=limit, weights=weights, save_images="all"
    )


def new_run_folder(name: str, parent: Path | None = None) -> Path:
    """Return a run folder that does not exist yet: ``runs/<time>_<name>`` in the user's documents, or below ``parent``."""
    if parent is None:
        documents = Path.home() / "Documents"
        parent = (documents if documents.is_dir() else Path.home()) / "VAELab" / "runs"
    stem = f"{datetime.now():%Y-%m-%d_%H-%M-%S}_{name}"
    path, count = parent / stem, 2
    while path.exists():
        path, count = parent / f"{stem}_{count}", count + 1
    return path
