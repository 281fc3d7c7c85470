"""What a run reports while it goes on: frozen events, in input order, for the window and the command line alike."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from vaelab.arrays import Pixels
from vaelab.errors import ExitCode
from vaelab.images.image_file import SkippedFile
from vaelab.results.records import Row
from vaelab.text import Sentence
from vaelab.vae.base import VAEInfo


@dataclass(frozen=True, slots=True)
class RunStarted:
    """The inputs are listed and the run folder is open.

    Attributes:
        folder: the run folder.
        images: number of images to measure.
        vaes: labels of the VAEs.
        skipped: files left out, with reasons.
        done: rows that an earlier, interrupted run has already written.
        notes: what was found in the run folder, and what is done about it, in sentences.
        without_marker: whether it is measured without the marker that was asked for, since no image has room for it.
    """

    folder: Path
    images: int
    vaes: tuple[str, ...]
    skipped: tuple[SkippedFile, ...] = ()
    done: Sequence[Row] = ()
    notes: tuple[str, ...] = ()
    without_marker: bool = False


LOADING_TORCH: Final = "Loading PyTorch"
"""The stage before PyTorch is imported; the next event comes after."""


@dataclass(frozen=True, slots=True)
class StageChanged:
    """The run is now doing something else, in words: ``Loading PyTorch``, ``encode, decode``.

    ``image`` and ``vae`` are counted from 1; 0 while there is none.
    """

    stage: str
    image: int = 0
    vae: int = 0
    image_name: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class VAELoaded:
    """A VAE is ready: its facts, and what it really runs in."""

    label: str
    info: VAEInfo
    precision: str
    device: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VAEFailed:
    """A VAE could not be loaded or could not go on; the others do.

    Attributes:
        label: of the VAE.
        message: one sentence: what happened, why, what to do.
        details: the traceback, empty where nothing was raised.
        remedies: what may cure it, best first: precisions to run it in (``bf16``, ``fp32``), ``tiling``, ``cpu``.
    """

    label: str
    message: str
    details: str = ""
    remedies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowDone:
    """A row is on disk.

    Attributes:
        row: the row.
        original: the image as it is measured, without the marker; None for an image that could not be read.
        reconstruction: what the VAE gave back; None where it failed. Where the marker is embedded it shows in this one.
        marker_original, marker_reconstruction: the marker and one patch around it (``marker.cut``), as the VAE was given it
            and as it came back; None without one.
        finished, total: rows finished so far, and rows of the whole run.
    """

    row: Row
    finished: int
    total: int
    original: Pixels | None = field(default=None, repr=False, compare=False)
    reconstruction: Pixels | None = field(default=None, repr=False, compare=False)
    marker_original: Pixels | None = field(default=None, repr=False, compare=False)
    marker_reconstruction: Pixels | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class RunFinished:
    """The run has ended and everything is on disk.

    Attributes:
        folder: the run folder.
        exit_code: 0 all done, 1 some images failed, 3 a VAE failed, 130 stopped by the user.
        summary: the content of ``summary.json``.
        message: the outcome in one sentence.
        seconds: wall time.
        said: the same sentence with its parts, for another language.
    """

    folder: Path
    exit_code: ExitCode
    summary: Mapping[str, Any] = field(repr=False)
    message: str
    seconds: float
    said: Sentence | None = field(default=None, repr=False)


RunEvent = RunStarted | StageChanged | VAELoaded | VAEFailed | RowDone | RunFinished


_NOT_TOLD: Final = frozenset(
    {"original", "reconstruction", "marker_original", "marker_reconstruction", "summary", "said"}
)


def to_json(event: RunEvent) -> dict[str, Any]:
    """Return an event as strict JSON (for ``--json``), without pixels and without the whole summary."""
    plain: dict[str, Any] = {"event": type(event).__name__}
    for item in dataclasses.fields(event):
        if item.name in _NOT_TOLD:
            continue
        plain[item.name] = _plain(getattr(event, item.name))
    return plain


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {item.name: _plain(getattr(value, item.name)) for item in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(entry) for key, entry in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(entry) for entry in value]
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, float) and value in (float("inf"), float("-inf")):
        return str(value)
    return value
