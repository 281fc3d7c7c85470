"""Axes: plain numbers, lanes named by a VAE's sign, and a logarithmic one with round numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from vaelab.errors import one_line
from vaelab.gui.plots.plot_style import PlotStyle
from vaelab.gui.style.vae_marks import draw_shape

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


class NumberAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Numbers without SI prefixes: a metric in milli-something is no metric that anybody knows."""

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation, maxTickLength=-4)
        self.enableAutoSIPrefix(False)
        self._dressed: tuple[PlotStyle, str] | None = None

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Numbers with a true minus sign."""
        return [text.replace("-", "\N{MINUS SIGN}") for text in super().tickStrings(values, scale, spacing)]

    def dress(self, look: PlotStyle, label: str) -> None:
        """Follow theme and text size; name the axis."""
        if self._dressed == (look, label):
            return  # each of what follows lays text out and draws the axis anew
        self._dressed = (look, label)
        self.setTickFont(look.small)
        self.setPen(QColor(look.colors.border))
        self.setTickPen(QColor(look.colors.border))
        self.setTextPen(QColor(look.colors.muted))
        self.setStyle(tickTextOffset=5, maxTickLevel=1)
        self.setTickDensity(0.5)
        size = f"{look.small.pointSizeF():.1f}pt"
        # It is HTML to pyqtgraph, and may hold the names of VAEs.
        self.setLabel(
            escape(one_line(label), quote=False),
            **{"color": look.colors.text, "font-size": size, "font-family": f"'{look.font.family()}'"},
        )


class LogAxis(NumberAxis):
    """An axis of the logarithm to base 10 that is labelled with 1, 2, 5 and their tenfolds."""

    def tickValues(self, min_value: float, max_value: float, size: float) -> list[tuple[float, list[float]]]:
        """Powers of ten; 2 and 5 between them where there is room; even steps within less than a decade."""
        low, high = sorted((min_value, max_value))
        if high - low < 1.0:
            return [(0.1, _even_steps(low, high, max(2.0, size / 60)))]
        decades = np.arange(np.floor(low), np.ceil(high) + 1)
        room = size / max(high - low, 1e-9)  # px per decade
        step = max(1, int(np.ceil(36 / max(room, 1e-9))))
        whole = [float(each) for each in decades if low <= each <= high and each % step == 0]
        between = [float(each + np.log10(m)) for each in decades for m in (2, 5)]
        return [(1.0, whole), (0.3, [each for each in between if low <= each <= high] if room > 110 else [])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """The numbers whose logarithms the ticks are."""
        return [
            f"{10**value:.4g}" if -3 < value < 3.5 else f"10{f'{value:.0f}'.translate(_RAISED)}"
            for value in values
        ]


def _even_steps(low: float, high: float, most: float) -> list[float]:
    """Return the logarithms of round numbers at even steps, ``most`` of them at most."""
    first, last = 10**low, 10**high
    rough = (last - first) / most
    tens = 10 ** np.floor(np.log10(rough))
    step = next(tens * m for m in (1, 2, 5, 10) if tens * m >= rough)
    numbers = np.arange(np.ceil(first / step), np.floor(last / step) + 1) * step
    return [float(each) for each in np.log10(numbers[numbers > 0])]


@dataclass(frozen=True, slots=True)
class Lane:
    """A named lane.

    Attributes:
        y: its centre.
        series: the VAE whose sign stands before the name, None for none.
        name: first line.
        under: second line, muted.
    """

    y: float
    series: int | None
    name: str
    under: str = ""


class LaneAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Names of lanes, two lines each, on the left of a plot."""

    def __init__(self) -> None:
        super().__init__("left")
        self._lanes: tuple[Lane, ...] = ()
        self._look: PlotStyle | None = None

    def dress(self, look: PlotStyle, lanes: Sequence[Lane], most: float) -> None:
        """Name the lanes.

        Args:
            look: theme and text size.
            lanes: in any order.
            most: width at most, px.
        """
        lanes = [replace(lane, name=one_line(lane.name)) for lane in lanes]
        self._look, self._lanes = look, tuple(lanes)
        name, under = QFontMetricsF(look.font), QFontMetricsF(look.small)
        need = max(
            (
                self._lead(name, lane)
                + max(name.horizontalAdvance(lane.name), under.horizontalAdvance(lane.under))
                for lane in lanes
            ),
            default=0.0,
        )
        self.setWidth(min(most, need + 16))
        self.setTicks([[(lane.y, "") for lane in lanes]])
        self.setPen(QColor(look.colors.border))
        self.setStyle(tickLength=0)
        self.picture = None
        self.update()

    @staticmethod
    def _lead(metrics: QFontMetricsF, lane: Lane) -> float:
        return 0.0 if lane.series is None else metrics.height() * 1.1

    def drawPicture(self, p: QPainter, axis_spec: object, tick_specs: object, text_specs: object) -> None:
        """Draw signs and names instead of ticks."""
        view = self.linkedView()
        if self._look is None or view is None:
            return
        look = self._look
        box = self.boundingRect()
        p.setClipRect(box)
        low, high = self.range
        height = self.size().height()
        name, under = QFontMetricsF(look.font), QFontMetricsF(look.small)
        for lane in self._lanes:
            y = height * (high - lane.y) / ((high - low) or 1.0)
            total = name.height() + (under.height() if lane.under else 0)
            lead = self._lead(name, lane)
            right = self.size().width() - 10
            first = QRectF(lead, y - total / 2, right - lead, name.height())
            if lane.series is not None:
                draw_shape(
                    p,
                    QPointF(name.height() * 0.42, first.center().y()),
                    name.height() * 0.29,
                    lane.series,
                    look.colors,
                )
            side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            p.setFont(look.font)
            p.setPen(QColor(look.colors.text))
            p.drawText(
                first, int(side), name.elidedText(lane.name, Qt.TextElideMode.ElideMiddle, first.width())
            )
            if lane.under:
                second = QRectF(lead, first.bottom(), right - lead, under.height())
                p.setFont(look.small)
                p.setPen(QColor(look.colors.muted))
                p.drawText(
                    second,
                    int(side),
                    under.elidedText(lane.under, Qt.TextElideMode.ElideRight, second.width()),
                )
