"""What the viewer draws, pixel by pixel: scales, screens of any density, the loupe, what is posted."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from vaelab.gui.core import mipmaps
from vaelab.gui.core.mipmaps import Mips
from vaelab.gui.viewer.canvas.canvas import Canvas
from vaelab.gui.viewer.canvas.modes import Mode, Shown
from vaelab.gui.viewer.canvas.pixel_values import SIDE_FROM
from vaelab.gui.viewer.share_image import side_by_side


def noise(height: int, width: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)


def array(image: QImage) -> np.ndarray:
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return raw[:, : image.width(), 2::-1].astype(int)


class Screen(Canvas):
    """A canvas on a screen of a density that the test platform does not have."""

    ratio = 1.0

    def devicePixelRatioF(self) -> float:
        return self.ratio


@pytest.fixture
def canvas(qtbot: QtBot) -> Screen:
    screen = Screen()
    qtbot.addWidget(screen)
    screen.resize(360, 240)
    screen.set_mode(Mode.SWIPE)
    screen.divider = 0.0
    return screen


def show(canvas: Screen, original: np.ndarray, reconstruction: np.ndarray) -> None:
    a, b = (mipmaps.make(pixels) for pixels in (original, reconstruction))
    canvas.show_pictures(Shown("A", "Original", a, True), [Shown("B", "vae", b)], 0)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("zoom", [1.0, 2.0, 3.0, 5.0, 16.0])
def test_from_100_percent_on_an_image_pixel_is_that_many_device_pixels(
    canvas: Screen, ratio: float, zoom: float
) -> None:
    canvas.ratio = ratio
    pixels = noise(601, 803)
    show(canvas, pixels, pixels)
    canvas.zoom_to(zoom)
    seen = array(canvas.view_image())
    frame = canvas.frame_
    assert seen.shape[:2] == (round(240 * ratio), round(360 * ratio))
    target = frame.target(canvas.panes()[0].rect, canvas.original)
    left, top = (round(part * ratio) for part in (target.left(), target.top()))
    assert (target.left() * ratio, target.top() * ratio) == pytest.approx((left, top), abs=1e-6)
    # Below the labels and off the divider, every device pixel is the image pixel that belongs there.
    y, x = np.mgrid[round(60 * ratio) : round(230 * ratio), round(40 * ratio) : round(350 * ratio)]
    row, column = np.floor((y - top) / zoom).astype(int), np.floor((x - left) / zoom).astype(int)
    assert ((row >= 0) & (row < 601) & (column >= 0) & (column < 803)).all()
    assert np.array_equal(seen[y, x], pixels[row, column])


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_below_100_percent_noise_is_averaged_on_any_screen(canvas: Screen, ratio: float) -> None:
    canvas.ratio = ratio
    show(canvas, noise(2048, 2048), noise(2048, 2048))
    canvas.zoom_to(1 / 8)
    seen = array(canvas.view_image())[
        round(90 * ratio) : round(150 * ratio), round(150 * ratio) : round(210 * ratio)
    ]
    assert seen.std() < 16  # 74 / 8 = 9.2 for a perfect average, 74 for picking pixels


@pytest.mark.parametrize("size", [(64, 96), (65, 97), (33, 64)])
def test_a_halving_is_the_mean_of_four_pixels(size: tuple[int, int]) -> None:
    made = mipmaps.make(noise(*size))
    half = array(made.levels[1])
    padded = np.pad(made.pixels, ((0, size[0] % 2), (0, size[1] % 2), (0, 0)), mode="edge").astype(float)
    mean = padded.reshape(half.shape[0], 2, half.shape[1], 2, 3).mean(axis=(1, 3))
    assert np.abs(half - mean).max() <= 0.75
    assert abs((half - mean).mean()) < 0.05


def test_a_picture_of_odd_size_lands_on_its_place_at_every_level(qapp: object) -> None:
    pixels = np.zeros((801, 1001, 3), np.uint8)
    pixels[:, 900:] = 255
    for scale in (1 / 2, 1 / 4, 1 / 8):
        image = QImage(520, 260, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        whole = QRectF(0, 0, 1001 * scale, 801 * scale)
        mipmaps.make(pixels).draw(painter, whole, scale, whole)
        painter.end()
        line = array(image)[10, : int(1001 * scale), 0] / 255
        assert len(line) - line.sum() == pytest.approx(900 * scale, abs=0.4)


def test_what_is_drawn_of_a_part_is_that_part_of_the_whole(qapp: object) -> None:
    picture = mipmaps.make(noise(300, 200))
    for scale in (0.3, 1.0, 1.5, 3.0):
        seen = []
        target = QRectF(-40, -60, 200 * scale, 300 * scale)
        for part in (QRectF(-1000, -1000, 3000, 3000), QRectF(20, 10, 30, 40)):
            image = QImage(80, 80, QImage.Format.Format_RGB32)
            image.fill(0)
            painter = QPainter(image)
            painter.setClipRect(QRectF(20, 10, 30, 40))
            picture.draw(painter, target, scale, part)
            painter.end()
            seen.append(array(image))
        # Where pixels are interpolated the last bit depends on where Qt begins to count.
        assert np.abs(seen[0] - seen[1]).max() <= (2 if scale in (0.3, 1.5) else 0)


def test_the_pixels_are_those_given_and_cannot_be_written_to() -> None:
    pixels = noise(21, 34)
    made = mipmaps.make(pixels)
    assert np.array_equal(made.pixels, pixels)
    assert np.array_equal(array(made.levels[0]), pixels)
    with pytest.raises(ValueError, match="read-only"):
        made.pixels[0, 0, 0] = 1


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_values_are_printed_from_2400_percent_of_a_plain_screen(canvas: Screen, ratio: float) -> None:
    canvas.ratio = ratio
    flat = np.full((40, 40, 3), 90, np.uint8)
    show(canvas, flat, flat)

    def is_printed() -> bool:
        middle = array(canvas.view_image())[
            round(100 * ratio) : round(200 * ratio), round(60 * ratio) : round(300 * ratio)
        ]
        return bool((middle.reshape(-1, 3) != 90).any())

    canvas.zoom_to(SIDE_FROM * ratio - 1)
    assert not is_printed()
    canvas.zoom_to(SIDE_FROM * ratio)
    assert is_printed()


def test_the_values_printed_are_those_of_the_pixel_beneath(canvas: Screen) -> None:
    pixels = np.full((9, 9, 3), 20, np.uint8)
    pixels[4, 4] = (20, 20, 21)
    show(canvas, pixels, pixels)
    canvas.zoom_to(48.0)
    seen = array(canvas.view_image())
    target = canvas.frame_.target(canvas.panes()[0].rect, canvas.original)

    def cell(x: int, y: int) -> np.ndarray:
        left, top = round(target.left() + 48 * x), round(target.top() + 48 * y)
        # The digits' blue: the ground of the one pixel is a little bluer than that of the others.
        return (seen[top : top + 48, left : left + 48, 0] > 120).astype(int)

    assert cell(3, 4).any()
    assert np.array_equal(cell(3, 4), cell(5, 4))
    changed = np.argwhere(cell(3, 4) != cell(4, 4))
    assert len(changed)
    assert changed[:, 0].min() > 24  # the third line alone, that of blue, reads otherwise


def test_the_loupe_shows_both_pictures_eight_times_as_large_around_the_pointer(
    canvas: Screen, qtbot: QtBot
) -> None:
    original, reconstruction = noise(200, 300, 1), noise(200, 300, 2)
    show(canvas, original, reconstruction)
    canvas.zoom_to(1.0)
    canvas.show()
    before = array(canvas.grab().toImage())
    canvas.show_loupe(True)
    aimed = canvas.aimed()
    assert aimed is not None
    (x, y) = aimed[1]
    seen = array(canvas.grab().toImage())
    # Somewhere each picture's pixel in the middle stands as an 8 × 8 block, framed, and its right neighbour 3 px after it.
    for picture in (original, reconstruction):
        block = np.repeat(np.repeat(picture[y + 3 : y + 5, x + 3 : x + 6], 8, 0), 8, 1)
        places = [
            (top, left)
            for top in range(seen.shape[0] - 16)
            for left in np.flatnonzero((seen[top, :-24] == block[0, 0]).all(-1))
            if np.array_equal(seen[top : top + 16, left : left + 24], block)
        ]
        assert len(places) == 1
    canvas.show_loupe(False)
    assert np.array_equal(array(canvas.grab().toImage()), before)


def test_the_loupe_stays_on_the_canvas_wherever_the_pointer_is(canvas: Screen) -> None:
    show(canvas, noise(200, 300, 1), noise(200, 300, 2))
    canvas.setMinimumSize(1, 1)
    canvas.resize(170, 130)
    canvas.show()
    for at in (QPointF(1, 40), QPointF(168, 40), QPointF(80, 100), QPointF(80, 30)):
        canvas._pointer.at = at
        canvas.show_loupe(False)
        before = array(canvas.grab().toImage())
        canvas.show_loupe(True)
        rows, columns = np.nonzero((array(canvas.grab().toImage()) != before).any(-1))
        assert columns.max() - columns.min() > 100
        for places, side in ((rows, 130), (columns, 170)):
            assert places.min() >= 2
            assert places.max() < side - 2


def posted(height: int, width: int, name: str, lines: tuple[str, ...]) -> tuple[QImage, Mips, Mips]:
    pair = mipmaps.make(noise(height, width, 1)), mipmaps.make(noise(height, width, 2))
    return side_by_side(*pair, ("Original", name), lines, QFont()), *pair


@pytest.mark.parametrize("size", [(64, 64), (37, 511), (513, 129), (1, 1), (600, 801)])
@pytest.mark.parametrize("name", ["vae", "a-very-long-name-of-a-vae-" * 12])
def test_what_is_posted_holds_both_pictures_and_all_words(
    qapp: object, size: tuple[int, int], name: str
) -> None:
    caption = "LPIPS 0.1234   PSNR 36.09   SSIM 0.959   ρG 1.059   ρC 1.059"
    image, *pair = posted(*size, name, ("folder/of/images/" * 6 + "image.png", caption))
    seen = array(image)
    height, width = size
    for picture in pair:
        places = [
            (y, x)
            for y in range(seen.shape[0] - height + 1)
            for x in np.flatnonzero((seen[y, : seen.shape[1] - width + 1] == picture.pixels[0, 0]).all(-1))
            if np.array_equal(seen[y : y + height, x : x + width], picture.pixels)
        ]
        assert places
    # Nothing is cut off: the words end before the margin, whatever their length.
    assert (seen[-8:] == 255).all()
    assert (seen[:, -8:] == 255).all()
    # More words make a higher picture, not a shorter text.
    more, *_ = posted(*size, name, ("folder/of/images/" * 40 + "image.png", caption))
    assert more.height() > image.height()
