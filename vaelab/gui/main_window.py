"""The window: makes the widgets and the controllers, connects them, and asks before it closes on a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from vaelab.errors import one_line
from vaelab.gui.assembly import Widgets, connect, make_controllers
from vaelab.gui.controllers.imports import paths_from_mime
from vaelab.gui.core.phase import Phase
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.dialogs.close_question import CloseQuestion
from vaelab.gui.keys.action_table import Actions
from vaelab.gui.keys.key_map import KeyMap
from vaelab.gui.keys.shortcut_sheet import ShortcutSheet
from vaelab.gui.keys.tooltips import KeyTooltips
from vaelab.gui.keys.viewer_keys import ViewerKeys
from vaelab.gui.menus import all_menus
from vaelab.gui.plots.tab import PlotsTab
from vaelab.gui.results.charts.tab import ChartsTab
from vaelab.gui.results.images.tab import ImagesTab
from vaelab.gui.results.log import LogPanel
from vaelab.gui.results.summary_tab import SummaryTab
from vaelab.gui.run.app_models import Models
from vaelab.gui.run.run_model import RunModel, RunParts
from vaelab.gui.run.status_meter import StatusMeter
from vaelab.gui.run.unused_gpu import UnusedGPUButton
from vaelab.gui.run.worker import Engine
from vaelab.gui.setup.panel import SetupPanel
from vaelab.gui.start.start_page import StartPage
from vaelab.gui.viewer.panel import ViewerPanel
from vaelab.gui.widgets.banner import Banner, WindowNotifier
from vaelab.gui.widgets.navigation import Navigation, Page
from vaelab.gui.widgets.run_bar import RunBar
from vaelab.gui.widgets.screen_room import smallest_room
from vaelab.gui.window_state import WindowState
from vaelab.report.run.data import RunData

if TYPE_CHECKING:
    from vaelab.gui.dialogs.settings import SettingsDialog

_LEAST = QSize(1024, 680)
_PATIENCE_MS = 10_000
"""How long the hidden window waits for a stage that cannot be interrupted."""


class MainWindow(QMainWindow):
    """The one window.

    Attributes:
        controllers: everything that does something.
        is_stuck: after it was put away: whether background work goes on that cannot be interrupted. What it has finished
            is on disk; the process must end without waiting for it.
    """

    def __init__(
        self,
        *,
        store: SettingsStore | None = None,
        run: Engine | None = None,
        models: Models | None = None,
    ) -> None:
        """Build the whole window; nothing is shown yet.

        Args:
            store: what is remembered; the user's own file if None.
            run: what to iterate instead of the engine (tests, screenshots).
            models: those of a window whose place this one takes; new ones if None.
        """
        super().__init__()
        self.setAcceptDrops(True)
        self.models = models or Models.new(store or SettingsStore(), run)
        self.models.belong_to(self)
        self.store, self.jobs, self.appearance = self.models.store, self.models.jobs, self.models.appearance
        self.rows, self.summary_model = self.models.rows, self.models.summary
        self.setup_model, self.controller = self.models.setup, self.models.controller
        self.setup_panel = SetupPanel(self.setup_model, self.store, self)
        self.start = StartPage(self.jobs, self)
        self.summary = SummaryTab(self.summary_model, self)
        self.images = ImagesTab(self.rows, self, self.models.views)
        self.log = LogPanel(self)
        self.viewer = ViewerPanel(self.jobs, self)
        self.plots = PlotsTab(self.rows, self.summary_model, self.viewer.store, self.jobs, self)
        self.charts = ChartsTab(self)
        self.run_bar = RunBar(self)
        self.banner = Banner(self)
        parts = RunParts(self.rows, self.summary_model, self.viewer.store, self.log, self.run_bar)
        self.run_model = RunModel(parts, self.jobs, self)
        self._lay_out()
        self.meter = StatusMeter(self.jobs, self.run_model, self.controller, self)
        self.unused_gpu = UnusedGPUButton(self.jobs, self)
        for widget in (self.unused_gpu, self.meter):
            self.statusBar().addPermanentWidget(widget)
        self.notifier = WindowNotifier(self.banner, self.statusBar())
        tables = {"images": self.images.table, "summary": self.summary.table}
        self.window_state = WindowState(self, self.navigation, self.setup_panel, tables, self.store)
        self.keys = ViewerKeys(self.viewer, self.images, (self.summary.table,), self)
        self.actions_ = Actions(self)
        self.key_map = KeyMap(self.actions_, self.keys, self.store, self)
        widgets = Widgets(
            self.setup_panel,
            self.start,
            self.summary,
            self.images,
            self.plots,
            self.charts,
            self.log,
            self.viewer,
            self.run_bar,
        )
        self.controllers = make_controllers(
            self.models,
            widgets,
            self.run_model,
            self.navigation,
            self.notifier,
            self.actions_,
            self.key_map,
            show_settings=self.show_settings,
            show_keys=self.show_keys,
            window=self,
        )
        self.images.views.remember_in(self.store, self.setup_model.undo)
        connect(self.controllers, widgets, self.models, self.keys, self.actions_)
        self.controllers.run_phase.title_changed.connect(self._set_title)
        self.controllers.history.shown.connect(self._show_name)
        self.actions_.build(all_menus(self.controllers))
        self.key_map.changed.connect(self._tell_keys)
        self.key_map.apply()
        self._tell_keys()
        KeyTooltips(self.key_map, self)
        self.close_question = CloseQuestion(self)
        # Queued: what follows waits in an event loop, in which the question that is still answering would be deleted.
        self.close_question.confirmed.connect(self.stop_and_close, Qt.ConnectionType.QueuedConnection)
        self._going = False
        self.is_stuck = False
        self.settings: SettingsDialog | None = None
        self._set_title("")
        self.navigation.show(Page.START)
        self.window_state.restore()
        self.actions_.refresh()

    def _lay_out(self) -> None:
        pages = {
            Page.SUMMARY: self.summary,
            Page.IMAGES: self.images,
            Page.PLOTS: self.plots,
            Page.LOG: self.log,
            Page.CHARTS: self.charts,
        }
        body = QWidget(self)
        self.navigation = Navigation(self.setup_panel, self.start, pages, self.viewer, body)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.run_bar)
        layout.addWidget(self.banner)
        layout.addWidget(self.navigation.splitter, 1)
        self.setCentralWidget(body)
        self.setMinimumSize(_LEAST.boundedTo(smallest_room()))

    @Slot(object)
    def _show_name(self, data: RunData) -> None:
        self._set_title("" if data.folder is None else data.folder.name)

    @Slot(str)
    def _set_title(self, more: str) -> None:
        self.setWindowTitle(f"{one_line(more)} — VAELab" if more else "VAELab")

    # Drops

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take whatever has paths."""
        if paths_from_mime(event.mimeData()):
            event.acceptProposedAction()
            self.start.show_dropping(True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Go on taking it."""
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Let it go."""
        self.start.show_dropping(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Use it."""
        self.start.show_dropping(False)
        event.acceptProposedAction()
        self.controllers.imports.take_paths(paths_from_mime(event.mimeData()))

    # Settings

    @Slot()
    def show_settings(self) -> None:
        """Open the settings beside the window."""
        if self.settings is None:
            from vaelab.gui.dialogs.settings import SettingsDialog  # with the first look

            self.settings = SettingsDialog(self.appearance, self.store, self.key_map, self)
            self.settings.destroyed.connect(self._forget_settings)
        self.settings.show()
        self.settings.raise_()
        self.settings.activateWindow()

    @Slot()
    def _forget_settings(self) -> None:
        self.settings = None

    @Slot()
    def show_keys(self) -> None:
        """Show every key on one sheet."""
        ShortcutSheet(self.key_map, self).show()

    @Slot()
    def _tell_keys(self) -> None:
        """Let the menu of a row say the keys in force."""
        lines = {line.name: line for line in self.key_map.lines()}
        self.images.keys = {
            name: next(iter(lines[line].keys), "")
            for name, line in (
                ("exclude", "looking.exclude"),
                ("flag", "looking.flag"),
                ("copy_rows", "window.copy_rows"),
                ("copy_rows_md", "window.copy_rows_md"),
            )
        }

    # Closing

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask while a run goes on; otherwise put everything away."""
        if self._going:
            event.accept()
            return
        if self.controller.phase is not Phase.IDLE:
            event.ignore()
            self.close_question.ask()
            return
        self.put_away()
        event.accept()

    def put_away(self) -> None:
        """End all background work; safe to call twice."""
        if self.is_stuck:
            return
        self.window_state.keep()
        # It reports its own end, and the actions would ask what is gone by then.
        self.setup_model.undo.blockSignals(True)
        run_ended = self.controller.shutdown(_PATIENCE_MS)
        verified = self.controllers.verification.shutdown()
        self.is_stuck = not (self.jobs.shutdown() and run_ended and verified)
        self.viewer.store.wait()

    def retire(self) -> None:
        """Go, while another window goes on with the same models."""
        self.controllers.verification.shutdown()
        self.viewer.store.wait()
        self.hide()
        self.deleteLater()

    @Slot()
    def stop_and_close(self) -> None:
        """Stop the run, if one goes on, behind the hidden window, and quit."""
        # Qt may ask to close the hidden window, as the last one, before the run has ended.
        self._going = True
        self.run_bar.where.put(self.tr("stopping …"))
        self.hide()
        self.put_away()
        self.close()
        # Qt takes a hidden window for closed already, and would wait for another.
        QTimer.singleShot(0, QApplication.quit)
