"""Run: start, pause, stop, resume, judge."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from vaelab.gui.keys.action_table import Menu, MenuEntry
from vaelab.gui.menus.controllers import Controllers

translate = QCoreApplication.translate


def run_menu(controllers: Controllers) -> Menu:
    """Return the menu."""
    workflow, enabled = controllers.workflow, controllers.enabled
    return Menu(
        translate("RunMenu", "&Run"),
        [
            MenuEntry(
                "run",
                translate("RunMenu", "Run / Pause / Resume"),
                workflow.run_or_pause,
                ["F5", "Ctrl+Return", "Ctrl+Enter"],
            ),
            MenuEntry(
                "stop",
                translate("RunMenu", "Stop after this image"),
                controllers.run_controller.stop,
                ["Shift+F5"],
                enabled=enabled.running,
            ),
            MenuEntry(
                "resume",
                translate("RunMenu", "Continue the run that is shown"),
                controllers.history.continue_shown,
                enabled=enabled.resumable,
            ),
            None,
            MenuEntry(
                "judge",
                translate("RunMenu", "Judge…"),
                controllers.blind_test.ask,
                enabled=enabled.while_idle(enabled.has_run),
            ),
            None,
            MenuEntry("demo", translate("RunMenu", "Try the demo"), workflow.run_demo, enabled=enabled.idle),
        ],
    )
