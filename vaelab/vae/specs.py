"""What stands behind ``--vae``: ``[LABEL=]WHAT[@fp32|@fp16|@bf16]``. No torch here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from vaelab.errors import UsageError, did_you_mean
from vaelab.vae.base import PRECISIONS, Precision
from vaelab.vae.builtins_table import BUILT_INS, built_in, read_argument
from vaelab.vae.hub import HUB_ID
from vaelab.vae.sources import WEIGHT_SUFFIXES


@dataclass(frozen=True, slots=True)
class VAESpec:
    """One VAE that a run was asked for.

    Attributes:
        label: how tables name it.
        what: a built-in with its argument, a path, or a Hub id.
        precision: of this VAE alone; None follows the run's.
    """

    label: str
    what: str
    precision: Precision | None = None

    def __str__(self) -> str:
        """The spelling that ``parse_spec`` reads back."""
        return f"{self.label}={self.what}" + (f"@{self.precision}" if self.precision else "")


def parse_spec(text: str) -> VAESpec:
    """Read a spec.

    A built-in's name wins over a file of that name (write ``./mini`` for the file). Then whatever exists as a path is that
    path, before anything is split off, so that paths may hold ``=``, ``@`` and ``:``; else the label ends at the
    first ``=`` and the precision begins at the last ``@``.

    Raises:
        UsageError: there is no such built-in, argument, precision, file or folder.
    """
    text = text.strip()
    if not text:
        raise UsageError("--vae is empty: name a built-in such as 'linear', a file or a folder.")
    for label, rest in _labels(text):
        for what, precision in _precisions(rest):
            if _is_built_in(what) or _exists(what):
                return _spec(label, what, precision)
    label, rest = next(reversed(_labels(text)))
    what, precision = next(reversed(_precisions(rest)))
    found = re.fullmatch(r"(?P<what>[^@]+)@(?P<precision>\w*)", what)
    if precision is None and found and not _looks_like_path(found["what"]):
        raise UsageError(
            f"'{found['precision']}' is no precision: use {', '.join('@' + name for name in PRECISIONS)}."
            + did_you_mean(found["precision"], PRECISIONS)
        )
    _refuse_unknown(what)
    return _spec(label, what, precision)


def unique_labels(specs: Iterable[VAESpec]) -> tuple[VAESpec, ...]:
    """The same specs, but a label that was there before, in whatever case, gets ``-2``, then ``-3``."""
    specs = tuple(specs)
    asked = {spec.label.casefold() for spec in specs}
    taken: set[str] = set()
    result = []
    for spec in specs:
        label, number = spec.label, 2
        while label.casefold() in taken or (number > 2 and label.casefold() in asked):
            label, number = f"{spec.label}-{number}", number + 1
        taken.add(label.casefold())
        result.append(replace(spec, label=label))
    return tuple(result)


def split_built_in(what: str) -> tuple[str, str | None]:
    """The name and, after the first colon, the argument."""
    name, colon, argument = what.partition(":")
    return name, argument if colon else None


def _labels(text: str) -> list[tuple[str | None, str]]:
    """Every way to split off a label, without one first; the way that holds if nothing exists is last."""
    ways: list[tuple[str | None, str]] = [(None, text)]
    places = [place for place, letter in enumerate(text) if letter == "="]
    ways += [(text[:place], text[place + 1 :]) for place in reversed(places[1:])]
    if places and not re.search(r"[/\\]", text[: places[0]]):
        ways.append((text[: places[0]], text[places[0] + 1 :]))
    return ways


def _precisions(text: str) -> list[tuple[str, Precision | None]]:
    """Every way to split off a precision, without one first."""
    ways: list[tuple[str, Precision | None]] = [(text, None)]
    ways += [(text.removesuffix(f"@{name}"), name) for name in PRECISIONS if text.endswith(f"@{name}")]
    return ways


def _spec(label: str | None, what: str, precision: Precision | None) -> VAESpec:
    if _is_built_in(what):
        name, argument = split_built_in(what)
        entry = built_in(name)
        assert entry is not None
        read_argument(entry, argument)
        if precision is not None and entry.factory:
            raise UsageError(
                f"'{what}@{precision}': {name} is no neural network and has no precision: write {what}."
            )
    if label is None:
        label = _default_label(what) + (f"@{precision}" if precision else "")
    label = label.strip()
    if not label or any(not letter.isprintable() for letter in label):
        raise UsageError(f"'{label}={what}' has no usable label: write one printable line before the '='.")
    return VAESpec(label, what, precision)


def _default_label(what: str) -> str:
    """The built-in itself, the stem of a file without what tools add to it, the name of a folder or a Hub model."""
    if _is_built_in(what):
        return what
    if not _exists(what):
        return what.partition("/")[2] or what
    path = Path(what).expanduser()
    path = path if path.name not in ("", "..") else path.resolve()
    if path.is_file():
        stem = path.name
        while Path(stem).suffix.lower() in (*WEIGHT_SUFFIXES, ".json", ".index", ".vae") and Path(stem).stem:
            stem = Path(stem).stem
        if stem in ("diffusion_pytorch_model", "pytorch_model", "model", "config", "model_index"):
            return _default_label(str(path.absolute().parent))
        return re.sub(r"[_.-]?(encoder|decoder)$", "", stem, flags=re.IGNORECASE) or stem
    name = path.absolute().name
    return path.absolute().parent.name if name == "vae" and path.absolute().parent.name else name or "vae"


def _is_built_in(what: str) -> bool:
    return "@" not in what and built_in(split_built_in(what)[0]) is not None


def _exists(what: str) -> bool:
    try:
        return Path(what).expanduser().exists()
    except (OSError, ValueError, RuntimeError):
        return False


def _looks_like_path(what: str) -> bool:
    return bool(
        re.match(r"[.~/\\]|[A-Za-z]:[/\\]", what)
        or "\\" in what
        or Path(what).suffix.lower() in WEIGHT_SUFFIXES
    )


def _refuse_unknown(what: str) -> None:
    """Raise unless it may be a Hub id."""
    if _looks_like_path(what):
        raise UsageError(f"--vae {what}: there is no such file or folder; check the path.")
    if HUB_ID.fullmatch(what):
        return
    if "/" in what:
        raise UsageError(f"--vae {what}: there is no such file or folder, and it is no Hub id 'org/name'.")
    names = [entry.name for entry in BUILT_INS]
    name = split_built_in(what)[0]
    hint = did_you_mean(name, names) or f" Built in are {', '.join(names)}."
    raise UsageError(f"--vae {what}: no built-in codec and no file has this name.{hint}")
