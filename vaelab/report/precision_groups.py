"""Which VAEs of a run are the same in several precisions, and how each differs from the one in fp32: read from the summary's tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vaelab.metrics.base import Column
from vaelab.metrics.registry import all_columns, headlines
from vaelab.precisions import EXACT, PRECISIONS
from vaelab.report.quantities import SCORE
from vaelab.report.run.data import RunData

_SAME = ("source", "encoder", "padding", "weights", "sha256", "encoder_sha256")
"""What is equal of two lines that differ in precision alone."""


@dataclass(frozen=True, slots=True)
class PrecisionDifference:
    """How a precision differs from fp32 in one column, image by image.

    Attributes:
        column: which.
        mean: its value less that of fp32, mean over the images; None where that is not finite.
        bounds: 95 % interval of the mean; None where there is none.
        decided: whether the test tells the two apart: 1 where fp32 is worse, -1 where it is better, 0 where it does not.
        n: images.
    """

    column: Column
    mean: float | None
    bounds: tuple[float, float] | None
    decided: int
    n: int


@dataclass(frozen=True, slots=True)
class PrecisionLine:
    """One VAE in another precision than fp32."""

    label: str
    precision: str
    differences: tuple[PrecisionDifference, ...]


@dataclass(frozen=True, slots=True)
class PrecisionGroup:
    """One VAE in several precisions: the label of its line in fp32, and the others."""

    reference: str
    lines: tuple[PrecisionLine, ...]


def precision_groups(run: RunData) -> tuple[PrecisionGroup, ...]:
    """Return the VAEs that the run measured in fp32 and in other precisions, what they really ran in; none where there is none."""
    groups: dict[tuple[str, ...], dict[str, str]] = {}
    for label, vae in run.vaes.items():
        if vae.get("baseline") or vae.get("error") or vae.get("apart"):
            continue
        if vae.get("precision") in PRECISIONS:
            same = tuple(str(vae.get(key)) for key in _SAME)
            # The same precision twice is one of them twice.
            groups.setdefault(same, {}).setdefault(str(vae["precision"]), label)
    compared: dict[tuple[str, str], dict[str, Mapping[str, Any]]] = {}
    for item in run.summary.get("comparisons") or ():
        compared.setdefault((item["a"], item["b"]), {})[item["metric"]] = item
    found = []
    for own in groups.values():
        reference = own.get(EXACT)
        others = [(name, label) for name, label in own.items() if name != EXACT]
        if reference is None or not others:
            continue
        lines = tuple(
            PrecisionLine(label, name, tuple(_differences(compared, label, reference)))
            for name, label in others
        )
        if any(line.differences for line in lines):
            found.append(PrecisionGroup(reference, lines))
    return tuple(found)


def _columns() -> Sequence[Column]:
    """J, and the columns that are shown first everywhere; the score of each image is J's."""
    return (SCORE.column, *(column for column in headlines() if column.name != "score"), *_color_error())


def _color_error() -> list[Column]:
    first = {column.name for column in headlines()}
    return [column for column in all_columns() if column.name == "delta_e_mean" and column.name not in first]


def _differences(
    compared: Mapping[tuple[str, str], Mapping[str, Mapping[str, Any]]], label: str, reference: str
) -> list[PrecisionDifference]:
    forward, backward = compared.get((label, reference), {}), compared.get((reference, label), {})
    found = []
    for column in _columns():
        item, sign = forward.get(column.name), 1.0
        if item is None:
            item, sign = backward.get(column.name), -1.0
        if item is None:
            continue
        mean, ends = item.get("mean_difference"), item.get("ci95")
        bounds = None if not ends else tuple(sorted(sign * float(end) for end in ends))
        better = {"a": 1, "b": -1}.get(str(item.get("verdict")), 0) * (1 if sign > 0 else -1)
        found.append(
            PrecisionDifference(
                column,
                # Not -0.0 where nothing differs.
                None if mean is None else sign * float(mean) + 0.0,
                None if bounds is None else (bounds[0] + 0.0, bounds[1] + 0.0),
                better,
                int(item.get("n") or 0),
            )
        )
    return found
