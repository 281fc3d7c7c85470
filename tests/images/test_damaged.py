"""Damaged image files, at random but always the same ones: each is read, or refused in one sentence."""

from __future__ import annotations

import importlib.util
import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hostile.image_bytes import (
    ADOBE_GAMMA,
    ADOBE_RGB,
    exif,
    iccp,
    png,
    rgb_profile,
    with_jp2_color,
    with_nclx,
)
from PIL import Image, features

from vaelab.errors import ImageError
from vaelab.images import Preparation, files, load_image

RNG = np.random.default_rng(13)
EIGHT = RNG.integers(0, 256, (20, 24, 3), dtype=np.uint8)
SIXTEEN = RNG.integers(0, 65536, (20, 24, 3), dtype=np.uint16)
PROFILE = rgb_profile("Adobe RGB", ADOBE_RGB, ADOBE_GAMMA)


def saved(kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(EIGHT).save(buffer, kind, **options)
    return buffer.getvalue()


def tiff(values: np.ndarray, **options: object) -> bytes:
    tifffile = pytest.importorskip("tifffile")
    buffer = io.BytesIO()
    tifffile.imwrite(buffer, values, photometric="rgb", **options)
    return buffer.getvalue()


SEEDS = {
    "png with code points": lambda: png(SIXTEEN, 16, 2, (b"cICP", bytes([9, 16, 0, 1])), (b"eXIf", exif(6))),
    "png with a profile": lambda: png(SIXTEEN, 16, 2, iccp(PROFILE)),
    "png with gama": lambda: png(
        EIGHT,
        8,
        2,
        (b"gAMA", struct.pack(">I", 100000)),
        (b"cHRM", struct.pack(">8I", 31270, 32900, 64000, 33000, 21000, 71000, 15000, 6000)),
        (b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(b'tiff:Orientation="6"')),
    ),
    "jp2": lambda: with_jp2_color(saved("JPEG2000"), b"\2\0\0" + PROFILE),
    "webp": lambda: saved("WEBP", icc_profile=PROFILE, exif=b"Exif\0\0" + exif(6)),
    "planar tiff": lambda: tiff(
        np.moveaxis(SIXTEEN, 2, 0).copy(), planarconfig="separate", compression="zlib"
    ),
    "float tiff": lambda: tiff(EIGHT.astype(np.float32) / 255, iccprofile=PROFILE),
}
if features.check("avif"):
    SEEDS["avif"] = lambda: with_nclx(saved("AVIF"), 9, 18)
if importlib.util.find_spec("imagecodecs"):
    import imagecodecs

    SEEDS |= {
        "deep jp2": lambda: imagecodecs.jpeg2k_encode(SIXTEEN, level=0, reversible=True),
        "deep avif": lambda: imagecodecs.avif_encode(
            SIXTEEN >> 6, level=90, bitspersample=10, pixelformat="444", primaries=9, transfer=16, matrix=9
        ),
        "lzw tiff": lambda: tiff(SIXTEEN, compression="lzw", predictor=True, iccprofile=PROFILE),
        "webp tiff": lambda: tiff(EIGHT, compression="webp"),
        "zstd tiff": lambda: tiff(SIXTEEN, compression="zstd"),
    }


def damaged(data: bytes, rng: np.random.Generator) -> bytes:
    """Cut the bytes off somewhere, or change a few of them, most of these at the beginning."""
    kind = rng.integers(4)
    if kind == 0:
        return data[: rng.integers(len(data))]
    changed = bytearray(data)
    for _ in range(rng.integers(1, 6)):
        reach = len(changed) if rng.random() < 0.3 else min(len(changed), 300)
        place = int(rng.integers(reach))
        if kind == 1:
            changed[place] ^= 1 << int(rng.integers(8))
        elif kind == 2:
            changed[place] = int(rng.choice([0, 1, 127, 128, 255]))
        else:
            changed[place : place + 4] = rng.choice([b"\xff" * 4, bytes(4), b"\x7f\xff\xff\xff"])
    return bytes(changed)


def with_right_checksums(data: bytes) -> bytes:
    """The same PNG with checksums that fit, so that what was damaged is looked at."""
    mended, place = bytearray(data), 8
    while place + 12 <= len(mended):
        end = place + 12 + int.from_bytes(mended[place : place + 4], "big")
        if end > len(mended):
            break
        mended[end - 4 : end] = struct.pack(">I", zlib.crc32(mended[place + 4 : end - 4]))
        place = end
    return bytes(mended)


@pytest.mark.parametrize("kind", SEEDS)
def test_a_damaged_file_is_read_or_refused_in_one_sentence(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_PIXELS", 100_000)  # quick: a header may claim any size below it
    whole = SEEDS[kind]()
    path = tmp_path / "a.img"
    path.write_bytes(whole)
    assert load_image(path, Preparation()).source_size in ((24, 20), (20, 24))
    rng = np.random.default_rng(zlib.crc32(kind.encode()))
    refused = 0
    for number in range(60):
        data = damaged(whole, rng)
        path.write_bytes(with_right_checksums(data) if kind.startswith("png") and number % 2 else data)
        try:
            loaded = load_image(path, Preparation(size=16))
        except ImageError as error:
            text = str(error)
            assert text.startswith("'a.img' "), text
            assert text.endswith("."), text
            assert text.isprintable(), text
            assert len(text) < 400, text
            refused += 1
        else:
            assert loaded.rgb.dtype == np.uint8
            assert loaded.rgb.shape[2] == 3
            assert all(note.isprintable() and len(note) < 400 for note in loaded.notes), loaded.notes
    assert refused > 0
