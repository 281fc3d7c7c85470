"""Which of the models that are built alike a VAE is, as far as that can be told. For its label only: it is built from shapes.

SD 1 and SDXL, SD 3 and Flux.1, Wan 2.1 and Qwen-Image, the tiny VAEs of them have equal names and shapes of tensors, and
differ in their numbers. What tells them apart, in this order: the checksum of a published file; the file's name; the other
tensors of a full checkpoint; the scaling factor of the ``config.json`` beside it; the name of its folder; and, after a run,
the spread of its latents. Where nothing does, the label names all of them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from vaelab.vae.files.source import Source
from vaelab.vae.files.weight_names import VARIANTS, WEIGHT_NAMES
from vaelab.vae.identity.known import known_file

_WORD = r"(?<![a-z])"


@dataclass(frozen=True, slots=True)
class _Model:
    """One of several that are built alike.

    Attributes:
        kind: as the table of known VAEs names it.
        label: what stands in the family instead of all of them.
        names: how files and folders of it are named, in lower case.
        tensors: what else its full checkpoints hold.
        scale: 1 / the standard deviation of its latents, which is how scaling factors were chosen; None if another's too.
    """

    kind: str
    label: str
    names: str
    tensors: str | None = None
    scale: float | None = None


_ALIKE: Final[Mapping[str, tuple[_Model, ...]]] = {
    "SD1/SDXL-type": (
        _Model(
            "SD1",
            "SD1-type",
            r"ft[-_.]?(mse|ema)|sd[-_.]?v?[12](?!\d)|sd[-_.]?(14|15|20|21)|stable-diffusion-(v1|2)|v[12][-_.][0145]|kl-f8|"
            r"orangemix|anything|blessed|clearvae|waifu|novelai",
            r"(^|\.)cond_stage_model\.",
            0.18215,
        ),
        _Model(
            "SDXL",
            "SDXL-type",
            rf"sd[-_.]?xl|{_WORD}xl|xl(?![a-z])|stable-diffusion-xl|pony|illustrious|noobai|playground|kolors|auraflow",
            r"(^|\.)conditioner\.embedders\.",
            0.13025,
        ),
    ),
    "SD3/Flux.1-type": (
        _Model("SD3", "SD3-type", r"sd[-_.]?3|stable-diffusion-3", r"(^|\.)joint_blocks\.\d", 1.5305),
        _Model(
            "Flux.1",
            "Flux.1-type",
            rf"flux|^ae(?![a-z])|{_WORD}ae$|z[-_.]?image|lumina|chroma|hidream",
            r"(^|\.)double_blocks\.\d",
            0.3611,
        ),
    ),
    "Wan 2.1/Qwen-Image-type": (
        _Model("Wan 2.1", "Wan 2.1-type", rf"{_WORD}wan(?![a-z])|wan[-_.]?2"),
        _Model("Qwen-Image", "Qwen-Image-type", rf"qwen|{_WORD}krea|{_WORD}anima(?![a-z])"),
    ),
    "TAESD-type (SD1/SDXL)": (
        _Model("SD1", "TAESD", r"taesd(?!xl|3)"),
        _Model("SDXL", "TAESDXL", r"taesdxl"),
    ),
    "TAESD-type (SD3/Flux.1)": (
        _Model("SD3", "TAESD3", r"taesd3"),
        _Model("Flux.1", "TAEF1", r"taef1"),
    ),
}
"""What a label says where shapes leave it open, to what it may be."""

_CLASSES = {
    "AutoencoderKLWan": "Wan 2.1",
    "AutoencoderKLQwenImage": "Qwen-Image",
}


def resolve_label(label: str, source: Source, used: Iterable[str], sha256: str | None) -> tuple[str, str]:
    """A family's label made as certain as its file allows, and what says so.

    Args:
        label: of the recognized VAE.
        source: the files.
        used: names of the tensors that are the VAE's.
        sha256: of the file, None where it was not read.

    Returns:
        The label, and ``shapes``, ``known checksum``, ``file name``, ``other tensors of the checkpoint``, ``config.json``,
        ``folder name``, or ``shapes, which are those of several``.
    """
    found = _group(label)
    if found is None:
        return label, "shapes"
    words, models = found
    for model, why in _clues(models, source, set(used), sha256):
        if model is not None:
            return label.replace(words, model.label), why
    return label, "shapes, which are those of several"


def by_latents(label: str, suggested_scale: float | None) -> str | None:
    """Which model the spread of the latents speaks for, for a label that is left open.

    A scaling factor was chosen as 1 / the standard deviation of the latents of photographs, so the one that comes out of a run
    lies near that of the model; where it lies near none, or the images are no photographs, nothing is said.

    Args:
        label: the family.
        suggested_scale: 1 / standard deviation over the run's latents.
    """
    words = next((words for words in _ALIKE if words in label), None)
    if words is None or not suggested_scale or suggested_scale <= 0:
        return None
    scales = {model.label: model.scale for model in _ALIKE[words] if model.scale is not None}
    if len(scales) < 2:
        return None
    # Two fifths of the way to the nearest other, on a scale of ratios: what lies between is left open.
    apart = abs(math.log(max(scales.values()) / min(scales.values())))
    for name, scale in scales.items():
        if abs(math.log(suggested_scale / scale)) < 0.4 * apart:
            return name
    return None


def _group(label: str) -> tuple[str, tuple[_Model, ...]] | None:
    """The part of a label that may be another's, whether it names them all or a config has settled it, and who they are."""
    for words, models in _ALIKE.items():
        for part in (words, *(model.label for model in models)):
            if re.search(rf"(?<!\w){re.escape(part)}(?![\w-])", label):
                return part, models
    return None


def _clues(
    models: tuple[_Model, ...], source: Source, used: set[str], sha256: str | None
) -> Iterable[tuple[_Model | None, str]]:
    known = known_file(sha256)
    yield _only(model for model in models if known is not None and model.kind == known.kind), "known checksum"
    names = [_telling(path.name) for path in source.files]
    yield _named(models, names), "file name"
    others = [name for name in source.tensors if name not in used]
    yield (
        _only(
            model
            for model in models
            if model.tensors and any(re.search(model.tensors, name) for name in others)
        ),
        "other tensors of the checkpoint",
    )
    config = source.config or {}
    scale, kind = config.get("scaling_factor"), _CLASSES.get(str(config.get("_class_name")))
    yield (
        _only(
            model
            for model in models
            if model.kind == kind or (model.scale is not None and model.scale == scale)
        ),
        "config.json",
    )
    yield _named(models, [path.parent.name for path in source.files]), "folder name"


def _named(models: tuple[_Model, ...], names: Iterable[str]) -> _Model | None:
    lowered = [name.lower() for name in names]
    return _only(model for model in models if any(re.search(model.names, name) for name in lowered))


def _only(models: Iterable[_Model]) -> _Model | None:
    """The model, if it is one alone that fits."""
    found = list(models)
    return found[0] if len(found) == 1 else None


def _telling(name: str) -> str:
    """A file's name without its suffix; nothing for one that any model's file may have."""
    stem = re.sub(r"(\.vae)?\.\w+$", "", name.lower())
    return "" if stem in {known + variant for known in WEIGHT_NAMES for variant in VARIANTS} else stem
