"""Both tables: one selected line, columns that can be moved, hidden and remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from vaelab.gui.models.roles import HINT_ROLE
from vaelab.gui.models.rows_model import RowsModel
from vaelab.gui.results.cells import PAD, SMALL, Cells
from vaelab.gui.results.header import TwoLineHeader


class ResultTable(QTableView):
    """A table of one selected line, with fixed row height and a header that can be arranged.

    Signals:
        header_clicked: the column whose header was clicked.
    """

    header_clicked = Signal(int)

    def __init__(self, *, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._widths: dict[int, int] = {}
        self._measured_with = 1
        self._header = TwoLineHeader(self)
        self.setHorizontalHeader(self._header)
        self._cells = Cells(self)
        self.setItemDelegate(self._cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        vertical = self.verticalHeader()
        vertical.setVisible(False)
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._header.sectionClicked.connect(self.header_clicked)
        self._header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._header.customContextMenuRequested.connect(self._offer_columns)
        self._measure()

    def set_lines(self, lines: int) -> None:
        """Make room for so many lines of text in each row."""
        if lines != self._lines:
            self._lines = lines
            self._measure()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model; the table of images is drawn straight from it."""
        self._cells.plain = model if isinstance(model, RowsModel) else None
        super().setModel(model)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the window's shortcuts."""

    def show_arrow(self, column: int, arrow: str, words: str = "") -> None:
        """Show by which column, and which way, the table is sorted."""
        self._header.arrow = (column, arrow, words)
        self._header.viewport().update()

    def set_widths(self, characters: Mapping[int, int]) -> None:
        """Give some columns room for a number of characters; the others follow their headers."""
        self._widths = dict(characters)
        self.fit_columns()

    def show_columns(self, wanted: Sequence[int]) -> None:
        """Show these columns, in this order, and hide the others."""
        self._header.blockSignals(True)
        for column in range(self._header.count()):
            self.setColumnHidden(column, column not in wanted)
        for visual, column in enumerate(wanted):
            self._header.moveSection(self._header.visualIndex(column), visual)
        self._header.blockSignals(False)
        self.fit_columns()

    def arrangement(self) -> list[tuple[int, int]]:
        """Return the columns that show, from the left, with their widths, px."""
        header = self._header
        logical = (header.logicalIndex(visual) for visual in range(header.count()))
        return [(column, self.columnWidth(column)) for column in logical if not self.isColumnHidden(column)]

    def arrange(self, columns: Sequence[tuple[int, int]], measured_with: int) -> None:
        """Show these columns with these widths, made for ``measured_with`` px of text; a width of 0 fits of itself."""
        self.show_columns([column for column, _ in columns])
        factor = self._wide / measured_with if measured_with > 0 else 1.0
        for column, width in columns:
            if width > 0:
                self.setColumnWidth(column, round(width * factor))

    def fit_columns(self) -> None:
        """Give every column a width that holds its header and a typical value; once, from font metrics."""
        self._measured_with = self._wide
        bold = self._header.font()
        bold.setBold(True)
        wide, plain = QFontMetrics(bold), self.fontMetrics()
        for column in range(self._header.count()):
            if column in self._widths:
                self.setColumnWidth(column, plain.horizontalAdvance("0") * self._widths[column] + 2 * PAD)
                continue
            header = str(
                self.model().headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) or ""
            )
            hint = str(self.model().headerData(column, Qt.Orientation.Horizontal, HINT_ROLE) or "")
            need = max(wide.horizontalAdvance(header) + 12, round(plain.horizontalAdvance(hint) * SMALL) + 4)
            self.setColumnWidth(
                column,
                max(
                    need,
                    plain.horizontalAdvance("−0.000") + 13,
                    round(plain.horizontalAdvance("−00.000 ▲") * SMALL),
                    round(plain.horizontalAdvance("[0.0000, 0.0000]") * SMALL) if self._lines > 1 else 0,
                )
                + 2 * PAD,
            )

    def save_columns(self) -> Any:
        """Return order, widths and visibility, to be kept."""
        return self._header.saveState()

    @property
    def measured_with(self) -> int:
        """What the widths were made for, in px of text; to be kept beside :meth:`save_columns`."""
        return self._measured_with

    def restore_columns(self, state: Any, measured_with: int) -> bool:
        """Bring back what :meth:`save_columns` returned, for the text size of now; False if it does not fit."""
        if not self._header.restoreState(state):
            return False
        self._header.setSectionsMovable(True)
        self._header.setSectionsClickable(True)
        self._header.setSortIndicatorShown(False)
        self._measured_with = max(1, measured_with)
        self._scale_columns()
        return True

    def changeEvent(self, event: Any) -> None:
        """Follow a change of text size or theme."""
        super().changeEvent(event)
        if event.type() in (
            event.Type.FontChange,
            event.Type.PaletteChange,
            event.Type.StyleChange,
        ) and hasattr(self, "_cells"):
            self._cells.forget()
        if event.type() == event.Type.FontChange and hasattr(self, "_lines"):
            self._measure()
            self._scale_columns()

    def _scale_columns(self) -> None:
        # The user may have arranged them: keep the proportions.
        if self.model() is None or self._measured_with == self._wide:
            return
        factor = self._wide / self._measured_with
        self._measured_with = self._wide
        for column in range(self._header.count()):
            if not self.isColumnHidden(column):
                self.setColumnWidth(column, round(self.columnWidth(column) * factor))

    @property
    def _wide(self) -> int:
        return self.fontMetrics().horizontalAdvance("0" * 100)

    def _measure(self) -> None:
        height = self.fontMetrics().height()
        need = height + round(height * SMALL) * (self._lines - 1) + 12
        self.verticalHeader().setDefaultSectionSize(need)

    @Slot(QPoint)
    def _offer_columns(self, at: QPoint) -> None:
        menu = self.columns_menu()
        menu.exec(self._header.mapToGlobal(at))
        menu.deleteLater()

    def columns_menu(self) -> QMenu:
        """Return a menu that shows and hides columns."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for visual in range(self._header.count()):
            column = self._header.logicalIndex(visual)
            name = str(
                self.model().headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
            )
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(column))
            action.setData(column)
        menu.triggered.connect(self._toggle_column)
        return menu

    def _toggle_column(self, action: Any) -> None:
        self.setColumnHidden(int(action.data()), not action.isChecked())
