"""Sets of pictures: their table, and what is said of each. Under the summary of a run, and in the window that compares folders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vaelab.errors import one_line
from vaelab.gui.core import engine_text
from vaelab.gui.style import icons, theme
from vaelab.gui.widgets import tips
from vaelab.report.set_table import SetCell, SetTable, set_table
from vaelab.text import Sentence

_MOST_LINES = 3


class SetsCard(QFrame):
    """Hidden while there are no sets; its heading folds it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: list[str] = []
        self._said: dict[str, str] = {}
        theme.set_role(self, "strip")
        self.heading = QToolButton(self)
        theme.set_role(self.heading, "quiet")
        self.heading.setText(self.tr("Sets"))
        self.heading.setToolTip(
            self.tr("All originals against all reconstructions, as two sets: press to fold or unfold")
        )
        self.heading.setCheckable(True)
        self.heading.setChecked(True)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.toggled.connect(self._fold)
        self.table = QTableWidget(self)
        self.table.setAccessibleName(self.tr("Sets"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setTabKeyNavigation(False)
        self.table.setCornerButtonEnabled(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().setVisible(False)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.currentCellChanged.connect(self._say)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self.words, "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 6)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(self.table)
        layout.addWidget(self.words)
        self._fold(True)
        self.hide()

    def show_sets(
        self, sets: Mapping[str, Mapping[str, Any]], words: Mapping[str, Sequence[Sentence]]
    ) -> None:
        """Show sets, or nothing where none was compared.

        Args:
            sets: label to what the summary says of a set, or of a VAE.
            words: label to what is said of it.
        """
        shown = set_table(sets)
        self.setVisible(bool(shown.lines))
        self._labels = [label for label, _, _ in shown.lines]
        self._said = {
            label: " ".join(engine_text.sentence(sentence) for sentence in said)
            for label, said in words.items()
        }
        self._fill(shown)
        self._say()

    def _fill(self, shown: SetTable) -> None:
        table = self.table
        table.clear()
        table.setRowCount(len(shown.lines))
        table.setColumnCount(1 + len(shown.columns))
        names = [self.tr("Set"), *(engine_text.metric_label(column) for column in shown.columns)]
        tooltips = ["", *(engine_text.metric_description(column) for column in shown.columns)]
        for place, (name, tip) in enumerate(zip(names, tooltips, strict=True)):
            item = QTableWidgetItem(name)
            item.setToolTip(tip)
            table.setHorizontalHeaderItem(place, item)
        for line, (label, _, cells) in enumerate(shown.lines):
            first = QTableWidgetItem(one_line(label))
            first.setToolTip(tips.plain(label))
            table.setItem(line, 0, first)
            for place, cell in enumerate(cells, 1):
                table.setItem(line, place, _item(cell, names[place]))
        self._measure()

    def _measure(self) -> None:
        """Give columns and lines the room of their text, and the table that of a few lines."""
        table = self.table
        table.resizeColumnsToContents()
        table.resizeRowsToContents()
        heights = [table.rowHeight(line) for line in range(min(_MOST_LINES, table.rowCount()))]
        bar = table.horizontalScrollBar().sizeHint().height()
        table.setFixedHeight(table.horizontalHeader().sizeHint().height() + sum(heights) + bar + 4)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew where the text has another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._labels:
            # Queued: the table's own parts hear of it after this.
            QTimer.singleShot(0, self, self._measure)

    @Slot()
    def _say(self, *_: int) -> None:
        """Say more of the set in the current line, else of the first."""
        line = max(0, self.table.currentRow())
        label = self._labels[line] if line < len(self._labels) else ""
        words = self._said.get(label, "")
        self.words.setText(f"{one_line(label)}: {words}" if words else "")
        self.words.setToolTip(tips.plain("\n".join(f"{name}: {said}" for name, said in self._said.items())))
        self.words.setVisible(bool(words) and self.heading.isChecked())

    @Slot(bool)
    def _fold(self, on: bool) -> None:
        self.table.setVisible(on)
        self.words.setVisible(on and bool(self.words.text()))
        icons.dress(self.heading, "chevron_down" if on else "chevron", "muted", 16)


def _item(cell: SetCell, name: str) -> QTableWidgetItem:
    # Its interval, and what else there is, stand in the tooltip and in the report.
    floor = [part for part in cell.below.split(" · ") if not part.startswith(("[", "±"))]
    item = QTableWidgetItem("\n".join((cell.text, *floor[:1])))
    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setToolTip(cell.full)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name} {cell.full}")
    return item
