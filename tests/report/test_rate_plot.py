"""Rate–distortion in the report: signs where the means are, bars where the intervals end, VAEs without a rate left out."""

from __future__ import annotations

import re

import pytest

from vaelab.report.formats.sections.rate_plot import HEIGHT, WIDTH, rate_panels
from vaelab.report.palette import style_of
from vaelab.report.summary_table import SummaryLine


def _line(place: int, bits: float | None, psnr: float | None, j: float | None) -> SummaryLine:
    metrics = {
        name: {"mean": value, "n": 9, "ci95": [value - spread, value + spread]}
        for name, value, spread in (("bits_per_pixel", bits, 0.25), ("psnr", psnr, 1.0))
        if value is not None
    }
    vae = {"metrics": metrics, "J": j, "J_ci95": None if j is None else [j - 0.1, j + 0.2]}
    return SummaryLine("abc"[place], vae, style_of(place))


def _bars(path: str) -> tuple[float, ...]:
    return tuple(map(float, re.findall(r"-?[\d.]+", path)))


def test_signs_and_bars_stand_where_the_numbers_are() -> None:
    panels = rate_panels([_line(0, 1.0, 30.0, 0.5), _line(1, 3.0, 34.0, 0.3), _line(2, None, 40.0, 0.1)])
    assert [panel.title for panel in panels] == ["J", "PSNR (dB)"]
    for panel in panels:
        assert [sign.label for sign in panel.signs] == ["a", "b"]
    first, second = (_bars(sign.bars) for sign in panels[1].signs)
    # M left y H right M x low V high: y grows downwards.
    left, y, right, x, low, high = first
    assert x == pytest.approx((left + right) / 2, abs=0.1)
    assert y == pytest.approx((low + high) / 2, abs=0.1)
    assert low > y > high
    assert second[3] > x
    assert second[1] < y
    # 2 bits apart, and bars of half a bit: an eighth of a bit is the same everywhere.
    assert (second[3] - x) / (right - left) == pytest.approx(2.0 / 0.5, abs=0.02)
    for panel in panels:
        assert all(0 < tick.x < WIDTH for tick in panel.x_ticks)
        assert all(0 < tick.x < HEIGHT for tick in panel.y_ticks)


def test_one_vae_with_a_rate_is_no_plot() -> None:
    assert rate_panels([_line(0, 1.0, 30.0, 0.5), _line(1, None, 34.0, 0.3)]) == []
    assert rate_panels([]) == []
