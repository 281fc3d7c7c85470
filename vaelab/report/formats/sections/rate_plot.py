"""Rate–distortion as geometry: what each VAE costs in bits per pixel, and what quality that gives. The template draws it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from vaelab.metrics.registry import column
from vaelab.report.formats.sections.charts import Tick, round_values
from vaelab.report.palette import outline
from vaelab.report.quantities import QUANTITIES, SCORE, Quantity, of_metric
from vaelab.report.summary_table import SummaryLine
from vaelab.report.words.numbers import interval, short

RATE = of_metric(column("bits_per_pixel"), "bits_per_pixel")
WIDTH, HEIGHT = 480.0, 270.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 52.0, 14.0, 10.0, 36.0
_OVER = ("J", "lpips", "psnr")


@dataclass(frozen=True, slots=True)
class RateSign:
    """One VAE: its colour's number, SVG paths of its sign, its intervals and its badge, and all of it in words."""

    label: str
    color: int
    mark: str
    bars: str
    badge: str
    title: str


@dataclass(frozen=True, slots=True)
class RatePanel:
    """One quality over the rate. A tick's ``x`` is its place along its own axis, px."""

    title: str
    wanted: str
    signs: tuple[RateSign, ...]
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    width: float = WIDTH
    height: float = HEIGHT
    left: float = _LEFT
    right: float = WIDTH - _RIGHT
    top: float = _TOP
    bottom: float = HEIGHT - _BOTTOM


@dataclass(frozen=True, slots=True)
class _ValueAxis:
    """From values to px."""

    low: float
    high: float
    start: float
    end: float

    @classmethod
    def of(cls, values: Sequence[float], start: float, end: float) -> _ValueAxis:
        low, high = min(values), max(values)
        room = (high - low) * 0.08 or abs(low) * 0.1 or 1.0
        return cls(low - room, high + room, start, end)

    def at(self, value: float) -> float:
        return round(self.start + (self.end - self.start) * (value - self.low) / (self.high - self.low), 1)

    def ticks(self) -> tuple[Tick, ...]:
        return tuple(Tick(self.at(value), text) for value, text in round_values(self.low, self.high))


def rate_panels(lines: Sequence[SummaryLine]) -> list[RatePanel]:
    """Return J, LPIPS and PSNR over the rate, of the VAEs that have both; none where fewer than two VAEs have a rate."""
    by_metric = {quantity.metric or quantity.column.name: quantity for quantity in QUANTITIES}
    quantities = [by_metric[name] for name in _OVER if name in by_metric]
    panels = []
    for quantity in quantities:
        known = [line for line in lines if _is_known(line, RATE) and _is_known(line, quantity)]
        if len(known) > 1:
            panels.append(_panel(quantity, known))
    return panels


def _is_known(line: SummaryLine, quantity: Quantity) -> bool:
    value = quantity.value(line.vae)
    return value is not None and math.isfinite(value)


def _ends(line: SummaryLine, quantity: Quantity) -> tuple[float, float, float]:
    """Lower end, value, upper end; the ends are the value itself where there is no interval."""
    value = quantity.value(line.vae)
    assert value is not None
    bounds = quantity.bounds(line.vae) or (value, value)
    return float(bounds[0]), float(value), float(bounds[1])


def _panel(quantity: Quantity, lines: Sequence[SummaryLine]) -> RatePanel:
    rates = [_ends(line, RATE) for line in lines]
    values = [_ends(line, quantity) for line in lines]
    across = _ValueAxis.of([end for each in rates for end in each], _LEFT, WIDTH - _RIGHT)
    up = _ValueAxis.of([end for each in values for end in each], HEIGHT - _BOTTOM, _TOP)
    signs = []
    for line, rate, value in zip(lines, rates, values, strict=True):
        (left, x, right), (low, y, high) = map(across.at, rate), map(up.at, value)
        signs.append(
            RateSign(
                line.label,
                line.style.color,
                outline(line.style.shape, x, y, 6.0),
                f"M{left} {y}H{right}M{x} {low}V{high}",
                outline(line.style.shape, 8, 8, 5.6),
                f"{line.label}: {short(rate[1])} bits per pixel {interval((rate[0], rate[2]))}; "
                f"{quantity.column.label} {short(value[1])} {interval((value[0], value[2]))}".rstrip(),
            )
        )
    unit = f" ({quantity.column.unit})" if quantity.column.unit else ""
    title = f"{'J' if quantity is SCORE else quantity.column.label}{unit}"
    return RatePanel(title, quantity.column.direction, tuple(signs), across.ticks(), up.ticks())
