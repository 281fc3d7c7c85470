"""The run folder: locked, rows appended as they finish and synced within a second, a summary replaced in one step.

``per_image.csv`` is the record of truth: whatever else is in the folder can be made again from it and ``latents.jsonl``.
"""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import stat
import threading
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from vaelab.arrays import Pixels
from vaelab.errors import RecordLostError, RunFolderError, why
from vaelab.results.records import Row
from vaelab.results.row_table import RowTable
from vaelab.run_files import CHARTS, LATENTS, PICTURES, ROWS, SUMMARY
from vaelab.run_folder.durable import (
    GrowingFile,
    cure,
    remove_left_over,
    sync_folder,
)
from vaelab.run_folder.durable import (
    write_atomic as write_atomic,  # all who write a file of their own find it here
)
from vaelab.run_folder.lock import RunLock
from vaelab.run_folder.picture_paths import chart_png_path
from vaelab.run_folder.picture_paths import marker_png_path as marker_png_path
from vaelab.run_folder.picture_paths import png_path as png_path
from vaelab.run_folder.read.latents import read_latent_record
from vaelab.run_folder.read.latents import read_latents as read_latents
from vaelab.run_folder.read.lines import Damage
from vaelab.run_folder.read.rows import read_record
from vaelab.run_folder.read.rows import read_rows as read_rows
from vaelab.run_folder.read.summary import read_summary as read_summary
from vaelab.run_folder.row_lines import READABLE as READABLE
from vaelab.run_folder.row_lines import SCHEMA_VERSION as SCHEMA_VERSION
from vaelab.run_folder.row_lines import csv_line, header, json_line, latent_to_json, row_line
from vaelab.text import RESUME, Sentence, rows
from vaelab.vae.base import LatentFacts

REPLACED = "replaced_rows.csv"
"""Rows that a resumed run took out of the record: of images that were edited, or are no longer there."""
_MOST_NAMED = 10
_SYNC_EVERY_S = 1.0
_PNG_END = b"\x00\x00\x00\x00IEND\xaeB\x60\x82"


class RunFolder:
    """A run folder that is being written, and locked. Open it with :meth:`create` or :meth:`resume`, and close it.

    Attributes:
        path: where it lies.
        done: rows of an interrupted run, as they were found.
        latents: moments of the latents of these rows, by VAE and image.
        notes: what was found when it was opened, in sentences.
    """

    def __init__(self, path: Path, lock: RunLock, *, new: bool = False) -> None:
        """Take over the lock; ``new``: there was no run before. Nothing is written before the first row or summary."""
        self.path = path
        self.done = RowTable()
        self.latents: dict[str, dict[str, LatentFacts]] = {}
        self.notes: list[str] = []
        self._lock = lock
        self._new = new
        self._files: tuple[GrowingFile, GrowingFile] | None = None
        self._timer: threading.Thread | None = None
        self._closing = threading.Event()
        self._sync_failure: OSError | None = None
        if lock.taken_over is not None:
            self.notes.append(
                f"the run that wrote here before ({lock.taken_over}) did not end in order; its rows are taken over"
            )

    @classmethod
    def create(cls, path: Path, lock: RunLock | None = None) -> RunFolder:
        """Make a new run folder; one that ended before its first row is made anew.

        Args:
            path: where.
            lock: the lock on it, where that is held already.

        Raises:
            RunFolderError: when there is a run already, or the folder cannot be written, or another process writes it.
        """
        _refuse_a_run(path)
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise RunFolderError(
                f"'{path}' cannot be written: {why(error)}; choose another output folder"
            ) from error
        lock = lock or RunLock(path)
        try:
            _refuse_a_run(path)  # another process may have begun and ended one since
            remove_left_over(path)
            if holds_run(path):
                for name in (ROWS, LATENTS, CHARTS):
                    (path / name).unlink(missing_ok=True)
            sync_folder(path.parent)
        except OSError as error:
            lock.release()
            raise RunFolderError(
                f"'{path}' cannot be written: {why(error)}; choose another output folder"
            ) from error
        except BaseException:
            lock.release()
            raise
        return cls(path, lock, new=True)

    @classmethod
    def resume(cls, path: Path, lock: RunLock | None = None) -> RunFolder:
        """Continue a run: what a crash cut off is dropped, every whole row is kept.

        Raises:
            RunFolderError: when there is no run, or its files cannot be read or written, or another process writes it.
        """
        lock = lock or RunLock(path)
        try:
            folder = cls(path, lock)
            if _is_missing_or_empty(path / ROWS):
                folder.notes.append(f"{ROWS} was missing or empty: every image is measured")
            else:
                record, moments = read_record(path), read_latent_record(path)
                folder.done = record.rows
                folder.latents = {vae: dict(own) for vae, own in moments.facts.items()}
                folder.notes += _damage(record.damage + moments.damage)
            folder._tidy()
        except OSError as error:
            lock.release()
            raise RunFolderError(f"'{path}' cannot be continued: {why(error)}") from error
        except BaseException:
            lock.release()
            raise
        return folder

    def _tidy(self) -> None:
        """Bring the record into order, if it is not: one line for each row and for each of their latents, nothing else."""
        for place in (self.path, *(self.path / PICTURES).glob("*/")):
            remove_left_over(place)
        keys = set(self.done.row_keys())
        lines = sum(map(len, self.latents.values()))
        # A latent line belongs to a row; one whose row was lost in the crash would be counted twice.
        self.latents = {
            label: {image: facts for image, facts in found.items() if (image, label) in keys}
            for label, found in self.latents.items()
        }
        if not _is_whole(self.path / ROWS, csv_line(header()), "\r\n", len(self.done) + 1):
            self._rewrite_rows()
        if lines != sum(map(len, self.latents.values())) or not _is_whole(
            self.path / LATENTS, "", "\n", lines
        ):
            self._rewrite_latents()

    def _rewrite_rows(self) -> None:
        write_atomic(self.path / ROWS, "".join([csv_line(header()), *map(row_line, self.done)]).encode())

    def _rewrite_latents(self) -> None:
        lines = (
            json_line(latent_to_json(row, facts))
            for row in self.done
            if (facts := self.latents.get(row.vae, {}).get(row.image)) is not None
        )
        write_atomic(self.path / LATENTS, "".join(lines).encode())

    def take_out(self, keys: Collection[tuple[str, str]]) -> None:
        """Take rows of an earlier run out of the record, before this one writes any; they are kept in ``replaced_rows.csv``.

        Args:
            keys: (image, vae) of each.

        Raises:
            RunFolderError: the folder cannot be written; the record is as it was.
        """
        if not keys:
            return
        assert self._files is None, "the record is being written"
        out = np.array([key in keys for key in self.done.row_keys()], np.bool_)
        try:
            with contextlib.closing(GrowingFile(self.path / REPLACED)) as kept:
                lines = [*([] if kept.size else [csv_line(header())]), *map(row_line, self.done.select(out))]
                kept.append("".join(lines).encode())
                kept.sync()
            self.done = self.done.select(~out)
            self.latents = {
                label: {image: facts for image, facts in found.items() if (image, label) not in keys}
                for label, found in self.latents.items()
            }
            # The rows first: a latent without its row is dropped by the next resume, a row without its latent is not.
            self._rewrite_rows()
            self._rewrite_latents()
        except OSError as error:
            raise RunFolderError(
                Sentence(
                    "'{0}' cannot be written: {1}; {2} and continue with {3}",
                    (str(self.path), why(error), cure(error), RESUME),
                )
            ) from error

    def mark_running(self) -> None:
        """Say in the summary of a run that had ended that it goes on: its results are no longer those of its rows.

        Raises:
            RunFolderError: it cannot be written.
        """
        text = json.dumps({**read_summary(self.path), "state": "running"}, indent=1, ensure_ascii=False)
        self.write_file(SUMMARY, text + "\n")

    def append(self, row: Row, latent: LatentFacts | None = None) -> None:
        """Write one row, and what it adds to the latent's statistics; both are handed to the disk within a second.

        Raises:
            RunFolderError: when the disk is full or gone; the rows before it stay whole.
            RecordLostError: the files were deleted, moved or exchanged.
        """
        rows, latents = self._open()
        try:
            if self._sync_failure is not None:
                raise self._sync_failure
            if latent is not None:
                latents.append(json_line(latent_to_json(row, latent)).encode())
            rows.append(row_line(row).encode())
        except OSError as error:
            raise self._unwritable(error) from error

    def _open(self) -> tuple[GrowingFile, GrowingFile]:
        if self._files is None:
            try:
                rows, latents = GrowingFile(self.path / ROWS), GrowingFile(self.path / LATENTS)
                if not rows.size:
                    rows.append(csv_line(header()).encode())
                sync_folder(self.path)
            except OSError as error:
                raise self._unwritable(error) from error
            self._files = rows, latents
            self._timer = threading.Thread(target=self._sync_regularly, name="vaelab-sync", daemon=True)
            self._timer.start()
        return self._files

    def _sync_regularly(self) -> None:
        # In a thread of its own: the last row of a burst must not wait for the next one, nor the codec for the disk.
        while not self._closing.wait(_SYNC_EVERY_S):
            try:
                for file in self._files or ():
                    file.sync()
            except OSError as error:
                self._sync_failure = error
                return

    def sync(self) -> None:
        """Hand every row to the disk, and see that it is in the folder.

        Raises:
            RunFolderError: the disk fails.
            RecordLostError: the files were deleted, moved or exchanged.
        """
        for file in self._files or ():
            try:
                # A disk says only once that it failed.
                if self._sync_failure is not None:
                    raise self._sync_failure
                file.sync()
            except OSError as error:
                raise self._unwritable(error) from error
        self.check()

    def check(self) -> None:
        """See that the files that are written are the ones in the folder.

        Raises:
            RecordLostError: they were deleted, moved or exchanged while the run went on.
        """
        for file in self._files or ():
            if (what := file.what_happened()) is not None:
                raise RecordLostError(f"'{file.path}' {what} by another program while the run went on")

    def write_summary(self, summary: Mapping[str, Any]) -> None:
        """Replace ``summary.json`` in one step, so that a reader never sees half of it; every row is on disk before.

        Raises:
            RunFolderError: it cannot be written.
            RecordLostError: the rows were deleted, moved or exchanged while the run went on.
        """
        self.sync()
        self.write_file(SUMMARY, json.dumps(summary, indent=1, ensure_ascii=False, allow_nan=False) + "\n")
        # The first summary is the first file of all: with it a folder can be resumed, whatever comes after.
        self._open()

    def write_file(self, name: str, text: str) -> None:
        """Replace one file of the folder in one step.

        Raises:
            RunFolderError: it cannot be written.
        """
        try:
            # A path may hold bytes that are no text, as lone surrogates: \udcff, which is how JSON writes them too.
            write_atomic(self.path / name, text.encode(errors="backslashreplace"))
        except OSError as error:
            self.check()
            raise RunFolderError(
                Sentence(
                    "'{0}' cannot be written: {1}; the rows measured so far are in {2}, {3} and continue with {4}",
                    (str(self.path / name), why(error), ROWS, cure(error), RESUME),
                )
            ) from error

    def save_png(self, label: str | None, image: str, pixels: Pixels, *, marker: bool = False) -> str:
        """Write one PNG and return its path inside the folder.

        Args:
            label: of the VAE that made it; None for the original.
            image: the image's name, which may hold anything a file name can.
            pixels: (H, W, 3) uint8.
            marker: they are the marker's, cut out of that picture.

        Raises:
            RunFolderError: it cannot be written, or would lie outside the folder.
            RecordLostError: the folder was deleted or moved.
        """
        place = png_path(label, image)
        return self._write_png(marker_png_path(place) if marker else place, pixels)

    def save_chart(self, label: str | None, chart: str, pixels: Pixels) -> str:
        """Write one test chart and return its path inside the folder; arguments and errors as for :meth:`save_png`."""
        return self._write_png(chart_png_path(label, f"{chart}.png"), pixels)

    def _write_png(self, place: str, pixels: Pixels) -> str:
        target = self.path / place
        buffer = io.BytesIO()
        Image.fromarray(pixels).save(buffer, "PNG", compress_level=3)
        try:
            # Not the run folder itself: where that was deleted it must not come into being again without its rows.
            for folder in (target.parent.parent, target.parent):
                folder.mkdir(exist_ok=True)
            if not target.parent.resolve().is_relative_to(self.path.resolve()):
                raise OSError(errno.EINVAL, "its folder is a link that leads out of the run folder")
            write_atomic(target, buffer.getvalue())
        except OSError as error:
            self.check()
            raise RunFolderError(
                Sentence(
                    "'{0}' cannot be written: {1}; {2} and continue with {3}",
                    (str(target), why(error), cure(error), RESUME),
                )
            ) from error
        return place

    def has_pngs(self, row: Row) -> bool:
        """Whether the pictures that a row of an earlier run names are there, whole as far as their ends tell.

        A path that this version would not write is taken as it stands.
        """
        if not (row.original_png or row.reconstruction_png):
            return True
        original, reconstruction = png_path(None, row.image), png_path(row.vae, row.image)
        pairs = (
            (row.original_png, original),
            (row.reconstruction_png, reconstruction),
            (row.marker_original_png, marker_png_path(original)),
            (row.marker_reconstruction_png, marker_png_path(reconstruction)),
        )
        return all(_is_png(self.path / place) for named, place in pairs if named == place)

    def _unwritable(self, error: OSError) -> RunFolderError:
        return RunFolderError(
            Sentence(
                "'{0}' can no longer be written: {1}; what was measured before is on disk, {2} and continue with {3}",
                (str(self.path), why(error), cure(error), RESUME),
            )
        )

    def discard(self) -> None:
        """Take back a new folder because nothing can be run; one that held a run stays as it is."""
        self._close_files()
        if self._new:
            for name in (ROWS, LATENTS, SUMMARY):
                (self.path / name).unlink(missing_ok=True)
        self._lock.release()
        if self._new:
            with contextlib.suppress(OSError):  # it holds other files
                self.path.rmdir()

    def close(self) -> None:
        """Close the files and let go of the lock; a new folder in which nothing could be written is taken back."""
        self._close_files()
        self._lock.release()
        if self._new and self._files is None:
            with contextlib.suppress(OSError):  # it holds something
                self.path.rmdir()

    def _close_files(self) -> None:
        self._closing.set()
        if self._timer is not None and self._timer.is_alive():  # not where a signal came while it was started
            self._timer.join()
        for file in self._files or ():
            file.close()


def _damage(damage: Damage) -> list[str]:
    """What is not counted of the record, in sentences."""
    said = [f"{line}: not counted, its image is measured again" for line in damage.lines[:_MOST_NAMED]]
    if damage.count > len(said):
        said.append(f"further damaged lines, not counted: {damage.count - len(said)}")
    if damage.doubled:
        said.append(f"{rows(damage.doubled)} doubled: the last of each counts")
    return said


def holds_run(path: Path) -> bool:
    """Whether there is a run in a folder, finished or not."""
    return (path / ROWS).exists() or (path / SUMMARY).exists()


def _refuse_a_run(path: Path) -> None:
    """Refuse to begin where a run is.

    Raises:
        RunFolderError: there is one. A table without a row and without a summary is none: there is nothing to continue.
    """
    if not (path / SUMMARY).exists():
        try:
            if _is_missing_or_empty(path / ROWS) or not read_rows(path):
                return
        except RunFolderError:
            pass
        raise RunFolderError(
            f"'{path}' holds rows ({ROWS}) but no {SUMMARY}, so with what settings they were measured is unknown: "
            "move them elsewhere, or choose another output folder"
        )
    raise RunFolderError(
        Sentence(
            "'{0}' already holds a run: continue it with {1} and equal settings, or choose another output folder",
            (str(path), RESUME),
        )
    )


def _is_missing_or_empty(path: Path) -> bool:
    try:
        return path.lstat().st_size == 0
    except OSError:
        return True


def _is_whole(path: Path, start: str, end: str, lines: int) -> bool:
    """Whether a file is so many lines, the first of them ``start``: then it need not be written again.

    A line break inside a field makes one more; the file is then written again for nothing.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return not lines and not start
    mark = end.encode()
    return raw.startswith(start.encode()) and raw.count(mark) == lines and (not raw or raw.endswith(mark))


def _is_png(path: Path) -> bool:
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return False
        with path.open("rb") as file:
            file.seek(-len(_PNG_END), os.SEEK_END)
            return file.read() == _PNG_END
    except OSError:
        return False
