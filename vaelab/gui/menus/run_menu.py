"""Run: start, pause, stop, resume."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vaelab.gui.keys.action_table import Entry
from vaelab.gui.menus.enabled import Enabled

if TYPE_CHECKING:
    from vaelab.gui.main_window import MainWindow


class RunMenu(QObject):
    """Fills the menu."""

    def __init__(self, window: MainWindow, able: Enabled) -> None:
        """Add it to the window."""
        super().__init__(window)
        flow = window.flow
        window.actions_.menu(
            self.tr("&Run"),
            [
                Entry(
                    "run",
                    self.tr("Run / Pause / Resume"),
                    flow.run_or_pause,
                    ["F5", "Ctrl+Return", "Ctrl+Enter"],
                ),
                Entry(
                    "stop",
                    self.tr("Stop after this image"),
                    window.controller.stop,
                    ["Shift+F5"],
                    enabled=able.running,
                ),
                Entry(
                    "resume",
                    self.tr("Continue the run that is shown"),
                    flow.opening.continue_shown,
                    enabled=able.resumable,
                ),
                None,
                Entry("demo", self.tr("Try the demo"), flow.run_demo, enabled=able.idle),
            ],
        )
