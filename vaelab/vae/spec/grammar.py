"""What stands behind ``--vae``: ``[LABEL=]WHAT[@PRECISION][,encoder=WHAT][,padding=…][,weights=ema]``. No torch here.

``WHAT`` is a built-in with its argument, a file, a folder or a Hub id; ``FILE#first_stage_model`` is the one of several VAEs
in a file whose tensors' names begin so, ``FILE#.`` the one before whose names nothing stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, cast

from vaelab.errors import UsageError, did_you_mean, one_line
from vaelab.precisions import PRECISIONS
from vaelab.vae.base import Padding
from vaelab.vae.hub.ids import HUB_ID
from vaelab.vae.spec.builtins import built_in, read_argument
from vaelab.vae.spec.words import (
    OPTION,
    OPTIONS,
    exists,
    is_built_in,
    looks_like_path,
    refuse_unknown,
    short_name,
    split_built_in,
)

Weights = Literal["ema"]


@dataclass(frozen=True, slots=True)
class VAESpec:
    """One VAE that a run was asked for.

    Attributes:
        label: how tables name it.
        what: a built-in with its argument, a path, or a Hub id; behind ``#`` which of its VAEs.
        precision: of this VAE alone; None follows the run's.
        encoder: what encodes for it, named as ``what`` is; None where it encodes itself.
        padding: what its convolutions see beyond the edge; None leaves it as its family is built.
        weights: ``ema`` for the averaged copy that a training checkpoint holds; None for the plain weights.
    """

    label: str
    what: str
    precision: str | None = None
    encoder: str | None = None
    padding: Padding | None = None
    weights: Weights | None = None

    def __str__(self) -> str:
        """The spelling that ``parse_spec`` reads back."""
        precision = f"@{self.precision}" if self.precision else ""
        options = ((name, getattr(self, name)) for name in OPTIONS)
        return f"{self.label}={self.what}{precision}" + "".join(
            f",{name}={value}" for name, value in options if value is not None
        )


def parse_spec(text: str) -> VAESpec:
    """Read a spec.

    A built-in's name wins over a file of that name (write ``./mini`` for the file). Then whatever exists as a path is that
    path, before anything is split off, so that paths may hold ``=``, ``@``, ``:`` and ``,padding=``; else the options begin
    at the first comma with an option's name and ``=`` behind it, the label ends at the first ``=`` and the precision begins
    at the last ``@``.

    Raises:
        UsageError: there is no such built-in, argument, precision, option, file or folder.
    """
    text = text.strip()
    if not text:
        raise UsageError("The name of a VAE is empty: name a built-in such as 'linear', a file or a folder.")
    for head, tail in _heads(text):
        for label, rest in _labels(head):
            _refuse_unknown_option(label)
            for what, precision in _precisions(rest):
                if is_built_in(what) or exists(what):
                    return _spec(label, what, precision, _options(tail))
    head, tail = next(reversed(list(_heads(text))))
    label, rest = next(reversed(_labels(head)))
    what, precision = next(reversed(_precisions(rest)))
    _refuse_unknown_option(what.rpartition("=")[0])
    found = re.fullmatch(r"(?P<what>[^@]+)@(?P<precision>\w*)", what)
    if precision is None and found and (exists(found["what"]) or not looks_like_path(found["what"])):
        raise UsageError(
            f"'{found['precision']}' is no precision: use {', '.join('@' + name for name in PRECISIONS)}."
            + did_you_mean(found["precision"], PRECISIONS)
        )
    if not what.strip():
        raise UsageError(f"'{text}' names no VAE: write a built-in such as 'linear', a file or a folder.")
    refuse_unknown(what)
    return _spec(label, what, precision, _options(tail))


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


def _heads(text: str) -> Iterator[tuple[str, str]]:
    """Every way to split off options, without any first; the way that holds if nothing exists is last."""
    yield text, ""
    for found in reversed(list(OPTION.finditer(text))):
        yield text[: found.start()], text[found.start() :]


def _options(text: str) -> dict[str, str]:
    """The options that begin at each comma with a name behind it, unless an encoder exists that goes on over the comma.

    Raises:
        UsageError: an option comes twice, or takes no such word.
    """
    starts = [found.start() for found in OPTION.finditer(text)]
    parts = [text[start:end] for start, end in pairwise([*starts, len(text)])]
    chosen: dict[str, str] = {}
    while parts:
        name, value = (word.strip() for word in parts.pop(0)[1:].split("=", 1))
        name = name.lower()
        if name in chosen:
            raise UsageError(f"The option {name}= is given twice ('{text[1:]}'): give it once.")
        if name == "encoder":
            for count in range(len(parts), 0, -1):
                if exists(longer := value + "".join(parts[:count])):
                    value, parts = longer, parts[count:]
                    break
        words = OPTIONS[name]
        if (unknown := re.search(r",\s*([\w-]+)\s*=", value)) and not exists(value):
            raise _no_option(unknown[1])
        if value.endswith(tuple(f"@{precision}" for precision in PRECISIONS)) and not exists(value):
            raise UsageError(
                f"'{name}={value}' ends in a precision, which is the whole VAE's: write it before the first comma."
            )
        known = f"one of {', '.join(words)}" if words and len(words) > 1 else (words or ("a VAE",))[0]
        if not value:
            raise UsageError(f"{name}= is empty: write {known} behind it, or leave it out.")
        if words is not None and value.lower() not in words:
            raise UsageError(f"{name}='{value}' cannot be: it is {known}.{did_you_mean(value, words)}")
        chosen[name] = value if words is None else value.lower()
    return chosen


def _refuse_unknown_option(label: str | None) -> None:
    """Raise if what seemed to be a label is a VAE with the name of an option behind it.

    Raises:
        UsageError: there is no such option.
    """
    found = re.fullmatch(r"(?P<what>.+),\s*(?P<name>[\w-]+)\s*", label or "", re.DOTALL)
    if found is None:
        return
    for _, rest in _labels(found["what"]):
        for what, _ in _precisions(rest):
            if is_built_in(what) or exists(what) or HUB_ID.fullmatch(what):
                raise _no_option(found["name"])


def _no_option(name: str) -> UsageError:
    names = ", ".join(f"{known}=" for known in OPTIONS)
    return UsageError(f"A VAE has no option {name}=: its options are {names}.{did_you_mean(name, OPTIONS)}")


def _labels(text: str) -> list[tuple[str | None, str]]:
    """Every way to split off a label, without one first; the way that holds if nothing exists is last."""
    ways: list[tuple[str | None, str]] = [(None, text)]
    places = [place for place, letter in enumerate(text) if letter == "="]
    ways += [(text[:place], text[place + 1 :]) for place in reversed(places[1:])]
    if places and not re.search(r"[/\\]", text[: places[0]]):
        ways.append((text[: places[0]], text[places[0] + 1 :]))
    return [(label, rest) for label, rest in ways if label is None or not OPTION.search(f"{label}=")]


def _precisions(text: str) -> list[tuple[str, str | None]]:
    """Every way to split off a precision, without one first."""
    ways: list[tuple[str, str | None]] = [(text, None)]
    ways += [(text.removesuffix(f"@{name}"), name) for name in PRECISIONS if text.endswith(f"@{name}")]
    return ways


def _spec(label: str | None, what: str, precision: str | None, options: Mapping[str, str]) -> VAESpec:
    if is_built_in(what):
        name, argument = split_built_in(what)
        entry = built_in(name)
        assert entry is not None
        read_argument(entry, argument)
        if precision is not None and entry.factory:
            raise UsageError(
                f"'{what}@{precision}': {name} is no neural network and has no precision: write {what}."
            )
        if options and entry.factory:
            raise UsageError(
                f"'{what},{next(iter(options))}=…': {name} is no neural network and has no options: write {what}."
            )
    encoder = options.get("encoder")
    if encoder is not None:
        _check_encoder(encoder)
    spec = VAESpec(
        label or "",
        what,
        precision,
        encoder,
        cast("Padding | None", options.get("padding")),
        cast("Weights | None", options.get("weights")),
    )
    if label is None:
        spec = replace(spec, label=default_label(spec))
    label = spec.label.strip()
    if not label or any(not letter.isprintable() for letter in label):
        raise UsageError(f"'{label}={what}' has no usable label: write one printable line before the '='.")
    return replace(spec, label=label)


def _check_encoder(what: str) -> None:
    """That something else may encode for a VAE.

    Raises:
        UsageError: there is no such VAE, or it is no neural network.
    """
    if exists(what) and not is_built_in(what):
        return
    if is_built_in(what):
        name, argument = split_built_in(what)
        entry = built_in(name)
        assert entry is not None
        read_argument(entry, argument)
        if entry.factory:
            raise UsageError(
                f"encoder={what}: {name} is no neural network and has no latent: name a VAE that shares the latent space."
            )
        return
    refuse_unknown(what, "encoder=")


def default_label(spec: VAESpec) -> str:
    """How tables name a VAE that nobody has named, by what it is and how it runs: ``dec+enc-reflect-ema@fp16``."""
    parts = [short_name(spec.what)]
    parts += [f"+{short_name(spec.encoder)}"] if spec.encoder else []
    # The label is read before the options: one that holds such a text would be taken for them.
    parts = [OPTION.sub(lambda found: found[0].replace(",", ";"), part) for part in parts]
    parts += [f"-{word}" for word in (spec.padding, spec.weights) if word]
    parts += [f"@{spec.precision}"] if spec.precision else []
    # What a file may be called, a table may not: a line break, a colour of the terminal, bytes that are no text.
    return one_line("".join(parts))
