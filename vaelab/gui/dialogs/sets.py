"""Compare sets of pictures: which folders, how far it is, what came of it, with pictures above their nearest real ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from vaelab.engine.sets.settings import SetProgress, SetSettings, SetsFinished
from vaelab.errors import UsageError, one_line
from vaelab.gui.core import engine_text
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.dialogs.set_comparison import SetComparison, sheet_places
from vaelab.gui.results.sets_card import SetsCard
from vaelab.gui.style import theme
from vaelab.gui.widgets.screen_room import resize_within_screen
from vaelab.report.words.sets import set_words
from vaelab.run_files import REPORT
from vaelab.run_folder.new_folder import new_run_folder

_FEWEST_LINES = 3


class SetsDialog(QDialog):
    """Not modal: a comparison may take long.

    Signals:
        report_wanted: path of a page that is to be opened.
    """

    report_wanted = Signal(object)

    def __init__(self, store: SettingsStore, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare sets of pictures"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store = store
        self._folder: Path | None = None
        self.comparison = SetComparison(self)
        self.comparison.progressed.connect(self._progress)
        self.comparison.finished.connect(self._finish)
        self.comparison.failed.connect(self._fail)
        self.real = self._path_line(self.tr("Real pictures"))
        self.held_out = self._path_line(self.tr("Held-out real pictures"))
        self.held_out.setPlaceholderText(self.tr("optional: asks whether the generator copies"))
        self.generated = QListWidget(self)
        self.generated.setAccessibleName(self.tr("Generated sets"))
        self.generated.setFixedHeight((_FEWEST_LINES + 1) * self.fontMetrics().lineSpacing())
        self.features = QLineEdit("alexnet", self)
        self.features.setAccessibleName(self.tr("Features"))
        self.features.setToolTip(
            self.tr(
                "alexnet ships with VAELab; inception needs its file, and gives FID, KID and inception score"
            )
        )
        self.line = QLabel(self)
        self.line.setWordWrap(True)
        self.line.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.hide()
        self.run_button = QPushButton(self.tr("Compare"), self)
        theme.set_role(self.run_button, "primary")
        self.run_button.clicked.connect(self._run_or_stop)
        self.report_button = QPushButton(self.tr("Open report"), self)
        self.report_button.setEnabled(False)
        self.report_button.clicked.connect(self._open_report)
        self.card = SetsCard(self)
        self.card.table.currentCellChanged.connect(self._show_sheets)
        self.sheets = QWidget(self)
        self._sheet_box = QVBoxLayout(self.sheets)
        self._sheet_box.setContentsMargins(0, 0, 0, 0)
        self._entries: dict[str, dict[str, Any]] = {}
        self._arrange()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        resize_within_screen(self, 980, max(560, 36 * self.fontMetrics().lineSpacing()))

    def _path_line(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        return line

    def _arrange(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("Real pictures"), self._with_button(self.real))
        lists = QHBoxLayout()
        lists.addWidget(self.generated, 1)
        buttons = QVBoxLayout()
        self.add_button = QPushButton(self.tr("Add folder…"), self)
        self.add_button.clicked.connect(self._add)
        self.remove_button = QPushButton(self.tr("Remove"), self)
        self.remove_button.clicked.connect(self._remove)
        for button in (self.add_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        lists.addLayout(buttons)
        form.addRow(self.tr("Generated sets"), lists)
        form.addRow(self.tr("Held-out real pictures"), self._with_button(self.held_out))
        form.addRow(self.tr("Features"), self.features)
        actions = QHBoxLayout()
        for widget in (self.run_button, self.report_button):
            actions.addWidget(widget)
        actions.addStretch(1)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.close)
        actions.addWidget(close)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(self.tr("Nearest pictures"))
        found = QWidget(area)
        inside = QVBoxLayout(found)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.card)
        inside.addWidget(self.sheets)
        inside.addStretch(1)
        area.setWidget(found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(form)
        layout.addWidget(self.line)
        layout.addWidget(self.bar)
        layout.addWidget(area, 1)
        layout.addLayout(actions)

    def _with_button(self, line: QLineEdit) -> QHBoxLayout:
        box = QHBoxLayout()
        box.addWidget(line, 1)
        button = QPushButton(self.tr("Choose…"), self)
        button.setAccessibleName(self.tr("Choose: {0}").format(line.accessibleName()))
        button.clicked.connect(self._choose_real if line is self.real else self._choose_held_out)
        box.addWidget(button)
        return box

    @Slot()
    def _choose_real(self) -> None:
        self._choose(self.real)

    @Slot()
    def _choose_held_out(self) -> None:
        self._choose(self.held_out)

    def _choose(self, line: QLineEdit) -> None:
        path = self._ask(line.accessibleName())
        if path:
            line.setText(path)

    @Slot()
    def _add(self) -> None:
        path = self._ask(self.tr("Generated sets"))
        if path:
            self.generated.addItem(path)

    @Slot()
    def _remove(self) -> None:
        self.generated.takeItem(self.generated.currentRow() if self.generated.currentRow() >= 0 else 0)

    def _ask(self, title: str) -> str:
        path = QFileDialog.getExistingDirectory(self, title, self._store.text("places/sets"))
        if path:
            self._store.put("places/sets", str(Path(path).parent))
        return path

    @Slot()
    def _run_or_stop(self) -> None:
        if self.comparison.busy:
            self.comparison.stop()
            self.line.setText(self.tr("stopping …"))
            return
        sets = [self.generated.item(place).text() for place in range(self.generated.count())]
        self._folder = new_run_folder("sets", self._store.runs_folder())
        if not self.real.text().strip():
            self._fail(self.tr("Choose a folder of real pictures first."))
            return
        try:
            settings = SetSettings(
                self.real.text().strip(),
                tuple(sets),
                str(self._folder),
                features=self.features.text(),
                held_out=self.held_out.text().strip(),
            )
        except UsageError as error:
            self._fail(str(error))
            return
        self.bar.setRange(0, 0)
        self.bar.show()
        self.line.setText("")
        self.report_button.setEnabled(False)
        self.run_button.setText(self.tr("Stop"))
        self.comparison.start(settings)

    @Slot(object)
    def _progress(self, event: SetProgress) -> None:
        stage = engine_text.stage_name(event.stage)
        self.line.setText(f"{one_line(event.label)}: {stage}" if event.label else stage)
        self.bar.setRange(0, event.total)
        self.bar.setValue(event.done)

    @Slot(str)
    def _fail(self, why: str) -> None:
        self._rest()
        self.line.setText(one_line(why) if why else self.tr("Stopped; nothing was written."))

    @Slot(object)
    def _finish(self, event: SetsFinished) -> None:
        self._rest()
        self._entries = dict(event.summary["generated"])
        self.card.show_sets(
            self._entries, {label: set_words(entry) for label, entry in self._entries.items()}
        )
        self.line.setText("")
        self.report_button.setEnabled(True)
        self._show_sheets()

    def _rest(self) -> None:
        self.bar.hide()
        self.run_button.setText(self.tr("Compare"))

    @Slot()
    def _show_sheets(self, *_: int) -> None:
        """Show the sheets of the set in the current line, else of the first."""
        while (item := self._sheet_box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        labels = list(self._entries)
        if not labels or self._folder is None:
            return
        label = labels[min(max(0, self.card.table.currentRow()), len(labels) - 1)]
        words = {
            "nearest": self.tr("Those nearest to a real picture; below each, that real picture"),
            "random": self.tr("Drawn at random; below each, its nearest real picture"),
        }
        for kind, path in sheet_places(self._folder, self._entries[label]):
            caption = QLabel(words.get(kind, kind), self.sheets)
            theme.set_role(caption, "small")
            picture = QLabel(self.sheets)
            picture.setAccessibleName(caption.text())
            pixmap = QPixmap(str(path))
            width = round(min(pixmap.width(), self.width() - 48))
            picture.setPixmap(pixmap.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation))
            self._sheet_box.addWidget(caption)
            self._sheet_box.addWidget(picture)
        self._sheet_box.addStretch(1)

    @Slot()
    def _open_report(self) -> None:
        if self._folder is not None:
            self.report_wanted.emit(self._folder / REPORT)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what goes on."""
        self.comparison.shutdown()
        super().closeEvent(event)
