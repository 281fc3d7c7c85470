"""A column carries what every table, plot and report needs of it: one row of the registry is enough."""

from __future__ import annotations

import numpy as np
import pytest

from vaelab.gui.models.column_format import DEFAULT_IMAGES, shown
from vaelab.gui.models.summary_columns import quantities
from vaelab.metrics import registry
from vaelab.metrics.base import Better, Column, MetricSpec
from vaelab.report.formats.sections import charts, worst_images


def test_headlines_come_by_their_place_and_each_place_is_taken_once() -> None:
    found = registry.headlines()
    assert [column.headline for column in found] == list(range(1, len(found) + 1))
    assert all(column.better != "none" and column.averaged for column in found)


def test_a_new_row_of_the_registry_is_a_headline_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    new = Column("grain", "Grain", "Grain kept.", "", "ideal", 1.0, digits=1, headline=11)
    monkeypatch.setattr(registry, "METRICS", (*registry.METRICS, MetricSpec("grain", (new,))))
    assert registry.headlines()[-1] is new
    assert registry.select("grain")[0].columns == (new,)
    assert quantities(registry.all_columns())[-1].column is new
    assert shown(new, 1.26) == "1.3"


@pytest.mark.parametrize(
    ("better", "ideal", "direction", "far"),
    [
        ("low", 0.0, "low 0", [0.5, 2.0, np.inf]),
        ("high", None, "high", [-0.5, -2.0, -np.inf]),
        ("ideal", 1.0, "→ 1", [0.5, 1.0, np.inf]),
        ("none", None, "", [0.5, 2.0, np.inf]),
    ],
)
def test_direction_and_distance_follow_from_the_row(
    better: Better, ideal: float | None, direction: str, far: list[float]
) -> None:
    column = Column("grain", "Grain", "Grain kept.", "", better, ideal)
    assert column.direction == direction
    assert column.distance([0.5, 2.0, np.inf]).tolist() == far
    assert np.isnan(column.distance(np.nan))


def test_what_is_no_mean_is_offered_as_none() -> None:
    """Where the marker lies is averaged nowhere; what the original alone says is compared nowhere."""
    names = {column.name for column in registry.all_columns() if not column.averaged}
    assert names == {"marker_x", "marker_y", "marker_size"}
    shared = {column.name for column in registry.all_columns() if not column.compared}
    assert shared - names == {name.name for name in registry.all_columns() if "original" in name.name}
    assert not shared & {quantity.column.name for quantity in quantities(registry.all_columns())}


def test_short_lists_are_cut_from_the_headlines() -> None:
    names = [column.name for column in registry.headlines()]
    assert list(DEFAULT_IMAGES) == names[:8]
    assert not set(names) - set(charts.HEADLINES) - {"brightness_bias", "contrast_gain"}
    assert [column.name for column in worst_images.MEASURES] == [*names[:3], "mse"]
