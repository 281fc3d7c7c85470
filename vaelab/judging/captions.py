"""What images are meant to show, where a text lies beside them (``cat.png``, ``cat.txt``), as trainers keep it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from vaelab.errors import RunFolderError, one_line
from vaelab.run_folder.read.files import read_bytes

_MOST_BYTES = 10_000
_MOST_LETTERS = 400


def captions_of(settings: Mapping[str, Any], images: Iterable[str]) -> dict[str, str]:
    """Return image to caption, of those that have one, from the folders that the run's images came from.

    A run folder may be a stranger's: a folder on another computer is not looked into, since asking for it would tell who asks.

    Args:
        settings: of the run.
        images: names, as the run has them.
    """
    inputs = [Path(each) for each in settings.get("images") or () if not str(each).startswith(("\\\\", "//"))]
    found = {}
    for image in images:
        name = PurePosixPath(image)
        if name.is_absolute() or ".." in name.parts:
            continue
        beside = str(name.with_suffix(".txt"))
        for folder in inputs:
            text = _read(folder.parent, Path(beside).name) if folder.name == image else _read(folder, beside)
            if text:
                found[image] = text
                break
    return found


def _read(folder: Path, place: str) -> str:
    try:
        text = read_bytes(folder, place, _MOST_BYTES).decode("utf-8-sig", errors="replace")
    except (OSError, RunFolderError, ValueError):
        return ""
    flat = one_line(" ".join(text.split()))
    return flat if len(flat) <= _MOST_LETTERS else f"{flat[:_MOST_LETTERS]}…"
