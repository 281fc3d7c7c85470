"""The parts of the window, for those who move things between them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from vaelab.gui.core.background_jobs import Jobs
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.models.rows_model import RowsModel
from vaelab.gui.plots.tab import PlotsTab
from vaelab.gui.results.images.tab import ImagesTab
from vaelab.gui.results.log import LogPanel
from vaelab.gui.results.summary_tab import SummaryTab
from vaelab.gui.run.run_model import RunModel
from vaelab.gui.run.worker import RunController
from vaelab.gui.setup.model import SetupModel
from vaelab.gui.setup.panel import SetupPanel
from vaelab.gui.start.start_page import StartPage
from vaelab.gui.viewer.panel import ViewerPanel
from vaelab.gui.widgets.run_bar import Banner, RunBar


@dataclass(frozen=True)
class Rooms:
    """The parts of the window that the flow moves things between."""

    store: SettingsStore
    jobs: Jobs
    setup_model: SetupModel
    setup: SetupPanel
    controller: RunController
    run_model: RunModel
    rows: RowsModel
    start: StartPage
    tabs: QTabWidget
    stack: QStackedWidget
    summary: SummaryTab
    images: ImagesTab
    log: LogPanel
    plots: PlotsTab
    viewer: ViewerPanel
    viewer_frame: QWidget
    strip: RunBar
    banner: Banner
