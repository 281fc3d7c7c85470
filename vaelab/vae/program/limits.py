"""What the system lets a process give up before it runs an untrusted program: network, files, memory, time. No torch here.

On Linux: a network namespace of its own, without any device, and Landlock, by which a process without rights denies itself
files and connections; both where the kernel and the distribution allow it. On every POSIX system: limits of memory, of processor
time, and of the size of files that are written. On Windows none of these. Each function says whether it succeeded.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

TRIAL_SECONDS: Final = 30
"""That the trial of a program may take in all, from when it is loaded."""
CALL_SECONDS: Final = 600
"""That loading a program may take, or one call of it while measuring."""

_NEW_USER: Final = 0x10000000
_NEW_NETWORK: Final = 0x40000000
_NO_NEW_PRIVILEGES: Final = 38
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
"""System calls of Landlock; their numbers are the same on every architecture."""
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_CHANGES: Final = {1: sum(1 << bit for bit in range(4, 13)), 2: 1 << 13, 3: 1 << 14, 5: 1 << 15}
"""Version of Landlock to what it can forbid since: to remove and to make entries of a folder; to move; to cut; to steer devices."""
_TCP: Final = 0b11
_SCOPES: Final = 0b11
"""Sockets with abstract names, and signals to other processes."""


def close_network() -> bool:
    """Move this process, which must have one thread, into a network of its own, without any device."""
    if not sys.platform.startswith("linux"):
        return False
    library = ctypes.CDLL(None, use_errno=True)
    return bool(library.unshare(_NEW_NETWORK) == 0 or library.unshare(_NEW_USER | _NEW_NETWORK) == 0)


def close_writing() -> bool:
    """Deny this process to change any file or folder, to start any program, to connect, and to signal others."""
    version = _landlock_version()
    if version < 1:
        return False
    forbidden = _EXECUTE | _WRITE_FILE
    forbidden |= sum(bits for since, bits in _CHANGES.items() if version >= since)
    tcp, scopes = (_TCP if version >= 4 else 0), (_SCOPES if version >= 6 else 0)
    return _restrict(version, forbidden, tcp, scopes, ())


def close_reading(readable: Iterable[Path]) -> bool:
    """Deny this process to open any file or to list any folder but those below ``readable``."""
    version = _landlock_version()
    return version >= 1 and _restrict(version, _READ_FILE | _READ_DIR, 0, 0, readable)


def limit_memory(more: int) -> bool:
    """Let this process take so many bytes more of address space than it has."""
    size = _address_space()
    return size is not None and _limit("RLIMIT_AS", size + more)


def limit_files() -> bool:
    """Let no file that this process writes grow, and no memory image be left when it crashes."""
    return _limit("RLIMIT_FSIZE", 0) and _limit("RLIMIT_CORE", 0)


def limit_processor(seconds: int) -> bool:
    """End this process after so many seconds of processor time, all threads together, from now on."""
    if sys.platform == "win32":
        return False
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    return _limit("RLIMIT_CPU", int(used.ru_utime + used.ru_stime) + seconds, keep_hard=True)


def _limit(name: str, value: int, *, keep_hard: bool = False) -> bool:
    if sys.platform == "win32":
        return False
    import resource

    which = getattr(resource, name)
    _, hard = resource.getrlimit(which)
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    try:
        resource.setrlimit(which, (value, hard if keep_hard else value))
    except (OSError, ValueError):
        return False
    return True


def _address_space() -> int | None:
    """Bytes of this process' address space, None where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError, IndexError):
        return None
    return pages * os.sysconf("SC_PAGE_SIZE")


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scopes", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def _landlock_version() -> int:
    """0 where there is none."""
    if not sys.platform.startswith("linux"):
        return 0
    return max(int(_call(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(1))), 0)


def _call(number: int, *arguments: object) -> int:
    library = ctypes.CDLL(None, use_errno=True)
    library.syscall.restype = ctypes.c_long
    return int(library.syscall(ctypes.c_long(number), *arguments))


def _restrict(version: int, files: int, network: int, scopes: int, readable: Iterable[Path]) -> bool:
    rules = _Ruleset(files, network, scopes)
    size = 8 if version < 4 else 16 if version < 6 else 24
    ruleset = _call(_CREATE_RULESET, ctypes.byref(rules), ctypes.c_size_t(size), ctypes.c_uint32(0))
    if ruleset < 0:
        return False
    try:
        for path in readable:
            if not _allow(ruleset, path):
                return False
        library = ctypes.CDLL(None, use_errno=True)
        if library.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
            return False
        return _call(_RESTRICT_SELF, ctypes.c_int(ruleset), ctypes.c_uint32(0)) == 0
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: Path) -> bool:
    """Except a folder, or a file, from what may not be read; one that is not there needs no exception."""
    try:
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return True
    try:
        allowed = _READ_FILE | (_READ_DIR if path.is_dir() else 0)
        beneath = _Beneath(allowed, opened)
        added = _call(
            _ADD_RULE, ctypes.c_int(ruleset), ctypes.c_int(1), ctypes.byref(beneath), ctypes.c_uint32(0)
        )
        return added == 0
    finally:
        os.close(opened)
