"""A row of a run: one image and one VAE."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Row:
    """One image × VAE, as it stands in ``per_image.csv``.

    Attributes:
        image: name of the image.
        vae: label of the VAE.
        width, height: of the image the VAE was given, px; None when it could not be read.
        status: ``ok``, or ``failed``: then ``values`` holds only what could still be said.
        note: reasons for empty values, and everything done to this image that changes a number.
        original_png, reconstruction_png: paths inside the run folder, empty if not saved; the original is without the marker.
        marker_original_png, marker_reconstruction_png: the marker and one patch around it (``marker.cut``), as the VAE was
            given it and as it came back; empty if not saved.
        image_sha256: of the input file's bytes, empty when it could not be read.
        values: column name to number; a column that is missing or None is empty in the CSV. ``psnr`` may be ``inf``.
    """

    image: str
    vae: str
    width: int | None
    height: int | None
    status: Literal["ok", "failed"]
    note: str = ""
    original_png: str = ""
    reconstruction_png: str = ""
    image_sha256: str = ""
    values: Mapping[str, float | int | None] = field(default_factory=dict)
    marker_original_png: str = ""
    marker_reconstruction_png: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What identifies a row in a run: (image, vae)."""
        return self.image, self.vae
