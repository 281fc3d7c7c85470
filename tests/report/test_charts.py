"""Strip plots of a few images: an interval may reach beyond every image, and below 0 on a logarithmic axis."""

from __future__ import annotations

import pytest

from vaelab.report.formats.sections.charts import WIDTH, panels
from vaelab.report.palette import style_of
from vaelab.report.summary_table import SummaryLine
from vaelab.results.records import Row


@pytest.mark.parametrize("bounds", [[-0.04, 0.8], [0.001, 40.0], [0.2, 0.4]])
def test_an_interval_beyond_the_axis_ends_with_it(bounds: list[float]) -> None:
    values = (0.05, 0.3, 0.6)  # over 4 to 1: logarithmic
    rows = tuple(
        Row(f"{i}.png", "a", 8, 8, "ok", values={"fft_high_ratio": value}) for i, value in enumerate(values)
    )
    vae = {"metrics": {"fft_high_ratio": {"mean": sum(values) / 3, "n": 3, "ci95": bounds}}}
    (panel,) = (
        each
        for each in panels(rows, (SummaryLine("a", vae, style_of(0)),))
        if each.column.name == "fft_high_ratio"
    )
    assert panel.heading.endswith("logarithmic")
    (lane,) = panel.lanes
    assert lane.ci is not None
    assert 0 <= lane.ci[0] < lane.ci[1] <= WIDTH
    assert lane.spread is not None
    if bounds[0] > 0.1:  # within the images: where it belongs
        assert lane.spread[0] < lane.ci[0] < lane.ci[1] < lane.spread[1]
