"""The files below a folder, through links as well: models are often kept on another disk. No torch here."""

from __future__ import annotations

import os
from pathlib import Path

from vaelab.errors import VAEError, why


def files_below(folder: Path) -> tuple[list[Path], list[VAEError]]:
    """The files below a folder, sorted, and for each folder that cannot be read, why.

    Links to folders are followed, but no folder is listed a second time.
    """
    found: list[Path] = []
    refused: list[VAEError] = []

    def refuse(error: OSError) -> None:
        refused.append(VAEError(f"{error.filename} cannot be read: {why(error)}."))

    seen = {os.path.realpath(folder)}
    for place, folders, names in os.walk(folder, onerror=refuse, followlinks=True):
        kept = []
        for name in sorted(folders):
            real = os.path.realpath(Path(place, name))
            if real not in seen:
                seen.add(real)
                kept.append(name)
        folders[:] = kept
        found += [path for path in (Path(place, name) for name in names) if path.is_file()]
    return sorted(found), refused
