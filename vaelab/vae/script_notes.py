"""What a TorchScript archive says of its tensors and of the program in it, read without running anything. No torch here.

``data.pkl`` builds the program's modules, objects of classes ``__torch__.…`` that the archive defines in ``code/``. Here they
become records of their attributes, whose tensors are named by the way that leads to them, as in a ``state_dict``.

The program itself is not Python: it can compute with tensors, but call no function of Python. A few of its operations reach
beyond that, to files or other processes, and a class could ask to be run while it is loaded; such programs are refused. What
the loader makes of the program is checked again before it runs (``torchscript``).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from typing import Any, Final

from vaelab.errors import VAEError
from vaelab.vae.pickle_notes import NoteUnpickler, TensorNote

_LARGEST_CODE: Final = 16 * 2**20
_DEEPEST: Final = 64
_REFUSED: Final = re.compile(
    r"\b(?P<call>(?:torch|ops(?:\s*\.\s*\w+)+|aten)\s*\.\s*(?:save|load|from_file|_print|rpc_\w+))\s*\("
    r"|\b(?P<name>__setstate__|__getstate__|rpc_async|rpc_sync|rpc_remote)\b"
    r"|\b(?P<classes>__torch__\.torch\.classes)\b"
)


class ModuleRecord:
    """An object of the program: its attributes, by name."""

    __slots__ = ("attributes",)

    def __new__(cls, *args: object) -> ModuleRecord:
        """Take whatever a pickle gives."""
        record = super().__new__(cls)
        record.attributes = {}
        return record

    def __init__(self, *args: object) -> None:
        pass

    def __setstate__(self, state: object) -> None:
        if isinstance(state, dict):
            self.attributes = {key: value for key, value in state.items() if isinstance(key, str)}


class ScriptUnpickler(NoteUnpickler):
    """Builds module records for the program's own classes."""

    def find_class(self, module: str, name: str) -> Any:
        """A record's class for whatever the archive itself defines."""
        return ModuleRecord if module.split(".")[0] == "__torch__" else super().find_class(module, name)


def named_tensors(content: object) -> dict[str, TensorNote]:
    """The tensors below a module, by the names of the attributes that lead to them."""
    found: dict[str, TensorNote] = {}
    waiting: list[tuple[str, object, int]] = [("", content, 0)]
    seen: set[int] = set()
    while waiting:
        prefix, value, depth = waiting.pop()
        if not isinstance(value, ModuleRecord) or depth > _DEEPEST or id(value) in seen:
            continue
        seen.add(id(value))
        inner = []
        for name, attribute in value.attributes.items():
            if isinstance(attribute, TensorNote):
                found[f"{prefix}{name}"] = attribute
            else:
                inner.append((f"{prefix}{name}.", attribute, depth + 1))
        # The last in is the first out: in the order in which the program lists them.
        waiting += reversed(inner)
    return found


def check_program(archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo], root: str) -> None:
    """Refuse a program that asks for more than arithmetic.

    Raises:
        VAEError: it does; the end of a sentence that begins with its path.
    """
    code = [
        member
        for name, member in members.items()
        if name.startswith(f"{root}code/") and not name.endswith(".debug_pkl")
    ]
    if sum(member.file_size for member in code) > _LARGEST_CODE:
        raise VAEError(
            "is a TorchScript program of impossible length: pass the weights as safetensors or .pth."
        )
    for member in code:
        found = _REFUSED.search(archive.read(member).decode("utf-8", "replace"))
        if found is not None:
            raise VAEError(
                f"is a TorchScript program that asks for more than arithmetic ('{found[0].rstrip('( ')}'), so it is not run: "
                "pass the weights as safetensors or .pth."
            )
