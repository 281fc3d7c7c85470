"""What a dropped or pasted path is: images, a VAE, or a run to reopen. No Qt here."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from vaelab.images.files import EXTENSIONS
from vaelab.store import ROWS, SUMMARY
from vaelab.vae.sources import WEIGHT_SUFFIXES

_LOOK_AT = 2000
"""Entries of a folder that are looked at before it is taken for a folder of images."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What was handed in, sorted by what it is.

    Attributes:
        images: image files, and folders that may hold images.
        vaes: weight files and folders with a model.
        runs: run folders.
        refused: path and reason for everything else.
    """

    images: tuple[str, ...] = ()
    vaes: tuple[str, ...] = ()
    runs: tuple[Path, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()


def sort_out(paths: Iterable[str]) -> Intake:
    """Tell images, VAEs and runs apart by name and, for folders, by what lies in them."""
    images: list[str] = []
    vaes: list[str] = []
    runs: list[Path] = []
    refused: list[tuple[str, str]] = []
    for text in paths:
        path = Path(text)
        suffix = path.suffix.lower()
        if not path.exists():
            refused.append((text, "it does not exist"))
        elif path.name in (SUMMARY, ROWS) or path.name == "report.html":
            runs.append(path.parent)
        elif path.is_dir():
            kind = _kind_of_folder(path)
            if kind == "run":
                runs.append(path)
            elif kind == "models":
                vaes += list(_models_in(path))
            else:
                (vaes if kind == "vae" else images).append(text)
        elif suffix in WEIGHT_SUFFIXES or path.name.endswith(".index.json"):
            vaes.append(text)
        elif suffix in EXTENSIONS:
            images.append(text)
        elif path.name in ("config.json", "model_index.json"):
            vaes.append(str(path.parent))
        else:
            refused.append((text, "it is neither an image, a VAE file nor a run folder"))
    return Intake(tuple(images), tuple(vaes), tuple(runs), tuple(refused))


def paths_in(text: str) -> tuple[str, ...]:
    """Return the existing paths in pasted text, one a line, quoted or not, as ``file:`` addresses or plain."""
    found = []
    for line in text.splitlines():
        line = line.strip().strip("\"'")
        if line.startswith("file:"):
            from urllib.parse import unquote, urlparse

            line = unquote(urlparse(line).path)
            if os.name == "nt":
                line = line.lstrip("/")
        if line and len(line) < 4096 and _exists(line):
            found.append(str(Path(line).expanduser()))
    return tuple(found)


def _exists(text: str) -> bool:
    try:
        return Path(text).expanduser().exists()
    except (OSError, ValueError, RuntimeError):
        return False


def _kind_of_folder(path: Path) -> str:
    if (path / ROWS).is_file() or (path / SUMMARY).is_file():
        return "run"
    if (path / "config.json").is_file() or (path / "vae" / "config.json").is_file():
        return "vae"
    weights = images = 0
    for name in _names(path):
        suffix = os.path.splitext(name)[1].lower()  # noqa: PTH122 - a Path for each of thousands of names is slow
        weights += suffix in WEIGHT_SUFFIXES
        images += suffix in EXTENSIONS
    return "models" if weights and not images else "images"


def _models_in(path: Path) -> Iterator[str]:
    """The VAEs of a folder; one whose header cannot be read comes too, so that it is shown with the reason."""
    from vaelab.vae.base import VAEInfo
    from vaelab.vae.catalog import find_vaes

    for found in find_vaes(path):
        if isinstance(found, VAEInfo):
            yield found.source


def _names(path: Path) -> list[str]:
    try:
        with os.scandir(path) as entries:
            return [entry.name for entry in islice(entries, _LOOK_AT)]
    except OSError:
        return []
