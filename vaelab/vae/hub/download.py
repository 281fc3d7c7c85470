"""Fetching what the Hub offers into its local cache: progress, cancel, resume, checksums.

What is on its way lies beside the cache's blobs as ``<checksum>.incomplete``, and is kept when a transfer breaks or is
cancelled. A file gets its name only once its checksum is right, and ``refs/main`` follows last, so that nothing in between is
ever taken as whole.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import selectors
import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPMessage, HTTPResponse
from pathlib import Path
from typing import BinaryIO

from vaelab.errors import Stopped, VAEError, why
from vaelab.vae.hub.http import TIMEOUT, HubError, request
from vaelab.vae.hub.ids import HubName, cached_path, repo_cache
from vaelab.vae.hub.offer import HubFile, HubOffer, quoted

_CHUNK = 1 << 18
_HASHED = 1 << 20
_ATTEMPTS = 5
_SPARE = 64 * 2**20
_HEARING = 0.2


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a fetch is.

    Attributes:
        name: of the model.
        file: under way.
        done, total: bytes of all files that are to be fetched; what an earlier fetch left counts as done.
        stage: ``fetching``, ``checking`` (the checksum) or ``waiting`` (to try again after a broken transfer).
        message: why it waits.
    """

    name: HubName
    file: str
    done: int
    total: int
    stage: str = "fetching"
    message: str = ""


def download(
    offer: HubOffer, stop: threading.Event | None = None, *, timeout: float = TIMEOUT, pause: float = 1.0
) -> Iterator[Progress]:
    """Fetch the files that are missing; the VAE is then at :func:`vaelab.vae.hub.ids.cached_path`.

    A transfer that breaks goes on where it broke, by itself up to five times without a byte, and in a later call.

    Args:
        offer: what :func:`vaelab.vae.hub.offer.look_up` found and the user agreed to.
        stop: set from another thread to cancel; what has arrived is kept.
        timeout: seconds without a byte after which the server counts as gone.
        pause: seconds before the second attempt, twice as long before each further one.

    Yields:
        Progress, at least at the start and the end of each file.

    Raises:
        Stopped: ``stop`` was set.
        HubError: the server refuses, lies, or stays away.
        VAEError: no room, no right to write, or another program fetches the same file.
    """
    stop = stop or threading.Event()
    fetch = _Fetch(offer, stop, timeout, pause)
    try:
        yield from fetch.run()
    except OSError as error:
        raise _unwritable(error, offer) from error


class _Fetch:
    def __init__(self, offer: HubOffer, stop: threading.Event, timeout: float, pause: float) -> None:
        self.offer, self.stop, self.timeout, self.pause = offer, stop, timeout, pause
        self.root = repo_cache(offer.name.repo)
        self.missing = offer.missing
        self.total = sum(file.size for file in self.missing)
        self.before = 0

    def run(self) -> Iterator[Progress]:
        self._check_room()
        for file in self.missing:
            blob = self.root / "blobs" / file.etag
            blob.parent.mkdir(parents=True, exist_ok=True)
            with _locked(self.root, file):
                if not _is_right(blob, file, self.stop):
                    blob.unlink(missing_ok=True)
                    yield from self._fetch(file, blob)
                _point(self.offer.folder / file.name, blob)
            self.before += file.size
            yield self._progress(file, 0)
        reference = self.root / "refs" / "main"
        reference.parent.mkdir(parents=True, exist_ok=True)
        _write(reference, self.offer.commit)
        cached_path(self.offer.name)

    def _fetch(self, file: HubFile, blob: Path) -> Iterator[Progress]:
        """Fetch a blob; one that went wrong on top of an earlier attempt's bytes is fetched once more as a whole."""
        partial = blob.with_name(f"{blob.name}.incomplete")
        resumed = _size(partial) > 0
        yield from self._transfer(file, partial)
        yield self._progress(file, file.size, "checking")
        if not _is_right(partial, file, self.stop) and resumed:
            partial.unlink()
            yield from self._transfer(file, partial)
            yield self._progress(file, file.size, "checking")
        if not _is_right(partial, file, self.stop):
            partial.unlink()
            raise HubError(
                f"{file.name} of {self.offer.name.repo} arrived damaged (its checksum is wrong), so it was deleted: "
                "try again, and if that repeats itself the server or a proxy changes files."
            )
        partial.replace(blob)

    def _transfer(self, file: HubFile, partial: Path) -> Iterator[Progress]:
        """Bring a partial file to its full size, however often the connection breaks."""
        failures = 0
        while True:
            start = _size(partial)
            yield self._progress(file, start)
            if start == file.size and partial.exists():
                return
            try:
                yield from self._request(file, partial)
            except HubError as error:
                if not error.passing:
                    raise
                failures = failures + 1 if _size(partial) <= start else 1
                if failures >= _ATTEMPTS:
                    raise HubError(f"{str(error).removesuffix('.')}; what has arrived is kept.") from error
                wait = self.pause * 2 ** (failures - 1)
                yield self._progress(file, _size(partial), "waiting", str(error))
                if self.stop.wait(max(wait, min(error.wait, 30.0))):
                    raise Stopped from error

    def _request(self, file: HubFile, partial: Path) -> Iterator[Progress]:
        """One request for what is still missing."""
        start = _size(partial)
        if start > file.size:
            partial.unlink()
            start = 0
        offer = self.offer
        path = f"/{quoted(offer.name.repo)}/resolve/{offer.commit}/{quoted(file.name)}"
        ranged = {"Range": f"bytes={start}-"} if start else {}
        with request(path, offer.name.repo, ranged, self.timeout) as response:
            if start and (response.status != 206 or not _continues(response.headers, start)):
                start = 0  # the server starts anew, so do we
            length = response.headers.get("Content-Length", "")
            # No more digits than a size has: Python refuses to read thousands of them.
            if length.isdecimal() and (len(length) > 20 or start + int(length) != file.size):
                raise self._other_size(file, "more" if len(length) > 20 else str(start + int(length)))
            with partial.open("ab" if start else "wb") as out:
                yield from self._receive(file, response, out, start)

    def _receive(self, file: HubFile, response: HTTPResponse, out: BinaryIO, done: int) -> Iterator[Progress]:
        first = True
        while True:
            # What came with the headers is in a buffer, where a selector does not see it.
            if not (first or response.chunked):
                self._wait(response)
            first = False
            if self.stop.is_set():
                raise Stopped
            # read1 gives what is there, so that progress does not wait for a chunk to fill.
            part = response.read1(_CHUNK)
            if not part:
                break
            done += len(part)
            if done > file.size:
                raise self._other_size(file, str(done))
            out.write(part)
            yield self._progress(file, done)
        if done < file.size:
            raise HubError(
                f"The transfer of {file.name} ended after {done} of {file.size} bytes: try again.",
                passing=True,
            )

    def _wait(self, response: HTTPResponse) -> None:
        """Wait for bytes, in short pieces, so that a cancel is heard though the server is silent."""
        with selectors.DefaultSelector() as selector:
            try:
                selector.register(response, selectors.EVENT_READ)
            except (ValueError, KeyError):
                return  # it is closed: all has been read
            end = time.monotonic() + self.timeout
            while not selector.select(min(_HEARING, self.timeout)):
                if self.stop.is_set():
                    raise Stopped
                if time.monotonic() > end:
                    raise TimeoutError

    def _progress(self, file: HubFile, done: int, stage: str = "fetching", message: str = "") -> Progress:
        if self.stop.is_set():
            raise Stopped
        return Progress(self.offer.name, file.name, self.before + done, self.total, stage, message)

    def _other_size(self, file: HubFile, seen: str) -> HubError:
        return HubError(
            f"The server sends {seen} bytes for {file.name} of {self.offer.name.repo} where it listed {file.size}, "
            "so it was not taken: try again later."
        )

    def _check_room(self) -> None:
        place = self.root
        while not place.exists():
            place = place.parent
        there = sum(_size(self.root / "blobs" / f"{file.etag}.incomplete") for file in self.missing)
        needed = self.total - there
        free = shutil.disk_usage(place).free
        if needed and free < needed + _SPARE:
            raise VAEError(
                f"{self.offer.name} needs {needed / 1e6:.0f} MB and {place} has {free / 1e6:.0f} MB free: make room, "
                "or move the cache with HF_HOME."
            )


def _continues(headers: HTTPMessage, start: int) -> bool:
    said = headers.get("Content-Range", "")
    return said.startswith(f"bytes {start}-")


def _is_right(path: Path, file: HubFile, stop: threading.Event) -> bool:
    """Whether a file is what the Hub promised: SHA-256 of a large file, Git's SHA-1 of a small one."""
    if _size(path) != file.size or not path.is_file():
        return False
    digest = hashlib.sha256() if len(file.etag) == 64 else hashlib.sha1(usedforsecurity=False)
    if len(file.etag) == 40:
        digest.update(f"blob {file.size}\0".encode())
    with path.open("rb") as content:
        while part := content.read(_HASHED):
            if stop.is_set():
                raise Stopped
            digest.update(part)
    return digest.hexdigest() == file.etag


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


@contextlib.contextmanager
def _locked(root: Path, file: HubFile) -> Iterator[None]:
    """Hold the lock of the Hub's library on a blob, so that no two programs write it."""
    from filelock import FileLock, Timeout

    place = root.parent / ".locks" / root.name / f"{file.etag}.lock"
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(place, timeout=0):
            yield
    except Timeout as error:
        raise VAEError(
            f"Another program is fetching {file.name} at this moment: wait until it has finished and try again."
        ) from error


def _point(pointer: Path, blob: Path) -> None:
    """Let a file of the snapshot be the blob: a link, or, where the system allows none, the blob itself."""
    pointer.parent.mkdir(parents=True, exist_ok=True)
    pointer.unlink(missing_ok=True)
    try:
        pointer.symlink_to(os.path.relpath(blob, pointer.parent))
    except OSError:
        blob.replace(pointer)


def _write(path: Path, text: str) -> None:
    new = path.with_name(f"{path.name}.new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def _unwritable(error: OSError, offer: HubOffer) -> VAEError:
    place = repo_cache(offer.name.repo)
    if error.errno == errno.ENOSPC:
        return VAEError(f"The disk of {place} is full: make room and try again, what has arrived is kept.")
    return VAEError(
        f"{place} cannot be written ({why(error)}): check its rights, or move the cache with HF_HOME."
    )
