"""The pictures that a run keeps: where each lies, and their writing, which goes on while the next image is measured."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import Literal

from vaelab.engine.measure import Places, Subject
from vaelab.engine.vaes.round_trip import RoundTrip
from vaelab.images.marker import MarkerTrip
from vaelab.results.row_table import RowTable
from vaelab.run_folder.store import RunFolder, marker_png_path, png_path
from vaelab.vae.base import Pixels


class Saving:
    """Writes the PNGs of a run, for a session, in the session's threads."""

    def __init__(
        self,
        folder: RunFolder,
        wanted: Literal["none", "reconstructions", "all"],
        done: RowTable,
        threads: ThreadPoolExecutor,
    ) -> None:
        """Remember what is to be kept, and what the rows of an interrupted run have of the originals already."""
        self._folder, self._wanted, self._threads = folder, wanted, threads
        self._originals = {*done.used("original_png"), *done.used("marker_original_png")}

    def places(self, subject: Subject, marker: MarkerTrip, label: str) -> Places:
        """Return where the pictures of a row will lie."""
        name = subject.file.name
        original = png_path(None, name) if self._wanted == "all" else ""
        reconstruction = "" if self._wanted == "none" else png_path(label, name)
        if marker.reconstruction is None:
            return Places(original, reconstruction)
        return Places(
            original, reconstruction, *(at and marker_png_path(at) for at in (original, reconstruction))
        )

    def write(
        self, subject: Subject, trip: RoundTrip, marker: MarkerTrip, label: str, at: Places
    ) -> tuple[Future[str], ...]:
        """Begin to write the pictures of a row; an original, which all VAEs share, once."""
        image = subject.file.name
        writes = [
            self._start(None, image, subject.loaded.rgb, at.original, shared=True),
            self._start(label, image, trip.reconstruction, at.reconstruction),
        ]
        if marker.original is not None and marker.reconstruction is not None:
            writes += [
                self._start(None, image, marker.original, at.marker_original, shared=True, marker=True),
                self._start(label, image, marker.reconstruction, at.marker_reconstruction, marker=True),
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
