"""The viewer: what it draws, where, and what stays when one steps."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from vaelab.gui.core import mipmaps
from vaelab.gui.main_window import MainWindow
from vaelab.gui.viewer.canvas.geometry import Viewport, split
from vaelab.gui.viewer.canvas.modes import Mode
from vaelab.gui.viewer.maps import maps
from vaelab.gui.viewer.maps.maps import DerivedKind
from vaelab.gui.widgets.navigation import Page
from vaelab.metrics.maps import error_maps


def drawn(pixels: np.ndarray, side: float, scale: float) -> np.ndarray:
    image = QImage(round(side), round(side), QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    mipmaps.make(pixels).draw(painter, QRectF(0, 0, side, side), scale, QRectF(0, 0, side, side))
    painter.end()
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return raw[:, : image.width(), 2::-1].astype(float)


def test_shrinking_averages_and_does_not_alias(qapp: object) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (1024, 1024, 3), dtype=np.uint8)
    small = drawn(noise, 128, 1 / 8)
    assert small.std() < 16  # 74 / 8 = 9.2 for a perfect average, 74 for picking pixels
    assert abs(small.mean() - 127.5) < 2


def test_enlarging_shows_pixels_as_they_are(qapp: object) -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (16, 16, 3), dtype=np.uint8)
    big = drawn(pixels, 64, 4.0)
    assert np.array_equal(big, np.repeat(np.repeat(pixels, 4, 0), 4, 1))


def test_at_100_percent_every_pixel_is_exact(qapp: object) -> None:
    pixels = np.random.default_rng(2).integers(0, 256, (40, 40, 3), dtype=np.uint8)
    assert np.array_equal(drawn(pixels, 40, 1.0), pixels)


def test_zooming_holds_the_spot_under_the_pointer() -> None:
    pane, size = QRectF(0, 0, 400, 300), QSizeF(512, 512)
    view = Viewport().zoomed(2.0, QPointF(200, 150), pane, size, 1.0)
    spot = QPointF(310, 70)
    before = view.target(pane, size, 1.0)
    after = view.zoomed(8.0, spot, pane, size, 1.0).target(pane, size, 1.0)
    u0 = (spot.x() - before.left()) / before.width()
    u1 = (spot.x() - after.left()) / after.width()
    assert u0 == pytest.approx(u1, abs=1 / 512)


def test_panes_are_arranged_to_show_pictures_large() -> None:
    tall = split(QRectF(0, 0, 300, 600), 2, QSizeF(512, 512), 0)
    assert tall[0].width() == 300
    wide = split(QRectF(0, 0, 900, 300), 2, QSizeF(512, 512), 0)
    assert wide[0].height() == 300


def test_the_ssim_map_agrees_with_scikit_image() -> None:
    from skimage import data
    from skimage.metrics import structural_similarity

    x = np.ascontiguousarray(data.chelsea()[:96, :128])
    y = np.clip(x.astype(int) + np.random.default_rng(3).integers(-20, 20, x.shape), 0, 255).astype(np.uint8)
    _, full = structural_similarity(
        x,
        y,
        gaussian_weights=True,
        sigma=1.5,
        use_sample_covariance=False,
        channel_axis=2,
        data_range=255,
        full=True,
    )
    inner = (slice(5, -5), slice(5, -5))
    assert np.abs(error_maps.ssim_map(x, y)[inner] - full.mean(axis=-1)[inner]).max() < 1e-3


def test_the_colour_difference_map_agrees_with_scikit_image() -> None:
    from skimage import color, data

    x = np.ascontiguousarray(data.astronaut()[:40, :50])
    y = np.ascontiguousarray(x[::-1])
    expected = color.deltaE_ciede2000(color.rgb2lab(x), color.rgb2lab(y))
    assert np.abs(error_maps.delta_e(x, y) - expected).max() < 1e-2


def painted(kind: DerivedKind, x: np.ndarray, y: np.ndarray, gain: int) -> tuple[np.ndarray, maps.ColorScale]:
    measured = maps.measure(kind, x, y)
    scale = maps.scale(measured, gain)
    return maps.paint(measured, scale)[0], scale


def test_differences_are_scaled_by_the_gain_and_clipped() -> None:
    x = np.full((2, 2, 3), 100, np.uint8)
    y = x.copy()
    y[0, 0] = (110, 90, 255)
    absolute, scale = painted(DerivedKind.ABSOLUTE, x, y, 4)
    assert absolute[0, 0].tolist() == [40, 40, 255]
    assert absolute[1, 1].tolist() == [0, 0, 0]
    assert (scale.low, scale.high, scale.open) == (0, 255 / 4, True)
    signed, scale = painted(DerivedKind.SIGNED, x, y, 4)
    assert signed[0, 0].tolist() == [168, 88, 255]
    assert signed[1, 1].tolist() == [128, 128, 128]
    assert (scale.low, scale.high) == (-127 / 4, 127 / 4)


@pytest.mark.parametrize("kind", [DerivedKind.ERROR, DerivedKind.DELTA_E, DerivedKind.SSIM, DerivedKind.FLIP])
def test_a_map_of_equal_pictures_is_the_lowest_colour(kind: DerivedKind) -> None:
    x = np.full((16, 17, 3), 30, np.uint8)
    for gain in (4, maps.AUTO):
        picture, scale = painted(kind, x, x.copy(), gain)
        assert picture.shape == x.shape
        assert (picture == maps.cividis()[0]).all()
        assert scale.high > 0


def test_a_fixed_gain_gives_colours_one_meaning_and_auto_gives_each_picture_its_own() -> None:
    x = np.zeros((16, 16, 3), np.uint8)
    little, much = x + np.uint8(10), x + np.uint8(40)
    fixed = [painted(DerivedKind.ERROR, x, y, 4) for y in (little, much)]
    assert fixed[0][1].high == fixed[1][1].high == 255 / 4
    assert not np.array_equal(fixed[0][0], fixed[1][0])
    own = [painted(DerivedKind.ERROR, x, y, maps.AUTO) for y in (little, much)]
    assert [scale.high for _, scale in own] == [10, 40]
    assert not own[0][1].open
    assert np.array_equal(own[0][0], own[1][0])
    assert (own[0][0] == maps.cividis()[-1]).all()


def test_spectra_of_both_share_one_scale() -> None:
    x = np.random.default_rng(4).integers(0, 256, (32, 48, 3), dtype=np.uint8)
    y = np.full_like(x, 9)
    measured = maps.measure(DerivedKind.SPECTRUM, x, y)
    first, second = maps.paint(measured, maps.scale(measured, 4))
    assert (second == maps.cividis()[0]).all()
    assert (first == maps.cividis()[-1]).all(axis=-1).any()


@pytest.fixture
def looking(finished: MainWindow, qtbot: QtBot) -> MainWindow:
    finished.navigation.turn_to(Page.IMAGES)
    finished.images.select(("image-002.png", "jpeg:75"))
    finished.viewer.canvas.setFocus()
    return finished


def grab(window: MainWindow) -> np.ndarray:
    image = window.viewer.view_image()
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return raw[:, : image.width(), 2::-1].astype(int)


def test_space_held_shows_the_original_in_place_and_letting_go_brings_the_other_back(
    looking: MainWindow, qtbot: QtBot
) -> None:
    canvas = looking.viewer.canvas
    qtbot.keyClick(canvas, Qt.Key.Key_2)
    canvas.divider = 0.0
    before = grab(looking)
    qtbot.keyPress(canvas, Qt.Key.Key_Space)
    held = grab(looking)
    qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    after = grab(looking)
    middle = (slice(300, 310), slice(200, 210))
    assert (before[middle] - held[middle]).mean() == pytest.approx(14, abs=1)
    assert np.array_equal(before, after)


@pytest.mark.parametrize(
    ("key", "mode"), [(Qt.Key.Key_1, Mode.TWO_UP), (Qt.Key.Key_3, Mode.BLINK), (Qt.Key.Key_6, Mode.GRID)]
)
def test_number_keys_choose_the_mode(looking: MainWindow, qtbot: QtBot, key: Qt.Key, mode: Mode) -> None:
    qtbot.keyClick(looking.viewer.canvas, Qt.Key.Key_2)
    qtbot.keyClick(looking.viewer.canvas, key)
    assert looking.viewer.canvas.mode is mode
    assert looking.viewer.modes[mode].isChecked()


def test_the_grid_shows_the_original_and_every_vae(looking: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(looking.viewer.canvas, Qt.Key.Key_6)
    names = [pane.shown.name for pane in looking.viewer.canvas.panes()]
    assert names == ["Original", "identity", "blur:2", "jpeg:75"]
    assert all(pane.shown.picture is not None for pane in looking.viewer.canvas.panes())


def test_the_difference_is_drawn_with_its_gain(looking: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(looking.viewer.canvas, Qt.Key.Key_4)
    middle = (slice(300, 310), slice(200, 210))
    scene = looking.viewer.canvas
    qtbot.waitUntil(lambda: scene.scene.scale is not None)
    assert grab(looking)[middle].mean() == pytest.approx(14 * 8, abs=2)
    qtbot.keyClick(looking.viewer.canvas, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: scene.scene.scale.high == 255 / 16)
    assert grab(looking)[middle].mean() == pytest.approx(14 * 16, abs=2)


def test_zoom_and_mode_survive_stepping_through_images_and_vaes(looking: MainWindow, qtbot: QtBot) -> None:
    canvas = looking.viewer.canvas
    qtbot.keyClick(canvas, Qt.Key.Key_2)
    canvas.zoom_to(8.0, QPointF(100, 100))
    view = canvas.view
    qtbot.keyClick(canvas, Qt.Key.Key_J)
    assert looking.viewer.row is not None
    assert looking.viewer.row.key == ("image-003.png", "identity")
    qtbot.keyClick(canvas, Qt.Key.Key_BracketRight)
    assert looking.viewer.row.key == ("image-003.png", "blur:2")
    assert canvas.view == view
    assert canvas.mode is Mode.SWIPE


def test_n_goes_to_the_worst_and_then_to_the_next_worst(looking: MainWindow, qtbot: QtBot) -> None:
    scores = {row.key: row.values["score"] or 0.0 for row in looking.rows.rows()}
    order = sorted(scores, key=lambda key: -scores[key])
    qtbot.keyClick(looking.viewer.canvas, Qt.Key.Key_N)
    assert looking.viewer.row is not None
    assert looking.viewer.row.key == order[0]
    qtbot.keyClick(looking.viewer.canvas, Qt.Key.Key_N)
    assert looking.viewer.row.key == order[1]
    qtbot.keyClick(looking.viewer.canvas, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert looking.viewer.row.key == order[0]


def test_the_probe_reads_both_pictures_at_the_same_pixel(looking: MainWindow, qtbot: QtBot) -> None:
    canvas = looking.viewer.canvas
    pane = canvas.panes()[0].rect
    qtbot.mouseMove(canvas, QPoint(5, 5))
    qtbot.mouseMove(canvas, pane.center().toPoint())
    text = looking.viewer.probe.line.text().replace("\N{NO-BREAK SPACE}", " ")
    pair = looking.viewer.pair
    assert pair is not None
    at = canvas.pixel_at(QPointF(pane.center().toPoint()))
    assert at is not None
    a = " ".join(f"{value:3d}" for value in pair[0].pixels[at[1], at[0]])
    assert f"A {a}" in text
    assert "ΔE" in text


def test_dragging_the_divider_moves_it(looking: MainWindow, qtbot: QtBot) -> None:
    canvas = looking.viewer.canvas
    qtbot.keyClick(canvas, Qt.Key.Key_2)
    middle = QPoint(canvas.width() // 2, canvas.height() // 2)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(canvas, QPoint(canvas.width() // 4, canvas.height() // 2))
    qtbot.mouseRelease(
        canvas, Qt.MouseButton.LeftButton, pos=QPoint(canvas.width() // 4, canvas.height() // 2)
    )
    assert canvas.divider == pytest.approx(0.25, abs=0.02)
