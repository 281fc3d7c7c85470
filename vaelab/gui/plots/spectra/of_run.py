"""How each VAE keeps, loses or adds power by frequency, over all images of a run: computed image by image in the background."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from vaelab.arrays import Floats
from vaelab.gui.core.background_jobs import Failure, Jobs
from vaelab.gui.plots.data import PlotData, thinned
from vaelab.gui.plots.spectra.radial import MeanRatio, log_ratio, mean_ratio, radial
from vaelab.run_folder.read.files import read_png

MOST = 200
"""Images at most; of more, a sample."""


class MeanSpectra(QObject):
    """From the pictures in the run folder to mean ratios.

    Signals:
        changed: another image is done.
    """

    changed = Signal()

    def __init__(self, data: PlotData, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data, self._jobs = data, jobs
        self._done: dict[str, Mapping[str, Floats]] = {}
        self._wanted: list[str] = []
        self._folder = Path()
        self._busy = self._paused = False
        self._generation = 0

    def clear(self) -> None:
        """Forget all: another run has other pictures of the same names."""
        self._generation += 1
        self._done.clear()
        self._wanted = []
        self._busy = False

    def pause(self) -> None:
        """Nobody looks: end with the image under way."""
        self._paused = True

    def of(self, folder: Path) -> tuple[dict[str, MeanRatio], tuple[int, int]]:
        """Return what is known, and go on with the images that are not done.

        Args:
            folder: the run's.

        Returns:
            VAE to its mean, and how many images are done, of how many.
        """
        self._paused = False
        if folder != self._folder:
            self.clear()
            self._folder = folder
        images = self._sample()
        self._wanted = [image for image in images if image not in self._done]
        self._begin()
        done = [self._done[image] for image in images if image in self._done]
        found = {}
        for label in self._data.vaes():
            logs = [each[label] for each in done if label in each]
            if logs:
                found[label] = mean_ratio(logs)
        return found, (len(done), len(images))

    def _sample(self) -> list[str]:
        model = self._data.rows_model
        codes = np.unique(model.image_codes()[: self._data.count][self._data.measured()])
        names = model.images()
        return [names[code] for code in codes[thinned(codes, MOST)]]

    def _begin(self) -> None:
        if self._busy or self._paused or not self._wanted:
            return
        image = self._wanted.pop(0)
        model = self._data.rows_model
        rows = [row for vae in model.vaes() if (row := model.row_of((image, vae))) is not None]
        places = {
            row.vae: row.reconstruction_png for row in rows if row.status == "ok" and row.reconstruction_png
        }
        original = next((row.original_png for row in rows if row.original_png), "")
        self._busy = True
        self._jobs.submit(
            partial(_log_ratios, self._folder, original, places), partial(self._take, self._generation, image)
        )

    def _take(self, generation: int, image: str, result: dict[str, Floats] | Failure) -> None:
        if generation != self._generation:
            return
        self._busy = False
        self._done[image] = {} if isinstance(result, Failure) else result
        self._begin()
        self.changed.emit()


def _log_ratios(folder: Path, original: str, places: Mapping[str, str]) -> dict[str, Floats]:
    if not original or not places:
        return {}
    base = radial(read_png(folder, original))
    return {vae: log_ratio(base, radial(read_png(folder, place))) for vae, place in places.items()}
