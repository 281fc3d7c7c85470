"""What the summary says of each VAE in numbers: one row a column of the summary table, in whatever format."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from vaelab.metrics.base import Column
from vaelab.metrics.registry import all_columns, column
from vaelab.report.words import numbers
from vaelab.score_terms import FORMULA

VAE = Mapping[str, Any]
"""What the summary says of one VAE."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number per VAE.

    Attributes:
        column: its label, direction and meaning.
        value: reads it from what the summary says of a VAE; None where there is none, ``inf`` where it is infinite.
        metric: the metric in the summary's comparisons that says whether two VAEs differ in it; empty if there is none.
        bounds: reads its 95 % interval.
        of_set: whether it is made of the means over the set, so that it is not the mean of a column.
        csv: reads its numbers for the CSV, by the names of their columns there; empty where it is the mean of a column, which
            stands there by its own name.
        narrow: whether a terminal has room for it.
    """

    column: Column
    value: Callable[[VAE], float | None]
    metric: str = ""
    bounds: Callable[[VAE], Sequence[float] | None] = lambda _: None
    of_set: bool = False
    csv: Callable[[VAE], Mapping[str, float | None]] = lambda _: {}
    narrow: bool = True

    @property
    def headline(self) -> int:
        """The place of its metric among the headlines; 0 for none."""
        name = "score" if self.metric == "J" else self.metric
        return next((column.headline for column in all_columns() if column.name == name), 0)


def mean(vae: VAE, metric: str) -> float | None:
    """Return the mean of a metric's finite values: ``inf`` where all are infinite (PSNR of images that came back exactly)."""
    found = (vae.get("metrics") or {}).get(metric)
    if found is None:
        return None
    if found.get("mean") is None and found.get("n_infinite"):
        return math.inf
    value: float | None = found.get("mean")
    return value


def infinite_on(vae: VAE, metric: str) -> tuple[int, int] | None:
    """Return on how many images a metric is infinite, and of how many; None where it is on none or on all."""
    found = (vae.get("metrics") or {}).get(metric) or {}
    infinite, n = int(found.get("n_infinite") or 0), int(found.get("n") or 0)
    return (infinite, n) if 0 < infinite < n else None


def cell_words(vae: VAE, quantity: Quantity, *, minus: str = "\N{MINUS SIGN}") -> str:
    """Return a cell as text: three significant digits, and on how many images the value is infinite."""
    text = numbers.short(quantity.value(vae), minus=minus)
    infinite = infinite_on(vae, quantity.metric)
    return text if infinite is None else f"{text} (∞ on {infinite[0]} of {infinite[1]})"


def drift_length(vae: VAE) -> float | None:
    """Return ‖δ‖₂, the length of the mean drift of red, green and blue."""
    delta = vae.get("delta")
    return None if delta is None else math.hypot(*delta)


def milliseconds(vae: VAE) -> float | None:
    """Return the mean time to encode and decode one image, ms."""
    halves = (mean(vae, "encode_ms"), mean(vae, "decode_ms"))
    return None if halves[0] is None or halves[1] is None else halves[0] + halves[1]


def _metric_bounds(metric: str) -> Callable[[VAE], Sequence[float] | None]:
    return lambda vae: ((vae.get("metrics") or {}).get(metric) or {}).get("ci95")


def of_metric(column: Column, metric: str, key: str = "") -> Quantity:
    """Return a metric's mean as a quantity, or what the summary calls ``key`` and tests as that metric."""

    def value(vae: VAE) -> float | None:
        return vae.get(key) if key else mean(vae, metric)

    def csv(vae: VAE) -> Mapping[str, float | None]:
        return {key: vae.get(key)} if key else {}

    return Quantity(column, value, metric, _metric_bounds(metric), csv=csv)


def _of_set(column: Column, metric: str) -> Quantity:
    """Return a quantity of the whole set: who is better in it is told by the images' own values of a metric."""
    name = column.name
    return Quantity(
        column,
        lambda vae: vae.get(name),
        metric,
        _set_bounds(name),
        of_set=True,
        csv=lambda vae: {name: vae.get(name)},
    )


def _set_bounds(name: str) -> Callable[[VAE], Sequence[float] | None]:
    return lambda vae: (vae.get("quantities_ci95") or {}).get(name)


def _score_cells(vae: VAE) -> dict[str, float | None]:
    low, high = vae.get("J_ci95") or (None, None)
    return {"J": vae.get("J"), "J_ci95_low": low, "J_ci95_high": high}


def _drift_cells(vae: VAE) -> dict[str, float | None]:
    return dict(zip(("delta_r", "delta_g", "delta_b"), vae.get("delta") or (None,) * 3, strict=True))


# fmt: off
SCORE = Quantity(
    Column("J", "J",
           f"The score: {FORMULA}; without a marker the last three terms are left out.",
           better="low", ideal=0.0),
    lambda vae: vae.get("J"), "J", lambda vae: vae.get("J_ci95"), csv=_score_cells)

QUANTITIES = (
    SCORE,
    of_metric(replace(column("lpips"), name="L_perc", description="L_perc, the mean perceptual distance (LPIPS).", digits=3), "lpips", "L_perc"),
    _of_set(Column("rho_G", "ρ_G", "Mean gradient energy of the reconstructions over that of the originals: below 1 is blurred, above 1 is sharpened.", better="ideal", ideal=1.0), "gradient_ratio"),
    _of_set(Column("rho_C", "ρ_C", "Mean number of distinct colours of the reconstructions over that of the originals: texture lost or invented.", better="ideal", ideal=1.0), "color_ratio"),
    replace(of_metric(Column("b", "b", "Brightness bias: how much lighter the marker's black patch came out, 0 to 1.", better="ideal", ideal=0.0), "brightness_bias", "b"), narrow=False),
    _of_set(Column("gamma", "γ", "Contrast gain: white minus black of the marker, rebuilt over original.", better="ideal", ideal=1.0), "contrast_gain"),
    Quantity(Column("delta_norm", "‖δ‖", "Length of the mean drift of the marker's red, green and blue.", better="low", ideal=0.0),
             drift_length, "drift_norm", _set_bounds("delta_norm"), of_set=True, csv=_drift_cells, narrow=False),
    of_metric(replace(column("psnr"), description="Peak signal-to-noise ratio, mean over images."), "psnr"),
    of_metric(replace(column("ssim"), description="Structural similarity (Wang et al. 2004)."), "ssim"),
    Quantity(Column("ms", "ms", "Time to encode and decode one image.", unit="ms", better="low"), milliseconds, "total_ms"),
)
# fmt: on
"""Every column of the summary table, in the order of the formula of J and then of what it leaves out."""

PUBLISHED = tuple(sorted(QUANTITIES, key=lambda each: each.headline or math.inf))
"""The same in the order of a table that is pasted into a forum: the headlines first."""


def quantity(name: str) -> Quantity:
    """Return the quantity whose column has this name; there must be one."""
    return next(each for each in QUANTITIES if each.column.name == name)


NARROW = tuple(quantity for quantity in PUBLISHED if quantity.narrow)
"""Those that a terminal has room for."""


def standing(vae: VAE, quantity: Quantity) -> float | None:
    """Return how far a VAE is from what is wanted in a quantity, the smaller the better; None where it cannot be said.

    The mean distance of its images from the ideal (METRICS: one rule for marks, comparisons, wins and colours), over the same
    images for all VAEs that are marked; J itself for J.
    """
    if quantity.column.better == "none":
        return None
    if quantity.metric == "J":
        return quantity.value(vae)
    facts = (vae.get("metrics") or {}).get(quantity.metric)
    if facts is None:
        return None
    if facts.get("n_infinite") and facts["n_infinite"] == facts["n"]:
        return -math.inf
    found: float | None = facts.get("distance")
    return found
