"""The columns that the marker fills (``vaelab.images.marker.measure``), in CSV order."""

from __future__ import annotations

from collections.abc import Mapping

from vaelab.arrays import Color
from vaelab.metrics.base import Column
from vaelab.score_terms import DRIFTS

PATCHES: Mapping[str, Color] = {
    "black": (0, 0, 0),
    "white": (255, 255, 255),
    "red": (255, 0, 0),
    "green": (0, 255, 0),
    "blue": (0, 0, 255),
}
"""The patches from left to right, 8-bit RGB."""

CHANNELS: Mapping[str, int] = {
    name: color.index(255) for name, color in PATCHES.items() if color.count(255) == 1
}
"""The channel that is read of a colour's patch; black and white are read in all three."""


def _columns() -> tuple[Column, ...]:
    # fmt: off
    columns = [
        Column("marker_x", "Marker x", "Left edge of the marker's row of patches.", "px", digits=0, averaged=False),
        Column("marker_y", "Marker y", "Top edge of the marker's row of patches.", "px", digits=0, averaged=False),
        Column("marker_size", "Marker patch", "Side of each of the marker's five square patches.", "px", digits=0, averaged=False),
    ]
    for name in PATCHES:
        what = f"{name} channel" if name in CHANNELS else "all channels"
        mean = f"Mean over the {name} patch, {what}, in [0, 1]"
        ideal = 0.0 if name == "black" else 1.0
        title = name.capitalize()
        columns += [
            Column(f"marker_{name}_original", f"{title} x", f"{mean}: original."),
            Column(
                f"marker_{name}_reconstruction", f"{title} x̂", f"{mean}: reconstruction.", "", "ideal", ideal
            ),
        ]
    columns += [
        Column("brightness_bias", "Brightness bias",
               "Black patch of the reconstruction minus that of the original; above 0, blacks are lifted.",
               "", "ideal", 0.0, digits=4, headline=8),
        Column("contrast_gain", "Contrast gain",
               "White minus black in the reconstruction, over the same in the original; below 1, contrast is lost.",
               "", "ideal", 1.0, headline=7),
    ]
    # fmt: on
    for drift, name in zip(DRIFTS, CHANNELS, strict=True):
        meaning = f"{name.capitalize()} patch's {name} channel, reconstruction minus original."
        columns.append(Column(drift, f"{name.capitalize()} drift", meaning, "", "ideal", 0.0, digits=4))
    return tuple(columns)


COLUMNS: tuple[Column, ...] = _columns()
"""What ``measure`` fills, in CSV order."""

READINGS = (*DRIFTS, "brightness_bias", "contrast_gain")
"""What a VAE did to the marker: the columns that compare what was read with what was pasted."""
