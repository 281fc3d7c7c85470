"""What a verification says: how far each number is from the one that was computed a second time, and what could not be."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from vaelab.text import Sentence

Recorded = float | int | str | None
"""A number or a word as the run folder has it, or as it was computed a second time."""


@dataclass(frozen=True, slots=True)
class VerifyProgress:
    """How far a verification is.

    Attributes:
        stage: ``rows`` or ``summary``.
        done: rows that were recomputed, or columns of the summary.
        total: of how many.
    """

    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Comparand:
    """A recorded value beside the one that was computed a second time.

    Attributes:
        name: of the column, or of a part of the summary.
        recorded, recomputed: the two.
        allowed: how far they may be apart; 0 for equal.
        where: image and VAE, or the place in the summary.
    """

    name: str
    recorded: Recorded
    recomputed: Recorded
    allowed: float
    where: tuple[str, str] = ("", "")

    @property
    def difference(self) -> float:
        """How far they are apart; infinite where they are no two numbers and not the same."""
        if self.recorded == self.recomputed:
            return 0.0
        if not (_is_number(self.recorded) and _is_number(self.recomputed)):
            return math.inf
        difference = abs(float(self.recorded) - float(self.recomputed))  # type: ignore[arg-type]  # both are numbers
        return math.inf if math.isnan(difference) else difference

    @property
    def tolerances(self) -> float:
        """The difference in tolerances: up to 1 is agreement."""
        difference = self.difference
        return difference / self.allowed if self.allowed else (math.inf if difference else 0.0)


def _is_number(value: Recorded) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


@dataclass(frozen=True, slots=True)
class Agreement:
    """One line of the table of deviations.

    Attributes:
        name: of the column, or of the part of the summary.
        n: how many values were compared.
        outside: how many of them are beyond the tolerance.
        worst: the comparison that is the most tolerances apart; None where nothing was compared.
    """

    name: str
    n: int
    outside: int
    worst: Comparand | None

    @property
    def agrees(self) -> bool:
        """Whether all are within the tolerance."""
        return self.outside == 0


class Tally:
    """Collects comparisons into one line for each name, in the order in which the names come."""

    def __init__(self) -> None:
        self._lines: dict[str, Agreement] = {}

    def add(self, found: Comparand) -> None:
        """Take in one comparison."""
        line = self._lines.get(found.name) or Agreement(found.name, 0, 0, None)
        worst = line.worst
        if worst is None or found.tolerances > worst.tolerances:
            worst = found
        outside = line.outside + (found.tolerances > 1)
        self._lines[found.name] = Agreement(found.name, line.n + 1, outside, worst)

    def lines(self, order: tuple[str, ...] = ()) -> tuple[Agreement, ...]:
        """Return the lines, those named in ``order`` first."""
        place = {name: number for number, name in enumerate(order)}
        return tuple(sorted(self._lines.values(), key=lambda line: place.get(line.name, len(place))))


@dataclass(frozen=True, slots=True)
class NotRecomputed:
    """What was not computed a second time.

    Attributes:
        what: a column, a part of the summary, or a row as ``image × VAE``.
        reason: why not, the rest of a sentence.
        is_fault: whether the run ought to have what is missing, so that it is not verified.
    """

    what: str
    reason: Sentence
    is_fault: bool = False


@dataclass(frozen=True, slots=True)
class Verification:
    """The end of a verification.

    Attributes:
        rows: of the run.
        failed: of these, rows with status failed, which have no numbers of pictures.
        recomputed: of these, rows that were recomputed from their pictures.
        columns: per column of the rows.
        summary: per part of the summary.
        not_recomputed: what was left out, and why.
        versions: library to version, VAELab's among them.
        content: digests of what was verified (:func:`vaelab.run_folder.verification.content_of`).
        date: when, in UTC.
    """

    rows: int
    failed: int
    recomputed: int
    columns: tuple[Agreement, ...]
    summary: tuple[Agreement, ...]
    not_recomputed: tuple[NotRecomputed, ...]
    versions: Mapping[str, str]
    content: Mapping[str, str]
    date: str

    @property
    def passed(self) -> bool:
        """Whether something was recomputed, all of it agrees, and nothing is missing that ought to be there."""
        agree = all(line.agrees for line in (*self.columns, *self.summary))
        return agree and self.recomputed > 0 and not any(each.is_fault for each in self.not_recomputed)
