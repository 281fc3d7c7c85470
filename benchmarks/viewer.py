"""How long the viewer takes from one image to the next, until both pictures are painted, and what printing values costs.

The real viewer, offscreen, on a run folder of PNGs that look like photographs (noise over waves: they compress as such). Each
step shows a row, starts the prefetch as the window does, and paints; ``in peace`` lets the prefetch finish between two steps,
as someone does who looks; ``in a hurry`` steps on at once, as with a key held down. The alternative is what a viewer without a
cache does: QPixmap from each file, scaled and painted. Target: a switch from the cache under 80 ms.

    python benchmarks/viewer.py [--side 1024 4096] [--images 8]
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QEventLoop, QRect, Qt, QThreadPool
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from vaelab.gui.app import make_application
from vaelab.gui.core.background_jobs import Jobs
from vaelab.gui.style import theme
from vaelab.gui.viewer.canvas.modes import Mode
from vaelab.gui.viewer.panel import ViewerPanel
from vaelab.metrics.registry import all_columns
from vaelab.results.records import Row

SIZE = (760, 860)


def write_run(folder: Path, images: int, side: int) -> list[Row]:
    """Write originals and reconstructions; return their rows."""
    rng = np.random.default_rng(0)
    y, x = np.mgrid[0:side, 0:side].astype(np.float32) / side
    rows = []
    for number in range(images):
        wave = 120 + 80 * np.sin(9 * x + number) * np.cos(7 * y)
        original = np.clip(wave[..., None] + rng.normal(0, 6, (side, side, 3)), 0, 255).astype(np.uint8)
        names = [f"{kind}-{number}.png" for kind in ("original", "reconstruction")]
        for name, pixels in zip(names, (original, original[::-1]), strict=True):
            Image.fromarray(pixels).save(folder / name, compress_level=1)
        rows.append(Row(f"{number}.png", "vae", side, side, "ok", "", *names, f"{number:064x}", {}))
    return rows


class Plain(QWidget):
    """Two pictures read from their files whenever they are shown."""

    def __init__(self) -> None:
        super().__init__()
        self._pixmaps: list[QPixmap] = []

    def show_files(self, files: Sequence[Path]) -> None:
        self._pixmaps = [QPixmap(str(file)) for file in files]
        self.repaint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        half = self.width() // 2
        for place, pixmap in enumerate(self._pixmaps):
            scaled = pixmap.size().scaled(half, self.height(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawPixmap(QRect(place * half, 0, scaled.width(), scaled.height()), pixmap)
        painter.end()


def viewer_on(folder: Path, jobs: Jobs) -> ViewerPanel:
    viewer = ViewerPanel(all_columns(), jobs)
    viewer.resize(*SIZE)
    viewer.store.open(folder)
    viewer.show()
    return viewer


def switches(viewer: ViewerPanel, rows: Sequence[Row], rounds: int, *, in_peace: bool) -> list[float]:
    """Step to and fro; return milliseconds from each step to the painted pair."""
    taken = []
    places = ([*range(len(rows)), *range(len(rows) - 2, 0, -1)] * rounds)[: rounds * len(rows)]
    for place in places:
        started = time.perf_counter()
        viewer.show_row(rows[place])
        near = [rows[at] for at in (place + 1, place - 1, place + 2, place - 2) if 0 <= at < len(rows)]
        viewer.store.prefetch(near)
        while viewer.pair is None:
            # Asleep until a picture is ready: a busy loop would take a core from those who make it.
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        viewer.canvas.repaint()
        taken.append(1000 * (time.perf_counter() - started))
        QApplication.processEvents()
        if in_peace:
            viewer.store.findChild(QThreadPool).waitForDone()
            QApplication.processEvents()
    return taken


def timed(do: Callable[[], object], times: int) -> list[float]:
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        do()
        taken.append(1000 * (time.perf_counter() - started))
    return taken


def say(what: str, taken: Sequence[float]) -> None:
    ordered = sorted(taken)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    print(
        f"  {what:<46} p50 {statistics.median(taken):7.1f} ms   p95 {p95:7.1f} ms   worst {ordered[-1]:7.1f} ms"
    )


def measure(side: int, images: int, jobs: Jobs) -> None:
    """Measure pictures of one size."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        rows = write_run(folder, images, side)
        print(f"{side} × {side}, {images} images, window of {SIZE[0]} × {SIZE[1]}")
        for words, in_peace in (("in peace", True), ("in a hurry", False)):
            viewer = viewer_on(folder, jobs)
            taken = switches(viewer, rows, 3, in_peace=in_peace)
            say(f"viewer, {words}, the first included", taken)
            if in_peace:
                say(f"viewer, {words}, from the cache", taken[1:])
            viewer.store.wait()
            viewer.hide()
        plain = Plain()
        plain.resize(*SIZE)
        plain.show()
        files = [[folder / row.original_png, folder / row.reconstruction_png] for row in rows]
        each = iter(files * 3)
        say(
            "alternative: QPixmap of each file, no cache",
            timed(lambda: plain.show_files(next(each)), 3 * images),
        )
        viewer = viewer_on(folder, jobs)
        switches(viewer, rows[:1], 1, in_peace=True)
        for mode in (Mode.TWO_UP, Mode.SWIPE):
            viewer.set_mode(mode)
            for zoom in (None, 1.0, 4.0, 24.0, 48.0):
                viewer.canvas.fit() if zoom is None else viewer.canvas.zoom_to(zoom)
                name = "fit" if zoom is None else f"{100 * zoom:.0f} %"
                say(f"one painting, {mode.value}, {name}", timed(viewer.canvas.repaint, 10))
        viewer.store.wait()


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--side", type=int, nargs="+", default=[1024, 4096])
    parser.add_argument("--images", type=int, default=8)
    options = parser.parse_args()
    app = make_application(sys.argv[:1])
    theme.apply(app, "light")
    jobs = Jobs()
    for side in options.side:
        measure(side, options.images, jobs)
    jobs.shutdown()


if __name__ == "__main__":
    main()
