"""The questions that people are asked, one row each: the file, the window and the results read this table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Shows = Literal["pair", "picture", "sheet", "captioned"]
"""Two reconstructions around their original; one picture; a sheet of pictures of one source; one picture under its caption."""

LEFT, RIGHT, NEITHER = "left", "right", "none"
REAL, GENERATED = "real", "generated"
RATINGS = ("1", "2", "3", "4", "5")
SHEET = 16
"""Pictures on a sheet that is rated as a whole."""


@dataclass(frozen=True, slots=True)
class JudgeTask:
    """A question.

    Attributes:
        name: in the file.
        group: the task that a judge chooses, as ROOMS calls it: ``closer``, ``real``, ``rate``.
        shows: what is looked at.
        choices: what can be answered, as the file says it.
    """

    name: str
    group: Literal["closer", "real", "rate"]
    shows: Shows
    choices: tuple[str, ...]


TASKS = (
    JudgeTask("closer", "closer", "pair", (LEFT, NEITHER, RIGHT)),
    JudgeTask("real", "real", "picture", (REAL, GENERATED)),
    JudgeTask("realism", "rate", "picture", RATINGS),
    JudgeTask("diversity", "rate", "sheet", RATINGS),
    JudgeTask("relevance", "rate", "captioned", RATINGS),
    JudgeTask("creativity", "rate", "picture", RATINGS),
)
"""The first is asked when nobody says otherwise."""

GROUPS = tuple(dict.fromkeys(task.group for task in TASKS))


def task_of(name: str) -> JudgeTask | None:
    """Return the task of this name; None where there is none."""
    return next((task for task in TASKS if task.name == name), None)
