"""The plots: what they draw is what the rows say, and what is picked in them is a row."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QByteArray, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget
from scipy import stats
from window.fakes import FakeEngine, Opener, made_up_values, picture

from vaelab.gui.core.background_jobs import Jobs
from vaelab.gui.core.pictures import PictureStore
from vaelab.gui.main_window import MainWindow
from vaelab.gui.models.rows_model import RowsModel
from vaelab.gui.models.summary_model import SummaryModel
from vaelab.gui.plots.data import PlotData, mean_interval, running_mean, thinned
from vaelab.gui.plots.kinds import Kind
from vaelab.gui.plots.spectra.radial import BANDS, log_ratio, mean_ratio, radial, ratio
from vaelab.gui.plots.tab import PlotsTab
from vaelab.gui.plots.views.lasso import inside
from vaelab.gui.style import theme
from vaelab.gui.widgets.navigation import Page
from vaelab.metrics.numerics.half_spectrum import spectrum
from vaelab.metrics.registry import all_columns
from vaelab.metrics.registry import column as column_named
from vaelab.report.palette import LIGHT, style_of
from vaelab.results.records import Row

LABELS = ("identity", "blur:2", "jpeg:75")


def rows(images: int = 20, labels: tuple[str, ...] = LABELS) -> list[Row]:
    """Rows with spread-out values; one failed, one without LPIPS, one infinite PSNR."""
    rng = np.random.default_rng(5)
    found = []
    for image in range(images):
        for place, label in enumerate(labels):
            values = made_up_values(image, place + 1)
            values = {
                name: value + 0.02 * rng.normal() for name, value in values.items() if value is not None
            }
            name = f"image-{image:03d}.png"
            if (image, place) == (3, 1):
                found.append(Row(name, label, None, None, "failed", "broken", values={"lpips": 99.0}))
                continue
            if (image, place) == (4, 1):
                del values["lpips"]
            if (image, place) == (5, 0):
                values["psnr"] = float("inf")
            found.append(Row(name, label, 64, 64, "ok", values=values))
    return found


def values_of(found: list[Row], label: str, metric: str) -> np.ndarray:
    """The finite values of one VAE, straight from the rows."""
    own = [row.values.get(metric) for row in found if row.vae == label and row.status == "ok"]
    return np.array([value for value in own if value is not None and np.isfinite(value)])


@pytest.fixture
def looking(open_window: Opener, qtbot: object) -> MainWindow:
    """A window with rows whose plots are in view."""
    window = open_window(FakeEngine())
    window.rows.append(rows())
    window.navigation.show_results()
    window.navigation.turn_to(Page.PLOTS)
    qtbot.waitUntil(lambda: window.plots.current() is not None)  # type: ignore[attr-defined]
    return window


@pytest.fixture
def plots(qapp: QApplication, qtbot: object) -> Iterator[PlotsTab]:
    """The tab alone, with the same rows."""
    theme.apply(qapp, "light")
    model, jobs, store = RowsModel(all_columns()), Jobs(), PictureStore()
    tab = PlotsTab(model, SummaryModel(all_columns()), store, jobs)
    tab.resize(640, 800)
    tab.show()
    model.append(rows())
    tab.refresh()
    qtbot.waitUntil(lambda: tab.current() is not None)  # type: ignore[attr-defined]
    yield tab
    tab.hide()
    jobs.shutdown()
    store.wait()
    tab.deleteLater()
    qapp.processEvents()
    theme.apply(qapp, "light")


def show(plots: PlotsTab, kind: Kind, metric: str = "lpips") -> QWidget:
    metrics = plots.controls.metrics
    metrics.setCurrentIndex(metrics.findData(metric))
    plots.choose(kind)
    plots.redraw()
    view = plots.current()
    assert view is not None, plots.message.text()
    return view


def on_screen(view: QWidget, place: int) -> QPointF:
    """Where the point of a row is, in the view's viewport."""
    number = int(np.flatnonzero(view.points.places == place)[0])
    box = view.plots[0].getViewBox()
    at = box.mapViewToScene(QPointF(view.points.x[number], view.points.y[number]))
    return QPointF(view.mapFromScene(at))


# What is drawn


def student(values: np.ndarray) -> tuple[float, float]:
    """Student's 95 % interval of a mean, by scipy's own function for it."""
    error = values.std(ddof=1) / np.sqrt(values.size)
    low, high = stats.t.interval(0.95, values.size - 1, values.mean(), error)
    return float(low), float(high)


def test_distribution_draws_every_finite_value_and_the_mean(plots: PlotsTab) -> None:
    view = show(plots, Kind.DISTRIBUTION)
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
    view = show(plots, Kind.DISTRIBUTION, "psnr")
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
    view = show(plots, Kind.SCATTER)
    for place, label in enumerate(LABELS):
        assert view.signs[label].opts["brush"].color().name() == LIGHT[style_of(place).color]
    shapes = [view.signs[label].opts["symbol"].elementCount() for label in LABELS]
    assert len(set(shapes)) == len(LABELS)


@pytest.mark.parametrize("metric", ["lpips", "ssim", "gradient_ratio"])
def test_paired_difference_counts_who_is_better(plots: PlotsTab, metric: str) -> None:
    view = show(plots, Kind.PAIRED, metric)
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
    low = show(plots, Kind.PAIRED, "lpips")
    first, second = (LIGHT[style_of(place).color] for place in (0, 1))
    assert QColor(low.below.opts["brush"]).name() == first
    high = show(plots, Kind.PAIRED, "ssim")
    assert QColor(high.below.opts["brush"]).name() == second


def test_many_differences_become_one_shape_with_the_same_extremes(plots: PlotsTab) -> None:
    plots.data.rows_model.append(rows(3000)[60:])
    plots.data.refresh()
    view = show(plots, Kind.PAIRED, "lpips")
    assert view.areas[0].isVisible()
    assert not view.below.isVisible()
    assert view.areas[0].getData()[1].min() == view.points.y.min()
    assert view.areas[1].getData()[1].max() == view.points.y.max()


def test_scatter_puts_one_metric_over_the_other(plots: PlotsTab) -> None:
    view = show(plots, Kind.SCATTER)
    for label in LABELS:
        own = [r for r in rows() if r.vae == label and r.status == "ok" and "lpips" in r.values]
        x, y = view.signs[label].getData()
        np.testing.assert_array_equal(x, [row.values["lpips"] for row in own])
        np.testing.assert_array_equal(y, [row.values["gradient_ratio"] for row in own])


def test_a_scatter_of_very_many_rows_is_a_sample_that_says_so_and_keeps_extremes(plots: PlotsTab) -> None:
    plots.data.rows_model.append(rows(5000)[60:])
    plots.data.refresh()
    view = show(plots, Kind.SCATTER)
    drawn = sum(len(signs.getData()[0]) for signs in view.signs.values())
    assert 9_000 < drawn < 11_000
    assert f"sample of {drawn:,}" in view.heading.caption
    every = plots.data.values("lpips")
    assert view.points.x.max() == np.nanmax(every)
    assert view.points.x.min() == np.nanmin(every)


def test_running_mean_is_the_mean_of_what_has_come(plots: PlotsTab) -> None:
    view = show(plots, Kind.RUNNING)
    for label in LABELS:
        expected = values_of(rows(), label, "lpips")
        x, y = view.lines[label].getData()
        np.testing.assert_array_equal(x, np.arange(1, expected.size + 1))
        np.testing.assert_allclose(y, [expected[: n + 1].mean() for n in range(expected.size)])


def test_marker_drift_shows_means_less_the_ideal(plots: PlotsTab) -> None:
    view = show(plots, Kind.DRIFT)
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
    plots.choose(Kind.SPECTRUM)
    qtbot.waitUntil(lambda: Kind.SPECTRUM in plots.views and plots.current() is plots.views[Kind.SPECTRUM])  # type: ignore[attr-defined]
    view = plots.views[Kind.SPECTRUM]
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
    looking.plots.choose(Kind.SPECTRUM)
    looking.plots.redraw()
    assert looking.plots.current() is None
    assert "not kept" in looking.plots.message.text()


# What the engine knows better, and what the user leaves out


def test_after_a_run_intervals_are_the_engines_bootstrap(finished: MainWindow, qtbot: object) -> None:
    finished.navigation.turn_to(Page.PLOTS)
    qtbot.waitUntil(lambda: finished.plots.current() is not None)  # type: ignore[attr-defined]
    data = finished.run_model.data
    assert data is not None
    for metric, bounds in (("lpips", "ci95"), ("gradient_ratio", "distance_ci95")):
        view = show(finished.plots, Kind.PAIRED, metric)
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
        view = show(finished.plots, Kind.PAIRED, metric)
        low, high = item[bounds]
        np.testing.assert_allclose(view.mean_band.getRegion(), [-high, -low])
        finished.plots.controls.second.setCurrentIndex(finished.plots.controls.second.findData("blur:2"))
        finished.plots.controls.first.setCurrentIndex(finished.plots.controls.first.findData("identity"))
    assert "so far" not in show(finished.plots, Kind.DISTRIBUTION).heading.caption


def test_while_rows_arrive_the_interval_is_called_that_of_so_far(plots: PlotsTab) -> None:
    assert "so far" in show(plots, Kind.PAIRED).heading.caption
    assert "so far" in show(plots, Kind.DISTRIBUTION).heading.caption


def test_one_value_has_no_interval() -> None:
    found = mean_interval(np.array([0.25]))
    assert found is not None
    assert (found.mean, found.bounds, found.n) == (0.25, None, 1)


def test_excluded_images_are_in_no_plot(plots: PlotsTab, qtbot: object) -> None:
    model = plots.data.rows_model
    model.toggle_excluded("image-007.png")
    qtbot.waitUntil(lambda: plots.data.images == 19)  # type: ignore[attr-defined]
    kept = [row for row in rows() if row.image != "image-007.png"]
    for kind in (Kind.DISTRIBUTION, Kind.PAIRED, Kind.SCATTER, Kind.RUNNING, Kind.DRIFT):
        view = show(plots, kind)
        assert "xcluded images, left out: 1" in view.heading.caption, kind
        names = {plots.data.row(int(place)).image for place in view.points.places}
        assert "image-007.png" not in names, kind
    x, _ = show(plots, Kind.DISTRIBUTION).items_[LABELS[0]].mean.getData()
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
    for kind in (Kind.DISTRIBUTION, Kind.SCATTER, Kind.RUNNING, Kind.DRIFT):
        show(plots, kind)
    plots.choose(Kind.PAIRED)
    plots.redraw()
    assert plots.current() is None
    assert "two VAEs" in plots.message.text()


def test_the_last_row_of_a_run_is_ringed_however_soon_it_came(plots: PlotsTab) -> None:
    plots.live(True)
    for row in rows()[:3]:
        plots.show_newest(row)
    plots.live(False)
    assert plots._selected == (rows()[2].key,)
    # What the user chose stays.
    plots.show_row(rows()[5])
    plots.live(False)
    assert plots._selected == (rows()[5].key,)


def test_the_mean_spectrum_is_the_geometric_mean_of_the_images_ratios(
    finished: MainWindow, qtbot: object
) -> None:
    plots, folder = finished.plots, finished.run_model.folder
    assert folder is not None
    finished.rows.toggle_excluded("image-003.png")
    finished.navigation.turn_to(Page.PLOTS)
    plots.choose(Kind.RATIO)
    qtbot.waitUntil(lambda: Kind.RATIO in plots.views and plots.current() is plots.views[Kind.RATIO])  # type: ignore[attr-defined]
    view = plots.views[Kind.RATIO]
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


# The numbers themselves


@pytest.mark.parametrize("shape", [(64, 64), (63, 80), (97, 50)])
def test_radial_spectrum_is_the_mean_of_the_metrics_spectrum_over_each_ring(shape: tuple[int, int]) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (*shape, 3), dtype=np.uint8)
    found = radial(pixels)
    of_metric = spectrum(pixels.astype(np.float32) @ np.array([299, 587, 114], dtype=np.float32))
    radius = np.hypot(np.fft.rfftfreq(shape[1])[None, :], np.fft.fftfreq(shape[0])[:, None])
    radius[0, 0] = np.inf
    weights = np.broadcast_to(of_metric.column_weights, radius.shape)
    half = 1 / (4 * (min(shape) // 2))
    assert found.frequency.size >= min(shape) // 2 - 1
    for centre, power in zip(found.frequency, found.power, strict=True):
        ring = (radius > centre - half - 1e-9) & (radius < centre + half - 1e-9)
        assert power == pytest.approx(
            (of_metric.power * weights)[ring].sum() / weights[ring].sum() / (shape[0] * shape[1]), rel=1e-6
        )
    assert BANDS == (1 / 6, 1 / 3)


def test_white_noise_has_a_flat_spectrum_and_a_grating_a_single_peak() -> None:
    noise = np.random.default_rng(1).integers(0, 256, (256, 256, 3), dtype=np.uint8)
    flat = radial(noise)
    assert flat.power[5:].max() / flat.power[5:].min() < 2
    wave = np.asarray(127 + 100 * np.sin(2 * np.pi * np.arange(256) / 8), dtype=np.uint8)
    grating = radial(np.broadcast_to(wave[None, :, None], (256, 256, 3)).copy())
    assert grating.frequency[np.argmax(grating.power)] == pytest.approx(1 / 8, abs=1 / 192)


def test_a_constant_image_has_no_ratio() -> None:
    black = radial(np.zeros((32, 32, 3), dtype=np.uint8))
    assert np.isnan(ratio(black, black)).all()


def test_points_in_a_loop_by_the_even_odd_rule() -> None:
    square = np.array([[0, 0], [4, 0], [4, 4], [0, 4]], dtype=float)
    x, y = np.array([1.0, 5.0, 2.0, -1.0]), np.array([1.0, 1.0, 3.9, 2.0])
    np.testing.assert_array_equal(inside(x, y, square), [True, False, True, False])
    notched = np.array([[0, 0], [4, 0], [4, 4], [2, 1], [0, 4]], dtype=float)
    np.testing.assert_array_equal(inside(np.array([2.0, 2.0]), np.array([3.0, 0.5]), notched), [False, True])


def test_thinning_keeps_the_same_rows_when_more_come() -> None:
    first, more = np.arange(50_000), np.arange(60_000)
    few, many = first[thinned(first, 5000)], more[thinned(more, 5000)]
    assert 4500 < few.size < 5500
    assert np.isin(many[many < 50_000], few).all()


def test_mean_interval_covers_the_true_mean_about_95_times_of_100() -> None:
    rng = np.random.default_rng(2)
    hits = 0
    for _ in range(500):
        found = mean_interval(rng.normal(3.0, 2.0, 200))
        assert found is not None
        assert found.bounds is not None
        hits += found.bounds[0] <= 3.0 <= found.bounds[1]
    assert 0.92 < hits / 500 < 0.975
    np.testing.assert_allclose(running_mean(np.array([2.0, 4.0, 9.0])), [2, 3, 5])


# Picking


def test_a_click_on_a_point_selects_its_row(looking: MainWindow, qtbot: object) -> None:
    plots = looking.plots
    view = show(plots, Kind.SCATTER)
    QApplication.processEvents()
    picked: list[object] = []
    plots.rows_selected.connect(picked.append)
    lone = int(view.points.places[np.argmax(view.points.x)])
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=on_screen(view, lone).toPoint())  # type: ignore[attr-defined]
    assert picked == [[plots.data.row(lone).key]]
    assert looking.viewer.row is not None
    assert looking.viewer.row.key == plots.data.row(lone).key
    ring, _ = view._rings.getData()
    assert plots.data.values("lpips")[lone] in ring


def test_a_click_beside_all_points_selects_nothing(plots: PlotsTab, qtbot: object) -> None:
    view = show(plots, Kind.SCATTER)
    QApplication.processEvents()
    picked: list[object] = []
    plots.rows_selected.connect(picked.append)
    box = view.plots[0].getViewBox().sceneBoundingRect()
    corner = view.mapFromScene(QPointF(box.right() - 3, box.bottom() - 3))
    assert view._hit(view.mapToScene(corner)) is None
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=corner)  # type: ignore[attr-defined]
    assert picked == []


def test_a_loop_selects_the_rows_in_it(plots: PlotsTab, qtbot: object) -> None:
    view = show(plots, Kind.SCATTER)
    plots.controls.select_button.setChecked(True)
    QApplication.processEvents()
    picked: list[list[tuple[str, str]]] = []
    plots.rows_selected.connect(picked.append)
    box = view.plots[0].getViewBox()
    before = box.viewRange()
    area = box.sceneBoundingRect().adjusted(2, 2, -2, -2)
    middle = area.center().x()
    way = [area.topLeft(), QPointF(middle, area.top()), QPointF(middle, area.bottom()), area.bottomLeft()]
    spots = [view.mapFromScene(each) for each in way]
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=spots[0])  # type: ignore[attr-defined]
    for spot in spots[1:]:
        qtbot.wait(30)  # type: ignore[attr-defined] # pyqtgraph drops moves that come faster than a hand's
        qtbot.mouseMove(view.viewport(), spot)  # type: ignore[attr-defined]
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=spots[-1])  # type: ignore[attr-defined]
    half = box.mapSceneToView(QPointF(middle, area.top())).x()
    expected = {
        plots.data.row(int(p)).key for p, x in zip(view.points.places, view.points.x, strict=True) if x < half
    }
    assert len(picked) == 1
    assert set(picked[0]) == expected
    assert 0 < len(expected) < view.points.x.size
    assert box.viewRange() == before


def test_keys_step_from_point_to_point(plots: PlotsTab, qtbot: object) -> None:
    view = show(plots, Kind.DISTRIBUTION)
    picked: list[list[tuple[str, str]]] = []
    plots.rows_selected.connect(picked.append)
    plots.show_row(plots.data.row(int(view.points.places[np.argmin(view.points.x)])))
    plots.redraw()
    qtbot.keyClick(view, Qt.Key.Key_Right)  # type: ignore[attr-defined]
    order = np.lexsort((view.points.y, view.points.x))
    assert picked == [[plots.data.row(int(view.points.places[order[1]])).key]]


def test_a_click_on_a_bar_selects_its_image(plots: PlotsTab, qtbot: object) -> None:
    view = show(plots, Kind.PAIRED)
    QApplication.processEvents()
    picked: list[list[tuple[str, str]]] = []
    plots.rows_selected.connect(picked.append)
    box = view.plots[0].getViewBox()
    at = view.mapFromScene(box.mapViewToScene(QPointF(2.5, 0.0)))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)  # type: ignore[attr-defined]
    assert picked == [[plots.data.row(int(view.points.places[2])).key]]


# Manners


def test_before_the_first_row_there_are_words(window: MainWindow, qtbot: object) -> None:
    window.navigation.show_results()
    window.navigation.turn_to(Page.PLOTS)
    assert window.plots.message.isVisible()
    assert window.plots.message.text() == "Plots appear with the first row."
    window.rows.append(rows(4))
    qtbot.waitUntil(lambda: window.plots.current() is not None)  # type: ignore[attr-defined]
    window.rows.clear()
    qtbot.waitUntil(lambda: window.plots.current() is None)  # type: ignore[attr-defined]


def tick(tab: PlotsTab) -> None:
    """Let the timers that run fire a few times, and what they began come to pass."""
    for _ in range(3):
        for timer in tab.findChildren(QTimer):
            if timer.isActive():
                timer.timeout.emit()
        QApplication.processEvents()


def test_a_hidden_tab_does_nothing(looking: MainWindow, qtbot: object) -> None:
    looking.navigation.turn_to(Page.IMAGES)
    before = looking.plots.redraws
    looking.rows.append(rows(40)[60:])
    looking.plots.live(True)
    theme.apply(QApplication.instance(), "dark")
    tick(looking.plots)
    assert looking.plots.redraws == before
    assert looking.plots.data.count == 60
    looking.navigation.turn_to(Page.PLOTS)
    qtbot.waitUntil(lambda: looking.plots.data.count == 120)  # type: ignore[attr-defined]


def test_rows_that_the_tables_filter_hides_are_drawn_all_the_same(looking: MainWindow, qtbot: object) -> None:
    looking.rows.set_filter(lambda model: np.zeros(len(model.rows()), dtype=bool))
    looking.rows.append(rows(40)[60:])
    qtbot.waitUntil(lambda: looking.plots.data.count == 120)  # type: ignore[attr-defined]


def test_nothing_is_drawn_while_nothing_changes(plots: PlotsTab, qtbot: object) -> None:
    tick(plots)
    before = plots.redraws
    tick(plots)
    assert plots.redraws == before


def test_a_palette_switch_recolors(plots: PlotsTab, qtbot: object) -> None:
    view = show(plots, Kind.SCATTER)
    light = view.grab().toImage()
    theme.apply(QApplication.instance(), "dark")
    qtbot.waitUntil(lambda: view.backgroundBrush().color().name() == theme.DARK.surface)  # type: ignore[attr-defined]
    qtbot.waitUntil(  # type: ignore[attr-defined]
        lambda: view.signs[LABELS[0]].opts["brush"].color().name() == theme.DARK.series[0]
    )
    dark = view.grab().toImage()
    assert light.pixelColor(2, 2).lightnessF() > 0.9
    assert dark.pixelColor(2, 2).lightnessF() < 0.2


def test_larger_text_makes_larger_ticks(plots: PlotsTab, qtbot: object) -> None:
    view = show(plots, Kind.SCATTER)
    before = view.plots[0].getAxis("bottom").style["tickFont"].pointSizeF()
    theme.apply(QApplication.instance(), "light", 150)
    try:
        qtbot.waitUntil(  # type: ignore[attr-defined]
            lambda: view.plots[0].getAxis("bottom").style["tickFont"].pointSizeF() > 1.4 * before
        )
    finally:
        theme.apply(QApplication.instance(), "light", 100)


def test_a_zoom_stays_while_rows_arrive_and_f_lets_go(looking: MainWindow, qtbot: object) -> None:
    plots = looking.plots
    view = show(plots, Kind.SCATTER)
    whole = view.plots[0].getViewBox().viewRange()
    qtbot.keyClick(view, Qt.Key.Key_Plus)  # type: ignore[attr-defined]
    near = view.plots[0].getViewBox().viewRange()
    assert near != whole
    assert plots.controls.reset_button.isEnabled()
    looking.rows.append(rows(40)[60:])
    qtbot.waitUntil(lambda: plots.data.count == 120)  # type: ignore[attr-defined]
    assert view.plots[0].getViewBox().viewRange() == near
    qtbot.keyClick(view, Qt.Key.Key_F)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: view.plots[0].getViewBox().viewRange() != near)  # type: ignore[attr-defined]


def controls_of(plots: PlotsTab) -> Iterator[QWidget]:
    for widget in plots.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisibleTo(plots):
            yield widget


@pytest.mark.parametrize("kind", list(Kind))
def test_every_control_has_a_name_and_a_tooltip(plots: PlotsTab, kind: Kind) -> None:
    plots.choose(kind)
    plots.redraw()
    named = [plots.controls, *[w for w in controls_of(plots) if w.parent() is plots.controls]]
    for widget in named[1:]:
        assert widget.accessibleName(), widget
        assert widget.toolTip(), widget
    view = plots.current()
    if view is not None:
        assert view.accessibleName()
        assert view.accessibleDescription()


# Sharing


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in (Kind.SPECTRUM, Kind.RATIO)])
def test_png_and_svg_open_and_hold_the_plot(plots: PlotsTab, kind: Kind, tmp_path: Path) -> None:
    view = show(plots, kind)
    told: list[tuple[str, bool]] = []
    plots.told.connect(lambda text, wrong: told.append((text, wrong)))
    plots.saving.save(tmp_path / "plot.png")
    plots.saving.save(tmp_path / "plot.svg")
    assert [wrong for _, wrong in told] == [False, False]
    image = QImage(str(tmp_path / "plot.png"))
    assert image.width() == 2 * view.width()
    content = (tmp_path / "plot.svg").read_bytes()
    ElementTree.fromstring(content)
    assert view.heading.title.split()[0].encode() in content
    assert QSvgRenderer(QByteArray(content)).isValid()


def test_a_place_that_cannot_be_written_is_told(plots: PlotsTab, tmp_path: Path) -> None:
    show(plots, Kind.SCATTER)
    told: list[tuple[str, bool]] = []
    plots.told.connect(lambda text, wrong: told.append((text, wrong)))
    plots.saving.save(tmp_path / "missing" / "plot.svg")
    assert told[0][1]
    assert "choose another place" in told[0][0]
