"""The verification of a run: how far it is, then what was found, as a table that can be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vaelab.errors import one_line
from vaelab.gui.core import engine_text
from vaelab.gui.i18n.noop import QT_TRANSLATE_NOOP
from vaelab.gui.style import theme
from vaelab.gui.widgets.banner import Banner
from vaelab.gui.widgets.screen_room import resize_within_screen

if TYPE_CHECKING:
    from vaelab.verify.findings import Verification, VerifyProgress

_HEADER = (
    QT_TRANSLATE_NOOP("VerificationWindow", "Column"),
    QT_TRANSLATE_NOOP("VerificationWindow", "n"),
    QT_TRANSLATE_NOOP("VerificationWindow", "Worst"),
    QT_TRANSLATE_NOOP("VerificationWindow", "Tolerance"),
    QT_TRANSLATE_NOOP("VerificationWindow", "Image"),
    QT_TRANSLATE_NOOP("VerificationWindow", "VAE"),
)
_PARTS = (
    QT_TRANSLATE_NOOP("VerificationWindow", "common images"),
    QT_TRANSLATE_NOOP("VerificationWindow", "means and percentiles"),
    QT_TRANSLATE_NOOP("VerificationWindow", "intervals of means"),
    QT_TRANSLATE_NOOP("VerificationWindow", "J and its terms"),
    QT_TRANSLATE_NOOP("VerificationWindow", "intervals of J and its terms"),
    QT_TRANSLATE_NOOP("VerificationWindow", "differences"),
    QT_TRANSLATE_NOOP("VerificationWindow", "intervals of differences"),
    QT_TRANSLATE_NOOP("VerificationWindow", "p-values"),
    QT_TRANSLATE_NOOP("VerificationWindow", "verdicts"),
    QT_TRANSLATE_NOOP("VerificationWindow", "ranks and letters"),
    QT_TRANSLATE_NOOP("VerificationWindow", "protocol hash"),
)
"""What the engine calls the parts of a summary; columns of the rows keep the names that the file has."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NUMBERS = range(1, 4)
_NOTE_LINES = 8
_ROOM = 12


class VerificationWindow(QDialog):
    """Progress, then the result. Not modal: the window goes on beside it.

    Signals:
        stop_wanted: it was closed, or Stop was pressed, before the end.
        report_wanted: the report is to be opened.
    """

    stop_wanted = Signal()
    report_wanted = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        """Show that the run of this name is being verified."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Verify {0}").format(one_line(name)))
        self.found: Verification | None = None
        self._going = True
        self.bar = Banner(self)
        self.stage = QLabel(self.tr("Reading the run"), self)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("How far the verification is"))
        self.table = self._table()
        self.notes = QPlainTextEdit(self)
        self.notes.setReadOnly(True)
        self.notes.setTabChangesFocus(True)
        self.notes.setAccessibleName(self.tr("What was not recomputed, and the libraries"))
        self.notes.setFixedHeight(_NOTE_LINES * self.fontMetrics().lineSpacing())
        theme.set_role(self.notes, "small")
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        for widget in (self.bar, self.stage, self.progress):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.notes)
        layout.addLayout(self._buttons())
        for later in (self.notes, self.copy_button, self.report_button):
            later.hide()
        resize_within_screen(self, 900, 44 * self.fontMetrics().lineSpacing())

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, len(_HEADER), self)
        words = [QCoreApplication.translate("VerificationWindow", title) for title in _HEADER]
        table.setHorizontalHeaderLabels(words)
        table.setAccessibleName(self.tr("Worst deviation of each column"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setCornerButtonEnabled(False)
        lines = table.verticalHeader()
        lines.setVisible(False)
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(round(1.5 * self.fontMetrics().lineSpacing()))
        titles = table.horizontalHeader()
        titles.setStretchLastSection(True)
        titles.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in _NUMBERS:
            table.model().setHeaderData(
                column, Qt.Orientation.Horizontal, _RIGHT, Qt.ItemDataRole.TextAlignmentRole
            )
        return table

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self.copy_button = QPushButton(self.tr("Copy as Markdown"), self)
        self.copy_button.clicked.connect(self._copy)
        self.report_button = QPushButton(self.tr("Open report"), self)
        self.report_button.clicked.connect(self.report_wanted)
        self.close_button = QPushButton(self.tr("Stop"), self)
        self.close_button.clicked.connect(self.close)
        line.addWidget(self.copy_button)
        line.addWidget(self.report_button)
        line.addStretch(1)
        line.addWidget(self.close_button)
        return line

    def show_progress(self, at: VerifyProgress) -> None:
        """Show how far it is."""
        words = (
            self.tr("Recomputing rows from their pictures: {0} of {1}")
            if at.stage == "rows"
            else self.tr("Recomputing the summary: column {0} of {1}")
        )
        self.stage.setText(words.format(at.done, at.total))
        self.progress.setRange(0, max(at.total, 1))
        self.progress.setValue(at.done)

    def show_result(self, found: Verification, problem: str = "") -> None:
        """Show what was found.

        Args:
            found: the verification.
            problem: why verify.json or the report could not be written; empty where they are.
        """
        from vaelab.verify.words import left_out_lines, table_lines, verdict, versions_line

        self._end()
        self.found = found
        said = engine_text.sentence(verdict(found)) + "."
        self.bar.message(said, kind="good" if found.passed else "bad")
        outside = {line.name for line in (*found.columns, *found.summary) if not line.agrees}
        lines = table_lines(found)
        self.table.setRowCount(len(lines))
        for row, cells in enumerate(lines):
            for column, text in enumerate(cells):
                self.table.setItem(row, column, self._item(column, text, bad=cells[0] in outside))
        self.table.resizeColumnsToContents()
        for column in range(len(_HEADER) - 1):
            self.table.setColumnWidth(column, self.table.columnWidth(column) + _ROOM)
        notes = [engine_text.sentence(line) + "." for line in left_out_lines(found)]
        notes.append(self.tr("With {0}.").format(versions_line(found.versions)))
        self.notes.setPlainText("\n".join(filter(None, [problem, *notes])))
        for widget in (self.notes, self.copy_button):
            widget.show()
        self.report_button.setVisible(not problem)

    def show_problem(self, message: str) -> None:
        """Show why nothing was found."""
        self._end()
        self.bar.message(message, kind="bad")

    def _end(self) -> None:
        self._going = False
        self.stage.hide()
        self.progress.hide()
        self.close_button.setText(self.tr("Close"))

    def _item(self, column: int, text: str, *, bad: bool) -> QTableWidgetItem:
        if column == 0 and text in _PARTS:
            text = QCoreApplication.translate("VerificationWindow", text)
        if column == 0 and bad:
            text = f"✗ {text}"  # not by colour alone
        item = QTableWidgetItem(text)
        item.setToolTip(text)
        if column in _NUMBERS:
            item.setTextAlignment(_RIGHT)
        if bad:
            font = item.font()
            font.setBold(True)
            item.setFont(font)
        return item

    @Slot()
    def _copy(self) -> None:
        from vaelab.verify.words import markdown

        if self.found is not None:
            QGuiApplication.clipboard().setText(markdown(self.found))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what goes on."""
        if self._going:
            self._going = False
            self.stop_wanted.emit()
        # Not QDialog's own, which rejects: that would close again, in the middle of closing, and stay open.
        event.accept()

    def reject(self) -> None:
        """Escape closes it as its button does."""
        self.close()
