"""Words for people: sentences that a catalogue can say in another language, times, sizes, and what a library said.

A ``Sentence`` is English here, and holds everything that a catalogue needs to say it otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias, Union

from vaelab.errors import one_line

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


RESUME = Sentence("--resume")
"""How a run is continued, as a part of a sentence: the window says its button instead."""


def resume_in(folder: str) -> Sentence:
    """Return how a run is continued in another folder than its own; the window says its button instead."""
    return Sentence("--out '{0}' --resume", (folder,))


def images(number: int) -> Sentence:
    """Return ``1 image`` or ``2 images``."""
    return Sentence("1 image") if number == 1 else Sentence("{0} images", (number,))


def vaes(number: int) -> Sentence:
    """Return ``1 VAE`` or ``2 VAEs``."""
    return Sentence("1 VAE") if number == 1 else Sentence("{0} VAEs", (number,))


def rows(number: int) -> Sentence:
    """Return ``1 row`` or ``2 rows``."""
    return Sentence("1 row") if number == 1 else Sentence("{0} rows", (number,))


def first_line(error: object) -> str:
    """Return the first line of what an exception says, or its kind where it says nothing."""
    return (str(error).strip() or type(error).__name__).splitlines()[0]


def brief(error: object, most: int = 200) -> str:
    """Return what a library says, fit for a sentence: its first line, printable, cut; some quote half the file."""
    text = one_line(first_line(error))
    return text if len(text) <= most else text[: most - 2] + " …"


def duration(seconds: float) -> str:
    """Return a time in at most two units: ``45 s``, ``2 min 15 s``, ``1 h 20 min``."""
    whole = max(0, round(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02d} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02d} min"


def rough_duration(seconds: float) -> str:
    """Return a time as roughly as it can be foretold: ``10 s``, ``4 min``, ``2 h 20 min``."""
    if seconds < 55:
        return f"{max(5, 5 * round(seconds / 5))} s"
    if seconds < 3540:
        return f"{max(1, round(seconds / 60))} min"
    tens = round(seconds / 600)
    return f"{tens // 6} h {tens % 6 * 10:02d} min" if tens % 6 else f"{tens // 6} h"


def size_words(size: int) -> str:
    """Return bytes in the unit that suits them: ``334.6 MB``."""
    # What a server says may be beyond what a float holds.
    value = float(min(size, 10**30))
    for unit in ("B", "kB", "MB"):
        if value < 1000:
            return f"{value:.0f} {unit}" if unit == "B" else f"{value:.1f} {unit}"
        value /= 1000
    return f"{value:.2f} GB"


def gigabytes(megabytes: float, whole_from: float = 100.0) -> str:
    """Return MB in 10⁹ bytes, without the unit: with a decimal below ``whole_from``."""
    number = megabytes / 1000
    return f"{number:.1f}" if number < whole_from else f"{number:.0f}"


def _say(value: Value, translate: Callable[[str], str]) -> str:
    if isinstance(value, Sentence):
        return value.say(translate)
    if not isinstance(value, tuple):
        return one_line(str(value))
    parts = [_say(part, translate) for part in value]
    if len(parts) < 2:
        return "".join(parts)
    return Sentence("{0} and {1}", (", ".join(parts[:-1]), parts[-1])).say(translate)
