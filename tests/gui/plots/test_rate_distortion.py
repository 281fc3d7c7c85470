"""Rate–distortion: a sign a VAE at its two means, with the table's intervals and the table's J; VAEs without a rate are named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from window.plots import show

from vaelab.gui.main_window import MainWindow
from vaelab.gui.plots.kinds import PlotKind
from vaelab.gui.plots.views.rate_distortion import RATE
from vaelab.gui.widgets.navigation import Page
from vaelab.results.summary import with_results

_BITS = {"blur:2": 2.0, "jpeg:75": 4.0}


def _with_rates(window: MainWindow, rates: Mapping[str, float]) -> MainWindow:
    """The run that the window shows, its VAEs with these rates, which differ a little from image to image."""
    data = window.run_model.data
    assert data is not None
    rows = []
    for place, row in enumerate(data.rows):
        values = {name: value for name, value in row.values.items() if name != RATE}
        if row.vae in rates:
            values[RATE] = rates[row.vae] + 0.1 * (place % 5)
        rows.append(replace(row, values=values))
    window.rows.clear()
    window.rows.append(rows)
    window.summary_model.show(with_results(data.summary, rows, {}))
    window.navigation.turn_to(Page.PLOTS)
    window.plots.data.refresh()
    return window


@pytest.fixture
def looking(finished: MainWindow) -> MainWindow:
    """A finished run of which two VAEs have a rate."""
    return _with_rates(finished, _BITS)


@pytest.mark.parametrize("metric", ["lpips", "ssim"])
def test_a_sign_stands_at_the_means_and_its_lines_are_the_tables_intervals(
    looking: MainWindow, metric: str
) -> None:
    view = show(looking.plots, PlotKind.RATE, metric)
    assert set(view.signs) == {"blur:2", "jpeg:75"}
    for label in view.signs:
        facts = looking.summary_model.entry(label)["metrics"]
        x, y = (sign[0] for sign in view.signs[label].getData())
        assert (x, y) == pytest.approx((facts[RATE]["mean"], facts[metric]["mean"]))
        across, up = view.intervals[label].getData()
        np.testing.assert_allclose(across[:2], facts[RATE]["ci95"])
        np.testing.assert_allclose(up[2:], facts[metric]["ci95"])
    assert "identity" in view.heading.caption
    assert [entry.text for entry in view.heading.entries] == ["blur:2", "jpeg:75"]


def test_j_is_that_of_the_table(looking: MainWindow) -> None:
    view = show(looking.plots, PlotKind.RATE, "score")
    for label in view.signs:
        entry = looking.summary_model.entry(label)
        assert view.signs[label].getData()[1][0] == pytest.approx(entry["J"])
        np.testing.assert_allclose(view.intervals[label].getData()[1][2:], entry["J_ci95"])


def test_where_no_vae_has_a_rate_the_plot_says_so(finished: MainWindow) -> None:
    _with_rates(finished, {})
    finished.plots.choose(PlotKind.RATE)
    finished.plots.redraw()
    assert "bits per pixel" in finished.plots.message.text()
    assert not finished.plots.controls.select_button.isEnabled()
