"""The window: it assembles the rooms, and asks before it closes on a run. What happens is in ``flow``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QTimer, Slot
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
    QMessageBox,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from vaelab.gui.actions import Actions
from vaelab.gui.excluding import Excluding
from vaelab.gui.flow import Flow
from vaelab.gui.intake import paths_in
from vaelab.gui.key_map import KeyMap
from vaelab.gui.keys import LookingKeys
from vaelab.gui.menus import Menus
from vaelab.gui.meter import Meter
from vaelab.gui.models import Models
from vaelab.gui.plots.tab import PlotsTab
from vaelab.gui.regions import Regions
from vaelab.gui.results.images_tab import ImagesTab
from vaelab.gui.results.log import LogPanel
from vaelab.gui.results.summary_tab import SummaryTab
from vaelab.gui.rooms import Rooms
from vaelab.gui.session import Parts, Session
from vaelab.gui.settings_store import SettingsStore
from vaelab.gui.setup.panel import SetupPanel
from vaelab.gui.start_page import StartPage
from vaelab.gui.strip import Banner, RunStrip
from vaelab.gui.viewer.panel import ViewerPanel
from vaelab.gui.worker import Engine, Phase

if TYPE_CHECKING:
    from vaelab.gui.settings_dialog import SettingsDialog

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
        columns = self.rows.metrics
        self.setup_panel = SetupPanel(self.setup_model, self.store, self)
        self.start = StartPage(self.jobs, self)
        self.summary = SummaryTab(self.summary_model, self)
        self.images = ImagesTab(self.rows, self, self.models.views)
        self.log = LogPanel(self)
        self.viewer = ViewerPanel(columns, self.jobs, self)
        self.plots = PlotsTab(self.rows, self.summary_model, self.viewer.store, self.jobs, self)
        self.strip = RunStrip(self)
        self.banner = Banner(self)
        parts = Parts(self.rows, self.summary_model, self.viewer.store, self.log, self.strip)
        self.session = Session(parts, self.jobs, self)
        self._lay_out()
        self.meter = Meter(self.jobs, self.session, self.controller, self)
        self.statusBar().addPermanentWidget(self.meter)
        self.flow = Flow(self._rooms(), self)
        self.flow.title_changed.connect(self._set_title)
        self.flow.results_shown.connect(self._spread)
        self.flow.noted.connect(self._note)
        self.excluding = Excluding(self._rooms(), self)
        self.excluding.recomputed.connect(self.flow.headline.say)
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
        self.flow.state_changed.connect(self.actions_.refresh)
        for edited in (self.rows.marks.edited, self.images.views.changed):
            # Queued: an edit counts as one that can be undone only after it has been done.
            edited.connect(self.actions_.refresh, Qt.ConnectionType.QueuedConnection)
        self._closing: QMessageBox | None = None
        self._going = False
        self.is_stuck = False
        self.settings: SettingsDialog | None = None
        self._set_title("")
        self._restore()
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
        self._sizes = [300, 730, 410]
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

    # What is remembered

    def _restore(self) -> None:
        geometry = self.store.data("window/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        sizes = self.store.items("window/sizes")
        if len(sizes) == 3 and all(isinstance(size, int) and size > 50 for size in sizes):
            self._sizes = sizes
        self._spread()
        for name, table in (("images", self.images.table), ("summary", self.summary.table)):
            columns = self.store.data(f"columns/{name}/{table.model().columnCount()}")
            if columns is not None:
                table.restore_columns(columns, self.store.integer(f"columns/{name}/measured", 1000))

    @Slot(str)
    def _note(self, text: str) -> None:
        self.statusBar().showMessage(text, 6000)

    @Slot()
    def _spread(self) -> None:
        sizes = list(self._sizes)
        if self.viewer_frame.isHidden():
            sizes = [sizes[0], sizes[1] + sizes[2], 0]
        self.splitter.setSizes(sizes)

    def _remember(self) -> None:
        self.store.put("window/geometry", self.saveGeometry())
        if not self.viewer_frame.isHidden() and not self.setup_panel.isHidden():
            self.store.put("window/sizes", self.splitter.sizes())
        for name, table in (("images", self.images.table), ("summary", self.summary.table)):
            self.store.put(f"columns/{name}/{table.model().columnCount()}", table.save_columns())
            self.store.put(f"columns/{name}/measured", table.measured_with)
        self.store.sync()

    @Slot(str)
    def _set_title(self, more: str) -> None:
        self.setWindowTitle(f"{more} — VAELab" if more else "VAELab")

    # Drops and pastes

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take whatever has paths."""
        if _paths_of(event.mimeData()):
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
        self.flow.take_paths(_paths_of(event.mimeData()))

    def paste(self) -> None:
        """Use the paths on the clipboard."""
        paths = _paths_of(QGuiApplication.clipboard().mimeData())
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
            from vaelab.gui.settings_dialog import SettingsDialog  # with the first look

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
            self._ask_to_close()
            return
        self.put_away()
        event.accept()

    def put_away(self) -> None:
        """End all background work; safe to call twice."""
        if self.is_stuck:
            return
        self._remember()
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

    def _ask_to_close(self) -> None:
        if self._closing is not None:
            self._closing.raise_()
            return
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(self.tr("A run is going on."))
        box.setInformativeText(
            self.tr("What is done is on disk. If you stop now, you can resume the run later.")
        )
        keep = box.addButton(self.tr("Keep running"), QMessageBox.ButtonRole.RejectRole)
        box.addButton(self.tr("Stop and close"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._closing_answered)
        self._closing = box
        box.open()

    @Slot(int)
    def _closing_answered(self, _: int) -> None:
        box, self._closing = self._closing, None
        if box is None:
            return
        button = box.clickedButton()
        stop = button is not None and box.buttonRole(button) == QMessageBox.ButtonRole.AcceptRole
        if stop:
            # Qt may ask to close the hidden window, as the last one, before the run has ended.
            self._going = True
            self.strip.where.put(self.tr("stopping …"))
            self.hide()
            self.put_away()
            self.close()
            # Qt takes a hidden window for closed already, and would wait for another.
            QTimer.singleShot(0, QApplication.quit)


def _paths_of(mime: QMimeData) -> tuple[str, ...]:
    if mime.hasUrls():
        # A web address is refused in words, which is better than in silence.
        found = tuple(url.toLocalFile() if url.isLocalFile() else url.toString() for url in mime.urls())
        if found:
            return found
    return paths_in(mime.text()) if mime.hasText() else ()
