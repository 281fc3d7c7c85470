"""The window: it assembles the rooms, and asks before it closes on a run. What happens is in ``flow``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from vaelab.gui.controllers.mime_paths import paths_of
from vaelab.gui.controllers.workflow import Flow
from vaelab.gui.core.phase import Phase
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.dialogs.close_question import Closing
from vaelab.gui.keys.action_table import Actions
from vaelab.gui.keys.key_map import KeyMap
from vaelab.gui.keys.tooltips import KeyHints
from vaelab.gui.keys.viewer_keys import LookingKeys
from vaelab.gui.layout import Regions
from vaelab.gui.menus import Menus
from vaelab.gui.plots.tab import PlotsTab
from vaelab.gui.results.images.tab import ImagesTab
from vaelab.gui.results.log import LogPanel
from vaelab.gui.results.summary_tab import SummaryTab
from vaelab.gui.rooms import Rooms
from vaelab.gui.run.app_models import Models
from vaelab.gui.run.run_model import Parts, Session
from vaelab.gui.run.status_meter import Meter
from vaelab.gui.run.worker import Engine
from vaelab.gui.setup.panel import SetupPanel
from vaelab.gui.start.start_page import StartPage
from vaelab.gui.viewer.panel import ViewerPanel
from vaelab.gui.widgets.run_bar import Banner, RunStrip
from vaelab.gui.window_state import Arrangement

if TYPE_CHECKING:
    from vaelab.gui.dialogs.settings import SettingsDialog

_PATIENCE_MS = 10_000
"""How long the hidden window waits for a stage that cannot be interrupted."""


class MainWindow(QMainWindow):
    """The one window.

    Attributes:
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
        """Assemble.

        Args:
            store: what is remembered; the user's own file if None.
            run: what to iterate instead of the engine (tests, screenshots).
            models: those of a window whose place this one takes; new ones if None.
        """
        super().__init__()
        self.setAcceptDrops(True)
        self.models = models or Models.new(store or SettingsStore(), run)
        self.models.belong_to(self)
        self.store, self.jobs, self.looks = self.models.store, self.models.jobs, self.models.looks
        self.rows, self.summary_model = self.models.rows, self.models.summary
        self.setup_model, self.controller = self.models.setup, self.models.controller
        self.setup_panel = SetupPanel(self.setup_model, self.store, self)
        self.start = StartPage(self.jobs, self)
        self.summary = SummaryTab(self.summary_model, self)
        self.images = ImagesTab(self.rows, self, self.models.views)
        self.log = LogPanel(self)
        self.viewer = ViewerPanel(self.jobs, self)
        self.plots = PlotsTab(self.rows, self.summary_model, self.viewer.store, self.jobs, self)
        self.strip = RunStrip(self)
        self.banner = Banner(self)
        parts = Parts(self.rows, self.summary_model, self.viewer.store, self.log, self.strip)
        self.session = Session(parts, self.jobs, self)
        self._lay_out()
        self.meter = Meter(self.jobs, self.session, self.controller, self)
        self.statusBar().addPermanentWidget(self.meter)
        self.arrangement = Arrangement(self)
        self.flow = Flow(self._rooms(), self)
        self.flow.title_changed.connect(self._set_title)
        self.flow.results_shown.connect(self.arrangement.spread)
        self.flow.noted.connect(self._note)
        self.images.views.remember_in(self.store, self.setup_model.undo)
        self.keys = LookingKeys(self.viewer, self.images, (self.summary.table,), self)
        self.keys.step_image.connect(self.flow.looking.step_image)
        self.keys.step_worst.connect(self.flow.looking.step_worst)
        self.keys.step_vae.connect(self.flow.looking.step_vae)
        self.actions_ = Actions(self)
        self.regions = Regions(self)
        self.key_map = KeyMap(self.actions_, self.keys, self.store, self)
        self.menus = Menus(self)
        self.key_map.changed.connect(self._tell_keys)
        self.key_map.apply()
        self._tell_keys()
        KeyHints(self.key_map, self)
        self.flow.state_changed.connect(self.actions_.refresh)
        for edited in (self.rows.marks.edited, self.images.views.changed):
            # Queued: an edit counts as one that can be undone only after it has been done.
            edited.connect(self.actions_.refresh, Qt.ConnectionType.QueuedConnection)
        self.closing = Closing(self)
        # Queued: what follows waits in an event loop, in which the question that is still answering would be deleted.
        self.closing.confirmed.connect(self.stop_and_close, Qt.ConnectionType.QueuedConnection)
        self._going = False
        self.is_stuck = False
        self.settings: SettingsDialog | None = None
        self._set_title("")
        self.arrangement.restore()
        self.actions_.refresh()

    def _lay_out(self) -> None:
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Results"))
        self.tabs.addTab(self.summary, self.tr("Summary"))
        self.tabs.addTab(self.images, self.tr("Images"))
        self.tabs.addTab(self.plots, self.tr("Plots"))
        self.tabs.addTab(self.log, self.tr("Log"))
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.start)
        self.stack.addWidget(self.tabs)
        self.viewer_frame = QFrame(self)
        box = QVBoxLayout(self.viewer_frame)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.viewer)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for widget, stretch in ((self.setup_panel, 0), (self.stack, 3), (self.viewer_frame, 2)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(self.splitter.indexOf(widget), stretch)
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.strip)
        layout.addWidget(self.banner)
        layout.addWidget(self.splitter, 1)
        self.setCentralWidget(body)
        self.setMinimumSize(1024, 680)
        self.resize(1440, 900)

    def _rooms(self) -> Rooms:
        return Rooms(
            store=self.store,
            jobs=self.jobs,
            setup_model=self.setup_model,
            setup=self.setup_panel,
            controller=self.controller,
            session=self.session,
            rows=self.rows,
            start=self.start,
            tabs=self.tabs,
            stack=self.stack,
            summary=self.summary,
            images=self.images,
            log=self.log,
            plots=self.plots,
            viewer=self.viewer,
            viewer_frame=self.viewer_frame,
            strip=self.strip,
            banner=self.banner,
        )

    @Slot(str)
    def _note(self, text: str) -> None:
        self.statusBar().showMessage(text, 6000)

    @Slot(str)
    def _set_title(self, more: str) -> None:
        self.setWindowTitle(f"{more} — VAELab" if more else "VAELab")

    # Drops and pastes

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take whatever has paths."""
        if paths_of(event.mimeData()):
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
        self.flow.take_paths(paths_of(event.mimeData()))

    def paste(self) -> None:
        """Use the paths on the clipboard."""
        paths = paths_of(QGuiApplication.clipboard().mimeData())
        if not paths:
            self.banner.say(
                self.tr(
                    "The clipboard holds nothing to take: copy the path of a folder, an image or a VAE, or a name such as mini or jpeg:75."
                ),
                kind="info",
            )
        self.flow.take_paths(paths)

    # Settings

    @Slot()
    def show_settings(self) -> None:
        """Open the settings beside the window."""
        if self.settings is None:
            from vaelab.gui.dialogs.settings import SettingsDialog  # with the first look

            self.settings = SettingsDialog(self)
            self.settings.destroyed.connect(self._forget_settings)
        self.settings.show()
        self.settings.raise_()
        self.settings.activateWindow()

    @Slot()
    def _forget_settings(self) -> None:
        self.settings = None

    @Slot()
    def _tell_keys(self) -> None:
        """Let the menu of a row say the keys in force."""
        self.images.keys = {
            name: next(iter(self.key_map.line(line).keys), "")
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
            self.closing.ask()
            return
        self.put_away()
        event.accept()

    def put_away(self) -> None:
        """End all background work; safe to call twice."""
        if self.is_stuck:
            return
        self.arrangement.keep()
        # It reports its own end, and the actions would ask what is gone by then.
        self.setup_model.undo.blockSignals(True)
        run_ended = self.controller.shutdown(_PATIENCE_MS)
        self.is_stuck = not (self.jobs.shutdown() and run_ended)
        self.viewer.store.wait()

    def retire(self) -> None:
        """Go, while another window goes on with the same models."""
        self.viewer.store.wait()
        self.hide()
        self.deleteLater()

    @Slot()
    def stop_and_close(self) -> None:
        """Stop the run, if one goes on, behind the hidden window, and quit."""
        # Qt may ask to close the hidden window, as the last one, before the run has ended.
        self._going = True
        self.strip.where.put(self.tr("stopping …"))
        self.hide()
        self.put_away()
        self.close()
        # Qt takes a hidden window for closed already, and would wait for another.
        QTimer.singleShot(0, QApplication.quit)
