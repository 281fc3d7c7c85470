"""What the modes difference and map show: asks for it, says so while it is made, gives it to the canvas."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from vaelab.gui.core.background_jobs import Jobs
from vaelab.gui.core.mipmaps import Mips
from vaelab.gui.viewer.canvas.canvas import Canvas
from vaelab.gui.viewer.canvas.modes import Shown
from vaelab.gui.viewer.maps.maps import Measured
from vaelab.gui.viewer.maps.worker import DerivedPicture, Deriver, Request
from vaelab.gui.viewer.tools import MapTools
from vaelab.results.records import Row


class DerivedView(QObject):
    """Ties the choice of kind and gain to the canvas."""

    def __init__(self, canvas: Canvas, tools: MapTools, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._tools = canvas, tools
        self._row: Row | None = None
        self._pair: tuple[Mips, Mips] | None = None
        self._shown: object = None
        self._measured: Measured | None = None
        self._deriver = Deriver(jobs, self)
        self._deriver.made.connect(self._take)
        tools.changed.connect(self._ask)

    def show_pair(self, row: Row | None, pair: tuple[Mips, Mips] | None) -> None:
        """Derive from other pictures (original, reconstruction), those of a row."""
        self._row, self._pair = row, pair
        self._ask()

    def value_at(self, pixel: tuple[int, int]) -> str:
        """Return what the map that is shown says at a pixel (x, y), with its unit; empty where no map is shown."""
        measured, derived = self._measured, self._canvas.mode.derived
        if measured is None or measured.pooled is None or derived is None or not derived.is_map:
            return ""
        values = measured.values[0]
        if pixel[1] >= values.shape[0] or pixel[0] >= values.shape[1]:
            return ""
        return f"{measured.kind.unit} {values[pixel[1], pixel[0]]:.3g}"

    @Slot()
    def _ask(self) -> None:
        row, pair, kind = self._row, self._pair, self._tools.kind
        if not self._canvas.mode.derived or row is None:
            self._deriver.forget()
            self._shown = None
            return
        if pair is None or pair[0].size != pair[1].size:
            self._deriver.forget()
            self._shown = None
            self._say(self.tr("Both pictures are needed, in one size."))
            return
        # Another gain may show the last one's picture for a moment; another row or kind must not.
        if self._shown != (row.key, kind):
            self._shown = row.key, kind
            waiting = self._deriver.waits_for_pytorch(kind)
            self._say(self.tr("Loading PyTorch …") if waiting else self.tr("Working …"))
        self._deriver.ask(Request(row.key, kind, self._tools.gain), pair)

    def _say(self, why: str) -> None:
        self._measured = None
        name = "" if self._row is None else self._row.vae
        self._canvas.show_derived([Shown("", name, None, True, why)], None)
        self._tools.say(None, None)

    @Slot(object)
    def _take(self, made: DerivedPicture) -> None:
        row = self._row
        if row is None or made.request.row != row.key:
            return
        if made.problem or made.measured is None:
            self._say(made.problem)
            return
        names = [row.vae] if len(made.pictures) == 1 else [self.tr("Original"), row.vae]
        self._measured = made.measured
        is_image = not made.request.kind.of_each
        pictures = [
            Shown("", name, picture, True, is_image=is_image)
            for name, picture in zip(names, made.pictures, strict=True)
        ]
        self._canvas.show_derived(pictures, made.scale)
        self._tools.say(made.measured, row)
