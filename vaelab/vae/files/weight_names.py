"""How weight files are named, and the tensors in them: what their names mean whatever tool wrote them. No torch here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from vaelab.errors import UsageError, VAEError
from vaelab.settings import expanded
from vaelab.vae.files.tensor_ref import Header

SAFETENSORS_SUFFIXES = (".safetensors", ".sft")
"""The second is what ComfyUI and Flux' authors also write; the format is the same."""
WEIGHT_SUFFIXES = (*SAFETENSORS_SUFFIXES, ".ckpt", ".pt", ".pth", ".bin", ".jit")
"""How weight files are named; what they are is decided by their bytes."""
QUANTIZED_SUFFIXES = (".gguf",)
"""How files are named that hold weights which VAELab does not read; a scan of a folder says so of them."""
DIFFUSERS_SUFFIXES = (*SAFETENSORS_SUFFIXES, ".bin")
"""Of the weights in a diffusers folder, best first."""
WEIGHT_NAMES = ("diffusion_pytorch_model", "model", "pytorch_model")
VARIANTS = ("", ".fp32", ".fp16", ".bf16")

SIGN = "#"
BARE = "."
"""How the prefix that is empty is written."""

_PART = re.compile(r"\.|[\w-]+(?:\.[\w-]+)*\.?")
_COMPILED = "_orig_mod"
"""What torch.compile puts between the name of a module and those of its tensors."""
_AVERAGED = re.compile(r"(?:^|\.)(?:model_ema|params_ema|ema_model|ema)\.")

_Place = TypeVar("_Place")


def split_part(what: str) -> tuple[str, str | None]:
    """The file, folder or Hub id, and, behind the last ``#``, which of its VAEs is meant; None where that is not said."""
    head, sign, tail = what.rpartition(SIGN)
    if not sign or not head or not _PART.fullmatch(tail) or _exists(what):
        return what, None
    return head, tail


def partner_names(path: Path) -> list[str]:
    """The name with the last 'encoder' as 'decoder', or the other way round; the suffixes that it may have."""
    found = list(re.finditer("(en|de)(coder)", path.name, re.IGNORECASE))
    if not found:
        return []
    last = found[-1]
    swapped = {"en": "de", "de": "en"}[last[1].lower()]
    swapped = (
        swapped.upper() if last[1].isupper() else swapped.capitalize() if last[1][0].isupper() else swapped
    )
    name = path.name[: last.start()] + swapped + last[2] + path.name[last.end() :]
    return [
        name,
        *(str(Path(name).with_suffix(suffix)) for suffix in WEIGHT_SUFFIXES if Path(name).suffix != suffix),
    ]


def uncompiled(path: Path, header: Header) -> Header:
    """The same header with the tensors' names as they are without torch.compile.

    Raises:
        VAEError: a tensor is there under both names.
    """
    if not any(_COMPILED in name for name in (*header.tensors, *header.ema)):
        return header
    return replace(header, tensors=_plain(path, header.tensors), ema=_plain(path, header.ema))


def _plain(path: Path, tensors: Mapping[str, _Place]) -> dict[str, _Place]:
    found: dict[str, _Place] = {}
    for name, place in tensors.items():
        plain = ".".join(part for part in name.split(".") if part != _COMPILED)
        if _AVERAGED.search(plain):
            # LitEma names a copy by the weight's name without its dots.
            plain = plain.replace(_COMPILED, "")
        if not plain or plain in found or (plain != name and plain in tensors):
            raise VAEError(
                f"{path} holds '{plain}' twice, once as torch.compile names it ('{name}'): save it again with one of them."
            )
        found[plain] = place
    return found


def _exists(what: str) -> bool:
    try:
        return Path(expanded(what)).exists()
    except (OSError, ValueError, UsageError):
        return False
