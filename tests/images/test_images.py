"""Loading images: formats, orientation, sizes, bad files, threads."""

from __future__ import annotations

import hashlib
import io
import os
import struct
import subprocess
import sys
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import skimage.data
from PIL import Image, ImageOps, features
from project import ROOT

from vaelab.errors import ImageError
from vaelab.images import Preparation, files, load_image

NATIVE = Preparation(fit="native")
ASTRONAUT = Image.fromarray(skimage.data.astronaut())
CHELSEA = Image.fromarray(skimage.data.chelsea())  # 451 × 300


def saved(image: Image.Image, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, **options)
    return buffer.getvalue()


# Formats


LOSSLESS = {
    "a.png": {},
    "a.webp": {"lossless": True},
    "a.bmp": {},
    "a.tif": {},
    "b.tif": {"compression": "tiff_lzw"},
    "a.jp2": {"irreversible": False},
    "a.ppm": {},
    "a.qoi": {},
}


@pytest.mark.parametrize("name", LOSSLESS)
def test_a_lossless_file_gives_back_the_photograph(tmp_path: Path, name: str) -> None:
    CHELSEA.save(tmp_path / name, **LOSSLESS[name])
    loaded = load_image(tmp_path / name, NATIVE)
    assert (loaded.rgb == np.asarray(CHELSEA)).all()
    assert loaded.rgb.dtype == np.uint8
    assert loaded.rgb.flags.c_contiguous
    assert not loaded.rgb.flags.writeable
    assert loaded.notes == ()
    assert loaded.source_size == (451, 300)
    assert loaded.sha256 == hashlib.sha256((tmp_path / name).read_bytes()).hexdigest()


@pytest.mark.parametrize("name", ["a.jpg", "a.jfif", "a.avif"])
def test_a_lossy_file_is_decoded_as_pillow_does(tmp_path: Path, name: str) -> None:
    if name == "a.avif" and not features.check("avif"):
        pytest.skip("this Pillow was built without AVIF")
    CHELSEA.save(tmp_path / name, format="JPEG" if name != "a.avif" else None, quality=90)
    with Image.open(tmp_path / name) as image:
        assert (load_image(tmp_path / name, NATIVE).rgb == np.asarray(image)).all()


@pytest.mark.parametrize("name", ["a.gif", "a.webp", "a.tif", "a.png"])
def test_the_first_of_several_frames_is_taken_and_noted(tmp_path: Path, name: str) -> None:
    frames = [Image.new("RGB", (16, 16), color) for color in ("red", "lime", "blue")]
    frames[0].save(
        tmp_path / name,
        save_all=True,
        append_images=frames[1:],
        **({"lossless": True} if name == "a.webp" else {}),
    )
    loaded = load_image(tmp_path / name, NATIVE)
    assert (loaded.rgb == (255, 0, 0)).all()
    assert loaded.notes == ("first of 3 frames",)


def test_jpeg_xl_is_read_by_its_plugin(tmp_path: Path) -> None:
    """Orientation: the codestream's own rules, EXIF does not turn it again (ISO 18181-2); a packed JPEG is turned."""
    pytest.importorskip("pillow_jxl", reason="pillow-jxl-plugin is not installed")
    exif = Image.Exif()
    exif[0x0112] = 6
    CHELSEA.save(tmp_path / "a.jxl", lossless=True, exif=exif.tobytes())
    loaded = load_image(tmp_path / "a.jxl", NATIVE)
    assert (loaded.rgb == np.asarray(CHELSEA)).all()
    assert loaded.notes == ()


@pytest.mark.parametrize(
    ("head", "kind"),
    [(b"\xff\x0a" + bytes(40), "JPEG XL"), (b"\0\0\0\x18ftypheic" + bytes(40), "HEIC")],
)
def test_a_missing_optional_reader_is_named(
    tmp_path: Path, head: bytes, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module, name in (("pillow_jxl", "JXL"), ("pillow_heif", "HEIF")):
        monkeypatch.setitem(sys.modules, module, None)
        monkeypatch.delitem(Image.OPEN, name, raising=False)
    (tmp_path / "a.jxl").write_bytes(head)
    with pytest.raises(ImageError, match=f"is a {kind} image, which needs one more package: install pillow-"):
        load_image(tmp_path / "a.jxl", NATIVE)


# Orientation


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.tif", "b.tif", "16.png", "16.tif"])
def test_every_exif_orientation_is_applied_once(tmp_path: Path, orientation: int, name: str) -> None:
    image = CHELSEA.crop((100, 50, 164, 90))
    if name.startswith("16"):
        image = Image.fromarray(np.asarray(image.convert("L")).astype(np.uint16) * 257)
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {
        "a.webp": {"lossless": True},
        "b.tif": {"compression": "tiff_deflate"},
        "a.jpg": {"quality": 95},
    }
    image.save(tmp_path / name, exif=exif, **options.get(name, {}))
    loaded = load_image(tmp_path / name, NATIVE)
    turns = {
        1: "",
        2: "h",
        3: "hv",
        4: "v",
        5: "t",
        6: "th",
        7: "thv",
        8: "tv",
    }  # undoing, as array operations
    with Image.open(saved_without_exif(tmp_path / name)) as plain:
        expected = np.asarray(plain.convert("RGB") if not name.startswith("16") else image)
    if name.startswith("16"):
        expected = np.repeat((expected // 257).astype(np.uint8)[..., None], 3, axis=2)
    for turn in turns[orientation]:
        expected = {"h": expected[:, ::-1], "v": expected[::-1], "t": expected.swapaxes(0, 1)}[turn]
    assert (loaded.rgb == expected).all()
    assert loaded.source_size == (expected.shape[1], expected.shape[0])
    assert [note for note in loaded.notes if "bit" not in note] == (
        ["EXIF rotation applied"] if orientation > 1 else []
    )


def saved_without_exif(path: Path) -> io.BytesIO:
    """The same pixels, unturned, whatever the format's reader does by itself."""
    if path.suffix == ".tif":
        return io.BytesIO(saved(CHELSEA.crop((100, 50, 164, 90)), format="PNG"))
    with Image.open(path) as image:
        image.load()
        image.info.clear()
        return io.BytesIO(saved(Image.frombytes(image.mode, image.size, image.tobytes()), format="PNG"))


def test_broken_exif_does_not_cost_the_image(tmp_path: Path) -> None:
    CHELSEA.save(tmp_path / "a.jpg", exif=b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + b"\x12\x01\x03\0\xff" * 9)
    assert load_image(tmp_path / "a.jpg", NATIVE).rgb.shape == (300, 451, 3)


# Sizes


def lanczos_reference(image: Image.Image, width: int, height: int) -> np.ndarray:
    """Separable Lanczos, a = 3, antialiased, in float64: what "resize" means, without Pillow."""
    values = np.asarray(image, dtype=np.float64)
    for axis, size in ((1, width), (0, height)):
        source = values.shape[axis]
        scale = source / size
        reach = max(scale, 1.0)
        distance = (np.arange(source) + 0.5 - (np.arange(size)[:, None] + 0.5) * scale) / reach
        weights = np.where(np.abs(distance) < 3, np.sinc(distance) * np.sinc(distance / 3), 0)
        weights /= weights.sum(axis=1, keepdims=True)
        values = np.moveaxis(np.tensordot(weights, values, axes=(1, axis)), 0, axis)
        values = np.rint(values).clip(0, 255)  # Pillow rounds between its two passes
    return values


@pytest.mark.parametrize(
    ("fit", "shape"),
    [("crop", (128, 128)), ("fit", (85, 128)), ("stretch", (128, 128)), ("native", (300, 451))],
)
def test_each_fit_resizes_as_defined(tmp_path: Path, fit: str, shape: tuple[int, int]) -> None:
    CHELSEA.save(tmp_path / "a.png")
    loaded = load_image(tmp_path / "a.png", Preparation(size=128, fit=fit))
    assert loaded.rgb.shape == (*shape, 3)
    if fit == "crop":  # 451 × 300 becomes 192 × 128, of which the middle is taken
        expected = lanczos_reference(CHELSEA, 192, 128)[:, 32:160]
    elif fit == "native":
        expected = np.asarray(CHELSEA)
    else:
        expected = lanczos_reference(CHELSEA, shape[1], shape[0])
    assert np.abs(loaded.rgb - expected).max() <= 1.01
    assert loaded.notes == ()


@pytest.mark.parametrize("size", [(301, 200), (200, 301), (256, 256), (255, 64), (64, 255)])
def test_crop_equals_resize_then_centre_square(tmp_path: Path, size: tuple[int, int]) -> None:
    image = ASTRONAUT.resize(size)
    image.save(tmp_path / "a.png")
    loaded = load_image(tmp_path / "a.png", Preparation(size=60))
    short = min(size)
    whole = image.resize((round(size[0] * 60 / short), round(size[1] * 60 / short)), Image.Resampling.LANCZOS)
    left, top = (whole.width - 60) // 2, (whole.height - 60) // 2
    expected = np.asarray(whole)[top : top + 60, left : left + 60]
    assert np.abs(loaded.rgb.astype(int) - expected).max() <= 1


@pytest.mark.parametrize(
    ("fit", "shape"), [("crop", (300, 300)), ("fit", (300, 451)), ("stretch", (300, 451))]
)
def test_small_images_keep_their_own_pixels_and_say_so(
    tmp_path: Path, fit: str, shape: tuple[int, int]
) -> None:
    CHELSEA.save(tmp_path / "a.png")
    loaded = load_image(tmp_path / "a.png", Preparation(size=512, fit=fit))
    left = 75 if fit == "crop" else 0
    assert (loaded.rgb == np.asarray(CHELSEA)[:, left : left + shape[1]]).all()
    assert loaded.rgb.shape == (*shape, 3)
    assert loaded.rgb.flags.c_contiguous
    assert not loaded.rgb.flags.writeable
    assert loaded.notes == ("smaller than 512 px: own pixels kept",)


@pytest.mark.parametrize(
    ("fit", "shape"), [("crop", (512, 512)), ("fit", (341, 512)), ("stretch", (512, 512))]
)
def test_upscale_enlarges(tmp_path: Path, fit: str, shape: tuple[int, int]) -> None:
    CHELSEA.save(tmp_path / "a.png")
    loaded = load_image(tmp_path / "a.png", Preparation(size=512, fit=fit, upscale=True))
    assert loaded.rgb.shape == (*shape, 3)
    assert loaded.notes == ()


def test_an_image_of_the_right_size_is_not_resampled(tmp_path: Path) -> None:
    ASTRONAUT.crop((0, 0, 512, 300)).save(tmp_path / "a.png")
    loaded = load_image(tmp_path / "a.png", Preparation(size=300))
    assert (loaded.rgb == np.asarray(ASTRONAUT)[:300, 106:406]).all()


@pytest.mark.parametrize("size", [(1, 1), (8, 20000), (20000, 8), (3, 512)])
@pytest.mark.parametrize("fit", ["crop", "fit", "stretch", "native"])
@pytest.mark.parametrize("upscale", [False, True])
def test_extreme_shapes_load(tmp_path: Path, size: tuple[int, int], fit: str, upscale: bool) -> None:
    Image.new("RGB", size, (1, 2, 3)).save(tmp_path / "a.png")
    loaded = load_image(tmp_path / "a.png", Preparation(size=512, fit=fit, upscale=upscale))
    height, width = loaded.rgb.shape[:2]
    enlarged = {"crop": (512, 512), "stretch": (512, 512)}
    if upscale and fit in enlarged:
        assert (width, height) == enlarged[fit]
    if fit == "crop" and not upscale:
        assert width == height == min(*size, 512)
    if fit == "fit" and max(size) >= 512:
        assert max(width, height) == 512
    assert (loaded.rgb == (1, 2, 3)).all()


# Bad files


def bomb(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"")), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


PNG, JPEG = saved(CHELSEA, format="PNG"), saved(CHELSEA, format="JPEG")
BAD = {
    "empty": (b"", r"is empty \(0 bytes\)"),
    "web page": (
        b"\n <!DOCTYPE html><html><body>404</body></html>",
        "is a web page, not an image: it was probably",
    ),
    "lfs": (b"version https://git-lfs.github.com/spec/v1\noid sha256:00\n", "is a Git LFS pointer"),
    "svg": (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "is an SVG drawing"),
    "text": (b'{"error": "not found"}', "is a text file"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "is a PDF document"),
    "zeros": (bytes(5000), "holds only zero bytes"),
    "noise": (b"\x93\x17\xfe\x00" * 300, "is not an image that can be read"),
    "truncated png": (PNG[: len(PNG) // 2], "is cut off or damaged"),
    "truncated jpeg": (JPEG[: len(JPEG) // 2], "is cut off or damaged"),
    "png head": (PNG[:20], "cut off or damaged|not an image"),
    "truncated webp": (saved(CHELSEA, format="WEBP")[:3000], "cut off or damaged|not an image"),
    "truncated tiff": (saved(CHELSEA, format="TIFF")[:3000], "cut off"),
    "tiff without data": (b"II*\0\x08\0\0\0" + bytes(6), "cut off|has no pixels"),
    "no pixels": (bomb(0, 5), "cut off or damaged|has no pixels|not an image"),
    "bomb": (bomb(30000, 30000), "above the limit of 256 megapixels"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_one_sentence(tmp_path: Path, kind: str) -> None:
    data, message = BAD[kind]
    path = tmp_path / "photo.jpg"
    path.write_bytes(data)
    with pytest.raises(ImageError, match=message) as caught:
        load_image(path, NATIVE)
    text = str(caught.value)
    assert text.startswith("'photo.jpg' ")
    assert text.endswith(".")
    assert "\n" not in text
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_paths_that_cannot_be_read_are_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ImageError, match="'gone.png' is not there any more"):
        load_image(tmp_path / "gone.png", NATIVE)
    (tmp_path / "folder.png").mkdir()
    with pytest.raises(ImageError, match="'folder.png' is a folder"):
        load_image(tmp_path / "folder.png", NATIVE)
    (tmp_path / "a.png").write_bytes(PNG)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        with pytest.raises(ImageError, match="permission denied"):
            load_image(tmp_path / "a.png", NATIVE)
    monkeypatch.setattr(files, "MAX_BYTES", 1000)
    with pytest.raises(ImageError, match="is larger than"):
        load_image(tmp_path / "a.png", NATIVE)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.png")
    with pytest.raises(ImageError, match="is a pipe or device"):
        load_image(tmp_path / "a.png", NATIVE)


def test_an_image_above_pillows_own_limit_is_opened(tmp_path: Path) -> None:
    """200 Mpx cameras exist; Pillow's Image.open refuses more than 179 Mpx."""
    data = bomb(14000, 14000)
    with pytest.raises(Image.DecompressionBombError):
        Image.open(io.BytesIO(data))
    with files.open_image(data, tmp_path / "a.png") as image:
        assert image.size == (14000, 14000)


def test_nothing_is_printed_whatever_pillow_warns_about(tmp_path: Path) -> None:
    """A fresh process with Python's default filters: a 100 Mpx image, odd EXIF, palette with byte transparency."""
    Image.new("1", (10000, 10000)).save(tmp_path / "large.png")
    CHELSEA.save(tmp_path / "exif.jpg", exif=b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + b"\x12\x01\x03\0\xff" * 9)
    CHELSEA.convert("P").save(tmp_path / "palette.png", transparency=bytes(range(256)))
    script = (
        "import sys; from pathlib import Path; from vaelab.images import *\n"
        "for name in ('large.png', 'exif.jpg', 'palette.png'): load_image(Path(sys.argv[1]) / name, Preparation())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        cwd=ROOT,
    )
    assert (done.stdout, done.stderr) == ("", "")


def test_threads_get_what_one_thread_gets(tmp_path: Path) -> None:
    paths = []
    for number in range(24):
        path = tmp_path / f"{number}{('.png', '.jpg', '.webp')[number % 3]}"
        ImageOps.posterize(CHELSEA.rotate(number), 8 - number % 4).save(path)
        paths.append(path)
    alone = [load_image(path, Preparation(size=100)) for path in paths]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda path: load_image(path, Preparation(size=100)), paths))
    assert all(
        (one.rgb == other.rgb).all() and one.notes == other.notes
        for one, other in zip(alone, together, strict=True)
    )


@pytest.mark.parametrize("name", ["with space.png", "emoji 🦊.png", "line\nbreak.png", "ü" * 123 + ".png"])
def test_odd_names_load(tmp_path: Path, name: str) -> None:
    try:
        (tmp_path / name).write_bytes(PNG)
    except OSError:
        pytest.skip("this file system has no such names")
    assert load_image(tmp_path / name, NATIVE).rgb.shape == (300, 451, 3)
    (tmp_path / name).write_bytes(b"")
    with pytest.raises(ImageError) as caught:
        load_image(tmp_path / name, NATIVE)
    assert "\n" not in str(caught.value)
