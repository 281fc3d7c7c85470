"""What a dropped or pasted path is: images, a VAE, or a run to reopen. No Qt here."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urlparse

from vaelab.errors import UsageError, VAELabError, why
from vaelab.images.files import EXTENSIONS
from vaelab.run_files import REPORT, ROWS, SUMMARY
from vaelab.settings import expanded
from vaelab.vae.files.weight_names import WEIGHT_SUFFIXES, split_part
from vaelab.vae.spec.builtins import built_in, read_argument
from vaelab.vae.spec.words import split_built_in

Want = Literal["", "images", "vaes"]
"""What the user said that a folder is: a dialog asks for one kind, a drop for whatever it may be."""

_LOOK_AT = 2000
"""Entries of a folder that are looked at before it is taken for what it seems to be."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What was handed in, sorted by what it is.

    Attributes:
        images: image files, and folders that hold images.
        vaes: weight files and folders with a model.
        runs: run folders.
        refused: path and reason for everything else.
        nested: whether a folder's images lie in its subfolders only.
    """

    images: tuple[str, ...] = ()
    vaes: tuple[str, ...] = ()
    runs: tuple[Path, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    nested: bool = False


@dataclass(slots=True)
class _Piles:
    images: list[str] = field(default_factory=list)
    vaes: list[str] = field(default_factory=list)
    runs: list[Path] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    nested: bool = False


def sort_out(paths: Iterable[str], want: Want = "") -> Intake:
    """Tell images, VAEs and runs apart by name and, for folders, by what lies in them.

    Args:
        paths: what was handed in; web addresses are refused, nothing is downloaded.
        want: how a folder is to be taken that could be several things.
    """
    found = _Piles()
    for text in paths:
        if urlparse(text).scheme in ("http", "https", "ftp"):
            found.refused.append((text, "it is a web address: download the file and drop that"))
            continue
        path = Path(text)
        try:
            _sort_out(path, text, want, found)
        except OSError as error:
            found.refused.append((text, f"it cannot be read ({why(error)}): check its permissions"))
    runs, refused = tuple(dict.fromkeys(found.runs)), tuple(found.refused)
    return Intake(tuple(found.images), tuple(found.vaes), runs, refused, found.nested)


def _sort_out(path: Path, text: str, want: Want, found: _Piles) -> None:
    suffix = path.suffix.lower()
    if not path.exists() and (
        _is_built_in(text) or (split_part(text)[1] and Path(split_part(text)[0]).exists())
    ):
        found.vaes.append(text)
    elif not path.exists():
        looped = path.is_symlink()
        found.refused.append((text, "it is a link to nothing" if looped else "it does not exist"))
    elif path.name in (SUMMARY, ROWS, REPORT):
        found.runs.append(path.parent)
    elif path.is_dir():
        _sort_out_folder(path, text, want, found)
    elif suffix in WEIGHT_SUFFIXES or path.name.endswith(".index.json"):
        found.vaes.append(text)
    elif suffix in EXTENSIONS:
        found.images.append(text)
    elif path.name in ("config.json", "model_index.json"):
        found.vaes.append(str(path.parent))
    else:
        found.refused.append((text, "it is neither an image, a VAE file nor a run folder"))


def _sort_out_folder(path: Path, text: str, want: Want, found: _Piles) -> None:
    if want != "images" and ((path / ROWS).is_file() or (path / SUMMARY).is_file()):
        found.runs.append(path)
        return
    weights, images = _weights_and_images(_names(path))
    configured = (path / "config.json").is_file() or (path / "vae" / "config.json").is_file()
    if configured and want != "images" and (weights or not images or want == "vaes"):
        found.vaes.append(text)
        return
    if want == "images" or (images and not weights and not want):
        found.images.append(text)
        return
    deep_weights, deep_images = (weights, images) if weights or images else _weights_and_images(_below(path))
    if want == "vaes" or deep_weights:
        count = len(found.vaes) + len(found.refused)
        _take_models(path, found)
        if count == len(found.vaes) + len(found.refused):
            found.refused.append((text, "no VAE file lies in it: .safetensors, .ckpt, .pth and the like"))
    if deep_images and want != "vaes":
        found.images.append(text)
        found.nested = found.nested or not images
    elif not deep_weights and want != "vaes":
        found.refused.append((text, "it holds no images, no VAE and no run"))


def paths_in(text: str) -> tuple[str, ...]:
    """Return what pasted text names, one a line: existing paths (quoted or not, as ``file:`` or plain), built-ins, web addresses."""
    found = []
    for line in text.splitlines():
        line = line.strip().strip("\"'")
        if line.startswith("file:"):
            line = unquote(urlparse(line).path)
            if os.name == "nt":
                line = line.lstrip("/")
        if line.startswith(("http://", "https://")):
            found.append(line)
        elif line and len(line) < 4096 and _exists(split_part(line)[0]):
            found.append(expanded(line))
        elif _is_built_in(line):
            found.append(line)
    return tuple(found)


def _is_built_in(text: str) -> bool:
    name, argument = split_built_in(text)
    entry = built_in(name)
    if entry is None:
        return False
    try:
        read_argument(entry, argument)
    except UsageError:
        return False
    return True


def _exists(text: str) -> bool:
    try:
        return Path(expanded(text)).exists()
    except (OSError, ValueError, UsageError):
        return False


def _weights_and_images(names: Iterable[str]) -> tuple[int, int]:
    """How many names are weight files, and how many images; a preview beside its weight file is no image of its own."""
    weights: list[str] = []
    images: list[str] = []
    for name in names:
        stem, suffix = os.path.splitext(name)  # noqa: PTH122 - a Path for each of thousands of names is slow
        if suffix.lower() in WEIGHT_SUFFIXES:
            weights.append(stem)
        elif suffix.lower() in EXTENSIONS:
            images.append(stem)
    previews = tuple(weights)
    return len(weights), sum(not stem.startswith(previews) for stem in images) if previews else len(images)


def _take_models(path: Path, found: _Piles) -> None:
    """Add the VAEs of a folder, and why each other weight file is none."""
    from vaelab.errors import UntrustedProgramError
    from vaelab.vae.base import VAEInfo
    from vaelab.vae.catalog import find_vaes

    try:
        for item in find_vaes(path):
            # A program is in the list as well: there the user can say that it is to be trusted.
            if isinstance(item, VAEInfo | UntrustedProgramError):
                found.vaes.append(item.source)
            else:
                found.refused.append(_blamed(path, str(item)))
    except VAELabError as error:
        found.refused.append((str(path), str(error)))


def _blamed(folder: Path, sentence: str) -> tuple[str, str]:
    """Split an error's sentence, which begins with the file's path, into path and reason."""
    for end in range(len(sentence), 0, -1):
        if sentence[:end].startswith(str(folder)) and Path(sentence[:end]).is_file():
            return sentence[:end], sentence[end:].strip(" :")
    return str(folder), sentence


def _names(path: Path) -> list[str]:
    with os.scandir(path) as entries:
        return [entry.name for entry in islice(entries, _LOOK_AT)]


def _below(path: Path) -> Iterator[str]:
    """Names of files in the subfolders; links are not followed, so that no loop can hold this up."""
    files = (name for _, _, names in os.walk(path) for name in names)
    return islice(files, _LOOK_AT)
