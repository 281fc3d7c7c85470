"""The plots under test: alone, and in a window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from window.fakes import FakeEngine, Opener
from window.plots import rows

from vaelab.gui.core.background_jobs import Jobs
from vaelab.gui.core.pictures import PictureStore
from vaelab.gui.main_window import MainWindow
from vaelab.gui.models.rows_model import RowsModel
from vaelab.gui.models.summary_model import SummaryModel
from vaelab.gui.plots.tab import PlotsTab
from vaelab.gui.style import theme
from vaelab.gui.widgets.navigation import Page
from vaelab.metrics.registry import all_columns


@pytest.fixture
def looking(open_window: Opener, qtbot: object) -> MainWindow:
    """A window with rows whose plots are in view."""
    window = open_window(FakeEngine())
    window.rows.append(rows())
    window.navigation.show_results()
    window.navigation.turn_to(Page.PLOTS)
    qtbot.waitUntil(lambda: window.plots.current() is not None)  # type: ignore[attr-defined]
    return window


@pytest.fixture
def plots(qapp: QApplication, qtbot: object) -> Iterator[PlotsTab]:
    """The tab alone, with the same rows."""
    theme.apply(qapp, "light")
    model, jobs, store = RowsModel(all_columns()), Jobs(), PictureStore()
    tab = PlotsTab(model, SummaryModel(all_columns()), store, jobs)
    tab.resize(640, 800)
    tab.show()
    model.append(rows())
    tab.refresh()
    qtbot.waitUntil(lambda: tab.current() is not None)  # type: ignore[attr-defined]
    yield tab
    tab.hide()
    jobs.shutdown()
    store.wait()
    tab.deleteLater()
    qapp.processEvents()
    theme.apply(qapp, "light")
