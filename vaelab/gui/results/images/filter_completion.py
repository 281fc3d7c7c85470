"""What can be typed next in a filter: names of columns, words of the language, labels of VAEs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_NAME = re.compile(r"[A-Za-z_]\w*$")
_AFTER_VAE = re.compile(r"\bvae\s*(?:==|!=|=)\s*$", re.IGNORECASE)
_KEYWORDS = ("and", "or", "not", "in", "abs(")
_MOST = 12


@dataclass(frozen=True, slots=True)
class Completion:
    """What may be put in place of a part of the text.

    Attributes:
        start: where that part begins; it ends at the cursor.
        words: with what it can be replaced.
    """

    start: int
    words: tuple[str, ...] = ()


def completions(text: str, cursor: int, names: Sequence[str], labels: Sequence[str]) -> Completion:
    """Return what fits at the cursor.

    Args:
        text: of the filter.
        cursor: place in it.
        names: of columns.
        labels: of VAEs.
    """
    before = text[:cursor]
    cursor = len(before)
    quote = _open_quote(before)
    if quote is not None:
        if not _AFTER_VAE.search(before[:quote]):
            return Completion(cursor)
        typed, mark = before[quote + 1 :], before[quote]
        return Completion(quote, _fitting(typed, [f"{mark}{label}{mark}" for label in labels], skip=1))
    if _AFTER_VAE.search(before):
        return Completion(cursor, tuple(_quoted(label) for label in labels)[:_MOST])
    found = _NAME.search(before)
    if found is None:
        return Completion(cursor)
    return Completion(found.start(), _fitting(found.group(), [*names, *_KEYWORDS]))


def _open_quote(text: str) -> int | None:
    place: int | None = None
    for number, sign in enumerate(text):
        if place is None:
            place = number if sign in "\"'" else None
        elif sign == text[place]:
            place = None
    return place


def _quoted(label: str) -> str:
    return f"'{label}'" if '"' in label else f'"{label}"'


def _fitting(typed: str, words: Sequence[str], skip: int = 0) -> tuple[str, ...]:
    wanted = typed.casefold()
    heads = [word for word in words if word[skip:].casefold().startswith(wanted)]
    # A name that is typed out needs no help; one of which it is only the head does.
    if any(word[skip:].casefold() == wanted for word in heads):
        heads = [word for word in heads if word[skip:].casefold() != wanted]
    inner = [word for word in words if len(wanted) > 1 and wanted in word.casefold() and word not in heads]
    return (*heads, *(word for word in inner if word[skip:].casefold() != wanted))[:_MOST]
