"""What a word in a spec can mean: a built-in, a path, a Hub id; the options behind it. No torch here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from vaelab.errors import UsageError, did_you_mean
from vaelab.settings import expanded
from vaelab.vae.base import PADDINGS
from vaelab.vae.files.weight_names import BARE, WEIGHT_SUFFIXES, split_part
from vaelab.vae.hub.ids import HUB_ID, hub_label
from vaelab.vae.spec.builtins import BUILT_INS, built_in

OPTIONS: Final[Mapping[str, tuple[str, ...] | None]] = {
    "encoder": None,
    "padding": PADDINGS,
    "weights": ("ema",),
}
"""The options of a spec and the words that each takes; None where it takes another VAE."""

OPTION: Final = re.compile(rf",\s*({'|'.join(OPTIONS)})\s*=", re.IGNORECASE)
"""Where an option begins."""

_NAMELESS: Final = (
    "diffusion_pytorch_model",
    "pytorch_model",
    "model",
    "config",
    "model_index",
    "encoder",
    "decoder",
)
"""Stems that say nothing of the VAE: its folder does."""
_HALF: Final = re.compile(r"(?<!auto)(?<!auto[_.-])[_.-]?(encoder|decoder)$", re.IGNORECASE)
"""What names a half of a pair, at the end of a stem; an autoencoder is whole."""


def split_built_in(what: str) -> tuple[str, str | None]:
    """The name and, after the first colon, the argument."""
    name, colon, argument = what.partition(":")
    return name, argument if colon else None


def short_name(what: str) -> str:
    """The built-in itself, the stem of a file without what tools add to it, the name of a folder or a Hub model."""
    if is_built_in(what):
        return what
    head, part = split_part(what)
    if part is not None:
        return short_name(head) + (f":{part.removesuffix('.')}" if part != BARE else "")
    if not exists(what):
        return hub_label(what) if HUB_ID.fullmatch(what) else what.partition("/")[2] or what
    path = Path(expanded(what))
    path = path if path.name not in ("", "..") else path.resolve()
    if path.is_file():
        stem = path.name
        while Path(stem).suffix.lower() in (*WEIGHT_SUFFIXES, ".json", ".index", ".vae") and Path(stem).stem:
            stem = Path(stem).stem
        if stem in _NAMELESS:
            return short_name(str(path.absolute().parent))
        return _HALF.sub("", stem) or stem
    name = path.absolute().name
    return path.absolute().parent.name if name == "vae" and path.absolute().parent.name else name or "vae"


def is_built_in(what: str) -> bool:
    """Whether it is the name of a built-in, its argument behind a colon."""
    return "@" not in what and not OPTION.search(what) and built_in(split_built_in(what)[0]) is not None


def exists(what: str) -> bool:
    """Whether there is such a file or folder, whichever of its VAEs is meant; nothing has no name."""
    try:
        return bool(what) and (Path(expanded(what)).exists() or Path(expanded(split_part(what)[0])).exists())
    except (OSError, ValueError, UsageError):
        return False


def looks_like_path(what: str) -> bool:
    """Whether nobody would write this for anything else."""
    return bool(
        re.match(r"[.~/\\]|[A-Za-z]:[/\\]", what)
        or "\\" in what
        or Path(split_part(what)[0]).suffix.lower() in WEIGHT_SUFFIXES
    )


def refuse_unknown(what: str, asked: str = "") -> None:
    """Raise unless it may be a Hub id.

    Raises:
        UsageError: it is no file, no folder and no built-in.
    """
    place = split_part(what)[0]
    expanded(place)
    if HUB_ID.fullmatch(place) and (":" in place or not looks_like_path(place)):
        return
    if re.match(r"https?://", what, re.IGNORECASE):
        raise UsageError(
            f"{asked}{what}: this is a web address, and VAELab opens none: download the file, or 'vaelab fetch org/name' if it is "
            "on the Hugging Face Hub."
        )
    if looks_like_path(what):
        raise UsageError(f"{asked}{what}: there is no such file or folder; check the path.")
    if "/" in what:
        raise UsageError(f"{asked}{what}: there is no such file or folder, and it is no Hub id 'org/name'.")
    names = [entry.name for entry in BUILT_INS]
    name = split_built_in(what)[0]
    hint = did_you_mean(name, names) or f" Built in are {', '.join(names)}."
    raise UsageError(f"{asked}{what}: no built-in codec and no file has this name.{hint}")
