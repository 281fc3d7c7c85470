"""One run beside another: what sets their protocols apart, named; the differences, grey until the user has seen that."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vaelab.errors import one_line
from vaelab.gui.core.notifier import Action
from vaelab.gui.results.deltas_model import DeltasModel
from vaelab.gui.results.table_view import ResultTable
from vaelab.gui.style import theme
from vaelab.gui.widgets.banner import Banner
from vaelab.gui.widgets.screen_room import resize_within_screen
from vaelab.report.compare_runs import Comparison
from vaelab.report.formats.table import comparison
from vaelab.report.run.data import RunData, run_names


class ComparisonWindow(QDialog):
    """A table of differences. Not modal: it may stay open beside the window.

    Signals:
        report_wanted: the comparison is to be opened as a page.
    """

    report_wanted = Signal()

    def __init__(
        self,
        run: RunData,
        other: RunData,
        found: Comparison,
        differences: Sequence[str],
        notes: Sequence[str],
        parent: QWidget,
    ) -> None:
        """Show two runs.

        Args:
            run: that is shown.
            other: is subtracted from it.
            found: what is said of both together.
            differences: what makes their numbers incomparable, in words.
            notes: what else is to be known.
            parent: owner.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.run, self.other = run, other
        names = [one_line(name) for name in run_names((run, other))]
        self.setWindowTitle(self.tr("{0} and {1}").format(*names))
        heading = QLabel(self.tr("{0} compared with {1}").format(*names), self)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        theme.set_role(heading, "heading")
        self.bar = Banner(self)
        self.model = DeltasModel(run, other, found.merged, self)
        self.table = ResultTable(lines=2, parent=self)
        self.table.setAccessibleName(self.tr("Differences of two runs"))
        self.table.setModel(self.model)
        self.table.set_widths({0: 18})
        for column in range(1, self.model.columnCount()):
            # "0.0000 → 0.0000" under the difference.
            self.table.setColumnWidth(column, max(self.table.columnWidth(column), self._wide()))
        self.legend = QLabel(self)
        theme.set_role(self.legend, "small")
        self.legend.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 12)
        layout.setSpacing(8)
        for widget in (heading, self.legend):
            widget.setContentsMargins(16, 0, 16, 0)
        layout.addWidget(heading)
        layout.addWidget(self.bar)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.legend)
        layout.addLayout(self._buttons())
        if differences:
            text = self.tr("These runs were not measured alike, so their numbers are not comparable:")
            self.bar.message(
                text,
                kind="warn",
                points=differences,
                actions=[Action(self.tr("Compare anyway"), self._acknowledge)],
            )
        self._notes = [*found.sentences, *notes]
        self._explain()
        resize_within_screen(self, 980, max(460, 32 * self.fontMetrics().lineSpacing()))

    def _wide(self) -> int:
        return round(self.fontMetrics().horizontalAdvance("−00.000 → −00.000") * 0.9) + 16

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(16, 0, 16, 0)
        self.copy_button = QPushButton(self.tr("Copy as Markdown"), self)
        self.copy_button.clicked.connect(self._copy)
        self.report_button = QPushButton(self.tr("Open as a page"), self)
        self.report_button.clicked.connect(self.report_wanted)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.close)
        line.addWidget(self.copy_button)
        line.addWidget(self.report_button)
        line.addStretch(1)
        line.addWidget(close)
        return line

    def _explain(self) -> None:
        words = (
            self.tr(
                "▲ better than the other run, ▼ worse, by the test over the images in common; under it: other → this"
            )
            if self.model.decides
            else self.tr(
                "Not measured alike, each over the images of its run, so nothing is said to be better; under it: other → this"
            )
            if self.model.acknowledged
            else self.tr("Grey: not comparable; under it: other → this")
        )
        self.legend.setText("\n".join([words, *self._notes]))

    def _acknowledge(self) -> None:
        self.model.acknowledge()
        self.bar.hide()
        self._explain()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(comparison([self.run, self.other], "md"))
