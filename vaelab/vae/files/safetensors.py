"""The header of a safetensors file, checked against the file before a byte of data is read.

The format: 8 bytes, little-endian, with the length of a JSON object that follows; the tensors' data fills the rest of the
file without gaps or overlaps.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeGuard

from vaelab.errors import VAEError
from vaelab.vae.files.tensor_ref import ITEM_SIZES, Header, TensorRef, contiguous

LARGEST_HEADER = 100_000_000
"""Bytes, the format's own limit. The tensors of 20 GB take half a megabyte of it; the rest is what tools note there."""

_DTYPES: Mapping[str, str] = {
    "F64": "float64",
    "F32": "float32",
    "F16": "float16",
    "BF16": "bfloat16",
    "F8_E4M3": "float8_e4m3fn",
    "F8_E5M2": "float8_e5m2",
    "F8_E4M3FNUZ": "float8_e4m3fnuz",
    "F8_E5M2FNUZ": "float8_e5m2fnuz",
    "F8_E8M0": "float8_e8m0fnu",
    "C64": "complex64",
    "I64": "int64",
    "I32": "int32",
    "I16": "int16",
    "I8": "int8",
    "U64": "uint64",
    "U32": "uint32",
    "U16": "uint16",
    "U8": "uint8",
    "BOOL": "bool",
}
_MOST_VALUES = 700_000
"""Values and tables in a header; a tensor takes some ten."""
_TEXTS = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
"""What stands in quotes; possessive, so that no text makes it look back."""
_LONGEST_NAME = 1000
_LONGEST_SIDE = 2**48
_MOST_AXES = 16


def read_safetensors_header(path: Path) -> Header:
    """Names, shapes, dtypes and places of the tensors.

    Raises:
        VAEError: the header is damaged, or does not fit the file.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        if length > size - 8:
            raise VAEError(f"{path} is truncated: its header says {length + 8} bytes, the file has {size}.")
        if length > LARGEST_HEADER:
            raise VAEError(
                f"{path} has a header of {length} bytes, more than the 100 MB that the format allows: it is damaged."
            )
        text = file.read(length)
    # A list in a list takes two bytes of text and some eighty of memory.
    if _values(text) > _MOST_VALUES and _values(_TEXTS.sub(b"", text)) > _MOST_VALUES:
        raise _damaged(path, "its header lists more than any VAE holds")
    try:
        entries = json.loads(text, object_pairs_hook=_unique)
    except (ValueError, RecursionError) as error:
        raise VAEError(
            f"{path} has a header that is no valid JSON: it is damaged, download it again."
        ) from error
    if not isinstance(entries, dict):
        raise _damaged(path, "the header is no table")
    metadata = entries.pop("__metadata__", None) or {}
    if not isinstance(metadata, dict):
        raise _damaged(path, "the metadata is no table")
    if not all(name.isprintable() and len(name) <= _LONGEST_NAME for name in entries):
        raise _damaged(path, "a tensor's name holds control characters or is impossibly long")
    start = length + 8
    tensors = {name: _reference(path, name, entry, start) for name, entry in entries.items()}
    _check_places(path, tensors, start, size)
    return Header("safetensors", tensors, {str(key): str(value) for key, value in metadata.items()})


def _values(text: bytes) -> int:
    """How many values and tables a text of JSON may hold."""
    return sum(map(text.count, (b"{", b"[", b",")))


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise ValueError("duplicate keys")
    return table


def _reference(path: Path, name: str, entry: object, start: int) -> TensorRef:
    if not isinstance(entry, dict):
        raise _damaged(path, f"'{name}' is no table")
    dtype = _DTYPES.get(str(entry.get("dtype")))
    if dtype is None:
        raise VAEError(
            f"{path} stores '{name}' as {entry.get('dtype')!r}, a number format VAELab does not know."
        )
    shape, offsets = entry.get("shape"), entry.get("data_offsets")
    if not (_are_sizes(shape) and len(shape) <= _MOST_AXES and max(shape, default=0) < _LONGEST_SIDE):
        raise _damaged(path, f"the shape of '{name}' is impossible")
    if not (_are_sizes(offsets) and len(offsets) == 2):
        raise _damaged(path, f"the place of '{name}' is impossible")
    reference = TensorRef(path, dtype, tuple(shape), start + offsets[0], contiguous(shape))
    if offsets[1] - offsets[0] != reference.count * ITEM_SIZES[dtype]:
        raise _damaged(path, f"the length of '{name}' does not fit its shape")
    return reference


def _are_sizes(value: object) -> TypeGuard[list[int]]:
    return isinstance(value, list) and all(type(item) is int and item >= 0 for item in value)


def _check_places(path: Path, tensors: Mapping[str, TensorRef], start: int, size: int) -> None:
    """The tensors fill the rest of the file, each beginning where the one before ends."""
    spans = sorted((t.offset, t.offset + t.count * ITEM_SIZES[t.dtype]) for t in tensors.values())
    end = max((last for _, last in spans), default=start)
    if end > size:
        raise VAEError(
            f"{path} is truncated: its header says {end} bytes, the file has {size}; download it again."
        )
    place = start
    for first, last in spans:
        if first != place:
            raise _damaged(path, "its tensors overlap or leave gaps")
        place = last
    if place != size:
        raise _damaged(path, f"its header says {place} bytes, the file has {size}")


def _damaged(path: Path, why: str) -> VAEError:
    return VAEError(f"{path} is damaged ({why}): download it again.")
