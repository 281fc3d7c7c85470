"""Pictures of the window in every state, for the documents and for looking at: ``python assets/screenshots/make.py DIR``.

A real run of the demo's pictures by the real engine, without a display. Nothing is made up but the VAE that fails.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from vaelab.engine.demo import demo_folder
from vaelab.engine.events import VAEFailed
from vaelab.gui.app import make_application
from vaelab.gui.core.phase import Phase
from vaelab.gui.i18n import languages
from vaelab.gui.keys.shortcut_sheet import ShortcutSheet
from vaelab.gui.main_window import MainWindow
from vaelab.gui.plots.kinds import PlotKind
from vaelab.gui.style import theme
from vaelab.gui.viewer.canvas.modes import Mode
from vaelab.gui.widgets.navigation import Page

_WAIT_S = 600.0
_TURNS = 12
_NAN = "its output became NaN in float16: many VAEs, those of SDXL for example, overflow in half precision; run it in bf16 or fp32"


class Photographer:
    """Brings a window from state to state and takes its picture in each."""

    def __init__(self, app: QApplication, folder: Path, work: Path, vaes: Sequence[str], images: int) -> None:
        """Open a window that keeps its runs in ``work``.

        Args:
            app: the application.
            folder: where pictures go.
            work: a folder of the run's own.
            vaes: what to compare.
            images: how many of the demo's pictures.
        """
        self._app, self._folder, self._work = app, folder, work
        self._vaes, self._images = vaes, images
        self.contrast = False
        theme.apply(app, "light")
        self._looks: Sequence[tuple[theme.ThemeName, int]] = (("light", 100), ("dark", 100))
        self._number = 0
        self.window = MainWindow()
        self.window.setup_model.out = str(work / "runs")
        self.window.resize(1440, 900)
        self.window.show()
        self._root: QWidget = self.window

    def take_all(self, looks: Sequence[tuple[theme.ThemeName, int]]) -> int:
        """Take every picture in every look; returns how many states there were."""
        self._looks = looks
        states = 0
        for name in self._states():
            self._take(name)
            states += 1
        self.window.put_away()
        return states

    def _take(self, name: str) -> None:
        self._number += 1
        for look, percent in self._looks:
            theme.apply(self._app, look, percent, contrast=self.contrast)
            self.window.navigation.spread()
            self._settle(0.7 if self.window.plots.isVisible() else 0.15)
            size = "" if percent == 100 else f"-{percent}"
            self._root.grab().save(str(self._folder / f"{self._number:02d}-{name}-{look}{size}.png"))

    def _states(self) -> Iterator[str]:
        window = self.window
        yield "empty"
        window.controllers.imports.take_paths([str(self._image_folder())])
        window.setup_model.add_vaes(self._vaes)
        self._wait(lambda: not window.setup_panel.forecast.isHidden())
        self._settle(0.5)
        yield "ready"
        window.setup_panel.options.toggle.setChecked(True)
        yield "options"
        window.setup_panel.options.toggle.setChecked(False)
        window.setup_panel.run_button.click()
        self._wait(lambda: window.rows.rowCount() >= self._images * len(self._vaes) // 2 or self._idle())
        yield "running"
        window.setup_model.add_vaes(["blur:2"])
        yield "queued"
        window.setup_model.remove_vae(len(window.setup_model.vaes) - 1)
        window.controller.pause()
        self._settle(0.3)
        yield "paused"
        window.controller.resume()
        self._wait(self._idle)
        yield "finished"
        window.summary.weights["color"].setValue(0.0)
        self._settle(0.3)
        yield "weights"
        window.summary.choose_baseline(window.summary_model.labels()[-1])
        yield "summary-difference"
        yield from self._images_tab()
        yield from self._viewer()
        yield from self._plots()
        window.navigation.turn_to(Page.LOG)
        yield "log"
        yield from self._dialogs()
        yield from self._problems()
        yield from self._another_run()
        window.navigation.show(Page.START)
        self._settle(0.5)
        yield "start-again"

    def _dialogs(self) -> Iterator[str]:
        window = self.window
        window.controllers.palette.open_()
        yield from self._of("palette", window.controllers.palette)
        window.controllers.palette.hide()
        sheet = ShortcutSheet(window.key_map, window)
        sheet.show()
        yield from self._of("keys", sheet)
        sheet.close()
        window.show_settings()
        assert window.settings is not None
        yield from self._of("settings", window.settings)
        window.settings.pages.setCurrentWidget(window.settings.keys)
        window.settings.keys.select("window.export")
        window.settings.keys.press.setKeySequence(QKeySequence("S"))
        yield from self._of("settings-keys", window.settings)
        window.settings.close()
        window.controllers.hub.show()
        assert window.controllers.hub.dialog is not None
        self._settle()
        window.controllers.hub.dialog.resize(960, 680)  # the platform's screen is smaller than anyone's
        yield from self._of("get-vaes", window.controllers.hub.dialog)
        window.controllers.hub.dialog.close()

    def _problems(self) -> Iterator[str]:
        window = self.window
        label = self._vaes[-1]
        window.controllers.failures.begin({label: window.setup_model.vaes[-1]})
        window.run_model.handle((VAEFailed(label, _NAN, "Traceback …", remedies=("bf16", "fp32")),))
        yield "vae-failed"
        window.controllers.failures.dismiss(window.setup_model.vaes[-1].key)
        window.banner.hide()

    def _another_run(self) -> Iterator[str]:
        """A second run, stopped early, unlike the first in what is measured."""
        window = self.window
        before = window.run_model.folder
        assert before is not None
        window.setup_model.set_option("batch_size", 1024)
        window.setup_model.set_option("upscale", True)
        window.setup_model.set_option("size", 2048)
        self._wait(lambda: not window.setup_panel.forecast.isHidden())
        yield "forecast-warning"
        window.setup_model.set_option("batch_size", 1)
        window.setup_model.set_option("upscale", False)
        window.setup_model.set_option("size", 256)
        self._wait(window.setup_panel.run_button.isEnabled)
        window.setup_panel.run_button.click()
        self._wait(lambda: window.rows.rowCount() >= 2 or self._idle())
        window.controller.stop()
        self._wait(self._idle)
        yield "stopped"
        window.controllers.run_comparison.compare_with(before)
        self._wait(lambda: window.controllers.run_comparison.shown is not None)
        assert window.controllers.run_comparison.shown is not None
        yield from self._of("mismatch", window.controllers.run_comparison.shown)
        window.controllers.run_comparison.shown.close()

    def _of(self, name: str, widget: QWidget) -> Iterator[str]:
        """Take the picture of a dialog instead of the window's."""
        self._root = widget
        self._settle(0.3)
        yield name
        self._root = self.window

    def _images_tab(self) -> Iterator[str]:
        window = self.window
        window.navigation.turn_to(Page.IMAGES)
        window.images.table.header_clicked.emit(window.rows.column_of("lpips"))
        window.controllers.row_selection.step_worst(1)
        yield "images-worst"
        failed = [row for row in window.rows.rows() if row.status == "failed"]
        if failed:
            window.images.filter.setText('status == "failed"')
            window.images.apply_filter()
            window.images.select(failed[0].key)
            yield "image-failed"
        window.images.filter.setText("lipps > 0.1")
        window.images.apply_filter()
        yield "filter-wrong"
        window.images.clear_filter()

    def _viewer(self) -> Iterator[str]:
        window = self.window
        row = next(row for row in window.rows.rows() if row.status == "ok" and row.vae == self._vaes[-1])
        window.images.select(row.key)
        for mode in (Mode.SWIPE, Mode.DIFFERENCE, Mode.MAP, Mode.GRID):
            window.viewer.set_mode(mode)
            self._settle(0.6)
            yield f"viewer-{mode.value}"
        window.viewer.set_mode(Mode.MAP)
        for place in range(window.viewer.tools.kinds.count()):
            window.viewer.tools.kinds.setCurrentIndex(place)
            self._settle(2.0)
            yield f"viewer-map-{window.viewer.tools.kind.value}"
        window.viewer.set_mode(Mode.TWO_UP)
        window.viewer.canvas.show_loupe(True)
        yield "viewer-loupe"
        window.viewer.canvas.show_loupe(False)
        window.viewer.histogram_button.setChecked(True)
        window.viewer.lens_button.setChecked(True)
        yield "viewer-extras"
        window.viewer.histogram_button.setChecked(False)
        window.viewer.lens_button.setChecked(False)
        canvas = window.viewer.canvas
        canvas.zoom_to(40.0)
        yield "viewer-pixels"
        canvas.fit()

    def _plots(self) -> Iterator[str]:
        window = self.window
        window.navigation.turn_to(Page.PLOTS)
        for kind in PlotKind:
            window.plots.choose(kind)
            self._settle(1.0)
            yield f"plot-{kind.name.lower()}"

    def _image_folder(self) -> Path:
        folder = self._work / "my pictures"
        folder.mkdir()
        demo = [path for path in sorted(demo_folder().iterdir()) if path.suffix in (".png", ".jpg")]
        for path in demo[: self._images]:
            (folder / path.name).write_bytes(path.read_bytes())
        (folder / "broken.png").write_bytes(demo[0].read_bytes()[:3000])
        return folder

    def _idle(self) -> bool:
        return self.window.controller.phase is Phase.IDLE

    def _settle(self, seconds: float = 0.15) -> None:
        end, turns = time.monotonic() + seconds, 0
        # On a busy machine the first turn may take all the time, but layouts need some more.
        while time.monotonic() < end or turns < _TURNS:
            self._app.processEvents()
            time.sleep(0.005)
            turns += 1

    def _wait(self, until: Callable[[], bool]) -> None:
        end = time.monotonic() + _WAIT_S
        while not until():
            self._settle(0.05)
            if time.monotonic() > end:
                raise TimeoutError("the run did not get on: see the log of the window")


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures."""
    parser = argparse.ArgumentParser(
        prog="python assets/screenshots/make.py", description="Render every state of the window."
    )
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--images", type=int, default=10, help="how many of the demo's photographs")
    parser.add_argument("--vaes", default="identity,linear,mini,jpeg:75", help="separated by commas")
    parser.add_argument("--text", type=int, nargs="*", default=[100, 150], help="text sizes, percent")
    parser.add_argument("--language", default="en", choices=[*languages.NAMES, languages.PSEUDO])
    parser.add_argument("--rtl", action="store_true", help="laid out from right to left")
    parser.add_argument("--scale", type=float, default=1.0, help="device pixels per logical pixel")
    parser.add_argument("--contrast", action="store_true", help="in high contrast")
    chosen = parser.parse_args(arguments)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as text:
        work = Path(text)
        QStandardPaths.setTestModeEnabled(True)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(work / "settings"))
        os.environ["QT_SCALE_FACTOR"] = str(chosen.scale)
        app = make_application([])
        languages.install(app, chosen.language)
        languages.mirror(app, chosen.rtl)
        looks: list[tuple[theme.ThemeName, int]]
        looks = [(look, percent) for look in ("light", "dark") for percent in chosen.text]
        photographer = Photographer(app, chosen.folder, work, chosen.vaes.split(","), chosen.images)
        photographer.contrast = chosen.contrast
        states = photographer.take_all(looks)
    sys.stdout.write(f"{states} states, {states * len(looks)} pictures in {chosen.folder}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
