"""The numbers that the plots are drawn from."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from vaelab.gui.plots.data import mean_interval, running_mean, thinned
from vaelab.gui.plots.spectra.radial import BANDS, radial, ratio
from vaelab.gui.plots.views.lasso import inside
from vaelab.metrics.numerics.half_spectrum import spectra


@pytest.mark.parametrize("shape", [(64, 64), (63, 80), (97, 50)])
def test_radial_spectrum_is_the_mean_of_the_metrics_spectrum_over_each_ring(shape: tuple[int, int]) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (*shape, 3), dtype=np.uint8)
    found = radial(pixels)
    luma = pixels.astype(np.float64) @ np.array([299.0, 587.0, 114.0])
    of_metric = spectra(torch.from_numpy(luma)[None]).power[0].numpy()
    radius = np.hypot(np.fft.rfftfreq(shape[1])[None, :], np.fft.fftfreq(shape[0])[:, None])
    radius[0, 0] = np.inf
    # Columns whose mirror image is not in the half count twice.
    columns = np.arange(radius.shape[1])
    weights = np.broadcast_to(np.where((columns == 0) | (2 * columns == shape[1]), 1, 2), radius.shape)
    half = 1 / (4 * (min(shape) // 2))
    assert found.frequency.size >= min(shape) // 2 - 1
    for centre, power in zip(found.frequency, found.power, strict=True):
        ring = (radius > centre - half - 1e-9) & (radius < centre + half - 1e-9)
        assert power == pytest.approx(
            (of_metric * weights)[ring].sum() / weights[ring].sum() / (shape[0] * shape[1]), rel=1e-6
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
