"""Ramps of known posterization have the steps that were drawn into them."""

from __future__ import annotations

import numpy as np
import pytest

from vaelab.charts import ramps
from vaelab.images.charts import charts


@pytest.mark.parametrize("levels", [2, 4, 16, 64, 128])
@pytest.mark.parametrize("ramp", ["grey", "red", "green", "blue"])
def test_a_posterized_ramp_has_as_many_steps_as_it_was_given(ramp: str, levels: int) -> None:
    chart = charts.gray_ramps() // (256 // levels) * (256 // levels)
    profile = ramps.ramp_profile(chart, ramp)
    assert ramps.distinct_steps(profile) == levels
    assert ramps.longest_step(profile) == 512 // levels


def test_the_chart_itself_has_every_step() -> None:
    chart = charts.gray_ramps()
    found = {
        name: (ramps.distinct_steps(profile), ramps.longest_step(profile))
        for name in ramps.RAMPS
        for profile in [ramps.ramp_profile(chart, name)]
    }
    whole, end = (256, 2), (32, 16)
    assert found == {"grey": whole, "dark": end, "light": end, "red": whole, "green": whole, "blue": whole}


def test_crushed_shadows_and_clipped_lights_are_long_steps() -> None:
    chart = charts.gray_ramps()
    crushed = np.maximum(chart, 16)
    assert ramps.longest_step(ramps.ramp_profile(crushed, "dark")) == 17 * 16
    assert ramps.distinct_steps(ramps.ramp_profile(crushed, "dark")) == 16
    clipped = np.minimum(chart, 239)
    assert ramps.longest_step(ramps.ramp_profile(clipped, "light")) == 17 * 16
    # A level that comes again elsewhere is the same level, but another step.
    assert ramps.distinct_steps(np.array([1.0, 2, 1, 1, 1, 2])) == 2
    assert ramps.longest_step(np.array([1.0, 2, 1, 1, 1, 2])) == 3


def test_the_edge_of_a_band_is_not_read() -> None:
    chart = charts.gray_ramps().copy()
    wanted = ramps.ramp_profile(chart, "dark")
    chart[2 * 64 : 2 * 64 + 16] = chart[3 * 64 - 16 : 3 * 64] = 255
    np.testing.assert_array_equal(ramps.ramp_profile(chart, "dark"), wanted)
