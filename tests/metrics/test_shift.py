"""By how much a picture was moved: known shifts, whole and of parts of a pixel, and scikit-image's registration."""

from __future__ import annotations

import numpy as np
import pytest
from metric_pairs import blur, constant, jpeg, measured, noise, photograph
from scipy import ndimage
from skimage import data
from skimage.registration import phase_cross_correlation

from vaelab.arrays import Pixels
from vaelab.metrics.base import Undefined
from vaelab.metrics.evaluate import Meter
from vaelab.metrics.registry import select

METER = Meter(select("shift"))
SIDE = 192


def shift_of(x: Pixels, y: Pixels) -> tuple[float, float]:
    """Right and down, px."""
    values = measured(METER, x, y)
    across, down = values["shift_x"], values["shift_y"]
    assert not isinstance(across, Undefined)
    assert not isinstance(down, Undefined)
    return across, down


def moved(name: str, across: float, down: float) -> tuple[Pixels, Pixels]:
    """A photograph, and the same moved right and down, so that what comes in at the border is the photograph's own."""
    photo = getattr(data, name)()[40 : 60 + SIDE + 20, 60 : 80 + SIDE + 20, :3].astype(np.float64)
    shifted = ndimage.shift(photo, (down, across, 0), order=5, mode="mirror")
    cut = slice(10, 10 + SIDE)
    return (
        np.clip(photo[cut, cut].round(), 0, 255).astype(np.uint8),
        np.clip(shifted[cut, cut].round(), 0, 255).astype(np.uint8),
    )


@pytest.mark.parametrize("name", ["astronaut", "coffee", "chelsea"])
@pytest.mark.parametrize(
    "shift", [(0, 0), (1, 0), (0, -1), (3, 2), (0.5, 0), (0, 0.5), (-0.25, 0.75), (0.1, -0.1), (-2.4, 5.3)]
)
def test_known_shifts(name: str, shift: tuple[float, float]) -> None:
    assert shift_of(*moved(name, *shift)) == pytest.approx(shift, abs=0.05)


@pytest.mark.parametrize("shift", [(0.5, -0.25), (2.0, 1.0)])
def test_scikit_image_finds_the_same(shift: tuple[float, float]) -> None:
    x, y = moved("coffee", *shift)
    window = np.outer(np.hanning(SIDE), np.hanning(SIDE))
    first, second = ((image @ [0.299, 0.587, 0.114] - 110) * window for image in (x, y))
    (down, across), _, _ = phase_cross_correlation(second, first, upsample_factor=50, normalization=None)
    assert shift_of(x, y) == pytest.approx((across, down), abs=0.05)


@pytest.mark.parametrize("change", [lambda x: jpeg(x, 50), lambda x: blur(x, 1.5), lambda x: noise(x, 10)])
def test_what_moves_nothing_has_none(change: object) -> None:
    x = photograph("chelsea", 160, 201)
    assert shift_of(x, change(x)) == pytest.approx((0, 0), abs=0.05)  # type: ignore[operator]


def test_halving_with_other_corners_moves_by_half_a_pixel() -> None:
    """Every second pixel, brought back by copies, lies half a pixel to the right and down, and is full of aliases."""
    x = photograph("astronaut", 192, 192)
    assert shift_of(x, x[::2, ::2].repeat(2, 0).repeat(2, 1)) == pytest.approx((0.5, 0.5), abs=0.15)


@pytest.mark.parametrize(
    ("x", "y"),
    [
        (constant(32, 32, (9, 9, 9)), constant(32, 32, (9, 9, 9))),
        (constant(32, 32, (9, 9, 9)), photograph("coffee", 32, 32)),
        (photograph("coffee", 15, 40), photograph("coffee", 15, 40)),
    ],
    ids=["flat", "flat original", "small"],
)
def test_where_nothing_can_be_compared_it_is_empty_and_says_why(x: Pixels, y: Pixels) -> None:
    values = measured(METER, x, y)
    assert all(isinstance(value, Undefined) and len(value.reason) > 20 for value in values.values())
