"""Forecasts a run from its settings, for the window and for the sentence before a run that will not fit. No torch."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from vaelab.engine.forecast.forecast import Forecast, ForecastVAE, forecast
from vaelab.engine.forecast.image_sizes import HeaderSizes, measured_sizes, read_headers
from vaelab.errors import VAELabError
from vaelab.images import Preparation, list_images
from vaelab.memory import memory_state
from vaelab.precisions import HALF
from vaelab.settings import RunSettings
from vaelab.vae.catalog import describe_spec
from vaelab.vae.spec.grammar import parse_spec, unique_labels


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
        "tiling auto goes on in tiles where memory runs out"
        if expected.tiling_helps
        else f"a smaller size, precision {HALF} or fewer VAEs at a time take less"
    )
    return (
        f"This run may not fit: it takes about {expected.memory_mb / 1000:.1f} GB of memory, most of it for {expected.largest}, "
        f"and {expected.available_mb / 1000:.1f} GB are free; {cure}."
    )


def foresee(settings: RunSettings) -> Forecast:
    """Forecast a run from its settings alone; a VAE that cannot be described is left out.

    Raises:
        UsageError: no image, or a VAE's specification that cannot be read.
    """
    listing = list_images(
        [Path(item) for item in settings.images], recursive=settings.recursive, limit=settings.limit
    )
    vaes = []
    for spec in unique_labels(parse_spec(text) for text in settings.vaes):
        with contextlib.suppress(VAELabError):
            info = describe_spec(spec, hash_files=False, trusted=settings.trust_program)
            vaes.append(ForecastVAE(spec.label, info, spec.precision or settings.precision))
    headers = read_headers([image.path for image in listing.images], {})
    return forecast_run(settings, vaes, len(listing.images), headers)


def forecast_run(
    settings: RunSettings,
    vaes: Sequence[ForecastVAE],
    count: int,
    headers: HeaderSizes,
    speeds: Mapping[str, float] | None = None,
) -> Forecast:
    """Forecast a run whose images are listed and whose VAEs are described.

    Args:
        settings: of the run.
        vaes: those that take part.
        count: number of images.
        headers: sizes of images spread evenly over all.
        speeds: what earlier runs took.
    """
    return forecast(
        vaes,
        measured_sizes(count, headers, Preparation.of(settings)),
        batch_size=settings.batch_size,
        tiling=settings.tiling,
        device=settings.device,
        marker=settings.marker,
        speeds=speeds,
        memory=memory_state(settings.device),
    )
