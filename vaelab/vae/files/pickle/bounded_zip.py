"""Untrusted zip archives, opened within bounds. No torch here."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LARGEST_READ = 12 * 2**20
"""Bytes read at once: the list of members (half a megabyte in a checkpoint of 20 GB), or one member."""


class _Bounded(io.FileIO):
    """A file that is not read without bound: zipfile would take in the list of members whole, whatever its length."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Like FileIO's.

        Raises:
            BadZipFile: more is asked for than any checkpoint needs.
        """
        if size is None or size < 0:
            place = self.tell()
            size = self.seek(0, io.SEEK_END) - place
            self.seek(place)
        if size > LARGEST_READ:
            raise zipfile.BadZipFile(f"{size} bytes where a checkpoint has some thousand")
        return super().read(size) or b""

    def seek(self, place: int, whence: int = io.SEEK_SET, /) -> int:
        """Like FileIO's.

        Raises:
            BadZipFile: to a place before the file's beginning, which a damaged list of members asks for.
        """
        if whence == io.SEEK_SET and place < 0:
            raise zipfile.BadZipFile("a member lies before the file's beginning")
        return super().seek(place, whence)


@contextmanager
def open_archive(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open a zip archive whose list of members, like everything that is read of it, is of a possible length.

    Raises:
        BadZipFile: it is not, or the archive is damaged.
    """
    with _Bounded(path) as file, zipfile.ZipFile(file) as archive:
        yield archive
