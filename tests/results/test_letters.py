"""Compact letters: two VAEs share one if and only if they are not apart."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from vaelab.results.letters import compact_letters


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[str], set[frozenset[str]]]:
    order = [f"vae {number}" for number in range(draw(st.integers(0, 9)))]
    pairs = [frozenset(pair) for pair in itertools.combinations(order, 2)]
    return order, {pair for pair in pairs if draw(st.booleans())}


def assert_letters_say(order: list[str], apart: set[frozenset[str]], letters: dict[str, str]) -> None:
    assert list(letters) == order
    assert all(letters.values())
    for a, b in itertools.combinations(order, 2):
        assert bool(set(letters[a]) & set(letters[b])) == (frozenset((a, b)) not in apart), (a, b, letters)


@given(graphs())
def test_sharing_a_letter_means_not_apart(graph: tuple[list[str], set[frozenset[str]]]) -> None:
    order, apart = graph
    letters = compact_letters(order, apart)
    assert_letters_say(order, apart, letters)
    if order:
        assert letters[order[0]].startswith("a")
    # No letter says only what another says already.
    groups = [
        {label for label in order if letter in letters[label]} for letter in {*"".join(letters.values())}
    ]
    assert not [1 for one, other in itertools.permutations(groups, 2) if one <= other]


def test_a_difference_in_the_middle_is_kept() -> None:
    """B beats C, and a noisy A is told from neither: no word of all three being equal."""
    assert compact_letters(["A", "B", "C"], {frozenset("BC")}) == {"A": "ab", "B": "a", "C": "b"}
    assert compact_letters(["A", "B", "C"], set()) == {"A": "a", "B": "a", "C": "a"}


def test_more_groups_than_letters_in_the_alphabet() -> None:
    order = [f"vae {number}" for number in range(120)]
    apart = {frozenset(pair) for pair in itertools.combinations(order, 2)}
    letters = compact_letters(order, apart)
    assert_letters_say(order, apart, letters)
    assert {len(each) for each in letters.values()} == {1}
    # The 30 worst are not told from one another, nor from the best.
    last = set(order[-30:])
    apart = {pair for pair in apart if not pair <= last | {order[0]}}
    assert_letters_say(order, apart, compact_letters(order, apart))
