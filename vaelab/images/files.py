"""Image files as bytes: reading them, opening them with Pillow, and what to say when that fails."""

from __future__ import annotations

import importlib
import os
import re
import stat
import struct
import warnings
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageFile, UnidentifiedImageError

from vaelab.errors import ImageError, one_line, why

EXTENSIONS = frozenset(
    ".png .apng .jpg .jpeg .jpe .jfif .mpo .webp .avif .bmp .dib .tif .tiff .gif .jp2 .j2k .j2c .jpc .jpf "  # noqa: SIM905 - thirty lines otherwise
    ".jpx .jxl .heic .heif .hif .ppm .pgm .pbm .pnm .qoi".split()
)
"""What counts as an image in a folder, lower case."""

# Formats of photographs and charts; Pillow's other readers start Ghostscript, or guess without a signature.
_FORMATS = (
    "PNG",
    "JPEG",
    "WEBP",
    "AVIF",
    "GIF",
    "BMP",
    "DIB",
    "TIFF",
    "JPEG2000",
    "PPM",
    "QOI",
    "JXL",
    "HEIF",
)

MAX_PIXELS = 256_000_000
"""Largest image that is decoded: above any camera (200 Mpx), and about 1 GiB as Pillow holds it."""

MAX_BYTES = 8 * MAX_PIXELS
"""Largest file that is read: MAX_PIXELS of uncompressed 16-bit RGBA."""

_PILLOW_WARNINGS = ("ignore", None, Warning, re.compile(r"PIL\."), 0)


def quoted(path: Path | str) -> str:
    """Return a path or name in quotes, fit for one line of text: control characters and invalid UTF-8 escaped."""
    return f"'{one_line(str(path))}'"


def read_bytes(path: Path) -> bytes:
    """Read a whole image file.

    Raises:
        ImageError: it cannot be read, is no regular file, is empty, or is larger than MAX_BYTES.
    """
    name = quoted(path.name)
    try:
        # Asked before opening: opening a pipe would wait for a writer for ever.
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise ImageError(
                f"{name} is a folder, not an image: rename it, or name it as a folder of images."
            )
        if not stat.S_ISREG(mode):
            raise ImageError(
                f"{name} is a pipe or device, not an image file: save the image to a file first."
            )
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > MAX_BYTES:
                raise ImageError(
                    f"{name} is larger than {MAX_BYTES / 2**30:.1f} GiB: scale the image down first."
                )
            data = file.read()
    except FileNotFoundError:
        raise ImageError(
            f"{name} is not there any more: it was moved or deleted; list the folder again."
        ) from None
    except PermissionError:
        raise ImageError(
            f"{name} cannot be read: permission denied; change the file's permissions."
        ) from None
    except (OSError, ValueError) as error:
        raise ImageError(
            f"{name} cannot be read ({why(error)}): check the disk or network it lies on."
        ) from None
    except MemoryError:
        raise ImageError(f"{name} does not fit into memory: scale the image down first.") from None
    if not data:
        raise ImageError(f"{name} is empty (0 bytes): copy or download it again.")
    return data


def open_image(data: bytes, path: Path) -> ImageFile.ImageFile:
    """Open an image from memory; its pixels are not decoded yet.

    This is ``Image.open`` over Pillow's own registry with another size limit: ``Image.open`` refuses images
    above 179 Mpx, legitimate ones among them, and its limit is one global for everything in the process.

    Args:
        data: the file's bytes.
        path: where they came from, for messages.

    Raises:
        ImageError: not an image, damaged, of a kind that is not read, or larger than MAX_PIXELS.
    """
    _ignore_pillow_warnings()
    Image.init()
    _register_optional_reader(data, path)
    for name in _FORMATS:
        if name not in Image.OPEN:
            continue
        factory, accept = Image.OPEN[name]
        try:
            answer = accept is None or accept(data[:16])
            if isinstance(answer, str) or not answer:  # a str says that Pillow was built without this format
                continue
            image = factory(BytesIO(data), "")
        except (SyntaxError, IndexError, TypeError, struct.error):
            continue  # as Image.open does: the signature misled, another reader may do
        except Exception as error:  # noqa: BLE001 - a reader that is given damaged bytes may raise anything
            raise damaged(path, data, error) from None
        check_size(image.size, path)
        return image
    raise damaged(path, data, UnidentifiedImageError())


def check_size(size: tuple[int, int], path: Path) -> None:
    """Refuse images without pixels and decompression bombs.

    Raises:
        ImageError: width or height is 0, or there are more than MAX_PIXELS.
    """
    width, height = size
    if width < 1 or height < 1:
        raise ImageError(f"{quoted(path.name)} has no pixels ({width} × {height}): save it again.")
    if width * height > MAX_PIXELS:
        raise ImageError(
            f"{quoted(path.name)} would decode to {width} × {height} px, above the limit of {MAX_PIXELS // 10**6} "
            f"megapixels that guards the memory: scale it down first."
        )


def damaged(path: Path, data: bytes, error: Exception) -> ImageError:
    """Return the error for bytes that no reader could make an image of: what they are, if that can be told."""
    name = quoted(path.name)
    if isinstance(error, MemoryError):
        return ImageError(f"{name} does not fit into memory: scale the image down first.")
    if isinstance(error, Image.DecompressionBombError):
        return ImageError(f"{name} has more pixels than can be decoded safely: scale the image down first.")
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")) or (head.startswith(b"<") and b"<html" in head):
        return ImageError(
            f"{name} is a web page, not an image: it was probably saved from a failed download; download it again."
        )
    if data.startswith(b"version https://git-lfs"):
        return ImageError(f"{name} is a Git LFS pointer, not the image itself: run git lfs pull.")
    if b"<svg" in head:
        return ImageError(f"{name} is an SVG drawing, which has no pixels yet: export it as PNG.")
    if data.startswith(b"%PDF"):
        return ImageError(f"{name} is a PDF document, not an image: export its pages as PNG.")
    if not any(data[:65536]):
        return ImageError(f"{name} holds only zero bytes, as an interrupted copy leaves them: copy it again.")
    if isinstance(error, UnidentifiedImageError):
        if data.startswith((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")):
            return ImageError(
                f"{name} is a TIFF or camera raw of a kind that is not read: save it as 16-bit PNG."
            )
        if _is_text(data[:1024]):
            return ImageError(f"{name} is a text file, not an image: remove it or download the image again.")
        return ImageError(
            f"{name} is not an image that can be read: it is damaged or of an unknown format; remove it or save it as PNG."
        )
    reason = " ".join(str(error).split()) or type(error).__name__
    return ImageError(f"{name} is cut off or damaged ({reason}): copy or download it again.")


def _is_text(head: bytes) -> bool:
    return head.isascii() and all(byte >= 32 or byte in b"\t\r\n" for byte in head)


def _ignore_pillow_warnings() -> None:
    """Keep Pillow's warnings (large image, odd EXIF, …) off the terminal: what matters of them is in the notes.

    One narrow filter, put in once and left there. ``warnings.catch_warnings`` restores the process's
    filters on exit, which goes wrong as soon as two threads decode at once.
    """
    if _PILLOW_WARNINGS not in warnings.filters:
        warnings.filterwarnings("ignore", module=r"PIL\.")


def _register_optional_reader(data: bytes, path: Path) -> None:
    """Bring in the reader of a format that Pillow itself lacks, when a file of that format turns up."""
    if data.startswith((b"\xff\x0a", b"\0\0\0\x0cJXL \r\n\x87\n")):
        kind, format_name, module, package = "JPEG XL", "JXL", "pillow_jxl", "pillow-jxl-plugin"
    elif data[4:8] == b"ftyp" and data[8:12] in (
        b"heic",
        b"heix",
        b"heim",
        b"heis",
        b"hevc",
        b"hevx",
        b"mif1",
        b"msf1",
    ):
        kind, format_name, module, package = "HEIC", "HEIF", "pillow_heif", "pillow-heif"
    else:
        return
    if format_name in Image.OPEN:
        return
    try:
        reader = importlib.import_module(module)
    except ImportError:
        # An AVIF may carry the generic brand mif1 first; Pillow's own reader decides.
        if format_name == "HEIF" and b"avif" in data[:64]:
            return
        raise ImageError(
            f"{quoted(path.name)} is a {kind} image, which needs one more package: install {package}, or save it as PNG."
        ) from None
    if format_name == "HEIF":
        reader.register_heif_opener()
