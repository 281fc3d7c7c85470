"""The errors a user can meet: one sentence each, saying what happened, why, and what to do."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable
from enum import IntEnum
from pathlib import Path
from typing import Any


class ExitCode(IntEnum):
    """How a command or a run ended, as the exit status of the process says it."""

    OK = 0
    IMAGES_FAILED = 1
    UNHEALTHY = 1
    """Of ``vaelab doctor``."""
    NOT_VERIFIED = 1
    """Of ``vaelab verify``."""
    UNUSABLE = 2
    """A setting or an input could not be used; nothing was run."""
    VAE_FAILED = 3
    STOPPED = 130
    """By the user: 128 and the number of Ctrl-C's signal."""


class VAELabError(Exception):
    """Root of all errors whose message is fit to be shown as it is."""


class UsageError(VAELabError):
    """A setting or an input cannot be used; nothing was run (exit status 2)."""


class ImageError(VAELabError):
    """One image cannot be measured; the others go on (exit status 1)."""


class VAEError(VAELabError):
    """One VAE cannot be loaded or run; the others go on (exit status 3).

    Attributes:
        remedies: what may cure it, best first: precisions (``bf16``, ``fp32``), ``tiling``, ``cpu``.
    """

    def __init__(self, message: str = "", *, remedies: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.remedies = remedies


class UntrustedProgramError(VAEError):
    """A file could only be run as its author's program, and the user has not said that it may.

    Attributes:
        source: one of the files, which names them all.
        files: all of them.
        hashes: SHA-256 of those that would have to be trusted.
        seen: what is odd about the program, as sentences; empty for nothing.
        has_weights: whether there are weights in its files.
    """

    def __init__(
        self,
        message: str = "",
        *,
        source: str = "",
        files: tuple[str, ...] = (),
        hashes: tuple[str, ...] = (),
        seen: tuple[Any, ...] = (),
        has_weights: bool = True,
    ) -> None:
        super().__init__(message)
        self.source, self.files, self.hashes, self.seen = source, files, hashes, seen
        self.has_weights = has_weights


class LackingPackageError(VAEError):
    """The file may be what it seems; what would run it is not installed, so that nothing could be compared."""


class OutOfMemoryError(VAEError):
    """One image was too large for the memory, whatever was tried; a smaller one may do."""


class PrecisionError(VAEError):
    """The device cannot compute in the precision that was chosen."""


class RunFolderError(VAELabError):
    """A run folder cannot be written, continued or read (exit status 2)."""


class RecordLostError(RunFolderError):
    """The files of a run that goes on were deleted, moved or exchanged: what is in its folder is not what was written."""


class RecordRescuedError(RunFolderError):
    """The record of a run was lost, and its rows were written into another run folder.

    Attributes:
        folder: that folder, which can be resumed.
    """

    def __init__(self, message: object, folder: Path) -> None:
        super().__init__(message)
        self.folder = folder


class Stopped(Exception):  # noqa: N818 - not an error: the user asked for it
    """Raised between two stages once the user has asked for an immediate stop."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``" Did you mean 'x'?"`` for the nearest known word, or an empty string."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f" Did you mean '{near[0]}'?" if near else ""


_HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""Control characters, those that turn the direction of what is read, and halves of letters."""
_SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def one_line(text: str, keep: str = "") -> str:
    r"""Return text on one line that neither moves a cursor nor turns what is read: ``\n``, ``\u001b``, the same wherever it is shown.

    That is how JSON writes such characters too, so JSON means the same before and after. What is merely rare, as a joiner inside
    of an emoji, stays.

    Args:
        text: any; of other people's: names, labels, paths, what a library said.
        keep: control characters that stay.
    """
    return _HARMFUL.sub(lambda found: found[0] if found[0] in keep else _written(found[0]), text)


def _written(letter: str) -> str:
    return _SHORT.get(letter) or f"\\u{ord(letter):04x}"


def no_json(error: Exception) -> str:
    """Return what is wrong with a text that ``json.loads`` refuses, as part of a sentence."""
    if isinstance(error, json.JSONDecodeError):
        return f"it is no JSON from line {error.lineno}, column {error.colno} on"
    if isinstance(error, UnicodeDecodeError):
        return f"byte {error.start + 1} is no UTF-8"
    # json itself has no other ValueError than that of a number of thousands of digits.
    return (
        "its brackets are nested too deeply"
        if isinstance(error, RecursionError)
        else "a number in it is too long"
    )


def why(error: OSError | ValueError) -> str:
    """Return an error of the system in its own words, fit for the middle of a sentence: ``no space left on device``."""
    words = error.strerror if isinstance(error, OSError) else None
    return words[:1].lower() + words[1:] if words else str(error) or type(error).__name__
