"""What lies beside the weights in a file: averaged copies of them, and the scales of weights in 8-bit floats. No torch here.

**Averaged copies.** Trainers keep an exponential moving average (EMA) of the weights. LDM's ``LitEma`` writes it as
``model_ema.`` and the weight's name without its dots; others as ``ema.``, ``params_ema.`` or ``model_ema.`` and the name as
it is. A copy belongs to the weight whose name, or dotless name, it has.

**Scales.** A weight in float8 may be stored divided by a scale, so that weight = stored × scale: one number, or one for each
row of the first axis. ComfyUI wrote it as ``X.scale_weight`` beside ``X.weight`` (and an empty ``scaled_fp8`` in the file), and
now writes ``X.weight_scale``, with ``X.comfy_quant`` naming the format in JSON. What else they store there (the scales of
activations, for arithmetic in 8 bits) is not needed to restore the weight.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from vaelab.errors import VAEError
from vaelab.vae.files.float8 import FORMATS
from vaelab.vae.files.tensor_ref import TensorRef

EMA_NESTS = ("params_ema", "ema", "model_ema", "ema_model", "ema_state_dict")
"""Keys under which a pickle holds averaged copies, beside the dictionary of the weights."""

_EMA_NAME = re.compile(r"(?P<before>(?:.*\.)?)(?:model_ema|params_ema|ema_model|ema)\.(?P<name>.+)")
_SCALE = re.compile(r"(?P<layer>.+)\.(?:scale_weight|weight_scale)")
_HELPER = re.compile(r"(?:(?P<layer>.+)\.)?(?:(?P<marker>scaled_fp8|comfy_quant)|scale_input|input_scale)")
_LONGEST_NOTE = 4096


@dataclass(frozen=True, slots=True)
class Float8Scale:
    """What a weight in float8 is to be multiplied by.

    Attributes:
        reference: where the scale lies.
        note: where its format is named, None where it is not.
    """

    reference: TensorRef
    note: TensorRef | None = None


@dataclass(frozen=True, slots=True)
class Parted:
    """The tensors of a file, sorted.

    Attributes:
        tensors: the weights, and whatever else there is.
        ema: name of a weight to its averaged copy.
        scales: name of a weight to its scale.
    """

    tensors: Mapping[str, TensorRef]
    ema: Mapping[str, TensorRef] = field(default_factory=dict)
    scales: Mapping[str, Float8Scale] = field(default_factory=dict)


def part(tensors: Mapping[str, TensorRef]) -> Parted:
    """Take averaged copies and scales out of a file's tensors."""
    copies = _averaged(tensors)
    scales = {
        weight: name
        for name in tensors
        if (found := _SCALE.fullmatch(name)) and _is_float8(tensors, weight := f"{found['layer']}.weight")
    }
    helpers = {
        name
        for name in tensors
        if (found := _HELPER.fullmatch(name))
        and (found["marker"] or _is_float8(tensors, f"{found['layer']}.weight"))
    }
    aside = {*(name for name, _ in copies.values()), *scales.values(), *helpers}
    return Parted(
        {name: reference for name, reference in tensors.items() if name not in aside} if aside else tensors,
        {weight: reference for weight, (_, reference) in copies.items()},
        {
            weight: Float8Scale(tensors[name], tensors.get(f"{weight.removesuffix('.weight')}.comfy_quant"))
            for weight, name in scales.items()
        },
    )


def check_scale(name: str, weight: TensorRef, scale: Float8Scale) -> None:
    """That the weight is what is stored times the scale, and no more than that.

    Raises:
        VAEError: it is quantized in another way.
    """
    if scale.note is not None and (kind := _format(scale.note)) not in FORMATS:
        raise VAEError(
            f"{weight.path}: '{name}' is quantized as {kind or 'something unnamed'}, which VAELab does not read: "
            "pass the file in fp16 or bf16."
        )
    rows, shape = weight.shape[:1], scale.reference.shape
    fits = scale.reference.count == 1 or (shape[:1] == rows and scale.reference.count == shape[0])
    if not fits or not scale.reference.dtype.startswith(("float", "bfloat")):
        raise VAEError(
            f"{weight.path}: the scale of '{name}' has the shape {shape}, neither one number nor one for each row of "
            f"{weight.shape}: pass the file in fp16 or bf16."
        )


def _is_float8(tensors: Mapping[str, TensorRef], name: str) -> bool:
    return name in tensors and tensors[name].dtype.startswith("float8")


def _averaged(tensors: Mapping[str, TensorRef]) -> dict[str, tuple[str, TensorRef]]:
    """Name of a weight to the name and the place of its averaged copy."""
    found = [(name, match) for name in tensors if (match := _EMA_NAME.fullmatch(name))]
    if not found:
        return {}
    dotless: dict[str, str | None] = {}
    for name in tensors:
        key = name.replace(".", "")
        # Two weights that differ only in their dots have overwritten each other in LitEma: neither has a copy.
        dotless[key] = None if key in dotless else name
    copies: dict[str, tuple[str, TensorRef]] = {}
    for name, match in found:
        full = match["before"] + match["name"]
        weight = full if full in tensors else dotless.get(full.replace(".", ""))
        if weight is not None and weight != name and tensors[weight].shape == tensors[name].shape:
            copies.setdefault(weight, (name, tensors[name]))
    return copies


def _format(note: TensorRef) -> str:
    """The format that a ``comfy_quant`` names, ``""`` where it says nothing that can be read."""
    if note.dtype not in ("uint8", "int8") or note.extent > _LONGEST_NOTE:
        return ""
    try:
        with note.path.open("rb") as file:
            file.seek(note.offset)
            said = json.loads(file.read(note.extent))
    except (OSError, ValueError, RecursionError):
        return ""
    kind = said.get("format") if isinstance(said, dict) else None
    return kind if isinstance(kind, str) and kind.isprintable() else ""
