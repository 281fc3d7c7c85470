"""The same VAEs in several precisions: what ``--precisions fp32,bf16`` makes of the VAEs that were named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from vaelab.errors import UsageError, did_you_mean
from vaelab.precisions import PRECISIONS
from vaelab.vae.spec.builtins import built_in
from vaelab.vae.spec.grammar import VAESpec, default_label, parse_spec
from vaelab.vae.spec.words import is_built_in, split_built_in


def parse_precisions(text: str) -> tuple[str, ...]:
    """Read ``fp32,bf16``: each once, in the order in which they are named.

    Raises:
        UsageError: one of them is no precision.
    """
    names = tuple(dict.fromkeys(filter(None, (part.strip() for part in text.split(",")))))
    for name in names:
        if name not in PRECISIONS:
            raise UsageError(
                f"'{name}' is no precision: use {', '.join(PRECISIONS)}.{did_you_mean(name, PRECISIONS)}"
            )
    return names


def in_precisions(specs: Iterable[str], precisions: Sequence[str]) -> tuple[str, ...]:
    """Return every VAE once in each precision; one that names its own, and what has none, stays as it is.

    Args:
        specs: as ``--vae`` takes them.
        precisions: names of ``PRECISIONS``.

    Raises:
        UsageError: a spec cannot be read.
    """
    found: list[str] = []
    for text in specs:
        spec = parse_spec(text)
        if spec.precision is not None or _has_none(spec):
            found.append(text)
            continue
        is_named = spec.label != default_label(spec)
        for name in precisions:
            way = replace(spec, precision=name)
            label = f"{spec.label}@{name}" if is_named else default_label(way)
            found.append(str(replace(way, label=label)))
    return tuple(found)


def _has_none(spec: VAESpec) -> bool:
    """Whether a VAE is a baseline, which is no neural network."""
    if not is_built_in(spec.what):
        return False
    entry = built_in(split_built_in(spec.what)[0])
    return entry is not None and bool(entry.factory)
