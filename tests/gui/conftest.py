"""The window under test: offscreen, with settings of its own, and every sign of trouble a failure."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QSettings, QStandardPaths, QThread
from PySide6.QtWidgets import QApplication
from window.fakes import FakeEngine, Opener

from vaelab.gui.core.phase import Phase
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.main_window import MainWindow
from vaelab.gui.style import theme


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every warning of Qt fails a test, but for what it says about the test platform itself."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(
                pytest.mark.qt_log_ignore(
                    "propagateSizeHints", "does not support raise", "does not support grabbing"
                )
            )


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    QStandardPaths.setTestModeEnabled(True)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    monkeypatch.setattr("vaelab.gui.core.keep_awake.commands", lambda *_: [])
    monkeypatch.setattr(SettingsStore, "runs_folder", lambda _: tmp_path / "runs")


@pytest.fixture(autouse=True)
def _no_running_qthread() -> Iterator[None]:
    yield
    gc.collect()
    running = [thing for thing in gc.get_objects() if issubclass(type(thing), QThread) and _is_running(thing)]
    assert not [thread.objectName() for thread in running if thread.objectName() == "vaelab-run"]
    gc.freeze()  # so that the next test's collection walks its own objects alone


def _is_running(thread: QThread) -> bool:
    try:
        return thread.isRunning()
    except RuntimeError:
        return False


@pytest.fixture
def engine() -> FakeEngine:
    """Six images through three VAEs, a few milliseconds a row."""
    return FakeEngine()


@pytest.fixture
def open_window(qapp: QApplication, qtbot: object) -> Iterator[Opener]:
    """A function that opens a window on an engine; all of them are closed at the end."""
    opened: list[MainWindow] = []

    def do(run: object = None, *, look: theme.ThemeName = "light", fitted: bool = False) -> MainWindow:
        theme.apply(qapp, look)
        window = MainWindow(store=SettingsStore(), run=run)  # type: ignore[arg-type]
        if not fitted:  # the platform's screen is smaller than anyone's
            window.resize(1440, 900)
        window.show()
        opened.append(window)
        return window

    yield do
    for window in opened:
        window.put_away()
        window.hide()
        window.deleteLater()
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.processEvents()
    theme.apply(qapp, "light")


@pytest.fixture
def window(open_window: Opener, engine: FakeEngine) -> MainWindow:
    """A window whose runs are the fake engine's."""
    return open_window(engine)


@pytest.fixture
def ready(window: MainWindow, qtbot: object, image_folder: Path) -> MainWindow:
    """The same with a folder and three built-in codecs chosen."""
    window.setup_model.add_images([str(image_folder)])
    window.setup_model.add_vaes(["identity", "blur:2", "jpeg:75"])
    qtbot.waitUntil(window.setup_panel.run_button.isEnabled)  # type: ignore[attr-defined]
    return window


@pytest.fixture
def finished(ready: MainWindow, qtbot: object) -> MainWindow:
    """The same after a run."""
    ready.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: ready.controller.phase is Phase.IDLE, timeout=10_000)  # type: ignore[attr-defined]
    return ready
