"""What a metric is, without torch: its columns, their direction and unit, and where its function lives."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from vaelab.arrays import Floats

Better = Literal["low", "high", "ideal", "none"]
"""Which way a column is better: lower, higher, nearer to its ideal, or neither (it only informs)."""


@dataclass(frozen=True, slots=True)
class Undefined:
    """A value that does not exist for this image (division by zero, too small, …) and why."""

    reason: str


Value = float | int | Undefined
Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Column:
    """One number of a row, as docs/metrics.md defines it.

    Attributes:
        name: column name in the CSV.
        label: short header for tables.
        description: definition in one sentence, for tooltips and the report.
        unit: unit, empty for a pure number.
        better: direction.
        ideal: the value of a perfect reconstruction, or None where there is none.
        digits: decimals in tables, so that the digits of a column align.
        headline: place among the columns that are shown first wherever there is not room for all; 0 for the others.
        averaged: whether a mean over images says anything; where the marker lies is a fact of one image.
    """

    name: str
    label: str
    description: str
    unit: str = ""
    better: Better = "none"
    ideal: float | None = None
    digits: int = 3
    headline: int = 0
    averaged: bool = True

    @property
    def compared(self) -> bool:
        """Whether two VAEs can differ in it: what is measured of the original alone is the same for all."""
        return self.averaged and not self.name.endswith("_original")

    @property
    def direction(self) -> str:
        """What is wanted, in two words: ``low 0``, ``high``, ``→ 1``; empty where nothing is."""
        ideal = "" if self.ideal is None else f"{self.ideal:g}"
        if self.better == "ideal":
            return f"→ {ideal}"
        return "" if self.better == "none" else f"{self.better} {ideal}".strip()

    def distance(self, values: npt.ArrayLike) -> Floats:
        """Return how far values are from what is wanted: the larger the worse, NaN where there is none.

        The one rule behind marks, comparisons, wins, colours and "worst": |x − ideal| where an ideal can be missed on both
        sides, the value where low is better, its negative where high is better. Of a column without a direction, the value
        itself: it can be sorted by, but nothing is better.

        Args:
            values: any shape.
        """
        found = np.asarray(values, np.float64)
        if self.better == "high":
            return -found
        if self.better == "ideal":
            return np.asarray(np.abs(found - (self.ideal or 0.0)))
        return found


@dataclass(frozen=True, slots=True)
class MetricSpec:
    """One measurement: a function that fills one or more columns.

    Attributes:
        name: what ``--metrics`` selects.
        columns: the columns it fills, in CSV order.
        function: ``"module:function"``, imported only when measured, so that this table needs no torch.
            Its signature is ``(original: Picture, reconstruction: Picture) -> Values``. Empty for the columns that
            the codec, the marker or the clock fill.
        default: whether ``--metrics default`` includes it.
        packages: modules that it needs beyond VAELab's own dependencies; ``all`` leaves it out where one is missing.
        extra: the optional dependency that brings them.
        model: ``"module:function"`` that loads a model of the user's, ``(folder, device) -> model``; empty where it needs none.
            ``all`` leaves out what needs one.
    """

    name: str
    columns: tuple[Column, ...]
    function: str = ""
    default: bool = True
    packages: tuple[str, ...] = ()
    extra: str = ""
    model: str = ""

    @property
    def lacking(self) -> str:
        """The first package that is not there; empty where it has all. Nothing is imported."""
        return next((name for name in self.packages if importlib.util.find_spec(name) is None), "")


Facts = TypeVar("Facts", contravariant=True)


class SetMetric(Protocol[Facts]):
    """A metric over the whole set of images of one VAE (latent health, Fréchet distances, …).

    It is fed what one image contributed at a time and asked for its values at the end. What is fed is stored beside the
    rows of the run folder, so that a resumed run and a report computed later give the same values.
    """

    def update(self, facts: Facts) -> None:
        """Take in what one image contributed."""

    def compute(self) -> dict[str, object] | None:
        """Return the values over everything taken in so far, as strict JSON; None where there is nothing to say."""
