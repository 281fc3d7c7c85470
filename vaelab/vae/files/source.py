"""From a path that a user names to the tensors of one VAE, wherever they lie: file, pair, shards, folder. No torch here."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from vaelab.errors import VAEError, no_json, why
from vaelab.vae.files.beside import left_by_training
from vaelab.vae.files.ema_and_scales import Float8Scale, part
from vaelab.vae.files.header import read_header
from vaelab.vae.files.pairs import Half, half_of, holds_both, script_half
from vaelab.vae.files.tensor_ref import Header, TensorRef
from vaelab.vae.files.weight_names import (
    DIFFUSERS_SUFFIXES,
    VARIANTS,
    WEIGHT_NAMES,
    WEIGHT_SUFFIXES,
    partner_names,
    uncompiled,
)
from vaelab.vae.recognized import Shapes

LARGEST_JSON = 4 * 2**20
"""Bytes of a config or an index."""


@dataclass(frozen=True, slots=True)
class Source:
    """The tensors of what was named, from one or more files.

    Attributes:
        path: as named, or the folder that it led to.
        files: the weight files.
        tensors: all tensors; of a pair, with ``encoder.`` and ``decoder.`` before the names of its halves.
        container: how they are stored, one word for all files.
        metadata: of the safetensors headers.
        config: ``config.json`` of a diffusers folder.
        pair: whether encoder and decoder are two files.
        halves: of a pair, ``encoder`` and ``decoder`` to their files.
        inert: Python objects in pickles that are no tensors; none was run.
        nesting: dictionary keys that led to the tensors.
        ema: name of a tensor to its averaged copy, where the file holds one.
        scales: name of a tensor in float8 to what it is to be multiplied by.
        beside: names of tensors that only training needed; they are not among the others.
    """

    path: Path
    files: tuple[Path, ...]
    tensors: Mapping[str, TensorRef]
    container: str
    metadata: Mapping[str, str] = field(default_factory=dict)
    config: Mapping[str, Any] | None = None
    pair: bool = False
    halves: Mapping[str, Path] = field(default_factory=dict)
    inert: tuple[str, ...] = ()
    nesting: tuple[str, ...] = ()
    ema: Mapping[str, TensorRef] = field(default_factory=dict)
    scales: Mapping[str, Float8Scale] = field(default_factory=dict)
    beside: tuple[str, ...] = ()

    @property
    def shapes(self) -> Shapes:
        """Tensor name to shape."""
        return {name: reference.shape for name, reference in self.tensors.items()}


def open_source(path: Path, *, alone: bool = False, classes: Collection[str] = ()) -> Source:
    """Find the weight files that a path means and read their headers.

    A folder is a diffusers model, a pipeline with a ``vae`` in it, a pair of tiny halves, or holds one weight file. A file
    may be one half of a tiny pair or of two TorchScript programs (its other half is found beside it by name), an index of
    shards, or a ``config.json``.

    Args:
        path: what was named.
        alone: whether a decoder whose encoder is not beside it is what is wanted.
        classes: of diffusers, by one of which a config beside a file of another name than diffusers' is known as the file's.

    Raises:
        VAEError: nothing there, not readable, or not enough to decide.
    """
    if path.is_dir():
        return _folder(path)
    if not path.exists():
        raise VAEError(f"{path} does not exist: check the path.")
    if path.name.endswith(".index.json"):
        return _shards(path, _sibling_config(path, classes))
    if path.name in ("config.json", "model_index.json"):
        return _folder(path.parent)
    header = _read(path)
    if header.container == "TorchScript":
        return _scripts(path, header)
    half = half_of(_shapes(header))
    if half == "decoder" and alone and not any(place.is_file() for place in _partners(path)):
        return _source(path, {path: header}, config=None, prefixes={path: "decoder."})
    if half is not None:
        return _pair(path, half, header)
    return _source(path, {path: header}, config=_sibling_config(path, classes))


def _folder(path: Path) -> Source:
    config = path / "config.json"
    # Beside them a config and the whole autoencoder as a third program are published.
    if (path / "encoder.jit").is_file() and (path / "decoder.jit").is_file():
        return open_source(path / "encoder.jit")
    if not config.is_file():
        inner = path / "vae"
        if (inner / "config.json").is_file():
            return _folder(inner)
        files = _weight_files(path)
        if len(files) == 1 or (
            len(files) == 2 and partner_names(files[0]) and files[1] in _partners(files[0])
        ):
            return open_source(files[0])
        what = f"holds {len(files)} weight files" if files else "holds neither a config.json nor weight files"
        raise VAEError(f"{path} {what}, so it does not say which VAE is meant: name the file.")
    return _configured(path, _json(config))


def _configured(path: Path, config: Mapping[str, Any]) -> Source:
    """The weights beside a config: under diffusers' names, else the only ones there are."""
    for name in WEIGHT_NAMES:
        for suffix in DIFFUSERS_SUFFIXES:
            for variant in VARIANTS:
                single = path / f"{name}{variant}{suffix}"
                if single.is_file():
                    return _source(path, {single: _read(single)}, config=config)
                index = path / f"{name}{suffix}.index{variant}.json"
                if index.is_file():
                    return _shards(index, config)
    files = _weight_files(path)
    if len(files) == 2 and files[1] in _partners(files[0]):
        return open_source(files[0])
    if len(files) > 1:
        names = ", ".join(file.name for file in files[:4]) + (", …" if len(files) > 4 else "")
        raise VAEError(
            f"{path} has a config.json and {len(files)} weight files ({names}), none of them named as diffusers names "
            "them, so it does not say which is meant: name the file."
        )
    if not files:
        raise VAEError(
            f"{path} has a config.json but no weights (diffusion_pytorch_model.safetensors or .bin): download them too."
        )
    header = _read(files[0])
    if header.container == "TorchScript" or half_of(_shapes(header)) is not None:
        return open_source(files[0])
    return _source(path, {files[0]: header}, config=config)


def _weight_files(folder: Path) -> list[Path]:
    return sorted(
        file for file in folder.iterdir() if file.is_file() and file.suffix.lower() in WEIGHT_SUFFIXES
    )


def _shards(index: Path, config: Mapping[str, Any] | None) -> Source:
    table = _json(index).get("weight_map")
    if not isinstance(table, dict) or not table:
        raise VAEError(f"{index} has no weight_map: it is no index of weight files.")
    if not all(isinstance(name, str) and name.isprintable() and len(name) <= 255 for name in table.values()):
        raise VAEError(f"{index} names a shard in a way that no file is named: download it again.")
    headers: dict[Path, Header] = {}
    for name in sorted(set(table.values())):
        # A shard lies beside its index; anything else could point anywhere on the disk.
        if Path(name).name != name:
            raise VAEError(f"{index} names the shard '{name}', which does not lie beside it.")
        if not (index.parent / name).is_file():
            raise VAEError(f"{index.parent / name} is missing: the index lists it, so download it too.")
        headers[index.parent / name] = _read(index.parent / name)
    return _source(index.parent, headers, config=config)


def _pair(path: Path, half: Half, header: Header) -> Source:
    other: Half = "decoder" if half == "encoder" else "encoder"
    names = partner_names(path)
    if not names:
        raise VAEError(
            f"{path} is the {half} of a tiny autoencoder and its name does not say where the {other} is: "
            f"name the two files alike, one with 'encoder' and one with 'decoder'."
        )
    partner = next((place for place in _partners(path) if place.is_file()), None)
    if partner is None:
        pair = ", or let another VAE encode for it: add ',encoder=FILE'" if half == "decoder" else ""
        raise VAEError(
            f"{path} is the {half} of a tiny autoencoder and its {other} {names[0]} is missing: put it beside it{pair}."
        )
    found = _read(partner)
    if half_of(_shapes(found)) != other:
        raise VAEError(f"{partner} is not the {other} that belongs to {path.name}: name the right file.")
    headers = {path: header, partner: found}
    order = {path: f"{half}.", partner: f"{other}."}
    return _source(path, headers, config=None, prefixes=order)


def _scripts(path: Path, header: Header) -> Source:
    """A pair of TorchScript programs, of which one was named, or a whole one."""
    half = script_half(_shapes(header), path)
    if half is None or (
        holds_both(_shapes(header)) and not any(place.is_file() for place in _partners(path))
    ):
        return _source(path, {path: header}, config=None)
    other: Half = "decoder" if half == "encoder" else "encoder"
    partner = next((place for place in _partners(path) if place.is_file()), None)
    if partner is None:
        raise VAEError(
            f"{path} is by its name the {half} of a pair of TorchScript programs and its {other} is missing: put it beside it, "
            f"named alike but with '{other}'; a whole program needs a name without '{half}', or 'autoencoder'."
        )
    found = _read(partner)
    if found.container != "TorchScript" or script_half(_shapes(found), partner) != other:
        raise VAEError(f"{partner} is not the {other} that belongs to {path.name}: name the right file.")
    return _source(
        path, {path: header, partner: found}, config=None, prefixes={path: f"{half}.", partner: f"{other}."}
    )


def _partners(path: Path) -> list[Path]:
    return [path.with_name(name) for name in partner_names(path)]


def _sibling_config(path: Path, classes: Collection[str]) -> Mapping[str, Any] | None:
    """The config beside a file, where it is the file's: diffusers wrote that, or nothing else there can be meant."""
    config = path.with_name("config.json")
    if not config.is_file():
        return None
    if path.name.startswith("diffusion_pytorch_model"):
        return _json(config)
    try:
        content = _json(config)
    except VAEError:
        return None
    return content if content.get("_class_name") in classes and _weight_files(path.parent) == [path] else None


def _source(
    path: Path,
    headers: Mapping[Path, Header],
    *,
    config: Mapping[str, Any] | None,
    prefixes: Mapping[Path, str] | None = None,
) -> Source:
    tensors: dict[str, TensorRef] = {}
    averaged: dict[str, TensorRef] = {}
    for file, header in headers.items():
        start = prefixes[file] if prefixes else ""
        for name, reference in header.tensors.items():
            if start + name in tensors:
                raise VAEError(
                    f"{file} repeats the tensor '{name}' of another file: the folder mixes two downloads."
                )
            tensors[start + name] = reference
        averaged |= {start + name: reference for name, reference in header.ema.items()}
    parted = part(tensors)
    metadata: dict[str, str] = {}
    for header in headers.values():
        metadata.update(header.metadata)
    return Source(
        path=path,
        files=tuple(sorted(headers)),
        tensors=parted.tensors,
        container=", ".join(sorted({header.container for header in headers.values()})),
        metadata=metadata,
        config=config,
        pair=bool(prefixes),
        halves={start.removesuffix("."): file for file, start in (prefixes or {}).items()},
        inert=tuple(dict.fromkeys(name for header in headers.values() for name in header.inert)),
        nesting=next(iter(headers.values())).nesting,
        ema={**averaged, **parted.ema},
        scales=parted.scales,
        beside=tuple(
            (prefixes[file] if prefixes else "") + name
            for file in sorted(headers)
            for name in headers[file].beside
        ),
    )


def _read(path: Path) -> Header:
    header = uncompiled(path, read_header(path))
    # A program's tensors are all its own, and VAELab's files hold nothing else.
    if header.container == "TorchScript" or "kind" in header.metadata:
        return header
    left = left_by_training(_shapes(header))
    tensors = {name: place for name, place in header.tensors.items() if name not in set(left)}
    return replace(header, tensors=tensors, beside=left) if left and tensors else header


def _shapes(header: Header) -> Shapes:
    return {name: reference.shape for name, reference in header.tensors.items()}


def _json(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > LARGEST_JSON:
            raise VAEError(f"{path} is impossibly large for a table of settings: download it again.")
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise VAEError(f"{path} cannot be read: {why(error)}.") from error
    except (ValueError, RecursionError) as error:
        raise VAEError(f"{path} is no valid JSON ({no_json(error)}): download it again.") from error
    if not isinstance(content, dict):
        raise VAEError(f"{path} is no JSON table: download it again.")
    return content
