"""The demo: the photographs, or the test charts, that ship with VAELab against three codecs and the identity. No download."""

from __future__ import annotations

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
    no mean over both says anything of either. Both give the VAEs the charts for the figures of the section "Charts" as well,
    which are in no mean.

    Args:
        out: the run folder.
        vaes: what is measured.
        limit: only so many pictures.
        charts: the test charts in place of the photographs.
    """
    images = (str(demo_folder(charts=charts)),)
    return RunSettings(images=images, vaes=vaes, out=str(out), limit=limit, save_images="all", charts=True)
