"""The tensors of a TorchScript archive, by name, read without running anything. No torch here.

``data.pkl`` describes the program's modules, objects of classes ``__torch__.…`` that the archive defines in ``code/``. Here they
are records of their attributes, whose tensors are named by the way that leads to them, as in a ``state_dict``. The program
itself is a stranger's: it is never looked at, since no reading of it tells what it does.
"""

from __future__ import annotations

import pickle
from typing import Final

from vaelab.vae.files.pickle.machine import LONGEST_KEY, Record
from vaelab.vae.files.pickle.notes import TensorNote

_DEEPEST: Final = 64
_MOST_ATTRIBUTES: Final = 500_000
_MOST_LETTERS: Final = 2**24
"""Of all names together."""


def named_tensors(content: object) -> dict[str, TensorNote]:
    """The tensors below a module, by the names of the attributes that lead to them.

    Raises:
        UnpicklingError: the modules have more attributes, or longer names, than any program.
    """
    found: dict[str, TensorNote] = {}
    waiting: list[tuple[str, Record, int]] = [("", content, 0)] if isinstance(content, Record) else []
    seen: set[int] = set()
    attributes = letters = 0
    while waiting:
        prefix, record, depth = waiting.pop()
        if depth > _DEEPEST or id(record) in seen:
            continue
        seen.add(id(record))
        # One table may be that of many records: what is bounded is the way, not the file.
        attributes += len(record.attributes)
        if attributes > _MOST_ATTRIBUTES:
            raise pickle.UnpicklingError("its modules have an impossible number of attributes")
        inner = []
        for name, attribute in record.attributes.items():
            if not isinstance(name, str) or not isinstance(attribute, TensorNote | Record):
                continue
            letters += len(prefix) + len(name)
            if len(prefix) + len(name) > LONGEST_KEY or letters > _MOST_LETTERS:
                raise pickle.UnpicklingError("its modules have impossibly long names")
            if isinstance(attribute, TensorNote):
                found[f"{prefix}{name}"] = attribute
            else:
                inner.append((f"{prefix}{name}.", attribute, depth + 1))
        # The last in is the first out: in the order in which the program lists them.
        waiting += reversed(inner)
    return found
