"""The report's section "Charts": figures, MTF curves as SVG, and the charts themselves as they came back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vaelab.charts.figures import COLORS, EDGES, RAMPS, TEXT
from vaelab.charts.measure import ChartReading, ChartRecord
from vaelab.charts.patches import SQUARES
from vaelab.charts.slanted_edge import FREQUENCIES
from vaelab.errors import RunFolderError
from vaelab.report.chart_table import ChartLine, chart_lines, chart_notes, curves_of
from vaelab.report.formats.sections.worst_images import data_uri
from vaelab.report.palette import style_of
from vaelab.report.run.data import RunData
from vaelab.run_folder.read.charts import read_charts
from vaelab.run_folder.read.files import read_png

WIDTH: Final = 480.0
HEIGHT: Final = 250.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 40.0, 12.0, 8.0, 34.0
_MOST_MTF = 1.5
_BUDGET = 2_400_000
"""Bytes of all pictures together before base64, as for the worst images."""
_CUTS: Final[Mapping[str, tuple[int, int, int, int]]] = {
    COLORS: (0, 0, 512, 512),
    RAMPS: (0, 0, 512, 512),
    EDGES: (0, 0, 256, 256),
    TEXT: (0, 0, 256, 256),
}
"""Chart to what is shown of it: left, top, right, bottom, px."""
_EDGE_TITLES: Final = {
    "black_white": "Black and white edge",
    "grey": "Edge between near greys",
    "red_green": "Red and green edge",
    "blue_yellow": "Blue and yellow edge",
}


@dataclass(frozen=True, slots=True)
class Curve:
    """One MTF: whose, its colour's number (None for the original), its dashes, and its SVG path."""

    label: str
    color: int | None
    dash: str
    path: str


@dataclass(frozen=True, slots=True)
class CurvePanel:
    """The MTF of one edge: heading, curves, and where the axes' ticks stand: (px, text)."""

    title: str
    curves: tuple[Curve, ...]
    x_ticks: tuple[tuple[float, str], ...]
    y_ticks: tuple[tuple[float, str], ...]
    nyquist: float
    left: float = _LEFT
    right: float = WIDTH - _RIGHT
    top: float = _TOP
    bottom: float = HEIGHT - _BOTTOM
    width: float = WIDTH
    height: float = HEIGHT


@dataclass(frozen=True, slots=True)
class ChartShots:
    """A part of one chart as it was given and as each VAE gave it back: (label, data URI)."""

    chart: str
    pictures: tuple[tuple[str, str], ...]
    side: int


@dataclass(frozen=True, slots=True)
class ChartSection:
    """All of it.

    Attributes:
        labels: the VAEs, in the order of the lines' cells.
        patches: VAE and the CIEDE2000 of its 64 patches, eight rows of eight.
        problem: why there is nothing of it, in a sentence; empty where there is something.
    """

    labels: tuple[str, ...] = ()
    lines: tuple[ChartLine, ...] = ()
    notes: tuple[str, ...] = ()
    panels: tuple[CurvePanel, ...] = ()
    shots: tuple[ChartShots, ...] = ()
    patches: tuple[tuple[str, tuple[tuple[float, ...], ...]], ...] = ()
    problem: str = ""


def chart_section(run: RunData) -> ChartSection | None:
    """Return the section, or None for a run that measured no charts."""
    try:
        record = read_charts(run.folder)
    except RunFolderError as error:
        return ChartSection(problem=str(error))
    if record is None:
        return None
    assert run.folder is not None
    # A VAE that the run does not know is nobody's.
    record = ChartRecord(
        record.original,
        {label: record.vaes[label] for label in run.vaes if label in record.vaes},
        record.charts,
    )
    colors = {label: place for place, label in enumerate(run.vaes)}
    return ChartSection(
        tuple(record.vaes),
        tuple(chart_lines(record)),
        tuple(chart_notes(record)),
        tuple(
            curve_panel(title, curves, colors)
            for edge, title in _EDGE_TITLES.items()
            if (curves := curves_of(record, edge))
        ),
        tuple(_shots(run.folder, record)),
        tuple(
            (
                label,
                tuple(
                    reading.patches[start : start + SQUARES]
                    for start in range(0, len(reading.patches), SQUARES)
                ),
            )
            for label, reading in record.vaes.items()
            if reading.patches
        ),
    )


def curve_panel(title: str, curves: Mapping[str, Sequence[float]], colors: Mapping[str, int]) -> CurvePanel:
    """Return the MTF of one edge, drawn.

    Args:
        title: of the plot.
        curves: VAE to its MTF at ``FREQUENCIES``, the original's under "".
        colors: VAE to its place in the run.
    """
    most = min(_MOST_MTF, max(1.0, *(value for curve in curves.values() for value in curve)))
    most = 0.25 * -(-most // 0.25)
    across = (WIDTH - _LEFT - _RIGHT) / FREQUENCIES[-1]
    down = (HEIGHT - _TOP - _BOTTOM) / most

    def x(frequency: float) -> float:
        return round(_LEFT + across * frequency, 1)

    def y(value: float) -> float:
        return round(HEIGHT - _BOTTOM - down * min(max(value, 0.0), most), 1)

    drawn = []
    for label, curve in curves.items():
        place = colors.get(label)
        path = "M" + "L".join(f"{x(f)} {y(v)}" for f, v in zip(FREQUENCIES, curve, strict=True))
        # The dashes tell apart what the colour does not.
        dash = "" if place is None else ("", "6 3", "2 3", "8 3 2 3")[place % 4]
        drawn.append(Curve(label or "Original", None if place is None else style_of(place).color, dash, path))
    steps = [0.25 * step for step in range(round(most / 0.25) + 1)]
    return CurvePanel(
        title,
        tuple(drawn),
        tuple((x(f), f"{f:g}") for f in (0.0, 0.25, 0.5, 0.75, 1.0)),
        tuple((y(value), f"{value:g}") for value in steps),
        x(0.5),
    )


def _shots(folder: Path, record: ChartRecord) -> list[ChartShots]:
    allowance = _BUDGET // (len(_CUTS) * (1 + len(record.vaes)))
    found = []
    for chart, (left, top, right, bottom) in _CUTS.items():
        readings = {"Original": record.original, **record.vaes}
        pictures = []
        for label, reading in readings.items():
            uri = _uri(folder, reading, chart, (left, top, right, bottom), allowance)
            if uri:
                pictures.append((label, uri))
        if len(pictures) > 1:
            found.append(ChartShots(chart, tuple(pictures), right - left))
    return found


def _uri(
    folder: Path, reading: ChartReading, chart: str, box: tuple[int, int, int, int], allowance: int
) -> str:
    """The part of a chart, or "" where its PNG is not there."""
    left, top, right, bottom = box
    try:
        pixels = read_png(folder, reading.pictures.get(chart, ""), (512, 512))
    except RunFolderError:
        return ""
    return data_uri(pixels[top:bottom, left:right], allowance)
