"""Whether the tensors of a file are those of the model that they seem to make: asked before anything is loaded. No torch here.

The one check for ``describe`` and ``open_codec``: names, shapes and kinds of numbers against the model's own list. Only the
values are left to loading.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from vaelab.errors import VAEError
from vaelab.vae.families.structure import Structure
from vaelab.vae.families.tensor_places import places, without_trailing_ones
from vaelab.vae.files.ema_and_scales import check_scale
from vaelab.vae.files.tensor_ref import TensorRef
from vaelab.vae.located import LocatedVAE


def check_fit(found: LocatedVAE, structure: Structure) -> None:
    """That every tensor of the model is in the file, every tensor of the VAE in the model, and each of its kind.

    Args:
        found: what was recognized; of one side of a VAE, only that side is compared.
        structure: of the model as a whole.

    Raises:
        VAEError: one is missing, too many, of another shape, quantized, or scaled in a way that is not known.
    """
    source, vae = found.source, found.vae
    there = places(source, vae)
    expected = structure if found.side == "both" else _of_side(structure, there)
    missing = [own for own in expected if own not in there]
    unexpected = [name for own, (name, _) in there.items() if own not in expected]
    if missing or unexpected:
        raise VAEError(f"{source.path} does not fit {vae.label}: {_difference(missing, unexpected)}.")
    for own, (shape, floating) in expected.items():
        name, reference = there[own]
        _check_tensor(source.path, name, reference, shape, floating)
        if name in source.scales:
            check_scale(name, source.tensors[name], source.scales[name])


def _of_side(structure: Structure, there: Mapping[str, object]) -> Structure:
    """Without the parts none of whose tensors is there: those of the other side."""
    filled = {own.partition(".")[0] for own in there}
    return {
        name: entry
        for name, entry in structure.items()
        if "." not in name or name.partition(".")[0] in filled
    }


def _check_tensor(
    path: Path, name: str, reference: TensorRef, shape: tuple[int, ...], floating: bool
) -> None:
    same = without_trailing_ones(reference.shape) == without_trailing_ones(shape)
    is_number = reference.dtype.startswith(("float", "bfloat"))
    if floating and not is_number:
        raise VAEError(
            f"{path}: '{name}' is stored as {reference.dtype}, a quantized format that VAELab does not read: "
            "pass the file in fp16 or bf16."
        )
    if not same:
        raise VAEError(f"{path}: '{name}' has the shape {reference.shape} where {shape} belongs.")


def _difference(missing: list[str], unexpected: list[str]) -> str:
    parts = []
    for word, names in (("it lacks", missing), ("it has the unexpected", unexpected)):
        if names:
            more = f" and {len(names) - 1} more" if len(names) > 1 else ""
            parts.append(f"{word} '{names[0]}'{more}")
    return " and ".join(parts)
