"""The calibration marker: five pure patches over a corner of the image, read back from the reconstruction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from vaelab.arrays import Pixels
from vaelab.errors import UsageError, did_you_mean
from vaelab.metrics.base import Undefined
from vaelab.metrics.marker_columns import CHANNELS, PATCHES
from vaelab.score_terms import DRIFTS
from vaelab.settings import Corner, MarkerPreset, RunSettings

Preset = MarkerPreset | Literal["custom"]

SMALLEST = 8
"""Patch side below which there is no marker, px; and the step in which a marker shrinks."""

_ROBUST_SIZE, _CLASSIC_SIZE = 32, 8


@dataclass(frozen=True, slots=True)
class MarkerSettings:
    """How the marker looks and how it is read.

    Attributes:
        preset: ``robust`` (32 px, inner square read), ``classic`` (8 px, read over the whole area, blur and
            all), or ``custom``: the patch side is the user's own. Numbers of different settings are never
            ranked together.
        size: patch side asked for, px; a small image gets a smaller one.
        corner: where the row of patches is pasted.
        inner: read only what is left when a quarter of the side (rounded down) is cut off each edge.
    """

    preset: Preset
    size: int
    corner: Corner
    inner: bool

    @classmethod
    def of(
        cls, preset: str = "robust", size: int | None = None, corner: str = "bottom-right"
    ) -> MarkerSettings:
        """Build settings from what a user gives.

        Args:
            preset: ``robust``, ``classic`` or ``custom``.
            size: patch side in px, None for the preset's own. Another than the preset's own makes it
                ``custom``, read as that preset is read.
            corner: ``bottom-right``, ``bottom-left``, ``top-right`` or ``top-left``.

        Raises:
            UsageError: unknown preset or corner, or a patch side below 8 px.
        """
        presets: dict[str, Preset] = {name: name for name in (*get_args(MarkerPreset), "custom")}
        corners: dict[str, Corner] = {name: name for name in get_args(Corner)}
        for what, given, known in (("preset", preset, presets.keys()), ("corner", corner, corners.keys())):
            if given not in known:
                hint = did_you_mean(given, known)
                raise UsageError(f"There is no marker {what} '{given}': use {', '.join(known)}.{hint}")
        if size is not None and size < SMALLEST:
            raise UsageError(f"A marker patch of {size} px cannot be read: give {SMALLEST} px or more.")
        own = _CLASSIC_SIZE if preset == "classic" else _ROBUST_SIZE
        return cls(
            preset=presets[preset] if size in (None, own) else "custom",
            size=own if size is None else size,
            corner=corners[corner],
            inner=preset != "classic",
        )

    @classmethod
    def of_run(cls, settings: RunSettings) -> MarkerSettings | None:
        """Return how a run draws and reads its marker, None where it measures without one.

        Raises:
            UsageError: a patch side below 8 px.
        """
        if settings.marker == "off":
            return None
        return cls.of(settings.marker_preset, settings.marker_size, settings.marker_corner)


@dataclass(frozen=True, slots=True)
class Placement:
    """Where the marker of an image is.

    Attributes:
        x, y: top left of the row of patches, px.
        size: patch side, px; the row is five times as wide.
    """

    x: int
    y: int
    size: int


@dataclass(frozen=True, slots=True)
class MarkerTrip:
    """What a codec made of the marker of one image.

    Attributes:
        original, reconstruction: the marker as the VAE was given it and as it came back, cut out with ``cut``, uint8 (h, w, 3);
            None where it did not come back.
        notes: what was done to get it, or why there is none.
    """

    original: Pixels | None = None
    reconstruction: Pixels | None = None
    notes: tuple[str, ...] = ()


def place(width: int, height: int, settings: MarkerSettings) -> Placement | Undefined:
    """Find the marker's place in an image.

    A patch side that fits is kept as it is; otherwise it shrinks to the largest multiple of 8 px at which
    five patches fit into a third of the width and one fits the height.

    Args:
        width: of the image, px.
        height: of the image, px.
        settings: the marker's.

    Returns:
        The placement, or why this image has no marker.
    """
    room = min(width // (3 * len(PATCHES)), height)
    size = settings.size if settings.size <= room else room // SMALLEST * SMALLEST
    if size < SMALLEST:
        return Undefined(
            f"marker left out: five patches of {SMALLEST} px need an image of {3 * len(PATCHES) * SMALLEST} px by "
            f"{SMALLEST} px at least"
        )
    x = width - len(PATCHES) * size if settings.corner.endswith("right") else 0
    y = height - size if settings.corner.startswith("bottom") else 0
    return Placement(x, y, size)


def embed(rgb: Pixels, placement: Placement) -> Pixels:
    """Return a copy of an image, uint8 (H, W, 3), with the marker pasted over it."""
    marked = rgb.copy()
    for number, color in enumerate(PATCHES.values()):
        marked[_patch(placement, number)] = color
    return marked


def cut(rgb: Pixels, placement: Placement) -> Pixels:
    """Return a copy of the marker's row and of one patch around it, as far as the image, uint8 (H, W, 3), reaches."""
    left, top, size = (
        max(placement.x - placement.size, 0),
        max(placement.y - placement.size, 0),
        placement.size,
    )
    bottom, right = placement.y + 2 * size, placement.x + (len(PATCHES) + 1) * size
    return rgb[top:bottom, left:right].copy()


def inside_cut(placement: Placement) -> Placement:
    """Return where the marker is in what ``cut`` returns."""
    return Placement(min(placement.x, placement.size), min(placement.y, placement.size), placement.size)


def restore(reconstruction: Pixels, unmarked: Pixels, placement: Placement) -> Pixels:
    """Return a copy of a reconstruction whose marker is replaced by what is there in the unmarked original.

    So content metrics mean the same with and without the marker. Both uint8 (H, W, 3), of one size.
    """
    restored = reconstruction.copy()
    rows, columns = _row_of_patches(placement)
    restored[rows, columns] = unmarked[rows, columns]
    return restored


def measure(
    marked: Pixels,
    reconstruction: Pixels,
    placement: Placement,
    settings: MarkerSettings,
) -> dict[str, float]:
    """Read the patches of the image that the VAE was given and of what it gave back.

    Args:
        marked: the original with the marker, uint8 (H, W, 3).
        reconstruction: the decoder's output, uint8 (H, W, 3).
        placement: where the marker is.
        settings: how it is read.

    Returns:
        All of COLUMNS; places in px (int), the rest in [0, 1] units, means in float64.
    """
    values: dict[str, float] = {
        "marker_x": placement.x,
        "marker_y": placement.y,
        "marker_size": placement.size,
    }
    margin = placement.size // 4 if settings.inner else 0
    original, decoded = _read(marked, placement, margin), _read(reconstruction, placement, margin)
    for name in PATCHES:
        values[f"marker_{name}_original"] = original[name]
        values[f"marker_{name}_reconstruction"] = decoded[name]
    values["brightness_bias"] = decoded["black"] - original["black"]
    values["contrast_gain"] = (decoded["white"] - decoded["black"]) / (original["white"] - original["black"])
    for drift, name in zip(DRIFTS, CHANNELS, strict=True):
        values[drift] = decoded[name] - original[name]
    return values


def measure_cut(trip: MarkerTrip, placement: Placement, settings: MarkerSettings) -> dict[str, float]:
    """Read the same from a marker that was cut out; empty where it did not come back.

    Args:
        trip: the marker.
        placement: where it is in the whole image.
        settings: how it is read.
    """
    if trip.original is None or trip.reconstruction is None:
        return {}
    values = measure(trip.original, trip.reconstruction, inside_cut(placement), settings)
    return {**values, "marker_x": placement.x, "marker_y": placement.y}


def _patch(placement: Placement, number: int, margin: int = 0) -> tuple[slice, slice]:
    left = placement.x + number * placement.size
    return (
        slice(placement.y + margin, placement.y + placement.size - margin),
        slice(left + margin, left + placement.size - margin),
    )


def _row_of_patches(placement: Placement) -> tuple[slice, slice]:
    return (
        slice(placement.y, placement.y + placement.size),
        slice(placement.x, placement.x + len(PATCHES) * placement.size),
    )


def _read(rgb: Pixels, placement: Placement, margin: int) -> dict[str, float]:
    """Mean of each patch in [0, 1]: of all channels for black and white, of its own channel for a colour."""
    read = {}
    for number, name in enumerate(PATCHES):
        pixels = rgb[_patch(placement, number, margin)]
        seen = pixels[..., CHANNELS[name]] if name in CHANNELS else pixels
        read[name] = float(seen.mean(dtype=np.float64)) / 255
    return read
