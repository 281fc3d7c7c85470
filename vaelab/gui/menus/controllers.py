"""What the entries of the menus call: everything in the window that does something."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QUndoStack

from vaelab.gui.controllers.exports import Exports
from vaelab.gui.controllers.hub import HubController
from vaelab.gui.controllers.imports import ImportController
from vaelab.gui.controllers.judging.blind_test import BlindTest
from vaelab.gui.controllers.picture_export import PictureExport
from vaelab.gui.controllers.row_selection import RowSelection
from vaelab.gui.controllers.run_comparison import RunComparison
from vaelab.gui.controllers.run_history import RunHistory
from vaelab.gui.controllers.run_outcome import RunOutcomeBanner
from vaelab.gui.controllers.run_phase import RunPhaseDisplay
from vaelab.gui.controllers.run_verification import RunVerification
from vaelab.gui.controllers.vae_failures import VAEFailures
from vaelab.gui.controllers.workflow import WorkflowController
from vaelab.gui.core.notifier import Notifier
from vaelab.gui.dialogs.file_dialogs import FileDialogs
from vaelab.gui.keys.command_palette import CommandPalette
from vaelab.gui.layout import PaneLayout
from vaelab.gui.menus.enabled import Enabled
from vaelab.gui.run.chart_view import ChartView
from vaelab.gui.run.headline import Headline
from vaelab.gui.run.run_view import RunView
from vaelab.gui.run.worker import RunController
from vaelab.gui.style.appearance import AppearanceSettings
from vaelab.gui.viewer.canvas.canvas import Canvas
from vaelab.gui.widgets.navigation import Navigation


@dataclass(frozen=True)
class Controllers:
    """Made once for a main window; the last three are the window's own."""

    appearance: AppearanceSettings
    blind_test: BlindTest
    canvas: Canvas
    chart_view: ChartView
    enabled: Enabled
    exports: Exports
    failures: VAEFailures
    file_dialogs: FileDialogs
    headline: Headline
    history: RunHistory
    hub: HubController
    imports: ImportController
    navigation: Navigation
    notifier: Notifier
    outcome: RunOutcomeBanner
    palette: CommandPalette
    pane_layout: PaneLayout
    picture_export: PictureExport
    row_selection: RowSelection
    run_comparison: RunComparison
    run_controller: RunController
    run_phase: RunPhaseDisplay
    run_view: RunView
    undo: QUndoStack
    verification: RunVerification
    workflow: WorkflowController
    show_settings: Callable[[], object]
    show_keys: Callable[[], object]
    close: Callable[[], object]
