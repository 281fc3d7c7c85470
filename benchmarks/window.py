"""How long the window is ever away: the gaps between the ticks of a 16 ms timer on its thread while rows stream in.

The real window, offscreen, with an engine that makes rows up and hands them over in bursts. Every tab is measured, since
each has something else to redraw. Targets: a gap under 33 ms at the 99th percentile, under 100 ms at worst.

    python benchmarks/window.py [--rows 5000] [--per-second 500] [--tab plots:distribution ...]
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "support"))

from PySide6.QtCore import QObject, QSettings, QStandardPaths, Qt, QTimer, Slot
from window.fakes import FakeEngine, made_up_values, picture

from vaelab.control import Control
from vaelab.engine.events import RowDone, RunEvent, RunFinished, RunStarted, VAELoaded
from vaelab.gui.app import make_application
from vaelab.gui.core import gc_tuning
from vaelab.gui.core.phase import Phase
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.main_window import MainWindow
from vaelab.gui.plots.kinds import PlotKind
from vaelab.gui.style import theme
from vaelab.results.records import Row
from vaelab.settings import RunSettings
from vaelab.vae.base import VAEInfo

TICK_MS = 16
LABELS = ("one", "two", "three")
BURST = 8


class Bursts(FakeEngine):
    """Rows in bursts, with pictures, at a given rate."""

    def __init__(self, rows: int, per_second: float, side: int) -> None:
        super().__init__(images=rows // len(LABELS), side=side, write=False)
        self.per_second = per_second

    def __call__(
        self, settings: RunSettings, control: Control, *, resume: bool = False
    ) -> Iterator[RunEvent]:
        folder = Path(settings.out)
        total = self.images * len(LABELS)
        originals = [picture(self.side, seed) for seed in range(8)]
        yield RunStarted(folder, self.images, LABELS)
        for label in LABELS:
            yield VAELoaded(label, VAEInfo(label, "Made-up family", 4, 8, 1000), "fp32", "cpu")
        rows: list[Row] = []
        begin = time.perf_counter()
        for image in range(self.images):
            for place, label in enumerate(LABELS):
                control.check()
                values = {**made_up_values(image, place + 1), "score": 0.1 * place}
                row = Row(f"image-{image:05d}.png", label, self.side, self.side, "ok", values=values)
                rows.append(row)
                original = originals[image % len(originals)]
                yield RowDone(
                    row, len(rows), total, original, originals[(image + 1 + place) % len(originals)]
                )
                if len(rows) % BURST == 0:
                    time.sleep(max(0.0, begin + len(rows) / self.per_second - time.perf_counter()))
        summary = self._summary(
            settings, LABELS, rows[: 3 * 50], stopped=False
        )  # its statistics are not the window's
        yield RunFinished(folder, 0, summary, "done", 1.0)


class Ticks(QObject):
    """Records how late each tick of a timer comes."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        self.timer = QTimer(self)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self._tick)
        self.timer.start(TICK_MS)

    @Slot()
    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append(1000 * (now - self._last))
        self._last = now


def measure(app: object, what: str, chosen: argparse.Namespace, work: Path) -> np.ndarray:
    """Run once with one tab open; returns the gaps, ms."""
    window = MainWindow(store=SettingsStore(), run=Bursts(chosen.rows, chosen.per_second, chosen.side))
    window.resize(1440, 900)
    window.show()
    folder = work / what.replace(":", "-")
    settings = RunSettings(images=(str(work),), vaes=("identity", "blur:2", "jpeg:75"), out=str(folder))
    window.controllers.workflow.start_run(settings)
    name, _, kind = what.partition(":")
    tab = {"summary": window.summary, "images": window.images, "plots": window.plots, "log": window.log}[name]
    window.navigation.tabs.setCurrentWidget(tab)
    if kind:
        window.plots.choose(PlotKind[kind.upper()])
    if name == "images":
        window.images.table.header_clicked.emit(window.rows.column_of("lpips"))
    gc_tuning.settle()  # as the program does
    _pump(app, lambda: window.rows.rowCount() > 100)
    ticks, profile = Ticks(), cProfile.Profile()
    if chosen.profile:
        profile.enable()
    _pump(app, lambda: window.controller.phase is Phase.IDLE)
    ticks.timer.stop()
    if chosen.profile:
        profile.disable()
        pstats.Stats(profile).sort_stats("cumulative").print_stats(45)
    taken = window.rows.rowCount()
    window.put_away()
    window.hide()
    window.deleteLater()
    _pump(app, lambda: True)
    assert taken == chosen.rows // len(LABELS) * len(LABELS), f"{taken} rows arrived"
    return np.array(ticks.gaps)


def _pump(app: object, until: object) -> None:
    while not until():  # type: ignore[operator]
        app.processEvents()  # type: ignore[attr-defined]
        time.sleep(0.0002)
    app.processEvents()  # type: ignore[attr-defined]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=5000)
    parser.add_argument("--per-second", type=float, default=500.0, help="far more than any real VAE gives")
    parser.add_argument("--side", type=int, default=256, help="of the pictures, px")
    parser.add_argument(
        "--tab", nargs="*", help="summary, images, log, plots:distribution, …; all of them by default"
    )
    parser.add_argument(
        "--profile", action="store_true", help="print where the time of the window's thread goes"
    )
    chosen = parser.parse_args()
    tabs = chosen.tab or ["summary", "images", *(f"plots:{kind.name.lower()}" for kind in PlotKind)]
    sys.setswitchinterval(0.001)  # as the program does
    with tempfile.TemporaryDirectory() as text:
        QStandardPaths.setTestModeEnabled(True)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, f"{text}/settings")
        app = make_application([])
        theme.apply(app, "light")
        print(f"{'tab':20} {'ticks':>6} {'p50':>7} {'p99':>7} {'max':>7}  ms between two ticks")
        for what in tabs:
            gaps = measure(app, what, chosen, Path(text))
            p50, p99 = np.percentile(gaps, (50, 99))
            verdict = "" if p99 < 33 and gaps.max() < 100 else "  target missed"
            print(f"{what:20} {gaps.size:6} {p50:7.1f} {p99:7.1f} {gaps.max():7.1f}{verdict}", flush=True)


if __name__ == "__main__":
    main()
