"""The tensors of a PyTorch pickle: what ``torch.save`` writes, and what it wrote before PyTorch 1.6.

A pickle of nested dictionaries says which tensors there are; the storages' bytes lie beside it (zip) or behind it (legacy).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from vaelab.errors import VAEError
from vaelab.vae.pickle_notes import BROKEN, NoteUnpickler, StorageNote, TensorNote, unpickle
from vaelab.vae.tensor_header import ITEM_SIZES, Container, Header, TensorRef

LARGEST_PICKLE = 64 * 2**20
"""Bytes of pickled structure, without the tensors' data."""

_NESTS = (
    "state_dict",
    "model",
    "module",
    "params_ema",
    "vae",
    "ema",
    "autoencoder",
    "generator",
    "params",
    "net",
)
_LEGACY_MAGIC: Final = 0x1950A86A20F9469CFC6C


def read_zip_header(path: Path) -> Header:
    """The tensors of what ``torch.save`` writes since PyTorch 1.6.

    Raises:
        VAEError: damaged, or without tensors.
    """
    with zipfile.ZipFile(path) as archive, path.open("rb") as file:
        members = {member.filename: member for member in archive.infolist()}
        main = next((name for name in members if name == "data.pkl" or name.endswith("/data.pkl")), None)
        if main is None:
            raise VAEError(
                f"{path} is a zip archive without PyTorch weights: unpack it and pass the file inside."
            )
        root = main.removesuffix("data.pkl")
        if members[main].file_size > LARGEST_PICKLE:
            raise _damaged(path, "its table of contents is impossibly large")
        if f"{root}byteorder" in members and archive.read(f"{root}byteorder") != b"little":
            raise VAEError(
                f"{path} was written on a big-endian machine, which VAELab does not read: save it again."
            )
        try:
            content, seen = unpickle(io.BytesIO(archive.read(main)))
        except BROKEN as error:
            raise _damaged(path, f"its table of contents: {error}") from error

        def place(storage: StorageNote) -> int:
            member = members.get(f"{root}data/{storage.key}")
            if member is None or member.file_size < storage.size * ITEM_SIZES[storage.dtype]:
                raise _damaged(path, f"the data of storage {storage.key} is missing")
            if member.compress_type != zipfile.ZIP_STORED:
                raise VAEError(f"{path} is a compressed zip, which PyTorch does not write: save it again.")
            # The local header repeats the name, and pads: its own lengths say where the data begins.
            file.seek(member.header_offset + 26)
            lengths = file.read(4)
            return (
                member.header_offset + 30 + sum(int.from_bytes(lengths[i : i + 2], "little") for i in (0, 2))
            )

        return _header(path, "pickle (zip)", content, seen, place)


def read_legacy_header(path: Path) -> Header:
    """The tensors of what ``torch.save`` wrote before PyTorch 1.6: pickles one after another, then the storages.

    Raises:
        VAEError: damaged, or no PyTorch file.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        start = io.BytesIO(file.read(min(size, LARGEST_PICKLE)))
        try:
            magic, seen = unpickle(start)
            if magic != _LEGACY_MAGIC:
                names = _listed(seen.inert) or type(magic).__name__
                raise VAEError(
                    f"{path} is a Python pickle but no PyTorch weights (it names {names}; nothing was run)."
                )
            unpickle(start)
            system, _ = unpickle(start)
            content, seen = unpickle(start)
            keys, _ = unpickle(start)
            places: dict[str, int] = {}
            position = start.tell()
            for key in keys:
                storage = seen.storages[key]
                file.seek(position)
                if int.from_bytes(file.read(8), "little") != storage.size:
                    raise VAEError(f"{path} is truncated ({size} bytes) or damaged: download it again.")
                places[key] = position + 8
                position += 8 + storage.size * ITEM_SIZES[storage.dtype]
        except BROKEN as error:
            raise _damaged(path, f"its table of contents: {error}") from error
        if isinstance(system, dict) and system.get("little_endian") is False:
            raise VAEError(
                f"{path} was written on a big-endian machine, which VAELab does not read: save it again."
            )
    if position > size:
        raise VAEError(
            f"{path} is truncated: its header says {position} bytes, the file has {size}; download it again."
        )
    return _header(path, "pickle (legacy)", content, seen, lambda storage: places[storage.key])


def _header(
    path: Path,
    container: Container,
    content: object,
    seen: NoteUnpickler,
    place: Callable[[StorageNote], int],
) -> Header:
    inert = tuple(seen.inert)
    found, nesting = _tensors(content)
    if not found:
        what = f"it names {_listed(inert)}; nothing was run" if inert else "its dictionaries hold none"
        raise VAEError(
            f"{path} is a PyTorch file without named tensors ({what}): save the model's state_dict instead."
        )
    references: dict[str, TensorRef] = {}
    if not all(name.isprintable() for name in found):
        raise _damaged(path, "a tensor's name holds control characters")
    for name, tensor in found.items():
        size = ITEM_SIZES[tensor.dtype]
        offset = place(tensor.storage) + tensor.offset * size
        reference = TensorRef(path, tensor.dtype, tensor.shape, offset, tensor.strides)
        if (tensor.offset + reference.extent) * size > tensor.storage.size * ITEM_SIZES[tensor.storage.dtype]:
            raise _damaged(path, f"'{name}' reaches beyond its storage")
        references[name] = reference
    return Header(container, references, {}, inert, nesting)


def _tensors(content: object) -> tuple[dict[str, TensorNote], tuple[str, ...]]:
    """The dictionary of tensors inside nested dictionaries, and the keys that lead to it."""
    nesting: list[str] = []
    while isinstance(content, dict) and len(nesting) < 8:
        direct = {
            key: value
            for key, value in content.items()
            if isinstance(key, str) and isinstance(value, TensorNote)
        }
        inner = next((key for key in _NESTS if isinstance(content.get(key), dict) and content[key]), None)
        if inner is None or (direct and inner != "state_dict"):
            return direct, tuple(nesting)
        nesting.append(inner)
        content = content[inner]
    return {}, tuple(nesting)


def _listed(names: Iterable[str]) -> str:
    """The first few names, in words."""
    every = list(names)
    return ", ".join(every[:5]) + (f" and {len(every) - 5} more" if len(every) > 5 else "")


def _damaged(path: Path, why: str) -> VAEError:
    return VAEError(f"{path} is damaged ({why}): download it again.")
