"""The demo: the photographs, or the test charts, that ship with VAELab against three codecs and the identity. No download."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from vaelab.resources import assets_folder
from vaelab.settings import RunSettings

DEMO_VAES = ("identity", "mini", "linear", "jpeg:75")


def demo_folder(*, charts: bool = False) -> Path:
    """Return the folder of the photographs, or of the test charts."""
    return assets_folder() / "demo" / ("charts" if charts else "photographs")


def demo_settings(
    out: Path, vaes: tuple[str, ...] = DEMO_VAES, limit: int | None = None, *, charts: bool = False
) -> RunSettings:
    """Return the settings of the demo run, or of a part of it.

    Photographs and charts are runs of their own: a chart of 64 colours comes back with thousands at the least error, and
    no mean over both says anything of either.

    Args:
        out: the run folder.
        vaes: what is measured.
        limit: only so many pictures.
        charts: the test charts in place of the photographs.
    """
    images = (str(demo_folder(charts=charts)),)
    return RunSettings(images=images, vaes=vaes, out=str(out), limit=limit, save_images="all")


def new_run_folder(name: str, parent: Path | None = None) -> Path:
    """Return a run folder that does not exist yet: ``runs/<time>_<name>`` in the user's documents, or below ``parent``.

    What Windows takes in no name becomes ``_``, and a dot or a space at the end goes, which it drops in silence.
    """
    if parent is None:
        documents = Path.home() / "Documents"
        parent = (documents if documents.is_dir() else Path.home()) / "VAELab" / "runs"
    legal = re.sub(r'[<>:"/\\|?*\x00-\x1f]', "_", name).rstrip(" .")
    stem = f"{datetime.now():%Y-%m-%d_%H-%M-%S}_{legal}".rstrip("_")
    path, count = parent / stem, 2
    while path.exists():
        path, count = parent / f"{stem}_{count}", count + 1
    return path
