"""The first images as they will be measured: with the marker where that will be in the picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from vaelab import text
from vaelab.arrays import Pixels
from vaelab.errors import VAELabError, one_line
from vaelab.gui.core import mipmaps
from vaelab.gui.core.background_jobs import Failure, Jobs
from vaelab.gui.core.engine_text import counted
from vaelab.gui.style import theme
from vaelab.gui.widgets import tips
from vaelab.images import Preparation, load_image
from vaelab.images.image_file import ImageFile
from vaelab.images.marker import MarkerSettings, Placement, embed, place
from vaelab.settings import RunSettings

_SHOWN = 6
_SIDE = 104
# The settings that an image is measured by.
_NAMES = ("size", "fit", "upscale", "matte", "marker", "marker_preset", "marker_size", "marker_corner")


@dataclass(frozen=True, slots=True)
class _Loaded:
    generation: int
    number: int
    pixels: Pixels | None
    problem: str


class Thumb(QWidget):
    """One image.

    Signals:
        pressed: it was clicked.
    """

    pressed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.pixels: Pixels | None = None
        self._image: QImage | None = None
        self._problem = False
        self.setFixedSize(QSize(_SIDE, _SIDE))
        self.setToolTip(tips.plain(one_line(name)))
        self.setAccessibleName(one_line(name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_pixels(self, pixels: Pixels | None, problem: str) -> None:
        """Show the image, or why there is none."""
        self.pixels = pixels
        self._problem = pixels is None
        if pixels is not None:
            levels = mipmaps.make(pixels).levels
            fitting = [level for level in levels if min(level.width(), level.height()) >= _SIDE]
            self._image = (fitting or levels[:1])[-1]
        self.setToolTip(tips.plain("\n".join(one_line(each) for each in (self.name, problem) if each)))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Report a click."""
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, whole."""
        colors = theme.current(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colors.stage))
        if self._image is not None:
            size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRectF(
                (_SIDE - size.width()) / 2, (_SIDE - size.height()) / 2, size.width(), size.height()
            )
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(target, self._image)
        elif self._problem:
            painter.setPen(QColor(colors.bad))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), "⚠")
        painter.end()


class ThumbStrip(QWidget):
    """The first few images.

    Signals:
        chosen: name and pixels of the image that was clicked.
    """

    chosen = Signal(str, object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._generation = 0
        self._seen: object = None
        self.thumbs: list[Thumb] = []
        self._title = QLabel(self)
        theme.set_role(self._title, "muted")
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_images(self, images: Sequence[ImageFile], values: Mapping[str, Any]) -> None:
        """Show the first images of a run with these settings."""
        first = tuple(images[:_SHOWN])
        shown = {name: values[name] for name in _NAMES}
        if (first, shown) == self._seen:
            return
        self._seen = (first, shown)
        self._generation += 1
        for thumb in self.thumbs:
            thumb.hide()
            thumb.deleteLater()
        self.thumbs = []
        self.setVisible(bool(first))
        self._title.setText(
            self.tr("The first of {0}, as they will be measured").format(counted(text.images(len(images))))
            if len(images) > len(first)
            else self.tr("Your images, as they will be measured")
        )
        for number, image in enumerate(first):
            thumb = Thumb(image.name, self)
            thumb.pressed.connect(self._choose)
            self._row.insertWidget(number, thumb)
            self.thumbs.append(thumb)
            work = partial(_load, self._generation, number, image.path, shown)
            self._jobs.submit(work, self._loaded)

    def _loaded(self, found: _Loaded | Failure) -> None:
        if isinstance(found, _Loaded) and found.generation == self._generation:
            self.thumbs[found.number].show_pixels(found.pixels, found.problem)

    def _choose(self) -> None:
        thumb = self.sender()
        if isinstance(thumb, Thumb) and thumb.pixels is not None:
            self.chosen.emit(thumb.name, thumb.pixels)


def _load(generation: int, number: int, path: Path, values: Mapping[str, Any]) -> _Loaded:
    try:
        settings = RunSettings(images=(".",), vaes=("identity",), out=".", **values)
        pixels = load_image(path, Preparation.of(settings)).rgb
        if settings.marker == "embedded" and (marker := MarkerSettings.of_run(settings)) is not None:
            where = place(pixels.shape[1], pixels.shape[0], marker)
            if isinstance(where, Placement):
                pixels = embed(pixels, where)
    except (VAELabError, ValueError, OSError) as error:
        return _Loaded(generation, number, None, str(error))
    return _Loaded(generation, number, pixels, "")
