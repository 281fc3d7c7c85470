"""The machine that reads a pickle: the opcodes of the standard library's, executed here, within bounds. No torch here.

The standard library's own machine does what a pickle says: it hashes a key whatever it is made of, copies what it is told to
copy, and follows tuples as deep as they go, in C, where nothing can interrupt it; 349 bytes keep it busy for ever. This one holds
plain values, lists, tuples, tables, and what ``Names`` makes of names; nothing is imported, built or called but our own functions.

Bounds, checked while reading: operations, elements copied, depth of nesting. Only text, whole numbers and None are keys of a
table: an entry with any other key cannot name a tensor and is left out. The members of sets are left out altogether.
"""

from __future__ import annotations

import io
import pickle
import pickletools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

DEEPEST: Final = 200
"""Containers within containers; checkpoints have some ten, the modules of a TorchScript archive two for each level."""
LONGEST_KEY: Final = 1000
"""Characters of a key of a table."""
MOST_OPERATIONS: Final = 500_000
"""Some thirty for each tensor; each may leave an object behind, so that this bounds the memory."""
LARGEST_NUMBER: Final = 2**63 - 1
_MOST_COPIED: Final = 1_000_000
_COSTLY: Final = {"EMPTY_SET": 3, "FROZENSET": 3}
"""Operations whose objects take as much as those of several others."""


class Inert:
    """Stands for any Python object that is no tensor; whatever a pickle does to it does nothing."""

    __slots__ = ()


INERT: Final = Inert()


class Record:
    """An object of a class that a TorchScript archive defines: its attributes, by name."""

    __slots__ = ("attributes",)

    def __init__(self) -> None:
        self.attributes: dict[Any, Any] = {}


@dataclass(slots=True)
class Budget:
    """What is left to be spent on one file: operations, and elements that are copied.

    Attributes:
        operations, copies: how many are left.
    """

    operations: int = MOST_OPERATIONS
    copies: int = _MOST_COPIED

    def operate(self, cost: int) -> None:
        """Take note of an operation.

        Raises:
            UnpicklingError: there were too many.
        """
        self.operations -= cost
        if self.operations < 0:
            raise pickle.UnpicklingError("it is impossibly large")

    def copy(self, count: int) -> None:
        """Take note of so many elements about to be copied.

        Raises:
            UnpicklingError: there were too many.
        """
        self.copies -= count
        if self.copies < 0:
            raise pickle.UnpicklingError("it copies an impossible number of elements")


class Names(Protocol):
    """What the machine makes of what a pickle names."""

    def find(self, module: str, name: str) -> Any:
        """What stands for a class or function: INERT, the class ``Record``, or something that ``call`` takes."""

    def call(self, function: Any, arguments: Sequence[Any], budget: Budget) -> Any:
        """What a call of it gives."""

    def persistent(self, pid: Any) -> Any:
        """What stands for what lies outside the pickle."""


def read_pickle(file: io.BytesIO, names: Names, budget: Budget) -> Any:
    """Read one pickle from where the file stands, and leave it at the pickle's end.

    Raises:
        UnpicklingError: it goes beyond the bounds, or does what no pickle of tensors does.
        ValueError, TypeError, LookupError, …: it is damaged (``pickle_notes.BROKEN``).
    """
    machine = _Machine(names, budget)
    for count, (operation, argument, _) in enumerate(pickletools.genops(file)):
        budget.operate(_COSTLY.get(operation.name, 1))
        machine.step(operation.name, argument, count)
    return machine.stack.pop()


_CONTAINERS: Final = (tuple, list, dict, Record)
_LITERALS: Final = frozenset({
    "INT", "BININT", "BININT1", "BININT2", "LONG", "LONG1", "LONG4", "STRING", "BINSTRING", "SHORT_BINSTRING", "BINBYTES",
    "SHORT_BINBYTES", "BINBYTES8", "BYTEARRAY8", "UNICODE", "SHORT_BINUNICODE", "BINUNICODE", "BINUNICODE8", "FLOAT", "BINFLOAT",
})  # fmt: skip
_MAKES: Final[dict[str, Callable[[], Any]]] = {
    "NONE": lambda: None,
    "NEWTRUE": lambda: True,
    "NEWFALSE": lambda: False,
    "EMPTY_LIST": list,
    "EMPTY_DICT": dict,
    "EMPTY_TUPLE": tuple,
    "EMPTY_SET": lambda: INERT,
}
_TUPLES: Final = {"TUPLE1": 1, "TUPLE2": 2, "TUPLE3": 3}


class _Machine:
    """Stack, marks and memo."""

    def __init__(self, names: Names, budget: Budget) -> None:
        self.stack: list[Any] = []
        self._names, self._budget = names, budget
        self._marks: list[list[Any]] = []
        self._memo: dict[int, Any] = {}
        # With the container, or its number could come back as another's.
        self._depths: dict[int, tuple[int, object]] = {}

    def step(self, name: str, argument: Any, count: int) -> None:
        """Do one operation, the count-th."""
        if name in _LITERALS:
            self.stack.append(argument)
        elif name in _MAKES:
            self.stack.append(_MAKES[name]())
        elif name in _TUPLES:
            self._tuple(self._take(_TUPLES[name]))
        elif name in ("BINPUT", "LONG_BINPUT", "PUT"):
            if argument > count:
                raise pickle.UnpicklingError("an impossible memo index")
            self._memo[argument] = self.stack[-1]
        elif name in ("BINGET", "LONG_BINGET", "GET"):
            self.stack.append(self._memo[argument])
        else:
            step = _STEPS.get(name)
            if step is None:
                raise pickle.UnpicklingError(f"the operation {name}, which no file of weights has")
            step(self, argument)

    # The stack

    def _take(self, count: int) -> list[Any]:
        if len(self.stack) < count:
            raise pickle.UnpicklingError("it takes what it has not put")
        taken = self.stack[-count:]
        del self.stack[-count:]
        return taken

    def _to_mark(self) -> list[Any]:
        items, self.stack = self.stack, self._marks.pop()
        return items

    def _mark(self, _: Any) -> None:
        if len(self._marks) >= DEEPEST:
            raise pickle.UnpicklingError("it is nested impossibly deep")
        self._marks.append(self.stack)
        self.stack = []

    def _pop(self, _: Any) -> None:
        if self.stack:
            self.stack.pop()
        else:
            self._to_mark()

    def _pop_mark(self, _: Any) -> None:
        self._to_mark()

    def _dup(self, _: Any) -> None:
        self.stack.append(self.stack[-1])

    def _memoize(self, _: Any) -> None:
        self._memo[len(self._memo)] = self.stack[-1]

    # Containers

    def _hold(self, holder: object, items: Iterable[object]) -> None:
        """Take note of how deep a container is with these items in it.

        Raises:
            UnpicklingError: deeper than any checkpoint's.
        """
        deepest = 0
        for item in items:
            if type(item) in _CONTAINERS:
                known = self._depths.get(id(item))
                deepest = max(deepest, 1 if known is None else known[0] + 1)
        if deepest > DEEPEST:
            raise pickle.UnpicklingError("it is nested impossibly deep")
        known = self._depths.get(id(holder))
        if deepest > (0 if known is None else known[0]):
            self._depths[id(holder)] = deepest, holder

    def _tuple(self, items: Sequence[Any]) -> None:
        made = tuple(items)
        self._hold(made, made)
        self.stack.append(made)

    def _tuple_of_marked(self, _: Any) -> None:
        self._tuple(self._to_mark())

    def _list_of_marked(self, _: Any) -> None:
        items = self._to_mark()
        self.stack.append([])
        self._extend(items)

    def _append(self, _: Any) -> None:
        self._extend(self._take(1))

    def _appends(self, _: Any) -> None:
        self._extend(self._to_mark())

    def _extend(self, items: list[Any]) -> None:
        target = self.stack[-1]
        if isinstance(target, Inert):
            return
        if type(target) is not list:
            raise pickle.UnpicklingError("it appends to what is no list")
        self._hold(target, items)
        target.extend(items)

    def _dict_of_marked(self, _: Any) -> None:
        items = self._to_mark()
        self.stack.append({})
        self._enter(items)

    def _setitem(self, _: Any) -> None:
        self._enter(self._take(2))

    def _setitems(self, _: Any) -> None:
        self._enter(self._to_mark())

    def _enter(self, items: list[Any]) -> None:
        target = self.stack[-1]
        if isinstance(target, Inert):
            return
        if type(target) is not dict or len(items) % 2:
            raise pickle.UnpicklingError("it enters something into what is no table")
        self._hold(target, items[1::2])
        for place in range(0, len(items), 2):
            if is_key(items[place]):
                target[items[place]] = items[place + 1]

    def _frozenset(self, _: Any) -> None:
        self._to_mark()
        self.stack.append(INERT)

    def _additems(self, _: Any) -> None:
        self._to_mark()

    # Names and calls

    def _global(self, argument: str) -> None:
        module, _, name = argument.partition(" ")
        self.stack.append(self._names.find(module, name))

    def _stack_global(self, _: Any) -> None:
        module, name = self._take(2)
        if not isinstance(module, str) or not isinstance(name, str):
            raise pickle.UnpicklingError("a name that is no text")
        self.stack.append(self._names.find(module, name))

    def _reduce(self, _: Any) -> None:
        function, arguments = self._take(2)
        self._call(function, arguments)

    def _newobj_ex(self, _: Any) -> None:
        function, arguments, named = self._take(3)
        if type(named) is not dict or (named and not isinstance(function, Inert)):
            raise pickle.UnpicklingError("a call with names")
        self._call(function, arguments)

    def _obj(self, _: Any) -> None:
        function, *arguments = self._to_mark()
        self._call(function, arguments)

    def _inst(self, argument: str) -> None:
        arguments = self._to_mark()
        module, _, name = argument.partition(" ")
        self._call(self._names.find(module, name), arguments)

    def _call(self, function: Any, arguments: Any) -> None:
        if isinstance(function, Inert):
            made: Any = INERT
        elif function is Record:
            made = Record()
        elif type(arguments) in (tuple, list):
            made = self._names.call(function, arguments, self._budget)
            if type(made) is dict:
                # As deep as what it was made of, without looking at each entry again.
                self._hold(made, arguments[:1])
        else:
            raise pickle.UnpicklingError("a call without arguments")
        self.stack.append(made)

    def _build(self, _: Any) -> None:
        (state,) = self._take(1)
        target = self.stack[-1]
        if isinstance(target, Record) and type(state) is dict:
            self._hold(target, (state,))
            # Not copied: a pickle may give one table to any number of objects.
            target.attributes = state

    def _persistent(self, _: Any) -> None:
        (pid,) = self._take(1)
        self.stack.append(self._names.persistent(pid))

    def _inert(self, _: Any) -> None:
        self.stack.append(INERT)

    def _nothing(self, _: Any) -> None:
        pass


_STEPS: Final[dict[str, Callable[[_Machine, Any], None]]] = {
    "MARK": _Machine._mark, "POP": _Machine._pop, "POP_MARK": _Machine._pop_mark, "DUP": _Machine._dup,
    "MEMOIZE": _Machine._memoize, "TUPLE": _Machine._tuple_of_marked, "LIST": _Machine._list_of_marked,
    "APPEND": _Machine._append, "APPENDS": _Machine._appends, "DICT": _Machine._dict_of_marked,
    "SETITEM": _Machine._setitem, "SETITEMS": _Machine._setitems, "FROZENSET": _Machine._frozenset,
    "ADDITEMS": _Machine._additems, "GLOBAL": _Machine._global, "STACK_GLOBAL": _Machine._stack_global,
    "REDUCE": _Machine._reduce, "NEWOBJ": _Machine._reduce, "NEWOBJ_EX": _Machine._newobj_ex, "OBJ": _Machine._obj,
    "INST": _Machine._inst, "BUILD": _Machine._build, "BINPERSID": _Machine._persistent, "PERSID": _Machine._inert,
    "PROTO": _Machine._nothing, "FRAME": _Machine._nothing, "STOP": _Machine._nothing,
}  # fmt: skip


def is_key(value: object) -> bool:
    """Whether a value may be a key of a table: text, a whole number of 64 bits, None; each is hashed and compared at once."""
    if isinstance(value, str):
        return len(value) <= LONGEST_KEY
    return value is None or (isinstance(value, int) and -LARGEST_NUMBER <= value <= LARGEST_NUMBER)
