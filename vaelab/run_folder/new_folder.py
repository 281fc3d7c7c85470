"""The name of a new run folder."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path


def new_run_folder(name: str, parent: Path | None = None) -> Path:
    """Return a run folder that does not exist yet: ``runs/<time>_<name>`` in the user's documents, or below ``parent``.

    What Windows takes in no name becomes ``_``, and a dot or a space at the end goes, which it drops in silence.
    """
    if parent is None:
        documents = Path.home() / "Documents"
        parent = (documents if documents.is_dir() else Path.home()) / "VAELab" / "runs"
    legal = re.sub(r'[<>:"/\\|?*\x00-\x1f]', "_", name).rstrip(" .")
    stem = f"{datetime.now():%Y-%m-%d_%H-%M-%S}_{legal}".rstrip("_")
    path, count = parent / stem, 2
    while path.exists():
        path, count = parent / f"{stem}_{count}", count + 1
    return path
