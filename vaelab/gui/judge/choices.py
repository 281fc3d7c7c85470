"""What a judge can answer to each question: a button and a key for each choice."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt

from vaelab.gui.i18n.noop import QT_TRANSLATE_NOOP
from vaelab.judging.tasks import GENERATED, LEFT, NEITHER, REAL, RIGHT, JudgeTask

Key = Qt.Key


@dataclass(frozen=True, slots=True)
class ChoiceButton:
    """One choice.

    Attributes:
        choice: as the file has it.
        words: on the button, in English; translated in the context ``JudgeChoices``.
        keys: that choose it.
    """

    choice: str
    words: str
    keys: tuple[Key, ...]


_PAIR = (
    ChoiceButton(LEFT, QT_TRANSLATE_NOOP("JudgeChoices", "← Left is closer"), (Key.Key_Left,)),
    ChoiceButton(NEITHER, QT_TRANSLATE_NOOP("JudgeChoices", "↓ No difference"), (Key.Key_Down,)),
    ChoiceButton(RIGHT, QT_TRANSLATE_NOOP("JudgeChoices", "→ Right is closer"), (Key.Key_Right,)),
)
_REAL = (
    ChoiceButton(REAL, QT_TRANSLATE_NOOP("JudgeChoices", "← Real"), (Key.Key_Left,)),
    ChoiceButton(GENERATED, QT_TRANSLATE_NOOP("JudgeChoices", "→ Generated"), (Key.Key_Right,)),
)
_RATINGS = (
    ChoiceButton("1", QT_TRANSLATE_NOOP("JudgeChoices", "1 not at all"), (Key.Key_1,)),
    ChoiceButton("2", QT_TRANSLATE_NOOP("JudgeChoices", "2"), (Key.Key_2,)),
    ChoiceButton("3", QT_TRANSLATE_NOOP("JudgeChoices", "3 fairly"), (Key.Key_3,)),
    ChoiceButton("4", QT_TRANSLATE_NOOP("JudgeChoices", "4"), (Key.Key_4,)),
    ChoiceButton("5", QT_TRANSLATE_NOOP("JudgeChoices", "5 entirely"), (Key.Key_5,)),
)


def choices_of(task: JudgeTask) -> tuple[ChoiceButton, ...]:
    """Return the choices of a question, in the order of their buttons."""
    return {"closer": _PAIR, "real": _REAL}.get(task.group, _RATINGS)


ALONE_KEYS = {Key.Key_1: 0, Key.Key_Q: 0, Key.Key_2: 1, Key.Key_W: 1, Key.Key_3: 2, Key.Key_E: 2}
"""Key that is held to the place of the picture that is shown alone: left, original, right."""
