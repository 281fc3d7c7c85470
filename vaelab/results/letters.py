"""Compact letters: two VAEs share a letter if and only if they are not apart (Piepho 2004)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from string import ascii_letters

_SIGNS = ascii_letters + "αβγδεζηθλμξπρστφχψω"
# The first of some 20 000 signs that Unicode counts as letters.
_FURTHER = 0x4E00


def compact_letters(order: Sequence[str], apart: Collection[frozenset[str]]) -> dict[str, str]:
    """Return each VAE's letters, ``a`` for the first of the order.

    Args:
        order: labels, best first.
        apart: the pairs that the data tell apart.
    """
    groups: list[list[str]] = []
    for place, label in enumerate(order):
        alone = True
        for other in order[place + 1 :]:
            pair = frozenset((label, other))
            if pair in apart:
                continue
            alone = False
            if not any(pair <= set(group) for group in groups):
                groups.append(_grown([label, other], order, apart))
        if alone and not any(label in group for group in groups):
            groups.append([label])
    groups.sort(key=lambda group: [order.index(label) for label in group])
    return {
        label: "".join(_name(number) for number, group in enumerate(groups) if label in group)
        for label in order
    }


def _grown(group: list[str], order: Sequence[str], apart: Collection[frozenset[str]]) -> list[str]:
    """All that can still join a group without a pair in it that is apart, in order."""
    for label in order:
        if label not in group and all(frozenset((label, other)) not in apart for other in group):
            group.append(label)
    return sorted(group, key=order.index)


def _name(number: int) -> str:
    """One sign for each group: a, b … z, A … Z, then further letters, so that no two share a part."""
    return _SIGNS[number] if number < len(_SIGNS) else chr(_FURTHER + number - len(_SIGNS))
