"""Unpickling without importing, building or running anything that the pickle names.

A tensor in PyTorch's pickles is a call of a rebuild function on a piece of storage. This unpickler turns such a call into
a note of where the bytes lie. Every other name becomes an inert object whose construction, call and state do nothing; the
names are kept, to be shown.
"""

from __future__ import annotations

import io
import pickle
import pickletools
import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO, NamedTuple

from vaelab.vae.tensor_header import ITEM_SIZES

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


class _Name(NamedTuple):
    """A storage type or a dtype, by torch's name of the dtype."""

    dtype: str


class TensorNote(NamedTuple):
    """A tensor in a storage; ``offset`` and ``strides`` count elements."""

    storage: StorageNote
    dtype: str
    offset: int
    shape: tuple[int, ...]
    strides: tuple[int, ...]


class _Inert:
    """Stands for any Python object that is no tensor; takes whatever a pickle does to it, and does nothing."""

    def __new__(cls, *args: object, **kwargs: object) -> _Inert:
        return super().__new__(cls)

    def __init__(self, *args: object, **kwargs: object) -> None:
        pass

    def __call__(self, *args: object, **kwargs: object) -> _Inert:
        return self

    def __setstate__(self, state: object) -> None:
        pass

    def __setitem__(self, key: object, value: object) -> None:
        pass

    def append(self, item: object) -> None:
        pass

    def extend(self, items: object) -> None:
        pass

    def add(self, item: object) -> None:
        pass


def _rebuild(
    storage: Any, offset: Any, shape: Any, strides: Any, *_: object, dtype: str | None = None
) -> TensorNote:
    if not isinstance(storage, StorageNote):
        raise pickle.UnpicklingError("a tensor without storage")
    numbers = (offset, *shape, *strides)
    if not all(type(number) is int and number >= 0 for number in numbers) or len(shape) != len(strides):
        raise pickle.UnpicklingError("a tensor of impossible shape")
    return TensorNote(storage, dtype or storage.dtype, offset, tuple(shape), tuple(strides))


def _rebuild_v3(
    storage: Any, offset: Any, shape: Any, strides: Any, grad: object, hooks: object, dtype: Any, *_: object
) -> TensorNote:
    return _rebuild(storage, offset, shape, strides, dtype=dtype.dtype)


def _first(value: Any, *_: object) -> Any:
    return value


def _from_type(function: Any, kind: object, arguments: Any, state: object = None) -> Any:
    # A tensor subclass: its base tensor, without the subclass' own state.
    return function(*arguments)


class _Table(dict[Any, Any]):
    """An OrderedDict without the attributes (torch's ``_metadata``) that a pickle sets on it."""

    __slots__ = ()

    def __setstate__(self, state: object) -> None:
        pass


def _table(*args: Any) -> _Table:
    return _Table(args[0]) if args and isinstance(args[0], list) else _Table()


def _sizes(sizes: Any = ()) -> tuple[Any, ...]:
    return tuple(sizes)


class _Call(NamedTuple):
    """One of our functions, out of a pickle's reach: BUILD could overwrite a bare function's defaults, or a dataclass."""

    function: Callable[..., Any]

    def __call__(self, *args: Any) -> Any:
        return self.function(*args)


_FUNCTIONS: Mapping[tuple[str, str], _Call] = {
    ("collections", "OrderedDict"): _Call(_table),
    ("collections", "defaultdict"): _Call(lambda *args: _Table()),
    ("torch._utils", "_rebuild_tensor"): _Call(_rebuild),
    ("torch._utils", "_rebuild_tensor_v2"): _Call(_rebuild),
    ("torch._utils", "_rebuild_tensor_v3"): _Call(_rebuild_v3),
    ("torch._utils", "_rebuild_parameter"): _Call(_first),
    ("torch._utils", "_rebuild_parameter_with_state"): _Call(_first),
    ("torch._tensor", "_rebuild_from_type_v2"): _Call(_from_type),
    ("torch", "Size"): _Call(_sizes),
}


class NoteUnpickler(pickle.Unpickler):
    """Builds dictionaries, lists, numbers, text and tensor notes; ``inert`` collects every other name."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(file, encoding="utf-8", errors="replace")
        self.inert: dict[str, None] = {}
        self.storages: dict[str, StorageNote] = {}

    def find_class(self, module: str, name: str) -> Any:
        """An own stand-in, never the class or function that is named."""
        function = _FUNCTIONS.get((module, name))
        if function is not None:
            return function
        if module in ("torch", "torch.storage") and name in _STORAGES:
            return _Name(_STORAGES[name])
        if module == "torch" and name in ITEM_SIZES:
            return _Name(name)
        full = f"{module}.{name}"[:_LONGEST_NAME]
        self.inert[full if full.isprintable() else ascii(full)] = None
        return _Inert

    def persistent_load(self, pid: Any) -> Any:
        """A storage: ('storage', type, key, device, number of elements, …)."""
        if isinstance(pid, tuple) and len(pid) >= 5 and pid[0] == "storage" and isinstance(pid[1], _Name):
            if type(pid[4]) is not int or pid[4] < 0:
                raise pickle.UnpicklingError("a storage of impossible size")
            if len(pid) > 5 and pid[5] is not None:
                raise pickle.UnpicklingError("a storage that is a view of another")
            storage = StorageNote(str(pid[2]), pid[1].dtype, pid[4])
            return self.storages.setdefault(storage.key, storage)
        return _Inert()


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

_MOST_OPERATIONS = 500_000
"""Some thirty for each tensor; each may leave an object behind, so that this bounds the memory."""
_COSTLY = {"EMPTY_SET": 3, "FROZENSET": 3}
"""Operations whose objects take as much as those of several others."""
_LONGEST_NAME = 200


def unpickle(file: io.BytesIO, kind: type[NoteUnpickler] = NoteUnpickler) -> tuple[Any, NoteUnpickler]:
    """Read one pickle from where the file stands, and leave it at the pickle's end."""
    begin = file.tell()
    cost = 0
    for count, (operation, argument, _) in enumerate(pickletools.genops(file)):
        cost += _COSTLY.get(operation.name, 1)
        if cost > _MOST_OPERATIONS:
            raise pickle.UnpicklingError("it is impossibly large")
        # The C unpickler allots its memo up to the largest index, which a few bytes can make gigabytes.
        if operation.name in ("PUT", "LONG_BINPUT") and isinstance(argument, int) and argument > count:
            raise pickle.UnpicklingError("an impossible memo index")
    reader = kind(io.BytesIO(file.getbuffer()[begin : file.tell()]))
    return reader.load(), reader
