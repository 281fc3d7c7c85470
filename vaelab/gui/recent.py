"""A run folder in one line, for the first page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from vaelab.errors import RunFolderError
from vaelab.store import read_summary


def describe_run(folder: Path) -> dict[str, Any] | None:
    """Return ``path``, ``title``, ``facts`` and ``unfinished`` of a run; None where there is none any more."""
    try:
        summary = read_summary(folder)
    except RunFolderError:
        return None
    vaes = summary.get("vaes") or {}
    images = max((int(vae.get("images_ok") or 0) for vae in vaes.values()), default=0)
    scored = sorted((vae["J"], label) for label, vae in vaes.items() if vae.get("J") is not None)
    facts = [f"{images} × {', '.join(list(vaes)[:4])}{' …' if len(vaes) > 4 else ''}"]
    if scored:
        facts.append(f"J {scored[0][0]:.3f} {scored[0][1]}")
    unfinished = summary.get("state") != "finished"
    created = str(summary.get("created", ""))[:16].replace("T", " ")
    return {
        "path": folder,
        "title": folder.name,
        "facts": " · ".join([created, *facts]),
        "unfinished": unfinished,
    }
