"""The figures of the test charts, one row each: what the report and the window show, in this order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vaelab.metrics.base import Better, Column

COLORS: Final = "chart-01-color-grid"
RAMPS: Final = "chart-02-gray-ramps"
EDGES: Final = "chart-04-slanted-edges"
TEXT: Final = "chart-05-text"


@dataclass(frozen=True, slots=True)
class ChartFigure:
    """One number that a chart gives.

    Attributes:
        chart: the name of the chart.
        column: its name, label, meaning, unit, direction.
    """

    chart: str
    column: Column


_EDGE_NAMES: Final = (
    ("black_white", "black and white", "luma of the black and white edge"),
    ("grey", "greys", "luma of the edge between two near greys, 96 and 160"),
    ("red_green", "red and green", "red less green of the edge between red and green, half of it"),
    ("blue_yellow", "blue and yellow", "yellow less blue of the edge between blue and yellow, half of it"),
)
_RAMP_NAMES: Final = (
    ("grey", "grey", "256 greys of 2 px"),
    ("dark", "darkest greys", "the 32 darkest greys, of 16 px"),
    ("light", "lightest greys", "the 32 lightest greys, of 16 px"),
    ("red", "red", "256 reds of 2 px"),
    ("green", "green", "256 greens of 2 px"),
    ("blue", "blue", "256 blues of 2 px"),
)


def _figure(
    chart: str,
    name: str,
    label: str,
    description: str,
    unit: str = "",
    digits: int = 3,
    better: Better = "none",
    ideal: float | None = None,
) -> ChartFigure:
    return ChartFigure(
        chart, Column(name, label, description, unit, better, ideal, digits=digits, averaged=False)
    )


FIGURES: Final[tuple[ChartFigure, ...]] = (
    *(
        _figure(
            EDGES,
            f"mtf50_{name}",
            f"MTF50, {label}",
            f"Lowest spatial frequency at which half of the contrast is kept (slanted edge, ISO 12233): {what}; mean of the four "
            "sides of the square that is turned by 5 degrees; 0.5 is the Nyquist frequency; above the original's: sharpened.",
            "cycles/px",
        )
        for name, label, what in _EDGE_NAMES
    ),
    *(
        _figure(
            EDGES,
            f"mtf_half_nyquist_{name}",
            f"MTF at half Nyquist, {label}",
            f"Contrast kept at 0.25 cycles per pixel (slanted edge, ISO 12233): {what}; above the original's: sharpened.",
        )
        for name, label, what in _EDGE_NAMES
    ),
    _figure(
        COLORS,
        "patch_delta_e_mean",
        "ΔE2000 of the patches, mean",
        "CIEDE2000 between the mean colour of each of the 64 patches' inner half and the original's: mean over the patches.",
        digits=2,
        better="low",
        ideal=0.0,
    ),
    _figure(
        COLORS,
        "patch_delta_e_max",
        "ΔE2000 of the patches, largest",
        "CIEDE2000 between the mean colour of each of the 64 patches' inner half and the original's: the largest.",
        digits=2,
        better="low",
        ideal=0.0,
    ),
    _figure(
        COLORS,
        "patch_brightness",
        "Brightness",
        "Mean luma of the 64 patches, in percent of white; Civitai's chart wants −10 to +5 points from the original.",
        "%",
        digits=2,
    ),
    _figure(
        COLORS,
        "patch_contrast",
        "Contrast",
        "Mean luma of the 20 brightest patches of the original less that of its 20 darkest, in percent of white; Civitai's chart wants "
        "0 to 10 % more than the original.",
        "%",
        digits=2,
    ),
    _figure(
        COLORS,
        "patch_saturation",
        "Saturation",
        "Largest less smallest of red, green and blue: mean over the patches of the two middle rows, in percent of 255.",
        "%",
        digits=2,
    ),
    *(
        _figure(
            RAMPS,
            f"ramp_steps_{name}",
            f"Distinct steps, {label}",
            f"Different levels along a ramp ({what}), the mean across it rounded to 8 bits: fewer than the original's is "
            "banding or clipping.",
            digits=0,
        )
        for name, label, what in _RAMP_NAMES
    ),
    *(
        _figure(
            RAMPS,
            f"ramp_longest_{name}",
            f"Longest step, {label}",
            f"Longest stretch of one level along a ramp ({what}), the mean across it rounded to 8 bits: longer than the "
            "original's is banding or clipping.",
            "px",
            digits=0,
        )
        for name, label, what in _RAMP_NAMES
    ),
    _figure(
        TEXT,
        "text_error_rate",
        "Character error rate",
        "Characters to put in, take out or exchange, over those that stand there, spaces left out: lines of 9 to 24 px, each read by "
        "RapidOCR where it was drawn.",
        better="low",
        ideal=0.0,
    ),
)
"""Every figure. What is not ``better`` in one direction is read against the original's own value."""

MEASURED: Final = tuple(dict.fromkeys(figure.chart for figure in FIGURES))
"""The charts that something is measured on; the others are for the eye."""
