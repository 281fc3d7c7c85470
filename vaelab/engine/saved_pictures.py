"""Writes the pictures that a run keeps, while the next image is measured, and says where each lies."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor

from vaelab.arrays import Pixels
from vaelab.engine.inputs.marked_image import MarkedImage
from vaelab.engine.measure import PicturePaths, RowSource
from vaelab.images.marker import MarkerTrip
from vaelab.results.row_table import RowTable
from vaelab.run_folder.store import RunFolder, marker_png_path, png_path
from vaelab.settings import SavedPictures


class PictureWriter:
    """Writes the PNGs of a run in threads of the pipeline; what rows of an interrupted run have of the originals, not again."""

    def __init__(
        self,
        folder: RunFolder,
        wanted: SavedPictures,
        done: RowTable,
        threads: ThreadPoolExecutor,
    ) -> None:
        self._folder, self._wanted, self._threads = folder, wanted, threads
        self._originals = {*done.used("original_png"), *done.used("marker_original_png")}

    def paths(self, image: MarkedImage, marker: MarkerTrip, label: str) -> PicturePaths:
        """Return where the pictures of a row will lie."""
        name = image.file.name
        original = png_path(None, name) if self._wanted == "all" else ""
        reconstruction = "" if self._wanted == "none" else png_path(label, name)
        if marker.reconstruction is None:
            return PicturePaths(original, reconstruction)
        return PicturePaths(
            original, reconstruction, *(at and marker_png_path(at) for at in (original, reconstruction))
        )

    def write(self, measured: RowSource) -> tuple[Future[str], ...]:
        """Begin to write the pictures of a row; an original, which all VAEs share, once."""
        name, label, at, marker = measured.image.file.name, measured.label, measured.paths, measured.marker
        writes = [
            self._start(None, name, measured.image.loaded.rgb, at.original, shared=True),
            self._start(label, name, measured.trip.reconstruction, at.reconstruction),
        ]
        if marker.original is not None and marker.reconstruction is not None:
            writes += [
                self._start(None, name, marker.original, at.marker_original, shared=True, marker=True),
                self._start(label, name, marker.reconstruction, at.marker_reconstruction, marker=True),
            ]
        return tuple(write for write in writes if write is not None)

    def _start(
        self,
        label: str | None,
        image: str,
        pixels: Pixels,
        at: str,
        *,
        shared: bool = False,
        marker: bool = False,
    ) -> Future[str] | None:
        if not at or at in self._originals:
            return None
        if shared:
            self._originals.add(at)
        return self._threads.submit(self._folder.save_png, label, image, pixels, marker=marker)
