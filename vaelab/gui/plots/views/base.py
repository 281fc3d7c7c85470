"""What all plots have in common: heading, theme, zoom that stays, picking by click, key and loop."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from vaelab.arrays import Floats, Places
from vaelab.errors import one_line
from vaelab.gui.models import column_format as shown
from vaelab.gui.plots.data import PlotData
from vaelab.gui.plots.plot_request import PlotRequest, Points
from vaelab.gui.plots.plot_style import PlotStyle, line, no_brush
from vaelab.gui.plots.views.axes import NumberAxis
from vaelab.gui.plots.views.heading import Heading, LegendEntry
from vaelab.gui.plots.views.lasso import LassoBox, inside
from vaelab.metrics.base import Column

REACH = 12.0
"""How far from a point, px, a click still means it."""


class PlotView(pg.GraphicsLayoutWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """One kind of plot. Subclasses build their items once and give them new data in :meth:`draw`.

    Signals:
        picked: numbers of the rows that the user chose, as a tuple.
        zoomed: whether the user's own zoom is in force.
        resized: there is more or less room than before.
    """

    tr: Callable[[str], str]  # QObject's own, which pyqtgraph's missing types hide

    picked = Signal(object)
    zoomed = Signal(bool)
    resized = Signal()

    def __init__(self, data: PlotData, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.data = data
        self.look = PlotStyle.of(self)
        self.points = Points.joined([])
        self.plots: list[pg.PlotItem] = []
        self.heading = Heading()
        self._selected: Places = np.empty(0, dtype=np.intp)
        self._manual = False
        self._describe: Callable[[int], str] = lambda place: ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(self.Shape.NoFrame)
        self.setAntialiasing(True)
        self.ci.setContentsMargins(8, 4, 12, 6)
        self.ci.setSpacing(4)
        self.addItem(self.heading, row=0, col=0)
        self.scene().sigMouseClicked.connect(self._clicked)
        self._hover = pg.SignalProxy(
            self.scene().sigMouseMoved, rateLimit=20, slot=self._moved, threadSafe=False
        )

    # For subclasses

    def add_plot(self, left: pg.AxisItem | None = None, bottom: pg.AxisItem | None = None) -> pg.PlotItem:
        """Add a plot below what is there, with a ring for what is selected."""
        axes = {"left": left or NumberAxis("left"), "bottom": bottom or NumberAxis("bottom")}
        box = LassoBox()
        plot = pg.PlotItem(viewBox=box, axisItems=axes, enableMenu=False)
        plot.hideButtons()
        plot.setClipToView(True)
        self.addItem(plot, row=len(self.plots) + 1, col=0)
        box.disableAutoRange()
        box.setDefaultPadding(0.0)
        box.sigRangeChangedManually.connect(self._zoomed)
        box.looped.connect(self._looped)
        if not self.plots:
            self._rings = pg.ScatterPlotItem(symbol="o", size=13, pxMode=True)
            self._rings.setZValue(1000)
            plot.addItem(self._rings, ignoreBounds=True)
        self.plots.append(plot)
        return plot

    def draw(self, choice: PlotRequest) -> str:
        """Give all items their data.

        Returns:
            Why there is nothing to draw, in words; empty if there is something.
        """
        raise NotImplementedError

    def dress(self) -> None:
        """Give all items the colours and fonts of ``self.look``."""

    def words(self, title: str, caption: str, entries: Sequence[LegendEntry] = ()) -> None:
        """Set the heading; the whole of it is what a screen reader is told."""
        self.heading.show_words(self.look, title, caption, entries)
        self.setAccessibleName(one_line(title))
        self.setAccessibleDescription(". ".join([caption, *(entry.text for entry in entries)]))

    def vae_entries(self) -> list[LegendEntry]:
        """A legend of the VAEs."""
        return [LegendEntry(self.data.series(label), label) for label in self.data.vaes()]

    def offer(self, points: Points, describe: Callable[[int], str]) -> None:
        """Say where rows can be picked, and what a tooltip says of one."""
        self.points, self._describe = points, describe
        self._ring()

    def frame(self, x: tuple[float, float], y: tuple[float, float], plot: int = 0) -> None:
        """Show this part, unless the user has zoomed."""
        if self._manual or not all(map(math.isfinite, (*x, *y))):
            return
        box = self.plots[plot].getViewBox()
        have = box.viewRange()
        if not np.allclose([x, y], have, rtol=1e-9, atol=1e-12):
            box.setRange(xRange=x, yRange=y, padding=0, disableAutoRange=True)

    # For the tab

    def redraw(self, choice: PlotRequest) -> str:
        """Draw; without smooth edges as long as rows arrive."""
        self.setAntialiasing(not choice.live)
        problem = self.draw(choice)
        # Otherwise the view boxes learn of their new range while they are painted, and everything is painted twice.
        self.scene().prepareForPaint()
        return problem

    def retheme(self) -> None:
        """Take the theme and text size in force."""
        self.look = PlotStyle.of(self)
        self.setBackground(self.look.surface())
        for plot in self.plots:
            plot.getViewBox().dress(self.look.colors.accent)
        self._rings.setBrush(no_brush())
        self._rings.setPen(line(QColor(self.look.colors.text), 2.0))
        self.dress()

    def set_selecting(self, on: bool) -> None:
        """Let the left drag draw a loop instead of panning."""
        for plot in self.plots:
            plot.getViewBox().selecting = on

    def reset_zoom(self) -> None:
        """Let go of the user's zoom; the next redraw shows everything."""
        self._manual = False
        self.zoomed.emit(False)

    def select(self, places: Sequence[int]) -> None:
        """Ring some rows."""
        self._selected = np.asarray(places, dtype=np.intp)
        self._ring()

    def _ring(self) -> None:
        hit = np.isin(self.points.places, self._selected)
        self._rings.setData(self.points.x[hit], self.points.y[hit])

    # Picking

    def _pixels_per_unit(self) -> tuple[float, float]:
        width, height = self.plots[0].getViewBox().viewPixelSize()
        return 1 / (width or 1.0), 1 / (height or 1.0)

    def nearest(self, at: QPointF) -> int | None:
        """The row within reach of a point of the plot, or None."""
        if not self.points.x.size:
            return None
        across, up = self._pixels_per_unit()
        distance = np.hypot((self.points.x - at.x()) * across, (self.points.y - at.y()) * up)
        best = int(np.argmin(distance))
        return int(self.points.places[best]) if distance[best] <= REACH else None

    def _hit(self, scene: QPointF) -> int | None:
        box = self.plots[0].getViewBox()
        return self.nearest(box.mapSceneToView(scene)) if box.sceneBoundingRect().contains(scene) else None

    @Slot(object)
    def _clicked(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if event.double():
            self.reset_zoom()
            return
        place = self._hit(event.scenePos())
        if place is not None:
            event.accept()
            self.picked.emit((place,))

    @Slot(object)
    def _moved(self, args: tuple[QPointF]) -> None:
        if not self.isVisible():
            return
        place = self._hit(args[0])
        self.viewport().setCursor(
            Qt.CursorShape.ArrowCursor if place is None else Qt.CursorShape.PointingHandCursor
        )
        if place is None:
            QToolTip.hideText()
        else:
            at: QPoint = self.viewport().mapToGlobal(self.mapFromScene(args[0]))
            QToolTip.showText(at, self._describe(place), self.viewport())

    @Slot(object)
    def _looped(self, corners: Floats) -> None:
        found = self.points.places[inside(self.points.x, self.points.y, corners)]
        if found.size:
            self.picked.emit(tuple(int(place) for place in found))

    @Slot()
    def _zoomed(self, *_: object) -> None:
        self._manual = True
        self.zoomed.emit(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go from point to point, plus and minus zoom, F shows everything."""
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.points.x.size:
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            by = 1.25 if key == Qt.Key.Key_Minus else 0.8
            for plot in self.plots:
                plot.getViewBox().scaleBy((by, by))
            self._zoomed()
        elif key == Qt.Key.Key_F:
            self.reset_zoom()
        else:
            event.ignore()
            return
        event.accept()

    def _step(self, by: int) -> None:
        order = np.lexsort((self.points.y, self.points.x))
        current = np.flatnonzero(np.isin(self.points.places[order], self._selected))
        place = 0 if not current.size else int(current[0]) + by
        place = max(0, min(len(order) - 1, place))
        self.picked.emit((int(self.points.places[order[place]]),))

    def describe(self, place: int, *metrics: Column) -> str:
        """Say what a row is, and some of its values."""
        row = self.data.row(place)
        values = [f"{column.label} {shown.shown(column, row.values.get(column.name))}" for column in metrics]
        return "\n".join([one_line(f"{row.image} · {row.vae}"), *values])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask to be drawn anew: labels have another width."""
        super().resizeEvent(event)
        if hasattr(self, "heading"):
            self.resized.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        """Leave tooltips of the scene alone; ours are shown while the pointer moves."""
        return True if event.type() == QEvent.Type.ToolTip else super().viewportEvent(event)
