"""Colours by the code points of H.273: wide gamut, PQ and HLG, and their rank among what a PNG says."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hostile.image_bytes import (
    ADOBE_GAMMA,
    ADOBE_RGB,
    iccp,
    png,
    rgb_profile,
    srgb_encoded,
)
from hostile.png_colors import (
    P3_D50,
    PHOTO,
    SRGB_CORNERS,
    TO_BT2020,
    chrm,
    cicp,
    gama,
    load,
    pq,
    srgb_linear,
)

from vaelab.images import Preparation

RNG = np.random.default_rng(13)

# Code points


def test_display_p3_by_code_points_is_what_littlecms_makes_of_the_same_by_a_profile(tmp_path: Path) -> None:
    """A white, the corners and a photograph; the curve of P3 is sRGB's, written into the profile as a table."""
    curve = np.rint(65535 * srgb_linear(np.linspace(0, 255, 1024)))
    profile = rgb_profile("P3", P3_D50, 1.0, curve)
    numbers = load(tmp_path, png(PHOTO, 8, 2, cicp(12, 13, 0, 1)))
    managed = load(tmp_path, png(PHOTO, 8, 2, iccp(profile)))
    assert np.abs(numbers.rgb.astype(int) - managed.rgb).max() <= 2
    assert np.abs(numbers.rgb.astype(int) - PHOTO).max() > 10
    assert numbers.notes == ("PNG cICP Display P3, sRGB curve converted to sRGB",)


@pytest.mark.parametrize("bits", [8, 16])
def test_bt2020_is_converted_by_its_formula(tmp_path: Path, bits: int) -> None:
    white = 2**bits - 1
    values = RNG.integers(0, white + 1, (24, 32, 3))
    share = values / white
    light = np.where(
        share < 4.5 * 0.018053968510807, share / 4.5, ((share + 0.0992968) / 1.0992968) ** (1 / 0.45)
    )
    expected = srgb_encoded(light @ np.linalg.inv(TO_BT2020).T)
    loaded = load(tmp_path, png(values, bits, 2, cicp(9, 14, 0, 1)))
    assert np.abs(loaded.rgb - expected).max() <= 0.52
    assert loaded.notes == (
        *(("16-bit scaled to 8-bit",) if bits == 16 else ()),
        "PNG cICP BT.2020, BT.2020 curve converted to sRGB",
    )


def test_code_points_of_srgb_change_nothing(tmp_path: Path) -> None:
    loaded = load(tmp_path, png(PHOTO, 8, 2, cicp(1, 13, 0, 1)))
    assert (loaded.rgb == PHOTO).all()
    assert loaded.notes == ()


def test_narrow_range_is_widened(tmp_path: Path) -> None:
    values = np.array([[[0] * 3, [16] * 3, [126] * 3, [235] * 3, [255] * 3]])
    loaded = load(tmp_path, png(values, 8, 2, cicp(1, 13, 0, 0)))
    assert loaded.rgb[0, :, 1].tolist() == [0, 0, 128, 255, 255]
    assert loaded.notes == ("PNG cICP BT.709, sRGB curve, narrow range converted to sRGB",)


@pytest.mark.parametrize(
    ("transfer", "value", "light"),
    [
        (4, 0.5, 0.5**2.2),
        (5, 0.5, 0.5**2.8),
        (6, 0.5, 0.25958940050628),
        (7, 0.5, ((0.5 + 0.1115722) / 1.1115722) ** (1 / 0.45)),
        (8, 0.5, 0.5),
        (9, 0.5, 0.1),
        (10, 0.6, 0.1),
        (17, 0.5, 52.37 / 48 * 0.5**2.6),
    ],
)
def test_each_curve_is_undone(tmp_path: Path, transfer: int, value: float, light: float) -> None:
    values = np.full((2, 2, 3), round(value * 65535))
    loaded = load(tmp_path, png(values, 16, 2, cicp(1, transfer, 0, 1)))
    assert np.abs(loaded.rgb - srgb_encoded(light)).max() <= 0.51


@pytest.mark.parametrize("primaries", [1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 22])
def test_white_stays_white_in_every_space(tmp_path: Path, primaries: int) -> None:
    loaded = load(tmp_path, png(np.full((2, 2, 3), 255), 8, 2, cicp(primaries, 8, 0, 1)))
    assert (loaded.rgb == 255).all()


def test_the_rank_is_cicp_iccp_srgb_gama(tmp_path: Path) -> None:
    chunks = [
        cicp(12, 13, 0, 1),
        iccp(rgb_profile("Adobe RGB", ADOBE_RGB, ADOBE_GAMMA)),
        (b"sRGB", b"\0"),
        gama(1.0),
        chrm(*SRGB_CORNERS),
    ]
    notes = [load(tmp_path, png(PHOTO, 8, 2, *reversed(chunks[first:]))).notes for first in range(4)]
    assert notes == [
        ("PNG cICP Display P3, sRGB curve converted to sRGB",),
        ("ICC profile 'Adobe RGB' converted to sRGB",),
        (),
        ("PNG gAMA and cHRM converted to sRGB",),
    ]


@pytest.mark.parametrize(
    "codes", [(2, 2, 0, 1), (12, 13, 1, 1), (200, 13, 0, 1), (12, 13, 0), (12, 13, 0, 7)]
)
def test_code_points_that_name_nothing_give_way_to_the_profile(
    tmp_path: Path, codes: tuple[int, ...]
) -> None:
    loaded = load(
        tmp_path, png(PHOTO, 8, 2, cicp(*codes), iccp(rgb_profile("Adobe RGB", ADOBE_RGB, ADOBE_GAMMA)))
    )
    assert loaded.notes == (
        f"PNG cICP {'/'.join(map(str, codes))} not known: left out",
        "ICC profile 'Adobe RGB' converted to sRGB",
    )


@pytest.mark.parametrize(("channels", "color_type"), [(1, 0), (2, 4), (4, 6)])
@pytest.mark.parametrize("bits", [8, 16])
def test_grey_and_alpha_keep_their_place(tmp_path: Path, channels: int, color_type: int, bits: int) -> None:
    white = 2**bits - 1
    values = RNG.integers(0, white + 1, (16, 16, channels))
    loaded = load(
        tmp_path, png(values, bits, color_type, cicp(1, 8, 0, 1)), Preparation(fit="native", matte=(0, 9, 99))
    )
    alpha = values[..., -1:] / white if channels in (2, 4) else np.ones((16, 16, 1))
    colors = srgb_encoded(values[..., : 1 if channels < 3 else 3] / white)
    assert np.abs(loaded.rgb - (colors * alpha + np.array((0, 9, 99)) * (1 - alpha))).max() <= 1.6
    assert ("alpha composited on #000963" in loaded.notes) == (channels in (2, 4))


# High dynamic range


def test_a_picture_without_highlights_comes_back_from_pq_as_it_went_in(tmp_path: Path) -> None:
    """sRGB at 203 cd/m² in BT.2020 primaries and PQ at 16 bits: the photograph itself, and nothing tone-mapped."""
    values = np.rint(65535 * pq(203 * srgb_linear(PHOTO) @ TO_BT2020.T))
    loaded = load(tmp_path, png(values, 16, 2, cicp(9, 16, 0, 1)))
    assert np.abs(loaded.rgb.astype(int) - PHOTO).max() <= 1
    assert loaded.notes == (
        "16-bit scaled to 8-bit",
        "PNG cICP BT.2020, PQ converted to sRGB, 203 cd/m² as white",
    )


def test_known_levels_of_pq_and_hlg_are_white(tmp_path: Path) -> None:
    """ITU-R BT.2408, table 1: 203 cd/m² are 58 % of PQ and 75 % of HLG."""
    for transfer, share in ((16, 0.5807), (18, 0.75)):
        values = np.full((2, 2, 3), round(share * 65535))
        loaded = load(tmp_path, png(values, 16, 2, cicp(9, transfer, 0, 1)))
        assert (loaded.rgb >= 254).all()
        assert (load(tmp_path, png(values * 0, 16, 2, cicp(9, transfer, 0, 1))).rgb == 0).all()


def bt2390(light: np.ndarray, peak: float) -> np.ndarray:
    """The EETF of ITU-R BT.2390 on single values, black at 0: cd/m² to cd/m²."""
    most, white = pq(peak), pq(203)
    knee = 1.5 * white / most - 0.5
    mapped = []
    for level in pq(light).ravel() / most:
        if level >= knee:
            t = (level - knee) / (1 - knee)
            level = (
                (2 * t**3 - 3 * t**2 + 1) * knee
                + (t**3 - 2 * t**2 + t) * (1 - knee)
                + (-2 * t**3 + 3 * t**2) * white / most
            )
        power = (level * most) ** (1 / 78.84375)
        mapped.append(
            10000 * (max(power - 0.8359375, 0) / (18.8515625 - 18.6875 * power)) ** (1 / 0.1593017578125)
        )
    return np.reshape(mapped, light.shape)


def test_highlights_are_rolled_off_by_the_named_curve(tmp_path: Path) -> None:
    light = np.linspace(0, 1000, 256)
    grey = np.repeat(np.rint(65535 * pq(light)).reshape(16, 16, 1), 3, axis=2)
    loaded = load(tmp_path, png(grey, 16, 2, cicp(9, 16, 0, 1)))
    assert np.abs(loaded.rgb[..., 0] - srgb_encoded(bt2390(light, 1000) / 203).reshape(16, 16)).max() <= 0.6
    assert (np.diff(loaded.rgb[..., 0].ravel().astype(int)) >= 0).all()
    assert loaded.rgb.max() == 255
    assert loaded.notes[-1].endswith("203 cd/m² as white; tone-mapped by the BT.2390 EETF from 1000 cd/m²")


def test_tone_mapping_keeps_hue(tmp_path: Path) -> None:
    """An orange of 1000 cd/m²: all three channels are scaled by what its largest takes."""
    light = np.array([1000.0, 400.0, 100.0]) @ TO_BT2020.T
    values = np.broadcast_to(np.rint(65535 * pq(light)), (2, 2, 3))
    peak = light.max()
    expected = np.array([1000.0, 400.0, 100.0]) * (bt2390(np.array([peak]), peak) / peak) / 203
    loaded = load(tmp_path, png(values, 16, 2, cicp(9, 16, 0, 1)))
    assert np.abs(loaded.rgb - srgb_encoded(expected)).max() <= 1


def test_hlg_goes_through_the_system_gamma_of_its_display(tmp_path: Path) -> None:
    share = RNG.random((16, 16, 3)) * 0.5  # below the knee of HLG's curve, where it is a square root
    scene = share**2 / 3
    luminance = scene @ np.array([0.2627, 0.6780, 0.0593])
    light = 1000 * luminance[..., None] ** 0.2 * scene
    loaded = load(tmp_path, png(np.rint(share * 65535), 16, 2, cicp(9, 18, 0, 1)))
    expected = srgb_encoded(light / 203 @ np.linalg.inv(TO_BT2020).T)
    assert np.abs(loaded.rgb - expected).max() <= 0.6
    assert loaded.notes[-1] == "PNG cICP BT.2020, HLG converted to sRGB, 203 cd/m² as white"


def test_large_pictures_are_converted_in_strips_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vaelab.images.color import spaces

    data = png(RNG.integers(0, 65536, (37, 20, 3)), 16, 2, cicp(9, 16, 0, 1))
    whole = load(tmp_path, data)
    monkeypatch.setattr(spaces, "_STRIP", 100)
    strips = load(tmp_path, data)
    assert (whole.rgb == strips.rgb).all()
    assert whole.notes == strips.notes
