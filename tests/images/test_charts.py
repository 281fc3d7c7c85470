"""The test charts: what each is for holds in its pixels, and the committed files are what the code draws."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from vaelab.engine.demo import demo_folder
from vaelab.images.charts import charts
from vaelab.resources import assets_folder

DEMO = demo_folder(charts=True)


def _read(path: Path) -> charts.Pixels:
    with Image.open(path) as picture:
        return np.asarray(picture.convert("RGB"), dtype=np.uint8)


@pytest.fixture(scope="module")
def drawn() -> dict[str, charts.Pixels]:
    """All charts, drawn once."""
    return {name: draw() for name, draw in charts.CHARTS.items()}


@pytest.mark.parametrize("name", list(charts.CHARTS))
def test_committed_chart_is_what_the_code_draws(name: str, drawn: dict[str, charts.Pixels]) -> None:
    """A rounding may differ between math libraries by one level on few pixels; letters a little more between FreeTypes."""
    fresh, committed = drawn[name], _read(DEMO / f"{name}.png")
    assert fresh.shape == committed.shape == (512, 512, 3)
    assert fresh.dtype == np.uint8
    off = np.abs(fresh.astype(int) - committed)
    if name == "chart-05-text":
        assert off.mean() < 2.0
    else:
        assert (off > 0).mean() < 1e-3


def test_two_draws_are_the_same(drawn: dict[str, charts.Pixels]) -> None:
    """Nothing depends on global random state or on what was drawn before."""
    np.random.seed(1)
    assert (charts.photo_like() == drawn["chart-08-scene"]).all()
    assert (charts.noise() == drawn["chart-07-noise"]).all()


def test_module_writes_all_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``python -m vaelab.images.charts.charts OUT_DIR`` makes the folder and names what it wrote."""
    assert charts.main([str(tmp_path / "new")]) == 0
    names = [path.name for path in sorted((tmp_path / "new").iterdir())]
    assert names == [f"{name}.png" for name in charts.CHARTS]
    assert capsys.readouterr().out.count(".png") == 8


def test_color_grid_has_64_colors_from_dark_to_light() -> None:
    """64 flat squares, none clipped, 10 % grey at the top left and 90 % at the bottom right."""
    grid = charts.color_grid()
    assert len(np.unique(grid.reshape(-1, 3), axis=0)) == 64
    assert (grid[32::64, 32::64].reshape(8, 8, 3) == grid[5::64, 60::64].reshape(8, 8, 3)).all()
    assert grid[0, 0].tolist() == [26, 26, 26]
    assert grid[-1, -1].tolist() == [230, 230, 230]
    assert grid.min() > 0
    assert grid.max() < 255


def test_gray_ramp_has_every_level() -> None:
    """The first band holds all 256 greys, each 2 px wide; the shadows' band the 32 darkest."""
    ramps = charts.gray_ramps()
    assert ramps[10, :, 0].tolist() == [level for level in range(256) for _ in range(2)]
    assert (ramps[:64, :, 0] == ramps[:64, :, 2]).all()
    assert sorted(set(ramps[64 * 2 + 30, :, 1].tolist())) == list(range(32))


def test_zone_plate_is_free_of_aliases() -> None:
    """Each ring has the frequency that its radius asks for, and none is there beyond Nyquist.

    An aliased plate has false rings, with low frequencies at large radii.
    """
    plate = charts.zone_plate()[..., 0].astype(float)
    assert (plate == np.rot90(plate)).all()
    axis = np.arange(512) - 255.5
    radius = np.hypot(axis[:, None], axis[None, :])
    assert (np.abs(plate[radius >= 256] - 127.5) <= 0.5).all()
    window = np.hanning(32)
    for center in (64, 128, 192):
        line = plate[255, 256 + center - 16 : 256 + center + 16]
        spectrum = np.abs(np.fft.rfft((line - line.mean()) * window, 512))
        assert spectrum.argmax() / 512 == pytest.approx(center / 512, abs=0.01)


@pytest.mark.parametrize("degrees", [0, 5, 30, 45, 90, 200])
def test_edges_are_antialiased_by_exact_area(degrees: float) -> None:
    """A pixel's coverage equals the share of 100 x 100 points inside the half-plane."""
    angle = float(np.deg2rad(degrees))
    offsets = (np.arange(100) + 0.5) / 100 - 0.5
    across, down = np.cos(angle), np.sin(angle)
    for distance in (-0.9, -0.4, 0.0, 0.13, 0.6, 0.9):
        inside = (distance + offsets[None, :] * across + offsets[:, None] * down) > 0
        found = charts.half_plane(np.array([[distance]]), angle)[0, 0]
        assert found == pytest.approx(inside.mean(), abs=0.011)


def test_text_has_twelve_growing_lines_on_four_papers() -> None:
    """Each panel has its paper and twelve separate lines, the last several times as high as the first."""
    page = charts.text()
    for (y, x), paper in {(2, 2): (255,) * 3, (2, 500): (0,) * 3, (500, 2): (250, 240, 215)}.items():
        assert tuple(page[y, x]) == paper
    for top, left in ((0, 0), (0, 256), (256, 0), (256, 256)):
        panel = page[top : top + 256, left : left + 256].astype(int)
        inked = (np.abs(panel - panel[0, 0]).max(axis=2) > 20).any(axis=1)
        starts, ends = (np.nonzero(np.diff(inked.astype(int)) == step)[0] for step in (1, -1))
        heights = ends - starts
        assert len(heights) == 12
        assert heights[-1] > 2.5 * heights[0]


def test_gratings_have_their_periods() -> None:
    """The first row of tiles has bars of 1, 2, 4 and 8 px: the count of changes along a line says so."""
    lines = charts.fine_lines()[..., 0].astype(int)
    for column, width in enumerate((1, 2, 4, 8)):
        tile = lines[:128, column * 128 : (column + 1) * 128]
        assert (np.diff(tile[64]) != 0).sum() == 128 // width - 1
        assert (np.diff(tile, axis=0) == 0).all()


def test_noise_quadrants_have_their_spectra(drawn: dict[str, charts.Pixels]) -> None:
    """White noise has as much power in high as in low frequencies, 1/f noise far less; the grain is faint."""
    picture = drawn["chart-07-noise"][..., 0].astype(float)

    def high_to_low(plane: np.ndarray) -> float:
        power = np.abs(np.fft.fft2(plane - plane.mean())) ** 2
        frequency = np.hypot(np.fft.fftfreq(256)[:, None], np.fft.fftfreq(256)[None, :])
        return float(power[frequency > 0.25].mean() / power[(frequency > 0) & (frequency < 0.1)].mean())

    assert high_to_low(picture[:256, :256]) == pytest.approx(1.0, abs=0.15)
    assert high_to_low(picture[256:, :256]) < 0.05
    grain = picture[256:, 256:]
    assert np.diff(grain, axis=1).std() / np.sqrt(2) == pytest.approx(4, abs=0.5)


def test_scene_has_the_statistics_of_a_photograph(drawn: dict[str, charts.Pixels]) -> None:
    """Power falls with frequency as in natural images (about f^-2), and there are very many colours."""
    picture = drawn["chart-08-scene"]
    luma = picture @ np.array([0.299, 0.587, 0.114])
    window = np.outer(np.hanning(512), np.hanning(512))
    power = np.abs(np.fft.fft2((luma - luma.mean()) * window)) ** 2
    radius = np.hypot(np.fft.fftfreq(512)[:, None], np.fft.fftfreq(512)[None, :])
    edges = np.geomspace(0.01, 0.4, 12)
    means = [power[(radius >= low) & (radius < high)].mean() for low, high in itertools.pairwise(edges)]
    slope = np.polyfit(np.log(np.sqrt(edges[:-1] * edges[1:])), np.log(means), 1)[0]
    assert -3.2 < slope < -1.2
    assert len(np.unique(picture @ np.array([1, 256, 65536]))) > 20_000


def test_icon_is_a_transparent_square() -> None:
    """The PNG icon is 256 px with transparent corners, beside its SVG source."""
    with Image.open(assets_folder() / "icon.png") as icon:
        assert icon.size == (256, 256)
        assert icon.convert("RGBA").getpixel((0, 0)) == (0, 0, 0, 0)
    assert "<svg" in (assets_folder() / "icon.svg").read_text("utf-8")
