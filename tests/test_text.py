"""Sentences of fixed words: the same in English as before, sayable in another language, whatever the names hold."""

from __future__ import annotations

import pytest

from vaelab.text import Sentence, Value, images, rows, vaes


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
