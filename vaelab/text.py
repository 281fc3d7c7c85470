"""Sentences of fixed words around names and numbers: English here, and everything that a catalogue needs to say them otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias, Union

Value: TypeAlias = Union[str, int, "Sentence", tuple["Value", ...]]
"""What stands in a place: a name, a number, another sentence, or several of these, which are enumerated."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a part of one.

    The command for the catalogues finds the template where this is called with a literal.

    Attributes:
        template: the fixed words, with ``{0}``, ``{1}`` … where the values stand.
        values: what stands there.
    """

    template: str
    values: tuple[Value, ...] = ()

    def __str__(self) -> str:
        """The sentence in English."""
        return self.say(str)

    def say(self, translate: Callable[[str], str]) -> str:
        """Return the sentence with its fixed words, and those of its parts, in another language."""
        return translate(self.template).format(*(_say(value, translate) for value in self.values))


def images(number: int) -> Sentence:
    """Return ``1 image`` or ``2 images``."""
    return Sentence("1 image") if number == 1 else Sentence("{0} images", (number,))


def vaes(number: int) -> Sentence:
    """Return ``1 VAE`` or ``2 VAEs``."""
    return Sentence("1 VAE") if number == 1 else Sentence("{0} VAEs", (number,))


def rows(number: int) -> Sentence:
    """Return ``1 row`` or ``2 rows``."""
    return Sentence("1 row") if number == 1 else Sentence("{0} rows", (number,))


def _say(value: Value, translate: Callable[[str], str]) -> str:
    if isinstance(value, Sentence):
        return value.say(translate)
    if not isinstance(value, tuple):
        return str(value)
    parts = [_say(part, translate) for part in value]
    if len(parts) < 2:
        return "".join(parts)
    return Sentence("{0} and {1}", (", ".join(parts[:-1]), parts[-1])).say(translate)
