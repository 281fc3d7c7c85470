"""Bytes that are still there after a crash or a power cut: files replaced in one step, files that only grow.

What is said to be on disk has been handed to the disk (``fsync``), the name of a file as well as its content. On macOS the
disk may still hold it in its own cache.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import tempfile
import threading
from pathlib import Path

from vaelab.text import Sentence

_LEFT_OVER = re.compile(r"\..+\.[a-z0-9_]{8}\.tmp")
"""What a process that was killed in :func:`write_atomic` leaves: a dot, the name, ``mkstemp``'s eight letters."""
# A folder that cannot be synced: not on Windows, and not on every network's file system.
_NO_FOLDER_SYNC = {
    errno.EINVAL,
    errno.EBADF,
    errno.EACCES,
    errno.EPERM,
    errno.EISDIR,
    errno.ENOTSUP,
    errno.ENOSYS,
}


def write_atomic(path: Path, content: bytes) -> None:
    """Write a file beside its place, sync it and move it there, so that the old content survives any failure.

    Raises:
        OSError: it cannot be written; the old content is there.
    """
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    """Hand the names in a folder to the disk, where the system can.

    Raises:
        OSError: the disk fails.
    """
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


def remove_left_over(folder: Path) -> None:
    """Remove what processes that were killed in :func:`write_atomic` left in a folder; nobody else may be writing there."""
    with contextlib.suppress(OSError):
        for entry in list(os.scandir(folder)):
            if _LEFT_OVER.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with contextlib.suppress(OSError):
                    Path(entry.path).unlink()


class GrowingFile:
    """A file that lines are added to. Any thread may call :meth:`sync` while another appends.

    Attributes:
        path: where it lies.
        size: bytes in it.
    """

    def __init__(self, path: Path) -> None:
        """Open it at its end; make it if it is missing.

        Raises:
            OSError: it cannot be written, or is no regular file: a pipe would hold the run, a link may lead anywhere.
        """
        self.path = path
        with contextlib.suppress(FileNotFoundError):
            if not stat.S_ISREG(path.lstat().st_mode):
                raise OSError(errno.EINVAL, "not a regular file")
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
        # Unbuffered: what a full disk did not take must not be tried again when the file is closed.
        self._descriptor = os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), 0o644)
        self._opened = os.fstat(self._descriptor)
        self.size = self._opened.st_size
        self._synced = self.size
        self._guard = threading.Lock()

    def append(self, line: bytes) -> None:
        """Add a whole line, or nothing.

        Raises:
            OSError: the disk is full or gone.
        """
        with self._guard:
            try:
                rest = memoryview(line)
                while rest:
                    rest = rest[os.write(self._descriptor, rest) :]
            except OSError:
                # Half a line must not stay. If even that fails, reading drops it.
                with contextlib.suppress(OSError):
                    os.ftruncate(self._descriptor, self.size)
                raise
            self.size += len(line)

    def sync(self) -> None:
        """Hand what was appended to the disk.

        Raises:
            OSError: the disk fails.
        """
        with self._guard:
            if self._synced == self.size or self._descriptor < 0:
                return
            size, descriptor = self.size, os.dup(self._descriptor)
        # Outside the guard: the disk may take its time, and the next row need not wait for it.
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        self._synced = size

    def what_happened(self) -> str | None:
        """Say what another program did to the file; None while the path leads to it and it holds what was written."""
        with self._guard:
            if self._descriptor < 0:
                return None
            try:
                found = self.path.stat()
            except OSError:
                return "was deleted or moved"
            if (found.st_dev, found.st_ino) != (self._opened.st_dev, self._opened.st_ino):
                return "was replaced"
            return "was changed" if found.st_size != self.size else None

    def close(self) -> None:
        """Close it; what was appended is synced before, as far as the disk takes it."""
        with contextlib.suppress(OSError):
            self.sync()
        with self._guard:
            if self._descriptor >= 0:
                with contextlib.suppress(OSError):
                    os.close(self._descriptor)
                self._descriptor = -1


def cure(error: OSError) -> Sentence:
    """Return what helps against an error of writing, as the beginning of an advice: ``make room``."""
    if error.errno == errno.EFBIG:
        return Sentence("raise the limit on the size of files (ulimit -f)")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Sentence("make it writable")
    return Sentence("make room")
