"""What a pickle of tensors names, as notes: nothing of it is imported, built or run. No torch here.

A tensor in PyTorch's pickles is a call of a rebuild function on a piece of storage. Here such a call becomes a note of where
the bytes lie. Every other name becomes an inert object whose construction, call and state do nothing; the names are kept, to
be shown. The pickle itself is read by ``pickle_machine``.
"""

from __future__ import annotations

import io
import pickle
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from vaelab.vae.files.pickle.machine import INERT, LARGEST_NUMBER, Budget, Record, is_key, read_pickle
from vaelab.vae.files.tensor_ref import ITEM_SIZES

_STORAGES: Mapping[str, str] = {
    "DoubleStorage": "float64",
    "FloatStorage": "float32",
    "HalfStorage": "float16",
    "BFloat16Storage": "bfloat16",
    "LongStorage": "int64",
    "IntStorage": "int32",
    "ShortStorage": "int16",
    "CharStorage": "int8",
    "ByteStorage": "uint8",
    "BoolStorage": "bool",
    "UntypedStorage": "uint8",
}


class StorageNote(NamedTuple):
    """A storage: its key in the file, torch's name of its dtype, and its number of elements."""

    key: str
    dtype: str
    size: int


class TensorNote(NamedTuple):
    """A tensor in a storage; ``offset`` and ``strides`` count elements."""

    storage: StorageNote
    dtype: str
    offset: int
    shape: tuple[int, ...]
    strides: tuple[int, ...]


class _Name(NamedTuple):
    """A storage type or a dtype, by torch's name of the dtype."""

    dtype: str


class _Call(NamedTuple):
    """One of our functions: takes the arguments and the budget."""

    function: Callable[[Sequence[Any], Budget], Any]


_MOST_AXES = 64
"""Of a tensor, as in PyTorch."""
_LONGEST_STORAGE_KEY = 200


def _numbers(values: Any, most: int) -> tuple[int, ...]:
    """A tuple of numbers that a size may be.

    Raises:
        UnpicklingError: they are something else, or too many.
    """
    if type(values) not in (tuple, list) or len(values) > most:
        raise pickle.UnpicklingError("a tensor of impossible shape")
    if not all(type(number) is int and 0 <= number <= LARGEST_NUMBER for number in values):
        raise pickle.UnpicklingError("a tensor of impossible shape")
    return tuple(values)


def _rebuild(arguments: Sequence[Any], _: Budget, dtype: str | None = None) -> TensorNote:
    storage, offset, shape, strides = arguments[:4]
    if not isinstance(storage, StorageNote):
        raise pickle.UnpicklingError("a tensor without storage")
    (offset,) = _numbers((offset,), 1)
    shape, strides = _numbers(shape, _MOST_AXES), _numbers(strides, _MOST_AXES)
    if len(shape) != len(strides):
        raise pickle.UnpicklingError("a tensor of impossible shape")
    return TensorNote(storage, dtype or storage.dtype, offset, shape, strides)


def _rebuild_v3(arguments: Sequence[Any], budget: Budget) -> TensorNote:
    kind = arguments[6]
    if not isinstance(kind, _Name):
        raise pickle.UnpicklingError("a tensor without dtype")
    return _rebuild(arguments, budget, kind.dtype)


def _first(arguments: Sequence[Any], _: Budget) -> Any:
    return arguments[0]


def _from_type(arguments: Sequence[Any], budget: Budget) -> Any:
    # A tensor subclass: its base tensor, without the subclass' own state.
    function, own = arguments[0], arguments[2]
    if not isinstance(function, _Call) or type(own) is not tuple:
        return INERT
    return function.function(own, budget)


def _table(arguments: Sequence[Any], budget: Budget) -> dict[Any, Any]:
    pairs = arguments[0] if arguments and type(arguments[0]) is list else []
    budget.copy(len(pairs))
    if not all(type(pair) in (list, tuple) and len(pair) == 2 for pair in pairs):
        raise pickle.UnpicklingError("a table of what are no pairs")
    return {key: value for key, value in pairs if is_key(key)}


def _empty_table(arguments: Sequence[Any], _: Budget) -> dict[Any, Any]:
    return {}


def _sizes(arguments: Sequence[Any], _: Budget) -> tuple[int, ...]:
    return _numbers(arguments[0] if arguments else (), _MOST_AXES)


_FUNCTIONS: Mapping[tuple[str, str], _Call] = {
    ("collections", "OrderedDict"): _Call(_table),
    ("collections", "defaultdict"): _Call(_empty_table),
    ("torch._utils", "_rebuild_tensor"): _Call(_rebuild),
    ("torch._utils", "_rebuild_tensor_v2"): _Call(_rebuild),
    ("torch._utils", "_rebuild_tensor_v3"): _Call(_rebuild_v3),
    ("torch._utils", "_rebuild_parameter"): _Call(_first),
    ("torch._utils", "_rebuild_parameter_with_state"): _Call(_first),
    ("torch._tensor", "_rebuild_from_type_v2"): _Call(_from_type),
    ("torch", "Size"): _Call(_sizes),
}
_LONGEST_NAME = 200
_MOST_NAMES = 10_000


class Notes:
    """Makes notes of tensors; ``inert`` collects every other name, ``storages`` all storages by their keys.

    Args:
        script: whether objects of the classes that a TorchScript archive defines become records.
    """

    def __init__(self, *, script: bool = False) -> None:
        self.inert: dict[str, None] = {}
        self.storages: dict[str, StorageNote] = {}
        self._script = script

    def find(self, module: str, name: str) -> Any:
        """An own stand-in, never the class or function that is named."""
        # Cut first: a pickle may name one text of megabytes any number of times.
        module, name = module[: _LONGEST_NAME + 1], name[: _LONGEST_NAME + 1]
        function = _FUNCTIONS.get((module, name))
        if function is not None:
            return function
        if module in ("torch", "torch.storage") and name in _STORAGES:
            return _Name(_STORAGES[name])
        if module == "torch" and name in ITEM_SIZES:
            return _Name(name)
        if self._script and (module == "__torch__" or module.startswith("__torch__.")):
            return Record
        full = f"{module}.{name}"[:_LONGEST_NAME]
        if len(self.inert) < _MOST_NAMES:
            self.inert[full if full.isprintable() else ascii(full)] = None
        return INERT

    def call(self, function: Any, arguments: Sequence[Any], budget: Budget) -> Any:
        """What one of our functions makes of its arguments.

        Raises:
            UnpicklingError: it is no function, or not of such arguments.
        """
        if not isinstance(function, _Call):
            raise pickle.UnpicklingError("a call of what is no function")
        return function.function(arguments, budget)

    def persistent(self, pid: Any) -> Any:
        """A storage: ('storage', type, key, device, number of elements, …).

        Raises:
            UnpicklingError: it is one that no file of weights holds.
        """
        if not (type(pid) is tuple and len(pid) >= 5 and pid[0] == "storage" and isinstance(pid[1], _Name)):
            return INERT
        key, size = pid[2], pid[4]
        if not isinstance(key, str) or len(key) > _LONGEST_STORAGE_KEY:
            raise pickle.UnpicklingError("a storage whose key is no text")
        if type(size) is not int or not 0 <= size <= LARGEST_NUMBER:
            raise pickle.UnpicklingError("a storage of impossible size")
        if len(pid) > 5 and pid[5] is not None:
            raise pickle.UnpicklingError("a storage that is a view of another")
        return self.storages.setdefault(key, StorageNote(key, pid[1].dtype, size))


BROKEN = (
    pickle.UnpicklingError,
    EOFError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    KeyError,
    MemoryError,
    OverflowError,
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RecursionError,
    RuntimeError,
)
"""What the standard library raises on hostile bytes."""
_IN_WORDS = (pickle.UnpicklingError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError)
"""Those of ``BROKEN`` that are about the file; the others are about Python: that a list was empty, a key not there."""


def broken(error: Exception) -> str:
    """Return what is wrong with a file at which one of ``BROKEN`` was raised, as part of a sentence."""
    if type(error) in _IN_WORDS:
        return str(error)
    return (
        "it takes more memory than there is"
        if isinstance(error, MemoryError)
        else "it is cut off or was changed"
    )


def unpickle(file: io.BytesIO, notes: Notes | None = None, budget: Budget | None = None) -> tuple[Any, Notes]:
    """Read one pickle from where the file stands, and leave it at the pickle's end.

    Args:
        file: of bytes in memory.
        notes: what makes something of names; plain ones if not given.
        budget: what is left for this file; a whole one if not given.
    """
    notes = Notes() if notes is None else notes
    return read_pickle(file, notes, Budget() if budget is None else budget), notes
