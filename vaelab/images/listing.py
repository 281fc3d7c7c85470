"""Find the images in folders, in one order on every system, without opening or touching a single file."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from typing import NamedTuple

from vaelab.errors import UsageError, why
from vaelab.images.files import EXTENSIONS, quoted
from vaelab.images.image_file import ImageFile, SkippedFile
from vaelab.run_files import CHART_PICTURES, PICTURES, RECORD

_PEEK_FOLDERS = 1000
"""How many subfolders are looked into before an error message gives up finding images there."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What was found: images in the order in which they are measured, and what was left out with the reason."""

    images: tuple[ImageFile, ...]
    skipped: tuple[SkippedFile, ...]


class _Found(NamedTuple):
    name: str  # below the folder that was named, "/" on every system, not yet unique
    path: str
    identity: str  # real path: equal for two ways to the same file
    prefix: str  # name of the folder that was named


def list_images(inputs: Sequence[Path], *, recursive: bool = False, limit: int | None = None) -> Listing:
    """List the images in folders and files, naturally sorted (``img2`` before ``img10``), each file once.

    A folder's files are sorted among themselves, and so is every run of files that were named one by one (a
    shell's ``*`` has no order of its own that is the same everywhere); the inputs keep the order in which
    they were named. In a folder, hidden files, hidden folders and files without an image extension are left
    out silently; a file that was named itself is always taken. Links are followed, loops end, a file
    reached twice is listed once. A run folder below a folder is left out, and so are the pictures of a run
    that was written into the folder itself: they are no inputs.

    Args:
        inputs: folders and files.
        recursive: look into subfolders as well.
        limit: take only the first so many. Names are given before, so they do not depend on it.

    Raises:
        UsageError: an input that does not exist or cannot be read, a folder without images, no input, a
        limit below 1.
    """
    if not inputs:
        raise UsageError("No images were named: give a folder or image files.")
    if limit is not None and limit < 1:
        raise UsageError(f"The limit is {limit}, but at least one image is needed: give 1 or more.")
    skipped: list[SkippedFile] = []
    ordered: list[_Found] = []
    for is_folder, group in groupby(((path, _is_folder(path)) for path in inputs), key=lambda item: item[1]):
        paths = [path for path, _ in group]
        if not is_folder:
            ordered += _sorted(_named_file(path) for path in paths)
            continue
        for path in paths:
            ordered += _folder_images(path, recursive, skipped)
    unique: dict[str, _Found] = {}
    for found in ordered:
        first = unique.setdefault(found.identity, found)
        if first is not found:
            skipped.append(
                SkippedFile(
                    Path(found.path), f"the same file as {quoted(first.name)}, which is listed already"
                )
            )
    files = list(unique.values())
    images = (
        ImageFile(Path(found.path), name) for found, name in zip(files, _unique_names(files), strict=True)
    )
    return Listing(tuple(islice(images, limit)), tuple(skipped))


def natural_key(name: str) -> tuple[tuple[tuple[str | int, ...], ...], str]:
    """Return a sort key: path component by component, numbers by value, case ignored, ties by the exact name."""
    components = unicodedata.normalize("NFC", name).casefold().split("/")
    return tuple(_numbers_apart(component) for component in components), name


def _numbers_apart(text: str) -> tuple[str | int, ...]:
    # re.split with one group alternates text and digits: text is compared with text, number with number.
    parts = re.split(r"([0-9]+)", text)
    return tuple(int(part) if place % 2 else part for place, part in enumerate(parts))


def _sorted(found: Iterator[_Found] | list[_Found]) -> list[_Found]:
    return sorted(found, key=lambda item: natural_key(item.name))


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except FileNotFoundError:
        what = "is a broken link" if path.is_symlink() else "does not exist"
        raise UsageError(f"{quoted(path)} {what}: check the path of the folder or image.") from None
    except (OSError, ValueError) as error:
        raise UsageError(
            f"{quoted(path)} cannot be read ({why(error)}): check the path and its permissions."
        ) from None


def _named_file(path: Path) -> _Found:
    return _Found(path.name, str(path), _identity(str(path)), path.absolute().parent.name)


def _identity(path: str) -> str:
    return os.path.normcase(os.path.realpath(path))


def _is_image(name: str) -> bool:
    return os.path.splitext(name)[1].lower() in EXTENSIONS  # noqa: PTH122 - a Path each is slow


def _folder_images(folder: Path, recursive: bool, skipped: list[SkippedFile]) -> list[_Found]:
    plain: list[_Found] = []
    linked: list[_Found] = []
    others: Counter[str] = Counter()
    left_out: list[SkippedFile] = []
    prefix = folder.absolute().name
    for entry, below, real in _walk(folder, recursive, left_out):
        if not _is_image(entry.name):
            others[os.path.splitext(entry.name)[1].lower()] += 1  # noqa: PTH122
        elif not _is_regular(entry):
            reason = "a broken link" if entry.is_symlink() else "not a regular file"
            left_out.append(SkippedFile(Path(entry.path), reason))
        elif entry.is_symlink():
            linked.append(_Found(below + entry.name, entry.path, _identity(entry.path), prefix))
        else:
            # The folder's real path is known, so an ordinary file costs no system call at all.
            identity = os.path.normcase(os.path.join(real, entry.name))  # noqa: PTH118
            plain.append(_Found(below + entry.name, entry.path, identity, prefix))
    if not plain and not linked:
        raise UsageError(_no_images(folder, recursive, others, left_out))
    skipped += left_out
    # A file is known by its own name rather than by a link to it.
    own = {found.identity for found in plain}
    doubles = [found for found in linked if found.identity in own]
    skipped += [
        SkippedFile(Path(found.path), "a link to an image that is listed already") for found in doubles
    ]
    return _sorted(plain + [found for found in linked if found.identity not in own])


def _is_regular(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link that points to itself
        return False


def _is_subfolder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _walk(
    folder: Path, recursive: bool, skipped: list[SkippedFile]
) -> Iterator[tuple[os.DirEntry[str], str, str]]:
    """Yield every file: (entry, its folder's path below ``folder`` ending in "/", its folder's real path)."""
    visited: set[str] = set()
    pending = deque([(str(folder), "")])
    linked: deque[tuple[str, str]] = deque()  # looked into last, so that a folder is found under its own name
    while pending or linked:
        path, below = (pending or linked).popleft()
        real = os.path.realpath(path)
        if real in visited:
            continue
        visited.add(real)
        try:
            with os.scandir(path) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            if not below:
                raise UsageError(
                    f"The folder {quoted(path)} cannot be read ({why(error)}): check its permissions."
                ) from None
            skipped.append(SkippedFile(Path(path), f"the folder cannot be read ({why(error)})"))
            continue
        is_run = len(RECORD.intersection(entry.name for entry in entries)) >= 2
        if is_run and below:
            skipped.append(SkippedFile(Path(path), "a run folder of VAELab, whose pictures are no inputs"))
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if not _is_subfolder(entry):
                yield entry, below, real
            elif recursive and is_run and entry.name in (PICTURES, CHART_PICTURES):
                skipped.append(
                    SkippedFile(
                        Path(entry.path), "pictures of the run that is in this folder, which are no inputs"
                    )
                )
            elif recursive:
                (linked if entry.is_symlink() else pending).append((entry.path, f"{below}{entry.name}/"))


def _no_images(folder: Path, recursive: bool, others: Counter[str], left_out: list[SkippedFile]) -> str:
    start = f"The folder {quoted(folder)} holds no images"
    if not recursive:
        below = {
            Path(entry.path).parent for entry, path, _ in _peek(folder) if path and _is_image(entry.name)
        }
        if below:
            return f"{start} itself, but its subfolders do: take in subfolders too (recursive)."
    if left_out:
        what = left_out[0]
        return f"{start} that can be read ({quoted(what.path.name)}: {what.reason}): check it, or name another folder."
    if others:
        kinds = ", ".join(extension or "no extension" for extension, _ in others.most_common(3))
        return f"{start} among its files ({kinds}): name a folder with PNG, JPEG, WebP, AVIF, TIFF or similar files."
    return f"{start}: it is empty; name a folder with PNG, JPEG, WebP, AVIF, TIFF or similar files."


def _peek(folder: Path) -> Iterator[tuple[os.DirEntry[str], str, str]]:
    """Walk the subfolders until the first image was seen, or long enough."""
    folders: set[str] = set()
    for item in _walk(folder, True, []):
        folders.add(item[1])
        yield item
        if len(folders) > _PEEK_FOLDERS or (item[1] and _is_image(item[0].name)):
            return


def _unique_names(files: Sequence[_Found]) -> list[str]:
    """Return unique names that UTF-8 can hold: plain, else with their folder's name before, else counted."""
    # A name that is no valid UTF-8 holds lone surrogates: show them as \udcff, as Python prints them.
    names = [found.name.encode("utf-8", "backslashreplace").decode() for found in files]
    prefixes = [found.prefix.encode("utf-8", "backslashreplace").decode() for found in files]
    shared = {name for name, times in Counter(names).items() if times > 1}
    names = [
        f"{above}/{name}" if name in shared else name for above, name in zip(prefixes, names, strict=True)
    ]
    times = Counter(names)
    taken = {name for name, count in times.items() if count == 1}
    for place, name in enumerate(names):
        if times[name] > 1:
            stem, extension = os.path.splitext(name)  # noqa: PTH122 - no path, but a name with "/"
            tries = (
                name if count == 1 else f"{stem} ({count}){extension}" for count in range(1, len(names) + 2)
            )
            names[place] = next(candidate for candidate in tries if candidate not in taken)
            taken.add(names[place])
    return names
