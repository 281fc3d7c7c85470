"""Which files of a Hub model make the VAE that is meant: what ``open_source`` will read, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from vaelab.errors import VAEError
from vaelab.vae.files.weight_names import (
    DIFFUSERS_SUFFIXES,
    VARIANTS,
    WEIGHT_NAMES,
    WEIGHT_SUFFIXES,
    partner_names,
)
from vaelab.vae.hub.ids import HubName

_SHOWN = 6


def choose_files(names: Iterable[str], wanted: HubName) -> tuple[str, ...]:
    """The files to fetch, by their paths in the model.

    A file, with the config beside it and the other half of a tiny pair; a diffusers folder's config and weights, safetensors
    before ``.bin``, as ``open_source`` prefers them; else the only weight file, or pair, of a folder, and its config. Without a
    place the model itself is looked at, then its ``vae``.

    Args:
        names: all files of the model.
        wanted: which model and place.

    Raises:
        VAEError: there is no such place, or it does not say which file is meant.
    """
    there = set(names)
    if wanted.is_file:
        return _of_file(there, wanted)
    places = (wanted.place,) if wanted.place else ("", "vae")
    for find in (_diffusers, _single):
        for place in places:
            if found := find(there, place):
                return found
    return _refuse(there, wanted, wanted.place)


def _of_file(there: set[str], wanted: HubName) -> tuple[str, ...]:
    if wanted.place not in there:
        raise VAEError(f"{wanted.repo} has no file {wanted.place}{_instead(there, wanted.repo)}.")
    path = PurePosixPath(wanted.place)
    found = [wanted.place]
    folder = "" if str(path.parent) == "." else str(path.parent)
    weights = [name for name in _inside(there, folder)[1] if name.lower().endswith(WEIGHT_SUFFIXES)]
    if path.name.startswith("diffusion_pytorch_model") or weights == [path.name]:
        found += [str(path.with_name("config.json"))]
    found += [str(path.with_name(name)) for name in partner_names(Path(path.name))]
    return tuple(name for name in found if name in there)


def _inside(there: set[str], folder: str) -> tuple[str, set[str]]:
    start = f"{folder}/" if folder else ""
    own = {name.removeprefix(start) for name in there if name.startswith(start)}
    return start, {name for name in own if "/" not in name}


def _single(there: set[str], folder: str) -> tuple[str, ...]:
    start, own = _inside(there, folder)
    weights = sorted(name for name in own if name.lower().endswith(WEIGHT_SUFFIXES))
    pair = len(weights) == 2 and weights[1] in partner_names(Path(weights[0]))
    config = ["config.json"] if "config.json" in own else []
    return tuple(start + name for name in (*config, *weights)) if len(weights) == 1 or pair else ()


def _diffusers(there: set[str], folder: str) -> tuple[str, ...]:
    start, own = _inside(there, folder)
    return tuple(start + name for name in _of_diffusers(own)) if "config.json" in own else ()


def _of_diffusers(own: set[str]) -> tuple[str, ...]:
    for name in WEIGHT_NAMES:
        for suffix in DIFFUSERS_SUFFIXES:
            for variant in VARIANTS:
                if f"{name}{variant}{suffix}" in own:
                    return "config.json", f"{name}{variant}{suffix}"
                index = f"{name}{suffix}.index{variant}.json"
                shard = re.compile(
                    rf"{re.escape(name)}(?:{re.escape(variant)})?-\d+-of-\d+(?:{re.escape(variant)})?{re.escape(suffix)}"
                )
                if index in own:
                    return "config.json", index, *sorted(item for item in own if shard.fullmatch(item))
    return ()


def _refuse(there: set[str], wanted: HubName, folder: str) -> tuple[str, ...]:
    if folder and not any(name.startswith(f"{folder}/") for name in there):
        raise VAEError(f"{wanted.repo} has no folder {folder}{_instead(there, wanted.repo)}.")
    raise VAEError(
        f"{wanted} does not say which of its files is a VAE{_instead(there, wanted.repo, folder)}."
    )


def _instead(there: set[str], repo: str, folder: str = "") -> str:
    start = f"{folder}/" if folder else ""
    weights = [name for name in there if name.lower().endswith(WEIGHT_SUFFIXES) and name.startswith(start)]
    if not weights:
        return ": it holds no weights that VAELab reads (safetensors, sft, ckpt, pt, pth, bin)"
    # What is named after a VAE first, then what lies at the top.
    weights.sort(key=lambda name: ("vae" not in name.lower(), name.count("/"), name))
    shown = ", ".join(f"{repo}:{name}" for name in weights[:_SHOWN])
    rest = len(weights) - _SHOWN
    return f": name one, for example {shown}" + (f" or {rest} others" if rest > 0 else "")
