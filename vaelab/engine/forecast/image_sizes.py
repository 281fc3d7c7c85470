"""The sizes at which the images of a run will be measured, from their headers alone: nothing is decoded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from PIL import Image

from vaelab.images import Preparation
from vaelab.images.resize import size_after

_MOST_OPENED: Final = 256
"""Images whose headers are read: the sizes of more are taken to be like theirs."""

HeaderSizes = Mapping[Path, tuple[int, int] | None]
"""(width, height) in px as a header says; None where it says nothing."""


def read_headers(paths: Sequence[Path], known: HeaderSizes) -> HeaderSizes:
    """Return the sizes of images spread evenly over all.

    Args:
        paths: of all images, in order.
        known: sizes that were read before; these files are not opened again.
    """
    step = max(1, -(-len(paths) // _MOST_OPENED))
    return {path: known[path] if path in known else header_size(path) for path in paths[::step]}


def measured_sizes(count: int, headers: HeaderSizes, preparation: Preparation) -> list[tuple[int, int]]:
    """Return (width, height), px, as the VAEs will be given each image.

    An image whose header was not read, or says nothing, is taken to be like its neighbour, for the rows it fills are counted
    too. Where no header says anything, each has the size asked for.

    Args:
        count: number of images.
        headers: of images spread evenly over all.
        preparation: how images are brought to size.
    """
    found = [size_after(size, preparation) for size in headers.values() if size is not None]
    found = found or [(preparation.size, preparation.size)]
    return [found[place * len(found) // count] for place in range(count)]


def header_size(path: Path) -> tuple[int, int] | None:
    """Return (width, height), px, as the header says, before the picture is turned; None where it says nothing."""
    try:
        with Image.open(path) as image:
            return image.size
    except Exception:  # noqa: BLE001 - an untrusted file: whatever it causes, there is no size
        return None
