"""Several VAEs in one file: which there are, and the one that is meant. No torch here.

``FILE#first_stage_model`` is the one whose tensors' names begin with ``first_stage_model.``; ``FILE#.`` the one before whose
names nothing stands. Where a file's own name holds the sign, the file goes first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from vaelab.errors import VAEError
from vaelab.vae.families.detect import detect
from vaelab.vae.families.table import BY_KEY
from vaelab.vae.files.source import Source
from vaelab.vae.files.weight_names import BARE, SIGN
from vaelab.vae.recognized import RecognizedVAE

_MOST = 8
"""VAEs that are looked for in one file."""
_HALVES = {
    "encoder": "encoder",
    "decoder": "decoder",
    "taesd_encoder": "encoder",
    "taesd_decoder": "decoder",
    "decoder_unet": "decoder",
}


def recognize_part(source: Source, part: str | None = None) -> RecognizedVAE:
    """The VAE that is meant, else the one that is recognized first, with a note on the others.

    Args:
        source: the tensors.
        part: what stands before the names of the one that is meant.

    Raises:
        VAEError: there is no VAE, or not there.
    """
    starts = prefixes(source.tensors)
    if part is not None:
        start = "" if part == BARE else f"{part.removesuffix('.')}."
        if start not in starts:
            there = " and ".join(f"'{each}'" if each else "no prefix" for each in starts) or "no prefix alone"
            raise VAEError(f"{source.path} holds no VAE under '{start}': it holds one under {there}.")
        found = _under(source, start, starts)
        if BY_KEY[found.family].is_program:
            raise VAEError(
                f"{source.path} is a TorchScript program, which can only be run as a whole: leave out '{SIGN}{part}'."
            )
        return found
    try:
        found = detect(source)
    except VAEError:
        inner = next((vae for each in starts if (vae := _tried(source, each, starts))), None)
        if inner is None or len(starts) < 2:
            raise
        found = inner
    if BY_KEY[found.family].is_program:
        return found
    others = tuple(
        each for each in starts if each != found.prefix and _tried(source, each, starts) is not None
    )
    if not others or found.prefix not in starts:
        return found
    words = " or ".join(f"{source.path.name}{SIGN}{_written(each)}" for each in others)
    taken = f"the one under '{found.prefix}'" if found.prefix else "the one without a prefix"
    note = f"the file holds {len(others) + 1} VAEs, of which {taken} was taken: for another write {words}"
    return replace(found, notes=(*found.notes, note), others=tuple(map(_written, others)))


def prefixes(names: Iterable[str]) -> tuple[str, ...]:
    """What stands before the names of an encoder and of a decoder alike, shortest first."""
    halves: dict[str, set[str]] = {}
    for name in names:
        words = name.split(".")[:-1]
        place = next((place for place, word in enumerate(words) if word in _HALVES), None)
        if place is not None:
            start = "".join(f"{word}." for word in words[:place])
            halves.setdefault(start, set()).add(_HALVES[words[place]])
    whole = sorted((start for start, found in halves.items() if len(found) == 2), key=lambda s: (len(s), s))
    return tuple(whole[:_MOST])


def _written(start: str) -> str:
    return start.removesuffix(".") or BARE


def _tried(source: Source, start: str, starts: tuple[str, ...]) -> RecognizedVAE | None:
    try:
        return _under(source, start, starts)
    except VAEError:
        return None


def _under(source: Source, start: str, starts: tuple[str, ...]) -> RecognizedVAE:
    """The VAE of the tensors whose names begin so, by their names as they are in the file."""
    rest = tuple(each for each in starts if each and each != start)
    tensors = {
        name.removeprefix(start): place
        for name, place in source.tensors.items()
        if (name.startswith(start) if start else not name.startswith(rest))
    }
    beside = tuple(name.removeprefix(start) for name in source.beside if name.startswith(start))
    found = detect(replace(source, tensors=tensors, beside=beside))
    return replace(
        found,
        keys={f"{start}{name}": own for name, own in found.keys.items()},
        splits={f"{start}{name}": parts for name, parts in found.splits.items()},
        prefix=f"{start}{found.prefix}",
    )
