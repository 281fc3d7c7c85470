"""The lock on a run folder: one process writes it, and a second one is told which.

The lock itself is the system's, which lets go when a process ends, however it ends. Who holds it stands in a file beside it
(earlier versions of filelock empty the lock that they fail to take); a process that was killed leaves that file behind, and so
is known to whoever takes over.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from vaelab.errors import RunFolderError, one_line, why
from vaelab.run_folder.durable import write_atomic

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK, OWNER = ".vaelab.lock", ".vaelab.owner"
_LONGEST_OWNER = 4096
# A process' start is told to a hundredth of a second, but from a boot time that some systems round.
_SAME_START_S = 2.0
_TRIES = 5


@dataclass(frozen=True, slots=True)
class Owner:
    """The process that writes a run folder.

    Attributes:
        host: name of its machine.
        pid: its number there.
        started: when the process began, seconds since 1970.
    """

    host: str
    pid: int
    started: float

    @classmethod
    def here(cls) -> Owner:
        """Return this process."""
        import psutil

        return cls(platform.node(), os.getpid(), psutil.Process().create_time())

    @property
    def is_alive(self) -> bool:
        """Whether it is a process of this machine that still runs."""
        import psutil

        if self.host != platform.node():
            return False
        try:
            return abs(psutil.Process(self.pid).create_time() - self.started) < _SAME_START_S
        except (psutil.Error, ValueError, OverflowError):
            return False

    def __str__(self) -> str:
        """Return it in words: ``process 12 on host, begun 2026-11-27 19:30 UTC``."""
        begun = datetime.fromtimestamp(self.started, UTC)
        return one_line(f"process {self.pid} on {self.host}, begun {begun:%Y-%m-%d %H:%M} UTC")


class RunLock:
    """The right to write a run folder, held until :meth:`release`.

    Attributes:
        taken_over: the process that held it and ended without letting go; None where the last one ended in order.
    """

    def __init__(self, path: Path) -> None:
        """Take the lock of a folder that exists.

        Raises:
            RunFolderError: another process holds it, or the folder cannot be written.
        """
        self._path = path
        try:
            self._lock, self._identity = _acquire(path)
        except OSError as error:
            raise RunFolderError(
                f"'{path}' cannot be written: {why(error)}; choose another output folder"
            ) from error
        try:
            before, here = _read_owner(path), Owner.here()
            # Some network file systems grant every lock.
            if before is not None and before != here and before.is_alive:
                raise _refusal(path)
            self.taken_over = before
            owner = {"host": here.host, "pid": here.pid, "started": here.started}
            write_atomic(path / OWNER, json.dumps(owner).encode())
        except OSError as error:
            self._lock.release()
            raise RunFolderError(
                f"'{path}' cannot be written: {why(error)}; choose another output folder"
            ) from error
        except BaseException:
            self._lock.release()
            raise

    def release(self) -> None:
        """Let go and leave no trace. Does nothing when called again."""
        if not self._lock.is_locked:
            return
        # Where the folder was exchanged for another, that one's lock is not ours to remove.
        ours = _identity(self._path / LOCK) == self._identity
        # While it is held, so that nobody takes a lock that is about to be removed; Windows removes no open file.
        for name in (OWNER, LOCK) if ours else ():
            with contextlib.suppress(OSError):
                (self._path / name).unlink(missing_ok=True)
        self._lock.release()
        if ours and os.name == "nt":
            with contextlib.suppress(OSError):
                (self._path / LOCK).unlink(missing_ok=True)


def _acquire(path: Path) -> tuple[BaseFileLock, tuple[int, int]]:
    from filelock import FileLock, Timeout

    place = path / LOCK
    for _ in range(_TRIES):
        before = _identity(place)
        # For every thread: a window begins a run on one and may end it on another.
        lock = FileLock(place, timeout=0, thread_local=False)
        try:
            lock.acquire()
        except Timeout as error:
            raise _refusal(path) from error
        # Whoever held it removes the file before letting go: the one that was opened in between is nobody's lock any more.
        after = _identity(place)
        if after is not None and before in (None, after):
            return lock, after
        lock.release()
    raise _refusal(path)


def _identity(place: Path) -> tuple[int, int] | None:
    try:
        found = place.lstat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _refusal(path: Path) -> RunFolderError:
    owner = _read_owner(path)
    who = "another process" if owner is None else str(owner)
    return RunFolderError(
        f"'{path}' is being written by another run ({who}): wait until it has ended, or stop it, or choose another output folder"
    )


def _read_owner(path: Path) -> Owner | None:
    """Read who holds or held the lock; None where nobody did, or where the file is none of ours."""
    place = path / OWNER
    try:
        found = place.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LONGEST_OWNER:
            return None
        plain = json.loads(place.read_bytes())
        owner = Owner(str(plain["host"]), int(plain["pid"]), float(plain["started"]))
        str(owner)  # a moment that no calendar has
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None
    return owner
