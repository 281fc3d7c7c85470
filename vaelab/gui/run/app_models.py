"""What the window shows and changes, apart from how: it outlives the window when the language changes."""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtCore import QObject

from vaelab.gui.core.background_jobs import Jobs
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.hub.downloads import DownloadManager
from vaelab.gui.models.rows_model import RowsModel
from vaelab.gui.models.summary_model import SummaryModel
from vaelab.gui.results.images.views import Views
from vaelab.gui.run.worker import Engine, RunController
from vaelab.gui.setup.model import SetupModel
from vaelab.gui.style.appearance import AppearanceSettings
from vaelab.metrics.registry import all_columns


@dataclass(frozen=True)
class Models:
    """State without widgets. None of them keeps words of one language."""

    store: SettingsStore
    appearance: AppearanceSettings
    jobs: Jobs
    rows: RowsModel
    summary: SummaryModel
    setup: SetupModel
    controller: RunController
    downloads: DownloadManager
    views: Views

    @classmethod
    def new(cls, store: SettingsStore, run: Engine | None = None) -> Models:
        """Make them empty; ``run`` stands in for the engine (tests, screenshots)."""
        columns = all_columns()
        jobs = Jobs()
        return cls(
            store=store,
            appearance=AppearanceSettings(store),
            jobs=jobs,
            rows=RowsModel(columns),
            summary=SummaryModel(columns),
            setup=SetupModel(jobs, store),
            controller=RunController(run=run),
            downloads=DownloadManager(),
            views=Views(),
        )

    def belong_to(self, owner: QObject) -> None:
        """Live as long as this object."""
        for field in fields(self):
            getattr(self, field.name).setParent(owner)
