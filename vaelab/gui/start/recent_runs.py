"""A run folder in one line, for the first page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from vaelab.errors import RunFolderError
from vaelab.run_folder.read.summary import read_summary


def describe_run(folder: Path) -> dict[str, Any] | None:
    """Return one run's facts; None where there is none any more.

    Returns:
        ``path``, ``title``, ``created`` (ISO 8601), ``vaes`` (labels), ``images`` (how many were measured), ``best`` (label
        and J of the autoencoder that is closest to the originals, None where that is not decided), ``unfinished``, and how many images were listed and done (``images_listed``,
        ``images_done``: by the VAE that got least far, a failed one aside).
    """
    try:
        return _facts(folder, read_summary(folder))
    except (RunFolderError, AttributeError, TypeError, ValueError):
        # Gone, or not a summary of ours: it is not offered.
        return None


def _facts(folder: Path, summary: Mapping[str, Any]) -> dict[str, Any]:
    vaes = summary.get("vaes") or {}
    images = max((int(vae.get("images_ok") or 0) for vae in vaes.values()), default=0)
    done = [
        int(vae.get("images_ok") or 0) + int(vae.get("images_failed") or 0)
        for vae in vaes.values()
        if not vae.get("error")
    ]
    ranked = [item for item in summary.get("ranking") or () if item.get("rank") is not None and "vae" in item]
    first = [item for item in ranked if item["rank"] == 1]
    unfinished = summary.get("state") != "finished"
    return {
        "path": folder,
        "title": folder.name,
        "created": str(summary.get("created", "")),
        "vaes": list(vaes),
        "images": images,
        "best": (str(first[0]["vae"]), float(first[0]["J"])) if len(first) == 1 < len(ranked) else None,
        "unfinished": unfinished,
        "images_done": min(done, default=0),
        "images_listed": int((summary.get("images") or {}).get("listed") or 0),
    }


def describe_runs(folders: Iterable[Path]) -> list[dict[str, Any]]:
    """Describe the runs that still exist, in the order given."""
    found = (describe_run(folder) for folder in folders)
    return [facts for facts in found if facts is not None]
