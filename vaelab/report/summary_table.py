"""The summary table behind every format: one line per VAE, in the order of the ranking, best and second marked."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from vaelab.metrics.base import Column
from vaelab.report.palette import Style, style_of
from vaelab.report.run.data import RunData
from vaelab.report.words import numbers

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
    """

    column: Column
    value: Callable[[VAE], float | None]
    metric: str = ""
    bounds: Callable[[VAE], Sequence[float] | None] = lambda _: None
    of_set: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One VAE in the table.

    Attributes:
        label: as the run names it.
        vae: what the summary says of it.
        style: its colour and shape.
        rank: its place among the autoencoders, None for a baseline and without J.
        letters: two VAEs share one if and only if these images do not tell them apart by J; empty where nothing was decided.
        run: name of its run, in a comparison of several.
    """

    label: str
    vae: VAE
    style: Style
    rank: int | None = None
    letters: str = ""
    run: str = ""

    @property
    def baseline(self) -> bool:
        """Whether it is no autoencoder at all, but something to hold them against."""
        return bool(self.vae.get("baseline"))

    @property
    def apart(self) -> str:
        """Why it is not compared with the others; empty where it is."""
        return str(self.vae.get("apart") or "")

    @property
    def n(self) -> int:
        """Of how many images its means are made."""
        return int(self.vae.get("n") or 0)

    @property
    def n_words(self) -> str:
        """Of how many images its means are made, and on how many it failed."""
        failed = int(self.vae.get("images_failed") or 0)
        words = f"{self.n} ({failed} failed)" if failed else str(self.n)
        return f"{words}, not compared" if self.apart else words

    @property
    def place(self) -> str:
        """Its rank as text, with its letters: ``1 a``; where there are baselines only, the letters; an en dash without."""
        rank = "" if self.rank is None else str(self.rank)
        return f"{rank} {self.letters}".strip() or numbers.MISSING


@dataclass(frozen=True, slots=True)
class Table:
    """Lines and quantities.

    Attributes:
        lines, quantities: what stands in it.
        marks: 1 for best and 2 for second, by line and name of the column.
        comparisons: the summary's, which the marks follow.
        baselines_apart: whether baselines got no mark, since there are autoencoders to compare.
    """

    lines: tuple[Line, ...]
    quantities: tuple[Quantity, ...]
    marks: Mapping[tuple[int, str], int] = field(default_factory=dict)
    comparisons: Sequence[Mapping[str, Any]] = field(default=(), repr=False)
    baselines_apart: bool = False

    def value(self, index: int, quantity: Quantity) -> float | None:
        """Return a cell's number."""
        return quantity.value(self.lines[index].vae)

    def mark(self, index: int, quantity: Quantity) -> int:
        """Return 1 for best, 2 for second, 0 for neither."""
        return self.marks.get((index, quantity.column.name), 0)


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

    return Quantity(column, value, metric, _metric_bounds(metric))


def _of_set(column: Column, metric: str, value: Callable[[VAE], float | None] | None = None) -> Quantity:
    """Return a quantity of the whole set: who is better in it is told by the images' own values of a metric."""
    name = column.name

    def bounds(vae: VAE) -> Sequence[float] | None:
        found: Sequence[float] | None = (vae.get("quantities_ci95") or {}).get(name)
        return found

    return Quantity(column, value or (lambda vae: vae.get(name)), metric, bounds, of_set=True)


SCORE = Quantity(
    Column(
        "J",
        "J",
        "The score: λ1·L_perc + λ2·|1 − ρ_G| + λ3·|1 − ρ_C| + λ4·‖δ‖₂ + λ5·|b| + λ6·|γ − 1|; "
        "without a marker the last three terms are left out.",
        better="low",
        ideal=0.0,
    ),
    lambda vae: vae.get("J"),
    "J",
    lambda vae: vae.get("J_ci95"),
)
LPIPS = of_metric(
    Column("L_perc", "LPIPS", "L_perc, the mean perceptual distance (LPIPS).", better="low", ideal=0.0),
    "lpips",
    "L_perc",
)
RHO_G = _of_set(
    Column(
        "rho_G",
        "ρ_G",
        "Mean gradient energy of the reconstructions over that of the originals: below 1 is blurred, above 1 is sharpened.",
        better="ideal",
        ideal=1.0,
    ),
    "gradient_ratio",
)
RHO_C = _of_set(
    Column(
        "rho_C",
        "ρ_C",
        "Mean number of distinct colours of the reconstructions over that of the originals: texture lost or invented.",
        better="ideal",
        ideal=1.0,
    ),
    "color_ratio",
)
BRIGHTNESS = of_metric(
    Column(
        "b",
        "b",
        "Brightness bias: how much lighter the marker's black patch came out, 0 to 1.",
        better="ideal",
        ideal=0.0,
    ),
    "brightness_bias",
    "b",
)
GAMMA = _of_set(
    Column(
        "gamma",
        "γ",
        "Contrast gain: white minus black of the marker, rebuilt over original.",
        better="ideal",
        ideal=1.0,
    ),
    "contrast_gain",
)
DRIFT = _of_set(
    Column(
        "delta_norm",
        "‖δ‖",
        "Length of the mean drift of the marker's red, green and blue.",
        better="low",
        ideal=0.0,
    ),
    "drift_norm",
    drift_length,
)
PSNR = of_metric(
    Column("psnr", "PSNR", "Peak signal-to-noise ratio, mean over images.", unit="dB", better="high"), "psnr"
)
SSIM = of_metric(
    Column("ssim", "SSIM", "Structural similarity (Wang et al. 2004).", better="high", ideal=1.0), "ssim"
)
TIME = Quantity(
    Column("ms", "ms", "Time to encode and decode one image.", unit="ms", better="low"),
    milliseconds,
    "total_ms",
)

PUBLISHED = (SCORE, LPIPS, PSNR, SSIM, RHO_G, RHO_C, GAMMA, BRIGHTNESS, DRIFT, TIME)
"""The columns of a table that is pasted into a forum, in order."""


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


def places_of(summary: Mapping[str, Any]) -> dict[str, tuple[int | None, str]]:
    """Return rank and letters of the VAEs that are ranked, best J first; where there are baselines alone, their letters."""
    ranking = summary.get("ranking") or ()
    letters = "letters" if any(not entry["baseline"] for entry in ranking) else "letters_with_baselines"
    return {entry["vae"]: (entry["rank"], entry[letters]) for entry in ranking}


def run_table(run: RunData, quantities: Sequence[Quantity] = PUBLISHED) -> Table:
    """Return the table of one run: best J first, then what is not ranked, then what failed."""
    places = places_of(run.summary)
    lines = [
        Line(label, vae, style_of(index), *places.get(label, (None, "")))
        for index, (label, vae) in enumerate(run.vaes.items())
    ]
    order = {label: index for index, label in enumerate(places)}
    lines.sort(key=lambda line: (order.get(line.label, len(order)), bool(line.vae.get("error"))))
    return marked(lines, quantities, run.summary.get("comparisons") or ())


def marked(
    lines: Sequence[Line], quantities: Sequence[Quantity], comparisons: Sequence[Mapping[str, Any]]
) -> Table:
    """Return the table with best and second marked in each column.

    Where two or more autoencoders are compared, the marks are theirs and baselines get none: that identity is perfect tells
    nobody which autoencoder to use. Best is what no other is better than by a decided comparison, second the same among the
    rest; several that are not told apart share a mark, and a column in which nothing is decided has none. A VAE that stands
    apart has none.

    Args:
        lines: of the table.
        quantities: its columns.
        comparisons: the summary's; without them nothing is decided.
    """
    measured = [index for index, line in enumerate(lines) if line.n and not line.apart]
    own = [index for index in measured if not lines[index].baseline]
    candidates = own if len(own) > 1 else measured
    worse: dict[str, set[tuple[str, str]]] = {}
    for item in comparisons:
        if item["verdict"] in ("a", "b"):
            pair = (item["a"], item["b"])
            worse.setdefault(item["metric"], set()).add(pair if item["verdict"] == "a" else pair[::-1])
    marks: dict[tuple[int, str], int] = {}
    for quantity in quantities:
        beaten = worse.get(quantity.metric, set())
        far = {index: standing(lines[index].vae, quantity) for index in candidates}
        left = [index for index in candidates if far[index] is not None]
        for mark in (1, 2):
            if not left:
                break
            group = [
                index
                for index in left
                if not any((lines[other].label, lines[index].label) in beaten for other in left)
            ]
            left = [index for index in left if index not in group]
            if mark == 1 and not left:
                break
            marks |= {(index, quantity.column.name): mark for index in group}
    return Table(tuple(lines), tuple(quantities), marks, comparisons, 1 < len(own) < len(measured))
