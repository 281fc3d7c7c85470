"""All pictures of a run: of its rows, and of their markers, which are measured in pictures of their own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QImage

from vaelab.engine.events import RowDone
from vaelab.gui.core.mipmaps import Mips
from vaelab.gui.core.pictures import ORIGINAL, PictureStore
from vaelab.images.marker import Placement, cut, embed, inside_cut
from vaelab.metrics.marker_columns import PATCHES
from vaelab.results.records import Row


class _Markers(PictureStore):
    _FIELDS = ("marker_original_png", "marker_reconstruction_png")

    def _size(self, row: Row) -> tuple[int | None, int | None]:
        return None, None  # the row says the size of its picture, not of what is cut out of it


class RunPictures(PictureStore):
    """The pictures of the rows; ``markers`` has the markers', cut out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.markers: PictureStore = _Markers(self)

    def open(self, folder: Path) -> None:
        """Forget all pictures; others will be read from this run folder."""
        super().open(folder)
        self.markers.open(folder)

    def take_over(self, other: PictureStore) -> None:
        """Have the pictures that another store has, and read from the same run folder."""
        super().take_over(other)
        if isinstance(other, RunPictures):
            self.markers.take_over(other.markers)

    def put_row(self, event: RowDone) -> None:
        """Keep what a run has just handed over."""
        image, vae = event.row.image, event.row.vae
        for store, original, reconstruction in (
            (self, event.original, event.reconstruction),
            (self.markers, event.marker_original, event.marker_reconstruction),
        ):
            if original is not None:
                store.put(image, ORIGINAL, original)
            if reconstruction is not None:
                store.put(image, vae, reconstruction)

    def markers_lost(self, row: Row) -> bool:
        """Whether a marker's pictures are known not to be had: not kept, not saved, or unreadable."""
        return self.markers.is_missing(row.image, ORIGINAL) or self.markers.is_missing(row.image, row.vae)

    def wait(self) -> None:
        """Drop what has not begun, and return when nothing is being made any more."""
        super().wait()
        self.markers.wait()

    def marker_crops(self, row: Row, pair: tuple[Mips, Mips] | None) -> tuple[QImage, QImage] | None:
        """Return the patches as the VAE was given them and as they came back.

        Where they are not at hand they are read, and ``markers.ready`` will follow. A run of an earlier version, whose marker
        is in its pictures, has no others: there they are cut out of these.

        Args:
            row: the row.
            pair: its original and reconstruction, if both are at hand.

        Returns:
            Two images of five patches; None where there is no marker, or not yet.
        """
        placement = _placement(row)
        if placement is None:
            return None
        given, back = self.markers.picture(row, ORIGINAL), self.markers.picture(row, row.vae)
        inside = inside_cut(placement)
        if given is not None and back is not None:
            return _patches(given, inside), _patches(back, inside)
        if self.markers_lost(row) and pair is not None and _shows_marker(pair[0], placement):
            return _patches(pair[0], placement), _patches(pair[1], placement)
        return None


def _placement(row: Row) -> Placement | None:
    """Where the marker is; None where there is none, or where a table that somebody wrote says nonsense."""
    x, y, size = (row.values.get(f"marker_{name}") for name in ("x", "y", "size"))
    if not (isinstance(x, int) and isinstance(y, int) and isinstance(size, int)):
        return None
    return Placement(x, y, size) if min(x, y) >= 0 and size > 0 else None


def _patches(picture: Mips, placement: Placement) -> QImage:
    side = placement.size
    wanted = QRect(placement.x, placement.y, len(PATCHES) * side, side)
    return picture.levels[0].copy(wanted.intersected(picture.levels[0].rect()))


def _shows_marker(original: Mips, placement: Placement) -> bool:
    """Whether the marker is in the picture itself."""
    there, inside = cut(original.pixels, placement), inside_cut(placement)
    whole = (inside.y + inside.size, inside.x + len(PATCHES) * inside.size)
    return (
        there.shape[0] >= whole[0]
        and there.shape[1] >= whole[1]
        and bool((embed(there, inside) == there).all())
    )
