"""What a weight file says of its tensors: where each lies, and of what kind it is. No torch here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from vaelab.precisions import PRECISIONS

Container = Literal[
    "safetensors",
    "pickle (zip)",
    "pickle (legacy)",
    "TorchScript",
    "HTML",
    "LFS pointer",
    "GGUF",
    "empty",
    "unknown",
]

SCRIPT: Final = "TorchScript"
"""The container whose files hold a program."""

ITEM_SIZES: Mapping[str, int] = {
    "float64": 8,
    "float32": 4,
    "float16": 2,
    "bfloat16": 2,
    "float8_e4m3fn": 1,
    "float8_e5m2": 1,
    "float8_e4m3fnuz": 1,
    "float8_e5m2fnuz": 1,
    "float8_e8m0fnu": 1,
    "complex64": 8,
    "complex128": 16,
    "int64": 8,
    "int32": 4,
    "int16": 2,
    "int8": 1,
    "uint64": 8,
    "uint32": 4,
    "uint16": 2,
    "uint8": 1,
    "bool": 1,
}
"""Bytes of one element, by torch's name of the dtype."""

_SHORT = {row.dtype: row.name for row in reversed(tuple(PRECISIONS.values()))}


@dataclass(frozen=True, slots=True)
class TensorRef:
    """Where one tensor lies: ``offset`` is the byte of its first element in the file, ``strides`` are in elements."""

    path: Path
    dtype: str
    shape: tuple[int, ...]
    offset: int
    strides: tuple[int, ...]

    @property
    def extent(self) -> int:
        """Elements from the first to the last, gaps included; 0 for an empty tensor."""
        if 0 in self.shape:
            return 0
        return 1 + sum((size - 1) * stride for size, stride in zip(self.shape, self.strides, strict=True))

    @property
    def count(self) -> int:
        """Number of elements."""
        number = 1
        for size in self.shape:
            number *= size
        return number


@dataclass(frozen=True, slots=True)
class Header:
    """What a weight file says of itself.

    Attributes:
        container: how it is stored.
        tensors: name to place.
        metadata: the free text of a safetensors header.
        inert: Python objects of a pickle that are no tensors; none was built, imported or run.
        nesting: keys of the dictionaries that the tensors were found under, outermost first.
        ema: name to place of averaged copies that lie in a dictionary of their own.
        beside: names of tensors that only training needed; they are not among the others.
    """

    container: Container
    tensors: Mapping[str, TensorRef]
    metadata: Mapping[str, str] = field(default_factory=dict)
    inert: tuple[str, ...] = ()
    nesting: tuple[str, ...] = ()
    ema: Mapping[str, TensorRef] = field(default_factory=dict)
    beside: tuple[str, ...] = ()


def contiguous(shape: Iterable[int]) -> tuple[int, ...]:
    """The strides, in elements, of a row-major array of this shape."""
    strides: list[int] = []
    step = 1
    for size in reversed(tuple(shape)):
        strides.append(step)
        step *= max(size, 1)
    return tuple(reversed(strides))


def stored_dtype(references: Iterable[TensorRef]) -> str:
    """``fp32``, ``fp16``, ``bf16``, torch's name of another dtype, or ``mixed``; integer counters are left out."""
    kinds = {reference.dtype for reference in references if reference.dtype.startswith(("float", "bfloat"))}
    if len(kinds) == 1:
        kind = kinds.pop()
        return _SHORT.get(kind, kind)
    return "mixed" if kinds else ""
