"""Which precision a VAE runs in when the choice is left to VAELab.

``auto`` is what the device runs correctly: fp32, whose numbers carry no rounding of their own, whatever dtype is stored. A
device that cannot compute in fp32 gets bf16, then fp16; and where such a half precision overflows, the next wider one
follows at once, on the same image.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from vaelab.precisions import BY_RANGE

_RETRIED = re.compile("retried in ({0}) after NaN in ({0})".format("|".join(BY_RANGE)))


@dataclass(frozen=True, slots=True)
class Ladder:
    """Where a VAE stands, and what has been ruled out; frozen, a step makes a new one.

    Attributes:
        precision: what it runs in.
        ruled_out: what it has been tried in, without success.
    """

    precision: str
    ruled_out: frozenset[str] = frozenset()

    @classmethod
    def of(cls, precision: str) -> Ladder | None:
        """The foot of the ladder for what a codec chose to run in; None for a baseline, which runs in none."""
        return cls(precision) if precision in BY_RANGE else None

    def after_refusal(self) -> Ladder | None:
        """The next best after the device refused this precision; None when all have been tried."""
        return self._first(reversed(BY_RANGE))

    def after_overflow(self) -> Ladder | None:
        """The next wider after the output was not finite in this one; None when there is none."""
        return self._first(wider(self.precision))

    def _first(self, candidates: Iterable[str]) -> Ladder | None:
        tried = self.ruled_out | {self.precision}
        found = next((precision for precision in candidates if precision not in tried), None)
        return None if found is None else replace(self, precision=found, ruled_out=tried)


def wider(precision: str) -> tuple[str, ...]:
    """The precisions of a wider range than this one, nearest first: what may cure an overflow."""
    return BY_RANGE[BY_RANGE.index(precision) + 1 :] if precision in BY_RANGE else ()


def retried_note(before: str, after: str) -> str:
    """What a row says that was given another precision."""
    return f"retried in {after} after NaN in {before}"


def retried_in(notes: Iterable[str]) -> str | None:
    """The precision that rows with these notes ended in; None when none of them was retried."""
    # A whole note: what the marked image alone was given is said in a longer one, and is not kept.
    parts = (part for note in notes for part in note.split("; "))
    found = [match[1] for part in parts if (match := _RETRIED.fullmatch(part)) is not None]
    return found[-1] if found else None
