"""A plot as a file: PNG at twice the size on screen, or SVG."""

from __future__ import annotations

from pathlib import Path

import pyqtgraph.exporters as exporters
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from vaelab.errors import RunFolderError
from vaelab.gui.plots.view import PlotView
from vaelab.store import write_atomic

_SCALE = 2


def save(view: PlotView, path: Path) -> None:
    """Write what the plot shows; SVG if the name ends so, PNG otherwise.

    Raises:
        RunFolderError: the file cannot be written.
    """
    try:
        write_atomic(path, svg(view) if path.suffix.lower() == ".svg" else _png(view))
    except OSError as error:
        raise RunFolderError(f"'{path}' cannot be written: {error.strerror or error}; choose another place") from error


def _png(view: PlotView) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture(view).save(buffer, "PNG")
    return bytes(buffer.data().data())


def picture(view: PlotView) -> QImage:
    """Return the plot as an image."""
    exporter = exporters.ImageExporter(view.scene())
    exporter.parameters()["width"] = _SCALE * view.width()
    exporter.parameters()["background"] = view.look.surface()
    view.setAntialiasing(True)
    return exporter.export(toBytes=True)


def svg(view: PlotView) -> bytes:
    """Return the plot as SVG."""
    exporter = exporters.SVGExporter(view.scene())
    exporter.parameters()["background"] = view.look.surface()
    return exporter.export(toBytes=True)
