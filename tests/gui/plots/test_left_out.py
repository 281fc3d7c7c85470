"""Plots after a run: its own intervals, and nothing of what the user leaves out."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from window.plots import LABELS, rows, show, values_of

from vaelab.gui.main_window import MainWindow
from vaelab.gui.plots.data import mean_interval
from vaelab.gui.plots.kinds import PlotKind
from vaelab.gui.plots.spectra.radial import log_ratio, mean_ratio, radial, ratio
from vaelab.gui.plots.tab import PlotsTab
from vaelab.gui.widgets.navigation import Page
from vaelab.results.records import Row


def test_after_a_run_intervals_are_the_engines_bootstrap(finished: MainWindow, qtbot: object) -> None:
    finished.navigation.turn_to(Page.PLOTS)
    qtbot.waitUntil(lambda: finished.plots.current() is not None)  # type: ignore[attr-defined]
    data = finished.run_model.data
    assert data is not None
    for metric, bounds in (("lpips", "ci95"), ("gradient_ratio", "distance_ci95")):
        view = show(finished.plots, PlotKind.PAIRED, metric)
        item = next(
            item
            for item in data.summary["comparisons"]
            if (item["a"], item["b"], item["metric"]) == ("identity", "blur:2", metric)
        )
        np.testing.assert_allclose(view.mean_band.getRegion(), item[bounds])
        assert "95 % interval" in view.heading.caption
        assert "so far" not in view.heading.caption
        # The other way round the interval is the same, mirrored.
        finished.plots.controls.first.setCurrentIndex(finished.plots.controls.first.findData("blur:2"))
        finished.plots.controls.second.setCurrentIndex(finished.plots.controls.second.findData("identity"))
        view = show(finished.plots, PlotKind.PAIRED, metric)
        low, high = item[bounds]
        np.testing.assert_allclose(view.mean_band.getRegion(), [-high, -low])
        finished.plots.controls.second.setCurrentIndex(finished.plots.controls.second.findData("blur:2"))
        finished.plots.controls.first.setCurrentIndex(finished.plots.controls.first.findData("identity"))
    assert "so far" not in show(finished.plots, PlotKind.DISTRIBUTION).heading.caption


def test_while_rows_arrive_the_interval_is_called_that_of_so_far(plots: PlotsTab) -> None:
    assert "so far" in show(plots, PlotKind.PAIRED).heading.caption
    assert "so far" in show(plots, PlotKind.DISTRIBUTION).heading.caption


def test_one_value_has_no_interval() -> None:
    found = mean_interval(np.array([0.25]))
    assert found is not None
    assert (found.mean, found.bounds, found.n) == (0.25, None, 1)


def test_excluded_images_are_in_no_plot(plots: PlotsTab, qtbot: object) -> None:
    model = plots.data.rows_model
    model.toggle_excluded("image-007.png")
    qtbot.waitUntil(lambda: plots.data.images == 19)  # type: ignore[attr-defined]
    kept = [row for row in rows() if row.image != "image-007.png"]
    for kind in (PlotKind.DISTRIBUTION, PlotKind.PAIRED, PlotKind.SCATTER, PlotKind.RUNNING, PlotKind.DRIFT):
        view = show(plots, kind)
        assert "xcluded images, left out: 1" in view.heading.caption, kind
        names = {plots.data.row(int(place)).image for place in view.points.places}
        assert "image-007.png" not in names, kind
    x, _ = show(plots, PlotKind.DISTRIBUTION).items_[LABELS[0]].mean.getData()
    assert x[0] == pytest.approx(values_of(kept, LABELS[0], "lpips").mean())


def test_where_nothing_is_left_there_are_words(plots: PlotsTab, qtbot: object) -> None:
    model = plots.data.rows_model
    model.marks.set_excluded(model.images(), True)
    qtbot.waitUntil(lambda: "Every image is excluded" in plots.message.text())  # type: ignore[attr-defined]
    assert plots.current() is None
    model.clear()
    model.append([Row("a.png", "v", None, None, "failed", "broken")])
    qtbot.waitUntil(lambda: "all have failed" in plots.message.text())  # type: ignore[attr-defined]


def test_a_single_vae_has_all_plots_but_the_difference(plots: PlotsTab) -> None:
    model = plots.data.rows_model
    model.clear()
    model.append([row for row in rows() if row.vae == LABELS[1]])
    plots.data.refresh()
    for kind in (PlotKind.DISTRIBUTION, PlotKind.SCATTER, PlotKind.RUNNING, PlotKind.DRIFT):
        show(plots, kind)
    plots.choose(PlotKind.PAIRED)
    plots.redraw()
    assert plots.current() is None
    assert "two VAEs" in plots.message.text()


def test_the_last_row_of_a_run_is_ringed_however_soon_it_came(plots: PlotsTab) -> None:
    plots.live(True)
    for row in rows()[:3]:
        plots.show_newest(row)
    plots.live(False)
    assert plots.selected == (rows()[2].key,)
    # What the user chose stays.
    plots.show_row(rows()[5])
    plots.live(False)
    assert plots.selected == (rows()[5].key,)


def test_the_mean_spectrum_is_the_geometric_mean_of_the_images_ratios(
    finished: MainWindow, qtbot: object
) -> None:
    plots, folder = finished.plots, finished.run_model.folder
    assert folder is not None
    finished.rows.toggle_excluded("image-003.png")
    finished.navigation.turn_to(Page.PLOTS)
    plots.choose(PlotKind.RATIO)
    qtbot.waitUntil(lambda: PlotKind.RATIO in plots.views and plots.current() is plots.views[PlotKind.RATIO])  # type: ignore[attr-defined]
    view = plots.views[PlotKind.RATIO]
    qtbot.waitUntil(lambda: "5 images" in view.heading.title)  # type: ignore[attr-defined]
    logs = []
    for row in finished.rows.rows():
        if row.vae == "jpeg:75" and row.image != "image-003.png":
            x, y = (
                np.asarray(Image.open(folder / place)) for place in (row.original_png, row.reconstruction_png)
            )
            logs.append(np.log10(ratio(radial(x), radial(y))))
    assert len(logs) == 5
    expected = np.mean(logs, axis=0)
    at, drawn = view.curves["jpeg:75"].getData()
    # The pictures have 24 rings, the grid 96: compared where a ring lies.
    centres = radial(x).frequency
    np.testing.assert_allclose(np.interp(centres[1:-1], at, drawn), expected[1:-1], atol=0.02)
    flat = view.curves["identity"].getData()[1]
    np.testing.assert_allclose(flat, 0.0, atol=1e-9)


def test_mean_ratios_of_constant_images_and_of_none() -> None:
    black, noise = (
        radial(np.zeros((32, 32, 3), dtype=np.uint8)),
        radial(np.random.default_rng(3).integers(0, 256, (200, 260, 3), dtype=np.uint8)),
    )
    assert np.isnan(log_ratio(black, black)).all()
    found = mean_ratio([log_ratio(black, black), log_ratio(noise, noise)])
    np.testing.assert_allclose(found.ratio[~np.isnan(found.ratio)], 1.0)
    assert (~np.isnan(found.ratio)).sum() > 90
    halves = [np.full(96, np.log10(2.0)), np.full(96, np.log10(0.5))]
    np.testing.assert_allclose(mean_ratio(halves).ratio, 1.0)
