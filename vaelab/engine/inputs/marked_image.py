"""An image on its way through the VAEs of a run: its pixels, and where its marker is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vaelab.arrays import Pixels
from vaelab.images import LoadedImage
from vaelab.images.image_file import ImageFile
from vaelab.images.marker import MarkerSettings, Placement, embed, place, restore

if TYPE_CHECKING:
    from vaelab.metrics.batch_meter import Originals


@dataclass(frozen=True, slots=True)
class MarkedImage:
    """An input image.

    Attributes:
        file: the image.
        index: its place in the run, from 0.
        loaded: its pixels after preparation, without the marker.
        placement: where the marker is, None without one.
        embedded: whether the marker is in the picture that is measured.
        notes: what was done to it, and why something is missing.
    """

    file: ImageFile
    index: int
    loaded: LoadedImage
    placement: Placement | None
    embedded: bool
    notes: tuple[str, ...]

    @property
    def given(self) -> Pixels:
        """What the VAEs are given to be measured: with the marker where that is embedded."""
        return self.marked if self.embedded else self.loaded.rgb

    @property
    def marked(self) -> Pixels:
        """The image with its marker, if it has one: made when it is asked for, not kept."""
        rgb = self.loaded.rgb
        return rgb if self.placement is None else embed(rgb, self.placement)

    def content(self, reconstruction: Pixels) -> Pixels:
        """What is compared with the original: a reconstruction, an embedded marker replaced by what is there in the original."""
        if not self.embedded or self.placement is None:
            return reconstruction
        return restore(reconstruction, self.loaded.rgb, self.placement)

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) in px."""
        height, width = self.loaded.rgb.shape[:2]
        return int(height), int(width)


def mark_image(
    file: ImageFile,
    index: int,
    loaded: LoadedImage,
    notes: tuple[str, ...],
    settings: MarkerSettings | None,
    *,
    embedded: bool,
) -> MarkedImage:
    """Find the marker's place in an image; where there is no room for it, a note says so.

    Args:
        file: the image.
        index: its place in the run, from 0.
        loaded: its pixels after preparation.
        notes: what was done to it.
        settings: the marker's, None without one.
        embedded: whether the marker is to be in the picture that is measured.
    """
    placement: Placement | None = None
    if settings is not None:
        height, width = loaded.rgb.shape[:2]
        placed = place(width, height, settings)
        if isinstance(placed, Placement):
            placement = placed
        else:
            notes = (*notes, placed.reason)
    return MarkedImage(file, index, loaded, placement, embedded and placement is not None, notes)


@dataclass(slots=True)
class ImageBatch:
    """Images of equal size that go through a VAE together.

    Attributes:
        images: in the order of the run.
        originals: the same with what the metrics compute of them once for all VAEs; the measuring thread's, None before it.
    """

    images: Sequence[MarkedImage]
    originals: Originals | None = None


@dataclass(slots=True)
class SizeGroup:
    """The images of a chunk that have one size, in the batches in which the VAEs take them."""

    images: Sequence[MarkedImage]
    _batches: dict[int, list[ImageBatch]] = field(default_factory=dict)

    def batches(self, size: int) -> list[ImageBatch]:
        """Batches of up to ``size`` images: the same objects for every VAE that takes as many."""
        if size not in self._batches:
            self._batches[size] = [
                ImageBatch(self.images[start : start + size]) for start in range(0, len(self.images), size)
            ]
        return self._batches[size]


def by_size(images: Sequence[MarkedImage]) -> list[SizeGroup]:
    """Group images by size, in the order in which the sizes first come."""
    groups: dict[tuple[int, int], list[MarkedImage]] = {}
    for image in images:
        groups.setdefault(image.size, []).append(image)
    return [SizeGroup(group) for group in groups.values()]
