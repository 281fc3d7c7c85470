"""Where the window starts: the application, its look, and what happens to errors that nobody caught."""

from __future__ import annotations

import os
import sys
import threading
import traceback
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from types import TracebackType

if sys.platform == "win32":  # pragma: no cover - Qt first and PyTorch second fails to load c10.dll there
    import contextlib
    import importlib

    with contextlib.suppress(ImportError):
        importlib.import_module("torch")

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from vaelab import __version__
from vaelab.gui.application import Application
from vaelab.gui.core import gc_tuning
from vaelab.gui.core.end_signals import EndSignals
from vaelab.gui.core.notifier import Action
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.widgets.navigation import Page
from vaelab.resources import assets_folder


class UncaughtErrors(QObject):
    """Brings errors that nobody caught, from any thread, into the window's log.

    Signals:
        caught: one line, and the traceback.
    """

    caught = Signal(str, str)

    def __init__(self, shell: Application) -> None:
        """Take over Python's hooks until :meth:`release`."""
        super().__init__(shell)
        self._shell = shell
        self._hooks = (sys.excepthook, threading.excepthook)
        self.caught.connect(self._show)
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def release(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._hooks

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.caught.emit(f"{kind.__name__}: {error}", "".join(traceback.format_exception(kind, error, trace)))

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._hook(args.exc_type, args.exc_value, args.exc_traceback)

    @Slot(str, str)
    def _show(self, message: str, details: str) -> None:
        window = self._shell.window
        window.log.add_details(details, "bad")
        window.notifier.message(
            self.tr("Something went wrong inside VAELab: {0}").format(message),
            kind="bad",
            actions=[Action(self.tr("Show log"), partial(window.navigation.show, Page.LOG))],
            details=details,
        )


def make_application(argv: Sequence[str]) -> QApplication:
    """Return the application, with its name, icon and fonts, or the one that exists."""
    existing = QApplication.instance()
    if existing is None:
        # 150 % is 150 %: rounded to 200 % or 100 %, "one image pixel is one device pixel" would be a lie.
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = existing if isinstance(existing, QApplication) else QApplication(["vaelab", *argv])
    app.setApplicationName("VAELab")
    app.setApplicationDisplayName("VAELab")
    app.setApplicationVersion(__version__)
    icon = assets_folder() / "icon.png"
    if icon.is_file():
        app.setWindowIcon(QIcon(str(icon)))
    return app


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window and return when it is closed.

    Args:
        argv: paths to begin with: folders of images, VAE files, a run folder.

    Returns:
        The exit status.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    # The run's thread and the window's share one interpreter: hand over often, so that drawing never waits long.
    sys.setswitchinterval(0.001)
    app = make_application(arguments)
    shell = Application(app, SettingsStore())
    errors = UncaughtErrors(shell)
    app.aboutToQuit.connect(shell.put_away)
    ending = EndSignals(app)
    ending.asked.connect(shell.end)
    gc_tuning.settle()
    # What the first results need, a fifth of a second, is imported while nobody waits for it.
    shell.window.jobs.submit(partial(import_module, "scipy.special"), lambda _: None)
    shell.window.controllers.imports.take_paths([path for path in arguments if not path.startswith("-")])
    try:
        status = ending.exit_code(app.exec())
    finally:
        errors.release()
        ending.release()
    if shell.window.is_stuck:
        # Python's own way out would wait for a thread that sits in a library; every finished row is on disk.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    return status


if __name__ == "__main__":
    raise SystemExit(main())
