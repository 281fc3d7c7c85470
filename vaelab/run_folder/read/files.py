r"""Open a file of a run folder: only a regular one, only inside the folder, only up to a size.

A run folder may be untrusted. A pipe in it would be waited on for ever, a device read without end, a path that leads out
would show other files, and on Windows one to another computer (``\\host\share``) would send it the user's login.
"""

from __future__ import annotations

import io
import os
import re
import stat
import struct
from pathlib import Path
from typing import BinaryIO

import numpy as np
from PIL import Image

from vaelab.arrays import Pixels
from vaelab.errors import RunFolderError, one_line, why
from vaelab.text import brief

MOST_PIXELS = 2**26
"""Pixels of the largest PNG that is read back, 8192 × 8192: as many as Qt decodes."""
_MOST_PNG_BYTES = 2**29
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# A colon makes a drive or another stream of a file on Windows, a backslash a folder or another computer.
_NEVER = re.compile(r"[\\:\x00-\x1f]")
# A pipe without a writer must not be waited for; os lacks these names on Windows, which has no such pipes in folders.
_FLAGS = os.O_RDONLY | sum(
    getattr(os, f"O_{name}", 0) for name in ("NONBLOCK", "NOCTTY", "CLOEXEC", "BINARY")
)


def open_file(folder: Path, place: str, most: int) -> BinaryIO:
    """Open a file of a run folder for reading.

    Args:
        folder: the run folder.
        place: of the file below it, parts separated by ``/``. It may come from the folder's own files.
        most: bytes that it may have.

    Raises:
        OSError: it is missing or cannot be read.
        RunFolderError: it is not a regular file, lies outside of the folder, or is too large.
    """
    shown = f"'{one_line(place)}' in '{folder}'"
    if not place or place.startswith("/") or _NEVER.search(place) or ".." in place.split("/"):
        raise RunFolderError(
            f"{shown} is no path inside the run folder, so it is not opened: the run is damaged or not VAELab's"
        )
    path = (folder / place).resolve(strict=True)
    if not path.is_relative_to(folder.resolve()):
        raise RunFolderError(
            f"{shown} is a link that leads out of the run folder, so it is not opened: put the file itself there"
        )
    irregular = RunFolderError(
        f"{shown} is not a regular file, so it is not read: take it away, or put the file itself there"
    )
    if not stat.S_ISREG(path.stat().st_mode):  # opening alone may do something to a device
        raise irregular
    file = os.fdopen(os.open(path, _FLAGS), "rb")
    try:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):  # it was replaced meanwhile
            raise irregular
        if status.st_size > most:
            raise RunFolderError(
                f"{shown} has {status.st_size / 1e6:,.0f} MB, more than the {most / 1e6:,.0f} MB that VAELab reads of such a "
                "file: it is damaged or not VAELab's"
            )
    except BaseException:
        file.close()
        raise
    return file


def read_bytes(folder: Path, place: str, most: int) -> bytes:
    """Read a file of a run folder; arguments and errors as for :func:`open_file`."""
    with open_file(folder, place, most) as file:
        # It may have grown since it was opened.
        return file.read(most)


def png_bytes(folder: Path, place: str, size: tuple[int | None, int | None] = (None, None)) -> bytes:
    """Read a PNG of a run folder without decoding it.

    Args:
        folder: the run folder.
        place: of the PNG below it, as a row names it.
        size: width and height that it must have, px; None where that is not known.

    Raises:
        RunFolderError: it is missing, no PNG, of another size, or larger than ``MOST_PIXELS``.
    """
    shown = f"'{one_line(place)}' in '{folder}'"
    try:
        data = read_bytes(folder, place, _MOST_PNG_BYTES)
    except OSError as error:
        raise RunFolderError(f"{shown} cannot be read: {why(error)}") from error
    if len(data) < 24 or not data.startswith(_SIGNATURE) or data[12:16] != b"IHDR":
        raise RunFolderError(f"{shown} is no PNG, so it is not shown")
    width, height = struct.unpack(">II", data[16:24])
    if width * height > MOST_PIXELS:
        raise RunFolderError(
            f"{shown} has {width}×{height} px, more than the {MOST_PIXELS // 10**6} Mpx that are read back"
        )
    if any(known is not None and known != side for known, side in zip(size, (width, height), strict=True)):
        raise RunFolderError(f"{shown} has {width}×{height} px, its row says {size[0]}×{size[1]}: not shown")
    return data


def read_png(folder: Path, place: str, size: tuple[int | None, int | None] = (None, None)) -> Pixels:
    """Read a PNG of a run folder, (H, W, 3) uint8; arguments and errors as for :func:`png_bytes`."""
    data = png_bytes(folder, place, size)
    try:
        with Image.open(io.BytesIO(data), formats=("PNG",)) as picture:
            return np.asarray(picture.convert("RGB"), dtype=np.uint8)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise RunFolderError(f"'{one_line(place)}' in '{folder}' is a damaged PNG: {brief(error)}") from error
