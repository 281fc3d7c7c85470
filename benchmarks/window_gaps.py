"""How long the window's thread is ever away while rows stream in: a 16 ms timer over a run of 5 000 rows.

    python benchmarks/window_gaps.py [--rows 5000] [--per-second 300]

A made-up engine hands over rows with pictures from the worker thread and computes an FFT for each, as metrics would. The
window is in its worst state: sorted table in view, viewer following, summary live. Wanted: p99 under 33 ms, worst under
100 ms. Offscreen unless QT_QPA_PLATFORM says otherwise.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, QSettings, QStandardPaths, Qt, QTimer, Slot

from vaelab import score
from vaelab.control import Control
from vaelab.events import RowDone, RunEvent, RunFinished, RunStarted, StageChanged, VAELoaded
from vaelab.gui.app import make_application
from vaelab.gui.main_window import MainWindow
from vaelab.gui.worker import Phase
from vaelab.metrics.registry import all_columns
from vaelab.records import Row
from vaelab.settings import RunSettings
from vaelab.vae.base import VAEInfo

VAES = ("identity", "blur:2", "jpeg:75", "webp:75", "contrast:0.8")


class Stream:
    """An engine of the right shape."""

    def __init__(self, rows: int, per_second: float, side: int) -> None:
        self.rows, self.pause, self.side = rows, 1 / per_second, side

    def __call__(self, settings: RunSettings, control: Control, *, resume: bool = False) -> Iterator[RunEvent]:
        random = np.random.default_rng(0)
        images = self.rows // len(VAES)
        names = [column.name for column in all_columns()]
        yield RunStarted(Path(settings.out), images, VAES)
        for label in VAES:
            yield VAELoaded(label, VAEInfo(label, "made up"), "fp32", "cpu")
        finished = 0
        for image in range(images):
            original = random.integers(0, 256, (self.side, self.side, 3), dtype=np.uint8)
            for place, label in enumerate(VAES):
                control.check()
                yield StageChanged("encode", image + 1, place + 1, f"image-{image:05d}.png", label)
                start = time.perf_counter()
                np.fft.fft2(original[..., 0].astype(np.float64))
                values = dict(zip(names, random.random(len(names)).tolist(), strict=True))
                values["score"] = score.image_score(values, settings.weights, marker=True)[0]
                row = Row(f"image-{image:05d}.png", label, self.side, self.side, "ok", values=values)
                finished += 1
                yield RowDone(row, finished, self.rows, original, original)
                time.sleep(max(0.0, self.pause - (time.perf_counter() - start)))
        yield RunFinished(Path(settings.out), 0, {"vaes": {}, "state": "finished", "settings": {}}, "done", 1.0)


class Pulse(QObject):
    """A 16 ms timer that notes when it was late."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last: float | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(16)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    @Slot()
    def _beat(self) -> None:
        now = time.perf_counter()
        if self._last is not None:
            self.gaps.append(1000 * (now - self._last))
        self._last = now


def main() -> None:
    """Run, and print the gaps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=5000)
    parser.add_argument("--per-second", type=float, default=300.0)
    parser.add_argument("--side", type=int, default=256)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        QStandardPaths.setTestModeEnabled(True)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        app = make_application([])
        import sys

        sys.setswitchinterval(0.001)  # as the window's own start does
        window = MainWindow(run=Stream(chosen.rows, chosen.per_second, chosen.side))
        window.resize(1440, 900)
        window.show()
        app.processEvents()
        window.flow.start_run(RunSettings(images=(folder,), vaes=VAES, out=f"{folder}/run"))
        window.images.table.header_clicked.emit(window.rows.column_of("lpips"))
        pulse = Pulse()
        start = time.perf_counter()
        window.controller.phase_changed.connect(lambda phase: app.quit() if phase is Phase.IDLE else None)
        app.exec()
        seconds = time.perf_counter() - start
        gaps = np.array(pulse.gaps)
        print(f"{len(window.rows.rows())} rows in {seconds:.1f} s, {len(gaps)} beats of 16 ms")
        for name, value in (
            ("median", np.median(gaps)), ("p95", np.percentile(gaps, 95)), ("p99", np.percentile(gaps, 99)), ("worst", gaps.max()),
        ):  # fmt: skip
            print(f"{name:>7} {value:7.1f} ms")
        window.put_away()


if __name__ == "__main__":
    main()
