"""The calibration marker: where it is, what it looks like, what is read back. Expected values are written out."""

from __future__ import annotations

import numpy as np
import pytest
import skimage.data
from PIL import Image, ImageFilter

from vaelab.errors import UsageError
from vaelab.images.marker import MarkerSettings, Placement, embed, measure, place, restore
from vaelab.metrics.base import Undefined
from vaelab.metrics.marker_columns import COLUMNS

ROBUST = MarkerSettings.of("robust")
CLASSIC = MarkerSettings.of("classic")
PHOTO = skimage.data.astronaut()
COLORS = [(0, 0, 0), (255, 255, 255), (255, 0, 0), (0, 255, 0), (0, 0, 255)]


def placed(width: int, height: int, settings: MarkerSettings = ROBUST) -> Placement:
    placement = place(width, height, settings)
    assert isinstance(placement, Placement)
    return placement


def test_presets_are_those_of_the_definition() -> None:
    assert MarkerSettings("robust", 32, "bottom-right", True) == ROBUST
    assert MarkerSettings("classic", 8, "bottom-right", False) == CLASSIC
    assert MarkerSettings.of("robust", 48, "top-left") == MarkerSettings("custom", 48, "top-left", True)
    assert MarkerSettings.of("classic", 16) == MarkerSettings("custom", 16, "bottom-right", False)
    assert MarkerSettings.of("robust", 32).preset == "robust"
    assert MarkerSettings.of("classic", 8).preset == "classic"
    assert MarkerSettings.of("custom", 20) == MarkerSettings("custom", 20, "bottom-right", True)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("robst",), "Did you mean 'robust'"),
        (("robust", None, "bottom-rigt"), "Did you mean 'bottom-right'"),
        (("robust", 7), "A marker patch of 7 px"),
        (("robust", -32), "A marker patch of -32 px"),
    ],
)
def test_unusable_settings_are_refused(arguments: tuple[str, int, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        MarkerSettings.of(*arguments)


@pytest.mark.parametrize(
    ("width", "size"),
    [
        (512, 32),
        (480, 32),
        (479, 24),
        (360, 24),
        (359, 16),
        (256, 16),
        (240, 16),
        (239, 8),
        (120, 8),
        (4000, 32),
    ],
)
def test_five_patches_fit_into_a_third_of_the_width(width: int, size: int) -> None:
    """The largest multiple of 8 with 5 · size ≤ width / 3: 15 · 32 = 480, 15 · 24 = 360, 15 · 16 = 240, 15 · 8 = 120."""
    assert placed(width, 300) == Placement(width - 5 * size, 300 - size, size)


@pytest.mark.parametrize(("height", "size"), [(32, 32), (31, 24), (23, 16), (15, 8), (8, 8)])
def test_a_patch_fits_the_height(height: int, size: int) -> None:
    assert placed(512, height).size == size


@pytest.mark.parametrize("shape", [(119, 512), (512, 7), (1, 1), (8, 20000), (64, 64)])
def test_an_image_too_small_for_8_px_has_no_marker_and_says_why(shape: tuple[int, int]) -> None:
    placement = place(*shape, ROBUST)
    assert isinstance(placement, Undefined)
    assert placement.reason.startswith("marker left out: ")


def test_a_size_that_is_no_multiple_of_8_is_kept_if_it_fits() -> None:
    settings = MarkerSettings.of("robust", 30)
    assert placed(450, 300, settings).size == 30
    assert placed(449, 300, settings).size == 24


@pytest.mark.parametrize(
    ("corner", "x", "y"),
    [("bottom-right", 352, 480), ("bottom-left", 0, 480), ("top-right", 352, 0), ("top-left", 0, 0)],
)
def test_the_marker_is_pasted_over_its_corner_and_nowhere_else(corner: str, x: int, y: int) -> None:
    placement = placed(512, 512, MarkerSettings.of("robust", None, corner))
    assert placement == Placement(x, y, 32)
    before = PHOTO.copy()
    marked = embed(PHOTO, placement)
    for number, color in enumerate(COLORS):
        assert (marked[y : y + 32, x + 32 * number : x + 32 * (number + 1)] == color).all()
    outside = np.ones((512, 512), dtype=bool)
    outside[y : y + 32, x : x + 160] = False
    assert (marked[outside] == PHOTO[outside]).all()
    assert (before == PHOTO).all()
    assert marked.dtype == np.uint8


def test_a_read_only_image_can_be_marked() -> None:
    photo = PHOTO.copy()
    photo.setflags(write=False)
    assert embed(photo, placed(512, 512)).flags.writeable


def test_restore_undoes_the_marker_and_keeps_the_rest_of_the_reconstruction() -> None:
    placement = placed(512, 512)
    reconstruction = 255 - embed(PHOTO, placement)
    restored = restore(reconstruction, PHOTO, placement)
    assert (restored[480:, 352:] == PHOTO[480:, 352:]).all()
    assert (restored[:480] == reconstruction[:480]).all()
    assert (restored[:, :352] == reconstruction[:, :352]).all()
    assert (restore(embed(PHOTO, placement), PHOTO, placement) == PHOTO).all()


@pytest.mark.parametrize("settings", [ROBUST, CLASSIC, MarkerSettings.of("robust", 30)])
def test_identity_has_no_bias_no_drift_and_gain_1(settings: MarkerSettings) -> None:
    placement = placed(512, 512, settings)
    marked = embed(PHOTO, placement)
    values = measure(marked, marked, placement, settings)
    assert list(values) == [column.name for column in COLUMNS]
    assert [values[f"marker_{name}_original"] for name in ("black", "white", "red", "green", "blue")] == [
        0,
        1,
        1,
        1,
        1,
    ]
    for column in COLUMNS:
        if column.ideal is not None:
            assert values[column.name] == column.ideal
    assert (values["marker_x"], values["marker_y"], values["marker_size"]) == (
        placement.x,
        placement.y,
        placement.size,
    )


def test_columns_are_those_of_the_definition_in_its_order() -> None:
    pairs = [
        f"marker_{name}_{of}"
        for name in ("black", "white", "red", "green", "blue")
        for of in ("original", "reconstruction")
    ]
    assert [column.name for column in COLUMNS] == [
        "marker_x", "marker_y", "marker_size", *pairs,
        "brightness_bias", "contrast_gain", "drift_r", "drift_g", "drift_b",
    ]  # fmt: skip


@pytest.mark.parametrize("settings", [ROBUST, CLASSIC])
def test_a_known_change_of_levels_is_read_exactly(settings: MarkerSettings) -> None:
    """Each patch is given its own colour; what comes out is that colour by the definition, computed by hand."""
    placement = placed(512, 512, settings)
    marked = embed(PHOTO, placement)
    decoded = marked.copy()
    colors = [(3, 6, 9), (250, 240, 230), (200, 1, 2), (3, 210, 4), (5, 6, 220)]
    for number, color in enumerate(colors):
        left = placement.x + number * placement.size
        decoded[placement.y :, left : left + placement.size] = color
    values = measure(marked, decoded, placement, settings)
    assert values["marker_black_reconstruction"] == pytest.approx(6 / 255, abs=1e-12)
    assert values["marker_white_reconstruction"] == pytest.approx(240 / 255, abs=1e-12)
    assert values["brightness_bias"] == pytest.approx(6 / 255, abs=1e-12)
    assert values["contrast_gain"] == pytest.approx(234 / 255, abs=1e-12)
    assert values["drift_r"] == pytest.approx((200 - 255) / 255, abs=1e-12)
    assert values["drift_g"] == pytest.approx((210 - 255) / 255, abs=1e-12)
    assert values["drift_b"] == pytest.approx((220 - 255) / 255, abs=1e-12)


@pytest.mark.parametrize("size", [32, 30, 9])
def test_robust_reads_the_inner_square_and_classic_the_whole_patch(size: int) -> None:
    """Spoil exactly the outer quarter (rounded down): only the whole-area reading sees it."""
    placement = Placement(512 - 5 * size, 512 - size, size)
    marked = embed(PHOTO, placement)
    spoiled = marked.copy()
    cut = size // 4
    inside = slice(512 - size + cut, 512 - cut)
    for number in range(5):
        left = placement.x + number * size
        patch = spoiled[512 - size :, left : left + size]
        patch[:] = 128
        spoiled[inside, left + cut : left + size - cut] = COLORS[number]
    inner = measure(marked, spoiled, placement, MarkerSettings("custom", size, "bottom-right", True))
    assert (inner["brightness_bias"], inner["contrast_gain"], inner["drift_g"]) == (0, 1, 0)
    spoiled[512 - size + cut, placement.x + cut] = 255  # one corner pixel of the inner square counts
    inner = measure(marked, spoiled, placement, MarkerSettings("custom", size, "bottom-right", True))
    assert inner["brightness_bias"] == pytest.approx(1 / (size - 2 * cut) ** 2, abs=1e-12)
    whole = measure(marked, spoiled, placement, MarkerSettings("custom", size, "bottom-right", False))
    rim = 1 - (size - 2 * cut) ** 2 / size**2
    assert whole["drift_b"] == pytest.approx(-rim * (127 / 255), abs=1e-12)


def test_blur_is_read_as_lost_contrast_by_classic_only() -> None:
    """Why the presets differ, on a real blur: the same codec, 8 px over all and 32 px inner."""
    gains = {}
    for settings in (ROBUST, CLASSIC):
        placement = placed(512, 512, settings)
        marked = embed(PHOTO, placement)
        blurred = np.asarray(Image.fromarray(marked).filter(ImageFilter.GaussianBlur(1.5)))
        gains[settings.preset] = measure(marked, blurred, placement, settings)["contrast_gain"]
    assert gains["robust"] == pytest.approx(1, abs=0.002)
    assert gains["classic"] < 0.9
