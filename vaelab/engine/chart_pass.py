"""The test charts of a run: after its images, each VAE gets the charts, and what comes back is measured and kept apart.

No row, no mean and no J has anything of them: ``charts.json`` and the folder ``test_charts`` are theirs. They are given as they
are, 512 px and without the marker, whatever the run does to its images.
"""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from vaelab.arrays import Pixels
from vaelab.charts.figures import FIGURES, MEASURED
from vaelab.charts.measure import ChartReading, ChartRecord, measure
from vaelab.charts.text import installed_reader
from vaelab.control import Control
from vaelab.engine.events import RunEvent, StageChanged
from vaelab.engine.failure_policy import reason
from vaelab.engine.inputs.marked_image import MarkedImage
from vaelab.engine.plan import Plan
from vaelab.engine.vaes.loaded_vae import LoadedVAE
from vaelab.engine.vaes.memory_ladder import MemoryLadder
from vaelab.errors import RunFolderError, Stopped, VAEError
from vaelab.images.charts.charts import CHARTS
from vaelab.images.image_file import ImageFile
from vaelab.images.load import LoadedImage
from vaelab.metrics.base import Undefined
from vaelab.run_files import CHARTS as RECORD
from vaelab.run_folder.read.charts import charts_to_json, read_charts

STAGE: Final = "Test charts"

# Places that no image of a run has, always the same, so that a sampled posterior draws the same noise.
_FIRST_INDEX: Final = 1 << 41


class ChartPass:
    """Gives the VAEs of a run the charts, in the thread of the pipeline."""

    def __init__(self, plan: Plan, ladder: MemoryLadder, control: Control) -> None:
        self._plan, self._ladder, self._control = plan, ladder, control
        self._reader = installed_reader()

    def run(self, vaes: list[LoadedVAE]) -> Iterator[RunEvent]:
        """Measure the charts with every VAE that an interrupted run has not; the record is written after each.

        A chart that a VAE cannot take costs its figures alone.

        Raises:
            Stopped: the run is to stop now.
            RunFolderError: the folder cannot be written.
        """
        charts = {name: draw() for name, draw in CHARTS.items()}
        record = self._begin(charts)
        for vae in vaes:
            known = record.vaes.get(vae.label)
            if known is not None and known.weights == _weights(vae):
                continue
            self._control.wait_while_paused()
            if self._control.stopping:
                break
            yield StageChanged(STAGE, vae=vae.number, label=vae.label)
            reading = yield from self._read(charts, vae)
            record = replace(record, vaes={**record.vaes, vae.label: reading})
            self._write(record)

    def _begin(self, charts: dict[str, Pixels]) -> ChartRecord:
        """Take up what an interrupted run has of the same charts; else measure the originals."""
        hashes = {name: hashlib.sha256(pixels.tobytes()).hexdigest() for name, pixels in charts.items()}
        try:
            earlier = read_charts(self._plan.folder.path) if self._plan.done else None
        except RunFolderError:
            earlier = None  # damaged: measured again
        if earlier is not None and earlier.charts == hashes:
            kept = {label: each for label, each in earlier.vaes.items() if self._is_whole(each)}
            return replace(earlier, vaes={label: kept[label] for label in self._plan.labels if label in kept})
        original = ChartReading()
        for name, pixels in charts.items():
            try:
                original = self._with_chart(original, None, name, pixels, pixels)
            except RunFolderError:
                raise
            # A library that reads text, or fits an edge, may raise anything: it costs this chart alone.
            except Exception as error:  # noqa: BLE001
                original = _without(original, name, reason(error, "Measuring", "the chart"))
        record = ChartRecord(original, {}, hashes)
        self._write(record)
        return record

    def _is_whole(self, reading: ChartReading) -> bool:
        """Whether the pictures that it names are there."""
        return all((Path(self._plan.folder.path) / place).is_file() for place in reading.pictures.values())

    def _write(self, record: ChartRecord) -> None:
        self._plan.folder.write_file(RECORD, charts_to_json(record))

    def _read(self, charts: dict[str, Pixels], vae: LoadedVAE) -> Generator[RunEvent, None, ChartReading]:
        """What a VAE makes of the charts; its facts of the run stay those that the images gave."""
        before = vae.precision, vae.ladder, vae.tiled, list(vae.notes)
        reading = ChartReading(precision=vae.precision, weights=_weights(vae))
        for place, (name, pixels) in enumerate(charts.items()):
            self._control.check()
            try:
                if vae.codec is None:
                    raise VAEError("it could not be loaded again after an earlier chart")
                (trip,) = yield from self._ladder.run([_image(name, _FIRST_INDEX + place, pixels)], vae)
            except Stopped:
                raise
            # A codec runs untrusted weights: whatever it raises concerns this chart alone.
            except Exception as error:  # noqa: BLE001
                reading = _without(reading, name, reason(error, vae.label, "the chart"))
                continue
            if trip.nonfinite_fraction > 0:
                why = f"the decoder's output is NaN or Inf in {trip.nonfinite_fraction:.3%} of its elements"
                reading = _without(reading, name, why)
                continue
            try:
                reading = self._with_chart(reading, vae.label, name, pixels, trip.reconstruction)
            except RunFolderError:
                raise
            except Exception as error:  # noqa: BLE001
                reading = _without(reading, name, reason(error, "Measuring", "the chart"))
                continue
            notes = (f"{name}: {note}" for note in trip.notes)
            reading = replace(reading, notes=(*reading.notes, *notes), precision=vae.precision)
        vae.precision, vae.ladder, vae.tiled, vae.notes = before
        return reading

    def _with_chart(
        self, reading: ChartReading, label: str | None, name: str, original: Pixels, reconstruction: Pixels
    ) -> ChartReading:
        place = self._plan.folder.save_chart(label, name, reconstruction)
        reading = replace(reading, pictures={**reading.pictures, name: place})
        if name not in MEASURED:
            return reading
        found = measure(name, original, reconstruction, self._reader)
        values = {key: value for key, value in found.values.items() if not isinstance(value, Undefined)}
        reasons = {key: value.reason for key, value in found.values.items() if isinstance(value, Undefined)}
        return replace(
            reading,
            values={**reading.values, **values},
            reasons={**reading.reasons, **reasons},
            curves={**reading.curves, **found.curves},
            patches=found.patches or reading.patches,
        )


def _weights(vae: LoadedVAE) -> str:
    """What the figures are of: a file may be exchanged under the same name between a run and its continuation."""
    assert vae.info is not None
    encoder = vae.info.details.get("encoder sha256")
    return "-".join(str(part) for part in (encoder, vae.info.sha256) if part)


def _without(reading: ChartReading, chart: str, why: str) -> ChartReading:
    """Say of every figure of a chart why there is none."""
    names = [figure.column.name for figure in FIGURES if figure.chart == chart]
    notes = reading.notes if names else (*reading.notes, f"{chart}: {why}")
    return replace(reading, reasons={**reading.reasons, **dict.fromkeys(names, why)}, notes=notes)


def _image(name: str, index: int, pixels: Pixels) -> MarkedImage:
    height, width = pixels.shape[:2]
    loaded = LoadedImage(pixels, (), "", (width, height))
    return MarkedImage(ImageFile(Path(f"{name}.png"), name), index, loaded, None, False, ())
