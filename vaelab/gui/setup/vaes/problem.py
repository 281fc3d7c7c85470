"""A VAE that failed in a run, as the list of VAEs shows it."""

from __future__ import annotations

from dataclasses import dataclass

from vaelab.settings import RunSettings


@dataclass(frozen=True, slots=True)
class Problem:
    """A VAE that failed.

    Attributes:
        label: its name in the run.
        images: how many it had measured by then; None where it could not even be loaded.
        message: one sentence: what, why, what to do.
        details: the traceback, or empty.
        remedies: what may cure it, best first: a precision, ``tiling`` or ``cpu``.
        settings: of the run it failed in.
        chosen: the remedy that is to be tried when the run that goes on has ended; empty for none.
    """

    label: str
    images: int | None
    message: str
    details: str
    remedies: tuple[str, ...]
    settings: RunSettings
    chosen: str = ""
