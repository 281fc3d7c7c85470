"""The forecast of a run from its settings alone: one sentence before a run that will not fit into memory. No torch."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from vaelab.engine.forecast.forecast import Forecast, ForecastVAE, forecast
from vaelab.errors import VAELabError
from vaelab.images import Preparation, list_images
from vaelab.images.image_file import ImageFile
from vaelab.images.resize import size_after
from vaelab.memory import memory_state
from vaelab.settings import RunSettings
from vaelab.vae.catalog import describe_spec
from vaelab.vae.spec.grammar import parse_spec, unique_labels

_MOST_OPENED = 500
"""Images whose headers are looked at where the settings alone do not say how large they will be."""


def will_not_fit(settings: RunSettings) -> str | None:
    """Say in one sentence that the run's memory will not do, and what would; None where it will, or nothing can be said.

    A warning and no refusal: the forecast leans to the generous side. What is wrong with the settings the run itself says.
    """
    try:
        expected = foresee(settings)
    except VAELabError:
        return None
    if expected.fits is not False or expected.available_mb is None:
        return None
    cure = (
        "--tiling auto goes on in tiles where memory runs out"
        if expected.tiling_helps
        else "a smaller --size, --precision bf16 or fewer VAEs at a time take less"
    )
    return (
        f"This run may not fit: it takes about {expected.memory_mb / 1000:.1f} GB of memory, most of it for {expected.largest}, "
        f"and {expected.available_mb / 1000:.1f} GB are free; {cure}."
    )


def foresee(settings: RunSettings) -> Forecast:
    """Forecast a run from its settings; a VAE that cannot be described is left out.

    Raises:
        UsageError: no image, or a VAE's specification that cannot be read.
    """
    found = list_images(
        [Path(item) for item in settings.images], recursive=settings.recursive, limit=settings.limit
    )
    vaes = []
    for spec in unique_labels(parse_spec(text) for text in settings.vaes):
        with contextlib.suppress(VAELabError):
            info = describe_spec(spec, hash_files=False, trusted=settings.trust_program)
            vaes.append(ForecastVAE(spec.label, info, spec.precision or settings.precision))
    memory = memory_state(settings.device)
    return forecast(
        vaes,
        _sizes(found.images, settings),
        batch_size=settings.batch_size,
        tiling=settings.tiling,
        device=settings.device,
        marker=settings.marker,
        memory=memory,
    )


def _sizes(images: Sequence[ImageFile], settings: RunSettings) -> list[tuple[int, int]]:
    """(width, height) as the VAEs will be given; the setting's own size where an image cannot be more."""
    size = (settings.size, settings.size)
    if settings.fit in ("crop", "fit"):
        return [size] * len(images)
    preparation = Preparation(settings.size, settings.fit, settings.upscale)
    found = []
    for image in images[:_MOST_OPENED]:
        unreadable = contextlib.suppress(OSError, ValueError, SyntaxError, Image.DecompressionBombError)
        with unreadable, Image.open(image.path) as opened:
            found.append(size_after(opened.size, preparation))
    return found + [max(found, key=math.prod, default=size)] * (len(images) - len(found))
