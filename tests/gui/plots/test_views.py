"""What the plots draw is what the rows say."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor
from scipy import stats
from window.fakes import picture
from window.plots import LABELS, rows, show, values_of

from vaelab.gui.main_window import MainWindow
from vaelab.gui.plots.data import PlotData
from vaelab.gui.plots.kinds import PlotKind
from vaelab.gui.plots.spectra.radial import radial, ratio
from vaelab.gui.plots.tab import PlotsTab
from vaelab.metrics.registry import column as column_named
from vaelab.report.palette import LIGHT, style_of


def student(values: np.ndarray) -> tuple[float, float]:
    """Student's 95 % interval of a mean, by scipy's own function for it."""
    error = values.std(ddof=1) / np.sqrt(values.size)
    low, high = stats.t.interval(0.95, values.size - 1, values.mean(), error)
    return float(low), float(high)


def test_distribution_draws_every_finite_value_and_the_mean(plots: PlotsTab) -> None:
    view = show(plots, PlotKind.DISTRIBUTION)
    for label in LABELS:
        expected = values_of(rows(), label, "lpips")
        x, _ = view.items_[label].dots.getData()
        np.testing.assert_array_equal(np.sort(x), np.sort(expected))
        assert view.items_[label].mean.getData()[0][0] == pytest.approx(expected.mean())
        low, high = view.items_[label].interval.getData()[0]
        assert (low, high) == pytest.approx(student(expected))
        box, _ = view.items_[label].box.getData()
        for percentile in (5, 25, 50, 75, 95):
            assert np.isclose(box, np.percentile(expected, percentile)).any()


def test_infinite_values_are_said_in_words(plots: PlotsTab) -> None:
    view = show(plots, PlotKind.DISTRIBUTION, "psnr")
    assert "∞" in view._lanes._lanes[0].under
    assert "∞" not in view._lanes._lanes[2].under


def test_intervals_are_the_summarys_where_there_is_one(finished: MainWindow) -> None:
    data = PlotData(finished.rows, finished.summary_model)
    data.refresh()
    label = finished.summary_model.labels()[-1]
    _, values, _ = data.of(label, "lpips")
    bounds = finished.summary_model.entry(label)["metrics"]["lpips"]["ci95"]
    mean = data.mean(label, "lpips", values)
    assert mean is not None
    assert list(mean.bounds or ()) == bounds
    partial = data.mean(label, "lpips", values[:-1])
    assert partial is not None
    assert list(partial.bounds or ()) != bounds


def test_colors_and_shapes_are_those_of_the_report(plots: PlotsTab) -> None:
    view = show(plots, PlotKind.SCATTER)
    for place, label in enumerate(LABELS):
        assert view.signs[label].opts["brush"].color().name() == LIGHT[style_of(place).color]
    shapes = [view.signs[label].opts["symbol"].elementCount() for label in LABELS]
    assert len(set(shapes)) == len(LABELS)


@pytest.mark.parametrize("metric", ["lpips", "ssim", "gradient_ratio"])
def test_paired_difference_counts_who_is_better(plots: PlotsTab, metric: str) -> None:
    view = show(plots, PlotKind.PAIRED, metric)
    column = column_named(metric)
    by_key = {row.key: row for row in rows() if row.status == "ok" and metric in row.values}
    images = [f"image-{image:03d}.png" for image in range(20)]
    both = [image for image in images if (image, LABELS[0]) in by_key and (image, LABELS[1]) in by_key]
    a, b = (np.array([by_key[image, label].values[metric] for image in both]) for label in LABELS[:2])
    if column.better == "ideal":
        a, b = abs(a - column.ideal), abs(b - column.ideal)
    expected = np.sort(a - b)
    drawn = np.concatenate([view.below.opts["height"], view.above.opts["height"]])
    np.testing.assert_allclose(drawn, expected)
    wins = int((a > b).sum() if column.better == "high" else (a < b).sum())
    assert f"{LABELS[0]} better on {wins} of {len(both)} images" in view.heading.title
    assert view.mean_line.value() == pytest.approx(expected.mean())
    assert view.mean_band.getRegion() == pytest.approx(student(expected))


def test_the_bars_are_in_the_color_of_the_vae_that_is_better(plots: PlotsTab) -> None:
    low = show(plots, PlotKind.PAIRED, "lpips")
    first, second = (LIGHT[style_of(place).color] for place in (0, 1))
    assert QColor(low.below.opts["brush"]).name() == first
    high = show(plots, PlotKind.PAIRED, "ssim")
    assert QColor(high.below.opts["brush"]).name() == second


def test_many_differences_become_one_shape_with_the_same_extremes(plots: PlotsTab) -> None:
    plots.data.rows_model.append(rows(3000)[60:])
    plots.data.refresh()
    view = show(plots, PlotKind.PAIRED, "lpips")
    assert view.areas[0].isVisible()
    assert not view.below.isVisible()
    assert view.areas[0].getData()[1].min() == view.points.y.min()
    assert view.areas[1].getData()[1].max() == view.points.y.max()


def test_scatter_puts_one_metric_over_the_other(plots: PlotsTab) -> None:
    view = show(plots, PlotKind.SCATTER)
    for label in LABELS:
        own = [r for r in rows() if r.vae == label and r.status == "ok" and "lpips" in r.values]
        x, y = view.signs[label].getData()
        np.testing.assert_array_equal(x, [row.values["lpips"] for row in own])
        np.testing.assert_array_equal(y, [row.values["gradient_ratio"] for row in own])


def test_a_scatter_of_very_many_rows_is_a_sample_that_says_so_and_keeps_extremes(plots: PlotsTab) -> None:
    plots.data.rows_model.append(rows(5000)[60:])
    plots.data.refresh()
    view = show(plots, PlotKind.SCATTER)
    drawn = sum(len(signs.getData()[0]) for signs in view.signs.values())
    assert 9_000 < drawn < 11_000
    assert f"sample of {drawn:,}" in view.heading.caption
    every = plots.data.values("lpips")
    assert view.points.x.max() == np.nanmax(every)
    assert view.points.x.min() == np.nanmin(every)


def test_running_mean_is_the_mean_of_what_has_come(plots: PlotsTab) -> None:
    view = show(plots, PlotKind.RUNNING)
    for label in LABELS:
        expected = values_of(rows(), label, "lpips")
        x, y = view.lines[label].getData()
        np.testing.assert_array_equal(x, np.arange(1, expected.size + 1))
        np.testing.assert_allclose(y, [expected[: n + 1].mean() for n in range(expected.size)])


def test_marker_drift_shows_means_less_the_ideal(plots: PlotsTab) -> None:
    view = show(plots, PlotKind.DRIFT)
    x, _ = view.means[LABELS[1]].getData()
    expected = [
        values_of(rows(), LABELS[1], name).mean()
        for name in ("drift_r", "drift_g", "drift_b", "brightness_bias")
    ]
    np.testing.assert_allclose(x[:4], expected)
    assert x[4] == pytest.approx(values_of(rows(), LABELS[1], "contrast_gain").mean() - 1)


def test_spectrum_is_drawn_from_the_viewers_pictures(looking: MainWindow, qtbot: object) -> None:
    row = looking.rows.rows()[0]
    original, copy = picture(64, 1), picture(64, 2)
    looking.viewer.store.put(row.image, "", original)
    looking.viewer.store.put(row.image, row.vae, copy)
    plots = looking.plots
    plots.show_row(row)
    plots.choose(PlotKind.SPECTRUM)
    qtbot.waitUntil(
        lambda: PlotKind.SPECTRUM in plots.views and plots.current() is plots.views[PlotKind.SPECTRUM]
    )  # type: ignore[attr-defined]
    view = plots.views[PlotKind.SPECTRUM]
    qtbot.waitUntil(lambda: list(view.curves) == [row.vae])  # type: ignore[attr-defined]
    x, y = view.original.getData()
    expected = radial(original)
    np.testing.assert_array_equal(x, expected.frequency)
    np.testing.assert_allclose(10**y, np.maximum(expected.power, 1e-9 * expected.power.max()))
    _, ratios = view.curves[row.vae][1][0].getData()
    known = np.isfinite(ratios)
    np.testing.assert_allclose(
        10 ** ratios[known], np.maximum(ratio(expected, radial(copy)), 1e-9)[known], rtol=1e-9
    )


def test_without_pictures_the_spectrum_says_so(looking: MainWindow) -> None:
    looking.plots.show_row(looking.rows.rows()[0])
    looking.plots.choose(PlotKind.SPECTRUM)
    looking.plots.redraw()
    assert looking.plots.current() is None
    assert "not kept" in looking.plots.message.text()
