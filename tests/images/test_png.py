"""What a PNG says beside its pixels: gAMA and cHRM, texts, checksums, orientation."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hostile.image_bytes import (
    ADOBE_GAMMA,
    ADOBE_RGB,
    SRGB_D50,
    exif,
    grey_profile,
    iccp,
    png,
    rgb_profile,
    srgb_encoded,
)
from hostile.png_colors import (
    ADOBE_CORNERS,
    PHOTO,
    SRGB_CORNERS,
    chrm,
    cicp,
    gama,
    load,
)

from vaelab.errors import ImageError
from vaelab.images.formats import png_chunks

RNG = np.random.default_rng(13)

# gAMA and cHRM


def test_gama_with_chrm_is_what_a_profile_of_the_same_numbers_is(tmp_path: Path) -> None:
    loaded = load(tmp_path, png(PHOTO, 8, 2, gama(1 / ADOBE_GAMMA), chrm(*ADOBE_CORNERS)))
    linear = (PHOTO / 255) ** ADOBE_GAMMA @ ADOBE_RGB.T @ np.linalg.inv(SRGB_D50).T
    assert np.abs(loaded.rgb - srgb_encoded(linear)).max() <= 1
    assert loaded.notes == ("PNG gAMA and cHRM converted to sRGB",)


def test_a_linear_16_bit_png_keeps_its_darks(tmp_path: Path) -> None:
    """The darkest 256 of 65536 levels are 13 levels of sRGB; after 8 bits they would be 1."""
    values = np.arange(256).reshape(16, 16, 1)
    loaded = load(tmp_path, png(values, 16, 0, gama(1.0), chrm(*SRGB_CORNERS)))
    assert np.abs(loaded.rgb - srgb_encoded(values / 65535)).max() <= 0.51
    assert len(np.unique(loaded.rgb)) == 14


def test_the_numbers_of_srgb_change_nothing(tmp_path: Path) -> None:
    for chunks in [(gama(0.45455), chrm(*SRGB_CORNERS)), (chrm(*SRGB_CORNERS),), (gama(0.45455),)]:
        loaded = load(tmp_path, png(PHOTO, 8, 2, *chunks))
        assert (loaded.rgb == PHOTO).all()
        assert loaded.notes == ()


@pytest.mark.parametrize(
    ("chunks", "note"),
    [
        ((chrm(*ADOBE_CORNERS),), "PNG cHRM without gAMA not applied: read as sRGB"),
        ((gama(1.0),), "PNG gAMA 1 not applied: read as sRGB"),
        ((gama(0.0), chrm(*ADOBE_CORNERS)), "PNG cHRM without gAMA not applied: read as sRGB"),
        ((gama(0.5), chrm(0, 0, 0, 0, 0, 0, 0, 0)), "PNG cHRM not usable: read as sRGB"),
        ((gama(0.5), chrm(0.3, 0.3, 0.2, 0.2, 0.3, 0.3, 0.4, 0.4)), "PNG cHRM not usable: read as sRGB"),
    ],
)
def test_what_is_no_color_space_is_noted(
    tmp_path: Path, chunks: tuple[tuple[bytes, bytes], ...], note: str
) -> None:
    loaded = load(tmp_path, png(PHOTO, 8, 2, *chunks))
    assert (loaded.rgb == PHOTO).all()
    assert loaded.notes == (note,)


# Chunks that are long, damaged or misplaced


def test_long_texts_and_profiles_do_not_cost_the_image(tmp_path: Path) -> None:
    text = (b"zTXt", b"Comment\0\0" + zlib.compress(bytes(2 << 20)))
    assert (load(tmp_path, png(PHOTO, 8, 2, text, (b"tEXt", b"a\0" + b"b" * (5 << 20)))).rgb == PHOTO).all()
    profile = rgb_profile("Large", ADOBE_RGB, ADOBE_GAMMA) + bytes(3 << 20)
    plain = load(tmp_path, png(PHOTO, 8, 2, iccp(rgb_profile("Large", ADOBE_RGB, ADOBE_GAMMA))))
    large = load(tmp_path, png(PHOTO, 8, 2, iccp(profile)))
    assert (large.rgb == plain.rgb).all()
    assert large.notes == ("ICC profile 'Large' converted to sRGB",)


def test_a_profile_that_unpacks_beyond_the_limit_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(png_chunks, "MAX_PROFILE", 1 << 20)
    profile = rgb_profile("Large", ADOBE_RGB, ADOBE_GAMMA) + bytes(3 << 20)
    loaded = load(tmp_path, png(PHOTO, 8, 2, iccp(profile)))
    assert (loaded.rgb == PHOTO).all()
    assert loaded.notes == ("ICC profile not usable (it cannot be unpacked): read as sRGB",)


@pytest.mark.parametrize(
    "body", [b"x\0\0not zlib at all", b"x\0\0", b"x\0\1" + zlib.compress(b"abc"), b"x", b""]
)
def test_a_profile_that_cannot_be_unpacked_is_noted(tmp_path: Path, body: bytes) -> None:
    loaded = load(tmp_path, png(PHOTO, 8, 2, (b"iCCP", body)))
    assert (loaded.rgb == PHOTO).all()
    assert loaded.notes == ("ICC profile not usable (it cannot be unpacked): read as sRGB",)


@pytest.mark.parametrize(
    "chunk",
    [
        (b"tEXt", b"Comment\0hello"),
        gama(1.0),
        cicp(12, 13, 0, 1),
        iccp(grey_profile(1.0)),
        (b"eXIf", exif(6)),
        (b"tRNS", bytes(6)),
        (b"acTL", struct.pack(">II", 3, 0)),
    ],
    ids=lambda item: item[0].decode(),
)
def test_a_wrong_checksum_beside_the_pixels_costs_only_that_chunk(
    tmp_path: Path, chunk: tuple[bytes, bytes]
) -> None:
    loaded = load(tmp_path, png(PHOTO, 8, 2, chunk, wrong=(chunk[0],)))
    assert (loaded.rgb == PHOTO).all()
    assert loaded.notes == (f"PNG chunk {chunk[0].decode()} with a wrong checksum left out",)


def test_libvips_reads_the_same_from_files_that_pillow_refuses(tmp_path: Path) -> None:
    vips = pytest.importorskip("pyvips", reason="pyvips is the independent reader")
    long_text = (b"zTXt", b"Comment\0\0" + zlib.compress(bytes(2 << 20)))
    large = iccp(rgb_profile("Large", ADOBE_RGB, ADOBE_GAMMA) + bytes(3 << 20))
    for data in (
        png(PHOTO, 8, 2, long_text),
        png(PHOTO, 8, 2, (b"tEXt", b"Comment\0hello"), wrong=(b"tEXt",)),
        png(PHOTO, 8, 2, (b"iCCP", b"x\0\0not zlib at all")),
        png(PHOTO, 8, 2, large),
    ):
        loaded = load(tmp_path, data)
        other = vips.Image.new_from_buffer(data, "")
        if other.get_typeof("icc-profile-data"):
            other = other.icc_transform(
                "srgb", embedded=True, intent="relative", black_point_compensation=True
            )
        assert np.abs(loaded.rgb.astype(int) - other.numpy()).max() <= (1 if data[37:41] == b"iCCP" else 0)


@pytest.mark.parametrize("kind", [b"IHDR", b"PLTE"])
def test_a_wrong_checksum_in_what_the_pixels_need_is_refused(tmp_path: Path, kind: bytes) -> None:
    chunks = [(b"PLTE", bytes(range(6)))]
    with pytest.raises(ImageError, match="is cut off or damaged|is not an image"):
        load(tmp_path, png(PHOTO[..., :1] % 2, 8, 3, *chunks, wrong=(kind,)))


@pytest.mark.parametrize("bits", [1, 8, 16])
def test_a_png_with_missing_rows_is_refused_and_not_black(tmp_path: Path, bits: int) -> None:
    """All checksums fit; the pixels are packed soundly, but there are too few: Pillow alone shows the rest as black."""
    whole = png(RNG.integers(0, 2, (20, 24, 1)), bits, 0)
    assert load(tmp_path, whole).source_size == (24, 20)
    header = b"IHDR" + struct.pack(">II", 24, 21) + whole[24:29]
    with pytest.raises(ImageError, match=r"is cut off or damaged \(pixels are missing\)"):
        load(tmp_path, whole[:12] + header + struct.pack(">I", zlib.crc32(header)) + whole[33:])


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (4, 5), (8, 8), (9, 17), (33, 31)])
@pytest.mark.parametrize("bits", [1, 4, 8, 16])
def test_an_interlaced_png_has_all_its_rows(tmp_path: Path, size: tuple[int, int], bits: int) -> None:
    """Adam7 written by its specification: each pass a picture of its own."""
    values = RNG.integers(0, 2**bits, (size[1], size[0], 1))
    packed = b""
    for left, top, across, down in (
        (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2),
    ):  # fmt: skip
        part = values[top::down, left::across]
        if part.size:
            plain = png(part, bits, 0)
            place = plain.index(b"IDAT")
            packed += zlib.decompress(
                plain[place + 4 : place + 4 + int.from_bytes(plain[place - 4 : place], "big")]
            )
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", *size, bits, 0, 0, 0, 1)),
        (b"IDAT", zlib.compress(packed)),
        (b"IEND", b""),
    ]
    data = png_chunks.SIGNATURE + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )
    loaded = load(tmp_path, data)
    assert (loaded.rgb == np.rint(values * (255 / (2**bits - 1)))).all()
    short = zlib.compress(packed[:-1])
    with pytest.raises(ImageError, match="pixels are missing"):
        load(
            tmp_path,
            data.replace(
                struct.pack(">I", len(chunks[1][1]))
                + b"IDAT"
                + chunks[1][1]
                + struct.pack(">I", zlib.crc32(b"IDAT" + chunks[1][1])),
                struct.pack(">I", len(short))
                + b"IDAT"
                + short
                + struct.pack(">I", zlib.crc32(b"IDAT" + short)),
            ),
        )


# Orientation


def test_exif_behind_the_pixels_is_applied_and_noted(tmp_path: Path) -> None:
    turned = np.rot90(PHOTO, -1)
    early = load(tmp_path, png(PHOTO, 8, 2, (b"eXIf", exif(6))))
    late = load(tmp_path, png(PHOTO, 8, 2, after=((b"eXIf", exif(6)),)))
    assert (early.rgb == turned).all()
    assert (late.rgb == turned).all()
    assert early.notes == ("EXIF rotation applied",)
    assert late.notes == ("eXIf chunk behind the pixels", "EXIF rotation applied")
    assert load(tmp_path, png(PHOTO, 8, 2, after=((b"eXIf", exif(1)),))).notes == ()


@pytest.mark.parametrize("kind", [b"tEXt", b"zTXt"])
def test_imagemagicks_exif_text_is_applied(tmp_path: Path, kind: bytes) -> None:
    data = b"Exif\0\0" + exif(3)
    text = f"\nexif\n{len(data):8}\n{data.hex()}\n".encode()
    body = b"Raw profile type exif\0" + (b"\0" + zlib.compress(text) if kind == b"zTXt" else text)
    loaded = load(tmp_path, png(PHOTO, 8, 2, (kind, body)))
    assert (loaded.rgb == PHOTO[::-1, ::-1]).all()
    assert loaded.notes == ("EXIF rotation applied",)


@pytest.mark.parametrize("packed", [False, True])
def test_an_orientation_in_xmp_alone_is_noted_and_not_applied(tmp_path: Path, packed: bool) -> None:
    xmp = b'<rdf:Description tiff:Orientation="6"/>'
    chunk = (
        b"iTXt",
        b"XML:com.adobe.xmp\0" + bytes([packed, 0]) + b"\0\0" + (zlib.compress(xmp) if packed else xmp),
    )
    loaded = load(tmp_path, png(PHOTO, 8, 2, chunk))
    assert (loaded.rgb == PHOTO).all()
    assert loaded.notes == ("XMP orientation 6 not applied: not in EXIF",)
    both = load(tmp_path, png(PHOTO, 8, 2, chunk, (b"eXIf", exif(3))))
    assert (both.rgb == PHOTO[::-1, ::-1]).all()
    assert both.notes == ("EXIF rotation applied",)
