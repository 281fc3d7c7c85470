"""The states of the window that a user meets, each brought about in a fresh window, held by the shell as in the program."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from window.fakes import FakeEngine
from window.stage import Answers, HeldEngine, Stage, settle, settle_gone

from vaelab.engine.events import VAEFailed
from vaelab.errors import RunFolderError
from vaelab.gui.app import UncaughtErrors
from vaelab.gui.application import Application
from vaelab.gui.core.notifier import Action
from vaelab.gui.core.phase import Phase
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.i18n import languages
from vaelab.gui.keys.shortcut_sheet import ShortcutSheet
from vaelab.gui.main_window import MainWindow
from vaelab.gui.style import theme
from vaelab.gui.widgets.navigation import Page
from vaelab.text import Sentence
from vaelab.verify.findings import ColumnAgreement, Comparand, NotRecomputed, Verification

FAILED = VAEFailed(
    "mine", "output became NaN in fp16: run it in fp32", "Traceback: made up", ("fp32", "tiling")
)


@dataclass
class States:
    """Opens windows in states.

    Attributes:
        work: a folder of the test's own.
        answers: of the desktop.
    """

    app: QApplication
    qtbot: QtBot
    work: Path
    answers: Answers
    engine: FakeEngine = field(default_factory=lambda: FakeEngine(images=2, row_seconds=0.0))
    number: int = 0
    held: bool = False

    _parts: ClassVar = (
        lambda window: window.menuBar(),
        lambda window: window.setup_panel,
        lambda window: window.images,
        lambda window: window.plots,
        lambda window: window.navigation.viewer_frame,
    )

    def shell(self, engine: FakeEngine | None = None) -> tuple[Application, UncaughtErrors]:
        """Open a window that remembers nothing and has no runs behind it."""
        self.number += 1
        self.held = isinstance(engine, HeldEngine)
        settings = str(self.work / f"settings-{self.number}")
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings)
        shutil.rmtree(self.work / "runs", ignore_errors=True)
        store = SettingsStore()
        store.put("look/language", "en")
        store.put("look/theme", "light")
        shell = Application(self.app, store, run=engine or self.engine)
        shell.window.resize(1440, 900)
        return shell, UncaughtErrors(shell)

    def close(self, stage: Stage) -> None:
        """Put a window away."""
        stage.errors.release()
        for widget in self.app.topLevelWidgets():
            if widget.isVisible() and widget is not stage.shell.window:
                widget.close()
        window = stage.shell.window
        window.models.downloads.stop_all()
        window.put_away()
        assert window.controller.phase is Phase.IDLE
        window.hide()
        window.deleteLater()
        stage.shell.deleteLater()
        settle_gone(self.app)
        languages.install(self.app, "en")
        theme.apply(self.app, "light")

    # The states

    def start(self) -> Stage:
        """Nothing is chosen yet."""
        shell, errors = self.shell()
        return Stage(shell, errors, shell.window)

    def filled(self, engine: FakeEngine | None = None) -> Stage:
        """Images, one of which cannot be read, and VAEs of each sort are chosen."""
        shell, errors = self.shell(engine)
        window = shell.window
        window.setup_model.add_images([str(self.answers.places["images"])])
        vaes = sorted(self.answers.places["vaes"].iterdir())
        window.setup_model.add_vaes([str(vae) for vae in vaes])
        window.setup_model.add_vaes(["identity", "jpeg:75"])
        window.setup_model.change_vae(0, checked=False)  # the broken one
        self.qtbot.waitUntil(window.setup_panel.run_button.isEnabled)
        stage = Stage(shell, errors, window)
        settle(stage)
        return stage

    def run(self, stage: Stage) -> MainWindow:
        window = stage.shell.window
        window.setup_panel.run_button.click()
        return window

    def finished(self, engine: FakeEngine | None = None) -> Stage:
        """A run is shown."""
        stage = self.filled(engine)
        window = self.run(stage)
        self.qtbot.waitUntil(lambda: window.controller.phase is Phase.IDLE, timeout=10_000)
        settle(stage)
        assert window.run_model.data is not None
        return stage

    # One run, in parts that can be tested side by side

    def run_menus(self) -> Stage:
        """The menus over a run."""
        return self._part(lambda window: window.menuBar(), looks=True)

    def run_setup(self) -> Stage:
        """The setup beside a run."""
        return self._part(lambda window: window.setup_panel)

    def run_images(self) -> Stage:
        """The table of images."""
        return self._part(lambda window: window.images)

    def run_plots(self) -> Stage:
        """The plots."""
        return self._part(lambda window: window.plots)

    def run_viewer(self) -> Stage:
        """The viewer."""
        return self._part(lambda window: window.navigation.viewer_frame)

    def run_rest(self) -> Stage:
        """Everything else."""
        stage = self.finished()
        window = stage.shell.window
        return replace(stage, without=tuple(part(window) for part in self._parts), deep=True)

    def _part(self, choose: Callable[[MainWindow], QWidget], *, looks: bool = False) -> Stage:
        stage = self.finished()
        window = stage.shell.window
        part = choose(window)
        if window.navigation.tabs.indexOf(part) >= 0:
            window.navigation.tabs.setCurrentWidget(part)
        window.images.select(window.rows.row_at(1).key)
        settle(stage)
        assert part.isVisible()
        return replace(stage, root=part, deep=True, looks=looks)

    def start_again(self) -> Stage:
        """The first page, with a finished run and one that ended early."""
        stage = self.stopped()
        stage.shell.window.navigation.show(Page.START)
        settle(stage)
        assert stage.shell.window.start.recent.cards
        return stage

    def running(self, engine: FakeEngine | None = None) -> Stage:
        """A run goes on."""
        stage = self.filled(engine or HeldEngine(images=3, row_seconds=0.0))
        window = self.run(stage)
        self.qtbot.waitUntil(lambda: window.rows.rowCount() >= HeldEngine.rows, timeout=10_000)
        assert window.controller.phase is Phase.RUNNING
        return stage

    def queued(self) -> Stage:
        """Images and a VAE were added while a run goes on."""
        stage = self.running()
        stage.shell.window.setup_model.add_vaes(["blur:2"])
        stage.shell.window.setup_model.add_images([str(self.answers.places["images"] / "chelsea.png")])
        settle(stage)
        return stage

    def paused(self) -> Stage:
        """A run is paused."""
        stage = self.running()
        window = stage.shell.window
        window.setup_panel.pause_button.click()
        assert window.controller.phase is Phase.PAUSED
        return stage

    def stopped(self) -> Stage:
        """A run was stopped early, and can be resumed."""
        stage = self.running()
        window = stage.shell.window
        window.setup_panel.stop_button.click()
        self.qtbot.waitUntil(lambda: window.controller.phase is Phase.IDLE, timeout=10_000)
        settle(stage)
        assert "Resume" in window.banner.buttons
        return stage

    def failed(self) -> Stage:
        """One VAE failed in a run, one could not be loaded."""
        engine = FakeEngine(
            images=2,
            row_seconds=0.0,
            failing_images=(1,),
            breaking_vaes={"mine": (1, FAILED)},
            failing_vaes={"jpeg:75": "made up"},
        )
        stage = self.finished(engine)
        assert len(stage.shell.window.setup_panel.vaes.problem_cards) == 2
        return stage

    def retry_waits(self) -> Stage:
        """A VAE failed in a run that goes on, and is to be tried again."""
        stage = self.running(HeldEngine(images=4, row_seconds=0.0, breaking_vaes={"mine": (0, FAILED)}))
        (card,) = stage.shell.window.setup_panel.vaes.problem_cards.values()
        card.buttons["fp32"].click()
        settle(stage)
        (card,) = stage.shell.window.setup_panel.vaes.problem_cards.values()
        assert list(card.buttons) == ["cancel"]
        return stage

    def broken(self) -> Stage:
        """A run ended with an error, whose details are shown."""
        error = RunFolderError("made up")
        stage = self.filled(FakeEngine(images=2, row_seconds=0.0, error_after=(3, error)))
        window = self.run(stage)
        self.qtbot.waitUntil(lambda: window.controller.phase is Phase.IDLE, timeout=10_000)
        settle(stage)
        # As for an error that nobody expected, which would be taken for one that a press has caused.
        window.banner.message(
            "made up",
            kind="bad",
            actions=[Action("Show log", partial(window.navigation.show, Page.LOG))],
            details="Traceback: made up",
        )
        return stage

    def hub(self) -> Stage:
        """Get VAEs is open."""
        stage = self.start()
        stage.shell.window.controllers.hub.show()
        dialog = stage.shell.window.controllers.hub.dialog
        assert dialog is not None
        dialog.table.selectRow(dialog.model.place_of("stabilityai/sdxl-vae") or 0)
        dialog.any.setText("org/name")
        return self._of(stage, dialog)

    def settings(self) -> Stage:
        """The settings are open."""
        stage = self.start()
        stage.shell.window.show_settings()
        return self._of(stage, stage.shell.window.settings)

    def sheet(self) -> Stage:
        """The keys are shown."""
        stage = self.start()
        stage.shell.window.show_keys()
        return self._of(stage, stage.shell.window.findChild(ShortcutSheet))

    def palette(self) -> Stage:
        """The command palette is open over a run."""
        stage = self.finished()
        stage.shell.window.controllers.palette.open_()
        palette = stage.shell.window.controllers.palette
        return replace(self._of(stage, palette), looks=False, again=palette.open_)

    def comparison(self) -> Stage:
        """A run is compared with another that was not measured alike."""
        stage = self.finished()
        window = stage.shell.window
        window.controllers.run_comparison.compare_with(self.answers.places["run"])
        self.qtbot.waitUntil(lambda: window.controllers.run_comparison.shown is not None)
        return self._of(stage, window.controllers.run_comparison.shown)

    def verification(self) -> Stage:
        """What was found of a run that was verified."""
        stage = self.finished()
        verification = stage.shell.window.controllers.verification
        verification.verify()
        self.qtbot.waitUntil(lambda: not verification.is_busy, timeout=30_000)
        shown = verification.shown
        assert shown is not None
        line = ColumnAgreement("lpips", 3, 0, Comparand("lpips", 0.1, 0.1, 1e-4, ("a.png", "linear")))
        left_out = NotRecomputed("encode_ms", Sentence("it is a time"))
        shown.show_result(Verification(3, 0, 3, (line,), (), (left_out,), {"numpy": "2"}, {}, "2026-01-01"))
        return self._of(stage, shown)

    def sets(self) -> Stage:
        """Sets of pictures are about to be compared."""
        stage = self.start()
        stage.shell.window.show_sets()
        return self._of(stage, stage.shell.window.sets)

    def question(self) -> Stage:
        """The window was closed while a run goes on, and asks."""
        stage = self.running()
        stage.shell.window.close()
        (box,) = (box for box in stage.shell.window.findChildren(QMessageBox) if box.isVisible())
        return self._of(stage, box)

    def _of(self, stage: Stage, root: QWidget | None) -> Stage:
        assert root is not None
        settle(stage)
        assert root.isVisible()
        return Stage(stage.shell, stage.errors, root, deep=True, looks=True)

    def settle(self, stage: Stage) -> None:
        """Wait until nothing more happens by itself: a run goes on only where the state is one of a run."""
        settle(stage)
        controller = stage.shell.window.controller
        if controller.phase is Phase.STOPPING or (controller.phase is Phase.RUNNING and not self.held):
            self.qtbot.waitUntil(lambda: controller.phase is Phase.IDLE, timeout=10_000)
            settle(stage)
        verification = stage.shell.window.controllers.verification
        if verification.is_busy:
            self.qtbot.waitUntil(lambda: not verification.is_busy, timeout=30_000)
            settle(stage)
        downloads = stage.shell.window.models.downloads
        if downloads.is_busy:
            self.qtbot.waitUntil(lambda: not downloads.is_busy, timeout=10_000)
            settle(stage)

    def all(self) -> dict[str, Callable[[], Stage]]:
        """Every state, by name."""
        return {name: partial(self._open, name) for name in NAMES}

    def _open(self, name: str) -> Stage:
        stage: Stage = getattr(self, name)()
        if name in _LIKE_OTHERS:
            stage = replace(stage, every_answer=False)
        if name in _SAME_MENUS:
            stage = replace(stage, without=(stage.shell.window.menuBar(),))
        return stage


NAMES = (
    "start", "filled", "run_menus", "run_setup", "run_images", "run_plots", "run_viewer", "run_rest", "start_again", "running", "queued", "paused", "stopped", "failed", "retry_waits", "broken",
    "hub", "settings", "sheet", "palette", "comparison", "verification", "sets", "question",
)  # fmt: skip

_LIKE_OTHERS = {"start_again", "running", "queued", "paused", "stopped", "failed", "retry_waits", "broken"}
"""States in which dialogs are asked for as in those before them."""
_SAME_MENUS = {"start_again", "queued", "retry_waits", "broken"}
"""States whose menu bar offers what it offers in a run, or after one."""
