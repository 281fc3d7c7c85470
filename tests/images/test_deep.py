"""JPEG 2000, AVIF, TIFF, and 16 bits through a profile: read as independent readers read them, or refused in one sentence."""

from __future__ import annotations

import io
import struct
import sys
from pathlib import Path

import numpy as np
import pytest
from hostile.image_bytes import (
    ADOBE_GAMMA,
    ADOBE_RGB,
    SRGB_D50,
    box,
    cmyk_profile,
    exif,
    grey_profile,
    iccp,
    png,
    rgb_profile,
    srgb_encoded,
    with_jp2_color,
    with_nclx,
)
from hostile.picture_files import NATIVE, PHOTO, load, opencv, saved
from PIL import Image, features

from vaelab.errors import ImageError
from vaelab.images import load_image

RNG = np.random.default_rng(13)

# JPEG 2000


@pytest.mark.parametrize("container", ["jp2", "j2k"])
@pytest.mark.parametrize("bits", [9, 10, 12, 16])
def test_deep_color_jpeg_2000_spans_the_whole_range(
    tmp_path: Path, codecs, bits: int, container: str
) -> None:  # type: ignore[no-untyped-def]
    white = 2**bits - 1
    values = RNG.integers(0, white + 1, (24, 32, 3)).astype(np.uint16)
    values[0, :4] = [[white] * 3, [0] * 3, [white, 0, white], [white - 1, 1, white // 2]]
    data = codecs.jpeg2k_encode(values, level=0, bitspersample=bits, reversible=True, codecformat=container)
    loaded = load(tmp_path, data)
    assert (loaded.rgb == np.rint(values * (255 / white))).all()
    assert loaded.notes == (f"{bits}-bit scaled to 8-bit",)
    assert np.abs(loaded.rgb - opencv(data) * (255 / white)).max() <= 0.5


@pytest.mark.parametrize("channels", [1, 2, 4])
def test_deep_grey_and_alpha_of_jpeg_2000(tmp_path: Path, codecs, channels: int) -> None:  # type: ignore[no-untyped-def]
    values = RNG.integers(0, 65536, (24, 32, channels)).astype(np.uint16)
    loaded = load(tmp_path, codecs.jpeg2k_encode(values.squeeze(), level=0, reversible=True))
    alpha = values[..., -1:] / 65535 if channels != 1 else 1
    colors = values[..., : 3 if channels == 4 else 1] / 257
    assert np.abs(loaded.rgb - (colors * alpha + 255 * (1 - alpha))).max() <= (0.5 if channels == 1 else 1.5)


def test_a_profile_in_jp2_is_applied(tmp_path: Path) -> None:
    """Methods 2 and 3 of the colour box hold one; the same as in a PNG of the same pixels."""
    plain = saved(Image.fromarray(PHOTO), "JPEG2000", irreversible=False)
    profile = rgb_profile("Adobe RGB", ADOBE_RGB, ADOBE_GAMMA)
    as_png = load(tmp_path, png(PHOTO, 8, 2, iccp(profile)))
    for method in (2, 3):
        loaded = load(tmp_path, with_jp2_color(plain, bytes([method, 0, 0]) + profile))
        assert (loaded.rgb == as_png.rgb).all()
        assert loaded.notes == ("ICC profile 'Adobe RGB' converted to sRGB",)
    linear = load(tmp_path, with_jp2_color(plain, b"\2\0\0" + rgb_profile("Linear", SRGB_D50, 1.0)))
    assert np.abs(linear.rgb - srgb_encoded(PHOTO / 255)).max() <= 1.2


def test_a_color_space_that_is_not_known_is_noted(tmp_path: Path) -> None:
    plain = saved(Image.fromarray(PHOTO), "JPEG2000", irreversible=False)
    loaded = load(tmp_path, with_jp2_color(plain, b"\1\0\0" + struct.pack(">I", 21)))
    assert (loaded.rgb == PHOTO).all()
    assert loaded.notes == ("JPEG 2000 colour space 21 not known: read as sRGB",)


def test_a_profile_is_applied_to_deep_jpeg_2000_at_its_depth(tmp_path: Path, codecs) -> None:  # type: ignore[no-untyped-def]
    values = np.repeat(np.arange(256, dtype=np.uint16).reshape(16, 16, 1), 3, axis=2)
    data = with_jp2_color(
        codecs.jpeg2k_encode(values, level=0, reversible=True),
        b"\2\0\0" + rgb_profile("Linear", SRGB_D50, 1.0),
    )
    loaded = load(tmp_path, data)
    assert np.abs(loaded.rgb - srgb_encoded(values / 65535)).max() <= 0.6
    assert loaded.notes == ("16-bit scaled to 8-bit", "ICC profile 'Linear' converted to sRGB")


def codestream(width: int, height: int, depths: list[int]) -> bytes:
    """The first marker segment of a JPEG 2000 codestream, and nothing behind it."""
    size = struct.pack(">H8IH", 0, width, height, 0, 0, width, height, 0, 0, len(depths))
    size += b"".join(bytes([depth, 1, 1]) for depth in depths)
    return b"\xff\x4f\xff\x51" + struct.pack(">H", len(size) + 2) + size


@pytest.mark.parametrize(
    ("depths", "kind"),
    [
        ([0x8F] * 3, r"signed, 3 components of 16 bits"),
        ([23] * 3, r"3 components of 24 bits"),
        ([15, 7, 7], r"3 components of 16/8 bits"),
    ],
)
def test_other_kinds_of_deep_jpeg_2000_are_named(tmp_path: Path, depths: list[int], kind: str) -> None:
    with pytest.raises(
        ImageError, match=f"is a JPEG 2000 of a kind that is not read \\({kind}\\): save it as"
    ):
        load(tmp_path, codestream(8, 8, depths))


@pytest.mark.parametrize(
    ("order", "read"), [((1, 2, 3), True), ((3, 2, 1), False)], ids=["as usual", "blue first"]
)
def test_channels_of_deep_jpeg_2000_are_in_order_or_it_is_refused(
    tmp_path: Path,
    codecs,  # type: ignore[no-untyped-def]
    order: tuple[int, ...],
    read: bool,
) -> None:
    values = RNG.integers(0, 65536, (24, 32, 3)).astype(np.uint16)
    plain = codecs.jpeg2k_encode(values, level=0, reversible=True)
    colr = b"\1\0\0" + struct.pack(">I", 16)
    cdef = b"".join(struct.pack(">3H", channel, 0, meaning) for channel, meaning in enumerate(order))
    data = with_jp2_color(plain, colr, box(b"cdef", struct.pack(">H", 3) + cdef))
    if read:
        assert (load(tmp_path, data).rgb == np.rint(values / 257)).all()
    else:
        with pytest.raises(
            ImageError, match=r"not read \(channels in another order, 3 components of 16 bits\)"
        ):
            load(tmp_path, data)


@pytest.mark.usefixtures("without_codecs")
def test_deep_color_jpeg_2000_names_the_package_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(
        ImageError, match=r"3 components of 16 bits, which needs one more package: install imagecodecs"
    ):
        load(tmp_path, codestream(8, 8, [15] * 3))


def test_a_small_header_does_not_hide_a_large_codestream(tmp_path: Path) -> None:
    header = box(b"ihdr", struct.pack(">IIHBBBB", 8, 8, 3, 15, 7, 0, 0)) + box(
        b"colr", b"\1\0\0" + struct.pack(">I", 16)
    )
    data = b"\0\0\0\x0cjP  \r\n\x87\n" + box(b"ftyp", b"jp2 \0\0\0\0jp2 ") + box(b"jp2h", header)
    with pytest.raises(ImageError, match="above the limit of 256 megapixels"):
        load(tmp_path, data + box(b"jp2c", codestream(60000, 60000, [15] * 3)))


# AVIF


needs_avif = pytest.mark.skipif(not features.check("avif"), reason="this Pillow was built without AVIF")


@needs_avif
def test_code_points_in_avif_are_those_of_a_png(tmp_path: Path) -> None:
    plain = saved(Image.fromarray(PHOTO), "AVIF", quality=100, subsampling="4:4:4")
    with Image.open(io.BytesIO(plain)) as image:
        pixels = np.asarray(image)
    for codes, name in {
        (12, 13): "Display P3, sRGB curve",
        (9, 14): "BT.2020, BT.2020 curve",
        (9, 16): "BT.2020, PQ",
        (9, 18): "BT.2020, HLG",
    }.items():
        loaded = load(tmp_path, with_nclx(plain, *codes))
        expected = load(tmp_path, png(pixels, 8, 2, (b"cICP", bytes([*codes, 0, 1]))))
        assert (loaded.rgb == expected.rgb).all()
        assert (loaded.rgb != pixels).any()
        assert loaded.notes[0].startswith(f"nclx {name} converted to sRGB")
    for codes in ((1, 13), (2, 2), (1, 2)):
        untouched = load(tmp_path, with_nclx(plain, *codes))
        assert (untouched.rgb == pixels).all()
        assert untouched.notes == ()
    assert load(tmp_path, with_nclx(plain, 9, 200)).notes == ("nclx 9/200 not known: read as sRGB",)


@needs_avif
def test_a_profile_in_avif_outranks_its_code_points(tmp_path: Path) -> None:
    profile = rgb_profile("Adobe RGB", ADOBE_RGB, ADOBE_GAMMA)
    data = saved(Image.fromarray(PHOTO), "AVIF", quality=100, icc_profile=profile)
    loaded = load(tmp_path, with_nclx(data, 9, 16) if b"colrnclx" in data else data)
    assert loaded.notes == ("ICC profile 'Adobe RGB' converted to sRGB",)


@needs_avif
@pytest.mark.parametrize("bits", [10, 12])
def test_deep_avif_is_decoded_at_its_depth(tmp_path: Path, codecs, bits: int) -> None:  # type: ignore[no-untyped-def]
    """PQ of sRGB values at 203 cd/m²: 8 bits of PQ would be three levels off."""
    white = 2**bits - 1
    values = RNG.integers(0, white + 1, (24, 32, 3)).astype(np.uint16)
    data = codecs.avif_encode(
        values, level=100, bitspersample=bits, pixelformat="444", primaries=1, transfer=8, matrix=0
    )
    loaded = load(tmp_path, data)
    assert np.abs(loaded.rgb - srgb_encoded(values / white)).max() <= 0.55
    assert loaded.notes == (f"{bits}-bit scaled to 8-bit", "nclx BT.709, linear converted to sRGB")
    assert (opencv(data) == values).all()


@needs_avif
def test_deep_avif_without_codecs_is_read_at_8_bits_and_noted(
    tmp_path: Path, codecs, monkeypatch: pytest.MonkeyPatch
) -> None:  # type: ignore[no-untyped-def]
    values = RNG.integers(0, 1024, (24, 32, 3)).astype(np.uint16)
    data = codecs.avif_encode(values, level=100, bitspersample=10, pixelformat="444", matrix=0)
    monkeypatch.setitem(sys.modules, "imagecodecs", None)
    loaded = load(tmp_path, data)
    assert np.abs(loaded.rgb - values * (255 / 1023)).max() <= 1
    assert loaded.notes == ("10-bit decoded at 8 bits",)


def test_deep_heic_is_decoded_at_its_depth(tmp_path: Path) -> None:
    heif = pytest.importorskip("pillow_heif", reason="pillow-heif is not installed")
    values = RNG.integers(0, 1024, (64, 64, 3)).astype(np.uint16)
    buffer = io.BytesIO()
    heif.from_bytes("RGB;10", (64, 64), values.tobytes()).save(
        buffer, quality=-1, chroma=444, matrix_coefficients=0
    )
    loaded = load(tmp_path, with_nclx(buffer.getvalue(), 1, 8))
    assert np.abs(loaded.rgb - srgb_encoded(values / 1023)).max() <= 0.55
    assert loaded.notes == ("10-bit scaled to 8-bit", "nclx BT.709, linear converted to sRGB")


# 16 bits through a profile


@pytest.mark.parametrize("kind", ["grey", "rgb", "grey in rgb", "rgba"])
def test_16_bits_go_through_a_linear_profile_at_16_bits(tmp_path: Path, codecs, kind: str) -> None:  # type: ignore[no-untyped-def]
    channels = {"grey": 1, "grey in rgb": 1, "rgb": 3, "rgba": 4}[kind]
    values = np.repeat(np.arange(1024, dtype=np.uint16).reshape(32, 32, 1), channels, axis=2)
    if kind == "rgba":
        values[..., 3] = 65535
    profile = grey_profile(1.0) if kind == "grey" else rgb_profile("Linear", SRGB_D50, 1.0)
    loaded = load(tmp_path, png(values, 16, {1: 0, 3: 2, 4: 6}[channels], iccp(profile)))
    assert np.abs(loaded.rgb - srgb_encoded(values[..., :1] / 65535)).max() <= 0.6
    assert loaded.notes[0] == "16-bit scaled to 8-bit"


def test_a_float_tiff_goes_through_its_profile_at_16_bits(tmp_path: Path, codecs) -> None:  # type: ignore[no-untyped-def]
    tifffile = pytest.importorskip("tifffile")
    values = np.repeat(np.linspace(0, 1, 4096, dtype=np.float32).reshape(64, 64, 1), 3, axis=2)
    profile = rgb_profile("Linear", SRGB_D50, 1.0)
    tifffile.imwrite(tmp_path / "a.tif", values, photometric="rgb", iccprofile=profile)
    loaded = load_image(tmp_path / "a.tif", NATIVE)
    assert np.abs(loaded.rgb - srgb_encoded(values)).max() <= 0.65
    assert loaded.notes == ("float 0…1 scaled to 8-bit", "ICC profile 'Linear' converted to sRGB")


def test_16_bit_cmyk_goes_through_its_profile_at_16_bits(tmp_path: Path, codecs) -> None:  # type: ignore[no-untyped-def]
    tifffile = pytest.importorskip("tifffile")
    inks = np.zeros((4, 64, 4), dtype=np.uint16)
    inks[..., 3] = np.arange(256).reshape(4, 64) * 257
    tifffile.imwrite(tmp_path / "a.tif", inks, photometric="separated", iccprofile=cmyk_profile())
    lightness = 100 * (1 - inks[..., 3:] / 65535)
    light = np.where(lightness > 8, ((lightness + 16) / 116) ** 3, lightness * 27 / 24389)
    assert np.abs(load_image(tmp_path / "a.tif", NATIVE).rgb - srgb_encoded(light)).max() <= 1.2


@pytest.mark.usefixtures("without_codecs")
def test_a_profile_that_is_applied_at_8_bits_says_so(tmp_path: Path) -> None:
    values = np.repeat(np.arange(256).reshape(16, 16, 1) * 257, 3, axis=2)
    loaded = load(tmp_path, png(values, 16, 2, iccp(rgb_profile("Linear", SRGB_D50, 1.0))))
    assert np.abs(loaded.rgb - srgb_encoded(values / 65535)).max() <= 1.2
    assert loaded.notes == (
        "16-bit scaled to 8-bit",
        "ICC profile 'Linear' converted to sRGB",
        "profile applied at 8 bits: imagecodecs is not installed",
    )


def test_a_profile_of_srgb_leaves_16_bits_as_they_are(tmp_path: Path) -> None:
    values = RNG.integers(0, 65536, (16, 16, 3))
    curve = np.linspace(0, 1, 1024)
    curve = np.rint(65535 * np.where(curve <= 0.04045, curve / 12.92, ((curve + 0.055) / 1.055) ** 2.4))
    loaded = load(tmp_path, png(values, 16, 2, iccp(rgb_profile("sRGB", SRGB_D50, 1.0, curve))))
    assert (loaded.rgb == np.rint(values / 257)).all()
    assert loaded.notes == ("16-bit scaled to 8-bit",)


# Orientation outside PNG


XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description tiff:Orientation="6"/></x:xmpmeta>'


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "TIFF"])
def test_an_orientation_in_xmp_alone_is_noted_and_not_applied(tmp_path: Path, kind: str) -> None:
    options: dict[str, object] = {"xmp": XMP}
    if kind == "TIFF":
        options = {"tiffinfo": {700: XMP}}
    image = Image.fromarray(PHOTO)
    loaded = load(tmp_path, saved(image, kind, **options))
    assert loaded.source_size == (32, 24)
    assert loaded.notes == ("XMP orientation 6 not applied: not in EXIF",)
    if kind != "TIFF":
        turned = load(tmp_path, saved(image, kind, **options, exif=b"Exif\0\0" + exif(8)))
        assert turned.source_size == (24, 32)
        assert turned.notes == ("EXIF rotation applied",)
