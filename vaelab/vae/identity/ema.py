"""Run the averaged copy (EMA) of a VAE's weights that a training checkpoint holds beside them. No torch here."""

from __future__ import annotations

from dataclasses import replace

from vaelab.errors import VAEError
from vaelab.vae.files.ema_and_scales import EMA_NESTS
from vaelab.vae.located import LocatedVAE

_STATISTICS = ("running_mean", "running_var", "num_batches_tracked")
"""Ends of names of what is no weight, and which no trainer averages twice."""


def ema_copies(found: LocatedVAE) -> str:
    """What there is of an averaged copy, in words; empty where there is none."""
    names = found.vae.names
    copied = sum(name in found.source.ema for name in names)
    if not copied:
        return ""
    return "present" if not _lacking(found) else f"of {copied} of {len(names)} tensors"


def averaged(found: LocatedVAE) -> LocatedVAE:
    """The same VAE with the averaged copies as its weights.

    Raises:
        VAEError: there is none, or not one of every weight.
    """
    source, vae = found.source, found.vae
    if not source.ema:
        if any(name in EMA_NESTS for name in source.nesting):
            return found  # there is nothing else in the file
        raise VAEError(f"{source.path} holds no averaged copy (EMA) of its weights: leave out weights=ema.")
    lacking = _lacking(found)
    if lacking:
        more = f" and {len(lacking) - 1} more" if len(lacking) > 1 else ""
        raise VAEError(
            f"{source.path} holds no averaged copy (EMA) of '{lacking[0]}'{more}: leave out weights=ema."
        )
    copies = {name: source.ema[name] for name in vae.names if name in source.ema}
    for name, copy in copies.items():
        if copy.shape != source.tensors[name].shape:
            raise VAEError(
                f"{source.path}: the averaged copy of '{name}' has the shape {copy.shape}, the weight "
                f"{source.tensors[name].shape}: one of them is another's."
            )
    note = "weights=ema: the averaged copy of the weights, chosen by the user"
    scales = {name: scale for name, scale in source.scales.items() if name not in copies}
    return LocatedVAE(
        replace(source, tensors={**source.tensors, **copies}, scales=scales),
        replace(vae, notes=(*vae.notes, note)),
        found.side,
    )


def _lacking(found: LocatedVAE) -> list[str]:
    return [
        name for name in found.vae.names if name not in found.source.ema and not name.endswith(_STATISTICS)
    ]
