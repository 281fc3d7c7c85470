"""A plot as a file: PNG at twice the size on screen, or SVG."""

from __future__ import annotations

import re
from pathlib import Path

import pyqtgraph.exporters as exporters
from pyqtgraph.exporters.Exporter import Exporter
from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from vaelab.errors import RunFolderError, why
from vaelab.gui.plots.views.base import PlotView
from vaelab.run_folder.store import write_atomic

_SCALE = 2


def save(view: PlotView, path: Path) -> None:
    """Write what the plot shows; SVG if the name ends so, PNG otherwise.

    Raises:
        RunFolderError: the file cannot be written.
    """
    try:
        write_atomic(path, svg(view) if path.suffix.lower() == ".svg" else _png(view))
    except OSError as error:
        raise RunFolderError(f"'{path}' cannot be written: {why(error)}; choose another place") from error


def _png(view: PlotView) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture(view).save(buffer, "PNG")  # type: ignore[call-overload]  # the stub takes bytes, Qt text alone
    return bytes(buffer.data().data())


def picture(view: PlotView) -> QImage:
    """Return the plot as an image."""
    exporter = exporters.ImageExporter(view.scene())
    exporter.parameters()["width"] = _SCALE * view.width()
    exporter.parameters()["background"] = view.look.surface()
    view.setAntialiasing(True)
    image: QImage = exporter.export(toBytes=True)
    return image


def svg(view: PlotView) -> bytes:
    """Return the plot as SVG."""
    return _Drawing(view).export()


class _Drawing(Exporter):  # type: ignore[misc]  # pyqtgraph has no types
    """Lets Qt write the SVG: pyqtgraph's own exporter stumbles over the closed paths of Qt 6.11."""

    def __init__(self, view: PlotView) -> None:
        super().__init__(view.scene())
        self._view = view

    def export(self) -> bytes:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        area = QRectF(self._view.rect())
        # Version 1.1: Tiny knows no clipping, and lines would run out of a plot that is zoomed.
        generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
        generator.setOutputDevice(buffer)
        generator.setResolution(self._view.logicalDpiX())  # axes are kept as pictures, which scale with it
        generator.setSize(self._view.size())
        generator.setViewBox(area)
        generator.setTitle(self._view.heading.title)
        generator.setDescription(self._view.heading.caption)
        painter = QPainter(generator)
        painter.fillRect(area, self._view.look.surface())
        self.setExportMode(True, {"painter": painter, "antialias": True, "resolutionScale": 1.0})
        try:
            self.getScene().render(painter, area, QRectF(self.getSourceRect()))
        finally:
            self.setExportMode(False)
            painter.end()
        # Qt's "Sans Serif" is a name of no font to a browser.
        return re.sub(
            rb'font-family="([^"]*)"', rb'font-family="\1, sans-serif"', bytes(buffer.data().data())
        )
