"""Sentences of fixed words: the same in English as before, sayable in another language, whatever the names hold."""

from __future__ import annotations

import pytest

from vaelab.errors import why
from vaelab.text import Sentence, Value, brief, duration, gigabytes, images, rows, vaes


@pytest.mark.parametrize(
    ("names", "said"), [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")]
)
def test_several_names_are_enumerated(names: tuple[Value, ...], said: str) -> None:
    assert str(Sentence("{0}", (names,))) == said


def test_one_thing_is_not_many() -> None:
    assert [str(count(number)) for count in (images, vaes, rows) for number in (1, 2)] == [
        "1 image", "2 images", "1 VAE", "2 VAEs", "1 row", "2 rows",
    ]  # fmt: skip


def test_another_language_reorders_the_parts_and_translates_those_inside() -> None:
    catalogue = {"{0} of {1}": "{1}中{0}", "{0} images": "{0}枚", "{0} and {1}": "{0}と{1}"}
    sentence = Sentence("{0} of {1}", (images(3), ("a", "b")))
    assert str(sentence) == "3 images of a and b"
    assert sentence.say(lambda text: catalogue.get(text, text)) == "aとb中3枚"


def test_a_name_with_braces_is_a_name() -> None:
    inner = Sentence("{0} failed", ("{1} {x}",))
    assert str(Sentence("{0}; {1}", (inner, "{0}"))) == "{1} {x} failed; {0}"


def test_times_and_sizes_are_said_once_for_terminal_and_window() -> None:
    assert [duration(seconds) for seconds in (-1, 8.4, 135, 4800)] == [
        "0 s",
        "8 s",
        "2 min 15 s",
        "1 h 20 min",
    ]
    assert [gigabytes(number) for number in (950, 99_940, 100_000)] == ["0.9", "99.9", "100"]
    assert gigabytes(10_000, 10) == "10"


def test_why_keeps_names_and_starts_small() -> None:
    assert why(OSError(28, "No space left on device", "/Photos/A.PNG")) == "no space left on device"
    assert why(OSError("cannot identify 'A.PNG'")) == "cannot identify 'A.PNG'"
    assert why(OSError()) == "OSError"
    assert brief(ValueError("first\nsecond")) == "first"
    assert brief(ValueError()) == "ValueError"
