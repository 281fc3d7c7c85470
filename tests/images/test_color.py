"""Colour of decoded images: ICC profiles, transparency, bit depths, CMYK. Expected values are computed here, from definitions."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import numpy as np
import pytest
from hostile.image_bytes import (
    ADOBE_GAMMA,
    ADOBE_RGB,
    SRGB_D50,
    cmyk_profile,
    grey_profile,
    png,
    rgb_profile,
    srgb_encoded,
)
from PIL import Image, ImageCms

from vaelab.images import LoadedImage, Preparation, load_image

NATIVE = Preparation(fit="native")
RNG = np.random.default_rng(7)


def load(
    folder: Path, image: Image.Image | bytes, name: str = "a.png", prep: Preparation = NATIVE, **save: object
) -> LoadedImage:
    path = folder / name
    if isinstance(image, bytes):
        path.write_bytes(image)
    else:
        image.save(path, **save)
    return load_image(path, prep)


def test_adobe_rgb_becomes_srgb_as_the_matrices_say(tmp_path: Path) -> None:
    pixels = RNG.integers(60, 200, (16, 16, 3), dtype=np.uint8)
    loaded = load(
        tmp_path, Image.fromarray(pixels), icc_profile=rgb_profile("Adobe RGB", ADOBE_RGB, ADOBE_GAMMA)
    )
    linear = (pixels / 255) ** ADOBE_GAMMA @ ADOBE_RGB.T @ np.linalg.inv(SRGB_D50).T
    assert np.abs(loaded.rgb - srgb_encoded(linear)).max() <= 1.6
    assert np.abs(loaded.rgb.astype(int) - pixels).max() > 10  # the profile matters here
    assert loaded.notes == ("ICC profile 'Adobe RGB' converted to sRGB",)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P"])
def test_an_srgb_profile_leaves_pixels_bit_identical(tmp_path: Path, mode: str) -> None:
    image = Image.fromarray(RNG.integers(0, 256, (64, 64, 3), dtype=np.uint8)).convert(mode)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    loaded = load(tmp_path, image, icc_profile=profile)
    assert (loaded.rgb == np.asarray(image.convert("RGB"))).all()
    assert loaded.notes == ()


def test_a_profile_is_judged_by_what_it_does_not_by_its_name(tmp_path: Path) -> None:
    grey = Image.new("RGB", (4, 4), (20, 20, 20))
    loaded = load(tmp_path, grey, icc_profile=rgb_profile("sRGB IEC61966-2.1", SRGB_D50, 1.0))
    assert np.abs(loaded.rgb - srgb_encoded(20 / 255)).max() <= 1
    assert loaded.notes == ("ICC profile 'sRGB IEC61966-2.1' converted to sRGB",)


def test_a_grey_profile_is_applied(tmp_path: Path) -> None:
    ramp = Image.fromarray(np.arange(256, dtype=np.uint8).reshape(16, 16))
    loaded = load(tmp_path, ramp, icc_profile=grey_profile(1.0))
    assert np.abs(loaded.rgb - srgb_encoded(np.arange(256).reshape(16, 16, 1) / 255)).max() <= 1.1
    assert loaded.notes == ("ICC profile 'Grey' converted to sRGB",)


@pytest.mark.parametrize(
    "profile", [b"not a profile" * 20, grey_profile(1.0), rgb_profile("x", ADOBE_RGB, 2.2)[:200]]
)
def test_an_unusable_profile_is_noted_and_pixels_are_read_as_srgb(tmp_path: Path, profile: bytes) -> None:
    pixels = RNG.integers(0, 256, (8, 8, 3), dtype=np.uint8)
    loaded = load(tmp_path, Image.fromarray(pixels), icc_profile=profile)
    assert (loaded.rgb == pixels).all()
    assert len(loaded.notes) == 1
    assert loaded.notes[0].startswith("ICC profile not usable (")
    assert loaded.notes[0].endswith(": read as sRGB")


def test_a_profile_with_a_novel_for_a_name_makes_a_short_note(tmp_path: Path) -> None:
    loaded = load(
        tmp_path,
        Image.fromarray(np.zeros((2, 2, 3), np.uint8) + 99),
        icc_profile=rgb_profile("x" * 100_000, ADOBE_RGB, 1.0),
    )
    assert loaded.notes == (f"ICC profile '{'x' * 78} …' converted to sRGB",)


def test_cmyk_goes_through_its_profile(tmp_path: Path) -> None:
    """Half of black ink is L* 50 by the profile, sRGB 118 to 119; the naive formula says 127."""
    image = Image.new("CMYK", (8, 8), (0, 0, 0, 128))
    loaded = load(tmp_path, image, "a.tif", icc_profile=cmyk_profile())
    lightness = 100 * (1 - 128 / 255)
    assert np.abs(loaded.rgb - srgb_encoded(((lightness + 16) / 116) ** 3)).max() <= 1
    assert loaded.notes == ("ICC profile 'Four inks' converted to sRGB",)


@pytest.mark.parametrize("name", ["a.jpg", "a.tif"])
def test_cmyk_without_profile_is_converted_naively_and_noted(tmp_path: Path, name: str) -> None:
    """A JPEG's Adobe-inverted inks and a TIFF's plain ones mean the same."""
    loaded = load(tmp_path, Image.new("CMYK", (16, 16), (255, 0, 0, 51)), name)
    assert np.abs(loaded.rgb.astype(int) - (0, 204, 204)).max() <= 1
    assert loaded.notes == ("CMYK without profile: naive conversion",)


def test_lab_is_converted(tmp_path: Path) -> None:
    tifffile = pytest.importorskip("tifffile", reason="tifffile writes the test image")
    lab = np.broadcast_to(np.array([128, 0, 0], dtype=np.uint8), (4, 4, 3))  # L* 50.2, a* and b* 0
    tifffile.imwrite(tmp_path / "a.tif", lab, photometric="cielab")
    loaded = load_image(tmp_path / "a.tif", NATIVE)
    assert np.abs(loaded.rgb - srgb_encoded(((128 / 2.55 + 16) / 116) ** 3)).max() <= 1
    assert loaded.notes == ("CIELAB (D50) converted to sRGB",)


# Transparency


def over(color: np.ndarray, alpha: np.ndarray, matte: tuple[int, int, int]) -> np.ndarray:
    share = alpha[..., None].astype(np.float64) / 255
    return np.rint(color * share + np.array(matte) * (1 - share))


@pytest.mark.parametrize("matte", [(255, 255, 255), (0, 0, 0), (12, 200, 77)])
@pytest.mark.parametrize(
    ("mode", "name"), [("RGBA", "a.png"), ("LA", "a.png"), ("RGBA", "a.tif"), ("RGBA", "a.webp")]
)
def test_alpha_is_composited_on_the_matte_exactly(
    tmp_path: Path, mode: str, name: str, matte: tuple[int, int, int]
) -> None:
    """Every alpha meets many colours; where alpha is 0 nothing of the hidden colour shows."""
    values = RNG.integers(0, 256, (64, 64, 4), dtype=np.uint8)
    values[..., 3] = np.arange(4096).reshape(64, 64) % 256
    image = Image.fromarray(values).convert(mode)
    loaded = load(
        tmp_path,
        image,
        name,
        Preparation(fit="native", matte=matte),
        **({"lossless": True, "exact": True} if name == "a.webp" else {}),
    )
    source = np.asarray(image)
    assert (loaded.rgb == over(source[..., :-1], source[..., -1], matte)).all()
    assert loaded.notes == ("alpha composited on #{:02x}{:02x}{:02x}".format(*matte),)


def test_an_opaque_alpha_changes_nothing_and_is_not_noted(tmp_path: Path) -> None:
    pixels = RNG.integers(0, 256, (8, 8, 4), dtype=np.uint8)
    pixels[..., 3] = 255
    loaded = load(tmp_path, Image.fromarray(pixels))
    assert (loaded.rgb == pixels[..., :3]).all()
    assert loaded.notes == ()


def test_transparent_palette_entries_show_the_matte(tmp_path: Path) -> None:
    image = Image.new("P", (4, 1))
    image.putpalette([255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9])
    image.putdata([0, 1, 2, 3])
    one = load(tmp_path, image, transparency=1)
    assert one.rgb[0].tolist() == [[255, 0, 0], [255, 255, 255], [0, 0, 255], [9, 9, 9]]
    several = load(tmp_path, image, transparency=bytes([255, 0, 51, 255]))
    assert several.rgb[0].tolist() == [[255, 0, 0], [255, 255, 255], [204, 204, 255], [9, 9, 9]]
    gif = load(tmp_path, image, "a.gif", transparency=0)
    assert gif.rgb[0].tolist() == [[255, 255, 255], [0, 255, 0], [0, 0, 255], [9, 9, 9]]
    assert "alpha composited on #ffffff" in several.notes + gif.notes


def test_color_keys_of_grey_and_rgb_png_are_transparent(tmp_path: Path) -> None:
    grey = load(tmp_path, Image.fromarray(np.array([[10, 11]], dtype=np.uint8)), transparency=10)
    assert grey.rgb[0, :, 0].tolist() == [255, 11]
    color = load(
        tmp_path, Image.fromarray(np.array([[[1, 2, 3], [1, 2, 4]]], dtype=np.uint8)), transparency=(1, 2, 3)
    )
    assert color.rgb[0].tolist() == [[255, 255, 255], [1, 2, 4]]


# Bit depths


def test_16_bit_grey_is_scaled_with_rounding_over_its_whole_range(tmp_path: Path) -> None:
    values = np.arange(65536, dtype=np.uint16).reshape(256, 256)
    expected = np.rint(values / 257)[..., None]
    for name, image in {
        "a.png": Image.fromarray(values),
        "a.tif": Image.fromarray(values),
        "b.tif": Image.fromarray(values.astype(">u2")),
    }.items():
        loaded = load(tmp_path, image, name)
        assert (loaded.rgb == expected).all(), name
        assert loaded.notes == ("16-bit scaled to 8-bit",)


def test_16_bit_rgb_png_is_scaled_with_rounding(tmp_path: Path) -> None:
    """Pillow alone keeps the high byte, which is off by one for half of all values."""
    values = RNG.integers(0, 65536, (61, 53, 3), dtype=np.uint16)
    loaded = load(tmp_path, png(values, 16, 2))
    assert (loaded.rgb == np.rint(values / 257)).all()
    assert loaded.notes == ("16-bit scaled to 8-bit",)


@pytest.mark.parametrize(("channels", "color_type"), [(4, 6), (2, 4)])
def test_16_bit_alpha_png_is_composited(tmp_path: Path, channels: int, color_type: int) -> None:
    values = RNG.integers(0, 65536, (61, 53, channels), dtype=np.uint16)
    loaded = load(tmp_path, png(values, 16, color_type), prep=Preparation(fit="native", matte=(10, 20, 30)))
    share = values[..., -1:] / 65535
    exact = values[..., :-1] / 257 * share + np.array((10, 20, 30)) * (1 - share)
    assert np.abs(loaded.rgb - exact).max() <= 1.5
    assert loaded.notes == ("16-bit scaled to 8-bit", "alpha composited on #0a141e")


def test_16_bit_color_keys_compare_all_16_bits(tmp_path: Path) -> None:
    grey = np.array([[[1000], [1001]]])
    assert load(tmp_path, png(grey, 16, 0, (b"tRNS", struct.pack(">H", 1000)))).rgb[0, :, 0].tolist() == [
        255,
        4,
    ]
    color = np.array([[[1000, 2000, 3000], [1000, 2000, 3001]]])
    keyed = load(tmp_path, png(color, 16, 2, (b"tRNS", struct.pack(">3H", 1000, 2000, 3000))))
    assert keyed.rgb[0].tolist() == [[255, 255, 255], [4, 8, 12]]


@pytest.mark.parametrize("bits", [1, 2, 4])
def test_low_bit_depths_span_the_whole_range_and_their_color_key_is_found(tmp_path: Path, bits: int) -> None:
    values = np.arange(2**bits).reshape(1, -1, 1)
    expected = (np.arange(2**bits) * 255 // (2**bits - 1)).tolist()
    assert load(tmp_path, png(values, bits, 0)).rgb[0, :, 1].tolist() == expected
    keyed = load(tmp_path, png(values, bits, 0, (b"tRNS", struct.pack(">H", 0))))
    assert keyed.rgb[0, :, 1].tolist() == [255, *expected[1:]]
    keyed = load(
        tmp_path,
        png(values, bits, 0, (b"tRNS", struct.pack(">H", 1))),
        prep=Preparation(fit="native", matte=(0, 0, 0)),
    )
    assert keyed.rgb[0, :, 1].tolist() == [0, 0, *expected[2:]]


tifffile_layouts = pytest.mark.parametrize(
    "layout",
    [
        {},
        {"byteorder": ">"},
        {"compression": "zlib"},
        {"compression": "zlib", "byteorder": ">"},
        {"tile": (16, 16)},
        {"planarconfig": "separate"},
        {"planarconfig": "separate", "compression": "zlib"},
    ],
    ids=str,
)


@tifffile_layouts
def test_16_bit_rgb_tiff_is_scaled_with_rounding_in_every_layout(
    tmp_path: Path, layout: dict[str, object]
) -> None:
    tifffile = pytest.importorskip("tifffile", reason="tifffile writes the test images")
    values = RNG.integers(0, 65536, (32, 48, 3), dtype=np.uint16)
    stored = np.moveaxis(values, 2, 0).copy() if "planarconfig" in layout else values
    tifffile.imwrite(tmp_path / "a.tif", stored, photometric="rgb", **layout)
    loaded = load_image(tmp_path / "a.tif", NATIVE)
    assert (loaded.rgb == np.rint(values / 257)).all()
    assert loaded.notes == ("16-bit scaled to 8-bit",)


@pytest.mark.parametrize("kind", ["unassalpha", "assocalpha"])
def test_16_bit_rgba_tiff_is_composited_premultiplied_or_not(tmp_path: Path, kind: str) -> None:
    tifffile = pytest.importorskip("tifffile", reason="tifffile writes the test images")
    values = RNG.integers(0, 65536, (32, 48, 4), dtype=np.uint16)
    share = values[..., 3:] / 65535
    stored = values.copy()
    if kind == "assocalpha":
        stored[..., :3] = np.rint(values[..., :3] * share)
    tifffile.imwrite(tmp_path / "a.tif", stored, photometric="rgb", extrasamples=[kind])
    loaded = load_image(tmp_path / "a.tif", NATIVE)
    assert np.abs(loaded.rgb - (values[..., :3] / 257 * share + 255 * (1 - share))).max() <= 1.5


def test_16_bit_cmyk_tiff_keeps_its_rounding(tmp_path: Path) -> None:
    tifffile = pytest.importorskip("tifffile", reason="tifffile writes the test images")
    values = RNG.integers(0, 65536, (16, 16, 4), dtype=np.uint16)
    tifffile.imwrite(tmp_path / "a.tif", values, photometric="separated")
    loaded = load_image(tmp_path / "a.tif", NATIVE)
    eight = Image.frombytes("CMYK", (16, 16), np.rint(values / 257).astype(np.uint8).tobytes())
    assert (loaded.rgb == np.asarray(eight.convert("RGB"))).all()


def test_zero_is_white_is_inverted_at_16_bits_too(tmp_path: Path) -> None:
    tifffile = pytest.importorskip("tifffile", reason="tifffile writes the test images")
    values = RNG.integers(0, 65536, (16, 16), dtype=np.uint16)
    tifffile.imwrite(tmp_path / "a.tif", values, photometric="miniswhite")
    assert (load_image(tmp_path / "a.tif", NATIVE).rgb[..., 0] == np.rint((65535 - values) / 257)).all()


UNIT = RNG.random((16, 16)).astype(np.float32)


@pytest.mark.parametrize(
    ("values", "expected", "note"),
    [
        (UNIT, UNIT * 255, "float 0…1 scaled to 8-bit"),
        (np.float32([[0, 100, 255]]), [[0, 100, 255]], "float holding 8-bit values read as such"),
        (np.float32([[0, 256, 65535]]), [[0, 1, 255]], "16-bit scaled to 8-bit"),
        (np.float32([[0, 0.5, 2]]), [[0, 64, 255]], "values 0…2 scaled to 8-bit"),
        (np.float32([[-1, 0, 1]]), [[0, 128, 255]], "values -1…1 scaled to 8-bit"),
        (np.float32([[0, np.nan, 1]]), [[0, 0, 255]], "1 values that are no number read as 0"),
        (np.int32([[0, 257, 65535]]), [[0, 1, 255]], "16-bit scaled to 8-bit"),
        (np.int32([[-1000, 0, 1000]]), [[0, 128, 255]], "values -1000…1000 scaled to 8-bit"),
        (np.int32([[-5, -5, -5]]), [[0, 0, 0]], "values -5…-5 scaled to 8-bit"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_floats_and_32_bit_integers_are_scaled_by_a_stated_rule(
    tmp_path: Path, values: np.ndarray, expected: np.ndarray, note: str
) -> None:
    loaded = load(tmp_path, Image.fromarray(values), "a.tif")
    assert (loaded.rgb == np.rint(np.asarray(expected, dtype=np.float64))[..., None]).all()
    assert note in loaded.notes


def test_tiffs_that_pillow_does_not_read_are_read_by_tifffile(tmp_path: Path) -> None:
    tifffile = pytest.importorskip("tifffile")
    values = RNG.random((16, 24, 3))
    for dtype in (np.float16, np.float32, np.float64):
        tifffile.imwrite(
            tmp_path / "a.tif", values.astype(dtype), photometric="rgb", extratags=[(274, 3, 1, 6, True)]
        )
        loaded = load_image(tmp_path / "a.tif", NATIVE)
        upright = np.rot90(values.astype(dtype).astype(np.float64), -1)
        assert np.abs(loaded.rgb - upright * 255).max() <= 0.5001
        assert loaded.notes == ("float 0…1 scaled to 8-bit", "EXIF rotation applied")
    grey_alpha = RNG.integers(0, 65536, (8, 9, 2), dtype=np.uint16)
    tifffile.imwrite(
        tmp_path / "a.tif",
        grey_alpha,
        photometric="minisblack",
        extrasamples=["unassalpha"],
        planarconfig="contig",
    )
    share = grey_alpha[..., 1] / 65535
    assert (
        np.abs(
            load_image(tmp_path / "a.tif", NATIVE).rgb[..., 0]
            - (grey_alpha[..., 0] / 257 * share + 255 * (1 - share))
        ).max()
        <= 1.5
    )
    tifffile.imwrite(tmp_path / "a.tif", np.uint32([[0, 2**31, 2**32 - 1]]))
    assert load_image(tmp_path / "a.tif", NATIVE).rgb[0, :, 0].tolist() == [0, 128, 255]


def test_a_png_that_claims_another_gamma_is_noted_and_read_as_srgb(tmp_path: Path) -> None:
    values = RNG.integers(0, 256, (8, 8, 3))
    linear = load(tmp_path, png(values, 8, 2, (b"gAMA", struct.pack(">I", 100000))))
    assert (linear.rgb == values).all()
    assert linear.notes == ("PNG gAMA 1 not applied: read as sRGB",)
    assert load(tmp_path, png(values, 8, 2, (b"gAMA", struct.pack(">I", 45455)))).notes == ()


def test_1_bit_images_are_black_and_white(tmp_path: Path) -> None:
    values = RNG.random((9, 13)) > 0.5
    buffer = io.BytesIO()
    Image.fromarray(values).save(buffer, "TIFF", compression="group4")
    assert (load(tmp_path, buffer.getvalue(), "a.tif").rgb == values[..., None] * 255).all()
