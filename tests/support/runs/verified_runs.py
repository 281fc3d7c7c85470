"""Runs for the tests of ``vaelab verify``: small photographs of odd sizes through real codecs, every picture saved."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PIL import Image

from vaelab.control import Control
from vaelab.engine.runner import run
from vaelab.settings import RunSettings
from vaelab.verify.findings import Verification
from vaelab.verify.verify import verify


def odd_images(folder: Path, photographs: dict[str, Any], *, broken: bool = True) -> Path:
    """Two pictures of odd sizes, one in which no marker fits, a copy of the first, and one that cannot be read."""
    folder.mkdir()
    parts = {
        "a": ("astronaut", 137, 151),
        "b": ("coffee", 64, 96),
        "c": ("chelsea", 121, 129),
        "copy of a": ("astronaut", 137, 151),
    }
    for name, (photo, height, width) in parts.items():
        Image.fromarray(photographs[photo][40 : 40 + height, 30 : 30 + width]).save(folder / f"{name}.png")
    if broken:
        (folder / "d.png").write_bytes((folder / "a.png").read_bytes()[:700])
    return folder


def measured_run(images: Path, out: Path, *vaes: str, **changes: Any) -> Path:
    """Run, and return the run folder."""
    plain: dict[str, Any] = {"device": "cpu", "fit": "native", "save_images": "all", "batch_size": 1}
    settings = RunSettings(images=(str(images),), vaes=vaes, out=str(out), **{**plain, **changes})
    for _ in run(settings, Control()):
        pass
    return out


def verified(folder: Path) -> Verification:
    """Return the end of a verification."""
    *_, found = verify(folder)
    assert isinstance(found, Verification)
    return found


def outside(found: Verification) -> dict[str, int]:
    """Column or part of the summary to how many of its values do not agree."""
    return {line.name: line.outside for line in (*found.columns, *found.summary) if not line.agrees}


def edit_summary(folder: Path, change: Any) -> None:
    """Change summary.json in place by a function of what it holds."""
    path = folder / "summary.json"
    summary = json.loads(path.read_text("utf-8"))
    change(summary)
    path.write_text(json.dumps(summary), "utf-8")
