"""TIFFs that Pillow does not read: read as OpenCV reads them, or refused in one sentence, and quietly."""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import PIL
import pytest
from hostile.picture_files import NATIVE, PHOTO, load, opencv, saved
from PIL import Image
from project import ROOT

from vaelab.errors import ImageError
from vaelab.images import load_image

RNG = np.random.default_rng(13)

# TIFF


@pytest.mark.parametrize(
    "layout",
    [
        {"compression": "lzw", "planarconfig": "separate"},
        {"compression": "lzw", "planarconfig": "separate", "predictor": True},
        {"compression": "zlib", "planarconfig": "separate", "predictor": True, "byteorder": ">"},
        {"compression": "zstd"},
        {"compression": "lzma", "tile": (16, 16)},
    ],
    ids=str,
)
def test_compressed_16_bit_tiffs(tmp_path: Path, codecs, layout: dict[str, object]) -> None:  # type: ignore[no-untyped-def]
    tifffile = pytest.importorskip("tifffile")
    values = RNG.integers(0, 65536, (32, 48, 3), dtype=np.uint16)
    stored = np.moveaxis(values, 2, 0).copy() if "planarconfig" in layout else values
    tifffile.imwrite(tmp_path / "a.tif", stored, photometric="rgb", **layout)
    loaded = load_image(tmp_path / "a.tif", NATIVE)
    assert (loaded.rgb == np.rint(values / 257)).all()
    assert loaded.notes == ("16-bit scaled to 8-bit",)


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("compression", ["zlib", "lzw"])
@pytest.mark.parametrize("dtype", [np.float16, np.float32])
def test_float_tiffs_with_their_predictor(
    tmp_path: Path, codecs, channels: int, compression: str, dtype: type
) -> None:  # type: ignore[no-untyped-def]
    tifffile = pytest.importorskip("tifffile")
    values = RNG.random((32, 48, channels)).astype(dtype)
    photometric = "rgb" if channels == 3 else "minisblack"
    tifffile.imwrite(
        tmp_path / "a.tif", values.squeeze(), photometric=photometric, compression=compression, predictor=3
    )
    loaded = load_image(tmp_path / "a.tif", NATIVE)
    assert np.abs(loaded.rgb - values.astype(np.float64) * 255).max() <= 0.5001
    assert loaded.notes == ("float 0…1 scaled to 8-bit",)
    if channels == 3 and dtype == np.float32:
        assert (opencv((tmp_path / "a.tif").read_bytes()) == values).all()


@pytest.mark.parametrize("channels", [3, 4])
def test_webp_in_tiff(tmp_path: Path, codecs, channels: int) -> None:  # type: ignore[no-untyped-def]
    tifffile = pytest.importorskip("tifffile")
    values = RNG.integers(0, 256, (32, 48, channels), dtype=np.uint8)
    extra = {"extrasamples": ["unassalpha"]} if channels == 4 else {}
    tifffile.imwrite(
        tmp_path / "a.tif",
        values,
        photometric="rgb",
        compression="webp",
        compressionargs={"level": -1},
        **extra,
    )
    with tifffile.TiffFile(tmp_path / "a.tif") as file:
        stored = file.pages.first.asarray()
    alpha = stored[..., 3:] / 255 if channels == 4 else 1
    assert (
        np.abs(
            load_image(tmp_path / "a.tif", NATIVE).rgb - (stored[..., :3] * alpha + 255 * (1 - alpha))
        ).max()
        <= 0.51
    )


def tiff(
    compression: int, photometric: int = 2, bits: int = 8, samples: int = 3, side: int = 8, form: int = 1
) -> bytes:
    """A TIFF of one strip of 64 bytes, little-endian, whatever its tags make of them."""
    tags = [
        (256, 4, side), (257, 4, side), (258, 3, bits), (259, 3, compression), (262, 3, photometric), (273, 4, 8),
        (277, 3, samples), (278, 4, side), (279, 4, 64), (339, 3, form),
    ]  # fmt: skip
    entries = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in tags)
    return b"II*\0" + struct.pack("<I", 72) + bytes(64) + struct.pack("<H", len(tags)) + entries + bytes(4)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (tiff(34712), "RGB, 3 × 8-bit, JPEG 2000 compression"),
        (tiff(34887), "RGB, 3 × 8-bit, LERC compression"),
        (tiff(50002), "RGB, 3 × 8-bit, JPEG XL compression"),
        (tiff(34713, 32803, 14, 1), "camera raw, 1 × 14-bit, Nikon NEF compression"),
        (tiff(777), r"RGB, 3 × 8-bit, unknown \(777\) compression"),
        (tiff(1, 32803, 16, 1), "camera raw, 1 × 16-bit, no compression"),
        (tiff(1, 34892, 16, 3), "camera raw, 3 × 16-bit, no compression"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_tiffs_that_are_not_read_are_named(tmp_path: Path, data: bytes, kind: str) -> None:
    with pytest.raises(
        ImageError, match=f"^'a.img' is a TIFF of a kind that is not read \\({kind}\\): save it as 16-bit PNG"
    ):
        load(tmp_path, data)


@pytest.mark.usefixtures("without_codecs")
@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (tiff(50001), "RGB, 3 × 8-bit, WebP compression"),
        (tiff(50000), "RGB, 3 × 8-bit, Zstandard compression"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_tiffs_name_the_package_that_is_missing(tmp_path: Path, data: bytes, kind: str) -> None:
    with pytest.raises(
        ImageError, match=f"is a TIFF \\({kind}\\), which needs one more package: install imagecodecs"
    ):
        load(tmp_path, data)


def test_a_tiff_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    """16000 px square are no bomb, as 64-bit float RGB they are: 6 GB."""
    with pytest.raises(ImageError, match="would decode to more than 1.9 GiB"):
        load(tmp_path, tiff(8, 2, 64, 3, 16000, form=3))


@pytest.mark.parametrize("dtype", [np.float32, np.uint16, np.uint8])
@pytest.mark.parametrize("layout", [{"rowsperstrip": 4}, {"tile": (16, 16)}], ids=str)
def test_a_tiff_with_missing_strips_is_refused_and_not_black(
    tmp_path: Path, dtype: type, layout: dict[str, object]
) -> None:
    """Twice as high as the strips that it has; Pillow and tifffile alone show the rest as black."""
    tifffile = pytest.importorskip("tifffile")
    values = (RNG.random((32, 48, 3)) * (1 if dtype is np.float32 else 200)).astype(dtype)
    tifffile.imwrite(tmp_path / "a.tif", values, photometric="rgb", **layout)
    data = (tmp_path / "a.tif").read_bytes()
    (height,) = {data.find(struct.pack("<HHII", 257, kind, 1, 32)) for kind in (3, 4)} - {-1}
    assert load(tmp_path, data).source_size == (48, 32)
    with pytest.raises(ImageError, match="cut off or damaged"):
        load(tmp_path, data[: height + 8] + struct.pack("<I", 64) + data[height + 12 :])


def test_libtiff_says_nothing_on_standard_error(tmp_path: Path) -> None:
    """Its complaints come from C; a process of its own shows them."""
    for place, code in enumerate((50001, 50000, 34925, 34712, 34713, 777)):
        (tmp_path / f"{place}.tif").write_bytes(tiff(code))
    bundled = [
        *Path(PIL.__file__).parent.glob("../pillow.libs/libtiff*"),
        *Path(PIL.__file__).parent.glob(".dylibs/libtiff*"),
    ]
    if bundled:
        for place, compression in enumerate(("tiff_lzw", "tiff_adobe_deflate"), 6):
            whole = saved(Image.fromarray(PHOTO), "TIFF", compression=compression)
            (tmp_path / f"{place}.tif").write_bytes(whole[:150] + b"\xff" * 400 + whole[550:])
    script = (
        "import sys; from pathlib import Path; from vaelab.errors import ImageError; from vaelab.images import *\n"
        "for path in sorted(Path(sys.argv[1]).iterdir()):\n"
        "    try: load_image(path, Preparation())\n"
        "    except ImageError: print('refused')"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        capture_output=True, text=True, check=True, timeout=60, cwd=ROOT,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("refused\n" * (8 if bundled else 6), "")
