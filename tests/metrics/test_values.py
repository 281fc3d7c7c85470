"""Values that can be worked out by hand, or that were published, and properties that hold for all images."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from metric_pairs import blur, constant, jpeg, measured, noise, photograph, stripes

from vaelab.arrays import Pixels
from vaelab.metrics.base import Undefined, Value
from vaelab.metrics.evaluate import Meter
from vaelab.metrics.numerics import gaussian_window
from vaelab.metrics.registry import METRICS, select

QUICK = Meter([spec for spec in METRICS if spec.name != "lpips" and not spec.packages])
SMALL = st.tuples(st.integers(1, 20), st.integers(1, 20))


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> Iterator[None]:
    """On small images, threads of a machine that has other work only wait for each other."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def measure(x: Pixels, y: Pixels) -> dict[str, Value]:
    """Everything but LPIPS."""
    return measured(QUICK, x, y)


def number(value: Value) -> float:
    """A value that must be there."""
    assert not isinstance(value, Undefined)
    return value


def test_pixel_errors_by_hand() -> None:
    """Two pixels, red 51 too bright in one: a fifth of the range, over 2 pixels and 3 channels."""
    x = constant(1, 2, (0, 100, 200))
    y = x.copy()
    y[0, 1, 0] = 51
    values = measure(x, y)
    assert values["mae"] == pytest.approx(0.2 / 6)
    assert (values["mae_r"], values["mae_g"], values["mae_b"]) == (pytest.approx(0.1), 0, 0)
    assert (values["bias_r"], values["bias_g"], values["bias_b"]) == (pytest.approx(0.1), 0, 0)
    assert values["mse"] == pytest.approx(0.04 / 6)
    assert values["max_abs_error"] == pytest.approx(0.2)
    assert values["psnr"] == pytest.approx(10 * math.log10(150))
    assert values["reconstruction_loss"] == pytest.approx(0.16)


def test_gradient_energy_by_hand() -> None:
    """Columns of 0 and 100: every dx is 100, every dy 0; a single row or column has only the other direction."""
    values = measure(stripes(3, 4, 0, 100), stripes(3, 4, 0, 50))
    assert values["gradient_energy_original"] == pytest.approx(10_000)
    assert values["gradient_energy_reconstruction"] == pytest.approx(2_500)
    assert values["gradient_ratio"] == pytest.approx(0.25)
    row = stripes(1, 4, 0, 100)
    assert measure(row, row)["gradient_energy_original"] == pytest.approx(10_000)
    column = np.ascontiguousarray(row.transpose(1, 0, 2))
    assert measure(column, column)["gradient_energy_original"] == pytest.approx(10_000)


def test_colors_by_hand() -> None:
    """Channels are not mixed up: (1, 2, 3), (3, 2, 1) and (2, 1, 3) are three colours, of one coarse bin."""
    x = np.array([[(1, 2, 3), (3, 2, 1), (2, 1, 3), (1, 2, 3)]], dtype=np.uint8)
    y = np.array([[(0, 0, 0), (8, 0, 0), (0, 8, 0), (0, 0, 8)]], dtype=np.uint8)
    values = measure(x, y)
    assert (values["colors_original"], values["colors_reconstruction"]) == (3, 4)
    assert values["color_ratio"] == 4 / 3
    assert (values["color_entropy_original"], values["color_entropy_reconstruction"]) == (0, 2)


def test_half_the_contrast_is_a_quarter_of_the_power_in_every_band() -> None:
    """Halved even values: every |F| halves, every phase stays."""
    y = photograph("coffee", 60, 72) // 2
    values = measure(y * 2, y)
    for band in ("low", "mid", "high"):
        assert values[f"fft_{band}_ratio"] == pytest.approx(0.25, rel=1e-9)
    assert values["fft_phase_similarity"] == pytest.approx(1, abs=1e-12)


def test_bands_hold_the_frequencies_that_they_should() -> None:
    """A wave of 1/8 cycles per pixel is low, 1/4 mid, 1/2 high; 1/6 is low and 1/3 mid, boundaries included."""
    wave = np.cos(2 * np.pi * np.arange(48) / 48 * np.array([[6], [8], [12], [16], [24]]))
    for row, band in zip(wave, ("low", "low", "mid", "mid", "high"), strict=True):
        x = np.repeat(np.tile(np.round(128 + 100 * row), (48, 1))[..., None], 3, axis=2).astype(np.uint8)
        y = np.round(128 + (x.astype(float) - 128) / 2).astype(np.uint8)
        assert measure(x, y)[f"fft_{band}_ratio"] == pytest.approx(0.25, rel=0.02), band


def test_blur_loses_detail_and_noise_invents_it() -> None:
    """The ratios tell the two apart."""
    x = photograph("astronaut", 200, 200)
    blurred, noisy = measure(x, blur(x, 2)), measure(x, noise(x, 15))
    for name in ("gradient_ratio", "fft_high_ratio"):
        assert number(blurred[name]) < 0.7 < 1.2 < number(noisy[name]), name


def test_lpips_orders_distortions_and_is_symmetric() -> None:
    """More compression is farther away, and the way back is as long."""
    meter = Meter(select("lpips"))
    x = photograph("chelsea", 128, 128)
    distances = [number(measured(meter, x, jpeg(x, q))["lpips"]) for q in (90, 50, 10)]
    assert 0 < distances[0] < distances[1] < distances[2]
    back = number(measured(meter, jpeg(x, 10), x)["lpips"])
    assert back == pytest.approx(distances[2], abs=1e-6)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_properties_of_any_pair(data: st.DataObject) -> None:
    """Bounds that follow from the definitions, and what swapping the two images does."""
    height, width = data.draw(SMALL)
    x, y = (data.draw(arrays(np.uint8, (height, width, 3))) for _ in range(2))
    values, swapped = measure(x, y), measure(y, x)
    assert not any(value != value for value in values.values())
    assert (
        number(values["mae"]) ** 2
        <= number(values["mse"]) * (1 + 1e-12)
        <= number(values["max_abs_error"]) ** 2 * (1 + 1e-9)
    )
    assert values["rmse"] == pytest.approx(math.sqrt(number(values["mse"])))
    assert number(values["mae"]) == pytest.approx(sum(number(values[f"mae_{c}"]) for c in "rgb") / 3)
    for channel in "rgb":
        assert values[f"bias_{channel}"] == -number(swapped[f"bias_{channel}"])
        assert abs(number(values[f"bias_{channel}"])) <= number(values[f"mae_{channel}"])
    for name in ("fft_magnitude_similarity", "fft_phase_similarity", "ssim"):
        if not isinstance(values[name], Undefined):
            assert -1 <= number(values[name]) <= 1
            assert values[name] == pytest.approx(number(swapped[name]), abs=1e-5)
    assert number(values["delta_e_mean"]) >= 0
    assert values["delta_e_mean"] == pytest.approx(number(swapped["delta_e_mean"]), abs=1e-3)
    assert 1 <= number(values["colors_original"]) <= height * width
    assert 0 <= number(values["color_entropy_original"]) <= min(15, math.log2(height * width)) + 1e-9


@pytest.mark.parametrize(("height", "width"), [(8, 10), (9, 10), (8, 11), (9, 11)])
def test_halving_repeats_the_first_row_and_column_where_a_side_is_odd(height: int, width: int) -> None:
    """As piq does before its average pooling, which the tolerance of MS-SSIM alone would not tell."""
    x = photograph("coffee", height, width)
    planes = torch.from_numpy(x.transpose(2, 0, 1)[None].astype(np.float32))
    half = gaussian_window.full_scale(planes, 1 << 20).half
    padded = planes
    if height % 2 or width % 2:
        padded = torch.nn.functional.pad(planes, [1, 0, 1, 0], mode="replicate")
    expected = torch.nn.functional.avg_pool2d(padded, 2)
    torch.testing.assert_close(half.planes + half.centre, expected, atol=1e-4, rtol=0)
