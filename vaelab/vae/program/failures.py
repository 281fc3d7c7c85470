"""What is said where a program that its user trusts fails: why, and what can be done, where anything can. No torch here.

Each of these goes on a sentence that begins with the file's name, without its full stop.
"""

from __future__ import annotations

import signal
import sys
from typing import Final, NamedTuple

LOADING, TRIAL, MEASURING = "loading it", "its trial", "one call while measuring"
"""What a limit of time is for."""
_OR_WEIGHTS: Final = ", or pass the weights as safetensors or .pth"


class Limit(NamedTuple):
    """What a wait is for, ``LOADING``, ``TRIAL`` or ``MEASURING``, and when it ends on the monotonic clock."""

    what: str
    end: float


def ask(has_weights: bool) -> str:
    """What is left to do; weights are spoken of where there are any in its file."""
    return f"no setting of VAELab changes that; ask its author{_OR_WEIGHTS if has_weights else ''}"


def not_agreed(has_weights: bool) -> str:
    """That its process sent what no process of VAELab sends."""
    words = "answered with something else than was agreed between its process and VAELab, and was stopped"
    return f"{words}: {ask(has_weights)}"


def too_long(what: str, trial: float, call: float, has_weights: bool) -> str:
    """That it was stopped for its time; both limits, in seconds, are said."""
    took = trial if what == TRIAL else call
    own = "loading it, or one call while measuring," if what == LOADING else "one call while measuring"
    smaller = f"use a smaller size{_OR_WEIGHTS if has_weights else ''}"
    cure = smaller if what == MEASURING else ask(has_weights)
    return f"was stopped, because {what} took longer than {took:g} s: {own} may take {call:g} s, and its trial {trial:g} s; {cure}"


def out_of_memory(room: int | None) -> str:
    """That it has asked for more bytes than its limit lets it, or than there are (None)."""
    if room is None:
        return "asked for more memory than this computer has free: close other programs and start it again"
    return (
        f"asked for more memory than the {room / 1e9:.1f} GB that were free when it was started, which is its limit: close other "
        "programs and start it again; no setting of VAELab raises it"
    )


def ended(code: int | None, what: str, trial: float, call: float, has_weights: bool) -> str:
    """That its process has ended by itself, with this exit code; negative for a signal."""
    if code is None or code >= 0:
        return f"ended its own process (status {code}): {ask(has_weights)}"
    number = -code
    if sys.platform != "win32":
        if number == signal.SIGXCPU:
            return too_long(what, trial, call, has_weights)
        if number in (signal.SIGKILL, signal.SIGTERM):
            return (
                f"was ended by the system or another program (signal {number}), as happens where memory runs out: close other "
                "programs and start it again"
            )
    return f"crashed (signal {number}): {ask(has_weights)}"
