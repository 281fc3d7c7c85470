"""The table of images with its filter, its views and its ways to sort."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from vaelab.gui.models.column_format import DEFAULT_IMAGES
from vaelab.gui.models.row_columns import LEADING, LEADING_COLUMNS
from vaelab.gui.models.rows_model import RowsModel
from vaelab.gui.results.heat_legend import HeatLegend, heat_switch
from vaelab.gui.results.images.filter_bar import FilterBar
from vaelab.gui.results.images.quick_filters import Chip, worst_order
from vaelab.gui.results.images.row_menu import RowMenu
from vaelab.gui.results.images.views import TableView, Views
from vaelab.gui.results.images.views_button import ViewsButton
from vaelab.gui.results.table_view import ResultTable
from vaelab.gui.style import icons
from vaelab.results.records import Row

_SETTLE_MS = 1000


class ImagesTab(QWidget):
    """A row per image and VAE.

    Attributes:
        views: the user's named views.
        keys: of the window's actions, to be shown in menus.

    Signals:
        row_chosen: the ``Row`` that the user moved to.
        copy_wanted: the selected rows are to be copied; whether as Markdown.
    """

    row_chosen = Signal(object)
    copy_wanted = Signal(bool)

    def __init__(self, model: RowsModel, parent: QWidget | None = None, views: Views | None = None) -> None:
        """Show the model, and offer the user's views; those of another window where it goes on for that one."""
        super().__init__(parent)
        self.model = model
        self.keys = {"exclude": "C", "flag": "X", "copy_rows": "Ctrl+C", "copy_rows_md": "Ctrl+Shift+C"}
        self.bar = FilterBar(model, self)
        self.filter, self.chips, self.count = self.bar.line, self.bar.chips, self.bar.count
        self.bar.changed.connect(self.apply_filter)
        self.views = views or Views(self)
        self.views_button = ViewsButton(self.views, self.view, self)
        self.views_button.chosen.connect(self.show_view)
        self.heat = heat_switch(self)
        self.heat.toggled.connect(self._color)
        self.legend = HeatLegend(self)
        self.columns_button = QToolButton(self)
        icons.dress(self.columns_button, "options", side=16)
        self.columns_button.setToolTip(self.tr("Choose columns"))
        self.columns_button.setAccessibleName(self.tr("Choose columns"))
        self.columns_button.clicked.connect(self._offer_columns)
        for button in (self.heat, self.views_button, self.columns_button):
            self.bar.first.addWidget(button)
        self.table = ResultTable(lines=1, parent=self)
        self.table.setAccessibleName(self.tr("Images"))
        self.table.setModel(model)
        self.table.show_columns([model.column_of(name) for name in (*LEADING, *self._defaults())])
        self.table.set_widths({place: column.width for place, column in enumerate(LEADING_COLUMNS)})
        self.table.header_clicked.connect(self._sort)
        self.table.selectionModel().currentRowChanged.connect(self._moved)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._offer_menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.bar)
        layout.addWidget(self.legend)
        layout.addWidget(self.table, 1)
        self._sorted: tuple[int, bool, bool] = (-1, False, False)
        self._quiet = False
        self._settle = QTimer(self)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(model.settle)
        for signal in (model.grown, model.layoutChanged, model.modelReset, model.marks.changed):
            signal.connect(self._count)
        self._count()

    def _defaults(self) -> list[str]:
        known = {column.name for column in self.model.metrics}
        return [name for name in DEFAULT_IMAGES if name in known]

    def live(self, on: bool) -> None:
        """Move new rows to their sorted places once a second while a run goes on."""
        if on:
            self._settle.start()
        else:
            self._settle.stop()
            self.model.settle()

    # Selecting

    def select(self, key: tuple[str, str], *, quietly: bool = False) -> None:
        """Move to a row; ``quietly`` does not count as the user's choice."""
        place = self.model.place_of(key)
        if place < 0:
            return
        index = self.model.index(place, max(0, self.table.currentIndex().column()))
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self._quiet = quietly
        self.table.selectionModel().setCurrentIndex(index, flags)
        self._quiet = False

    def select_all(self, keys: Sequence[tuple[str, str]]) -> None:
        """Select several rows, quietly, and scroll to the first."""
        places = [place for key in keys if (place := self.model.place_of(key)) >= 0]
        if not places:
            return
        found = QItemSelection()
        for place in places:
            found.select(self.model.index(place, 0), self.model.index(place, self.model.columnCount() - 1))
        self._quiet = True
        chooser = self.table.selectionModel()
        chooser.setCurrentIndex(self.model.index(places[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        chooser.select(found, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False

    def current(self) -> Row | None:
        """The row that is selected."""
        index = self.table.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def selected(self) -> list[Row]:
        """All rows that are selected, from the top."""
        places = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [self.model.row_at(place) for place in places]

    @Slot(QModelIndex, QModelIndex)
    def _moved(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid() and not self._quiet:
            self.row_chosen.emit(self.model.row_at(now.row()))

    @Slot(QPoint)
    def _offer_menu(self, at: QPoint) -> None:
        menu = self.row_menu(self.table.indexAt(at))
        if menu is not None:
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.table.viewport().mapToGlobal(at))

    def row_menu(self, index: QModelIndex) -> RowMenu | None:
        """Return the menu of the selected rows, or of the one under the pointer; None beside all rows."""
        if not index.isValid():
            return None
        under = self.model.row_at(index.row())
        rows = self.selected()
        others = [row for row in rows if row is not under] if under in rows else []
        menu = RowMenu(self.model, [under, *others], self.keys, self)
        menu.filter_wanted.connect(self.bar.put)
        menu.copy_wanted.connect(self.copy_wanted)
        return menu

    # Sorting

    @Slot(int)
    def _sort(self, column: int) -> None:
        ways = self._ways(column)
        descending, by_distance = self._sorted[1:]
        place = ways.index((descending, by_distance)) + 1 if self._sorted[0] == column else 0
        self.sort_by(column, *ways[place]) if place < len(ways) else self.sort_by(-1)

    def sort_by(self, column: int, descending: bool = False, by_distance: bool = False) -> None:
        """Sort and say so in the header; -1 for the order in which the rows came."""
        self._sorted = (column, descending, by_distance)
        self.model.sort_by(column, descending=descending, by_distance=by_distance)
        words = "" if not by_distance else self.tr("worst first") if descending else self.tr("best first")
        self.table.show_arrow(column, "" if column < 0 else "▾" if descending else "▴", words)
        self._show_scale()
        if self.chips[Chip.WORST].isChecked() or self.chips[Chip.DISAGREE].isChecked():
            self.apply_filter()

    def _ways(self, column: int) -> list[tuple[bool, bool]]:
        # Worst first is what one looks for; then best first; then, for ratios, the raw values; then as they came.
        if column < len(LEADING):
            return [(False, False), (True, False)]
        better = self.model.metrics[column - len(LEADING)].better
        by_distance, raw = [(True, True), (False, True)], [(True, False), (False, False)]
        return raw if better == "none" else by_distance + raw if better == "ideal" else by_distance

    # Filtering

    @Slot()
    def apply_filter(self) -> None:
        """Show the rows that pass the text and the chips."""
        found = self.bar.read(self.sorted_metric())
        if found is not None:
            keep, settling = found
            self.model.set_filter(keep, settling=settling)

    def clear_filter(self) -> None:
        """Show everything again."""
        self.bar.put("")

    def sorted_metric(self) -> str:
        """The metric the table is sorted by, else the score."""
        column = self._sorted[0] - len(LEADING)
        if 0 <= column < len(self.model.metrics) and self.model.metrics[column].better != "none":
            return self.model.metrics[column].name
        return "score"

    def worst_order(self) -> list[int]:
        """Places of all rows, worst first by :meth:`sorted_metric`."""
        return [int(place) for place in worst_order(self.model, self.sorted_metric())]

    def neighbours(self, row: Row) -> list[Row]:
        """The two rows above and below a row, as the table shows them, the nearest first and of those the next."""
        place = self.model.place_of(row.key)
        if place < 0:
            return []
        lines = [
            line
            for line in range(place - 2, place + 3)
            if line != place and 0 <= line < self.model.rowCount()
        ]
        lines.sort(key=lambda line: (abs(line - place), line < place))
        return [self.model.row_at(line) for line in lines]

    # Views

    def view(self) -> TableView:
        """What is shown now, as a view without a name."""
        names = [*LEADING, *(column.name for column in self.model.metrics)]
        column, descending, by_distance = self._sorted
        return TableView(
            "",
            tuple((names[place], width) for place, width in self.table.arrangement()),
            self.table.measured_with,
            self.filter.text(),
            tuple(chip.value for chip in self.bar.checked()),
            names[column] if column >= 0 else "",
            descending,
            by_distance,
        )

    @Slot(object)
    def show_view(self, view: TableView) -> None:
        """Show a view; columns that this version does not have are passed over."""
        names = [*LEADING, *(column.name for column in self.model.metrics)]
        columns = [(names.index(name), width) for name, width in view.columns if name in names]
        if columns:
            self.table.arrange(columns, view.measured_with)
        if view.sort in names:
            self.sort_by(names.index(view.sort), view.descending, view.by_distance)
        else:
            self.sort_by(-1)
        self.bar.put(view.text, [Chip(name) for name in view.chips])

    @Slot()
    def _offer_columns(self) -> None:
        menu = self.table.columns_menu()
        menu.popup(self.columns_button.mapToGlobal(self.columns_button.rect().bottomLeft()))

    @Slot()
    def _count(self) -> None:
        model = self.model
        self.bar.show_count(model.rowCount(), len(model.rows()), model.excluded_images())
        self._show_scale()

    @Slot(bool)
    def _color(self, on: bool) -> None:
        self.model.set_heat(on)
        self._show_scale()

    def _show_scale(self) -> None:
        column = self._sorted[0]
        place = column if column >= len(LEADING) else self.model.column_of("score")
        metric = self.model.metrics[place - len(LEADING)]
        self.legend.show_scale(metric, self.model.scale(place))
