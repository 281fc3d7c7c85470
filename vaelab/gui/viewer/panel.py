"""The viewer: a bar of modes, the canvas, and a line that says what is under the pointer and what was measured."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from vaelab.arrays import Pixels
from vaelab.errors import one_line
from vaelab.gui.core import mipmaps
from vaelab.gui.core.background_jobs import Jobs
from vaelab.gui.core.mipmaps import Mips
from vaelab.gui.core.pictures import ORIGINAL
from vaelab.gui.models import column_format as shown
from vaelab.gui.style import icons, theme
from vaelab.gui.viewer.bar import ViewerBar
from vaelab.gui.viewer.canvas.canvas import Canvas
from vaelab.gui.viewer.canvas.modes import Mode, Shown
from vaelab.gui.viewer.extras import Histogram, MarkerLens
from vaelab.gui.viewer.maps.view import DerivedView
from vaelab.gui.viewer.probe_box import ProbeBox
from vaelab.gui.viewer.run_pictures import RunPictures
from vaelab.gui.viewer.share_image import side_by_side
from vaelab.gui.viewer.tools import MapTools
from vaelab.gui.widgets.elided_label import Elided
from vaelab.gui.widgets.key_tooltip import hint
from vaelab.metrics.registry import headlines
from vaelab.results.records import Row

_LINE = headlines()[1:6]
"""Columns of the line of numbers: what the pair looks like, without the score and the marker."""
_GRID = 4
"""Reconstructions that the grid shows at most."""


class ViewerPanel(QWidget):
    """Shows the pictures behind one row.

    Signals:
        follow_wanted: the viewer shall follow the newest row again.
    """

    follow_wanted = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: Row | None = None
        self._siblings: tuple[Row, ...] = ()
        self.store = RunPictures(self)
        self.store.ready.connect(self._arrived)
        self.store.markers.ready.connect(self._marker_arrived)
        self.canvas = Canvas(self)
        self.canvas.setAccessibleName(self.tr("Pictures"))
        self.canvas.setAccessibleDescription(
            self.tr("Original and reconstruction. Wheel zooms, drag pans, Space shows the original.")
        )
        self.canvas.message = self.tr("Select a row to see its original and reconstruction.")
        self.canvas.view_changed.connect(self._show_zoom)
        self.bar = ViewerBar(self)
        self.modes = self.bar.modes
        self.histogram_button, self.lens_button = self.bar.histogram, self.bar.lens
        self.tools = MapTools(self)
        self.derived = DerivedView(self.canvas, self.tools, jobs, self)
        self.probe = ProbeBox(self.canvas, self.derived.value_at, self)
        self.histogram = Histogram(jobs, self)
        self.lens = MarkerLens(self)
        self._title = Elided("", self)
        theme.set_role(self._title, "heading")
        self._live = QPushButton(self)
        theme.set_role(self._live, "chip")
        self._live.clicked.connect(self.follow_wanted)
        self._zoom = QToolButton(self)
        self.fit_button = QToolButton(self)
        self._numbers = QLabel(self)
        self._numbers.setWordWrap(True)
        self._note = QLabel(self)
        self._note.setWordWrap(True)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self._note, "warn")
        for widget in (self.histogram, self.lens, self._live, self._note):
            widget.hide()
        self._wire()
        self._lay_out()
        self._show_zoom(100.0)
        self._refresh()

    def _wire(self) -> None:
        bar, canvas = self.bar, self.canvas
        bar.mode_chosen.connect(self.set_mode)
        bar.hold.pressed.connect(partial(canvas.hold, True))
        bar.hold.released.connect(partial(canvas.hold, False))
        bar.loupe.pressed.connect(partial(canvas.show_loupe, True))
        bar.loupe.released.connect(partial(canvas.show_loupe, False))
        bar.swap.clicked.connect(canvas.swap)
        bar.pin.clicked.connect(self.probe.toggle_pin)
        for button, widget in ((bar.histogram, self.histogram), (bar.lens, self.lens)):
            button.toggled.connect(widget.setVisible)
            button.toggled.connect(self._refresh_extras)
        icons.dress(self.fit_button, "fit")
        hint(self.fit_button, self.tr("Fit"), "looking.fit")
        self.fit_button.setAccessibleName(self.tr("Fit"))
        self.fit_button.setCheckable(True)
        self.fit_button.clicked.connect(canvas.fit)
        hint(self._zoom, self.tr("100 %: one image pixel per screen pixel"), "window.actual_size")
        self._zoom.setAccessibleName(self.tr("Zoom to 100 %"))
        self._zoom.clicked.connect(canvas.actual_size)
        self._zoom.setMinimumWidth(self.fontMetrics().horizontalAdvance("0000 %") + 16)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._live)
        head.addWidget(self.fit_button)
        head.addWidget(self._zoom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.bar)
        layout.addWidget(self.tools)
        layout.addWidget(self.canvas, 1)
        for widget in (self.probe, self.histogram, self.lens, self._numbers, self._note):
            layout.addWidget(widget)

    # What is shown

    @property
    def row(self) -> Row | None:
        """The row that is looked at."""
        return self._row

    @property
    def pair(self) -> tuple[Mips, Mips] | None:
        """Original and reconstruction, if both are at hand."""
        original, current = self.canvas.original, self.canvas.current()
        if original is None or current is None or original.picture is None or current.picture is None:
            return None
        return original.picture, current.picture

    def show_row(self, row: Row | None, siblings: Sequence[Row] = ()) -> None:
        """Show a row's pictures.

        Args:
            row: the row, or None for nothing.
            siblings: all rows of the same image, in the order of the VAEs.
        """
        self._row, self._siblings = row, tuple(siblings) or (() if row is None else (row,))
        self._refresh()

    def show_picture(self, name: str, pixels: Pixels) -> None:
        """Show a single picture, before there is any row."""
        self._row, self._siblings = None, ()
        self._refresh()
        self._title.put(name)
        self.canvas.show_pictures(Shown("", name, mipmaps.make(pixels), True), (), 0)

    def show_following(self, following: bool, *, live: bool) -> None:
        """Say whether the viewer follows the run, and offer to follow it again."""
        self._live.setVisible(live)
        self._live.setEnabled(not following)
        self._live.setText(self.tr("following live") if following else self.tr("Follow live"))

    def set_mode(self, mode: Mode) -> None:
        """Compare another way."""
        self.modes[mode].setChecked(True)
        self.canvas.set_mode(mode)
        self.tools.show_mode(mode)
        self._refresh()

    def _refresh(self) -> None:
        row = self._row
        if row is None:
            self._title.put(self.tr("Viewer"))
            self._numbers.setText("")
            self._note.hide()
            self.canvas.show_pictures(None, (), 0)
            self._refresh_extras()
            return
        self._title.put(f"{row.image}  ·  {row.vae}")
        siblings = self._grid_rows(row)
        active = next((place for place, other in enumerate(siblings) if other.vae == row.vae), 0)
        candidates = [
            self._shown(
                other, other.vae, "B" if place == active else chr(ord("C") + place - (place > active))
            )
            for place, other in enumerate(siblings)
        ]
        original = self._shown(row, ORIGINAL, "A")
        if original.picture is None and all(item.picture is None for item in candidates):
            self.canvas.message = original.missing
            self.canvas.show_pictures(None, (), 0)
        else:
            self.canvas.show_pictures(original, candidates, active)
        self._numbers.setText(_spaced(self.metrics_line(row)))
        failed = row.status == "failed"
        theme.set_role(self._note, "bad" if failed else "muted")
        self._note.setText(("⚠ " if failed else "") + one_line(row.note))
        self._note.setVisible(bool(row.note))
        self._refresh_extras()
        self.derived.show_pair(row, self.pair)

    def _grid_rows(self, row: Row) -> list[Row]:
        if self.canvas.mode is not Mode.GRID:
            return [row]
        others = [other for other in self._siblings if other.vae != row.vae][: _GRID - 1]
        return [other for other in self._siblings if other.vae == row.vae or other in others] or [row]

    def _shown(self, row: Row, vae: str, letter: str) -> Shown:
        name = vae or self.tr("Original")
        picture = self.store.picture(row, vae)
        missing = ""
        if picture is None:
            missing = self.tr("Reading {0} …").format(one_line(name))
            if self.store.is_missing(row.image, vae):
                missing = self._reason(row)
        return Shown(letter, name, picture, not vae, missing)

    def _reason(self, row: Row) -> str:
        if row.status == "failed":
            return self.tr("There is no picture: this row failed.")
        return self.tr(
            "This picture was not kept. Set “Save images” to “all” in the options to look at it later."
        )

    def metrics_line(self, row: Row) -> list[tuple[str, str]]:
        """The row's main numbers, as (name, value)."""
        found = []
        for column in _LINE:
            value = row.values.get(column.name)
            if value is not None:
                found.append((shown.title(column), shown.shown(column, value)))
        return found

    # Saving

    def view_image(self) -> QImage:
        """What is seen."""
        return self.canvas.view_image()

    def posting(self) -> Callable[[], QImage] | None:
        """What draws both pictures with names and numbers, fit to be posted, on any thread; None while they are not at hand."""
        pair, row = self.pair, self._row
        if pair is None or row is None:
            return None
        caption = "   ".join(f"{name} {value}" for name, value in self.metrics_line(row))
        names = (self.tr("Original"), one_line(row.vae))
        return partial(side_by_side, *pair, names, (one_line(row.image), caption), self.font())

    # Slots

    @Slot(object)
    def _arrived(self, key: tuple[str, str]) -> None:
        if self._row is not None and key[0] == self._row.image:
            self._refresh()

    @Slot(object)
    def _marker_arrived(self, key: tuple[str, str]) -> None:
        if self._row is not None and key[0] == self._row.image:
            self._refresh_extras()

    @Slot()
    def _refresh_extras(self) -> None:
        pair = self.pair or (None, None)
        if not self.histogram.isHidden():
            self.histogram.show_pictures(*pair)
        if not self.lens.isHidden():
            row = self._row
            crops = None if row is None else self.store.marker_crops(row, self.pair)
            self.lens.show_row(row, crops, lost=row is not None and self.store.markers_lost(row))
        self.probe.show_pictures(
            None if self.canvas.original is None else self.canvas.original.picture, pair[1]
        )

    @Slot(float)
    def _show_zoom(self, percent: float) -> None:
        fitted = self.canvas.view.zoom is None
        text = f"{percent:.0f} %" if percent >= 10 else f"{percent:.1f} %"
        self._zoom.setText(text)
        self.fit_button.setChecked(fitted)


def _spaced(parts: Sequence[tuple[str, str]]) -> str:
    return " &nbsp; ".join(f"{name}&nbsp;<b>{value}</b>" for name, value in parts)
