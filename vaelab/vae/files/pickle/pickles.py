"""The tensors of a PyTorch pickle: what ``torch.save`` writes, and what it wrote before PyTorch 1.6.

A pickle of nested dictionaries says which tensors there are; the storages' bytes lie beside it (zip) or behind it (legacy).
"""

from __future__ import annotations

import io
import pickle
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from vaelab.errors import VAEError
from vaelab.text import brief
from vaelab.vae.files.ema_and_scales import EMA_NESTS
from vaelab.vae.files.pickle.bounded_zip import LARGEST_READ, open_archive
from vaelab.vae.files.pickle.machine import Budget
from vaelab.vae.files.pickle.notes import BROKEN, Notes, StorageNote, TensorNote, broken, unpickle
from vaelab.vae.files.pickle.torchscript import named_tensors
from vaelab.vae.files.tensor_ref import ITEM_SIZES, Container, Header, TensorRef

LARGEST_PICKLE = LARGEST_READ
"""Bytes of pickled structure, without the tensors' data: some 300 for each tensor."""
LONGEST_NAME = 1000
"""Characters of a tensor's name."""
MOST_TENSORS = 100_000
"""Named tensors of a file; the largest models have some ten thousand."""
_MOST_REPEATED = 2**24
"""Elements that a tensor may have beyond those of its storage, which it then shows several times."""

_NESTS = (
    "state_dict",
    "model",
    "module",
    "vae",
    "autoencoder",
    "generator",
    "params",
    "net",
    # An averaged copy is what the file means only where nothing else is there.
    *EMA_NESTS,
)
_DEEPEST_NEST: Final = 8
_UTF8: Final = 0x800
_LEGACY_MAGIC: Final = 0x1950A86A20F9469CFC6C


def read_zip_header(path: Path, *, script: bool = False) -> Header:
    """The tensors of what ``torch.save`` writes since PyTorch 1.6, or of a TorchScript program.

    Raises:
        VAEError: damaged, ambiguous, or without tensors.
    """
    size = path.stat().st_size
    with open_archive(path) as archive, path.open("rb") as file:
        members, main = _members(path, archive)
        if main is None:
            raise VAEError(
                f"{path} is a zip archive without PyTorch weights: unpack it and pass the file inside."
            )
        root = main.removesuffix("data.pkl")
        if members[main].file_size > LARGEST_PICKLE:
            raise _damaged(path, "its table of contents is impossibly large")
        order = members.get(f"{root}byteorder")
        if order is not None and (
            order.file_size != len(b"little") or _member(path, archive, order) != b"little"
        ):
            raise VAEError(
                f"{path} was written on a big-endian machine, which VAELab does not read: save it again."
            )
        try:
            content, seen = unpickle(io.BytesIO(archive.read(main)), Notes(script=script))
            content = named_tensors(content) if script else content
        except BROKEN as error:
            raise _damaged(path, f"its table of contents: {broken(error)}") from error

        def place(storage: StorageNote) -> int:
            member = members.get(f"{root}data/{storage.key}")
            if member is None or member.file_size < storage.size * ITEM_SIZES[storage.dtype]:
                raise _damaged(path, f"the data of storage {storage.key} is missing")
            if member.compress_type != zipfile.ZIP_STORED:
                raise VAEError(f"{path} is a compressed zip, which PyTorch does not write: save it again.")
            # The local header repeats the name, and pads: its own lengths say where the data begins.
            file.seek(min(max(member.header_offset, 0), size))
            local = file.read(30)
            name = file.read(int.from_bytes(local[26:28], "little"))
            begin = member.header_offset + 30 + len(name) + int.from_bytes(local[28:30], "little")
            # A list of members that points elsewhere would give other bytes of the right number.
            listed = member.orig_filename.encode("utf-8" if member.flag_bits & _UTF8 else "cp437", "replace")
            if local[:4] != b"PK\x03\x04" or name != listed or begin + member.file_size > size:
                raise _damaged(path, f"the data of storage {storage.key} is not where it should be")
            return begin

        return _header(path, "TorchScript" if script else "pickle (zip)", content, seen, place)


def read_legacy_header(path: Path) -> Header:
    """The tensors of what ``torch.save`` wrote before PyTorch 1.6: pickles one after another, then the storages.

    Raises:
        VAEError: damaged, or no PyTorch file.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        start = io.BytesIO(file.read(min(size, LARGEST_PICKLE)))
        # One for all five.
        budget = Budget()
        try:
            magic, seen = unpickle(start, budget=budget)
            if magic != _LEGACY_MAGIC:
                names = (
                    f"it names {_listed(seen.inert)}; nothing was run" if seen.inert else "it names no tensor"
                )
                raise VAEError(
                    f"{path} is a Python pickle but no PyTorch weights ({names}): pass the file of a VAE."
                )
            unpickle(start, budget=budget)
            system, _ = unpickle(start, budget=budget)
            content, seen = unpickle(start, budget=budget)
            keys, _ = unpickle(start, budget=budget)
            places: dict[str, int] = {}
            position = start.tell()
            for key in keys:
                if not isinstance(key, str):
                    raise pickle.UnpicklingError("a storage whose key is no text")
                storage = seen.storages[key]
                file.seek(position)
                if int.from_bytes(file.read(8), "little") != storage.size:
                    raise VAEError(f"{path} is truncated ({size} bytes) or damaged: download it again.")
                places[key] = position + 8
                position += 8 + storage.size * ITEM_SIZES[storage.dtype]
        except BROKEN as error:
            raise _damaged(path, f"its table of contents: {broken(error)}") from error
        if isinstance(system, dict) and system.get("little_endian") is False:
            raise VAEError(
                f"{path} was written on a big-endian machine, which VAELab does not read: save it again."
            )
    if position > size:
        raise VAEError(
            f"{path} is truncated: its header says {position} bytes, the file has {size}; download it again."
        )
    return _header(path, "pickle (legacy)", content, seen, lambda storage: places[storage.key])


def _members(path: Path, archive: zipfile.ZipFile) -> tuple[dict[str, zipfile.ZipInfo], str | None]:
    """The members of an archive by name, and the name of the one that lists the tensors.

    Raises:
        VAEError: two programs could take two different members for the same: PyTorch looks for names without regard to case,
            and takes the folder of the first member for the archive's.
    """
    members: dict[str, zipfile.ZipInfo] = {}
    lists: list[str] = []
    folded: set[str] = set()
    for member in archive.infolist():
        members[member.filename] = member
        folded.add(member.filename.casefold())
        if member.filename.casefold().rpartition("/")[2] == "data.pkl":
            lists.append(member.filename)
    if len(folded) != len(archive.infolist()) or len(lists) > 1:
        what = f"{len(lists)} lists of tensors" if len(lists) > 1 else "members that share a name"
        raise VAEError(
            f"{path} is a zip archive with {what}, which PyTorch never writes and other programs could read in another way: "
            "download it again, or pass the weights as safetensors."
        )
    return members, next((name for name in lists if name.rpartition("/")[2] == "data.pkl"), None)


def _header(
    path: Path,
    container: Container,
    content: object,
    seen: Notes,
    place: Callable[[StorageNote], int],
) -> Header:
    inert = tuple(seen.inert)
    found, nesting = _tensors(content)
    averaged = _averaged(content, nesting)
    # A program may well compute without any.
    if not found and container != "TorchScript":
        what = f"it names {_listed(inert)}; nothing was run" if inert else _kind(content)
        raise VAEError(
            f"{path} is a PyTorch file without named tensors ({what}): save the model's state_dict instead."
        )
    return Header(
        container,
        _references(path, found, place),
        {},
        inert,
        nesting,
        _references(path, averaged, place),
    )


def _references(
    path: Path, found: Mapping[str, TensorNote], place: Callable[[StorageNote], int]
) -> dict[str, TensorRef]:
    references: dict[str, TensorRef] = {}
    if len(found) > MOST_TENSORS:
        raise _damaged(path, "it names an impossible number of tensors")
    if not all(name.isprintable() and len(name) <= LONGEST_NAME for name in found):
        raise _damaged(path, "a tensor's name holds control characters or is impossibly long")
    for name, tensor in found.items():
        size = ITEM_SIZES[tensor.dtype]
        offset = place(tensor.storage) + tensor.offset * size
        reference = TensorRef(path, tensor.dtype, tensor.shape, offset, tensor.strides)
        if (tensor.offset + reference.extent) * size > tensor.storage.size * ITEM_SIZES[tensor.storage.dtype]:
            raise _damaged(path, f"'{name}' reaches beyond its storage")
        if reference.count > tensor.storage.size + _MOST_REPEATED:
            raise _damaged(path, f"'{name}' is impossibly large for its storage")
        references[name] = reference
    return references


def _averaged(content: object, nesting: Sequence[str]) -> dict[str, TensorNote]:
    """The averaged copies that lie in a dictionary beside what was found, or beside what leads there."""
    for key in (*nesting, ""):
        if not isinstance(content, dict):
            break
        beside = (content.get(name) for name in EMA_NESTS if name != key)
        found = next((value for value in beside if isinstance(value, dict)), None)
        if found is not None:
            return _tensors(found)[0]
        content = content.get(key)
    return {}


def _tensors(content: object) -> tuple[dict[str, TensorNote], tuple[str, ...]]:
    """The dictionary of tensors inside nested dictionaries, and the keys that lead to it."""
    nesting: list[str] = []
    while isinstance(content, dict) and len(nesting) < _DEEPEST_NEST:
        direct = _named(content)
        inner = next((key for key in _NESTS if isinstance(content.get(key), dict) and content[key]), None)
        if inner is None and not direct:
            return _wrapped(content, tuple(nesting))
        if inner is None or (direct and inner != "state_dict"):
            return direct, tuple(nesting)
        nesting.append(inner)
        content = content[inner]
    return {}, tuple(nesting)


def _wrapped(
    content: Mapping[Any, Any], nesting: tuple[str, ...]
) -> tuple[dict[str, TensorNote], tuple[str, ...]]:
    """The state dicts under keys that nobody has agreed on: the only one, or all of them with their keys before the names."""
    inner = {
        key: named
        for key, value in content.items()
        if isinstance(key, str) and isinstance(value, dict) and (named := _named(value))
    }
    if len(inner) == 1:
        key, named = next(iter(inner.items()))
        return named, (*nesting, key)
    return {f"{key}.{name}": note for key, named in inner.items() for name, note in named.items()}, nesting


def _named(content: Mapping[Any, Any]) -> dict[str, TensorNote]:
    return {
        key: value for key, value in content.items() if isinstance(key, str) and isinstance(value, TensorNote)
    }


def _kind(content: object) -> str:
    """What a pickle holds instead of a dictionary of named tensors, as part of a sentence."""
    if isinstance(content, TensorNote):
        return "it holds one tensor without a name"
    if isinstance(content, list | tuple):
        word = "list" if isinstance(content, list) else "tuple"
        some = f"{len(content)} object{'' if len(content) == 1 else 's'}"
        return f"it holds a {word} of {some}, where a dictionary of named tensors belongs"
    if not isinstance(content, dict):
        return "it holds neither a dictionary nor a tensor"
    nameless = sum(isinstance(value, TensorNote) for value in content.values())
    if nameless:
        return f"its dictionaries hold {nameless} tensor{'' if nameless == 1 else 's'}, but none under a name"
    return "its dictionaries hold none"


def _listed(names: Iterable[str]) -> str:
    """The first few names, in words."""
    every = list(names)
    return ", ".join(every[:5]) + (f" and {len(every) - 5} more" if len(every) > 5 else "")


def _member(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    try:
        return archive.read(member)
    except BROKEN as error:
        raise _damaged(path, f"{member.filename}: {broken(error)}") from error


def _damaged(path: Path, why: str) -> VAEError:
    return VAEError(f"{path} is damaged ({brief(why)}): download it again.")
