"""The marker's columns a second time: where its patches must lie, and what the saved pictures show there.

Written from the definitions of docs/metrics.md with NumPy in float64; ``vaelab.images.marker`` is not used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from vaelab.arrays import Floats, Pixels

_PATCHES = ("black", "white", "red", "green", "blue")
_STEP = 8
"""Smallest patch, and the step in which patches shrink, px."""


@dataclass(frozen=True, slots=True)
class MarkerPlace:
    """Where the row of five patches lies in an image, px.

    Attributes:
        left, top: its corner.
        side: of a patch.
        margin: what is cut off each edge of a patch before it is read.
    """

    left: int
    top: int
    side: int
    margin: int


def marker_place(width: int, height: int, settings: Mapping[str, Any]) -> MarkerPlace | None:
    """Return where the marker of an image of this size must be; None where it has no room.

    Args:
        width: of the image, px.
        height: of the image, px.
        settings: of the run, as its summary has them.
    """
    classic = settings.get("marker_preset") == "classic"
    side = settings.get("marker_size") or (8 if classic else 32)
    fits = min(width // 15, height)  # five patches in a third of the width, one in the height
    if side > fits:
        side = fits - fits % _STEP
    if side < _STEP:
        return None
    corner = str(settings.get("marker_corner") or "bottom-right")
    left = width - 5 * side if corner.endswith("right") else 0
    top = height - side if corner.startswith("bottom") else 0
    return MarkerPlace(left, top, side, 0 if classic else side // 4)


def marker_values(given: Pixels, back: Pixels, place: MarkerPlace) -> dict[str, float | int]:
    """Return all columns of the marker.

    Args:
        given: the marker as it is saved, cut to its row and one patch around it: as the VAE was given it, uint8 (H, W, 3).
        back: the same as it came back.
        place: where the marker is in the whole image.
    """
    ours, theirs = (_read(picture.astype(np.float64) / 255, place) for picture in (given, back))
    values: dict[str, float | int] = {
        "marker_x": place.left,
        "marker_y": place.top,
        "marker_size": place.side,
    }
    for name in _PATCHES:
        values |= {f"marker_{name}_original": ours[name], f"marker_{name}_reconstruction": theirs[name]}
    values["brightness_bias"] = theirs["black"] - ours["black"]
    values["contrast_gain"] = (theirs["white"] - theirs["black"]) / (ours["white"] - ours["black"])
    return values | {f"drift_{name[0]}": theirs[name] - ours[name] for name in ("red", "green", "blue")}


def unmarked(reconstruction: Pixels, original: Pixels, place: MarkerPlace) -> Pixels:
    """Return a reconstruction whose marker is what the original without one has there; both uint8 (H, W, 3)."""
    rows = slice(place.top, place.top + place.side)
    columns = slice(place.left, place.left + 5 * place.side)
    found = reconstruction.copy()
    found[rows, columns] = original[rows, columns]
    return found


def around(picture: Pixels, place: MarkerPlace) -> Pixels:
    """Return the marker's row and one patch around it, as far as the picture reaches, as it is saved."""
    top, left = max(place.top - place.side, 0), max(place.left - place.side, 0)
    return picture[top : place.top + 2 * place.side, left : place.left + 6 * place.side]


def marked_cut(original: Pixels, place: MarkerPlace) -> Pixels:
    """Return what is saved of the marker as a VAE was given it: the original with the pure patches, cut out."""
    colors = np.array([(0, 0, 0), (255, 255, 255), (255, 0, 0), (0, 255, 0), (0, 0, 255)], np.uint8)
    marked = original.copy()
    row = np.repeat(colors, place.side, axis=0)
    marked[place.top : place.top + place.side, place.left : place.left + 5 * place.side] = row
    return around(marked, place)


def _read(cut: Floats, place: MarkerPlace) -> dict[str, float]:
    """Mean of each patch: of its own channel for a colour, of all three for black and white."""
    # The cut begins one patch before the row, or at the image's edge where that is nearer.
    left, top = min(place.left, place.side), min(place.top, place.side)
    found = {}
    for number, name in enumerate(_PATCHES):
        x = left + number * place.side
        patch = cut[
            top + place.margin : top + place.side - place.margin,
            x + place.margin : x + place.side - place.margin,
        ]
        channel = ("red", "green", "blue").index(name) if name in ("red", "green", "blue") else slice(None)
        found[name] = float(patch[..., channel].mean())
    return found
