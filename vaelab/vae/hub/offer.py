"""What the Hub offers under an id: the files that make the VAE, with sizes, checksums and the licence, before any is fetched."""

from __future__ import annotations

import json
import re
import time
import urllib.parse
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from vaelab.errors import VAEError
from vaelab.vae.hub.choose_files import choose_files
from vaelab.vae.hub.http import TIMEOUT, HubError, request
from vaelab.vae.hub.ids import HubName, is_cached, read_hub_id, repo_cache

_LONGEST_LISTING = 64 * 2**20
_LONGEST_WAIT = 60.0
_LARGEST_FILE = 2**50
"""Bytes, a thousand times what the Hub stores as one file."""
_LONGEST_PART = 255
"""Bytes of a file's or folder's name that file systems take."""
_LONGEST_NAME = 1000


@dataclass(frozen=True, slots=True)
class HubFile:
    """One file of a model.

    Attributes:
        name: its path in the model.
        size: in bytes; -1 where the Hub names one that no file has.
        etag: how the cache names its content: SHA-256 of a large file, Git's SHA-1 of a small one; in hexadecimal.
    """

    name: str
    size: int
    etag: str


@dataclass(frozen=True, slots=True)
class HubOffer:
    """What would be fetched.

    Attributes:
        name: the id.
        commit: of the model's main branch.
        licence: as its card says it, ``"unknown"`` where it does not.
        gated: whether it is only given to those who have accepted the licence.
        files: what makes the VAE.
    """

    name: HubName
    commit: str
    licence: str
    gated: bool
    files: tuple[HubFile, ...]

    @property
    def folder(self) -> Path:
        """Where the cache will hold the files."""
        return repo_cache(self.name.repo) / "snapshots" / self.commit

    @property
    def size(self) -> int:
        """Of all files, in bytes."""
        return sum(file.size for file in self.files)

    @property
    def missing(self) -> tuple[HubFile, ...]:
        """The files that are not here yet."""
        return tuple(file for file in self.files if not _is_whole(self.folder / file.name, file.size))

    @property
    def cached(self) -> bool:
        """Whether nothing is to be fetched."""
        return not self.missing and is_cached(self.name)


def look_up(text: str | HubName, timeout: float = TIMEOUT) -> HubOffer:
    """Ask the Hub what an id means: one request, nothing is fetched.

    Args:
        text: as for :func:`vaelab.vae.hub.ids.read_hub_id`.
        timeout: seconds without a byte after which the server counts as gone.

    Raises:
        HubError: the server is not there, refuses, or answers with something else.
        VAEError: the id is none, or does not say which file is meant.
    """
    name = read_hub_id(text) if isinstance(text, str) else text
    content = _listing(name.repo, timeout)
    files, unsafe = {}, 0
    for item in _list(content.get("siblings")):
        file = _file(item)
        unsafe += file is None
        if file is not None:
            files[file.name] = file
    commit = content.get("sha")
    if not isinstance(commit, str) or not re.fullmatch(r"[0-9a-f]{7,64}", commit):
        raise _nonsense(name.repo, "it names no commit")
    try:
        chosen = choose_files(files, name)
    except VAEError as error:
        if not unsafe:
            raise
        raise HubError(
            f"{str(error).removesuffix('.')}; {unsafe} of its files have names that no file here may have, and were left out."
        ) from error
    for item in chosen:
        if files[item].size < 0:
            raise _nonsense(name.repo, f"it says that {item} has an impossible size")
        if not files[item].etag:
            raise _nonsense(name.repo, f"it has no checksum of {item}")
    return HubOffer(
        name,
        commit,
        _licence(content),
        content.get("gated") not in (False, None, "False"),
        tuple(files[item] for item in chosen),
    )


def quoted(path: str) -> str:
    """A path as it stands in an address."""
    return urllib.parse.quote(path, safe="/")


def _listing(repo: str, timeout: float) -> Mapping[str, Any]:
    end = time.monotonic() + _LONGEST_WAIT
    parts, size = [], 0
    with request(f"/api/models/{quoted(repo)}/revision/main?blobs=true", repo, timeout=timeout) as response:
        while part := response.read1(1 << 16):
            size += len(part)
            parts.append(part)
            if size > _LONGEST_LISTING or time.monotonic() > end:
                raise _nonsense(repo, "its list of files does not end")
    try:
        content = json.loads(b"".join(parts))
    except (ValueError, RecursionError) as error:
        raise _nonsense(
            repo, "it is no JSON; is this a network that wants a login in the browser first?"
        ) from error
    if not isinstance(content, dict):
        raise _nonsense(repo, "it is no table")
    return content


def _file(item: object) -> HubFile | None:
    """A file of the listing; None for what no file of ours may be called."""
    if not isinstance(item, dict):
        return None
    name, large = item.get("rfilename"), item.get("lfs")
    if not isinstance(name, str) or not _is_safe(name):
        return None
    size, etag = item.get("size"), item.get("blobId")
    if isinstance(large, dict):
        size, etag = large.get("size", size), large.get("sha256")
    if type(size) is not int or not 0 <= size <= _LARGEST_FILE:
        size = -1
    known = isinstance(etag, str) and re.fullmatch(r"[0-9a-f]{40}|[0-9a-f]{64}", etag)
    return HubFile(name, size, str(etag) if known else "")


def _is_safe(name: str) -> bool:
    """Whether a name, which a stranger chose, stays below the folder that it is joined to, and is text alone when shown."""
    # Before anything else looks at it: surrogates are no text, controls move a terminal's cursor.
    if not name.isprintable() or len(name) > _LONGEST_NAME:
        return False
    path = PurePosixPath(name)
    return not (
        any(len(part.encode()) > _LONGEST_PART for part in path.parts)
        or path.is_absolute()
        or str(path) != name
        or ".." in path.parts
        or re.search(r'[\\:*?"<>|]', name)
    )


def _licence(content: Mapping[str, Any]) -> str:
    card = content.get("cardData")
    card = card if isinstance(card, dict) else {}
    named = [card.get("license_name"), card.get("license")]
    named += [
        tag.removeprefix("license:")
        for tag in _list(content.get("tags"))
        if isinstance(tag, str) and tag.startswith("license:")
    ]
    # No line break or control, and nothing that a window could take for markup.
    words = [
        item
        for item in named
        if isinstance(item, str)
        and item not in ("", "other")
        and item.isprintable()
        and not set(item) & set("<>&")
    ]
    return words[0][:80] if words else "unknown"


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _is_whole(path: Path, size: int) -> bool:
    try:
        return path.stat().st_size == size
    except OSError:
        return False


def _nonsense(repo: str, why: str) -> HubError:
    return HubError(f"What the Hub says of {repo} cannot be used ({why}): try again later.")
