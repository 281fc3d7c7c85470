"""What is said where a program that its user trusts fails: why, and what can be done, where anything can. No torch here.

Each of these goes on a sentence that begins with the file's name, without its full stop.
"""

from __future__ import annotations

import signal
import sys
from typing import Final, NamedTuple

LOADING, TRIAL, MEASURING = "loading it", "its trial", "one call while measuring"
"""What a limit of time is for."""
ASK: Final = "no setting of VAELab changes that; ask its author, or pass the weights as safetensors or .pth"
NOT_AGREED: Final = (
    f"answered with something else than was agreed between its process and VAELab, and was stopped: {ASK}"
)


class Limit(NamedTuple):
    """What a wait is for, ``LOADING``, ``TRIAL`` or ``MEASURING``, and when it ends on the monotonic clock."""

    what: str
    end: float


def too_long(what: str, trial: float, call: float) -> str:
    """That it was stopped for its time; both limits, in seconds, are said."""
    took = trial if what == TRIAL else call
    own = "loading it, or one call while measuring," if what == LOADING else "one call while measuring"
    cure = "use a smaller --size, or pass the weights as safetensors or .pth" if what == MEASURING else ASK
    return f"was stopped, because {what} took longer than {took:g} s: {own} may take {call:g} s, and its trial {trial:g} s; {cure}"


def out_of_memory(room: int | None) -> str:
    """That it has asked for more bytes than its limit lets it, or than there are (None)."""
    if room is None:
        return "asked for more memory than this computer has free: close other programs and start it again"
    return (
        f"asked for more memory than the {room / 1e9:.1f} GB that were free when it was started, which is its limit: close other "
        "programs and start it again; no setting of VAELab raises it"
    )


def ended(code: int | None, what: str, trial: float, call: float) -> str:
    """That its process has ended by itself, with this exit code; negative for a signal."""
    if code is None or code >= 0:
        return f"ended its own process (status {code}): {ASK}"
    number = -code
    if sys.platform != "win32":
        if number == signal.SIGXCPU:
            return too_long(what, trial, call)
        if number in (signal.SIGKILL, signal.SIGTERM):
            return (
                f"was ended by the system or another program (signal {number}), as happens where memory runs out: close other "
                "programs and start it again"
            )
    return f"crashed (signal {number}): {ASK}"
