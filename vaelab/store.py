"""The run folder: rows appended and flushed as they finish, a summary replaced atomically, everything read back for resume.

``per_image.csv`` is the record of truth: whatever else is in the folder can be made again from it and ``latents.jsonl``.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import re
import tempfile
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

from vaelab.errors import RunFolderError
from vaelab.record_lines import LATENTS as LATENTS
from vaelab.record_lines import READABLE as READABLE
from vaelab.record_lines import ROWS as ROWS
from vaelab.record_lines import SCHEMA_VERSION as SCHEMA_VERSION
from vaelab.record_lines import SUMMARY as SUMMARY
from vaelab.record_lines import csv_line, header, json_line, latent_to_json, row_line
from vaelab.records import Row
from vaelab.run_folder.latents import LatentLine, latent_lines
from vaelab.run_folder.latents import read_latents as read_latents
from vaelab.run_folder.rows import read_rows as read_rows
from vaelab.run_folder.summary import read_summary as read_summary
from vaelab.vae.base import LatentFacts

_ORIGINALS = "original"
_LIKE_OURS = re.compile(r"-[0-9a-f]{8}$")
_RESERVED = re.compile(r"(con|prn|aux|nul|conin|conout|com[0-9]|lpt[0-9])(?![^.])", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever follows a dot."""


class RunFolder:
    """A run folder that is being written. Open it with :meth:`create` or :meth:`resume`, and close it."""

    def __init__(self, path: Path, *, new: bool = False) -> None:
        """Open the two growing files at their ends; ``new``: there was no run before."""
        self.path = path
        self._new = new
        self._rows = _open_growing(path / ROWS)
        self._latents = _open_growing(path / LATENTS)

    @classmethod
    def create(cls, path: Path) -> RunFolder:
        """Make a new run folder.

        Raises:
            RunFolderError: when there is a run already, or the folder cannot be written.
        """
        if (path / ROWS).exists() or (path / SUMMARY).exists():
            raise RunFolderError(
                f"'{path}' already holds a run: continue it with --resume and equal settings, or choose another --out"
            )
        try:
            path.mkdir(parents=True, exist_ok=True)
            write_atomic(path / ROWS, csv_line(header()).encode())
        except OSError as error:
            raise RunFolderError(
                f"'{path}' cannot be written: {_why(error)}; choose another --out"
            ) from error
        return cls(path, new=True)

    @classmethod
    def resume(cls, path: Path) -> RunFolder:
        """Continue a run: a row that was cut off by a crash is dropped, every whole one is kept.

        Raises:
            RunFolderError: when there is no run, or its files cannot be read or written.
        """
        try:
            rows = read_rows(path)
            # A latent line belongs to a row; one whose row was lost in the crash would be counted twice.
            known = {row.key for row in rows}
            kept = [line for line in latent_lines(path) if isinstance(line, LatentLine) and line.key in known]
            write_atomic(path / ROWS, "".join([csv_line(header()), *map(row_line, rows)]).encode())
            write_atomic(path / LATENTS, "".join(f"{line.text}\n" for line in kept).encode())
        except OSError as error:
            raise RunFolderError(f"'{path}' cannot be continued: {_why(error)}") from error
        return cls(path)

    def append(self, row: Row, latent: LatentFacts | None = None) -> None:
        """Write one row, and what it adds to the latent's statistics, and flush both to the system.

        Raises:
            RunFolderError: when the disk is full or gone; the rows before it stay whole.
        """
        if latent is not None:
            self._append(self._latents, json_line(latent_to_json(row, latent)))
        self._append(self._rows, row_line(row))

    def _append(self, file: io.BufferedRandom, line: str) -> None:
        start = file.tell()
        try:
            file.write(line.encode())
            file.flush()
        except OSError as error:
            self._cut(file, start)
            raise RunFolderError(
                f"'{self.path}' can no longer be written: {_why(error)}; "
                "what was measured before is on disk, make room and continue with --resume"
            ) from error

    @staticmethod
    def _cut(file: io.BufferedRandom, end: int) -> None:
        # Half a line must not stay. If even that fails, reading drops it.
        try:
            os.ftruncate(file.fileno(), end)
        except OSError:
            return

    def write_summary(self, summary: Mapping[str, Any]) -> None:
        """Replace ``summary.json`` in one step, so that a reader never sees half of it."""
        self.write_file(SUMMARY, json.dumps(summary, indent=1, ensure_ascii=False, allow_nan=False) + "\n")

    def write_file(self, name: str, text: str) -> None:
        """Replace one file of the folder in one step."""
        try:
            # A path may hold bytes that are no text, as lone surrogates: \udcff, which is how JSON writes them too.
            write_atomic(self.path / name, text.encode(errors="backslashreplace"))
        except OSError as error:
            raise RunFolderError(
                f"'{self.path / name}' cannot be written: {_why(error)}; the rows measured so far are in {ROWS}"
            ) from error

    def save_png(
        self, label: str | None, image: str, pixels: npt.NDArray[np.uint8], *, marker: bool = False
    ) -> str:
        """Write one PNG and return its path inside the folder.

        Args:
            label: of the VAE that made it; None for the original.
            image: the image's name, which may hold anything a file name can.
            pixels: (H, W, 3) uint8.
            marker: they are the marker's, cut out of that picture.
        """
        place = png_path(label, image)
        if marker:
            place = marker_png_path(place)
        target = self.path / place
        buffer = io.BytesIO()
        Image.fromarray(pixels).save(buffer, "PNG", compress_level=3)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            write_atomic(target, buffer.getvalue())
        except OSError as error:
            raise RunFolderError(
                f"'{target}' cannot be written: {_why(error)}; make room and use --resume"
            ) from error
        return place

    def discard(self) -> None:
        """Take back a new folder because nothing can be run; one that held a run stays as it is."""
        self.close()
        if self._new:
            for name in (ROWS, LATENTS, SUMMARY):
                (self.path / name).unlink(missing_ok=True)
            with contextlib.suppress(OSError):  # it holds other files
                self.path.rmdir()

    def close(self) -> None:
        """Close the files."""
        for file in (self._rows, self._latents):
            # A full disk fails here once more; the failure was reported when the row was written.
            try:
                file.close()
            except OSError:
                continue


def png_path(label: str | None, image: str) -> str:
    """Return the place of a PNG inside a run folder: readable, unique and legal on every file system, also where case is none.

    Args:
        label: of the VAE that made it; None for the original, whose folder no label shares.
        image: the image's name, which may hold anything a file name can.
    """
    folder = _ORIGINALS if label is None else _label_folder(label)
    return f"images/{folder}/{_readable(Path(image).stem, 'image')}-{_digest(image)}.png"


def _label_folder(label: str) -> str:
    """The label itself where nothing can be like it, else what is readable of it and a digest."""
    readable = _readable(label, "vae")
    # Capitals are told apart by the digest alone, and a label may look as if it ended in another's.
    is_plain = readable == label.lower() == label and not _LIKE_OURS.search(label) and label != _ORIGINALS
    return label if is_plain else f"{readable}-{_digest(label)}"


def _readable(name: str, otherwise: str) -> str:
    """At most 61 of the characters that every file system takes, without accents; ``otherwise`` where none says anything."""
    decomposed = unicodedata.normalize("NFKD", name).encode("ascii", errors="replace").decode()
    plain = re.sub(r"[^\w.-]+", "_", decomposed, flags=re.ASCII)
    short = plain[:60].strip("._-") or otherwise
    return f"_{short}" if _RESERVED.match(short) else short


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode(errors="surrogatepass")).hexdigest()[:8]


def marker_png_path(place: str) -> str:
    """Return where the marker of a picture lies: beside it, under an ending that no picture's own name has."""
    return f"{place.removesuffix('.png')}.marker.png"


def write_atomic(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there, so that the old content survives any failure."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _open_growing(path: Path) -> io.BufferedRandom:
    try:
        file = path.open("a+b")
    except OSError as error:
        raise RunFolderError(f"'{path}' cannot be written: {_why(error)}") from error
    file.seek(0, os.SEEK_END)
    return file


def _why(error: OSError) -> str:
    return (error.strerror or str(error) or type(error).__name__).lower()
