"""Measures what came back of one chart, and holds what the charts say of one VAE."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from vaelab.arrays import Pixels
from vaelab.charts import figures, patches, ramps
from vaelab.charts.slanted_edge import FREQUENCIES, HALF_NYQUIST, edge_responses
from vaelab.charts.text import Reader, text_error_rate
from vaelab.metrics.base import Undefined, Value


@dataclass(frozen=True, slots=True)
class ChartReading:
    """What charts say of one VAE, or of the originals themselves.

    Attributes:
        values: figure to its number.
        reasons: figure to why it has none.
        curves: edge to its MTF at ``slanted_edge.FREQUENCIES``.
        patches: CIEDE2000 of the 64 patches, row by row; empty where they were not measured.
        pictures: chart to the place of its PNG below the run folder.
        notes: what was done to the charts that changes their numbers.
        precision: what the VAE ran in.
        weights: SHA-256 of what encoded and decoded, ``-`` between them; empty where there are no files.
    """

    values: Mapping[str, float] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    curves: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    patches: tuple[float, ...] = ()
    pictures: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    precision: str = ""
    weights: str = ""


@dataclass(frozen=True, slots=True)
class ChartRecord:
    """What the charts of a run say.

    Attributes:
        original: of the charts as they were given.
        vaes: label to what each VAE made of them.
        charts: name to the SHA-256 of each chart's pixels.
    """

    original: ChartReading
    vaes: Mapping[str, ChartReading]
    charts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ChartValues:
    """What one chart gives."""

    values: Mapping[str, Value]
    curves: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    patches: tuple[float, ...] = ()


def measure(chart: str, original: Pixels, reconstruction: Pixels, reader: Reader | Undefined) -> ChartValues:
    """Measure a chart.

    Args:
        chart: name of the chart, one of ``figures.MEASURED``.
        original: (512, 512, 3) uint8, as it was given.
        reconstruction: the same size: what came back; the original itself for the original's own figures.
        reader: the OCR, or why there is none.
    """
    if chart == figures.EDGES:
        return _edges(reconstruction)
    if chart == figures.COLORS:
        return _patches(original, reconstruction)
    if chart == figures.RAMPS:
        profiles = {name: ramps.ramp_profile(reconstruction, name) for name in ramps.RAMPS}
        return ChartValues(
            {f"ramp_steps_{name}": ramps.distinct_steps(each) for name, each in profiles.items()}
            | {f"ramp_longest_{name}": ramps.longest_step(each) for name, each in profiles.items()}
        )
    if chart == figures.TEXT:
        found = reader if isinstance(reader, Undefined) else text_error_rate(reconstruction, reader)
        return ChartValues({"text_error_rate": found})
    raise ValueError(f"nothing is measured on {chart}")


def _edges(chart: Pixels) -> ChartValues:
    values: dict[str, Value] = {}
    curves = {}
    for name, response in edge_responses(chart).items():
        if isinstance(response, Undefined):
            values[f"mtf50_{name}"] = values[f"mtf_half_nyquist_{name}"] = response
            continue
        values[f"mtf50_{name}"] = response.mtf50
        values[f"mtf_half_nyquist_{name}"] = response.at(HALF_NYQUIST)
        curves[name] = tuple(response.at(frequency) for frequency in FREQUENCIES)
    return ChartValues(values, curves)


def _patches(original: Pixels, reconstruction: Pixels) -> ChartValues:
    given, back = patches.patch_colors(original), patches.patch_colors(reconstruction)
    differences = patches.color_differences(given, back)
    return ChartValues(
        {
            "patch_delta_e_mean": float(differences.mean()),
            "patch_delta_e_max": float(differences.max()),
            "patch_brightness": patches.brightness(back),
            "patch_contrast": patches.contrast(back, given),
            "patch_saturation": patches.saturation(back),
        },
        patches=tuple(np.round(differences, 4).tolist()),
    )
