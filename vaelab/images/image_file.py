"""The files that a run is asked to measure, and those that it leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ImageFile:
    """An image to be measured.

    Attributes:
        path: where it lies.
        name: its unique name in this run: the path below the folder that was named, with ``/`` on every system.
    """

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file that looked like an input and was left out, with the reason."""

    path: Path
    reason: str
