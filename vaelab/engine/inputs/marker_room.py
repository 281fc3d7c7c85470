"""Whether a run has use for its marker: where no image has room for it, as icons have not, the run is one without a marker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vaelab.engine.forecast.image_sizes import header_size
from vaelab.images import Preparation
from vaelab.images.image_file import ImageFile
from vaelab.images.marker import MarkerSettings, Placement, place
from vaelab.images.resize import size_after
from vaelab.settings import RunSettings

NO_ROOM = "no image of this run has room for the marker, so the run is measured without it, as by marker off"
"""What is said once of such a run."""

_BEYOND = 1 << 20
"""A side longer than any image's, px: what is taken of an image whose header says nothing."""


def with_room(settings: RunSettings, images: Sequence[ImageFile]) -> RunSettings:
    """Return the settings as they are, or with the marker off where no image has room for it.

    An image whose header cannot be read may have room. Headers are read until one does: one, in a run of photographs.

    Args:
        settings: of the run.
        images: that it will measure, in order.

    Raises:
        UsageError: a patch side below 8 px.
    """
    marker = MarkerSettings.of_run(settings)
    if marker is None or any(_may_have_room(image, Preparation.of(settings), marker) for image in images):
        return settings
    return replace(settings, marker="off")


def _may_have_room(image: ImageFile, preparation: Preparation, marker: MarkerSettings) -> bool:
    largest = size_after((_BEYOND, _BEYOND), preparation)
    if preparation.fit != "native" and not isinstance(place(*largest, marker), Placement):
        return False
    # A header's sides may be those before the picture is turned.
    width, height = header_size(image.path) or (_BEYOND, _BEYOND)
    return any(
        isinstance(place(*size_after(size, preparation), marker), Placement)
        for size in ((width, height), (height, width))
    )
