"""An engine that makes rows up: the same events as the real one, as fast or as slow as a test wants."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from vaelab import __version__, text
from vaelab.control import Control
from vaelab.engine.events import (
    RowDone,
    RunEvent,
    RunFinished,
    RunStarted,
    StageChanged,
    VAEFailed,
    VAELoaded,
)
from vaelab.errors import Stopped
from vaelab.metrics.registry import all_columns
from vaelab.results.records import Row
from vaelab.results.score import image_score
from vaelab.results.summary import with_results
from vaelab.run_folder.store import SCHEMA_VERSION, RunFolder
from vaelab.settings import RunSettings, marker_mode
from vaelab.vae.base import VAEInfo
from vaelab.vae.spec.grammar import parse_spec, unique_labels

if TYPE_CHECKING:
    from vaelab.gui.main_window import MainWindow


@dataclass
class FakeEngine:
    """Yields what ``vaelab.engine.runner.run`` would.

    Attributes:
        images: how many.
        side: of the pictures, px.
        row_seconds: how long a row takes.
        failing_images: numbers of images that cannot be read.
        failing_vaes: label to message of VAEs that cannot be loaded.
        breaking_vaes: label to (images measured before it fails, how it fails).
        nan_vaes: labels of VAEs whose every output is NaN: rows, but none usable.
        deaf: what a stage at the second image waits for, without asking whether it is to stop.
        error: raised before the first event.
        error_after: (rows, error): raised in mid-run.
        write: whether a run folder is written.
        seen: the settings of every run.
        is_held: whether it waits for the end of a pause.
    """

    images: int = 6
    side: int = 48
    row_seconds: float = 0.002
    failing_images: tuple[int, ...] = ()
    failing_vaes: Mapping[str, str] = field(default_factory=dict)
    breaking_vaes: Mapping[str, tuple[int, VAEFailed]] = field(default_factory=dict)
    nan_vaes: tuple[str, ...] = ()
    deaf: threading.Event | None = None
    error: Exception | None = None
    error_after: tuple[int, Exception] | None = None
    write: bool = True
    seen: list[RunSettings] = field(default_factory=list)
    is_held: bool = False

    def __call__(
        self, settings: RunSettings, control: Control, *, resume: bool = False
    ) -> Iterator[RunEvent]:
        self.seen.append(settings)
        if self.error is not None:
            raise self.error
        folder = Path(settings.out)
        labels = tuple(spec.label for spec in unique_labels(parse_spec(each) for each in settings.vaes))
        disk = RunFolder.create(folder) if self.write else None
        try:
            yield from self._run(settings, control, labels, folder, disk)
        finally:
            if disk is not None:
                disk.close()

    def _run(
        self,
        settings: RunSettings,
        control: Control,
        labels: tuple[str, ...],
        folder: Path,
        disk: RunFolder | None,
    ) -> Iterator[RunEvent]:
        yield RunStarted(folder, self.images, labels)
        yield StageChanged("Loading PyTorch")
        working = []
        for label in labels:
            if label in self.failing_vaes:
                yield VAEFailed(label, self.failing_vaes[label], "Traceback: made up")
                continue
            working.append(label)
            yield VAELoaded(label, VAEInfo(label, "Made-up family", 4, 8, 1000), "fp32", "cpu")
        rows: list[Row] = []
        stopped = False
        try:
            for image in range(self.images):
                self.is_held = control.paused
                control.wait_while_paused()
                self.is_held = False
                if control.stopping:
                    break
                if image == 1 and self.deaf is not None:
                    self.deaf.wait(60)
                for place, label in enumerate(tuple(working)):
                    control.check()
                    if label in self.breaking_vaes and image >= self.breaking_vaes[label][0]:
                        working.remove(label)
                        yield self.breaking_vaes[label][1]
                        continue
                    yield StageChanged("encode", image + 1, place + 1, f"image-{image:03d}.png", label)
                    time.sleep(self.row_seconds)
                    control.check()
                    event = self._row(settings, image, place, label, len(rows) + 1, len(labels), disk)
                    rows.append(event.row)
                    yield event
                    if self.error_after is not None and len(rows) >= self.error_after[0]:
                        raise self.error_after[1]
        except Stopped:
            stopped = True
        stopped = stopped or control.stopping
        summary = self.summary(settings, labels, rows, stopped=stopped)
        if disk is not None:
            disk.write_summary(summary)
        broken = self.failing_vaes or self.breaking_vaes or self.nan_vaes
        code = 130 if stopped else 3 if broken else 1 if self.failing_images else 0
        counted = (text.images(self.images), text.vaes(len(labels)), text.rows(len(rows)))
        yield RunFinished(folder, code, summary, "{} × {}: {}".format(*counted), 1.0)

    def _error(self, label: str) -> str | None:
        broken = self.breaking_vaes.get(label)
        return broken[1].message if broken else self.failing_vaes.get(label)

    def _row(
        self,
        settings: RunSettings,
        image: int,
        place: int,
        label: str,
        finished: int,
        vaes: int,
        disk: RunFolder | None,
    ) -> RowDone:
        name, total = f"image-{image:03d}.png", self.images * vaes
        if image in self.failing_images:
            row = Row(name, label, None, None, "failed", "the file is truncated: replace it")
            if disk is not None:
                disk.append(row)
            return RowDone(row, finished, total)
        if label in self.nan_vaes:
            note = "its output became NaN in fp16: run it in bf16 or fp32"
            row = Row(name, label, self.side, self.side, "failed", note, image_sha256=f"{image:064x}")
            return RowDone(row, finished, total)
        original = picture(self.side, image)
        reconstruction = np.clip(original.astype(np.int16) + 7 * place, 0, 255).astype(np.uint8)
        pngs = ["", ""]
        if disk is not None and settings.save_images == "all":
            pngs = [disk.save_png("original", name, original), disk.save_png(label, name, reconstruction)]
        values = made_up_values(image, place)
        values["score"] = image_score(values, settings.weights, marker=marker_mode(settings.marker) != "off")[
            0
        ]
        row = Row(name, label, self.side, self.side, "ok", "", pngs[0], pngs[1], f"{image:064x}", values)
        if disk is not None:
            disk.append(row)
        return RowDone(row, finished, total, original, reconstruction)

    def summary(
        self, settings: RunSettings, labels: tuple[str, ...], rows: list[Row], *, stopped: bool
    ) -> dict[str, object]:
        frame = {
            "schema_version": SCHEMA_VERSION,
            "vaelab_version": __version__,
            "created": "2026-01-02T03:04:05+00:00",
            "updated": "2026-01-02T03:04:05+00:00",
            "state": "stopped" if stopped else "finished",
            "settings": settings.to_json(),
            "protocol": {"marker": None, "bootstrap": {"resamples": 100, "seed": 0}, "metrics": []},
            "environment": {"device": "cpu"},
            "images": {"listed": self.images, "skipped": []},
            "vaes": {
                label: {
                    "source": label,
                    "family": "Made-up family",
                    "precision": "fp16" if label in self.nan_vaes else "fp32",
                    "baseline": False,
                    "error": self._error(label),
                    "notes": [],
                }
                for label in labels
            },
        }
        return with_results(frame, rows, {}, resamples=100)


def picture(side: int, seed: int) -> npt.NDArray[np.uint8]:
    """A smooth picture that differs by seed."""
    y, x = np.mgrid[0:side, 0:side].astype(np.float64) / side
    waves = [np.sin(6.28 * (x * (1 + seed % 3) + y * channel + seed / 7)) for channel in range(3)]
    return np.asarray(127 + 90 * np.stack(waves, axis=-1), dtype=np.uint8)


def made_up_values(image: int, place: int) -> dict[str, float | int | None]:
    """Numbers for every column: VAE 0 is perfect, each further one is worse."""
    wobble = 0.01 * np.sin(image + place)
    values: dict[str, float | int | None] = {}
    for column in all_columns():
        ideal = 0.0 if column.ideal is None else column.ideal
        values[column.name] = float(ideal + (0.05 * place + wobble if place else 0.0))
    values["lpips"] = float(0.08 * place + abs(wobble)) if place else 0.0
    values["psnr"] = float(40 - 4 * place + 10 * wobble) if place else float("inf")
    values |= {"marker_white_original": 1.0, "marker_black_original": 0.0}
    values |= {"marker_white_reconstruction": 1.0 - 0.03 * place, "marker_black_reconstruction": 0.01 * place}
    colors, energy = 1000 + image, 200.0 + image
    values |= {"colors_original": colors, "colors_reconstruction": colors * (values["color_ratio"] or 0.0)}
    values |= {
        "gradient_energy_original": energy,
        "gradient_energy_reconstruction": energy * (values["gradient_ratio"] or 0.0),
    }
    return values


Opener = Callable[..., "MainWindow"]
"""What the fixture ``open_window`` is."""
