"""Which of the models that are built alike a VAE is, as far as that can be told. For its label only: it is built from shapes.

SD 1 and SDXL, SD 3 and Flux.1, Wan 2.1 and Qwen-Image, the tiny VAEs of them have equal names and shapes of tensors, and
differ in their numbers. What tells them apart, in this order: the checksum of a published file; the file's name; the other
tensors of a full checkpoint; the scaling factor of the ``config.json`` beside it; the name of its folder; and, after a run,
the spread of its latents. Where nothing does, the label names all of them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Final

from vaelab.vae.families.family import Model
from vaelab.vae.families.table import FAMILIES
from vaelab.vae.files.source import Source
from vaelab.vae.files.weight_names import VARIANTS, WEIGHT_NAMES
from vaelab.vae.identity.known import known_file

_ALIKE: Final = {words: models for family in FAMILIES for words, models in family.models.items()}
"""What a label says where shapes leave it open, to what it may be."""


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


def _group(label: str) -> tuple[str, tuple[Model, ...]] | None:
    """The part of a label that may be another's, whether it names them all or a config has settled it, and who they are."""
    for words, models in _ALIKE.items():
        for part in (words, *(model.label for model in models)):
            if re.search(rf"(?<!\w){re.escape(part)}(?![\w-])", label):
                return part, models
    return None


def _clues(
    models: tuple[Model, ...], source: Source, used: set[str], sha256: str | None
) -> Iterable[tuple[Model | None, str]]:
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
    scale, class_name = config.get("scaling_factor"), str(config.get("_class_name"))
    yield (
        _only(
            model
            for model in models
            if model.class_name == class_name or (model.scale is not None and model.scale == scale)
        ),
        "config.json",
    )
    yield _named(models, [path.parent.name for path in source.files]), "folder name"


def _named(models: tuple[Model, ...], names: Iterable[str]) -> Model | None:
    lowered = [name.lower() for name in names]
    return _only(model for model in models if any(re.search(model.names, name) for name in lowered))


def _only(models: Iterable[Model]) -> Model | None:
    """The model, if it is one alone that fits."""
    found = list(models)
    return found[0] if len(found) == 1 else None


def _telling(name: str) -> str:
    """A file's name without its suffix; nothing for one that any model's file may have."""
    stem = re.sub(r"(\.vae)?\.\w+$", "", name.lower())
    return "" if stem in {known + variant for known in WEIGHT_NAMES for variant in VARIANTS} else stem
