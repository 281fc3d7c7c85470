"""What leaves the window by a menu: tables to the clipboard, reports to files and to the browser."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from vaelab.gui.controllers import export_formats
from vaelab.gui.core.background_jobs import Failure, Jobs
from vaelab.gui.core.engine_text import counted, format_words
from vaelab.gui.core.notifier import Notifier
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.models.row_columns import LEADING
from vaelab.gui.models.rows_model import RowsModel
from vaelab.gui.results.images.tab import ImagesTab
from vaelab.gui.run.run_model import RunModel
from vaelab.gui.setup.vaes.hashes import Hashes
from vaelab.gui.widgets.desktop import Desktop
from vaelab.gui.widgets.navigation import Navigation, Page
from vaelab.report.formats.rows import ROW_FORMATS
from vaelab.report.formats.table import FORMATS, format_of, render
from vaelab.report.run.data import RunData
from vaelab.report.words.protocol import command, report_name
from vaelab.results.records import Row
from vaelab.run_files import REPORT
from vaelab.text import rows


class Exports(QObject):
    """Copies, exports, opens."""

    def __init__(
        self,
        run_model: RunModel,
        rows: RowsModel,
        images: ImagesTab,
        hashes: Hashes,
        navigation: Navigation,
        jobs: Jobs,
        store: SettingsStore,
        notifier: Notifier,
        desktop: Desktop,
        parent: QWidget,
    ) -> None:
        """Export what is shown; ``parent`` owns the dialogs."""
        super().__init__(parent)
        self._run_model, self._rows, self._images = run_model, rows, images
        self._navigation, self._jobs, self._store = navigation, jobs, store
        self._notifier, self._desktop, self._parent = notifier, desktop, parent
        images.copy_wanted.connect(self._copy_rows)
        hashes.told.connect(self._copy_hash)

    def _copy(self, text: str, what: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._notifier.status(self.tr("{0} copied").format(what), 4000)

    def copy_table(self, fmt: str) -> None:
        """Copy the summary in one of the report's formats."""
        data = self._run_model.data
        if data is not None:
            self._copy(render(data, fmt), self.tr("Table as {0}").format(format_of(fmt).title))

    @Slot()
    def copy_command(self) -> None:
        """Copy the command line that repeats the run."""
        data = self._run_model.data
        if data is not None:
            self._copy(command(data), self.tr("Command"))

    @Slot()
    def copy_rows(self) -> None:
        """Copy the selected rows, tab-separated."""
        self._copy_rows(False)

    @Slot()
    def copy_rows_markdown(self) -> None:
        """Copy the selected rows as Markdown."""
        self._copy_rows(True)

    @Slot(bool)
    def _copy_rows(self, markdown: bool) -> None:
        if self._navigation.tab() is Page.SUMMARY:
            self.copy_table("md" if markdown else "tsv")
            return
        table, model = self._images.table, self._rows
        places = sorted({index.row() for index in table.selectionModel().selectedRows()})
        header = table.horizontalHeader()
        columns = [
            model.metrics[column - len(LEADING)].name
            for column in map(header.logicalIndex, range(header.count()))
            if column >= len(LEADING) and not table.isColumnHidden(column)
        ]
        if places:
            text = export_formats.rows_tsv(
                [model.row_at(place) for place in places], columns, markdown=markdown
            )
            self._copy(text, counted(rows(len(places))))

    @Slot(str, str, str)
    def _copy_hash(self, _: str, sha256: str, problem: str) -> None:
        if sha256:
            QGuiApplication.clipboard().setText(sha256)
            self._notifier.status(self.tr("SHA-256 copied: {0}").format(sha256))
        else:
            self._notifier.message(problem, kind="bad")

    @Slot()
    def open_report(self) -> None:
        """Open the HTML report in the browser."""
        data = self._run_model.data
        if data is None or data.folder is None:
            return
        # The run's own report is the record's; what is shown by other weights or without some images has a page of its own.
        name = report_name(data)
        path = data.folder / name
        if path.is_file() and name == REPORT:
            self._open(path)
        else:
            self._jobs.submit(partial(_saved, data, "html", path), self._open)

    def _open(self, found: Path | Failure) -> None:
        if isinstance(found, Failure):
            self._notifier.message(found.message, kind="bad")
        else:
            self._desktop.open(found)

    @Slot()
    def open_run_folder(self) -> None:
        """Show the run folder in the file manager."""
        data = self._run_model.data
        if data is not None and data.folder is not None:
            self._desktop.open(data.folder)

    @Slot()
    def export(self) -> None:
        """Ask for a place and a format, and write the report there."""
        data = self._run_model.data
        if data is None:
            return
        kinds = {format_words(row.offer): row.name for row in FORMATS}
        # One sentence to translate for all formats of rows that can be written here.
        words = self.tr("All rows as CSV (*.rows.csv)")
        kinds |= {
            words.replace("CSV", each.name).replace(".csv", f".{ending}"): f"rows.{ending}"
            for ending, each in ROW_FORMATS.items()
            if each.is_installed
        }
        if any(row.reconstruction_png for row in data.rows[:1]):
            kinds[self.tr("Contact sheet (*.sheet.png)")] = export_formats.SHEET_FORMAT
        start = str(Path(self._store.text("places/export") or str(Path.home())) / f"{data.name}.html")
        path, chosen = QFileDialog.getSaveFileName(self._parent, self.tr("Export"), start, ";;".join(kinds))
        if path:
            self.export_to(Path(path), kinds.get(chosen, ""))

    def export_to(self, path: Path, fmt: str = "") -> None:
        """Write the report; the format is told from the name where it is not given."""
        data = self._run_model.data
        if data is None:
            return
        if not fmt or (fmt == "html" and path.suffix.lower() != ".html"):
            fmt = path.suffix.lower().lstrip(".")
            if path.stem.lower().endswith(".rows") and fmt in ROW_FORMATS:
                fmt = f"rows.{fmt}"
            elif fmt == "png":
                fmt = export_formats.SHEET_FORMAT
            elif fmt not in {row.name for row in FORMATS}:
                fmt, path = "html", path.with_name(f"{path.name}.html")
        self._store.put("places/export", str(path.parent))
        # A report reads the pictures of the worst images: seconds, for a large run.
        rows = self._rows.rows().snapshot()
        self._jobs.submit(partial(_saved, data, fmt, path, rows), self._tell_saved)

    def _tell_saved(self, found: Path | Failure) -> None:
        if isinstance(found, Failure):
            self._notifier.message(found.message, kind="bad")
        else:
            self._notifier.status(self.tr("Saved {0}").format(found))


def _saved(data: RunData, fmt: str, path: Path, rows: Sequence[Row] = ()) -> Path:
    export_formats.save(data, fmt, path, rows)
    return path
