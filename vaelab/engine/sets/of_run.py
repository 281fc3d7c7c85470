"""What a run keeps for its sets: the features of every original and reconstruction, on disk before the row that they belong to."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from vaelab.engine.inputs.marked_image import ImageBatch
from vaelab.engine.measure import RowSource
from vaelab.errors import ImageError, RunFolderError, why
from vaelab.metrics.tasks.clip_folder import check_clip
from vaelab.results.records import Row
from vaelab.run_files import FEATURES
from vaelab.run_folder.durable import GrowingFile, cure
from vaelab.run_folder.read.features import FeatureLine
from vaelab.sets.extractor import FeatureExtractor, Features, WeightPlaces, load_extractor
from vaelab.sets.inception_file import find_weights, published_sha256
from vaelab.sets.table import NOTHING, FeatureSpec, selected
from vaelab.settings import RunSettings, expanded
from vaelab.text import RESUME, Sentence, brief

_AUTO = "auto"


def planned_networks(settings: RunSettings) -> tuple[FeatureSpec, ...]:
    """Return the networks that a run compares its sets by, once their weights are found.

    Raises:
        UsageError: one is unknown, or its weights are missing or are others.
    """
    networks = selected(settings.sets)
    if any(spec.name == "inception" for spec in networks):
        published_sha256(find_weights(places_of(settings).inception))
    for spec in networks:
        if spec.name == "clip":
            check_clip(places_of(settings).clip)
    return networks


def places_of(settings: RunSettings) -> WeightPlaces:
    """Return where the user's weights are."""
    inception, clip = (
        None if named.strip() in ("", _AUTO, NOTHING) else Path(expanded(named.strip()))
        for named in (settings.inception, settings.clip)
    )
    return WeightPlaces(inception, clip)


class FeatureRecorder:
    """Takes the features of a run's pictures, on the thread that measures, and writes them, on the thread that writes rows."""

    def __init__(self, folder: Path, settings: RunSettings, device: str) -> None:
        """Load the networks.

        Raises:
            UsageError: one of them cannot be loaded.
        """
        self._path = folder / FEATURES
        places = places_of(settings)
        self._networks: list[tuple[FeatureSpec, FeatureExtractor]] = [
            (spec, load_extractor(spec, places, device)) for spec in selected(settings.sets)
        ]
        self._lines: dict[tuple[str, str], list[FeatureLine]] = {}
        self._originals: set[str] = set()
        self._file: GrowingFile | None = None

    def measure(self, batch: Sequence[RowSource], originals: ImageBatch, rows: list[Row]) -> list[Row]:
        """Take the features of a batch and keep them for :meth:`write`; return its rows, with a note where there are none.

        Args:
            batch: what a VAE made of each image.
            originals: the images.
            rows: as measured; those that failed have no features.
        """
        found = list(rows)
        for place, (measured, row) in enumerate(zip(batch, rows, strict=True)):
            if row.status != "ok":
                continue
            reason = self._take(measured, row)
            if reason:
                found[place] = replace(row, note="; ".join(filter(None, (row.note, f"sets: {reason}"))))
        return found

    def _take(self, measured: RowSource, row: Row) -> str:
        """Take the features of one image and what was made of it; return why there are none."""
        pictures = [("", measured.image.loaded.rgb)] if row.image not in self._originals else []
        pictures.append((row.vae, measured.image.content(measured.trip.reconstruction)))
        lines = []
        try:
            for spec, network in self._networks:
                features = network.features([pixels for _, pixels in pictures])
                lines += [_line(spec, vae, row, features, place) for place, (vae, _) in enumerate(pictures)]
        except ImageError as error:
            return str(error)
        # As with any metric: one strange image must not end the run, nor pass in silence.
        except Exception as error:  # noqa: BLE001
            return f"its features could not be taken ({type(error).__name__}: {brief(error)})"
        if any(not np.isfinite(line.vector).all() for line in lines):
            return "its features are not finite"
        self._originals.add(row.image)
        self._lines[row.key] = lines
        return ""

    def write(self, row: Row) -> None:
        """Write the features of a row that is about to be written.

        Raises:
            RunFolderError: the disk is full or gone.
        """
        lines = self._lines.pop(row.key, None)
        if lines is None:
            return
        try:
            if self._file is None:
                is_cut = _ends_in_mid_line(self._path)
                self._file = GrowingFile(self._path)
                if is_cut:
                    # A line of a run that was killed: what follows must not be read as its end.
                    self._file.append(b"\n")
            self._file.append("".join(line.text() for line in lines).encode(errors="backslashreplace"))
        except OSError as error:
            raise RunFolderError(
                Sentence(
                    "'{0}' cannot be written: {1}; {2} and continue with {3}",
                    (str(self._path), why(error), cure(error), RESUME),
                )
            ) from error

    def close(self) -> None:
        """Hand what was written to the disk and close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _ends_in_mid_line(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            if file.seek(0, os.SEEK_END) == 0:
                return False
            file.seek(-1, os.SEEK_END)
            return file.read(1) != b"\n"
    except FileNotFoundError:
        return False


def _line(spec: FeatureSpec, vae: str, row: Row, features: Features, place: int) -> FeatureLine:
    logits = None if features.logits is None else features.logits[place]
    return FeatureLine(spec.name, vae, row.image, row.image_sha256, features.vectors[place], logits)
