"""Strip plots as geometry: one lane per VAE, a dot per image, the mean with its interval. The template draws them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from vaelab.arrays import Floats, Places
from vaelab.metrics.base import Column
from vaelab.metrics.marker_columns import COLUMNS as MARKER_COLUMNS
from vaelab.metrics.registry import all_columns, headlines
from vaelab.report.palette import outline
from vaelab.report.summary_table import SummaryLine
from vaelab.report.words.numbers import count, interval, short
from vaelab.results.records import Row
from vaelab.results.row_table import RowTable
from vaelab.text import images as images_in_words

_OF_MARKER = {column.name for column in MARKER_COLUMNS}
HEADLINES = tuple(column.name for column in headlines() if column.name not in _OF_MARKER)
"""The metrics that are plotted, where they were measured; the marker's have a part of the report to themselves."""

WIDTH, LANE, TOP, AXIS = 560.0, 30.0, 6.0, 24.0
_GUTTER, _RIGHT = 112.0, 16.0
_MOST_DOTS = 160
_LABEL_CHARACTERS = 15


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick of the axis: its place, px, and its text."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class VAEValues:
    """One VAE's values.

    Attributes:
        label, short_label: its name, in full and cut to fit.
        color: index into the palette.
        y: centre of the lane, px.
        badge, dots, mean_mark: SVG paths.
        spread: from the 5th to the 95th percentile, px; None without values.
        ci: ends of the mean's interval, px; None without one.
        aside: what cannot be drawn, in words.
        title: all of it in words.
    """

    label: str
    short_label: str
    color: int
    y: float
    badge: str
    dots: str = ""
    mean_mark: str = ""
    spread: tuple[float, float] | None = None
    ci: tuple[float, float] | None = None
    aside: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """One metric: heading, lanes, axis."""

    column: Column
    heading: str
    wanted: str
    height: float
    lanes: tuple[VAEValues, ...]
    ticks: tuple[Tick, ...]
    ideal: float | None
    left: float = _GUTTER
    right: float = WIDTH - _RIGHT


def panels(rows: Sequence[Row], lines: Sequence[SummaryLine]) -> list[Panel]:
    """Return a panel for every headline metric that has values; where there is none of them, for the first six columns."""
    columns = {column.name: column for column in all_columns()}
    table = RowTable.of(rows)
    ok = ~table.failed()
    known = [name for name in columns if not np.isnan(table.column(name)[ok]).all()]
    chosen = [name for name in HEADLINES if name in known]
    if not chosen:
        chosen = [name for name in known if columns[name].better != "none"][:6]
    measured = [line for line in lines if not line.vae.get("error") or line.vae.get("images_ok")]
    images = table.texts("image")
    places = {label: np.flatnonzero(table.among("vae", (label,)) & ok) for label in table.used("vae")}
    return [_panel(columns[name], _by_vae(images, table.column(name), places), measured) for name in chosen]


def _by_vae(
    images: Sequence[str], numbers: Floats, places: Mapping[str, Places]
) -> dict[str, tuple[Floats, list[str]]]:
    """VAE to its numbers and the images that they are of, where there are any.

    Args:
        images: of each row.
        numbers: of each row, (rows,) float64, NaN where it has none.
        places: VAE to its rows that count.
    """
    found = {}
    for label, own in places.items():
        known = own[~np.isnan(numbers[own])]
        if len(known):
            found[label] = numbers[known], [images[place] for place in known.tolist()]
    return found


def _panel(
    column: Column, values: dict[str, tuple[Floats, list[str]]], lines: Sequence[SummaryLine]
) -> Panel:
    drawn = [found[np.isfinite(found)] for found, _ in values.values()]
    axis = _Axis(np.concatenate([*drawn, np.empty(0)]), column)
    nothing: tuple[Floats, list[str]] = (np.empty(0), [])
    lanes = tuple(
        _lane(column, line, TOP + LANE * (index + 0.5), *values.get(line.label, nothing), axis)
        for index, line in enumerate(lines)
    )
    ideal = None if column.ideal is None or not axis.holds(column.ideal) else axis.x(column.ideal)
    heading = f"{column.label} ({column.unit})" if column.unit else column.label
    if column.name == "score":
        heading += " of each image"  # the set's J is made of means and is not the mean of these
    if axis.log:
        heading += ", logarithmic"
    return Panel(
        column, heading, column.direction, TOP + LANE * len(lanes) + AXIS, lanes, axis.ticks(), ideal
    )


class _Axis:
    """A linear axis that holds all values and a near ideal; logarithmic for ratios that spread over more than 4 to 1."""

    def __init__(self, values: Floats, column: Column) -> None:
        low, high = (float(values.min()), float(values.max())) if len(values) else (0.0, 1.0)
        if column.ideal is not None and (high > low or not len(values)):
            near = 0.6 * (high - low)
            low = column.ideal if low - near <= column.ideal < low else low
            high = column.ideal if high < column.ideal <= high + near else high
        self.log = column.ideal == 1 and column.better == "ideal" and low > 0 and high / low > 4
        if high <= low:
            pad = abs(low) * 0.1 or 1.0
            low, high = low - pad, high + pad
        self._from, self._to = (math.log(low), math.log(high)) if self.log else (low, high)
        margin = 0.03 * (self._to - self._from)
        self._from, self._to = self._from - margin, self._to + margin

    def x(self, value: float) -> float:
        """Return the place of a value, px."""
        place = math.log(value) if self.log else value
        share = (place - self._from) / (self._to - self._from)
        return round(_GUTTER + share * (WIDTH - _GUTTER - _RIGHT), 1)

    def nearest(self, value: float) -> float:
        """Return the place of a value, px; the axis's end where it lies beyond, as an interval of few images may."""
        if self.log and value <= 0:
            return float(_GUTTER)
        return min(max(self.x(value), float(_GUTTER)), float(WIDTH - _RIGHT))

    def holds(self, value: float) -> bool:
        """Whether a value lies on the axis."""
        return _GUTTER <= (self.x(value) if value > 0 or not self.log else -1.0) <= WIDTH - _RIGHT

    def ticks(self) -> tuple[Tick, ...]:
        """Return four to six round values."""
        if self.log:
            low, high = math.exp(self._from), math.exp(self._to)
            decades = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
            values = [step * 10.0**decade for decade in decades for step in (1, 2, 5)]
            values = [value for value in values if low <= value <= high]
            values = values[:: math.ceil(len(values) / 7) or 1]
            return tuple(Tick(self.x(value), f"{value:g}") for value in values)
        return tuple(Tick(self.x(value), text) for value, text in round_values(self._from, self._to))


def round_values(low: float, high: float) -> list[tuple[float, str]]:
    """Return four to six round values between two, ascending, and each as text."""
    span = high - low
    step = 10.0 ** math.floor(math.log10(span / 4))
    step *= next(factor for factor in (1, 2, 5, 10) if span / (step * factor) <= 6)
    first, last = math.ceil(low / step), math.floor(high / step)
    # Rounding to the step's own digits keeps 0.30000000000000004 away.
    digits = max(0, -math.floor(math.log10(step)))
    return [
        (index * step, f"{index * step:.{digits}f}".replace("-", "\N{MINUS SIGN}"))
        for index in range(first, last + 1)
    ]


def _lane(
    column: Column, line: SummaryLine, y: float, values: Floats, images: Sequence[str], axis: _Axis
) -> VAEValues:
    label = line.label
    cut = label if len(label) <= _LABEL_CHARACTERS else label[: _LABEL_CHARACTERS - 1] + "…"
    badge = outline(line.style.shape, 8, y, 5)
    lane = VAEValues(label, cut, line.style.color, y, badge, aside="no value", title=f"{label}: no value")
    if not len(values):
        return lane
    finite = values[np.isfinite(values)]
    infinite = len(values) - len(finite)
    aside = "" if not infinite else f"∞ on {'all ' if not len(finite) else ''}{count(infinite)}"
    facts = (line.vae.get("metrics") or {}).get(column.name) or {}
    center = facts.get("mean")
    bounds = facts.get("ci95")
    title = [f"{label}: {images_in_words(len(values))}"]
    if center is not None:
        title.append(f"mean {short(center)} {interval(bounds)}".rstrip())
    title.append(f"median {short(facts.get('median'))}" if facts.get("median") is not None else "")
    title.append(f"lowest {short(float(values.min()))}: {images[int(values.argmin())]}")
    title.append(f"highest {short(float(values.max()))}: {images[int(values.argmax())]}")
    shown = _thinned(finite)
    return VAEValues(
        label,
        cut,
        line.style.color,
        y,
        badge,
        dots="".join(
            outline(line.style.shape, axis.x(value), y + _jitter(index), 2.7)
            for index, value in enumerate(shown)
        ),
        mean_mark="" if center is None else outline(line.style.shape, axis.x(center), y, 5.2),
        spread=None if len(finite) < 2 else (axis.x(_percentile(finite, 5)), axis.x(_percentile(finite, 95))),
        ci=None if bounds is None else (axis.nearest(bounds[0]), axis.nearest(bounds[1])),
        aside=aside,
        title="; ".join(part for part in title if part),
    )


def _percentile(values: Floats, percent: float) -> float:
    return float(np.percentile(values, percent))


def _thinned(values: Floats) -> list[float]:
    """At most so many values with the same distribution, the extremes among them."""
    ordered = np.sort(values)
    if len(ordered) > _MOST_DOTS:
        ordered = ordered[np.linspace(0, len(ordered) - 1, _MOST_DOTS).round().astype(int)]
    return [float(value) for value in ordered]


def _jitter(index: int) -> float:
    # The golden ratio spreads neighbours evenly over the lane, the same in every report.
    return round(((index * 0.6180339887) % 1 - 0.5) * 15, 1)
