"""The columns that the marker fills (``vaelab.images.marker.measure``), in CSV order."""

from __future__ import annotations

from vaelab.metrics.base import Column

_PATCHES = ("black", "white", "red", "green", "blue")


def _columns() -> tuple[Column, ...]:
    # fmt: off
    columns = [
        Column("marker_x", "Marker x", "Left edge of the marker's row of patches.", "px", digits=0, averaged=False),
        Column("marker_y", "Marker y", "Top edge of the marker's row of patches.", "px", digits=0, averaged=False),
        Column("marker_size", "Marker patch", "Side of each of the marker's five square patches.", "px", digits=0, averaged=False),
    ]
    for name in _PATCHES:
        what = "all channels" if name in ("black", "white") else f"{name} channel"
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
    for name in _PATCHES[2:]:
        meaning = f"{name.capitalize()} patch's {name} channel, reconstruction minus original."
        columns.append(
            Column(f"drift_{name[0]}", f"{name.capitalize()} drift", meaning, "", "ideal", 0.0, digits=4)
        )
    return tuple(columns)


COLUMNS: tuple[Column, ...] = _columns()
"""What ``measure`` fills, in CSV order."""
